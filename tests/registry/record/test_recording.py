"""A step is taken whole or not at all, and the record can be read as of any instant, also as it was known then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from stayaway import governing, standing
from stayaway.files.faults import FileFaults
from stayaway.model import Answer, TermKind
from stayaway.reasoning.authority import Role
from stayaway.registry import projecting
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Post
from stayaway.registry.chain import broken
from stayaway.registry.entries import Proposal, What
from stayaway.registry.journal import Stale
from stayaway.registry.models import CaseRow, Entry, OrderRow, PersonRow, Secret, Task
from stayaway.registry.reading import read_case, read_person
from stayaway.registry.recording import record
from stayaway.registry.refusing import Refused
from tests.registry.world import NOW, World, enter, happens, happens_in, made, open_civil, open_criminal


def everything() -> list[Any]:
    return [
        list(model.objects.order_by("pk").values()) for model in (Entry, Secret, CaseRow, OrderRow, PersonRow, Task)
    ]


def test_a_step_with_one_fault_leaves_nothing(world: World) -> None:
    case, order = open_civil(world)
    before = everything()
    with pytest.raises(FileFaults) as told:
        enter(world.clerk, happens(case, order, "served"), happens(case, order, "renewed", until="2020-02-31"))
    assert [fault.read for fault in told.value.faults] == ["2020-02-31"]
    assert everything() == before


def test_a_step_with_one_refusal_leaves_nothing_and_says_which(world: World) -> None:
    case, order = open_civil(world)
    before = everything()
    with pytest.raises(Refused) as told:
        enter(world.actor(Post.OFFICER), happens(case, order, "served"), happens(case, order, "terminated"))
    assert told.value.index == 1
    assert [reason.code.value for reason in told.value.reasons] == [
        "authority.only_the_civil_court",
        "authority.path_help_them_ask",
    ]
    assert everything() == before


def test_whoever_looked_at_an_older_version_is_told(world: World) -> None:
    case, order = open_civil(world)
    seen = CaseRow.objects.get(id=case).version
    record(world.clerk, [happens(case, order, "served")], {case: seen}, NOW)
    with pytest.raises(Stale) as told:
        record(world.clerk, [happens(case, order, "change_requested")], {case: seen}, NOW)
    assert (told.value.expected, told.value.found) == (seen, seen + 1)


def test_a_stream_begins_once_and_only_with_its_beginning(world: World) -> None:
    _case, order = open_civil(world)
    again = Proposal(What.PERSON_RECORDED, world.rosa, "2025-03-02", {"name": "Rosa Marin"})
    for proposal in (again, happens(new_id("c"), order, "served")):
        with pytest.raises(Refused):
            enter(world.clerk, proposal)


def test_what_has_not_happened_yet_is_not_entered(world: World) -> None:
    case, order = open_civil(world)
    tomorrow = (NOW + timedelta(days=1)).date().isoformat()
    with pytest.raises(Refused) as told:
        enter(world.clerk, happens(case, order, "served", on=tomorrow))
    assert told.value.reasons[0].code.value == "record.not_ahead"


def test_an_entry_says_the_day_that_it_records(world: World) -> None:
    case, order = open_civil(world)
    proposal = Proposal(
        What.ORDER_EVENT, case, "2025-04-02", {"order": order, "entry": {"on": "2025-04-01", "entry": "served"}}
    )
    with pytest.raises(Refused):
        enter(world.clerk, proposal)


def test_the_record_answers_as_of_any_day(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "terminated", on="2025-05-10"))
    papers = read_case(world.clerk, case, NOW).papers
    answers = [standing(papers, order, on=day).in_force for day in ("2025-02-28", "2025-04-01", "2025-05-11")]
    assert answers == [Answer.NO, Answer.YES, Answer.NO]


def test_the_record_answers_as_it_was_known(world: World) -> None:
    """Ended on the tenth, entered on the twelfth: on the eleventh the registry said that it stood."""
    case, order = open_civil(world, now=datetime(2025, 3, 1, 20, tzinfo=UTC))
    entered = datetime(2025, 5, 12, 17, tzinfo=UTC)
    enter(world.clerk, happens(case, order, "terminated", on="2025-05-10"), now=entered)
    before, after = entered - timedelta(days=1), entered
    known = [read_case(world.clerk, case, NOW, known=when).papers for when in (before, after)]
    assert [standing(papers, order, on="2025-05-11").in_force for papers in known] == [Answer.YES, Answer.NO]


def test_a_correction_is_a_new_entry_and_the_old_one_stays(world: World) -> None:
    case, order = open_civil(world, now=datetime(2025, 3, 1, 20, tzinfo=UTC))
    day = datetime(2025, 5, 12, 17, tzinfo=UTC)
    wrong = enter(world.clerk, happens(case, order, "renewed", on="2025-04-01", until="2030-03-01"), now=day)[0]
    right = {"order": order, "entry": {"on": "2025-04-01", "entry": "renewed", "until": "2028-03-01"}}
    correction = Proposal(
        What.CORRECTED, case, "2025-04-01", {"instead": right}, why="misread the year", corrects=wrong.number
    )
    enter(world.clerk, correction, now=day + timedelta(days=1))
    ends = [
        standing(read_case(world.clerk, case, NOW, known=known).papers, order, on="2025-05-20").ends
        for known in (day, None)
    ]
    assert [str(end) for end in ends] == ["2030-03-01", "2028-03-01"]
    assert Entry.objects.get(number=wrong.number).facts == wrong.facts
    assert list(broken()) == []
    assert projecting.differences() == []


def test_what_others_rest_on_cannot_be_taken_back(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served"))
    the_order = Entry.objects.get(stream=case, what=What.ORDER_RECORDED)
    with pytest.raises(Refused) as told:
        enter(
            world.clerk,
            Proposal(What.CORRECTED, case, "2025-04-02", {}, why="entered twice", corrects=the_order.number),
        )
    assert told.value.reasons[0].code.value == "record.others_rest_on_it"


def test_only_whoever_may_enter_it_may_correct_it(world: World) -> None:
    case, order = open_civil(world)
    wrong = enter(world.clerk, happens(case, order, "renewed", until="2030-03-01"))[0]
    correction = Proposal(What.CORRECTED, case, "2025-04-01", {}, why="never happened", corrects=wrong.number)
    for actor in (world.actor(Post.OFFICER), world.criminal_clerk, world.actor(Post.CIVIL_CLERK, world.other_court)):
        with pytest.raises(Refused):
            enter(actor, correction)
    enter(world.clerk, correction)
    assert str(standing(read_case(world.clerk, case, NOW).papers, order, on="2025-05-20").ends) == "2027-03-01"


def test_both_orders_govern_together_across_courts(world: World) -> None:
    _, civil = open_civil(world, terms=["no_abuse", {"no_contact": {"except": [{"by": "text", "about": "children"}]}}])
    _, criminal = open_criminal(world)
    papers = read_person(world.actor(Post.OFFICER), world.dan, NOW).papers
    found = governing(papers, on="2025-05-01")
    assert {str(one.order) for one in found.standings} == {civil, criminal}
    assert all(one.in_force is Answer.YES for one in found.standings)
    contact = next(row for row in found.terms if row.term is TermKind.NO_CONTACT)
    assert {contact.controlled_by, *contact.also_in} == {civil, criminal}


def test_people_found_to_be_the_same_are_looked_at_as_one_and_others_never(world: World) -> None:
    open_civil(world)
    twin = new_id("p")
    enter(
        world.clerk, Proposal(What.PERSON_RECORDED, twin, "2025-03-01", {"name": "Daniel Cole", "born": "1988-02-03"})
    )
    other = World(**{**world.__dict__, "dan": twin})
    open_criminal(other)
    officer = world.actor(Post.OFFICER)
    assert len(read_person(officer, world.dan, NOW).papers.orders) == 1
    enter(
        world.clerk,
        Proposal(What.PEOPLE_LINKED, twin, "2025-06-01", {"same_as": world.dan}, why="same licence, seen by the clerk"),
    )
    both = read_person(officer, world.dan, NOW)
    assert {order.restrained for order in both.papers.orders.values()} == {world.dan}
    assert len(both.papers.orders) == 2
    enter(world.clerk, Proposal(What.PEOPLE_UNLINKED, twin, "2025-06-02", {}, why="another licence"))
    assert len(read_person(officer, world.dan, NOW).papers.orders) == 1


def test_a_case_that_ends_without_its_order_leaves_the_court_a_task(world: World) -> None:
    """Where the law does not say that a dismissal ends the order, it stands, and the court has to decide."""
    case, order = open_criminal(world, place="us-ar")
    enter(world.criminal_clerk, happens_in(case, "dismissed", on="2025-05-01"))
    papers = read_case(world.criminal_clerk, case, NOW).papers
    assert standing(papers, order, on="2025-05-20").in_force is not Answer.NO
    assert ("work.decide_after_case", order) in set(Task.objects.values_list("kind", "order"))
    enter(world.criminal_clerk, happens(case, order, "lifted", on="2025-05-20"))
    assert not Task.objects.filter(order=order).exists()


def test_a_foreign_order_is_recorded_without_the_restrained_side_knowing(world: World) -> None:
    case, key = new_id("c"), new_id("o")
    about = {
        "kind": "civil",
        "jurisdiction": "us-or",
        "court": "Cedar County Circuit Court, Oregon",
        "petitioner": world.rosa,
        "respondent": world.dan,
    }
    enter(
        world.clerk,
        Proposal(What.CASE_OPENED, case, "2025-03-05", {"case": about, "foreign": True}, court=world.civil_court.id),
        made(world, case, key),
    )
    assert standing(read_case(world.actor(Post.OFFICER), case, NOW).papers, key, on="2025-05-01").in_force is Answer.YES
    with pytest.raises(Refused):
        read_case(world.actor(Post.RESTRAINED_PERSON), case, NOW)
    with pytest.raises(Refused):
        read_person(world.actor(Post.RESTRAINED_PERSON), world.dan, NOW)
    with pytest.raises(Refused) as told:
        enter(world.clerk, happens(case, key, "terminated"))
    assert told.value.reasons[0].code.value == "record.document_needed"
    assert Task.objects.filter(kind="work.serve").count() == 0
    for proposal in (
        Proposal(What.NOTICE_ASKED, case, "2025-05-02"),
        Proposal(What.SEALED, case, "2025-05-02", why="a clerk seals nothing"),
    ):
        with pytest.raises(Refused):
            enter(world.clerk, proposal)
    enter(world.clerk, Proposal(What.NOTICE_ASKED, case, "2025-05-02", acting=Role.PROTECTED_PERSON))
    assert key in read_case(world.actor(Post.RESTRAINED_PERSON), case, NOW).papers.orders


def test_the_projections_are_what_the_journal_says(world: World) -> None:
    case, order = open_civil(world)
    open_criminal(world)
    enter(world.clerk, happens(case, order, "served"), happens(case, order, "renewed", until="2030-03-01"))
    before = [list(model.objects.order_by("pk").values()) for model in (CaseRow, OrderRow, PersonRow)]
    tasks = sorted(map(str, Task.objects.values_list("case", "order", "kind", "agency", "begins", "due")))
    assert projecting.differences() == []
    projecting.rebuild(NOW)
    assert [list(model.objects.order_by("pk").values()) for model in (CaseRow, OrderRow, PersonRow)] == before
    assert sorted(map(str, Task.objects.values_list("case", "order", "kind", "agency", "begins", "due"))) == tasks
    CaseRow.objects.filter(id=case).update(folded={})
    PersonRow.objects.filter(id=world.dan).update(facts={"name": "Somebody"})
    assert set(projecting.differences()) == {case, world.dan}


def test_a_name_or_number_longer_than_the_tables_hold_is_kept_whole_in_the_journal(world: World) -> None:
    person, case, name, number = new_id("p"), new_id("c"), "Rosa " + "Marin" * 100, "No. " + "7" * 200
    enter(world.clerk, Proposal(What.PERSON_RECORDED, person, "2025-03-01", {"name": name}))
    about = {"kind": "civil", "court": world.civil_court.name, "petitioner": person, "number": number}
    opened = Proposal(
        What.CASE_OPENED, case, "2025-03-01", {"case": about}, court=world.civil_court.id, acting=Role.PROTECTED_PERSON
    )
    enter(world.clerk, opened)
    papers = read_case(world.clerk, case, NOW).papers
    assert [one.name for one in papers.people.values()] == [name]
    assert [one.number for one in papers.cases.values()] == [number]
