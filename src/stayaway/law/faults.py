"""What can be wrong with a law file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import yaml
from rapidfuzz import fuzz, process

LIKENESS = 60
"""How like a known word, out of 100, what was read must be, for the known word to be suggested."""


class Weight(StrEnum):
    """A fault keeps the file from being used; a warning does not."""

    FAULT = "fault"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class LawFault:
    """One thing that is wrong: where, what was read, what was wanted, and the nearest thing that would be right."""

    file: str
    line: int
    column: int
    read: str
    wanted: str
    nearest: str | None = None
    weight: Weight = Weight.FAULT

    def __str__(self) -> str:
        hint = f" (nearest: {self.nearest})" if self.nearest else ""
        return f"{self.file}:{self.line}:{self.column}: {self.weight}: read {self.read}; wanted {self.wanted}{hint}"


class Report:
    """Collects the faults of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: dict[LawFault, None] = {}

    def add(
        self,
        node: yaml.Node | yaml.Mark | None,
        read: str,
        wanted: str,
        among: Iterable[str] = (),
        weight: Weight = Weight.FAULT,
    ) -> None:
        """Note a fault at a node. `among`: what would be right, for the nearest of it."""
        mark = node.start_mark if isinstance(node, yaml.Node) else node
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        fault = LawFault(self.file, line, column, read, wanted, nearest_of(read, among), weight)
        self._found.setdefault(fault)

    def faults(self) -> tuple[LawFault, ...]:
        """All faults in the order of the file."""
        return tuple(sorted(self._found, key=lambda fault: (fault.line, fault.column, fault.wanted)))


def nearest_of(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, if any is like it."""
    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return None if best is None else str(best[0])
