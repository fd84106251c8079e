"""A part of a log put into columns: what each row says is read and linked, and every fault of it is named."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
from pydantic_core import PydanticCustomError

from stayaway.files.scalars import read_distance
from stayaway.model import Position
from stayaway.model.terms import METRES_IN
from stayaway.wording.screening import ScreeningCode as Code

from .cells import distinct_in
from .columns import (
    AMBIGUOUS_TIME,
    CHANNELS,
    CONTACTS,
    LINKED_BY_NAME,
    NOT_TOLD,
    SEVERAL_NAMED,
    SHARED_IDENTIFIER,
    SHARED_LABEL,
    STRANGER,
    Names,
)
from .compiling import Compiled
from .instants import Clock, NoSuchTime, NotATime
from .layouts import Found, Part
from .linking import Linked, Linker, region_of
from .reading import Chunk, Unreadable
from .telling import Teller

UNREADABLE = {
    Unreadable.COLUMNS: Code.ROW_COLUMNS,
    Unreadable.ENCODING: Code.ROW_ENCODING,
    Unreadable.QUOTES: Code.ROW_QUOTES,
    Unreadable.JSON: Code.ROW_JSON,
    Unreadable.PARQUET: Code.NOT_PARQUET,
}


@dataclass(frozen=True, slots=True)
class Reject:
    """A fault of a row: in which column (None: the row as a whole), what was read there, and what is wrong with it."""

    row: int
    column: str | None
    read: str
    code: Code


@dataclass(frozen=True)
class Shaped:
    """A part of a log, ready to be screened. A row is in `rejects`, or judged; `contacts` can be hits."""

    rows: int
    contacts: pa.Table
    rejects: tuple[Reject, ...]
    judged: int
    """Rows that were read and linked as far as they can be."""
    senders_unknown: int
    """Rows by nobody of the papers: no order restrains them."""
    recipients_unknown: int = 0
    """Rows by somebody whom an order restrains, with a recipient who is nobody of the papers."""
    over_lines: int = 0
    """Rows that go over several lines of the file and have the columns of the header."""

    @property
    def rejected(self) -> int:
        """How many rows were rejected."""
        return len({reject.row for reject in self.rejects})


class _Fault(Exception):
    def __init__(self, code: Code) -> None:
        self.code = code


class Shaper:
    """Reads the rows of one log with one layout, for one set of orders."""

    def __init__(self, found: Found, compiled: Compiled, words: Names, zone: ZoneInfo) -> None:
        layout = found.layout
        self.found, self.compiled = found, compiled
        self.clock = Clock(zone, layout.format)
        self.linker = Linker(compiled.papers, layout.region or region_of(compiled.papers))
        self.teller = Teller(compiled, words)
        self.labels: dict[str, set[str]] = defaultdict(set)
        for key, place in compiled.papers.places.items():
            if place.label:
                self.labels[place.label.strip().casefold()].add(key)
        self.restrained = frozenset(order.restrained for order in compiled.orders)

    def shape(self, chunk: Chunk) -> Shaped:
        """One part of the log in columns."""
        rejects = [Reject(row, None, "", UNREADABLE[why]) for row, why in chunk.unreadable]
        columns = {part: self._column(part, chunk, rejects) for part in Part}
        bad = {reject.row for reject in rejects}
        rows: list[tuple[Any, ...]] = []
        judged = unknown = unmatched = 0
        for number, *told in zip(chunk.numbers, *(columns[part] for part in Part), strict=True):
            if number in bad:
                continue
            who: Linked | None = told[0]
            whom: Linked | None = told[1]
            places, latitude, longitude = told[-3:]
            if (latitude is None) != (longitude is None):
                part = Part.LATITUDE if latitude is None else Part.LONGITUDE
                rejects.append(Reject(number, self.found.columns.get(part, part.value), "", Code.HALF_A_POSITION))
                continue
            if whom is None and not places and latitude is None:
                rejects.append(Reject(number, self.found.columns.get(Part.TO), "", Code.NO_RECIPIENT))
                continue
            judged += 1
            if who is None or not who.people:
                unknown += 1
            elif not self.restrained.isdisjoint(who.people):
                unmatched += whom is not None and bool(whom.strangers)
                rows.extend(self._contacts(number, *told))
        fields = zip(*rows, strict=True) if rows else ([] for _ in CONTACTS)
        arrays = [pa.array(values, field.type) for values, field in zip(fields, CONTACTS, strict=True)]
        return Shaped(
            chunk.rows, pa.table(arrays, schema=CONTACTS), tuple(rejects), judged, unknown, unmatched, chunk.over_lines
        )

    def told(self, chunk: Chunk, row: int) -> dict[Part, str]:
        """What a row says, in its own words."""
        place = chunk.numbers.index(row)
        cells = {part: chunk.table[column].slice(place, 1) for part, column in self.found.columns.items()}
        words = {part: next(iter(distinct_in(cell)[0]), None) for part, cell in cells.items()}
        said = {part: self._or_constant(part, words.get(part)) for part in Part}
        return {part: str(value).strip() for part, value in said.items() if value is not None}

    def is_linked(self, told: Mapping[Part, str]) -> bool:
        """Whether the sender of a row is somebody of the papers."""
        return Part.FROM in told and bool(self.linker.who(told[Part.FROM]).people)

    def _contacts(
        self,
        row: int,
        who: Linked,
        whom: Linked | None,
        at: tuple[int, ...],
        channel: int,
        through: str | None,
        about: str | None,
        metres: float | None,
        places: tuple[str, ...],
        latitude: float | None,
        longitude: float | None,
    ) -> Iterable[tuple[Any, ...]]:
        """A row as contacts: one for every pair of people, every instant and every place that it may mean."""
        position = None if latitude is None or longitude is None else Position(latitude, longitude)
        spots = [self.teller.place(place, position) for place in places or (None,)]
        addressed = [self.teller.person(None)]
        if whom is not None:
            addressed = [self.teller.person(key) for key in whom.people] + [STRANGER] * bool(whom.strangers)
        linked = [who] if whom is None else [who, whom]
        marks = (
            AMBIGUOUS_TIME * (len(at) > 1)
            | SHARED_IDENTIFIER * any(one.shared for one in linked)
            | LINKED_BY_NAME * any(one.by_name for one in linked)
            | SEVERAL_NAMED * any(one.several for one in linked)
            | SHARED_LABEL * (len(spots) > 1)
        )
        senders = [self.teller.person(key) for key in who.people if key in self.restrained]
        for sender, person, instant, (spot, fold, word, where) in product(senders, addressed, at, spots):
            yield (
                row,
                instant,
                sender,
                person,
                channel,
                self.teller.word(through),
                self.teller.word(about),
                self.teller.near(metres),
                metres,
                spot,
                fold,
                word,
                None if where is None else where.latitude,
                None if where is None else where.longitude,
                marks,
            )

    # ---- one column at a time: each distinct value is read once ------------------------------------------------------

    def _column(self, part: Part, chunk: Chunk, rejects: list[Reject]) -> Sequence[Any]:
        read = self._reader(part)
        column = self.found.columns.get(part)
        if column is None:
            constant = self.found.layout.values.get(part.value)  # type: ignore[call-overload]  # the keys are the words of a part
            return [read(constant)] * len(chunk.numbers)
        values, places = distinct_in(chunk.table[column])
        known: list[Any] = []
        faults: dict[int, tuple[Code, str]] = {}
        for place, value in enumerate(values):
            try:
                known.append(read(self._or_constant(part, value)))
            except _Fault as fault:
                known.append(None)
                faults[place] = (fault.code, str(value))
        try:
            missing: Any = read(self._or_constant(part, None))
        except _Fault as fault:
            missing = None
            faults[-1] = (fault.code, "")
        if faults:
            rejects.extend(
                Reject(number, column, faults[place][1], faults[place][0])
                for number, place in zip(chunk.numbers, places, strict=True)
                if place in faults
            )
        known.append(missing)  # found under -1
        return [known[place] for place in places]

    def _or_constant(self, part: Part, value: Any) -> Any:
        """What a row leaves out is what the layout says of every row."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return self.found.layout.values.get(part.value)  # type: ignore[call-overload]  # the keys are the words of a part
        return value

    def _reader(self, part: Part) -> Callable[[Any], Any]:
        return {
            Part.FROM: self._person,
            Part.TO: self._recipient,
            Part.AT: self._moment,
            Part.CHANNEL: self._channel,
            Part.THROUGH: self._carrier,
            Part.ABOUT: lambda value: None if value is None else str(value).strip().lower(),
            Part.DISTANCE: self._distance,
            Part.PLACE: self._place,
            Part.LATITUDE: lambda value: _degrees(value, 90, Code.NOT_A_LATITUDE),
            Part.LONGITUDE: lambda value: _degrees(value, 180, Code.NOT_A_LONGITUDE),
        }[part]

    def _person(self, value: Any) -> Linked | None:
        return None if value is None else self.linker.who(str(value))

    def _recipient(self, value: Any) -> Linked | None:
        if value is None and Part.TO in self.found.layout.needs:
            raise _Fault(Code.NO_RECIPIENT)
        return self._person(value)

    def _moment(self, value: Any) -> tuple[int, ...]:
        if value is None:
            raise _Fault(Code.NO_TIME)
        try:
            return self.clock.numbers(value)
        except NoSuchTime:
            raise _Fault(Code.SKIPPED_TIME) from None
        except NotATime:
            raise _Fault(Code.NOT_A_TIME) from None

    def _channel(self, value: Any) -> int:
        if value is None:
            return NOT_TOLD
        found = self.found.layout.ways.get(str(value).strip().casefold())
        if found is None:
            raise _Fault(Code.UNKNOWN_CHANNEL)
        return CHANNELS.index(found)

    def _carrier(self, value: Any) -> str | None:
        """A person of the papers, or the word as given: a carrier can excuse a contact, and a name alone does not."""
        if value is None:
            return None
        linked = self.linker.who(str(value))
        return str(linked.people[0]) if linked.is_sure else str(value).strip().lower()

    def _distance(self, value: Any) -> float | None:
        if value is None:
            return None
        unit = self.found.layout.unit
        try:
            if unit is None:
                told = read_distance(str(value))
                return None if told is None else told.metres
            metres = float(value) * METRES_IN[unit]
        except (PydanticCustomError, ValueError):
            raise _Fault(Code.NOT_A_DISTANCE) from None
        if not math.isfinite(metres) or metres < 0:
            raise _Fault(Code.NOT_A_DISTANCE)
        return metres

    def _place(self, value: Any) -> tuple[str, ...]:
        """The places of the papers that a word can mean; where it is none of them, the word."""
        if value is None:
            return ()
        said = str(value).strip()
        keys = {said}.intersection(self.compiled.papers.places) | self.labels.get(said.casefold(), set())
        return tuple(sorted(keys)) or (said,)


def _degrees(value: Any, most: int, code: Code) -> float | None:
    if value is None:
        return None
    try:
        degrees = float(value) if isinstance(value, (str, int, float, Decimal)) else math.nan
    except ValueError:
        degrees = math.nan
    if not -most <= degrees <= most:
        raise _Fault(code)
    return degrees
