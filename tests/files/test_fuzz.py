"""Whatever comes in, papers or faults come out, and nothing else."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stayaway.files import FileFaults, read_paper_facts
from stayaway.wording.say import Speaker
from tests.files.book import TWO_ORDERS, read
from tests.files.strategies import trees

often = settings(max_examples=200, suppress_health_check=list(HealthCheck), deadline=None)
SNIPPETS = [
    "no", "null", "~", "[", "]", "{", "}", ":", ": ", "- ", "\n", "\t", " ", "'", '"', "#", "&a ", "*a",
    "!x ", "<<: ", "|", ">", "%", "@",
    "---", "...", "\x00", "\ud83d", "\U0001f600", "\u2028", "\x85", "\ufeff", "\r",
    "2024-02-30", "rosa", "500", "🏠", "?", ",", "\\",
]  # fmt: skip


def reads_or_says_why(text: str | bytes) -> None:
    for reader in (read, lambda source: read_paper_facts(source, "orders.yaml")):
        try:
            reader(text)
        except FileFaults as wrong:
            said = wrong.faults
        else:
            continue
        assert said
        lines = None if isinstance(text, bytes) else len(text.splitlines()) + 1
        for fault in said:
            assert fault.line >= 1
            assert fault.column >= 1
            assert lines is None or fault.line <= lines
            assert all(Speaker().say(reason) for reason in fault.reasons())


@often
@given(st.binary(max_size=60))
def test_bytes(source: bytes) -> None:
    reads_or_says_why(source)


@often
@given(st.text(max_size=60) | st.lists(st.sampled_from(SNIPPETS), max_size=20).map("".join))
def test_text(source: str) -> None:
    reads_or_says_why(source)


@often
@given(trees)
def test_trees(tree: Any) -> None:
    reads_or_says_why(json.dumps(tree))


@settings(often, max_examples=400)
@given(st.data())
def test_a_right_file_with_something_wrong(data: st.DataObject) -> None:
    text = TWO_ORDERS
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(st.sampled_from(SNIPPETS) | st.text(max_size=3)) + text[start + length :]
    reads_or_says_why(text)


@often
@given(st.data())
def test_a_part_of_a_right_file_put_elsewhere(data: st.DataObject) -> None:
    lines = TWO_ORDERS.splitlines()
    moved = data.draw(st.permutations(range(len(lines)))) if data.draw(st.booleans()) else list(range(len(lines)))
    cut = data.draw(st.integers(0, len(lines)))
    reads_or_says_why("\n".join(lines[line] for line in moved[cut:]))
