"""Reading a table: strict CSV in UTF-8, within limits, with every fault told by row and column."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from stayaway.files.faults import cut
from stayaway.files.source import UNFIT
from stayaway.model import because
from stayaway.wording.exchange_in import ImportCode as C

from .source import Problem, Spot

LARGEST = 20_000_000
"""In bytes."""
MOST_ROWS = 10_000
QUIET = ("phones", "emails", "handles", "numbers", "address", "at")
"""What columns end with whose cells are nobody's business: they are never repeated in a message."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it. `number` counts the rows of the file from 1, its header too."""

    file: str
    number: int
    cells: Mapping[str, str]

    def spot(self, column: str) -> Spot:
        """Where a cell stands, and what stands in it, unless it is nobody's business."""
        read = self.cells.get(column)
        return Spot(self.file, self.number, column, None if not read or column.endswith(QUIET) else cut(read))


def rows_of(
    content: bytes, name: str, is_column: Callable[[str], bool], needed: Sequence[str], known: Sequence[str]
) -> tuple[list[Row], list[Problem]]:
    """The rows of a table, and everything that is wrong with it as a table. Empty rows and cells are left out."""
    if len(content) > LARGEST:
        return [], [_split(name, 1)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        return [], [Problem(Spot(name, row, "1"), (because(C.NOT_UTF8),), (because(C.WANTED_UTF8),))]
    rows: list[Row] = []
    problems: list[Problem] = []
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    number = 0
    # The file is small enough to be read whole, so no cell of it is too long. The limit is that of the whole process.
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST))
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if not any(header):
            return [], [Problem(Spot(name, 1, "1"), (because(C.NO_ROWS),), (because(C.WANTED_ROWS),))]
        problems += _header(header, name, is_column, needed, known)
        number = 1
        for number, cells in enumerate(reader, 2):
            if number > MOST_ROWS + 1:
                return [], [*problems, _split(name, number)]
            one = _row(cells, header, name, number, problems)
            if one.cells:
                rows.append(one)
    except csv.Error:
        spot = Spot(name, number + 1, "1")
        return [], [*problems, Problem(spot, (because(C.BROKEN_TABLE),), (because(C.WANTED_QUOTES),))]
    return rows, problems


def _header(
    header: Sequence[str], name: str, is_column: Callable[[str], bool], needed: Sequence[str], known: Sequence[str]
) -> list[Problem]:
    listed = because(C.WANTED_COLUMN_OF, columns=", ".join(known))
    found = []
    for index, column in enumerate(header, 1):
        spot = Spot(name, 1, str(index), cut(column))
        if header.index(column) < index - 1:
            found.append(Problem(spot, (because(C.DOUBLE_COLUMN),)))
        elif not is_column(column):
            found.append(Problem(spot, (because(C.UNKNOWN_COLUMN),), (listed,)))
    for column in needed:
        if column not in header:
            missing = because(C.MISSING_COLUMN, column=column)
            found.append(Problem(Spot(name, 1, "1"), (missing,), (listed,)))
    return found


def _row(cells: Sequence[str], header: Sequence[str], name: str, number: int, problems: list[Problem]) -> Row:
    if len(cells) > len(header):
        spot = Spot(name, number, str(len(header) + 1))
        problems.append(Problem(spot, (because(C.TOO_MANY_CELLS),), (because(C.WANTED_CELLS),)))
    elif len(cells) < len(header) and any(cell.strip() for cell in cells):
        # A row that was cut off would leave out what the order forbids.
        few = because(C.TOO_FEW_CELLS, count=len(cells), columns=len(header))
        problems.append(Problem(Spot(name, number, str(len(cells))), (few,), (because(C.WANTED_ALL_CELLS),)))
    found = {}
    for column, cell in zip(header, cells, strict=False):
        unfit = UNFIT.search(cell)
        if unfit:
            what = because(C.UNFIT_CHARACTER, character=f"U+{ord(unfit[0]):04X}")
            problems.append(Problem(Spot(name, number, cut(column)), (what,), (because(C.WANTED_PLAIN_TEXT),)))
        elif cell.strip():
            found[column] = cell.strip()
    return Row(name, number, found)


def _split(name: str, row: int) -> Problem:
    wanted = because(C.WANTED_SPLIT, rows=MOST_ROWS, size=LARGEST)
    return Problem(Spot(name, row, "1"), (because(C.TABLE_TOO_LARGE),), (wanted,))
