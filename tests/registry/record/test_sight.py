"""Who sees what: by agency, by case, and by need. What is confidential never reaches the other side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from stayaway.api import moment
from stayaway.law.load import law_book
from stayaway.model import PersonId, PlaceId
from stayaway.reasoning.authority import Role
from stayaway.reasoning.governing import governing_terms
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.documents import keep_document
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Access, CaseRow
from stayaway.registry.offering import offers
from stayaway.registry.reading import View, read_attached, read_case, read_person, reveal_places
from stayaway.registry.refusing import Refused
from stayaway.registry.sight import Sight, cases_open_to, seen_by
from stayaway.wording.say import Speaker
from tests.registry.marks import MARKS, marked, marks_in
from tests.registry.world import NOW, World, enter, happens, open_civil

STAFF_AND_SIDES = [post for post in Post if post not in {Post.AUDITOR, Post.ADMINISTRATOR}]


def appear(world: World, case: str, actor: Actor, person: str) -> None:
    facts = {"account": actor.account, "agency": actor.agency or "", "person": person}
    enter(world.clerk, Proposal(What.APPEARED, case, "2025-03-03", facts))


def consent(world: World, until: str = "2026-01-01") -> None:
    facts = {"agency": world.program.id, "until": until}
    enter(world.clerk, Proposal(What.CONSENT_GIVEN, world.rosa, "2025-03-03", facts, acting=Role.PROTECTED_PERSON))


def said(view: View) -> str:
    """All that a face could show of a view: every value in it, and every sentence of the answers about it."""
    found = governing_terms(view.papers, law_book(), moment("2025-05-01"))
    speaker = Speaker("en", view.papers)
    reasons = [reason for standing in found.standings for reason in standing.reasons]
    details = [term.detail for term in found.terms]
    places = [(place.label, place.address, place.at) for place in view.papers.places.values()]
    entries = [(one.facts, one.why, one.document) for one in view.entries]
    return " ".join([*map(speaker.say, [*reasons, *details]), str(view.papers), str(places), str(entries)])


def test_the_court_that_keeps_a_case_sees_all_but_where_reminders_go(world: World) -> None:
    case = marked(world)[0]
    assert marks_in(said(read_case(world.clerk, case, NOW))) == set(MARKS) - {"contact", "identifier"}


@pytest.mark.parametrize("post", [Post.RESTRAINED_PERSON, Post.DEFENSE_LAWYER])
def test_nothing_confidential_reaches_the_restrained_side(world: World, post: Post) -> None:
    case = marked(world)[0]
    actor = world.actor(post)
    if post is Post.DEFENSE_LAWYER:
        appear(world, case, actor, world.dan)
    for view in (read_case(actor, case, NOW), read_person(actor, world.dan, NOW)):
        assert marks_in(said(view)) == set()
        assert marks_in(repr(offers(actor, case, view, NOW))) == set()
        assert "1990" not in said(view)  # when the protected person was born
    for look in (lambda: reveal_places(actor, case, NOW, purpose="I ask"), lambda: read_attached(actor, case, 1, NOW)):
        with pytest.raises(Refused):
            look()


@pytest.mark.parametrize("post", [Post.OFFICER, Post.PROSECUTOR, Post.JUDGE, Post.CIVIL_CLERK, Post.CRIMINAL_CLERK])
def test_other_offices_see_the_orders_but_not_where_anybody_lives(world: World, post: Post) -> None:
    case = marked(world)[0]
    actor = world.actor(post, None if post in {Post.OFFICER, Post.PROSECUTOR} else world.other_court)
    if post is Post.PROSECUTOR:
        with pytest.raises(Refused):
            read_case(actor, case, NOW)
        criminal = next(one.id for one in cases_open_to(world.criminal_clerk, NOW) if one.kind == "criminal")
        facts = {"account": actor.account, "agency": world.prosecution.id, "person": ""}
        enter(world.criminal_clerk, Proposal(What.APPEARED, criminal, "2025-03-03", facts))
    assert marks_in(said(read_case(actor, case, NOW))) == {"label"}


def test_the_protected_side_sees_what_is_its_own_and_not_anothers(world: World) -> None:
    case = marked(world)[0]
    own = marks_in(said(read_case(world.actor(Post.PROTECTED_PERSON), case, NOW)))
    assert own == {"address", "former", "position", "label", "phone", "email", "handle"}
    sam = new_id("p")
    enter(world.clerk, Proposal(What.PERSON_RECORDED, sam, "2025-03-01", {"name": "Sam Ortiz"}))
    order = next(iter(read_case(world.clerk, case, NOW).papers.orders))
    both = {"kind": "civil", "jurisdiction": "us-wa", "court": world.civil_court.name, "petitioner": world.rosa}
    assert order
    second = new_id("c")
    file = {"restrained": world.dan, "protects": [world.rosa, sam], "stage": "final", "expires": "2027-03-01"}
    enter(
        world.clerk,
        Proposal(
            What.CASE_OPENED,
            second,
            "2025-03-04",
            {"case": both | {"respondent": world.dan}},
            court=world.civil_court.id,
            acting=Role.PROTECTED_PERSON,
        ),
        Proposal(
            What.PLACE_RECORDED,
            second,
            "2025-03-04",
            {"place": new_id("l"), "label": MARKS["label"], "confidential": True, "of": world.rosa},
            {"address": MARKS["address"]},
        ),
        Proposal(
            What.ORDER_RECORDED,
            second,
            "2025-03-04",
            {"order": new_id("o"), "file": file | {"case": second, "issued": "2025-03-04", "terms": ["no_contact"]}},
        ),
    )
    other = Actor("u-sam", Post.PROTECTED_PERSON, person=PersonId(sam))
    assert marks_in(said(read_case(other, second, NOW))) == set()


def test_a_program_sees_what_was_consented_to_until_the_day_that_was_said(world: World) -> None:
    case = marked(world)[0]
    advocate = world.actor(Post.ADVOCATE)
    with pytest.raises(Refused):
        read_case(advocate, case, NOW)
    consent(world)
    assert seen_by(advocate, cases_open_to(advocate, NOW).get(id=case), NOW).sight is Sight.PROTECTED
    with pytest.raises(Refused):
        read_case(advocate, case, NOW.replace(year=2026, month=2))
    enter(
        world.clerk,
        Proposal(
            What.CONSENT_ENDED, world.rosa, "2025-05-03", {"agency": world.program.id}, acting=Role.PROTECTED_PERSON
        ),
    )
    with pytest.raises(Refused):
        read_case(advocate, case, NOW)


def test_a_consent_goes_on_to_the_end_of_its_last_day_where_the_program_is(world: World) -> None:
    case = marked(world)[0]
    consent(world, until="2025-06-10")
    advocate, zone = world.actor(Post.ADVOCATE), ZoneInfo(world.program.time_zone)
    evening, next_day = datetime(2025, 6, 10, 18, tzinfo=zone), datetime(2025, 6, 11, tzinfo=zone)
    assert evening.astimezone(UTC).day == 11
    assert seen_by(advocate, cases_open_to(advocate, evening).get(id=case), evening).sight is Sight.PROTECTED
    assert not cases_open_to(advocate, next_day).exists()
    assert seen_by(advocate, CaseRow.objects.get(id=case), next_day).sight is Sight.NOTHING


@pytest.mark.parametrize("post", [Post.AUDITOR, Post.ADMINISTRATOR])
def test_auditors_and_administrators_see_no_record(world: World, post: Post) -> None:
    case = marked(world)[0]
    with pytest.raises(Refused):
        read_case(world.actor(post), case, NOW)
    assert not cases_open_to(world.actor(post), NOW).exists()


def test_a_stated_need_reveals_an_address_to_an_officer_and_is_journaled(world: World) -> None:
    case = marked(world)[0]
    officer = world.actor(Post.OFFICER)
    with pytest.raises(Refused):
        reveal_places(officer, case, NOW, purpose="  ")
    found = reveal_places(officer, case, NOW, purpose="call 17, at the door")
    assert found[world.home]["address"] == MARKS["address"]
    look = Access.objects.get(how="reveal")
    assert (look.account, look.stream, look.purpose) == (officer.account, case, "call 17, at the door")


def test_what_is_not_there_sealed_or_not_to_be_seen_is_one_answer(world: World) -> None:
    case = marked(world)[0]
    stranger = Actor("u-x", Post.RESTRAINED_PERSON, person=PersonId("p" + "0" * 20))
    answers = [_refusal(stranger, one) for one in (case, "c" + "0" * 20, "c" + "f" * 20)]
    judge = world.actor(Post.JUDGE, world.civil_court, confirmed=True)
    enter(judge, Proposal(What.SEALED, case, "2025-05-01", {}, why="ordered sealed"))
    answers += [_refusal(actor, case) for actor in _everybody(world)]
    assert set(answers) == {("record.nothing_here", "record.path_ask_the_clerk")}


def _refusal(actor: Actor, case: str) -> tuple[str, ...]:
    with pytest.raises(Refused) as told:
        read_case(actor, case, NOW)
    return tuple(reason.code.value for reason in told.value.reasons)


def _everybody(world: World) -> Iterator[Actor]:
    yield from (world.actor(post) for post in Post)


def test_every_look_is_journaled_also_one_that_is_refused(world: World) -> None:
    case = marked(world)[0]
    Access.objects.none()
    before = Access.objects.count()
    read_case(world.clerk, case, NOW)
    _refusal(world.actor(Post.ADVOCATE), case)
    read_person(world.actor(Post.OFFICER), world.dan, NOW, purpose="traffic stop")
    looks: list[Any] = list(Access.objects.order_by("id").values_list("how", "post", "stream", "purpose")[before:])
    assert looks == [
        ("read", "civil_clerk", case, ""),
        ("refused", "advocate", case, ""),
        ("read", "officer", world.dan, "traffic stop"),
    ]


def test_an_attached_paper_shows_all_that_stands_on_it_and_only_to_its_court(world: World) -> None:
    case, order = open_civil(world)
    paper = keep_document(b"%PDF-1.7 invented")
    number = enter(world.clerk, happens(case, order, "served", document=paper.digest))[0].number
    assert read_attached(world.clerk, case, number, NOW) == (b"%PDF-1.7 invented", paper.digest)
    for post in STAFF_AND_SIDES:
        actor = world.actor(post, world.other_court if post is Post.CIVIL_CLERK else None)
        if post is Post.JUDGE:
            continue
        with pytest.raises(Refused):
            read_attached(actor, case, number, NOW)


def test_another_court_cannot_say_what_a_confidential_place_is(world: World) -> None:
    """The same id of a place, entered again by the court of another case, changes nothing for whoever looks at both."""
    case = marked(world)[0]
    criminal = next(one.id for one in cases_open_to(world.criminal_clerk, NOW) if one.kind == "criminal")
    open_place = {"place": world.home, "label": "no secret at all", "confidential": False}
    enter(world.criminal_clerk, Proposal(What.PLACE_RECORDED, criminal, "2025-05-01", open_place))
    for actor in (world.actor(Post.RESTRAINED_PERSON), world.criminal_clerk, world.clerk):
        papers = read_person(actor, world.dan, NOW).papers
        order = next(one for one in papers.orders.values() if one.case.id == case)
        assert order.terms is not None
        named = next(place for term in order.terms for place in getattr(term, "away_from", ()))
        assert papers.places[PlaceId(named)].confidential
        assert papers.places[PlaceId(named)].label != "no secret at all"


@pytest.mark.parametrize("post", [Post.RESTRAINED_PERSON, Post.OFFICER, Post.PROTECTED_PERSON])
def test_that_a_place_was_entered_or_corrected_is_told_to_nobody_but_the_court(world: World, post: Post) -> None:
    case = marked(world)[0]
    entered = next(one for one in read_case(world.clerk, case, NOW).entries if one.what is What.PLACE_RECORDED)
    instead = {"place": world.home, "label": "home", "confidential": True, "of": world.rosa}
    correction = Proposal(
        What.CORRECTED, case, entered.happened, {"instead": instead}, why="misspelt", corrects=entered.number
    )
    enter(world.clerk, correction)
    kinds = [one.what for one in read_case(world.actor(post), case, NOW).entries]
    assert What.ORDER_EVENT in kinds
    assert not {What.PLACE_RECORDED, What.CORRECTED, What.APPEARED} & set(kinds)
