"""A page on a screen, by Rich. The words carry the meaning; weight and colour only help to find them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stayaway.pages.page import NARROW, Block, Gap, Heading, Item, Page, Table, Text, Tone

from .plain import shared

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.ALERT: "bold red",
    Tone.UNSURE: "bold yellow",
    Tone.FAINT: "dim",
}


def show(page: Page, console: Console) -> None:
    """Print a page."""
    for block in page.blocks:
        for part in _parts(block, console.width):
            console.print(part, soft_wrap=False, highlight=False, markup=False, emoji=False)


def _parts(block: Block, width: int) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text as Styled

    match block:
        case Gap():
            return [""]
        case Heading(text):
            return [Styled(text, style="bold underline")]
        case Text(text, indent, tone):
            return [Padding(Styled(text, style=STYLES[tone]), (0, 0, 0, indent))]
        case Item(text, mark, indent, tone, at_least):
            return [_hanging(mark.ljust(at_least), Styled(text, style=STYLES[tone]), indent, tone)]
        case Table():
            return _stacked(block) if width < NARROW else [_table(block, width)]


def _hanging(mark: str, text: RenderableType, indent: int, tone: Tone = Tone.PLAIN) -> RenderableType:
    from rich.padding import Padding
    from rich.table import Table as Grid
    from rich.text import Text as Styled

    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, width=len(mark))
    grid.add_column(ratio=1)
    grid.add_row(Styled(mark, style=STYLES[tone]), text)
    return Padding(grid, (0, 0, 0, indent))


def _table(table: Table, width: int) -> RenderableType:
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text as Styled

    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    # Between two columns Rich leaves three blanks, and one at each edge.
    shares = shared(table, width - 3 * (len(table.headings) - 1) - 2)
    for heading, share in zip(table.headings, shares, strict=True):
        grid.add_column(Styled(heading), width=share)
    for row in table.rows:
        grid.add_row(*(Styled(cell) for cell in row))
    return grid


def _stacked(table: Table) -> list[RenderableType]:
    from rich.text import Text as Styled

    parts: list[RenderableType] = []
    for row in table.rows:
        parts.append(_hanging("*", Styled(row[0], style="bold"), 0))
        for heading, cell in zip(table.headings[1:], row[1:], strict=True):
            if cell:
                parts.append(_hanging("  ", Styled(f"{heading}: {', '.join(cell.splitlines())}"), 1))
    return parts
