"""Each post finds exactly those of whom it may know, is told why, and leaves its trace."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from stayaway.model import Answer, Kind
from stayaway.registry.actors import COURT_POSTS, PARTY_POSTS, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.finding import Grade
from stayaway.registry.finding.asking import Asked, ByCase, ByIdentifier, ByName
from stayaway.registry.finding.searching import find
from stayaway.registry.reading import read_person
from stayaway.wording.finding import FindingCode
from tests.registry.finding.looking_for import DAN, ROSA, codes, foreign, search, someone, who
from tests.registry.world import NOW, World, enter, happens, open_civil, open_criminal

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
@pytest.mark.parametrize(
    ("recorded", "is_found"),
    [
        ("Rella Victoria Cole", True),
        ("Rella Victoria", True),
        ("Bella Victoria Wagner", True),
        ("Rella Victoria Wagner", False),
        ("Rella Victoria Wagner-Cole", True),
    ],
)
def test_a_middle_name_of_both_is_no_reason_beside_a_misspelt_given_name(
    world: World, recorded: str, within: bool, is_found: bool
) -> None:
    person = someone(world, recorded, "1988-02-03")
    found = search(
        world.actor(Post.OFFICER), ByName("Bella Victoria Cole", born=date(1988, 2, 3), born_within_a_year=within)
    )
    assert who(found) == ({person} if is_found else set())


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
