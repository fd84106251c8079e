"""What somebody asks the registry for, and what they get: values, with no word of how it is looked up."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import date

from stayaway.model import Answer, CaseId, Kind, OrderId, PersonId
from stayaway.registry.secret_fields import canonical

from .identifiers import identifier_key, identifier_kind
from .matching import Inquiry, Match
from .names import PersonName, name_of, read_name


@dataclass(frozen=True, slots=True)
class ByName:
    """A name, as one text or in its parts, and a birth date: that day, or up to one year from it."""

    text: str = ""
    given: str = ""
    surname: str = ""
    born: date | None = None
    born_within_a_year: bool = False

    @property
    def name(self) -> PersonName:
        """The name, read. Parts that a form keeps apart win over one text."""
        if self.given.strip() or self.surname.strip():
            return name_of(given=self.given, surname=self.surname)
        return read_name(self.text)

    @property
    def inquiry(self) -> Inquiry:
        """As matching reads it."""
        return Inquiry(self.name, self.born, self.born_within_a_year)

    @property
    def canonical(self) -> str:
        """One text for equal searches, whatever the case, accents and order of the fields."""
        words = self.name.words
        return canonical(["name", *words, self.born.isoformat() if self.born else "", self.born_within_a_year])


@dataclass(frozen=True, slots=True)
class ByIdentifier:
    """A number that a person is known by, such as a driver licence, and its kind."""

    kind: str
    number: str

    @property
    def canonical(self) -> str:
        """One text for equal searches."""
        return canonical(["identifier", identifier_kind(self.kind), identifier_key(self.number)])


@dataclass(frozen=True, slots=True)
class ByCase:
    """The number of a case: everybody whom the case names."""

    number: str

    @property
    def canonical(self) -> str:
        """One text for equal searches."""
        return canonical(["case", identifier_key(self.number)])


Asked = ByName | ByIdentifier | ByCase


@dataclass(frozen=True, slots=True)
class OrderAtAGlance:
    """An order as a list of people shows it, on the day of the search in the order's own time zone.

    `is_restrained`: the person found is the one whom it restrains; otherwise it protects them. `served` is when the
    restrained person was served, or told of it; empty: no record of either. `ends` is empty where no end is known.
    """

    order: OrderId
    case: CaseId
    number: str
    kind: Kind
    instrument: str
    stage: str
    is_restrained: bool
    in_force: Answer
    enforceable: Answer
    issued: str
    served: str
    ends: str
    keeper: str
    """The agency whose court keeps the record, and confirms it."""
    keeper_name: str
    keeper_phone: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A person who may be the one asked for. Likeness joins nobody: two records of one person are two hits.

    `born` is None where none is recorded, and where this actor may not see it. `same_as` is the person that a human
    being found this one to be the same as.
    """

    person: PersonId
    name: str
    born: date | None
    match: Match
    same_as: PersonId | None
    orders: tuple[OrderAtAGlance, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, the best first. `next` asks for the page after it; empty: this is the last.

    `truncated`: more may match than was looked through. A birth date or a fuller name brings it to an end.
    """

    hits: tuple[Hit, ...]
    truncated: bool
    next: str = ""


class NotACursor(ValueError):
    """A text that does not continue any search."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a hit stands among all hits of a search: by grade, then by score, then by id, so that no two are equal."""

    rank: int
    less: int
    """How much the score falls short of 100."""
    person: str

    @property
    def cursor(self) -> str:
        """As a caller gets it, and gives it back."""
        return base64.urlsafe_b64encode(f"{self.rank} {self.less} {self.person}".encode()).decode().rstrip("=")


def place_of(cursor: str) -> Place:
    """The place that a cursor tells. Raises NotACursor."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        rank, less, person = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii").split(" ")
        return Place(int(rank), int(less), person)
    except (ValueError, binascii.Error) as error:
        raise NotACursor("the search goes on with the cursor that it gave, or begins again without one") from error
