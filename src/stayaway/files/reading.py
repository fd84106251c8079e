"""What the checks of one file share: its names, where things stand in it, and the faults found so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from stayaway.law.book import LawBook
from stayaway.model import Moment, PersonId, PlaceId

from .codes import FileCode
from .faults import Fault, Ledger
from .shape_base import LONGEST_ID, Shape
from .tree import Listing, Mapping
from .where import Loc, Where
from .words import nearest

LISTED = 12
"""A list of known names longer than this is no help."""


@dataclass(frozen=True)
class Reading:
    """One file being read. `people`, `places` and `cases` are the names that the file defines, right or wrong."""

    where: Where
    ledger: Ledger
    book: LawBook
    people: Collection[str]
    places: Collection[str]
    cases: Collection[str]

    @staticmethod
    def of(where: Where, ledger: Ledger, book: LawBook) -> Reading:
        """Begin to read a tree."""
        people, places, cases = (_names(where, part) for part in ("people", "places", "cases"))
        return Reading(where, ledger, book, people, places, cases)

    def fault(
        self,
        code: FileCode,
        loc: Loc,
        *,
        read: str | None = None,
        at_key: bool = False,
        wanted: Iterable[str] = (),
        near: str | None = None,
        **facts: object,
    ) -> None:
        """Note a fault at a path: of the word that stands there, or of the key that leads to it."""
        if self.ledger.is_full:
            self.ledger.overlook()
            return
        if read is None:
            read = self.where.discreet(str(loc[-1])) if at_key else self.where.read(loc)
        line, column = self.where.spot(loc, key=at_key)
        path = self.where.path(loc)
        self.ledger.add(Fault(code, self.ledger.file, line, column, path, read, tuple(wanted), near, facts))

    def needs(self, shape: Shape, loc: Loc) -> None:
        """Ask for the keys that a mapping must have."""
        for key in type(shape).needs:
            # A value that was refused has its own fault.
            if getattr(shape, key) is None and not self.refused((*loc, key)):
                self.fault(FileCode.MISSING_KEY, loc, read=key)

    def refused(self, loc: Loc) -> bool:
        """Whether what stands at a path has a fault already."""
        return not self.ledger.is_full and self.ledger.has(self.where.path(loc))

    def not_empty(self, loc: Loc) -> None:
        """Refuse a list that is there but empty: what it would mean is not what its writer meant."""
        node = self.where.node(loc)
        if isinstance(node, Listing) and not node.items:
            self.fault(FileCode.EMPTY_LIST, loc)

    def identities(self) -> None:
        """Refuse keys that cannot name anything, and one key for both a person and a place."""
        for part in ("people", "places", "cases", "orders"):
            for name in _names(self.where, part):
                if not name.strip() or len(name) > LONGEST_ID or "\n" in name:
                    self.fault(FileCode.BAD_ID, (part, name), at_key=True, limit=LONGEST_ID)
        for name in self.places:
            if name in self.people:
                self.fault(FileCode.PERSON_AND_PLACE, ("places", name), at_key=True)

    def person(self, name: str | None, loc: Loc) -> PersonId | None:
        """A person whom the file defines."""
        if name is not None and name not in self.people:
            self._nobody(FileCode.UNKNOWN_PERSON, name, loc, self.people)
        return None if name is None else PersonId(name)

    def persons(self, names: Iterable[str | None], loc: Loc) -> tuple[PersonId, ...]:
        """People whom the file defines."""
        found = (self.person(name, (*loc, index)) for index, name in enumerate(names))
        return tuple(person for person in found if person is not None)

    def place(self, name: str | None, loc: Loc) -> PlaceId | None:
        """A place that the file defines."""
        if name is not None and name not in self.places:
            self._nobody(FileCode.UNKNOWN_PLACE, name, loc, self.places)
        return None if name is None else PlaceId(name)

    def person_or_place(self, name: str | None, loc: Loc) -> PersonId | PlaceId | None:
        """Somebody or somewhere that the file defines."""
        if name is None:
            return None
        if name in self.places and name not in self.people:
            return PlaceId(name)
        if name not in self.people:
            self._nobody(FileCode.UNKNOWN_PERSON_OR_PLACE, name, loc, [*self.people, *self.places])
        return PersonId(name)

    def has_case(self, name: str | None, loc: Loc) -> bool:
        """Whether the file defines a case."""
        if name is not None and name not in self.cases:
            self._nobody(FileCode.UNKNOWN_CASE, name, loc, self.cases)
        return name in self.cases

    def instant(self, moment: date | datetime | None, zone: ZoneInfo, loc: Loc) -> Moment | None:
        """A moment with its zone: a local time of the file is one of the court's time zone.

        Instants keep a fixed offset, so that equal instants compare as equal whatever zone they were written in.
        """
        if not isinstance(moment, datetime):
            return moment
        if moment.tzinfo is None:
            there = moment.replace(tzinfo=zone)
            if there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
                self.fault(FileCode.NO_SUCH_TIME, loc)
            moment = there
        offset = moment.utcoffset() or timedelta()
        return moment.astimezone(UTC if offset % timedelta(minutes=1) else timezone(offset))

    def suggestion(self, word: str, known: Iterable[str]) -> str | None:
        """The nearest known word, while there is still room to say it."""
        return None if self.ledger.is_full else nearest(word, known)

    def _nobody(self, code: FileCode, name: str, loc: Loc, known: Collection[str]) -> None:
        listed = tuple(known) if len(known) <= LISTED else ()
        self.fault(code, loc, wanted=listed, near=self.suggestion(name, known))


def _names(where: Where, part: str) -> Collection[str]:
    node = where.node((part,))
    return node.entries.keys() if isinstance(node, Mapping) else ()
