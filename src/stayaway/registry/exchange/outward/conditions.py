"""The NCIC protection order condition codes of an order, each derived from a term that the order has.

A code is entered only for what the order says (`docs/exchange.md` has the table and why):

* 02 is never derived: whether a protected person is of another's household is not in an order file.
* 05 says *in any way*. A ban on some channels only is not that, and goes into the miscellaneous field.
* 06 is a permission: only a term that gives the restrained person custody brings it.
* 07 is the order's own weapons term, and says nothing about federal law.
* 08 says that the terms are in the miscellaneous field: whatever the codes do not wholly say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from stayaway.model import (
    EVERY_CHANNEL,
    Channel,
    Custody,
    MoveOut,
    NoAbuse,
    NoContact,
    Order,
    PersonId,
    PlaceId,
    Reason,
    StayAway,
    SurrenderFirearms,
    Term,
    because,
)
from stayaway.reasoning.codes.governing import GoverningCode
from stayaway.reasoning.governing import describe_duty
from stayaway.wording.exchange import ExchangeCode


class ConditionCode(StrEnum):
    """NCIC code table 19."""

    NO_ABUSE = "01"
    NO_THREATS_TO_HOUSEHOLD = "02"
    HOME_IS_THEIRS = "03"
    STAY_AWAY = "04"
    NO_COMMUNICATION = "05"
    SUBJECT_HAS_CHILDREN = "06"
    NO_WEAPONS = "07"
    SEE_TEXT = "08"
    PROTECTED_HAS_CHILDREN = "09"


IN_TEXT = frozenset({ConditionCode.SEE_TEXT, ConditionCode.NO_WEAPONS})
"""Codes that send the reader to the miscellaneous field: 07 speaks of the weapons named there."""

COMMUNICATION = EVERY_CHANNEL - {Channel.SURVEILLANCE}
"""What *in any way* takes. Watching and following stand under code 01."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition code and the term it comes from: the term itself, and its place among the order's terms."""

    code: ConditionCode
    term: Term
    place: int


def pco_codes(order: Order, terms: tuple[Term, ...]) -> tuple[Condition, ...]:
    """The condition codes of an order's terms as they stand (`fold_order(...).terms`), in the order of the terms.

    >>> from stayaway.model import UTC, CaseId, CivilCase, Exemption, OrderId
    >>> order = Order(OrderId("a"), CivilCase(CaseId("c"), None, UTC), PersonId("dan"), (PersonId("rosa"),))
    >>> [found.code.value for found in pco_codes(order, (NoAbuse(), NoContact(), SurrenderFirearms()))]
    ['01', '05', '07']
    >>> [found.code.value for found in pco_codes(order, (NoContact(exemptions=(Exemption(about="children"),)),))]
    ['05', '08']
    """
    return tuple(Condition(code, term, place) for place, term in enumerate(terms) for code in _codes(order, term))


def _codes(order: Order, term: Term) -> Iterator[ConditionCode]:
    match term:
        case NoAbuse():
            yield ConditionCode.NO_ABUSE
            if _only_some(order, term.toward):
                yield ConditionCode.SEE_TEXT
        case NoContact():
            if term.by >= COMMUNICATION:
                yield ConditionCode.NO_COMMUNICATION
            if term.by != EVERY_CHANNEL or term.exemptions or _only_some(order, term.toward):
                yield ConditionCode.SEE_TEXT
        case StayAway():
            if any(isinstance(target, PlaceId) for target in term.away_from):
                yield ConditionCode.STAY_AWAY
            # The code names no place, no distance and no person: the text always does.
            yield ConditionCode.SEE_TEXT
        case MoveOut():
            yield ConditionCode.HOME_IS_THEIRS
            yield ConditionCode.SEE_TEXT
        case SurrenderFirearms():
            yield ConditionCode.NO_WEAPONS
        case Custody():
            if term.to == order.restrained:
                yield ConditionCode.SUBJECT_HAS_CHILDREN
            elif term.to is not None and term.to in order.protects:
                yield ConditionCode.PROTECTED_HAS_CHILDREN
            yield ConditionCode.SEE_TEXT
        case _:
            yield ConditionCode.SEE_TEXT


def _only_some(order: Order, toward: tuple[PersonId, ...] | None) -> bool:
    """Whether a term speaks of other people than all whom the order protects."""
    return toward is not None and set(toward) != set(order.protects)


def describe_term(order: Order, term: Term) -> tuple[Reason, ...]:
    """What one term says, whole: a sentence, or one for each person or place to stay away from."""
    match term:
        case NoAbuse():
            return (_toward(order, term.toward, because(GoverningCode.NO_ABUSE)),)
        case NoContact():
            return (_toward(order, term.toward, _no_contact(term)),)
        case StayAway():
            return tuple(_stay_away(term, target) for target in term.away_from or order.protects or (None,))
        case _:
            return (describe_duty(term),)


def _toward(order: Order, toward: tuple[PersonId, ...] | None, said: Reason) -> Reason:
    if not _only_some(order, toward):
        return said
    return because(ExchangeCode.TOWARD, term=said, people=toward)


def _no_contact(term: NoContact) -> Reason:
    facts = {"channels": tuple(sorted(term.by)), "exceptions": term.exemptions}
    if term.by == EVERY_CHANNEL:
        return because(GoverningCode.NO_CONTACT_EXCEPT if term.exemptions else GoverningCode.NO_CONTACT, **facts)
    return because(GoverningCode.NO_CONTACT_BY_EXCEPT if term.exemptions else GoverningCode.NO_CONTACT_BY, **facts)


def _stay_away(term: StayAway, target: PersonId | PlaceId | None) -> Reason:
    codes = {
        (False, False): GoverningCode.STAY_AWAY,
        (False, True): GoverningCode.STAY_AWAY_EXCEPT,
        (True, False): GoverningCode.STAY_AWAY_DISTANCE,
        (True, True): GoverningCode.STAY_AWAY_DISTANCE_EXCEPT,
    }
    code = codes[term.distance is not None, bool(term.exemptions)]
    place = target if target is not None else because(ExchangeCode.NOBODY_NAMED)
    return because(code, place=place, distance=term.distance, exceptions=term.exemptions)
