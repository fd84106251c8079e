"""Faults: every one that a file has, each with its place in the file. They carry codes and facts, no sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from stayaway.model import FactValue, Reason, because

from .codes import FileCode

MOST = 500
"""More faults than this are not listed: such a file is not an order file with slips in it."""


SHOWN = 80
"""Characters of a word that are shown."""


def cut(text: str) -> str:
    """A text that fits on a line."""
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    `line` and `column` count from 1. `path` says where in the file's own terms (`orders.civil.terms[1].except[0]`),
    `read` is what stood there (None: not a word, or a word that is nobody's business), `wanted` the words that would
    have been right, as far as they can be listed, and `nearest` the one most likely meant.
    """

    code: FileCode
    file: str
    line: int = 1
    column: int = 1
    path: str = ""
    read: str | None = None
    wanted: tuple[str, ...] = ()
    nearest: str | None = None
    facts: Mapping[str, FactValue] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """`orders.yaml:31:14`."""
        return f"{self.file}:{self.line}:{self.column}"

    def reason(self) -> Reason:
        """What was wrong, to be said."""
        return because(self.code, read=self.read, path=self.path, **self.facts)

    def reasons(self) -> tuple[Reason, ...]:
        """What was wrong, then the hints: what was likely meant, and what would be right."""
        said = [self.reason()]
        if self.nearest is not None:
            said.append(because(FileCode.DID_YOU_MEAN, nearest=self.nearest))
        if self.wanted:
            said.append(because(FileCode.WANTED_ONE_OF, wanted=", ".join(self.wanted)))
        return tuple(said)

    def __str__(self) -> str:
        return f"{self.place}: {self.code.value}"


class FileFaults(Exception):
    """A file that is wrong, with every fault in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class Ledger:
    """Collects the faults of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._faults: list[Fault] = []
        self._paths: set[str] = set()
        self._beyond = 0

    @property
    def is_full(self) -> bool:
        """Whether further faults are only counted."""
        return len(self._faults) >= MOST

    def has(self, path: str) -> bool:
        """Whether a fault was noted at a path."""
        return path in self._paths

    def has_below(self, path: str) -> bool:
        """Whether a fault was noted at a path or at a part of what stands there."""
        return any(noted.startswith(path) for noted in self._paths)

    def add(self, fault: Fault) -> None:
        """Note a fault."""
        if self.is_full:
            self.overlook()
        else:
            self._paths.add(fault.path)
            self._faults.append(fault)

    def overlook(self) -> None:
        """Count a fault that there is no room for."""
        self._beyond += 1

    def stop(self, *last: Fault) -> FileFaults:
        """What to raise when reading cannot go on after these faults."""
        for fault in last:
            self.add(fault)
        return self._all()

    def settle(self) -> None:
        """Raise what was collected, if anything was."""
        if self._faults:
            raise self._all()

    def _all(self) -> FileFaults:
        faults = sorted(self._faults, key=lambda fault: (fault.line, fault.column))
        if self._beyond:
            last = replace(faults[-1], code=FileCode.TOO_MANY_FAULTS, path="", read=None, wanted=(), nearest=None)
            faults.append(replace(last, facts={"count": self._beyond}))
        return FileFaults(tuple(faults))
