"""Who is meant: each of those whom a cell names, and nobody by chance."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stayaway.files import read_text
from stayaway.law.load import law_book
from stayaway.model import Papers
from stayaway.screening.columns import (
    AMBIGUOUS_TIME,
    LINKED_BY_NAME,
    NOBODY,
    SEVERAL_NAMED,
    SHARED_IDENTIFIER,
    STRANGER,
    words,
)
from stayaway.screening.compiling import compile_columns
from stayaway.screening.engines import DuckDB
from stayaway.screening.layouts import layout_of
from stayaway.screening.linking import Linker
from stayaway.screening.reading import chunks, look
from stayaway.screening.results import named
from stayaway.screening.screening import Screen
from stayaway.screening.shaping import Shaper
from stayaway.wording.screening import ScreeningCode as Code
from tests.screening.reading import PACIFIC, PAPERS, rows_of, shaped


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
