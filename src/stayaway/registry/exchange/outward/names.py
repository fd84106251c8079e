"""Names and dates as NCIC writes them. The formats are belief (`docs/exchange.md`): nobody here has seen the manual."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from stayaway.documents.text import clean
from stayaway.model import Person
from stayaway.wording.exchange import ExchangeCode as Code

from .descriptors import Descriptors
from .facts import Loss, lost

SHORTEST, LONGEST = 3, 30
_ISOLATES = re.compile("[\u2066-\u2069\u200b]")
_NOT_NCIC = re.compile(r"[^A-Z' -]")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in its parts. `guessed`: where the surname begins is not known but supposed."""

    given: str
    middle: str
    surname: str
    guessed: bool = False


def plain(text: str) -> str:
    """Text on one line, without what no document may hold, and without marks that only turn text around."""
    return _ISOLATES.sub("", clean(text))


def parts_of(name: str | None, known: Descriptors) -> NameParts | None:
    """The parts of a name: those that are known, those a comma shows, or a guess (the last word is the surname).

    >>> parts_of("Maria Elena Example", Descriptors())
    NameParts(given='Maria', middle='Elena', surname='Example', guessed=True)
    >>> parts_of("Example, Maria Elena", Descriptors()).guessed
    False
    >>> parts_of("Maria", Descriptors()) is None
    True
    """
    if known.surname and (surname := plain(known.surname)):
        return NameParts(plain(known.given or ""), plain(known.middle or ""), surname)
    written = plain(name or "")
    if "," in written:
        surname, _, rest = written.partition(",")
        given, *middle = rest.replace(",", " ").split() or [""]
        return NameParts(given, " ".join(middle), surname.strip()) if surname.strip() else None
    words = written.split()
    if len(words) < 2:
        return None
    return NameParts(words[0], " ".join(words[1:-1]), words[-1], guessed=True)


def ncic_name(person: Person, known: Descriptors) -> tuple[str | None, tuple[Loss, ...]]:
    """`SURNAME, GIVEN MIDDLE`, 3 to 30 capital letters; None where the name does not fit. And what that loses.

    >>> from stayaway.model import PersonId
    >>> ncic_name(Person(PersonId("p"), "Example, Zoë"), Descriptors())[0]
    'EXAMPLE, ZOE'
    """
    parts = parts_of(person.name, known)
    if parts is None:
        return None, (lost(Code.NAME_PARTS_UNKNOWN, person=person.id),) if person.name else ()
    given = " ".join(part for part in (parts.given, parts.middle) if part)
    exact = [part.upper() for part in (parts.surname, given)]
    folded = [_without_accents(part) for part in exact]
    losses = [lost(Code.NAME_GUESSED, person=person.id)] if parts.guessed else []
    written = ", ".join(part for part in folded if part)
    if any(_NOT_NCIC.search(part) for part in folded) or not SHORTEST <= len(written) <= LONGEST:
        return None, (*losses, lost(Code.NAME_DOES_NOT_FIT, person=person.id))
    if folded != exact:
        losses.append(lost(Code.NAME_LETTERS, person=person.id))
    return written, tuple(losses)


def ncic_date(day: date | None) -> str | None:
    """CCYYMMDD.

    >>> ncic_date(date(2026, 3, 1))
    '20260301'
    """
    return None if day is None else day.isoformat().replace("-", "")


def ncic_height(inches: int | None) -> str | None:
    """Feet and two digits of inches.

    >>> ncic_height(69)
    '509'
    """
    return None if inches is None else f"{inches // 12}{inches % 12:02}"


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
