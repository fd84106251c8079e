"""Names and dates as NCIC writes them. The formats are belief (`docs/exchange.md`): nobody here has seen the manual."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from stayaway.model import Person
from stayaway.wording.exchange import ExchangeCode as Code

from .descriptors import Descriptors
from .facts import Loss, lost
from .name_parts import generation, parts_of

SHORTEST, LONGEST = 3, 30
_NOT_NCIC = re.compile(r"[^A-Z' -]")


def ncic_name(person: Person, known: Descriptors) -> tuple[str | None, tuple[Loss, ...]]:
    """`SURNAME, GIVEN MIDDLE SUFFIX`, 3 to 30 capital letters; None where the name does not fit. And what that loses.

    >>> from stayaway.model import PersonId
    >>> ncic_name(Person(PersonId("p"), "Example, Zoë"), Descriptors())[0]
    'EXAMPLE, ZOE'
    """
    parts = parts_of(person.name, known)
    if parts is None:
        return None, (lost(Code.NAME_PARTS_UNKNOWN, person=person.id),) if person.name else ()
    # Junior and senior stand last, as is believed; a degree would be taken for a name.
    given = " ".join(part for part in (parts.given, parts.middle, generation(parts.suffix)) if part)
    exact = [part.upper() for part in (parts.surname, given)]
    folded = [_without_accents(part) for part in exact]
    losses = [lost(Code.NAME_GUESSED, person=person.id)] if parts.guessed else []
    if parts.suffix:
        losses.append(lost(Code.NAME_SUFFIX, person=person.id, suffix=parts.suffix))
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
