"""An order that stands in one file twice is told, not loaded twice; orders that differ are loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from stayaway.registry.exchange.inward import bulk
from stayaway.registry.exchange.inward.report import Report
from stayaway.registry.models import CaseRow, Entry, OrderRow
from stayaway.wording.exchange_in import ImportCode as C

from .courts import NOW, Court
from .test_tables import CIVIL, DOCKET, loaded, table

PEOPLE = """\
jurisdiction: us-wa
people:
  ana: {name: Ana Sample, born: 1990-05-01}
  eva: {name: Eva Sample, born: 1991-05-01}
  ben: {name: Ben Sample, born: 1988-02-03}
  bob: {name: Ben Sample, born: 1988-02-03}
"""
CASE = "{kind: civil, number: 25-1, petitioner: ana, respondent: ben}"
ORDER = "{case: c1, restrained: ben, protects: [ana], issued: 2025-03-01, expires: 2027-03-01, terms: [no_abuse]}"


def file_of(cases: dict[str, str], orders: dict[str, str]) -> str:
    """An order file of these cases and orders."""
    lines = [PEOPLE + "cases:", *(f"  {key}: {case}" for key, case in cases.items())]
    return "\n".join([*lines, "orders:", *(f"  {key}: {order}" for key, order in orders.items())]) + "\n"


def twice(report: Report) -> list[tuple[int, object]]:
    """Which rows are told as repeats, and of which first rows."""
    told = [one for one in report.problems if one.wrong[0].code is C.ORDER_TWICE]
    assert len(told) == len(report.problems), report.lines()
    assert all("two orders" in line for line in report.lines()[1 : len(told) + 1])
    return [(one.spot.row, one.wrong[0].facts["row"]) for one in told]


def test_the_same_order_twice_in_an_order_file_is_told_with_both_lines(court: Court) -> None:
    text = file_of({"c1": CASE}, {"o1": ORDER, "o2": ORDER})
    first = text.splitlines().index(f"  o1: {ORDER}") + 1
    assert twice(court.load(text)) == [(first + 1, first)]
    assert not Entry.objects.exists()


def test_what_the_docket_says_more_makes_no_other_order(court: Court) -> None:
    served = ORDER.replace("terms:", "docket: [{on: 2025-03-04, entry: served}], terms:")
    assert len(twice(court.load(file_of({"c1": CASE}, {"o1": ORDER, "o2": served})))) == 1


@pytest.mark.parametrize(
    "other",
    [
        ORDER.replace("[ana]", "[eva]"),
        ORDER.replace("no_abuse", "no_contact"),
        ORDER.replace("2025-03-01", "2025-03-02"),
        ORDER.replace("2027", "2028"),
    ],
)
def test_orders_of_one_case_that_differ_are_all_loaded(court: Court, other: str) -> None:
    report = court.load(file_of({"c1": CASE}, {"o1": ORDER, "o2": other}))
    assert report.is_loaded, report.lines()
    assert OrderRow.objects.count() == 2


@pytest.mark.parametrize("who", ["ben", "bob"])
def test_cases_without_a_number_are_one_by_who_is_restrained_and_what_is_said(court: Court, who: str) -> None:
    bare = CASE.replace("number: 25-1, ", "")
    other = ORDER.replace("c1", "c2").replace("restrained: ben", f"restrained: {who}")
    cases = {"c1": bare, "c2": bare.replace("respondent: ben", f"respondent: {who}")}
    assert len(twice(court.load(file_of(cases, {"o1": ORDER, "o2": other})))) == 1
    differs = other.replace("2025-03-01", "2025-03-09")
    assert court.load(file_of(cases, {"o1": ORDER, "o2": differs})).is_loaded


def test_a_number_with_and_without_the_name_of_ones_own_court_is_one_case(court: Court) -> None:
    named = CASE.replace("number", "court: Alder County Superior Court, number")
    other = ORDER.replace("c1", "c2").replace("no_abuse", "no_contact")
    report = court.load(file_of({"c1": CASE, "c2": named}, {"o1": ORDER, "o2": other}))
    assert [one.wrong[0].code for one in report.problems] == [C.CASE_ON_RECORD]
    assert not CaseRow.objects.exists()


@pytest.mark.parametrize("without", ["24-2-00001-1", "1988-02-03", "24-2-00001-1,1988-02-03"])
def test_the_same_row_twice_is_told_whatever_it_leaves_open(court: Court, without: str) -> None:
    row = CIVIL
    for cell in without.split(","):
        row = row.replace(f",{cell},", ",,")
    again = row.replace("A,civil", "B,civil").replace("2024-03-04", "")
    assert twice(loaded(court, table(row, again))) == [(3, 2)]
    assert twice(loaded(court, table(row, row.replace("A,civil", ",civil")))) == [(3, 2)]
    assert not Entry.objects.exists()


def test_rows_that_write_the_same_otherwise_are_the_same_order(court: Court) -> None:
    again = CIVIL.replace("A,civil", "B,civil").replace(",yes,yes,", ",true,yes,").replace("500 ft", "500  ft")
    assert twice(loaded(court, table(CIVIL, again), DOCKET)) == [(3, 2)]


def test_many_files_are_held_to_the_same(court: Court, tmp_path: Path) -> None:
    (tmp_path / "twice.csv").write_bytes(table(CIVIL, CIVIL.replace("A,", "B,")))
    (report,) = bulk.load(court.judge, [str(tmp_path / "twice.csv")], NOW)
    assert twice(report) == [(3, 2)]
    assert not Entry.objects.exists()
