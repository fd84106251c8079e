"""Which column says what, and when a contact was."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stayaway.screening.columns import NOT_TOLD, moment_of, number_of
from stayaway.screening.instants import Clock, NoSuchTime, NotATime
from stayaway.screening.layouts import Part, WrongLayout, built_in, found_in, layout_of
from stayaway.screening.reading import look
from tests.screening.reading import PACIFIC, rows_of, shaped


def test_a_mapping_file_builds_on_a_layout(tmp_path: Path) -> None:
    path, mapping = tmp_path / "log.csv", tmp_path / "map.yaml"
    path.write_text("A,B,Day,How,Feet\ndan,rosa,06/01/2024 10:00,walkie,100\n", "utf-8")
    mapping.write_text(
        "layout: calls\ncolumns: {from: A, to: B, at: Day, channel: How, distance: Feet}\n"
        "channels: {walkie: phone}\nformat: '%m/%d/%Y %H:%M'\nzone: America/New_York\nunit: ft\n",
        "utf-8",
    )
    (row,) = rows_of(shaped(path, mapping))
    assert moment_of(row["at"]) == datetime(2024, 6, 1, 14, tzinfo=UTC)  # type: ignore[arg-type]  # a number
    assert row["metres"] == 100 * 0.3048


WRONG = """
colums: {}
layout: letters
unit: furlong
zone: Moon/Base
region: usa
delimiter: ;;
format: "%d/%m"
needs: [whom]
channels: {walkie: pigeon}
"""


def test_a_mapping_that_is_wrong_is_refused_with_all_of_it(tmp_path: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text(WRONG, "utf-8")
    with pytest.raises(WrongLayout) as wrong:
        layout_of(mapping)
    assert sorted(where.split(".")[0] for where, _, _ in wrong.value.faults) == sorted(
        ["colums", "layout", "unit", "zone", "region", "delimiter", "format", "needs", "channels"]
    )
    with pytest.raises(WrongLayout) as missing:
        found_in(layout_of("calls"), ["x", "called_number"], "log.csv")
    assert missing.value.missing
    assert [where for where, _, _ in missing.value.faults] == ["from", "at"]


@pytest.mark.parametrize(
    "written", ["layout: calls\nvalues: {channel: walkie}", "format: '%m/%d/%Y %I:%M'", "format: '%Y-%m-%d %H:%M %Z'"]
)
def test_a_mapping_that_would_be_misread_is_refused(tmp_path: Path, written: str) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text(written, "utf-8")
    with pytest.raises(WrongLayout):
        layout_of(mapping)


def test_a_region_is_one_however_it_is_written(tmp_path: Path) -> None:
    path, mapping = tmp_path / "log.csv", tmp_path / "map.yaml"
    path.write_text("caller,callee,start\n2065550100,2065550199,2024-06-03\n", "utf-8")
    mapping.write_text("layout: calls\nregion: us\n", "utf-8")
    (row,) = rows_of(shaped(path, mapping))
    assert row["whom"] == 1  # Rosa


CALLS = {"A": "dan", "B": "rosa", "Day": "2024-06-03", "Where": "home"}
HOME = 0
MISSPELT = """
layout: contacts
columns: {from: A, to: B, at: Day, place: Wher, distance: [Metres, Feet]}
needs: [from, at, place]
"""


def log_of(path: Path, *rows: dict[str, str]) -> Path:
    """A log of the same rows, as the name says."""
    if path.suffix == ".csv":
        path.write_text("".join(f"{','.join(row)}\n" for row in (rows[0], *(one.values() for one in rows))), "utf-8")
    elif path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(list(rows)), path)
    else:
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


@pytest.mark.parametrize("name", ["log.csv", "log.jsonl", "log.parquet"])
def test_a_column_that_a_mapping_names_and_the_log_lacks_is_refused_with_every_other(tmp_path: Path, name: str) -> None:
    path, mapping = log_of(tmp_path / name, CALLS), tmp_path / "map.yaml"
    mapping.write_text(MISSPELT, "utf-8")
    with pytest.raises(WrongLayout) as wrong:
        shaped(path, mapping)
    assert wrong.value.missing
    assert wrong.value.name == f"map.yaml ({name})"
    assert wrong.value.faults == (
        ("columns.place", "Wher", ("A", "B", "Day", "Where")),
        ("columns.distance", "Metres / Feet", ("A", "B", "Day", "Where")),
    )
    mapping.write_text(MISSPELT.replace("Wher", "Where").replace("Feet", "where, A"), "utf-8")
    with pytest.raises(WrongLayout, match=r"columns\.distance"):
        shaped(path, mapping)  # another part has both
    mapping.write_text("columns: {from: A, to: B, at: Day, place: [Wher, WHERE]}\n", "utf-8")
    (row,) = rows_of(shaped(path, mapping))
    assert row["place"] == HOME


def test_a_column_that_a_mapping_names_is_not_taken_for_what_its_layout_calls_so(tmp_path: Path) -> None:
    path, mapping = log_of(tmp_path / "log.csv", {"from": "dan", "to": "rosa", "time": "2024-06-03"}), tmp_path / "map"
    mapping.write_text("layout: calls\ncolumns: {to: from, from: to, at: time}\n", "utf-8")
    assert look(path, layout_of(mapping)).columns == {Part.TO: "from", Part.FROM: "to", Part.AT: "time"}


def test_a_key_of_json_lines_may_come_late_but_has_to_come(tmp_path: Path) -> None:
    early = {key: CALLS[key] for key in ("A", "B", "Day")}
    mapping = tmp_path / "map.yaml"
    mapping.write_text("columns: {from: A, to: B, at: Day, place: Where}\n", "utf-8")
    rows = rows_of(shaped(log_of(tmp_path / "late.jsonl", *[early] * 300, CALLS), mapping))
    assert [row["place"] for row in rows[-2:]] == [NOT_TOLD, HOME]
    with pytest.raises(WrongLayout, match=r"never\.jsonl.*columns\.place: 'Where'"):
        shaped(log_of(tmp_path / "never.jsonl", *[early] * 300), mapping)


def test_a_built_in_layout_does_without_what_a_log_lacks(tmp_path: Path) -> None:
    for name in ("log.csv", "log.jsonl"):
        path = log_of(tmp_path / name, {"from": "dan", "to": "rosa", "on": "2024-06-03"})
        assert len(rows_of(shaped(path))) == 1


def test_every_built_in_layout_says_who_and_when() -> None:
    assert {"contacts", "calls", "messages", "visits", "positions"} == set(built_in())
    for layout in built_in().values():
        assert {"from", "at"} <= {part.value for part in layout.columns}


# ---- when -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "format_"),
    [("2024-06-01", None), ("20240601", None), ("06/01/2024", "%m/%d/%Y"), ("1 Jun 24", "%d %b %y")],
)
def test_a_day_alone_is_some_time_that_day(written: str, format_: str | None) -> None:
    assert Clock(PACIFIC, format_).numbers(written) == (number_of(date(2024, 6, 1)),)


def test_a_midnight_that_is_told_is_an_instant() -> None:
    midnight = datetime(2024, 6, 1, 7, tzinfo=UTC)
    assert Clock(PACIFIC).numbers("20240601T00") == (number_of(midnight),)
    assert Clock(PACIFIC, "%m/%d/%Y %H:%M").numbers("06/01/2024 00:00") == (number_of(midnight),)


@pytest.mark.parametrize("written", ["2024W22", "2024-W22", "2024W22T09", "2024-06"])
def test_what_is_no_day_is_not_taken_for_one(written: str) -> None:
    with pytest.raises(NotATime):
        Clock(PACIFIC).numbers(written)


def test_a_time_that_came_twice_is_both_and_one_that_never_came_is_none() -> None:
    clock = Clock(PACIFIC)
    twice = clock.numbers("2024-11-03 01:30")
    assert [moment_of(number) for number in twice] == [datetime(2024, 11, 3, hour, 30, tzinfo=UTC) for hour in (8, 9)]
    assert clock.numbers("2024-11-03T01:30-08:00") == twice[1:]
    assert clock.numbers("2024-11-03") == (number_of(date(2024, 11, 3)),)
    with pytest.raises(NoSuchTime):
        clock.numbers("2024-03-10 02:30")
    with pytest.raises(NotATime):
        clock.numbers("0001-01-01T00:00+23:00 or so")


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.sampled_from(["UTC", "America/Boise", "Asia/Gaza"]))
def test_every_time_read_is_one_that_the_clock_showed(shown: datetime, zone: str) -> None:
    try:
        numbers = Clock(ZoneInfo(zone)).numbers(shown.isoformat())
    except NoSuchTime:
        return
    for number in numbers:
        moment = moment_of(number)
        assert isinstance(moment, datetime)
        assert moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == shown


@given(st.dates() | st.datetimes(timezones=st.just(UTC)))
def test_numbers_of_moments_turn_back_into_them(moment: date) -> None:
    assert moment_of(number_of(moment)) == moment
