from __future__ import annotations

from dataclasses import replace

import pytest

from stayaway.model import PersonId
from stayaway.registry import chain, projecting
from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.exchange.inward.order_files import plan_import
from stayaway.registry.exchange.outward.order_file import order_file_of
from stayaway.registry.models import Access, CaseRow, Entry, OrderRow, Party, PersonRow
from stayaway.registry.reading import read_case
from stayaway.registry.recording import record
from stayaway.registry.refusing import Refused
from stayaway.wording.exchange_in import ImportCode as C
from stayaway.wording.record import RecordCode

from .courts import FILE, NOW, Court, in_one_form, known_files, make_court, read

REFUSED = {"nh-tp-v-bp-2018.yaml"}
"""Files of a request that came too late, which the rulebook lets nobody enter as a request for renewal."""


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(known_files()))
def test_what_was_loaded_reads_back_equal(name: str) -> None:
    text = known_files()[name]
    registering = make_court("Registering Court of Nowhere", "us-dc")
    report = registering.load(text, name, foreign=True)
    if name in REFUSED:
        assert report.problems
        assert not Entry.objects.exists()
        return
    assert report.problems == ()
    for case, loaded in report.cases.items():
        view = read_case(registering.judge, loaded, NOW)
        back = read(order_file_of(view))
        assert in_one_form(back, loaded) == in_one_form(read(text), case)
    assert list(chain.broken()) == []
    assert projecting.differences() == []


def test_a_court_loads_its_own_cases_and_they_can_be_found(court: Court) -> None:
    report = court.load(FILE)
    assert report.lines() == ["orders.yaml: Loaded. Cases: 2. Orders: 2."]
    assert {row.number for row in CaseRow.objects.all()} == {"24-2-00001-1", "24-1-00002-2"}
    assert PersonRow.objects.count() == 2, "a person of two cases is recorded once"
    assert {row.court_id for row in CaseRow.objects.all()} == {court.agency.id}


def test_secrets_of_a_file_are_kept_as_secrets(court: Court) -> None:
    court.load(FILE)
    everything = str(list(Entry.objects.values())) + str(list(CaseRow.objects.values()))
    assert "Ana's home" in everything
    assert "Hidden Lane" not in everything
    assert "555-0" not in everything


def test_that_a_case_is_sealed_is_not_told_by_what_is_on_record(court: Court) -> None:
    """Its number counts as free, and both cases stand side by side when the sealed one is opened again."""
    first = court.load(FILE).cases["family"]
    judge = replace(court.judge, confirmed=True)
    for what in (What.SEALED, What.UNSEALED):
        number = Entry.objects.filter(stream=first).count()
        record(judge, [Proposal(what, first, "2026-06-01", why="ordered")], {first: number}, NOW)
        if what is What.SEALED:
            again = FILE.replace("issued: 2024-03-01", "issued: 2024-03-02", 1)
            second = court.load(again.replace("24-1-00002-2", "24-1-00003-2"))
            assert second.problems == ()
    assert CaseRow.objects.filter(number="24-2-00001-1", is_sealed=False).count() == 2
    assert read_case(judge, first, NOW).papers.cases
    assert court.load(FILE.replace("issued: 2024-03-01", "issued: 2024-03-04", 1)).problems


def test_every_fault_is_told_at_once_and_nothing_is_loaded(court: Court) -> None:
    wrong = FILE.replace("entry: noticed", "entry: lifted").replace("on: 2024-03-04", "on: 2031-03-04")
    unconfirmed = Actor("u-judge", Post.JUDGE, court.agency.id, court.agency.kinds)
    plan = plan_import(unconfirmed, wrong, "orders.yaml", NOW)
    found = {(one.spot.row, one.wrong[0].code) for one in plan.problems}
    assert found == {(34, RecordCode.NOT_AHEAD), (42, RecordCode.CONFIRM_AGAIN)}
    assert not Entry.objects.exists()
    assert [row.how for row in Access.objects.all()] == ["import_check"]


def test_faults_of_the_file_have_their_line(court: Court) -> None:
    report = court.load(FILE.replace("500 ft", "500 fet").replace("restrained: ben", "restrained: bob", 1))
    assert {(one.spot.row, one.spot.read) for one in report.problems} == {(26, "bob"), (33, "500 fet")}
    assert not Entry.objects.exists()


def test_a_case_of_another_court_is_not_loaded_as_an_own_one_nor_an_own_one_as_foreign(court: Court) -> None:
    other = FILE.replace("court: Alder County Superior Court", "court: Birch Court", 1)
    assert [one.wrong[0].code for one in court.load(other).problems] == [C.OTHER_COURT]
    assert {one.wrong[0].code for one in court.load(FILE, foreign=True).problems} == {C.OWN_COURT}
    assert not Entry.objects.exists()


def test_a_foreign_order_is_recorded_without_any_word_to_the_restrained_side(court: Court) -> None:
    text = FILE.replace("us-wa", "us-or").replace("Alder County Superior", "Elm Circuit")
    text = text.replace("wa-dvpo", "or-fapa").replace("wa-nco-pretrial", "or-release-nco")
    report = court.load(text, foreign=True)
    assert report.problems == ()
    assert not CaseRow.objects.filter(tells_restrained=True).exists()
    ben = Party.objects.filter(role="restrained").first()
    assert ben is not None
    restrained = Actor("u-ben", Post.RESTRAINED_PERSON, person=PersonId(ben.person_id))
    with pytest.raises(Refused):
        read_case(restrained, ben.case_id, NOW)


def test_only_a_court_loads_files(court: Court) -> None:
    officer = Actor("u-officer", Post.OFFICER, court.agency.id)
    plan = plan_import(officer, FILE, "orders.yaml", NOW)
    assert [one.wrong[0].code for one in plan.problems] == [C.COURTS_ONLY]


def test_a_clerk_loads_only_the_kind_of_case_that_is_theirs(court: Court) -> None:
    clerk = Actor("u-clerk", Post.CIVIL_CLERK, court.agency.id, court.agency.kinds, confirmed=True)
    plan = plan_import(clerk, FILE, "orders.yaml", NOW)
    assert {one.spot.row for one in plan.problems} == {15}, "the criminal case, and nothing else"


def test_the_same_file_is_loaded_once(court: Court) -> None:
    court.load(FILE)
    count = Entry.objects.count()
    again = court.load(FILE, "renamed.yaml")
    assert again.before == NOW
    assert "was loaded before" in again.lines()[0]
    assert Entry.objects.count() == count
    assert list(Access.objects.filter(how="import").values_list("agency", flat=True)) == [court.agency.id]


def test_an_order_that_is_there_already_is_told_and_not_doubled(court: Court) -> None:
    court.load(FILE)
    more = FILE + (
        "  other:\n    {case: third, instrument: wa-dvpo, restrained: ben, protects: [ana], issued: 2024-05-01, "
        "expires: 2027-03-01}\n"
    )
    third = "  third: {kind: civil, number: 24-2-00009-9, petitioner: ana, respondent: ben}\norders:\n"
    report = court.load(more.replace("orders:\n", third))
    assert report.problems == ()
    assert [note.why.code for note in report.notes] == [C.ALREADY_THERE, C.ALREADY_THERE]
    assert list(report.cases) == ["third"]
    assert OrderRow.objects.count() == 3


def test_a_new_order_in_a_case_that_is_on_record_is_entered_there(court: Court) -> None:
    court.load(FILE)
    report = court.load(FILE.replace("issued: 2024-03-01", "issued: 2024-03-02"))
    assert [one.wrong[0].code for one in report.problems] == [C.CASE_ON_RECORD]
    assert report.problems[0].spot.read == "24-2-00001-1"
    assert OrderRow.objects.count() == 2


def test_who_may_be_the_same_is_listed_and_recorded_anew_unless_somebody_says_so(court: Court) -> None:
    court.load(FILE)
    ben = PersonRow.objects.get(name="Ben Sample")
    text = (
        FILE.replace("24-", "25-")
        .replace("name: Ben Sample", 'name: "sample, BEN"')
        .replace("ana: {name: Ana", "ana: {name: Anna")
    )
    plan = plan_import(court.judge, text, "more.yaml", NOW)
    assert [(one.person, one.record, one.why) for one in plan.candidates] == [("ben", ben.id, (C.SAME_NAME_AND_BIRTH,))]
    assert PersonRow.objects.count() == 2
    court.load(text, "more.yaml", same={"ben": ben.id})
    assert PersonRow.objects.count() == 3
    assert Party.objects.filter(person=ben).count() == 4


def test_nobody_is_said_to_be_the_same_whom_the_register_does_not_find_alike(court: Court) -> None:
    court.load(FILE)
    ana = PersonRow.objects.get(name="Ana Sample")
    report = court.load(FILE.replace("24-", "25-"), same={"ben": ana.id})
    assert [one.wrong[0].code for one in report.problems] == [C.NO_LIKENESS]
    assert PersonRow.objects.count() == 2


def test_whoever_no_case_names_is_left_out_and_told(court: Court) -> None:
    report = court.load(FILE.replace("places:", "  cy: {name: Cy Sample}\nplaces:\n  shop: {label: the shop}", 1))
    assert [note.why.code for note in report.notes] == [C.PERSON_LEFT_OUT, C.PLACE_LEFT_OUT]
    assert not PersonRow.objects.filter(name="Cy Sample").exists()


def test_a_text_that_the_record_has_no_room_for_is_told(court: Court) -> None:
    report = court.load(FILE.replace("24-2-00001-1", "9" * 81).replace("Ben Sample", "B" * 301))
    assert {(one.spot.row, one.wrong[0].code) for one in report.problems} == {(11, C.TOO_LONG), (4, C.TOO_LONG)}


def test_a_word_stays_a_word_where_somebody_is_called_like_it(court: Court) -> None:
    text = FILE.replace("ana", "text").replace(
        "- no_abuse", "- no_abuse\n      - no_contact: {by: [text, phone]}\n      - other: ben"
    )
    report = court.load(text)
    assert report.problems == ()
    row = OrderRow.objects.get(id=report.orders["civil"])
    terms = row.case.folded["orders"][row.id]["terms"]
    assert terms[1:3] == [{"no_contact": {"by": ["phone", "text"]}}, {"other": "ben"}]
    assert row.protects != ["text"]


def test_what_the_core_would_not_count_is_refused_wherever_it_stands(court: Court) -> None:
    after_the_end = (
        "docket: [{on: 2024-05-01, entry: terminated}, {on: 2024-05-02, entry: hearing_set, hearing: 2024-05-09}, "
        "{on: 2024-05-03, entry: terminated, court: Elsewhere Court}, {on: 2024-05-04, entry: served}]"
    )
    report = court.load(FILE.replace("docket: [{on: 2024-03-04, entry: served}]", after_the_end))
    assert [one.spot.row for one in report.problems] == [34]
    assert not Entry.objects.exists()
