"""What came of an import: what was loaded, everything that was wrong, what was left as it was; as text and as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import StringIO

from stayaway.model import Reason, because
from stayaway.wording import Speaker
from stayaway.wording.exchange_in import ImportCode as C

from .likeness import Candidate
from .source import Problem, Spot

COLUMNS = (C.COLUMN_FILE, C.COLUMN_ROW, C.COLUMN_COLUMN, C.COLUMN_READ, C.COLUMN_WRONG, C.COLUMN_WANTED)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was left as it was, and why. It is no fault."""

    spot: Spot
    why: Reason


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one file. `cases` and `orders` are the ids in the record by the names in the file.

    `before` is when this very file was loaded; then nothing was done. While there are `problems`, nothing was loaded.
    """

    name: str
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    cases: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, str] = field(default_factory=dict)
    before: datetime | None = None
    is_dry: bool = False

    @property
    def is_loaded(self) -> bool:
        """Whether it is on record now, by this import or one before."""
        return not self.problems and not self.is_dry

    def lines(self, language: str = "en") -> list[str]:
        """The report in words, a line for each thing to say."""
        speaker = Speaker(language)
        if self.before is not None:
            return [f"{self.name}: {speaker.say(because(C.LOADED_BEFORE, on=self.before))}"]
        return [
            f"{self.name}: {self._came_of_it(speaker)}",
            *(_said(one.spot, speaker, (*one.wrong, *one.wanted)) for one in self.problems),
            *(_said(one.spot, speaker, (one.why,)) for one in self.notes),
            *(_likely(one, speaker) for one in self.candidates),
        ]

    def csv(self, language: str = "en") -> str:
        """Everything that is wrong as a table, to be handed back to whoever sent the file."""
        speaker, text = Speaker(language), StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(_cell(speaker.say(because(code))) for code in COLUMNS)
        for one in self.problems:
            cells = [one.spot.file, str(one.spot.row), one.spot.column, one.spot.read or ""]
            writer.writerow(map(_cell, [*cells, _words(speaker, one.wrong), _words(speaker, one.wanted)]))
        return text.getvalue()

    def _came_of_it(self, speaker: Speaker) -> str:
        if self.problems:
            return speaker.say(because(C.NOTHING_LOADED, count=len(self.problems)))
        code = C.WOULD_LOAD if self.is_dry else C.LOADED
        return speaker.say(because(code, cases=len(self.cases), orders=len(self.orders)))


def _said(spot: Spot, speaker: Speaker, reasons: Iterable[Reason]) -> str:
    read = f" “{spot.read}”" if spot.read else ""
    return f"{spot.file}:{spot.row}:{spot.column}:{read} {_words(speaker, reasons)}"


def _likely(one: Candidate, speaker: Speaker) -> str:
    said = because(C.MAY_BE_SAME, person=one.person, record=one.record)
    return _words(speaker, (said, *(because(code) for code in one.why)))


def _words(speaker: Speaker, reasons: Iterable[Reason]) -> str:
    return " ".join(speaker.say(reason) for reason in reasons)


def _cell(text: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{text}" if text.startswith(FORMULA) else text
