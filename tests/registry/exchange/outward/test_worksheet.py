"""The NCIC worksheet: values as an operator keys them in, what is still to be found, and what is refused."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO

import pytest

from stayaway.model import (
    Answer,
    Custody,
    Findings,
    MoveOut,
    Never,
    NoAbuse,
    NoContact,
    OrderEntry,
    OrderEvent,
    Other,
    Person,
    PersonId,
    Relationship,
    Stage,
    SurrenderFirearms,
    Until,
)
from stayaway.registry.exchange.outward.descriptors import Descriptors, Number
from stayaway.registry.exchange.outward.facts import CannotExport, Loss
from stayaway.registry.exchange.outward.render import as_csv, as_json, as_text, say_losses
from stayaway.registry.exchange.outward.worksheet import MANDATORY, Worksheet, ncic_worksheet
from stayaway.wording.exchange import ExchangeCode as Code
from tests.registry.exchange.outward.orders_to_export import (
    AGENCY,
    BOOK,
    CIVIL,
    CRIMINAL,
    DAN,
    DAY,
    EVERY,
    HOME,
    ORDER,
    PEOPLE,
    ROSA,
    SAM,
    SERVED,
    an_order,
    papers_with,
    worksheet_of,
)

HEARD = Findings(Answer.YES, Answer.YES, Answer.YES)


def codes(found: tuple[Loss, ...]) -> set[Code]:
    return {one.code for one in found}


def faults(**changes: object) -> set[Code]:
    with pytest.raises(CannotExport) as refused:
        worksheet_of(an_order(**changes))
    assert str(refused.value)
    return codes(refused.value.faults)


def test_the_fields_of_an_order() -> None:
    sheet = worksheet_of(an_order(), people={DAN: EVERY}, agency=AGENCY)
    assert {field.code: field.value for field in sheet.fields} == {
        "MKE": "EPO",
        "ORI": "XX0010000",
        "CTI": "XX001013D",
        "OCA": "2026-77",
        "PNO": "26-2-01",
        "NAM": "EXAMPLE, DAN Q",
        "SEX": "M",
        "RAC": "W",
        "DOB": "19900102",
        "HGT": "509",
        "WGT": "080",
        "EYE": "BRO",
        "HAI": "BLK",
        **{number.value: f"{number.value}123" for number in Number},
        "BRD": "U",
        "PCO": "01",
        "ISD": "20260105",
        "EXP": "20280105",
        "SVD": "20260107",
        "PPN": "EXAMPLE, ROSA",
        "PPB": "19910304",
    }
    assert [one.code for one in sheet.missing] == ["SVC"]


def test_what_nobody_has_told_is_still_to_be_found() -> None:
    bare = an_order(case=replace(CIVIL, number=None), issued=None, stage=None, terms=None, protects=())
    sheet = ncic_worksheet(papers_with(bare, {DAN: Person(DAN)}), ORDER, BOOK, DAY)
    assert {one.code for one in sheet.missing} == set(MANDATORY) - {"BRD", "EXP"}
    assert "dan" not in sheet.values("NAM"), "a key is no name"
    assert Code.TERMS_UNKNOWN in codes(sheet.losses)


def test_a_number_does_in_place_of_a_protected_persons_birth_date() -> None:
    order = an_order(protects=(SAM,))
    missing = {one.code for one in worksheet_of(order).missing}
    known = worksheet_of(order, people={SAM: Descriptors(numbers={Number.SOCIAL_SECURITY: "000000000"})})
    assert "PPB" in missing
    assert "PPB" not in {one.code for one in known.missing}
    assert known.values("PSN") == ("000000000",)
    assert known.values("SOC") == ()


def test_one_restrained_person_and_every_protected_person() -> None:
    sheet = worksheet_of(an_order(protects=(ROSA, SAM)))
    assert sheet.values("PPN") == ("EXAMPLE, ROSA", "EXAMPLE, SAM")
    assert {Code.MORE_PROTECTED, Code.HOUSEHOLD_OPEN} <= codes(sheet.losses)
    assert [one.person for one in sheet.missing if one.code == "PPB"] == [SAM]


# ---- the end ----------------------------------------------------------------------------------------------------


def test_no_expiration_is_a_value_that_only_the_paper_gives() -> None:
    assert worksheet_of(an_order(expires=Never.NEVER)).values("EXP") == ("NONEXP",)


def test_an_end_that_is_not_known_is_refused_and_never_taken_for_no_end() -> None:
    assert faults(expires=None) == {Code.END_MISSING}
    assert faults(case=CRIMINAL, stage=Stage.PRETRIAL, expires=None) == {Code.END_MISSING}


def test_an_end_that_is_an_event_waits_for_a_persons_decision() -> None:
    order = an_order(case=CRIMINAL, stage=Stage.PRETRIAL, expires=None, until=Until.CASE_DISPOSITION)
    with pytest.raises(CannotExport, match="the end of the criminal case") as refused:
        worksheet_of(order)
    assert codes(refused.value.faults) == {Code.END_NEEDS_DECISION}
    for end, entered in ((Never.NEVER, "NONEXP"), (date(2027, 6, 1), "20270601")):
        sheet = worksheet_of(order, end_to_enter=end)
        assert sheet.values("EXP") == (entered,)
        assert {Code.END_CHOSEN, Code.END_IS_EVENT} <= codes(sheet.losses)
        assert "This order lasts until the end of the criminal case." in sheet.values("MIS")[0]


def test_an_end_that_is_over_is_not_entered_for_an_order_that_may_be_in_force() -> None:
    order = an_order(case=CRIMINAL, stage=Stage.PRETRIAL, expires=None, until=Until.CASE_DISPOSITION)
    today = DAY.day(CRIMINAL.time_zone)
    with pytest.raises(CannotExport) as refused:
        worksheet_of(order, end_to_enter=today - timedelta(days=1))
    assert codes(refused.value.faults) == {Code.END_HAS_PASSED}
    assert worksheet_of(order, end_to_enter=today).values("EXP") == (today.strftime("%Y%m%d"),)


def test_the_papers_own_end_is_not_overruled() -> None:
    with pytest.raises(CannotExport) as refused:
        worksheet_of(an_order(), end_to_enter=Never.NEVER)
    assert codes(refused.value.faults) == {Code.END_IS_KNOWN}


def test_a_longer_life_that_the_court_gave_is_entered() -> None:
    renewed = OrderEntry(OrderEvent.RENEWED, date(2026, 5, 1), until=date(2030, 1, 5))
    assert worksheet_of(an_order(docket=(SERVED, renewed))).values("EXP") == ("20300105",)


def test_what_is_not_in_force_is_not_entered() -> None:
    lifted = OrderEntry(OrderEvent.TERMINATED, date(2026, 5, 1))
    assert faults(docket=(lifted,)) == {Code.NOT_IN_FORCE}
    assert faults(expires=date(2026, 2, 1)) == {Code.NOT_IN_FORCE}
    assert faults(issued=date(2026, 7, 1), docket=()) == {Code.NOT_YET_MADE}


def test_an_order_that_may_be_in_force_is_entered_and_said_to_be_unsure() -> None:
    asked = OrderEntry(OrderEvent.RENEWAL_REQUESTED, date(2026, 4, 1))
    sheet = worksheet_of(an_order(expires=date(2026, 5, 1), docket=(asked,)))
    assert sheet.values("EXP") == ("20260501",)
    assert Code.STANDING_UNSURE in codes(sheet.losses)


# ---- Brady ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"findings": HEARD, "relationship": Relationship.SPOUSE}, "Y"),
        ({"findings": HEARD}, "U"),
        ({"findings": replace(HEARD, heard=Answer.UNSURE), "relationship": Relationship.SPOUSE}, "U"),
        ({"findings": HEARD, "relationship": Relationship.SPOUSE, "terms": None}, "U"),
        ({"findings": replace(HEARD, heard=Answer.NO), "relationship": Relationship.SPOUSE}, "N"),
        ({"findings": HEARD, "relationship": Relationship.NONE}, "N"),
    ],
)
def test_brady_is_the_three_federal_tests_and_unknown_is_a_value(changes: dict[str, object], told: str) -> None:
    sheet = worksheet_of(an_order(**changes))
    assert sheet.values("BRD") == (told,)
    assert (Code.BRADY_UNKNOWN in codes(sheet.losses)) is (told == "U")


def test_the_orders_own_weapons_term_is_not_brady() -> None:
    terms = (NoAbuse(), SurrenderFirearms("the shotgun"))
    sheet = worksheet_of(an_order(terms=terms, findings=replace(HEARD, heard=Answer.NO)))
    assert sheet.values("BRD") == ("N",)
    assert "07" in sheet.values("PCO")
    assert "the shotgun" in sheet.values("MIS")[0]
    assert Code.SEVEN_IS_NOT_BRADY in codes(sheet.notes)


def test_custody_of_the_restrained_person_is_said_to_be_a_right() -> None:
    assert Code.SIX_IS_A_RIGHT in codes(worksheet_of(an_order(terms=(Custody(DAN),))).notes)
    assert Code.SIX_IS_A_RIGHT not in codes(worksheet_of(an_order(terms=(Custody(ROSA),))).notes)


# ---- names and numbers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "known", "entered", "loss"),
    [
        ("Example, Dan Q", Descriptors(), "EXAMPLE, DAN Q", None),
        ("Dan Q Example", Descriptors(), "EXAMPLE, DAN Q", Code.NAME_GUESSED),
        ("anything", Descriptors(given="Zoë", surname="Muster-O'Neil"), "MUSTER-O'NEIL, ZOE", Code.NAME_LETTERS),
        ("Dan", Descriptors(), None, Code.NAME_PARTS_UNKNOWN),
        ("Example, Jr.", Descriptors(), None, Code.NAME_PARTS_UNKNOWN),
        ("Пример, Дан", Descriptors(), None, Code.NAME_DOES_NOT_FIT),
        ("Example, " + "Dan" * 10, Descriptors(), None, Code.NAME_DOES_NOT_FIT),
    ],
)
def test_a_name_is_written_as_the_file_has_names_or_left_to_the_operator(
    name: str, known: Descriptors, entered: str | None, loss: Code | None
) -> None:
    people = {**PEOPLE, DAN: Person(DAN, name)}
    sheet = ncic_worksheet(papers_with(an_order(), people), ORDER, BOOK, DAY, people={DAN: known})
    about_dan = {one.code for one in sheet.losses if one.facts.get("person") == DAN}
    assert sheet.values("NAM") == ((entered,) if entered else ())
    assert about_dan == ({loss} if loss else set())
    assert ("NAM" in {one.code for one in sheet.missing}) is (entered is None)


def test_a_number_that_is_too_long_is_left_to_the_operator_and_never_cut() -> None:
    sheet = worksheet_of(an_order(case=replace(CIVIL, number="2026-2-000000001-SEA")))
    assert sheet.values("PNO") == ()
    assert Code.NUMBER_TOO_LONG in codes(sheet.losses)
    assert "PNO" in {one.code for one in sheet.missing}


@pytest.mark.parametrize(
    ("number", "entered"),
    [("26-cv-01", "26-CV-01"), ("26/2 A.1", "26/2 A.1"), ("Nº 26", None), ("26;2", None), ("案26", None)],
)
def test_a_number_that_the_field_cannot_hold_is_left_to_the_operator(number: str, entered: str | None) -> None:
    sheet = worksheet_of(an_order(case=replace(CIVIL, number=number)))
    assert sheet.values("PNO") == ((entered,) if entered else ())
    assert (Code.NUMBER_DOES_NOT_FIT in codes(sheet.losses)) is (entered is None)
    assert ("PNO" in {one.code for one in sheet.missing}) is (entered is None)


# ---- as text, CSV and JSON --------------------------------------------------------------------------------------


@pytest.fixture
def sheet() -> Worksheet:
    terms = (NoAbuse(), NoContact(by=frozenset(), exemptions=()), MoveOut(HOME), Other("=1+1, not more"))
    return worksheet_of(an_order(terms=terms, protects=(ROSA, SAM)), agency=replace(AGENCY, case_number="=2+2"))


def test_the_text_says_who_keys_it_in_what_is_unverified_and_what_is_lost(sheet: Worksheet) -> None:
    text = as_text(sheet)
    assert "This program sends nothing to NCIC." in text
    assert "* EXP  Date it ends: 20280105" in text
    assert "  PCO  Protection order condition: 03  (from terms: 3)" in text
    assert "* PPN  Name of the protected person: EXAMPLE, SAM  (Sam Example)" in text
    assert all(sentence in text for sentence in say_losses(sheet))


def test_in_spanish_the_labels_change_and_the_values_do_not(sheet: Worksheet) -> None:
    text = as_text(sheet, "es")
    assert "Este programa no envía nada a NCIC." in text
    assert all(field.value in text for field in sheet.fields)
    assert "Still to be found" not in text


def test_the_table_has_every_field_and_no_formula(sheet: Worksheet) -> None:
    rows = list(csv.DictReader(StringIO(as_csv(sheet), newline="")))
    assert [row["field"] for row in rows] == [*(one.code for one in sheet.fields), *(one.code for one in sheet.missing)]
    assert [row["value"] for row in rows if row["field"] == "OCA"] == ["'=2+2"]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_the_json_has_every_field_with_where_it_comes_from(sheet: Worksheet) -> None:
    document = json.loads(as_json(sheet))
    assert [(one["field"], one["value"]) for one in document["fields"]] == [(f.code, f.value) for f in sheet.fields]
    eight = next(one for one in document["fields"] if (one["field"], one["value"]) == ("PCO", "08"))
    assert [one["number"] for one in eight["from_terms"]] == [2, 3, 4]
    assert {one["code"] for one in document["losses"]} == {loss.code.value for loss in sheet.losses}
    assert {one["field"] for one in document["fields"] if not one["unverified"]} == {"PCO"}


def test_only_people_of_the_order_are_on_its_worksheet() -> None:
    other = PersonId("kim")
    people = {**PEOPLE, other: Person(other, "Kim Elsewhere")}
    sheet = ncic_worksheet(papers_with(an_order(), people), ORDER, BOOK, DAY)
    for told in (as_text(sheet), as_csv(sheet), as_json(sheet)):
        assert "Kim" not in told
        assert "555-01" not in told
        assert "@example.org" not in told


def test_a_log_of_an_export_names_nobody() -> None:
    logged = repr(worksheet_of(an_order(terms=(Other("Rosa's words"),)), people={DAN: EVERY}))
    assert "EXAMPLE" not in logged
    assert "Rosa's words" not in logged
    assert "SOC123" not in logged
