"""Where a source is old or only speaks about the law, every command says so: beside the sentence and in the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.asking import answered, ask
from tests.law.papers_of import civil_text, criminal_text

MARK = re.compile(r"\[(\d+)((?:, (?:a guide|second-hand|old text))*)\]")


@pytest.fixture
def orders(tmp_path: Path) -> str:
    """A civil order of a place whose text is old, as an order file."""
    path = tmp_path / "orders.yaml"
    path.write_text(civil_text("us-ms"), "utf-8")
    return str(path)


@pytest.fixture
def condition(tmp_path: Path) -> str:
    """A criminal order of a place where what a victim may ask was read on a page about the law."""
    path = tmp_path / "condition.yaml"
    path.write_text(criminal_text("us-ca"), "utf-8")
    return str(path)


def authorities(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, dict):
        if "cite" in document and "as_of" in document:
            yield document
        for part in document.values():
            yield from authorities(part)
    elif isinstance(document, list):
        for part in document:
            yield from authorities(part)


def questions(orders: str, condition: str) -> list[tuple[str, ...]]:
    on = ("--on", "2027-06-01")
    return [
        ("now", orders, *on),
        ("contact", orders, "--from", "dan", "--to", "rosa", "--by", "text", *on),
        ("who", orders, "--as", "rosa", *on),
        ("who", condition, "--as", "rosa", *on),
        ("steps", orders, "--for", "rosa", *on),
        ("faq", "--in", "us-ms"),
        ("compare", "--in", "us-ms"),
        ("law", "us-ms"),
        ("law", "us-ca"),
    ]


def test_every_command_marks_beside_the_sentence_and_in_the_list(orders: str, condition: str) -> None:
    seen: set[str] = set()
    for asked in questions(orders, condition):
        said = " ".join(ask(*asked, width=100).stdout.split())
        body, _, sources = said.rpartition(" Sources ")
        assert body, asked
        used = dict(MARK.findall(body))
        listed = dict(re.findall(r"\[(\d+)\] (.*?)(?= \[\d+\] | General information)", sources))
        assert set(used) == set(listed), asked
        assert any(used.values()), asked
        for number, marked in used.items():
            assert ("old text" in marked) is ("Old text" in listed[number]), (asked, listed[number])
            warned = "a guide" in marked or "second-hand" in marked
            assert warned is ("Not the law itself" in listed[number]), (asked, listed[number])
            seen.update(part for part in marked.split(", ") if part)
    assert seen == {"a guide", "second-hand", "old text"}


def test_every_document_marks_every_source(orders: str, condition: str) -> None:
    for asked in questions(orders, condition):
        found = list(authorities(answered(*asked)))
        assert found, asked
        for authority in found:
            assert isinstance(authority["marked"], list), asked
            kinds = {"guide": "guide" in authority["marked"], "secondary": "secondary" in authority["marked"]}
            assert kinds == {kind: authority["kind"] == kind for kind in kinds}, authority
        assert any(authority["marked"] for authority in found), asked
