"""The schema, the reader and the writer agree."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from stayaway.files import file_schema, read_text, write_text
from stayaway.files.events import yaml_events
from stayaway.files.faults import Ledger
from stayaway.files.tree import Listing, Mapping, Node, Words, tree_of
from stayaway.law.load import law_book
from stayaway.model import Papers
from tests.files.book import TWO_ORDERS, faults, read
from tests.files.strategies import papers, scalars, trees

SCHEMA = Draft202012Validator(file_schema())
ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
few = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


def plain(node: Node) -> Any:
    """A tree as a reader of YAML's core schema takes it, which is what a schema gets to see."""
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    if isinstance(node, Words) and node.plain:
        if node.text in ("", "~", "null"):
            return None
        if node.text in ("true", "false"):
            return node.text == "true"
        try:
            return float(node.text)
        except ValueError:
            return node.text
    return node.text


def data(text: str) -> Any:
    return plain(tree_of(text, Ledger("x")))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(file_schema())
    json.dumps(file_schema())


@pytest.mark.parametrize(("kind", "key"), [("civil", "defendant"), ("civil", "charge"), ("criminal", "petitioner")])
def test_the_schema_keeps_the_roles_of_the_two_kinds_apart(kind: str, key: str) -> None:
    value = {} if key == "charge" else "a"
    assert SCHEMA.is_valid({"cases": {"c": {"kind": kind}}})
    assert not SCHEMA.is_valid({"cases": {"c": {"kind": kind, key: value}}})


def test_the_samples_are_right_by_both() -> None:
    assert SAMPLES
    for text in [TWO_ORDERS, *(path.read_text("utf-8") for path in SAMPLES)]:
        assert [error.message for error in SCHEMA.iter_errors(data(text))] == []
        papers = read_text(text, "sample", law_book())
        assert read_text(write_text(papers), "written", law_book()) == papers


@few
@given(papers())
def test_what_is_written_reads_back_equal(written: Papers) -> None:
    text = write_text(written)
    assert read(text) == written
    assert [error.message for error in SCHEMA.iter_errors(data(text))] == []


@few
@given(papers())
def test_what_is_written_reads_back_equal_as_json(written: Papers) -> None:
    # A name such as `null` stays a word in JSON, because the writer puts it in quotes.
    document = data(write_text(written))
    assert SCHEMA.is_valid(document)
    for escaped in (True, False):
        assert read(json.dumps(document, ensure_ascii=escaped)) == written


def _parts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in below:
        yield from _parts(part, (*path, key))


def _mutated(document: Any, draw: st.DrawFn) -> Any:
    document = copy.deepcopy(document)
    path = draw(st.sampled_from([path for path in _parts(document) if path]))
    above = document
    for step in path[:-1]:
        above = above[step]
    how = draw(st.sampled_from(["drop", "swap", "rename", "add"]))
    if how == "drop":
        del above[path[-1]]
    elif how == "rename" and isinstance(above, dict):
        above[draw(st.sampled_from(["nmae", "x", "kind", "by", "no_abuse"]))] = above.pop(path[-1])
    elif how == "add" and isinstance(above, dict):
        above[draw(st.sampled_from(["x", "until", "defendant", "errand", "note"]))] = draw(scalars | trees)
    else:
        above[path[-1]] = draw(scalars | trees)
    return document


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    return _mutated(DOCUMENT, draw)


DOCUMENT = data(TWO_ORDERS)


@settings(few, max_examples=400)
@given(mutated())
def test_what_the_schema_refuses_the_reader_refuses(document: Any) -> None:
    if not SCHEMA.is_valid(document):
        assert faults(json.dumps(document)), [error.message for error in SCHEMA.iter_errors(document)]


@settings(few, max_examples=150)
@given(trees)
def test_any_tree_that_the_schema_refuses_the_reader_refuses(document: Any) -> None:
    if not SCHEMA.is_valid(document):
        assert faults(json.dumps(document))


def test_the_writer_writes_what_other_readers_of_yaml_take_for_the_same() -> None:
    text = write_text(
        read("people: {no: {name: 'yes', phones: ['0123', '1e3', '2024-01-01']}, 'a: b': {name: \"x\\u0085\"}}")
    )
    assert text == (
        'people:\n  "no": {name: "yes", phones: ["0123", "1e3", "2024-01-01"]}\n  "a: b": {name: "x\\u0085"}\n'
    )
    assert list(yaml_events(text, "x"))


@pytest.mark.parametrize("text", ["people: {}", "jurisdiction: us-wa", "people: "])
def test_papers_with_little_in_them(text: str) -> None:
    assert read(write_text(read(text))) == read(text)
