"""Logs of every kind: what is read from them, whom it means, and that no row is dropped in silence."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stayaway.files import read_text
from stayaway.law.load import law_book
from stayaway.model import Channel, Papers
from stayaway.screening.cells import distinct_in
from stayaway.screening.columns import (
    AMBIGUOUS_TIME,
    CHANNELS,
    LINKED_BY_NAME,
    NOBODY,
    NOT_TOLD,
    SEVERAL_NAMED,
    SHARED_IDENTIFIER,
    STRANGER,
    moment_of,
    number_of,
    words,
)
from stayaway.screening.compiling import compile_columns
from stayaway.screening.engines import DuckDB
from stayaway.screening.instants import Clock, NoSuchTime, NotATime
from stayaway.screening.layouts import WrongLayout, built_in, found_in, layout_of
from stayaway.screening.linking import Linker
from stayaway.screening.reading import WrongLog, chunks, header_of, look
from stayaway.screening.records import OpenQuote, Records
from stayaway.screening.results import named
from stayaway.screening.screening import Screen
from stayaway.screening.shaping import Shaped, Shaper
from stayaway.wording.screening import ScreeningCode as Code
from tests.screening.logs import ORDERS

PAPERS = read_text(ORDERS, "orders.yaml", law_book())
PACIFIC = ZoneInfo("America/Los_Angeles")


def shaped(path: Path, mapping: str | Path | None = None) -> list[Shaped]:
    layout = layout_of(mapping)
    found = look(path, layout)
    zone = ZoneInfo(layout.zone) if layout.zone else PACIFIC
    shaper = Shaper(found, compile_columns(PAPERS, law_book()), words(), zone)
    return [shaper.shape(chunk) for chunk in chunks(path, found, 3)]


def rows_of(parts: Sequence[Shaped]) -> list[dict[str, object]]:
    return [row for part in parts for row in part.contacts.to_pylist()]


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


# ---- who --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "people", "by_name"),
    [
        ("dan", ["dan"], False),
        ("+1 (206) 555-0100", ["dan"], False),
        ("1-206-555-0100", ["dan"], False),
        ("tel:206.555.0100", ["dan"], False),
        ("206-555-0100 x12", ["dan"], False),
        ("+52 206 555 0100", [], False),
        ("555-0100", [], False),
        ("Dan", ["dan"], False),
        ("@DAN", ["dan"], False),
        ("ROSA@example.org", ["rosa"], False),
        ("mailto:rosa@example.org", ["rosa"], False),
        ("2065550177", ["rosa", "sam"], False),
        ("rosa  EXAMPLE", ["rosa"], True),
        ("Example, Rosa", ["rosa"], True),
        ("Rosa Example <rosa@example.org>", ["rosa"], False),
        ("Rosa Example <2065550199>", ["rosa"], False),
        ("Rosa Example <new@example.org>", ["rosa"], True),
        ("2065550199.0", ["rosa"], False),
        ("2.065550199E+09", ["rosa"], False),
        ("sip:+12065550199@gate.example", ["rosa"], False),
        ("tel:+1-206-555-0199;ext=12", ["rosa"], False),
        ("Anonymous", [], False),
        ("", [], False),
    ],
)
def test_words_are_linked_to_people(word: str, people: list[str], by_name: bool) -> None:
    found = Linker(PAPERS, "US").who(word)
    assert (list(found.people), found.by_name) == (people, by_name)


@pytest.mark.parametrize(
    ("cell", "people", "strangers"),
    [
        ("rosa@example.org; tom@example.org", ["rosa"], ["tom@example.org"]),
        ('"Example, Rosa" <rosa@example.org>, Dan Example <dan@example.org>', ["dan", "rosa"], []),
        ("rosa@example.org tom@example.org", ["rosa"], ["tom@example.org"]),
        ("206-555-0100;2065550199", ["dan", "rosa"], []),
        ("3605550142, 2065550199", ["rosa"], ["3605550142"]),
        ("rosa|tom", ["rosa"], ["tom"]),
        (",", [], [","]),
    ],
)
def test_a_cell_may_name_several(cell: str, people: list[str], strangers: list[str]) -> None:
    found = Linker(PAPERS, "US").who(cell)
    assert (list(found.people), list(found.strangers)) == (people, strangers)


@given(st.lists(st.sampled_from(["rosa@example.org", "206-555-0199", "Tom <x@example.org>", "tom", "@x"]), min_size=1))
def test_whoever_is_named_beside_her_does_not_hide_her(others: list[str]) -> None:
    for between in (",", "; ", "|"):
        assert "rosa" in Linker(PAPERS, "US").who(between.join([*others, "Rosa@Example.org"])).people


@pytest.mark.parametrize("name", ["log.csv", "log.jsonl", "log.parquet"])
def test_each_recipient_is_judged_and_those_not_known_are_counted(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    rows = [
        {"sender": "dan", "recipient": "rosa@example.org; x@example.org", "sent_at": "2024-06-03"},
        {"sender": "dan", "recipient": "x@example.org", "sent_at": "2024-06-03"},
        {"sender": "tom", "recipient": "x@example.org", "sent_at": "2024-06-03"},
        {"sender": "dan", "recipient": " ", "sent_at": "2024-06-03"},
    ]
    if name == "log.csv":
        with path.open("w", newline="", encoding="utf-8") as stream:
            writer = csv.DictWriter(stream, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    elif name == "log.jsonl":
        rows[0]["recipient"] = ["rosa@example.org", "x@example.org"]  # type: ignore[assignment]  # a list, as it is sent
        path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    else:
        pq.write_table(pa.Table.from_pylist(rows), path)
    parts = shaped(path, "messages")
    found = [(row["row"], row["whom"], row["marks"]) for row in rows_of(parts)]
    assert found == [(1, 1, SEVERAL_NAMED), (1, STRANGER, SEVERAL_NAMED), (2, STRANGER, 0)]
    assert sum(part.recipients_unknown for part in parts) == 2
    assert [(one.row, one.code) for part in parts for one in part.rejects] == [(4, Code.NO_RECIPIENT)]


def test_a_row_to_nobody_is_about_a_place_or_rejected(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("from,to,on,by,at\ndan,,2024-06-03,phone,\ndan,,2024-06-03,in_person,home\n", "utf-8")
    (part,) = shaped(path)
    assert [(one.row, one.code) for one in part.rejects] == [(1, Code.NO_RECIPIENT)]
    assert [(row["row"], row["whom"]) for row in rows_of([part])] == [(2, NOBODY)]


EXCUSED = """
people: {dan: {name: Dan Example}, rosa: , sam: {name: Sam Example, phones: [+1 206 555 0177]}}
cases: {family: {kind: civil, petitioner: rosa, respondent: dan}}
orders:
  one: {case: family, restrained: dan, protects: rosa, issued: 2024-03-01, expires: never,
    terms: [no_contact: {except: [{through: sam}]}]}
"""


def test_a_name_alone_excuses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    carriers = ["", "Sam Example", "Sam Example, x", "sam, tom", "sam", "206 555 0177"]
    rows = "".join(f'dan,rosa,2024-06-03,text,"{carrier}"\n' for carrier in carriers)
    path.write_text("from,to,on,by,through\n" + rows, "utf-8")
    hits = hits_in(path, read_text(EXCUSED, "orders.yaml", law_book()))
    assert [hit["row"] for hit in hits if hit["answer"] == "yes"] == [1, 2, 3, 4]


TWO_HOMES = """
people: {dan: , rosa: }
places: {old: {label: "Home"}, new: {label: "home "}}
cases: {family: {kind: civil, petitioner: rosa, respondent: dan}}
orders:
  one: {case: family, restrained: dan, protects: rosa, issued: 2024-03-01, expires: never,
    terms: [stay_away: {from: [PLACE], distance: 500 ft}]}
"""


@pytest.mark.parametrize("protected", ["old", "new"])
def test_of_two_places_with_one_label_the_stricter_answer_is_kept(tmp_path: Path, protected: str) -> None:
    path = tmp_path / "log.csv"
    path.write_text("from,to,on,by,at\ndan,,2024-06-03,in_person,HOME\ndan,,2024-06-03,in_person,mall\n", "utf-8")
    hits = hits_in(path, read_text(TWO_HOMES.replace("PLACE", protected), "orders.yaml", law_book()))
    assert [(hit["row"], hit["answer"], hit["marks"]) for hit in hits if hit["row"] == 1] == [
        (1, "yes", Code.SHARED_LABEL)
    ]


def hits_in(path: Path, papers: Papers) -> list[dict[str, object]]:
    compiled, named_words = compile_columns(papers, law_book()), words()
    found = look(path, layout_of(None))
    shaper, screen = Shaper(found, compiled, named_words, PACIFIC), Screen(compiled, DuckDB(threads=1), named_words)
    parts = [named(screen.hits(shaper.shape(chunk).contacts), compiled) for chunk in chunks(path, found, 100)]
    return [hit for part in parts for hit in part.to_pylist()]


def test_what_can_mean_several_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "from,to,on\ndan,2065550177,2024-06-01\ndan,Rosa Example,2024-06-01\ndan,rosa,2024-11-03 01:30\n", "utf-8"
    )
    rows = rows_of(shaped(path))
    assert [(row["row"], row["marks"]) for row in rows] == [
        (1, SHARED_IDENTIFIER),
        (1, SHARED_IDENTIFIER),
        (2, LINKED_BY_NAME),
        (3, AMBIGUOUS_TIME),
        (3, AMBIGUOUS_TIME),
    ]
