"""The rows of one case of a table, in the words of an order file, read by the same checker."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from stayaway.files.faults import FileFaults, Ledger
from stayaway.files.read import read_text
from stayaway.files.tree import tree_of
from stayaway.files.where import Loc, Where
from stayaway.law.load import law_book

from .cells import Row
from .source import Part, Problem, Spot


@dataclass
class CaseRows:
    """The rows of one case, in the words of an order file, and where each word comes from."""

    key: str
    row: Row
    people: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Any] = field(default_factory=dict)
    case: dict[str, Any] = field(default_factory=dict)
    orders: dict[str, Any] = field(default_factory=dict)
    cells: dict[Loc, tuple[Row, str]] = field(default_factory=dict)
    roles: dict[str, list[str]] = field(default_factory=dict)

    def put(self, row: Row, column: str, loc: Loc) -> None:
        """Remember which cell a part of the file comes from; the first one that says it."""
        self.cells.setdefault(loc, (row, column))

    def spot(self, loc: Loc) -> Spot:
        """The cell that a part of the file comes from, or the one nearest to it."""
        for length in range(len(loc), 0, -1):
            if loc[:length] in self.cells:
                row, column = self.cells[loc[:length]]
                return row.spot(column)
        return self.row.spot("kind")

    def parts(self, problems: list[Problem]) -> list[Part]:
        """The papers of the case, if nothing is wrong with them."""
        self._cast()
        whole = {"people": self.people, "places": self.places, "cases": {self.key: self.case}, "orders": self.orders}
        text = json.dumps({key: part for key, part in whole.items() if part})
        try:
            papers = read_text(text, self.row.file, law_book())
        except FileFaults as error:
            where = _Positions(text)
            for fault in error.faults:
                spot = self.spot(where.loc_at(fault.line, fault.column))
                problems.append(Problem(spot, (fault.reason(),), fault.reasons()[1:]))
            return []
        return [Part(papers, self.spot)]

    def _cast(self) -> None:
        """Whom the orders restrain and protect is who the case is between, as a rule."""
        restrained, protected = self.roles.get("restrained", []), self.roles.get("protected", [])
        if self.case.get("kind") == "criminal":
            self.case |= {"defendant": restrained[0], "victims": protected}
            return
        self.case["respondent"] = restrained[0]
        if protected:
            self.case["petitioner"] = protected[0]


class _Positions:
    """Which part of a text a fault is about, from its line and column."""

    def __init__(self, text: str) -> None:
        where = Where(tree_of(text, Ledger("")))
        self._locs: list[tuple[tuple[int, int], Loc]] = sorted(_spots(where.root, ()))

    def loc_at(self, line: int, column: int) -> Loc:
        """The part that begins there, or the last one that begins before."""
        found: Loc = ()
        for spot, loc in self._locs:
            if spot > (line, column):
                break
            found = loc
        return found


def _spots(node: Any, loc: Loc) -> list[tuple[tuple[int, int], Any]]:
    found = []
    if hasattr(node, "entries"):
        for key, entry in node.entries.items():
            found.append(((entry.line, entry.column), (*loc, key)))
            found.append(((entry.value.line, entry.value.column), (*loc, key)))
            found += _spots(entry.value, (*loc, key))
    elif hasattr(node, "items"):
        for index, item in enumerate(node.items):
            found.append(((item.line, item.column), (*loc, index)))
            found += _spots(item, (*loc, index))
    return found
