"""A page as Markdown: for the pages of the documentation that are made from the law files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Block, Gap, Heading, Item, Page, Table, Text, Tone

SPECIAL = re.compile(r"([\\`*_<>$#|~\[\]])")
ADDRESS = re.compile(r"(https?://(?:\([^\s|()]*\)|[^\s|()])+(?<![.,;]))")


def render(page: Page) -> str:
    """The Markdown of a page. Its first paragraph is the title, and no line is broken within a paragraph."""
    lines: list[str] = []
    for number, block in enumerate(page.blocks):
        if lines and lines[-1] and not (isinstance(block, Item) and _is_item(page.blocks[number - 1])):
            lines.append("")
        lines += _lines(block, title=number == 0)
    return "\n".join(lines) + "\n"


def _is_item(block: Block) -> bool:
    return isinstance(block, Item)


def _lines(block: Block, *, title: bool) -> Iterator[str]:
    match block:
        case Gap():
            return
        case Heading(text):
            yield f"## {escaped(text)}"
        case Text(text, _, tone):
            strong = tone is Tone.STRONG and not title
            yield f"# {escaped(text)}" if title else f"**{escaped(text)}**" if strong else escaped(text)
        case Item(text, mark, indent):
            lead = "" if mark == "-" else f"{escaped(mark)} "
            yield f"{' ' * indent}- {lead}{escaped(text)}"
        case Table(headings, rows):
            yield _row(headings)
            yield _row(tuple("---" for _ in headings), plain=True)
            yield from (_row(row) for row in rows)


def _row(cells: tuple[str, ...], *, plain: bool = False) -> str:
    return "| " + " | ".join(cell if plain else escaped(cell).replace("\n", "<br>") for cell in cells) + " |"


def escaped(text: str) -> str:
    r"""Text without what Markdown would take for a command; web addresses stay addresses.

    >>> print(escaped("a fine of $100 [1]; see https://example.org/a_b."))
    a fine of \$100 \[1\]; see <https://example.org/a_b>.
    """
    parts = ADDRESS.split(text)
    return "".join(f"<{part}>" if number % 2 else SPECIAL.sub(r"\\\1", part) for number, part in enumerate(parts))
