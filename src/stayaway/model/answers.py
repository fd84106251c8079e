"""Answers are yes, no or unsure, and always carry the reasons that decided them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Answer(StrEnum):
    """Yes, no, or unsure. *Unsure* is a real answer: the reasons beside it say what would settle it.

    >>> Answer.either([Answer.NO, Answer.UNSURE])
    <Answer.UNSURE: 'unsure'>
    >>> Answer.every([Answer.YES, Answer.NO, Answer.UNSURE])
    <Answer.NO: 'no'>
    """

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"

    @staticmethod
    def either(answers: Iterable[Answer]) -> Answer:
        """Yes if any is yes; no if every one is no; otherwise unsure."""
        found = set(answers)
        if Answer.YES in found:
            return Answer.YES
        return Answer.UNSURE if Answer.UNSURE in found else Answer.NO

    @staticmethod
    def every(answers: Iterable[Answer]) -> Answer:
        """No if any is no; yes if every one is yes; otherwise unsure."""
        found = set(answers)
        if Answer.NO in found:
            return Answer.NO
        return Answer.UNSURE if Answer.UNSURE in found else Answer.YES


class Code(StrEnum):
    """What a finding says, without words. Each question of `reasoning` has its own codes; `wording` says them."""


class SourceKind(StrEnum):
    """How near a source stands to the law itself."""

    STATUTE = "statute"
    OFFICIAL = "official"
    GUIDE = "guide"
    SECONDARY = "secondary"
    GENERAL = "general"
    """The general rule, used where the law of the place is unknown or silent."""


@dataclass(frozen=True, slots=True)
class Authority:
    """What a reason rests on.

    `as_of` is the date of the text that was read, as the source gives it (a year, a month, a day or words), or None.
    """

    cite: str
    url: str | None = None
    as_of: str | None = None
    kind: SourceKind = SourceKind.STATUTE


class PersonId(str):
    """The key of a person in an order file."""

    __slots__ = ()


class PlaceId(str):
    """The key of a place in an order file."""

    __slots__ = ()


class CaseId(str):
    """The key of a case in an order file."""

    __slots__ = ()


class OrderId(str):
    """The key of an order in an order file."""

    __slots__ = ()


class LawText(str):
    """A passage of the law data: shown as it stands there (English), never reasoned about."""

    __slots__ = ()


class OneOf(tuple[Any, ...]):
    """Several of which one is enough: said with `or`. A tuple is said with `and`."""

    __slots__ = ()


# What a reason may speak of. The type says how wording shows it: an id becomes a name, an enum member becomes its
# word, a date becomes a date in the reader's language. A tuple is a list in a sentence.
FactValue = Any

NO_FACTS: Mapping[str, FactValue] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reason:
    """One step that decided an answer: a code, its facts, and the authority it rests on (None: the papers alone)."""

    code: Code
    facts: Mapping[str, FactValue] = field(default_factory=lambda: NO_FACTS)
    authority: Authority | None = None


def because(code: Code, authority: Authority | None = None, /, **facts: FactValue) -> Reason:
    """A reason with its facts named.

    >>> class Example(Code):
    ...     LATE = "example.late"
    >>> because(Example.LATE, days=3).facts["days"]
    3
    """
    return Reason(code, MappingProxyType(facts) if facts else NO_FACTS, authority)


Moment = date | datetime
"""A day in the court's time zone, or an aware instant."""
