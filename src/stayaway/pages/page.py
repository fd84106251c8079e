"""What a page for people is made of: blocks that each face shows in its own way, on a terminal or in HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum


class Tone(Enum):
    """How a line weighs. It is shown by weight or colour where there is any; the words alone must say it too."""

    PLAIN = "plain"
    STRONG = "strong"
    ALERT = "alert"
    UNSURE = "unsure"
    FAINT = "faint"


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    indent: int = 0
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph with a mark before it (a dash, a number, a label), hanging beside it."""

    text: str
    mark: str = "-"
    indent: int = 0
    tone: Tone = Tone.PLAIN
    width: int = 0
    """How wide the mark is shown at least, so that items line up."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. On a narrow screen each row is shown as a paragraph with its parts below it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[int, ...]
    """How the width is shared out among the columns."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""


Block = Heading | Text | Item | Table | Gap

NARROW = 76
"""Below this width a table has no room."""


@dataclass
class Page:
    """A screen being written, from top to bottom."""

    blocks: list[Block] = field(default_factory=list)

    def heading(self, text: str) -> None:
        """Begin a part; an empty line goes before it."""
        if self.blocks:
            self.blocks.append(Gap())
        self.blocks.append(Heading(text))

    def text(self, text: str, indent: int = 0, tone: Tone = Tone.PLAIN) -> None:
        """Add a paragraph."""
        self.blocks.append(Text(text, indent, tone))

    def item(self, text: str, mark: str = "-", indent: int = 0, tone: Tone = Tone.PLAIN, width: int = 0) -> None:
        """Add an item of a list."""
        self.blocks.append(Item(text, mark, indent, tone, width))

    def items(self, texts: Sequence[str], indent: int = 0) -> None:
        """Add a list."""
        for text in texts:
            self.item(text, indent=indent)

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[str]], weights: Sequence[int]) -> None:
        """Add a table."""
        self.blocks.append(Table(tuple(headings), tuple(tuple(row) for row in rows), tuple(weights)))

    def gap(self) -> None:
        """Add an empty line, once."""
        if self.blocks and not isinstance(self.blocks[-1], Gap):
            self.blocks.append(Gap())
