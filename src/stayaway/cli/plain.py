"""A page as plain text: for pipes, files and screens without colour. No escape codes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from stayaway.pages.page import NARROW, Block, Gap, Heading, Item, Page, Table, Text

BETWEEN = 2
"""Blanks between two columns."""


def render(page: Page, width: int) -> str:
    """The text of a page, no line longer than the width (a single word that is longer keeps whole)."""
    return "\n".join(line for block in page.blocks for line in _lines(block, width)) + "\n"


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Gap():
            yield ""
        case Heading(text):
            yield from wrapped(text, width)
            yield "-" * min(width, max(map(len, wrapped(text, width))))
        case Text(text, indent):
            yield from wrapped(text, width, " " * indent)
        case Item(text, mark, indent, _, at_least):
            lead = " " * indent + mark.ljust(at_least) + " "
            yield from wrapped(text, width, lead, " " * len(lead))
        case Table():
            yield from _stacked(block, width) if width < NARROW else _columns(block, width)


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The lines of a paragraph; a line break within it is kept."""
    lines: list[str] = []
    for part in text.split("\n"):
        lead = (first if not lines else rest) if rest is not None else first
        lines += textwrap.wrap(
            part,
            width,
            initial_indent=lead or "",
            subsequent_indent=first if rest is None else rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return lines


def _columns(table: Table, width: int) -> Iterator[str]:
    shares = shared(table, width - BETWEEN * (len(table.headings) - 1))
    yield from _row(table.headings, shares)
    yield from _row(["-" * share for share in shares], shares)
    for row in table.rows:
        yield from _row(row, shares)


def _row(cells: Sequence[str], shares: Sequence[int]) -> Iterator[str]:
    columns = [wrapped(cell, share) for cell, share in zip(cells, shares, strict=True)]
    for number in range(max(map(len, columns))):
        parts = [column[number] if number < len(column) else "" for column in columns]
        yield (" " * BETWEEN).join(part.ljust(share) for part, share in zip(parts, shares, strict=True)).rstrip()


def shared(table: Table, room: int) -> list[int]:
    """The width of each column: what it needs, or else its share of the room."""
    needs = [
        max(len(line) for cell in (heading, *column) for line in cell.split("\n"))
        for heading, column in zip(table.headings, zip(*table.rows, strict=True), strict=True)
    ]
    shares = [0] * len(needs)
    open_columns = list(range(len(needs)))
    while open_columns:
        weight = sum(table.weights[column] for column in open_columns)
        left = room - sum(shares)
        content = [c for c in open_columns if needs[c] <= left * table.weights[c] // weight]
        if not content:
            for column in open_columns:
                shares[column] = left * table.weights[column] // weight
            return shares
        for column in content:
            shares[column] = needs[column]
        open_columns = [column for column in open_columns if column not in content]
    return shares


def _stacked(table: Table, width: int) -> Iterator[str]:
    """Each row as a paragraph: its first cell, and the others below it under their headings."""
    for row in table.rows:
        yield from wrapped(row[0], width, "* ", "  ")
        for heading, cell in zip(table.headings[1:], row[1:], strict=True):
            if cell:
                flat = ", ".join(cell.split("\n"))
                yield from wrapped(f"{heading}: {flat}", width, "    ", "      ")
