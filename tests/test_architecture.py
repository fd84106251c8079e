"""What the import contract cannot say: who reads the clock, where sentences live, where the law stands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "stayaway"
MODULES = sorted(SOURCE.rglob("*.py"))

CLOCK = re.compile(r"(datetime|date)\.(now|today|utcnow)|time\.(time|time_ns|localtime|gmtime)")
FACES = ("cli", "guide", "registry")
"""The only packages that may read the clock."""

PLACE = re.compile(r"\bus-(?!xx\b)[a-z]{2}\b")
"""A place by its code. `us-xx` is no place: it shows how one is written."""
CITE = re.compile(
    r"§|\bRCW\b|U\.\s?S\.\s?C\b|\b(Penal|Family|Criminal|Civil) Code\b|\bCode of \w+|\b(Gen\. )?(Stat|Laws)\.\s"
    r"|\b\d+ [A-Z][A-Za-z.]*\d?d? \d+ \((19|20)\d\d\)"
)
SENTENCE = re.compile(r"[A-Za-z’']+ [A-Za-z’' ,{}]+[.?!](\s|$)")


def place_of(path: Path) -> str:
    """`reasoning/conduct.py`, for a message and for the name of a test."""
    return path.relative_to(SOURCE).as_posix()


def strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every string of a module that is not a docstring (of a module, class, function or name) or an error's message."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        elif isinstance(node, (ast.Raise, ast.Assert)):
            silent.update(id(inner) for inner in ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node


def clock_reads(tree: ast.Module) -> list[str]:
    return [
        f"line {node.lineno}: {ast.unparse(node.func)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and CLOCK.search(ast.unparse(node.func))
    ]


def matches(tree: ast.Module, pattern: re.Pattern[str]) -> list[str]:
    return [f"line {node.lineno}: {node.value!r}" for node in strings(tree) if pattern.search(str(node.value))]


@pytest.mark.parametrize("path", [m for m in MODULES if place_of(m).split("/")[0] not in FACES], ids=place_of)
def test_only_the_faces_read_the_clock(path: Path) -> None:
    assert clock_reads(ast.parse(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", [m for m in MODULES if place_of(m).startswith("reasoning/")], ids=place_of)
def test_reasoning_holds_no_sentences(path: Path) -> None:
    assert matches(ast.parse(path.read_text("utf-8")), SENTENCE) == []


@pytest.mark.parametrize("path", MODULES, ids=place_of)
def test_no_place_and_no_citation_stands_in_code(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert matches(tree, PLACE) == []
    assert matches(tree, CITE) == []


def test_these_tests_see_what_they_look_for() -> None:
    guilty = ast.parse(
        '"""RCW 10.99 in a docstring is fine."""\n'
        "from datetime import datetime\n"
        "now = datetime.now()\n"
        'place = "us-wa"\n'
        'cite = "RCW 10.99.040"\n'
        'said = "You may not call them."\n'
        'raise ValueError("An error may speak.")\n'
    )
    assert clock_reads(guilty) == ["line 3: datetime.now"]
    assert matches(guilty, PLACE) == ["line 4: 'us-wa'"]
    assert matches(guilty, CITE) == ["line 5: 'RCW 10.99.040'"]
    assert matches(guilty, SENTENCE) == ["line 6: 'You may not call them.'"]
