from __future__ import annotations

import csv
from io import StringIO

import pytest

from stayaway.registry.exchange.inward import tables
from stayaway.registry.exchange.inward.loading import carry_out
from stayaway.registry.exchange.inward.report import Report
from stayaway.registry.exchange.inward.source import Problem, Spot
from stayaway.registry.models import CaseRow, Entry, IdentifierKey, OrderRow, PersonRow
from stayaway.registry.reading import read_case
from stayaway.wording.exchange_in import ImportCode as C

from .courts import NOW, Court, in_one_form, read

HEADER = (
    "order,kind,jurisdiction,court,case_number,instrument,issued,expires,restrained_name,restrained_born,"
    "restrained_numbers,protected_1_name,protected_1_born,protected_1_phones,place_1_label,place_1_confidential,"
    "place_1_address,no_abuse,no_contact,no_contact_except,stay_away,stay_away_from,stay_away_distance,served"
)
CIVIL = (
    "A,civil,us-wa,Alder County Superior Court,24-2-00001-1,wa-dvpo,2024-03-01,2027-03-01,Ben Sample,1988-02-03,"
    "driver_license=D1234567,Ana Sample,1990-05-01,206-555-0142,Ana's home,yes,17 Hidden Lane,yes,yes,"
    '"counsel; by=text+email, about=children",yes,place_1; protected_1,500 ft,2024-03-04'
)
CRIMINAL = (
    "B,criminal,us-wa,Alder County Superior Court,24-1-00002-2,wa-nco-pretrial,2024-02-22,,Ben Sample,1988-02-03,,"
    "Ana Sample,1990-05-01,,,,,,yes,,,,,"
)
DOCKET = "order,on,entry,until\r\nA,2026-05-20,dismissal_requested,\r\n"

SAME = """\
people: {a: {name: Ana Sample, born: 1990-05-01, phones: 206-555-0142}, b: {name: Ben Sample, born: 1988-02-03}}
places: {h: {label: "Ana's home", confidential: yes, address: 17 Hidden Lane}}
cases:
  c:
    kind: civil
    jurisdiction: us-wa
    court: Alder County Superior Court
    number: 24-2-00001-1
    petitioner: a
    respondent: b
orders:
  o:
    case: c
    instrument: wa-dvpo
    restrained: b
    protects: a
    issued: 2024-03-01
    expires: 2027-03-01
    terms:
      - no_abuse
      - no_contact: {except: [counsel, {by: [text, email], about: children}]}
      - stay_away: {from: [h, a], distance: 500 ft}
    docket:
      - {on: 2024-03-04, entry: served}
      - {on: 2026-05-20, entry: dismissal_requested}
"""


def table(*rows: str) -> bytes:
    """A table as a spreadsheet saves it."""
    return "\ufeff".encode() + "\r\n".join((HEADER, *rows)).encode()


def loaded(court: Court, content: bytes, docket: str | None = None) -> Report:
    """Load a table."""
    more = None if docket is None else docket.encode()
    return carry_out(tables.plan_tables(court.judge, content, "orders.csv", NOW, docket=more))


def test_a_row_is_the_order_that_an_order_file_would_say(court: Court) -> None:
    report = loaded(court, table(CIVIL, CRIMINAL), DOCKET)
    assert report.lines() == ["orders.csv: Loaded. Cases: 2. Orders: 2."]
    case = CaseRow.objects.get(kind="civil")
    view = read_case(court.judge, case.id, NOW)
    assert in_one_form(view.papers, case.id) == in_one_form(read(SAME), "c")
    assert IdentifierKey.objects.get().kind == "OLN"


def test_every_wrong_cell_is_told_at_once_with_what_was_wanted(court: Court) -> None:
    wrong = CIVIL.replace("500 ft", "500 fet").replace("counsel;", "councel;").replace("2024-03-01", "2024-03-32")
    report = loaded(court, table(wrong, CRIMINAL.replace("criminal", "crimnal")), DOCKET + "Z,2026-01-01,served,\r\n")
    found = [(one.spot.file, one.spot.row, one.spot.column) for one in report.problems]
    assert found == [
        ("docket.csv", 3, "order"),
        ("orders.csv", 2, "issued"),
        ("orders.csv", 2, "no_contact_except"),
        ("orders.csv", 2, "stay_away_distance"),
        ("orders.csv", 3, "kind"),
    ]
    assert "Wanted one of: ft, yd, mi, m, km" in report.csv()
    assert "Se espera" in report.csv("es")
    assert not Entry.objects.exists()


def test_a_refusal_points_to_the_cell(court: Court) -> None:
    report = loaded(court, table(CIVIL), "order,on,entry\nA,2024-05-01,renewal_requested\n")
    assert [(one.spot.file, one.spot.row) for one in report.problems] == [("docket.csv", 2)]
    assert not Entry.objects.exists()


def test_what_is_nobodys_business_is_never_repeated(court: Court) -> None:
    wrong = CIVIL.replace("driver_license=D1234567", "X7654321").replace("17 Hidden Lane", "17 Hidden\x07 Lane")
    said = loaded(court, table(wrong)).csv() + str(loaded(court, table(wrong)).lines())
    more = loaded(court, table(wrong.replace("\x07", ""))).csv()
    assert "restrained_numbers" in more
    said += more
    for secret in ("X7654321", "Hidden", "555"):
        assert secret not in said


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", C.NO_ROWS),
        (table(), C.NO_ROWS),
        (table('A,"civil'), C.BROKEN_TABLE),
        (b"kind,restrained_name\ncivil,a\x00b", C.UNFIT_CHARACTER),
        ("kind,restrained_name\ncivil,Zoë".encode("latin-1"), C.NOT_UTF8),
        ("kind,restrained_name\ncivil,Zoe".encode("utf-16"), C.NOT_UTF8),
        (b"kind,restrained_nam\ncivil,x", C.UNKNOWN_COLUMN),
        (b"kind,kind,restrained_name\ncivil,civil,x", C.DOUBLE_COLUMN),
        (b"restrained_name\nx", C.MISSING_COLUMN),
        (b"kind,restrained_name\ncivil,x,y", C.TOO_MANY_CELLS),
        (b"kind,restrained_name\ncivil,", C.EMPTY_CELL),
        (b"kind,restrained_name,stay_away_distance\ncivil,x,5 ft", C.OPTION_WITHOUT_TERM),
        (b"order,kind,restrained_name\n1,civil,x\n1,civil,y", C.REPEATED_ORDER),
        (b"kind,case_number,instrument,restrained_name\ncivil,1,a,x\ncriminal,1,b,x", C.ROWS_DIFFER),
        (b"kind,restrained_name\n" + b"civil,x\n" * 10_001, C.TABLE_TOO_LARGE),
    ],
)
def test_what_is_no_table_of_orders_is_refused_in_words(content: bytes, code: C, court: Court) -> None:
    report = loaded(court, content)
    assert code in {one.wrong[0].code for one in report.problems}
    assert all(line for language in ("en", "es") for line in report.lines(language))
    assert not Entry.objects.exists()


def test_rows_of_one_case_are_one_case_and_its_parties_are_two_people(court: Court) -> None:
    later = CIVIL.replace("A,civil", "C,civil").replace("2024-03-01,2027-03-01", "2024-04-01,2027-03-01")
    report = loaded(
        court,
        table(
            CIVIL,
            later.replace("2024-03-04", "2024-04-02").replace("driver_license=D1234567", "driver_license=D1234567"),
        ),
    )
    assert report.problems == ()
    assert (CaseRow.objects.count(), OrderRow.objects.count(), PersonRow.objects.count()) == (1, 2, 2)


def test_people_of_different_cases_are_one_only_where_the_table_says_so(court: Court) -> None:
    loaded(court, table(CIVIL, CRIMINAL))
    assert PersonRow.objects.count() == 4
    rows = b"kind,case_number,restrained_id,restrained_name\ncivil,7,P-1,Cy Sample\ncivil,8,P-1,Cy Sample\n"
    assert loaded(court, rows).problems == ()
    assert PersonRow.objects.filter(name="Cy Sample").count() == 1


def test_no_cell_of_the_report_is_a_formula() -> None:
    for begins in ("=1+1", "+1", "-1", "@x", "\tx", "\rx"):
        report = Report(begins, (Problem(Spot(begins, 2, begins, begins), ()),))
        rows = list(csv.reader(StringIO(report.csv(), newline="")))
        assert [rows[1][column] for column in (0, 2, 3)] == [f"'{begins}"] * 3


def test_a_cell_without_end_is_refused(court: Court) -> None:
    report = loaded(court, b"kind,restrained_name\ncivil,Ann Sample\ncivil," + b"x" * 200_000)
    assert [(one.wrong[0].code, one.spot.row) for one in report.problems] == [(C.TOO_LONG, 3)]


@pytest.mark.parametrize("before", [0, 1, 5])
def test_a_quote_that_is_never_closed_is_told_with_its_row(before: int, court: Court) -> None:
    rows = "".join(f"civil,Person {number}\n" for number in range(before))
    report = loaded(court, f'kind,restrained_name\n{rows}civil,"Ann\n'.encode())
    assert [(one.wrong[0].code, one.spot.row) for one in report.problems] == [(C.BROKEN_TABLE, before + 2)]


def test_a_row_that_was_cut_off_is_refused_and_a_blank_one_is_not(court: Court) -> None:
    cut = CIVIL[: CIVIL.index(",yes,yes,")]
    report = loaded(court, table(CRIMINAL, cut))
    assert [(one.wrong[0].code, one.spot.row) for one in report.problems] == [(C.TOO_FEW_CELLS, 3)]
    assert not Entry.objects.exists()
    short = loaded(court, table(CIVIL), "order,on,entry,until\nA,2026-05-20\n")
    assert C.TOO_FEW_CELLS in {one.wrong[0].code for one in short.problems}
    assert loaded(court, table("", "  ", CIVIL, ",,")).is_loaded


def test_nobody_is_born_after_the_day_of_loading(court: Court) -> None:
    report = loaded(court, table(CIVIL.replace("1988-02-03", "2088-02-03")))
    assert [(one.wrong[0].code, one.spot.column) for one in report.problems] == [(C.BORN_LATER, "restrained_born")]
    report = loaded(court, table(CIVIL.replace("1990-05-01", "2026-06-03")))
    assert [one.spot.column for one in report.problems] == ["protected_1_born"]
    assert loaded(court, table(CIVIL.replace("1990-05-01", "2026-06-02"))).is_loaded
