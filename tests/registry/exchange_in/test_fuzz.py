"""Whatever is handed to an importer: it answers with a report, and never leaves half of anything."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stayaway.registry.exchange.inward import tables
from stayaway.registry.exchange.inward.columns import COLUMNS
from stayaway.registry.exchange.inward.loading import carry_out
from stayaway.registry.exchange.inward.order_files import plan_import
from stayaway.registry.exchange.inward.report import Report
from stayaway.registry.models import CaseRow, Entry, OrderRow

from .courts import FILE, NOW, Court
from .test_tables import CIVIL, CRIMINAL, DOCKET, table

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
NASTY = st.sampled_from(
    [
        *(
            "",
            "=1+1",
            "@x",
            '"',
            "'",
            "\x00",
            "\ufeff",
            "\n",
            "\r",
            ",",
            ";",
            "=",
            "é",
            "𝔞",
            "\u202e",
            "ﷺ" * 90,
            "no",
            "~",
        ),
        *("yes", "never", "2024-02-30", "0001-01-01", "9999-12-31", "2024-03-31T02:30", "1e999", "-1 ft", "x" * 5000),
    ]
)


def check(report: Report, before: tuple[int, int, int]) -> None:
    """A report in words, and all or nothing."""
    assert all(line for language in ("en", "es") for line in report.lines(language))
    assert report.csv()
    after = counts()
    if report.problems or report.before is not None or not report.cases:
        assert after == before
    else:
        assert after == (after[0], before[1] + len(report.cases), before[2] + len(report.orders))


def counts() -> tuple[int, int, int]:
    """How much is on record."""
    return Entry.objects.count(), CaseRow.objects.count(), OrderRow.objects.count()


@SHARED
@given(content=st.binary(max_size=200) | st.text(max_size=200))
def test_anything_as_an_order_file(content: bytes | str, court: Court) -> None:
    before = counts()
    check(carry_out(plan_import(court.judge, content, "any.yaml", NOW)), before)


@SHARED
@given(data=st.data())
def test_an_order_file_with_changes(data: st.DataObject, court: Court) -> None:
    words = FILE.split(" ")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(words) - 1))
        words[at] = data.draw(NASTY | st.sampled_from(words))
    before = counts()
    check(carry_out(plan_import(court.judge, " ".join(words), "any.yaml", NOW)), before)


@SHARED
@given(content=st.binary(max_size=200), docket=st.none() | st.binary(max_size=100))
def test_anything_as_a_table(content: bytes, docket: bytes | None, court: Court) -> None:
    before = counts()
    check(carry_out(tables.plan_tables(court.judge, content, "any.csv", NOW, docket=docket)), before)


@SHARED
@given(data=st.data())
def test_a_table_with_changes(data: st.DataObject, court: Court) -> None:
    cells = table(CIVIL, CRIMINAL).decode("utf-8").split(",")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(cells) - 1))
        cells[at] = data.draw(NASTY | st.sampled_from(cells) | st.text(max_size=8))
    content = ",".join(cells).encode("utf-8", "surrogatepass")
    before = counts()
    check(carry_out(tables.plan_tables(court.judge, content, "any.csv", NOW, docket=DOCKET.encode())), before)


@SHARED
@given(
    columns=st.lists(st.sampled_from(COLUMNS), unique=True, max_size=12),
    kinds=st.lists(st.sampled_from(["civil", "criminal"]), min_size=1, max_size=3),
    data=st.data(),
)
def test_a_table_of_any_columns(columns: list[str], kinds: list[str], data: st.DataObject, court: Court) -> None:
    kept = [name for name in columns if name not in ("kind", "restrained_name")]
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(["kind", "restrained_name", *kept])
    for kind in kinds:
        writer.writerow([kind, data.draw(NASTY | st.text(max_size=9)), *(data.draw(NASTY) for _ in kept)])
    content = text.getvalue().encode("utf-8", "surrogatepass")
    before = counts()
    check(carry_out(tables.plan_tables(court.judge, content, "any.csv", NOW)), before)
