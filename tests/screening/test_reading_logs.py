"""Logs of every kind: what is read from them, and that no row is dropped in silence."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stayaway.law.load import law_book
from stayaway.model import Channel
from stayaway.screening.cells import distinct_in
from stayaway.screening.columns import (
    CHANNELS,
    NOBODY,
    NOT_TOLD,
    STRANGER,
    moment_of,
    number_of,
    words,
)
from stayaway.screening.compiling import compile_columns
from stayaway.screening.layouts import Part, found_in, layout_of
from stayaway.screening.reading import WrongLog, chunks, header_of, look
from stayaway.screening.records import OpenQuote, Records
from stayaway.screening.shaping import Shaper
from stayaway.wording.screening import ScreeningCode as Code
from tests.screening.reading import PACIFIC, PAPERS, rows_of, shaped


def test_every_bad_row_is_named_with_each_of_its_faults(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(
        b"from,to,on,by,distance,lat,lon\n"
        b"dan,rosa,2024-06-01T10:00Z,text,,,\n"
        b"dan,rosa,2024-06-01T10:00Z\n"
        b"dan,rosa,never,pigeon,far,91,200\n"
        b"dan,rosa,,text,,,\n"
        b"dan,rosa,2024-03-10 02:30,text,,,\n"
        b"dan,rosa,2024-06-01,text,,47.6,\n"
        b"dan,\xff,2024-06-01,text,,,\n"
        b"\n"
        b"stranger,rosa,2024-06-01,text,30 ft,,\n"
    )
    parts = shaped(path)
    told = [(one.row, one.column, one.code) for part in parts for one in part.rejects]
    assert sorted(told, key=lambda one: (one[0], str(one[1]))) == [
        (2, None, Code.ROW_COLUMNS),
        (3, "by", Code.UNKNOWN_CHANNEL),
        (3, "distance", Code.NOT_A_DISTANCE),
        (3, "lat", Code.NOT_A_LATITUDE),
        (3, "lon", Code.NOT_A_LONGITUDE),
        (3, "on", Code.NOT_A_TIME),
        (4, "on", Code.NO_TIME),
        (5, "on", Code.SKIPPED_TIME),
        (6, "lon", Code.HALF_A_POSITION),
        (7, None, Code.ROW_ENCODING),
    ]
    assert sum(part.rows for part in parts) == 8
    assert sum(part.judged for part in parts) == 2
    assert sum(part.rejected for part in parts) == 6
    assert sum(part.senders_unknown for part in parts) == 1
    assert [row["row"] for row in rows_of(parts)] == [1]


STRAY = "from,to,on,note\ndan,tom,2024-06-02,{}\n"
LATER = "dan,rosa,2024-06-03,ok\ndan,rosa,2024-06-04,ok\n"


@pytest.mark.parametrize(
    ("first", "end"),
    [
        ('"6 ft away', ""),  # never closed
        ('"6 ft away', 'dan,tom,2024-06-05,at 5"\n'),  # closed where a later row ends
        ('"6 ft away', 'dan,tom,2024-06-05,"he said ""hi"""\n'),  # closed where a later row has a quote of its own
        ('"6 ft away', "x" * 1_100_000 + "\n"),  # longer than any field
        ('"6 ft" away', ""),  # something stands after the quote
    ],
)
def test_a_stray_quote_costs_its_own_row_and_no_later_one(tmp_path: Path, first: str, end: str) -> None:
    path = tmp_path / "log.csv"
    path.write_text(STRAY.format(first) + LATER + end, "utf-8")
    parts = shaped(path)
    assert [one.code for part in parts for one in part.rejects if one.row == 1] == [Code.ROW_QUOTES]
    assert {2, 3} <= {row["row"] for row in rows_of(parts)}
    assert sum(part.rows for part in parts) == (STRAY + LATER + end).count("\n") - 1


def test_a_message_of_several_lines_is_one_row_and_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    told = ["Rosa,\nplease, call me\n\nDan", "ok", "one\ntwo, three, 4"]
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerows([("from", "to", "on", "note"), *(("dan", "rosa", "2024-06-03", note) for note in told)])
    parts = shaped(path)
    assert [row["row"] for row in rows_of(parts)] == [1, 2, 3]
    assert sum(part.over_lines for part in parts) == 2
    assert not any(part.rejects for part in parts)


@pytest.mark.parametrize("name", ['"on', '"a" b', '"' + "x" * 1_100_000, '"note\ndan,rosa,2024-06-03"'])
def test_a_header_that_takes_rows_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"from,to,{name}\ndan,rosa,2024-06-03\n", "utf-8")
    with pytest.raises(WrongLog):
        header_of(path)


@given(st.lists(st.tuples(*[st.text(st.sampled_from('ab,;"\n\r 2'), max_size=6)] * 3), min_size=1, max_size=6))
def test_whatever_a_csv_holds_no_line_is_lost(rows: list[tuple[str, ...]]) -> None:
    """What was written by the rules is read as it was, but for rows that hold what reads as a row."""
    written = StringIO(newline="")
    csv.writer(written).writerows([("from", "to", "on"), *rows])
    records = Records(iter(written.getvalue().splitlines(keepends=True)), ",")
    assert [records.row() for _ in range(len(rows) + 2)] == [["from", "to", "on"], *map(list, rows), None]


@given(st.lists(st.text(st.sampled_from('ab,"2'), max_size=12), min_size=1, max_size=8))
def test_whatever_stands_in_a_file_every_line_is_in_a_row(lines: list[str]) -> None:
    records = Records(iter([f"{line}\n" for line in lines]), ",")
    taken = 0
    while True:
        try:
            row = records.row()
        except OpenQuote:
            taken += 1
            continue
        if row is None:
            break
        taken += records.lines
    assert taken == len(lines)


def test_json_lines_and_parquet_say_the_same_as_csv(tmp_path: Path) -> None:
    rows = [
        {
            "sender": "206-555-0100",
            "recipient": "rosa@example.org",
            "sent_at": "2024-06-01T10:00:00+00:00",
            "type": "mms",
        },
        {"sender": "@DAN", "recipient": "2065550142", "sent_at": "2024-06-02", "type": "Instagram"},
    ]
    lines = tmp_path / "log.jsonl"
    lines.write_text("\n".join([*map(json.dumps, rows), "[]", "{", ""]), "utf-8")
    table = tmp_path / "log.parquet"
    pq.write_table(pa.Table.from_pylist(rows), table)
    text = tmp_path / "log.csv"
    heads = list(rows[0])
    text.write_text("\n".join([",".join(heads), *(",".join(row.values()) for row in rows)]), "utf-8")
    of_lines, of_table, of_text = (shaped(path, "messages") for path in (lines, table, text))
    assert rows_of(of_lines) == rows_of(of_table) == rows_of(of_text)
    assert len(rows_of(of_text)) == 2
    assert [(one.row, one.code) for part in of_lines for one in part.rejects] == [
        (3, Code.ROW_JSON),
        (4, Code.ROW_JSON),
    ]


def test_half_a_character_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text('{"from": "dan", "to": "\\ud83d", "on": "2024-06-03"}\n', "utf-8")
    assert [one.code for part in shaped(path) for one in part.rejects] == [Code.ROW_ENCODING]


def test_an_object_may_tell_what_none_before_it_did(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    seen: dict[str, object] = {"from": "dan", "on": "2024-06-03", "lat": 40.0, "lon": -100.0, "At": None}
    late: list[dict[str, object]] = [
        {"from": "dan", "to": "rosa", "on": "2024-06-03", "by": "text"},
        {"FROM": "dan", "to": "rosa", "when": "2024-06-03", "channel": "text", "at": "home"},
    ]
    path.write_text("\n".join(map(json.dumps, [seen] * 100 + late)), "utf-8")
    rows = rows_of(shaped(path))
    assert [row["whom"] for row in rows] == [NOBODY] * 100 + [1, 1]
    assert [row["channel"] for row in rows[-2:]] == [CHANNELS.index(Channel.TEXT)] * 2
    assert [row["place"] for row in rows[-2:]] == [NOT_TOLD, 0]


def test_typed_columns_of_parquet_are_read_as_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "log.parquet"
    at = datetime(2024, 6, 1, 10, tzinfo=UTC)
    made = {"device_id": ["dan"], "time": [at], "lat": [47.62], "lon": [-122.35]}
    pq.write_table(pa.table(made), path)
    (row,) = rows_of(shaped(path, "positions"))
    assert (row["at"], row["latitude"], row["longitude"]) == (number_of(at), 47.62, -122.35)


def test_columns_of_parquet_are_read_whatever_their_type(tmp_path: Path) -> None:
    path = tmp_path / "log.parquet"
    made = {
        "sender": pa.array([b"dan", b"dan"], pa.binary()),
        "recipient": pa.array([["rosa", "tom"], ["rosa"]], pa.list_(pa.string())),
        "sent_at": pa.array([1_717_236_000_000_000_001, 1_717_236_000_000_000_001], pa.timestamp("ns", "UTC")),
        "service": pa.array(["sms", "mail"]).dictionary_encode(),
        "about": pa.array([{"a": 1}, None], pa.struct([("a", pa.int64())])),
    }
    pq.write_table(pa.table(made), path)
    rows = rows_of(shaped(path, "messages"))
    assert [(row["row"], row["whom"]) for row in rows] == [(1, 1), (1, STRANGER), (2, 1)]
    assert {moment_of(row["at"]) for row in rows} == {datetime(2024, 6, 1, 10, tzinfo=UTC)}  # type: ignore[arg-type]  # a number

    found = look(path, layout_of("messages"))
    (chunk,) = chunks(path, found, 3)
    told = Shaper(found, compile_columns(PAPERS, law_book()), words(), PACIFIC).told(chunk, 1)
    assert (told[Part.FROM], told[Part.TO]) == ("dan", "rosa; tom")


def test_times_finer_than_pythons_need_nobody_else_to_hold_them() -> None:
    column = pa.chunked_array([pa.array([1_001, None], pa.timestamp("ns", "UTC"))])
    (moment,), places = distinct_in(column)
    assert (type(moment), moment) == (datetime, datetime(1970, 1, 1, microsecond=1, tzinfo=UTC))
    assert list(places) == [0, -1]


@pytest.mark.parametrize("kept", [0, 40, 400])
def test_a_broken_parquet_file_is_told_of(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "log.parquet"
    pq.write_table(pa.table({"from": ["dan"] * 100, "on": ["2024-06-03"] * 100}), path)
    whole = path.read_bytes()
    path.write_bytes(whole[:kept])
    with pytest.raises(WrongLog):
        header_of(path)
    path.write_bytes(whole[:8] + bytes(60) + whole[68:])
    with pytest.raises(WrongLog):
        list(chunks(path, found_in(layout_of(None), ["from", "on"], "log"), 10))
