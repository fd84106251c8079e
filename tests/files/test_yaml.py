"""The text of a file: YAML, JSON, and what is neither."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from stayaway.files import FileFaults, read_path
from stayaway.model import OrderId, PersonId
from tests.files.book import BOOK, TWO_ORDERS, codes, faults, read


def test_json_reads_like_yaml() -> None:
    person = '{"name": "Dan \\ud83d\\ude00 \\u00e9", "phones": ["1\\/2", "a\u2028b"], "born": null}'
    text = '\ufeff{\n\t"people": {"d": ' + person + "}\n}"
    found = read(text).people[PersonId("d")]
    assert found.name == "Dan \U0001f600 é"
    assert found.phones == ("1/2", "a\u2028b")
    assert found.born is None


def test_null_in_json_is_nothing_even_where_a_name_belongs() -> None:
    assert codes('{"cases": {"c": {"kind": "civil", "petitioner": null}}}') == []
    assert codes("cases: {c: {kind: civil, petitioner: null}}") == ["unknown_person"]


def test_places_in_json_count_lines_and_columns() -> None:
    (fault,) = faults('{\n\t"people":\n\t\t{"d": {"nam": 1}}\n}')
    assert (fault.line, fault.column, fault.path, fault.nearest) == (3, 10, "people.d.nam", "name")


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\u2029"])
def test_what_yaml_once_took_for_the_end_of_a_line_is_text(mark: str) -> None:
    papers = read(f"people:\n  d: {{name: 'a{mark}b'}}\n")
    assert papers.people[PersonId("d")].name == f"a{mark}b"
    (fault,) = faults(f"people:\n  d: {{name: 'a{mark}b'}}\n  e: {{nam: x}}\n")
    assert fault.line == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert read("people: {é: }".encode(encoding)).people.keys() == {"é"}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "empty", 1, 1),
        ("# nothing\n", "empty", 1, 1),
        ("---\n", "empty", 1, 1),
        ("- a\n", "wanted_mapping", 1, 1),
        ("word", "wanted_mapping", 1, 1),
        (b"people:\n  \xff: x", "not_utf8", 2, 3),
        ("people:\n  a\x00: x", "bad_character", 2, 4),
        ('people: {a: {name: "\\0"}}', "bad_character", 1, 20),
        ("people: {a: {name: \x1b[31m}}", "bad_character", 1, 20),
        ("people: {}\n---\npeople: {}", "several_documents", 2, 1),
        ("people: !!python/object:os.system {}", "tag", 1, 9),
        ("people: {a: !x b}", "tag", 1, 13),
        ("people:\n  <<: {a: }", "merge_key", 2, 3),
        ("people:\n  a: {}\n  b: {}\n  a: {}", "duplicate_key", 4, 3),
        ("people: {[a]: b}", "key_not_text", 1, 10),
        ("people: *nobody", "unknown_alias", 1, 9),
        ("people: &p {a: *p}", "alias_loop", 1, 16),
        ("people:\n\ta: {}", "tab", 2, 1),
        ("people: {a: {name: 'x}}", "unclosed_quote", 1, 20),
        ("people: {a: {name: x}", "unclosed_bracket", 1, 9),
        ("people: {a: {name: x", "unclosed_bracket", 1, 13),
        ("people: a: b", "colon_in_text", 1, 10),
        ("people:\n  a: {}\n b: {}", "syntax", 3, 2),
        ("people: {a: [x, }", "syntax", 1, 17),
        ("people: {a: {name: @x}}", "special_start", 1, 20),
        ('people: {a: {name: "\\q"}}', "bad_escape", 1, 21),
        ("people: " + "[" * 50 + "]" * 50, "too_deep", 1, 48),
    ],
)
def test_what_is_no_order_file(text: str | bytes, code: str, line: int, column: int) -> None:
    found = faults(text)
    assert [fault.code.value for fault in found][:1] == [f"file.{code}"]
    assert (found[0].line, found[0].column) == (line, column)


def test_a_second_key_says_where_the_first_is() -> None:
    (fault,) = faults("people:\n  a: {}\n  a: {}")
    assert (fault.read, fault.facts["first_line"]) == ("a", 2)


def test_an_alias_stands_for_what_it_points_to() -> None:
    assert read("people: {a: &x {name: A}, b: *x}").people[PersonId("b")].name == "A"


M = 900_000
BILLION = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)
)


@pytest.mark.parametrize(
    "text",
    [
        "[" * M,
        "{" * M,
        "{a: " * (M // 4),
        "- " * (M // 2),
        "? " * (M // 2),
        '{"a":' * (M // 5),
        '{"a":' * 5000 + "1" + "}" * 5000,
        BILLION,
        "orders: [" + "x," * (M // 2) + "]",
        "orders: {a: {terms: [" + "no_contct," * 50_000 + "]}}",
        "{" + "a: 1," * 25_000 + "}",
        "people: {" + ",".join(f"k{i}: {{x: 1}}" for i in range(12_000)) + "}",
        "cases:\n" + "".join(f" o{i}: {{kind: civil, time_zone: Amrica/X{i}}}\n" for i in range(9_000)),
        "places: {" + ",".join(f'p{i}: {{address: "1234567{i}", x: y}}' for i in range(9_000)) + "}",
        '"' * M,
        "&a " * (M // 3),
        "!" * M,
        "%" * M,
        ": " * (M // 2),
        "a: |\n" + " x\n" * (M // 3),
        '{"people": {"a": {"born": ' + "1" * 400_000 + "}}}",
    ],
    ids=lambda text: text[:14],
)
def test_a_hostile_text_is_refused_soon(text: str) -> None:
    started = time.process_time()
    assert faults(text)
    assert time.process_time() - started < 3


def test_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    started = time.process_time()
    assert codes("x" * 10_000_000) == ["too_large"]
    file = tmp_path / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(10_000_000_000)
    assert _codes(file) == ["file.too_large"]
    assert time.process_time() - started < 0.5


def test_faults_beyond_the_most_are_counted() -> None:
    found = faults("people: {" + ",".join(f"k{i}: {{x: 1}}" for i in range(700)) + "}")
    assert len(found) == 501
    assert found[-1].facts == {"count": 200}


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "gone.yaml")
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    assert _codes(tmp_path) == ["file.is_directory"]
    assert _codes(tmp_path / "none.yaml") == ["file.missing"]
    assert _codes(link) == ["file.dead_link"]
    assert _codes(loop) == ["file.unreadable"]
    assert _codes(tmp_path / ("x" * 300)) == ["file.unreadable"]
    assert _codes("a\0b") == ["file.unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is locked for root")
def test_a_locked_file(tmp_path: Path) -> None:
    locked = tmp_path / "locked.yaml"
    locked.write_text("people: {}")
    locked.chmod(0)
    assert _codes(locked) == ["file.unreadable"]


def test_a_file_is_read_like_its_text(tmp_path: Path) -> None:
    file = tmp_path / "orders.yaml"
    file.write_text(TWO_ORDERS)
    assert read_path(file, BOOK) == read(TWO_ORDERS)
    assert read(json.dumps({"people": {"a": {"name": "x"}}})).people["a"].name == "x"  # type: ignore[index]
    assert OrderId("civil") in read_path(str(file), BOOK).orders


def _codes(path: Path | str) -> list[str]:
    with pytest.raises(FileFaults) as wrong:
        read_path(path, BOOK)
    return [fault.code.value for fault in wrong.value.faults]


def test_an_alias_counts_as_deep_as_what_it_stands_for() -> None:
    nested = "people: {a: &a " + "[" * 25 + "]" * 25 + ", b: " + "[" * 20 + "*a" + "]" * 20 + "}"
    assert "too_deep" in codes(nested)
