"""What the sides of a case are told, and are not: the other side reads papers for what they leave out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from stayaway.model import PersonId
from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.exchange.outward.order_file import order_file_of
from stayaway.registry.exchange.outward.render import as_json
from stayaway.registry.exporting import niem_of, worksheet_of
from stayaway.registry.journal import Stale
from stayaway.registry.listing import changes
from stayaway.registry.models import CaseRow, Entry, Party
from stayaway.registry.reading import read_case, read_person, reveal_places
from stayaway.registry.recording import record
from stayaway.registry.refusing import Refused
from stayaway.registry.sight import Sight, cases_open_to, seen_by
from stayaway.registry.telling import as_kept, as_shown
from tests.registry.world import NOW, PLACE, World, enter, happens, made, open_civil, open_criminal

WORDS = "He may not go to 17 Hidden Lane, by day or by night."
LATER = NOW + timedelta(days=1)


def opened(world: World, **about: Any) -> Proposal:
    """A civil case of the civil court."""
    facts = {"case": {"kind": "civil", "jurisdiction": PLACE} | about}
    return Proposal(
        What.CASE_OPENED, new_id("c"), "2025-03-01", facts, court=world.civil_court.id, acting=Role.PROTECTED_PERSON
    )


def person(world: World, name: str, **facts: Any) -> str:
    found = new_id("p")
    enter(world.clerk, Proposal(What.PERSON_RECORDED, found, "2025-03-01", {"name": name} | facts))
    return found


def appear(world: World, case: str, actor: Actor, client: str) -> None:
    facts = {"account": actor.account, "agency": actor.agency or "", "person": client}
    clerk = world.clerk if CaseRow.objects.get(id=case).keeper_id == world.civil_court.id else world.criminal_clerk
    enter(clerk, Proposal(What.APPEARED, case, "2025-03-03", facts))


def consent(world: World, who: str) -> None:
    facts = {"agency": world.program.id, "until": "2026-01-01"}
    enter(world.clerk, Proposal(What.CONSENT_GIVEN, who, "2025-03-03", facts, acting=Role.PROTECTED_PERSON))


def both_ways(world: World) -> tuple[str, str]:
    """A case with an order against each of two people. Whoever is restrained first is called so in the table."""
    begins = opened(world, petitioner=world.dan, respondent=world.rosa)
    against = made(world, begins.stream, "o" + "0" * 20, restrained=world.rosa, protects=[world.dan])
    enter(world.clerk, begins, against, made(world, begins.stream, "o" + "1" * 20))
    return begins.stream, "o" + "1" * 20


# ---- an order's own words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("post", [Post.RESTRAINED_PERSON, Post.OFFICER, Post.CRIMINAL_CLERK])
def test_an_address_in_an_orders_own_words_is_read_by_its_court_and_by_whose_it_is(world: World, post: Post) -> None:
    case, order = open_civil(world, terms=["no_abuse", {"other": WORDS}])
    enter(world.clerk, happens(case, order, "modified", terms=[{"other": f"Again: {WORDS}"}]))
    read = {one: read_case(world.actor(one), case, NOW) for one in (post, Post.CIVIL_CLERK, Post.PROTECTED_PERSON)}
    said = {one: order_file_of(view) + repr(view) + repr(view.entries) for one, view in read.items()}
    assert "17 Hidden Lane" not in said[post]
    assert "by day or by night" in said[post]
    assert "17 Hidden Lane" in said[Post.CIVIL_CLERK]
    assert "17 Hidden Lane" in said[Post.PROTECTED_PERSON]


def test_an_officers_exports_say_no_address_that_stands_in_an_orders_own_words(world: World) -> None:
    case, order = open_civil(world, terms=["no_abuse", {"other": WORDS}], stage="final", expires="2027-03-01")
    officer = world.actor(Post.OFFICER)
    told = [niem_of(officer, case, order, NOW).xml.decode(), as_json(worksheet_of(officer, case, order, NOW), "en")]
    assert all("by day or by night" in one.casefold() for one in told)
    assert not any("hidden lane" in one.casefold() for one in told)


def test_nothing_that_was_opened_to_be_hidden_leaves_with_a_view(world: World) -> None:
    case, _ = open_civil(world)
    for post in (Post.RESTRAINED_PERSON, Post.OFFICER, Post.CRIMINAL_CLERK):
        folded = read_case(world.actor(post), case, NOW).folded
        assert folded.cases[case].place_secrets == {}
        assert [one.secrets for one in folded.people.values()] == [{}, {}]
    kept = read_case(world.clerk, case, NOW).folded
    assert kept.cases[case].place_secrets[world.home]["address"] == "17 Hidden Lane"


def test_words_that_name_no_confidential_place_are_told_to_the_letter(world: World) -> None:
    words = "He  leaves\u00a0the keys with\n the clerk."
    case, _ = open_civil(world, terms=["no_abuse", {"other": words}])
    terms = next(iter(read_case(world.actor(Post.RESTRAINED_PERSON), case, NOW).papers.orders.values())).terms
    assert terms is not None
    assert terms == next(iter(read_case(world.clerk, case, NOW).papers.orders.values())).terms


# ---- who sees a case at all --------------------------------------------------------------------------------------


@pytest.mark.parametrize("post", [Post.DEFENSE_LAWYER, Post.PROSECUTOR])
def test_an_appearance_in_a_sealed_case_opens_no_other_case(world: World, post: Post) -> None:
    other, _ = open_civil(world)
    sealed, _ = open_criminal(world)
    actor = world.actor(post)
    appear(world, sealed, actor, world.dan if post is Post.DEFENSE_LAWYER else "")
    assert set(cases_open_to(actor, NOW).values_list("id", flat=True)) == {other, sealed}
    judge = world.actor(Post.JUDGE, world.criminal_court, confirmed=True)
    enter(judge, Proposal(What.SEALED, sealed, "2025-05-01", why="ordered sealed"))
    assert not cases_open_to(actor, NOW).exists()
    assert seen_by(actor, CaseRow.objects.get(id=other), NOW).sight is Sight.NOTHING


def every_case(world: World) -> dict[str, str]:
    """Cases in which one person stands in every way there is."""
    will = person(world, "Will Witness")
    about = {"kind": "criminal", "jurisdiction": PLACE, "defendant": world.dan, "victims": [world.rosa]}
    witness = Proposal(
        What.CASE_OPENED,
        new_id("c"),
        "2025-03-01",
        {"case": about | {"witnesses": [will]}},
        court=world.criminal_court.id,
    )
    enter(
        world.criminal_clerk,
        witness,
        made(world, witness.stream, new_id("o"), stage="pretrial", until="case_disposition"),
    )
    against, for_them = (opened(world, **one) for one in ({"respondent": will}, {"petitioner": will}))
    foreign = Proposal(
        What.CASE_OPENED,
        new_id("c"),
        "2025-03-01",
        {"case": {"kind": "civil", "jurisdiction": "us-or", "respondent": will}, "foreign": True},
        court=world.civil_court.id,
    )
    enter(world.clerk, against)
    enter(world.clerk, for_them)
    enter(world.clerk, foreign)
    return {
        "will": will,
        "witness": witness.stream,
        "restrained": against.stream,
        "protected": for_them.stream,
        "untold": foreign.stream,
    }


def everybody(world: World, people: list[str]) -> Iterator[Actor]:
    for post in Post:
        if post in {Post.PROTECTED_PERSON, Post.RESTRAINED_PERSON}:
            yield from (Actor(f"u-{who}", post, person=PersonId(who)) for who in people)
        elif post is Post.DEFENSE_LAWYER:
            yield from (Actor(f"l-{who}"[:24], post, agency=world.prosecution.id) for who in people)
        else:
            yield world.actor(post)


def test_the_cases_that_are_open_to_somebody_are_those_of_which_they_see_something(world: World) -> None:
    """Whatever post they hold, and whatever they or their clients are in a case: one rule, written twice."""
    cases = every_case(world)
    mutual, _ = both_ways(world)
    open_civil(world)
    people = [cases["will"], world.rosa, world.dan]
    for who in people:
        lawyer = Actor(f"l-{who}"[:24], Post.DEFENSE_LAWYER, agency=world.prosecution.id)
        appear(world, mutual if who != cases["will"] else cases["restrained"], lawyer, who)
        consent(world, who)
    enter(
        world.criminal_clerk,
        Proposal(
            What.APPEARED,
            cases["witness"],
            "2025-03-03",
            {"account": "u", "agency": world.prosecution.id, "person": ""},
        ),
    )
    sealed = opened(world, petitioner=world.rosa, respondent=world.dan)
    judge = world.actor(Post.JUDGE, confirmed=True)
    enter(world.clerk, sealed)
    enter(judge, Proposal(What.SEALED, sealed.stream, "2025-05-01", why="ordered"))
    seen = set()
    for actor in everybody(world, people):
        found = {row.id: seen_by(actor, row, NOW).sight for row in CaseRow.objects.all()}
        something = {case for case, sight in found.items() if sight is not Sight.NOTHING}
        assert set(cases_open_to(actor, NOW).values_list("id", flat=True)) == something, actor
        seen |= {(actor.post, sight) for sight in found.values()}
    assert {sight for post, sight in seen if post is Post.DEFENSE_LAWYER} == set(Sight) - {
        Sight.EVERYTHING,
        Sight.ORDERS,
    }
    assert set(Party.objects.values_list("role", flat=True)) == {"restrained", "protected", "witness"}


def test_a_lawyer_is_told_nothing_of_a_case_in_which_the_client_is_a_witness(world: World) -> None:
    cases = every_case(world)
    lawyer = world.actor(Post.DEFENSE_LAWYER)
    appear(world, cases["restrained"], lawyer, cases["will"])
    assert set(read_person(lawyer, cases["will"], NOW).seen) == {cases["restrained"], cases["protected"]}
    assert {one.stream for one in changes(lawyer, 0, NOW).entries} == {cases["restrained"], cases["protected"]}
    with pytest.raises(Refused):
        read_person(lawyer, world.dan, NOW)


def test_where_orders_run_both_ways_each_side_is_told_what_the_other_side_is_told(world: World) -> None:
    case, _ = both_ways(world)
    for who in (world.rosa, world.dan):
        actor = Actor("u-x", Post.PROTECTED_PERSON, person=PersonId(who))
        other = PersonId(world.dan if who == world.rosa else world.rosa)
        view = read_case(actor, case, NOW)
        assert view.seen[case].sight is Sight.RESTRAINED
        assert view.papers.people[other].born is None


# ---- what was protected later, and what stands in another case ----------------------------------------------------


def test_a_place_that_was_called_confidential_later_is_confidential_as_known_before(world: World) -> None:
    case, _ = open_civil(world, terms=["no_abuse"])
    place = {"place": new_id("l"), "label": "Hidden Shelter", "of": world.rosa}
    away = made(world, case, new_id("o"), terms=[{"stay_away": {"from": [place["place"]]}}, {"other": "No 9 X Road."}])
    secret = {"address": "9 X Road"}
    enter(world.clerk, Proposal(What.PLACE_RECORDED, case, "2025-03-01", place, secret), away)
    between = NOW + timedelta(hours=1)
    enter(
        world.clerk,
        Proposal(What.PLACE_RECORDED, case, "2025-03-01", place | {"confidential": True}, secret),
        now=LATER,
    )
    for known in (None, between):
        dan = read_case(world.actor(Post.RESTRAINED_PERSON), case, LATER, known=known)
        assert "Hidden Shelter" not in repr(dan)
        assert "9 X Road" not in repr(dan)
        assert "9 X Road" not in repr(read_case(world.actor(Post.OFFICER), case, LATER, known=known))
        rosa = read_case(world.actor(Post.PROTECTED_PERSON), case, LATER, known=known)
        assert "9 X Road" in [one.address for one in rosa.papers.places.values()]
    then = read_case(world.clerk, case, LATER, known=between)
    assert not then.papers.places[next(key for key in then.papers.places if key == place["place"])].confidential


def test_a_place_that_changed_hands_since_is_shown_to_neither(world: World) -> None:
    case, _ = open_civil(world)
    place = {"place": world.home, "label": "home", "confidential": True, "of": world.dan}
    between = NOW + timedelta(hours=1)
    enter(world.clerk, Proposal(What.PLACE_RECORDED, case, "2025-03-01", place, {"address": "9 X Road"}), now=LATER)
    before = read_case(world.actor(Post.PROTECTED_PERSON), case, LATER, known=between)
    assert [one.address for one in before.papers.places.values()] == [None]


def test_when_the_protected_person_was_born_is_told_in_no_case_of_whoever_an_order_restrains(world: World) -> None:
    open_civil(world)
    other = opened(world, petitioner=world.dan, respondent=world.rosa)
    enter(world.clerk, other, made(world, other.stream, new_id("o"), restrained=world.rosa, protects=[world.dan]))
    for who, against in ((world.rosa, world.dan), (world.dan, world.rosa)):
        actor = Actor("u-x", Post.RESTRAINED_PERSON, person=PersonId(who))
        for view in (read_person(actor, who, NOW), read_case(actor, other.stream, NOW)):
            assert view.papers.people[PersonId(against)].born is None
            assert view.papers.people[PersonId(who)].born is not None
    assert read_case(world.clerk, other.stream, NOW).papers.people[PersonId(world.rosa)].born is not None


def test_the_protected_side_reads_when_the_restrained_person_was_born(world: World) -> None:
    case, _ = open_civil(world)
    assert read_case(world.actor(Post.PROTECTED_PERSON), case, NOW).papers.people[PersonId(world.dan)].born is not None


# ---- that there is something at all -------------------------------------------------------------------------------


def test_the_restrained_side_is_told_of_no_place_that_no_order_names(world: World) -> None:
    case, _ = open_civil(world)
    friend = person(world, "Fay Friend")
    place = {"place": new_id("l"), "label": "with a friend", "of": friend}
    enter(world.clerk, Proposal(What.PLACE_RECORDED, case, "2025-03-01", place, {"address": "9 X Road"}))
    dan = read_case(world.actor(Post.RESTRAINED_PERSON), case, NOW)
    assert dan.papers.places == {}
    assert PersonId(friend) not in dan.papers.people
    assert "place" not in order_file_of(dan)
    named, _ = open_civil(world, terms=[{"stay_away": {"from": [world.home]}}])
    assert [one.label for one in read_case(world.actor(Post.RESTRAINED_PERSON), named, NOW).papers.places.values()] == [
        "—"
    ]
    assert len(read_case(world.clerk, case, NOW).papers.places) == 2


def test_a_side_is_told_versions_of_what_it_can_enter_and_no_gap_in_them(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served"))
    dan, rosa = world.actor(Post.RESTRAINED_PERSON), world.actor(Post.PROTECTED_PERSON)
    before = read_case(dan, case, NOW)
    given = {"agency": world.program.id, "until": "2026-01-01"}
    enter(rosa, Proposal(What.CONSENT_GIVEN, world.rosa, "2025-05-01", given))
    place = {"place": new_id("l"), "label": "a friend", "confidential": True, "of": world.rosa}
    enter(world.clerk, Proposal(What.PLACE_RECORDED, case, "2025-05-01", place))
    for actor, own in ((dan, world.dan), (rosa, world.rosa)):
        view = read_case(actor, case, NOW)
        assert [one.version for one in view.entries] == [1, 2, 3]
        assert set(view.versions) == {case, own}
        assert view.versions[case] == 3
    assert read_case(dan, case, NOW).versions == before.versions
    assert read_case(world.clerk, case, NOW).versions[case] == Entry.objects.filter(stream=case).count() == 5
    assert set(read_case(world.actor(Post.OFFICER), case, NOW).versions) == {case}


def test_what_a_side_looked_at_still_has_to_be_the_last(world: World) -> None:
    case, order = open_civil(world)
    rosa = world.actor(Post.PROTECTED_PERSON)
    looked_at = read_case(rosa, case, NOW).versions
    asks = happens(case, order, "dismissal_requested", on="2025-06-02")
    enter(world.clerk, Proposal(What.PLACE_RECORDED, case, "2025-05-01", {"place": new_id("l"), "label": "x"}))
    (entry,) = record(rosa, [asks], as_kept(rosa, {case: looked_at[case]}, NOW), NOW)
    assert as_shown(rosa, {case: entry.version}, NOW) == {case: looked_at[case] + 1}
    with pytest.raises(Stale) as told:
        as_kept(rosa, {case: looked_at[case]}, NOW)
    assert (told.value.expected, told.value.found) == (looked_at[case], looked_at[case] + 1)


def test_who_helps_one_side_is_told_to_nobody_on_the_other(world: World) -> None:
    case, order = open_civil(world)
    lawyer = world.actor(Post.DEFENSE_LAWYER)
    appear(world, case, lawyer, world.rosa)
    enter(lawyer, happens(case, order, "dismissal_requested", on="2025-06-02"))
    enter(world.actor(Post.OFFICER), happens(case, order, "served", on="2025-06-02"))
    for post in (Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON):
        who = [(one.post, one.agency) for one in read_case(world.actor(post), case, NOW).entries]
        clerk = ("civil_clerk", world.civil_court.id)
        assert who == [clerk, clerk, ("", ""), ("officer", world.police.id)]
    by = {one.post for one in read_case(world.clerk, case, NOW).entries}
    assert by == {"civil_clerk", "defense_lawyer", "officer"}


def test_an_address_is_still_revealed_to_an_officer_with_a_need(world: World) -> None:
    case, _ = open_criminal(world)
    place = {"place": new_id("l"), "label": "x", "confidential": True}
    enter(world.criminal_clerk, Proposal(What.PLACE_RECORDED, case, "2025-05-01", place, {"address": "9 X Road"}))
    assert "9 X Road" in str(reveal_places(world.actor(Post.OFFICER), case, NOW, purpose="a call"))
