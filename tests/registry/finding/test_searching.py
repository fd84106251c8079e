"""Each post finds exactly those of whom it may know, is told why, and leaves its trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stayaway.model import Answer, Kind
from stayaway.reasoning.authority import Role
from stayaway.registry import projecting, rows
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import COURT_POSTS, PARTY_POSTS, Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.finding import Grade, candidates
from stayaway.registry.finding.asking import Asked, ByCase, ByIdentifier, ByName, Found, Hit, NotACursor
from stayaway.registry.finding.candidates import KeysOutdated
from stayaway.registry.finding.searching import find
from stayaway.registry.models import Access, PersonRow
from stayaway.registry.reading import read_person
from stayaway.registry.refusing import Refused
from stayaway.registry.secret_fields import keyed_digest
from stayaway.wording.finding import FindingCode
from tests.registry.world import NOW, World, enter, happens, made, open_civil, open_criminal

ROSA = ByName("Rosa Marin", born=date(1990, 5, 1))
DAN = ByName("Daniel Cole", born=date(1988, 2, 3))
NOBODY = ByName("Peregrin Nowhere", born=date(1990, 5, 1))


def search(actor: Actor, asked: Asked, **more: Any) -> Found:
    return find(actor, asked, NOW, purpose="a stop on Hill Road", **more)


def who(found: Found) -> set[str]:
    return {hit.person for hit in found.hits}


def codes(found: Found) -> list[FindingCode]:
    (hit,) = found.hits
    return [reason.code for reason in hit.match.reasons]  # type: ignore[misc]


def someone(world: World, name: str, born: str | None, *, with_order: bool = True, **more: Any) -> str:
    """Somebody else, restrained by an order of a case of their own toward Rosa; or in a case without an order."""
    person, case = new_id("p"), new_id("c")
    secrets = more.pop("secrets", {})
    facts = {"name": name, **({"born": born} if born else {}), **more}
    about = {"kind": "civil", "jurisdiction": "us-wa", "number": new_id("n"), "court": world.civil_court.name}
    enter(world.clerk, Proposal(What.PERSON_RECORDED, person, "2025-03-01", facts, secrets))
    enter(
        world.clerk,
        Proposal(
            What.CASE_OPENED,
            case,
            "2025-03-01",
            {"case": about | {"petitioner": world.rosa, "respondent": person}},
            court=world.civil_court.id,
            acting=Role.PROTECTED_PERSON,
        ),
        *([made(world, case, new_id("o"), restrained=person)] if with_order else []),
    )
    return person


def foreign(world: World) -> str:
    """A case of another state's court, registered here without a word to the restrained side."""
    case = new_id("c")
    about = {"kind": "civil", "jurisdiction": "us-or", "court": "Cedar County Circuit Court", "number": "OR-9"}
    enter(
        world.clerk,
        Proposal(
            What.CASE_OPENED,
            case,
            "2025-03-01",
            {"case": about | {"petitioner": world.rosa, "respondent": world.dan}, "foreign": True},
            court=world.civil_court.id,
            acting=Role.PROTECTED_PERSON,
        ),
        made(world, case, new_id("o")),
    )
    return case


# ---- whom each post finds -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("post", sorted({*COURT_POSTS, Post.OFFICER}))
def test_courts_and_officers_find_whoever_is_in_an_open_case(world: World, post: Post) -> None:
    open_civil(world)
    actor = world.actor(post)
    assert who(search(actor, DAN)) == {world.dan}
    assert who(search(actor, ROSA)) == {world.rosa}


def test_a_person_of_no_case_is_found_by_nobody(world: World) -> None:
    for post in Post:
        assert not search(world.actor(post), DAN).hits, post


@pytest.mark.parametrize("post", [Post.AUDITOR, Post.ADMINISTRATOR])
def test_who_has_no_business_with_cases_finds_nobody(world: World, post: Post) -> None:
    open_civil(world)
    for asked in (DAN, ByCase("25-2-00017-1")):
        assert not search(world.actor(post), asked).hits


def test_a_party_finds_only_the_people_of_their_own_cases(world: World) -> None:
    open_civil(world)
    stranger = someone(world, "Ulrich Elsewhere", "1970-01-01")
    asked = ByName("Ulrich Elsewhere", born=date(1970, 1, 1))
    assert who(search(world.actor(Post.RESTRAINED_PERSON), asked)) == set()
    assert who(search(world.actor(Post.PROTECTED_PERSON), asked)) == {stranger}
    for post in PARTY_POSTS:
        assert who(search(world.actor(post), DAN)) == {world.dan}


def test_a_lawyer_finds_only_the_people_of_their_clients_cases(world: World) -> None:
    case, _order = open_civil(world)
    someone(world, "Ulrich Elsewhere", "1970-01-01")
    lawyer = world.actor(Post.DEFENSE_LAWYER)
    assert not search(lawyer, DAN).hits
    facts = {"account": lawyer.account, "agency": "", "person": world.dan}
    enter(world.clerk, Proposal(What.APPEARED, case, "2025-04-01", facts))
    assert who(search(lawyer, DAN)) == {world.dan}
    assert who(search(lawyer, ByName("Rosa Marin"))) == {world.rosa}
    assert not search(lawyer, ByName("Ulrich Elsewhere", born=date(1970, 1, 1))).hits


def test_a_prosecutor_finds_whom_their_office_prosecutes(world: World) -> None:
    case, _order = open_criminal(world)
    someone(world, "Ulrich Elsewhere", "1970-01-01")
    prosecutor = world.actor(Post.PROSECUTOR)
    assert not search(prosecutor, DAN).hits
    facts = {"account": prosecutor.account, "agency": prosecutor.agency, "person": ""}
    enter(world.criminal_clerk, Proposal(What.APPEARED, case, "2025-04-01", facts))
    assert who(search(prosecutor, DAN)) == {world.dan}
    assert who(search(prosecutor, ROSA)) == {world.rosa}
    assert not search(prosecutor, ByName("Ulrich Elsewhere", born=date(1970, 1, 1))).hits


def test_a_program_finds_those_who_consented(world: World) -> None:
    open_civil(world)
    advocate = world.actor(Post.ADVOCATE)
    assert not search(advocate, ROSA).hits
    facts = {"agency": advocate.agency, "until": "2025-12-31"}
    enter(world.actor(Post.PROTECTED_PERSON), Proposal(What.CONSENT_GIVEN, world.rosa, "2025-04-01", facts))
    (hit,) = search(advocate, ROSA).hits
    assert (hit.person, hit.born) == (world.rosa, date(1990, 5, 1))
    assert not find(advocate, ROSA, NOW + timedelta(days=365), purpose="help with a hearing").hits


def test_a_program_finds_them_to_the_end_of_their_last_day_where_it_is(world: World) -> None:
    open_civil(world)
    advocate, zone = world.actor(Post.ADVOCATE), ZoneInfo(world.program.time_zone)
    facts = {"agency": advocate.agency, "until": "2025-06-10"}
    enter(world.actor(Post.PROTECTED_PERSON), Proposal(What.CONSENT_GIVEN, world.rosa, "2025-04-01", facts))
    for hour in (0, 18, 23):
        (hit,) = find(advocate, ROSA, datetime(2025, 6, 10, hour, tzinfo=zone), purpose="help").hits
        assert (hit.person, hit.born) == (world.rosa, date(1990, 5, 1))
    assert not find(advocate, ROSA, datetime(2025, 6, 11, tzinfo=zone), purpose="help").hits


@pytest.mark.parametrize("asked", [DAN, ROSA, ByCase("25-2-00017-1")])
def test_a_sealed_case_finds_nobody(world: World, asked: Asked) -> None:
    case, _order = open_civil(world)
    judge = world.actor(Post.JUDGE, confirmed=True)
    assert search(judge, asked).hits
    enter(judge, Proposal(What.SEALED, case, "2025-05-01", {}, why="by the judge's order"))
    for post in Post:
        assert not search(world.actor(post), asked).hits, post


def test_a_foreign_order_is_not_found_by_the_side_that_it_restrains(world: World) -> None:
    case = foreign(world)
    for asked in (DAN, ROSA, ByName("Rosa Marin"), ByCase("OR-9")):
        assert not search(world.actor(Post.RESTRAINED_PERSON), asked).hits
    (hit,) = search(world.actor(Post.OFFICER), DAN).hits
    assert [order.case for order in hit.orders] == [case]
    open_civil(world)
    for asked in (DAN, ByName("Rosa Marin")):
        (hit,) = search(world.actor(Post.RESTRAINED_PERSON), asked).hits
        assert case not in {order.case for order in hit.orders}
        assert len(hit.orders) == 1


# ---- why, and what is shown ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "grade", "expected"),
    [
        (DAN, Grade.EXACT, [FindingCode.SURNAME_SAME, FindingCode.GIVEN_SAME, FindingCode.BORN_SAME]),
        (
            ByName("Cole, Dan", born=date(1988, 9, 3), born_within_a_year=True),
            Grade.NICKNAME,
            [FindingCode.SURNAME_SAME, FindingCode.GIVEN_NICKNAME, FindingCode.BORN_WITHIN_A_YEAR],
        ),
        (
            ByName(given="Daniel", surname="Kole", born=date(1988, 2, 3)),
            Grade.SPELLING,
            [FindingCode.SURNAME_SPELLING, FindingCode.GIVEN_SAME, FindingCode.BORN_SAME],
        ),
        (
            ByName("Daniel Coole"),
            Grade.SPELLING,
            [FindingCode.SURNAME_SPELLING, FindingCode.GIVEN_SAME, FindingCode.BORN_NOT_ASKED],
        ),
        (
            ByName("D. Cole", born=date(1988, 2, 3)),
            Grade.INCOMPLETE,
            [FindingCode.SURNAME_SAME, FindingCode.GIVEN_INITIAL, FindingCode.BORN_SAME],
        ),
        (
            # A surname that neither sounds nor is written alike enough for its key: the given name and the day find it.
            ByName("Daniel Copie", born=date(1988, 2, 3)),
            None,
            [],
        ),
        (ByName("Daniel Cole", born=date(1988, 2, 4)), None, []),
        (ByName("Daniel Cole", born=date(1986, 2, 3), born_within_a_year=True), None, []),
        (ByCase("25-2-000171"), Grade.EXACT, [FindingCode.IDENTIFIER_SAME]),
    ],
)
def test_why_somebody_was_found(world: World, asked: Asked, grade: Grade | None, expected: list[FindingCode]) -> None:
    open_civil(world)
    found = search(world.actor(Post.OFFICER), asked)
    hits = [hit for hit in found.hits if hit.person == world.dan]
    assert [hit.match.grade for hit in hits] == ([] if grade is None else [grade])
    assert [reason.code for hit in hits for reason in hit.match.reasons] == expected


def test_a_misspelt_surname_is_found_by_the_given_name_on_the_very_day(world: World) -> None:
    someone(world, "Daniel Brander", "1988-02-03")
    open_civil(world)
    near = ByName("Daniel Bramder", born=date(1988, 2, 3))
    (hit,) = search(world.actor(Post.OFFICER), near).hits
    assert (hit.name, hit.match.grade) == ("Daniel Brander", Grade.SPELLING)


@pytest.mark.parametrize("within", [False, True])
def test_a_record_without_a_birth_date_is_found_and_says_so(world: World, within: bool) -> None:
    person = someone(world, "Daniel Cole", None)
    open_civil(world)
    hits = search(world.actor(Post.OFFICER), ByName("Dan Cole", born=date(1988, 2, 3), born_within_a_year=within)).hits
    assert [(hit.person, hit.match.needs_confirming) for hit in hits] == [(world.dan, False), (person, True)]
    assert hits[1].match.reasons[-1].code is FindingCode.BORN_NOT_RECORDED


def test_somebody_is_found_by_another_name_that_they_go_by(world: World) -> None:
    person = someone(world, "Ulrich Elsewhere", "1970-01-01", descriptors={"also_known_as": ["Red Fiction"]})
    (hit,) = search(world.actor(Post.OFFICER), ByName("Red Fiction", born=date(1970, 1, 1))).hits
    assert (hit.person, hit.name, hit.match.grade) == (person, "Ulrich Elsewhere", Grade.EXACT)


def test_a_number_finds_by_its_digest_and_only_its_own_kind(world: World) -> None:
    person = someone(world, "Ulrich Elsewhere", None, secrets={"identifiers": {"licence": "D-123 456"}})
    officer = world.actor(Post.OFFICER)
    assert who(search(officer, ByIdentifier("licence", "d123456"))) == {person}
    assert not search(officer, ByIdentifier("passport", "d123456")).hits
    assert not search(officer, ByIdentifier("licence", "")).hits


def test_nobody_tries_numbers_or_birth_dates_on_the_other_side(world: World) -> None:
    clerk = world.clerk
    secrets = {"identifiers": {"licence": "D1"}}
    facts = {"name": "Rosa Marin", "born": "1990-05-01"}
    enter(clerk, Proposal(What.PERSON_CHANGED, world.rosa, "2025-03-01", facts, secrets))
    open_civil(world)
    other = world.actor(Post.RESTRAINED_PERSON)
    assert who(search(world.actor(Post.PROTECTED_PERSON), ByIdentifier("licence", "D1"))) == {world.rosa}
    assert not search(other, ByIdentifier("licence", "D1")).hits
    right, wrong = (search(other, ByName("Rosa Marin", born=born)) for born in (date(1990, 5, 1), date(1971, 1, 1)))
    assert right == wrong
    assert codes(right)[-1] is FindingCode.BORN_HIDDEN
    assert right.hits[0].born is None


@pytest.mark.parametrize("post", [Post.CIVIL_CLERK, Post.OFFICER, *sorted(PARTY_POSTS), Post.DEFENSE_LAWYER])
def test_a_birth_date_is_shown_where_reading_the_person_shows_it(world: World, post: Post) -> None:
    case, _order = open_civil(world)
    actor = world.actor(post)
    facts = {"account": world.actor(Post.DEFENSE_LAWYER).account, "agency": "", "person": world.dan}
    enter(world.clerk, Proposal(What.APPEARED, case, "2025-04-01", facts))
    for asked in (ByName("Rosa Marin"), ByName("Daniel Cole")):
        (hit,) = search(actor, asked).hits
        papers = read_person(actor, hit.person, NOW, purpose="a stop").papers
        assert hit.born == papers.people[hit.person].born


def test_orders_at_a_glance(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served"))
    _other, criminal = open_criminal(world)
    (hit,) = search(world.actor(Post.OFFICER), DAN).hits
    shown = {one.order: one for one in hit.orders}
    assert set(shown) == {order, criminal}
    one = shown[order]  # type: ignore[index]
    assert (one.kind, one.case, one.number) == (Kind.CIVIL, case, "25-2-00017-1")
    assert (one.in_force, one.enforceable, one.is_restrained) == (Answer.YES, Answer.YES, True)
    assert (one.served, one.ends) == ("2025-04-01", "2027-03-01")
    assert (one.keeper, one.keeper_phone) == (world.civil_court.id, "206-555-0100")
    assert shown[criminal].kind is Kind.CRIMINAL  # type: ignore[index]
    (protected,) = search(world.actor(Post.OFFICER), ROSA).hits
    assert {one.is_restrained for one in protected.orders} == {False}


def test_an_order_is_over_on_the_day_after_its_end_in_its_own_time_zone(world: World) -> None:
    open_civil(world)
    officer = world.actor(Post.OFFICER)
    last_minute = NOW.replace(year=2027, month=3, day=2, hour=7, minute=59)
    for now, answer in ((last_minute, Answer.YES), (last_minute + timedelta(minutes=1), Answer.NO)):
        (hit,) = find(officer, DAN, now, purpose="a stop").hits
        assert [order.in_force for order in hit.orders] == [answer]


def test_likeness_joins_nobody_and_a_link_is_shown_as_one(world: World) -> None:
    open_civil(world)
    twin = someone(world, "Daniel Cole", "1988-02-03")
    officer = world.actor(Post.OFFICER)
    assert {hit.person: hit.same_as for hit in search(officer, DAN).hits} == {world.dan: None, twin: None}
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, twin, "2025-05-01", {"same_as": world.dan}, why="same papers"))
    found = search(officer, DAN)
    assert {hit.person: hit.same_as for hit in found.hits} == {world.dan: None, twin: world.dan}
    # The orders of the one are those of the other, whichever was found.
    (first, second) = found.hits
    assert len(first.orders) == 2
    assert first.orders == second.orders


def test_an_order_in_force_is_shown_through_any_number_of_links(world: World) -> None:
    open_civil(world)
    people = [someone(world, name, None, with_order=False) for name in ("Otto Erfunden", "Otto Ersonnen")]
    for one, other in zip(people, [world.dan, people[0]], strict=True):
        enter(world.clerk, Proposal(What.PEOPLE_LINKED, one, "2025-05-01", {"same_as": other}, why="same papers"))
    (hit,) = search(world.actor(Post.OFFICER), ByName("Otto Ersonnen")).hits
    assert hit.person == people[1]
    assert [(order.is_restrained, order.in_force) for order in hit.orders] == [(True, Answer.YES)]


def test_a_link_to_somebody_whom_the_actor_may_not_know_of_is_not_shown(world: World) -> None:
    case, _order = open_civil(world)
    twin = someone(world, "Daniel Cole", "1988-02-03")
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, twin, "2025-05-01", {"same_as": world.dan}, why="same papers"))
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, case, "2025-05-02", {}, why="by order"))
    (hit,) = search(world.actor(Post.OFFICER), DAN).hits
    assert (hit.person, hit.same_as) == (twin, None)


# ---- pages, cuts and the index -------------------------------------------------------------------------------------


def test_pages_bring_everybody_once_in_one_order(world: World) -> None:
    names = ("Daniel Cole", "Dan Cole", "D. Cole", "Daniel Cole", "Danny Kohl")
    people = {someone(world, name, "1988-02-03") for name in names}
    officer = world.actor(Post.OFFICER)
    whole = [hit.person for hit in search(officer, DAN).hits]
    assert set(whole) == people
    paged, cursor = [], ""
    while True:
        found = search(officer, DAN, cursor=cursor, most=2)
        paged += [hit.person for hit in found.hits]
        cursor = found.next
        if not cursor:
            break
    assert paged == whole
    grades = [hit.match.grade.rank for hit in search(officer, DAN).hits]
    assert grades == sorted(grades)


@pytest.mark.parametrize("count", [2, 14])
def test_of_many_namesakes_those_in_open_cases_are_shown_with_their_orders(world: World, count: int) -> None:
    case, _order = open_civil(world)  # Daniel Cole's own, and it is sealed
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, case, "2025-05-01", {}, why="by order"))
    enter(
        world.clerk, Proposal(What.PERSON_RECORDED, new_id("p"), "2025-03-01", {"name": DAN.text, "born": "1988-02-03"})
    )
    restrained = {someone(world, DAN.text, "1988-02-03") for _ in range(count)}
    without = someone(world, DAN.text, "1988-02-03", with_order=False)
    linked = sorted(restrained)[0]
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, without, "2025-05-01", {"same_as": linked}, why="same papers"))
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, linked, "2025-05-01", {"same_as": world.dan}, why="same papers"))
    officer, cursor = world.actor(Post.OFFICER), ""
    shown: list[Hit] = []
    while True:
        found = search(officer, DAN, cursor=cursor, most=4)
        shown += found.hits
        cursor = found.next
        if not cursor:
            break
    assert [hit.person for hit in shown] == sorted({*restrained, without})
    assert {len(hit.orders) for hit in shown} == {1}
    assert [(hit.person, hit.same_as) for hit in shown if hit.same_as] == [(without, linked)]


@pytest.mark.parametrize("cursor", ["!", "AAAA", "é", "MSAy"])
def test_what_is_no_cursor_is_said_to_be_none(world: World, cursor: str) -> None:
    with pytest.raises(NotACursor):
        search(world.actor(Post.OFFICER), DAN, cursor=cursor)


def test_a_name_without_a_birth_date_is_cut_and_says_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    open_civil(world)
    for _ in range(3):
        someone(world, "Kohl Daniel", "1970-01-01")
    officer = world.actor(Post.OFFICER)
    assert not search(officer, ByName("Daniel Cole")).truncated
    monkeypatch.setattr(candidates, "MOST_WITHOUT", 2)
    found = search(officer, ByName("Daniel Cole"))
    assert found.truncated
    assert world.dan in who(found)  # the very name is looked at first
    assert search(officer, ByName("Cole")).truncated  # a surname alone is not looked through


def test_people_who_may_not_be_known_of_do_not_cut_anything(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST_WITHOUT", 2)
    for _ in range(30):
        enter(world.clerk, Proposal(What.PERSON_RECORDED, new_id("p"), "2025-03-01", {"name": "Daniel Cole"}))
    open_civil(world)
    found = search(world.actor(Post.OFFICER), ByName("Daniel Cole"))
    assert not found.truncated
    assert who(found) == {world.dan}


def test_keys_of_another_edition_are_never_searched_until_they_are_made_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_civil(world)
    for module in (candidates, rows):
        monkeypatch.setattr(module, "KEYS_EDITION", 77)
    officer = world.actor(Post.OFFICER)
    with pytest.raises(KeysOutdated, match="stayaway registry rebuild"):
        search(officer, DAN)
    PersonRow.objects.filter(id=world.dan).update(keys_edition=77)
    with pytest.raises(KeysOutdated):
        search(officer, DAN)
    projecting.rebuild(NOW)
    assert who(search(officer, DAN)) == {world.dan}


# ---- its trace, and its work ------------------------------------------------------------------------------------


def test_every_search_is_journaled_with_what_it_showed(world: World) -> None:
    case, _order = open_civil(world)
    officer = world.actor(Post.OFFICER)
    search(officer, DAN)
    search(officer, ByName("COLE, Daniel", born=date(1988, 2, 3)))
    search(officer, NOBODY)
    looks = Access.objects.filter(account=officer.account).order_by("id")
    assert [(look.how, look.found, look.purpose) for look in looks] == [
        ("find", f"{world.dan} {case}", "a stop on Hill Road"),
        ("find", f"{world.dan} {case}", "a stop on Hill Road"),
        ("find", "", "a stop on Hill Road"),
    ]
    assert all(len(look.asked) == 64 and "cole" not in look.asked for look in looks)
    assert looks[0].asked == keyed_digest(DAN.canonical) != looks[2].asked


@pytest.mark.parametrize("post", sorted(set(Post) - PARTY_POSTS))
def test_who_searches_for_their_work_says_what_for(world: World, post: Post) -> None:
    open_civil(world)
    with pytest.raises(Refused) as told:
        find(world.actor(post), DAN, NOW, purpose=" ")
    assert [reason.code.value for reason in told.value.reasons] == ["record.purpose_needed", "record.path_say_purpose"]
    look = Access.objects.latest("id")
    assert (look.how, look.post, look.asked) == ("refused", post.value, keyed_digest(DAN.canonical))


@pytest.mark.parametrize("post", sorted(PARTY_POSTS))
def test_somebody_who_looks_for_their_own_orders_says_no_purpose(world: World, post: Post) -> None:
    open_civil(world)
    assert find(world.actor(post), DAN, NOW, purpose="").hits


def test_a_search_that_cannot_be_journaled_shows_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    open_civil(world)

    def fails(*_: Any, **__: Any) -> None:
        raise OSError("no room left")

    monkeypatch.setattr("stayaway.registry.finding.searching.looked", fails)
    with pytest.raises(OSError, match="no room"):
        search(world.actor(Post.OFFICER), DAN)


def statements(do: Callable[[], object]) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        do()
    return [str(query["sql"]).split(" ")[0] for query in asked.captured_queries]


@pytest.mark.parametrize("post", list(Post))
def test_forbidden_and_absent_are_the_same_work(world: World, post: Post) -> None:
    case, _order = open_civil(world)
    actor = world.actor(post)
    search(actor, NOBODY)
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, case, "2025-05-01", {}, why="by order"))
    forbidden = statements(lambda: search(actor, DAN))
    absent = statements(lambda: search(actor, NOBODY))
    assert forbidden == absent
    assert search(actor, DAN) == search(actor, NOBODY)


@pytest.mark.parametrize("post", list(Post))
@pytest.mark.parametrize("asked", [DAN, ByName("Daniel Cole"), ByCase("25-2-00017-1"), ByIdentifier("licence", "1")])
def test_a_search_asks_the_database_a_fixed_number_of_times(world: World, post: Post, asked: Asked) -> None:
    open_civil(world)
    actor = world.actor(post)
    search(actor, asked)
    few = len(statements(lambda: search(actor, asked)))
    for _ in range(4):
        someone(world, "Daniel Cole", "1988-02-03")
    assert len(statements(lambda: search(actor, asked))) == few <= 8
