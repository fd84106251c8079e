"""What an export loses: everything of the order for which the other system has no place of its own.

Most of it is not gone: it stands in free text, where people read it and programs do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from stayaway.model import (
    EVERY_CHANNEL,
    Answer,
    CriminalCase,
    Custody,
    Exchange,
    Findings,
    MoveOut,
    Never,
    NoAbuse,
    NoContact,
    Other,
    PaySupport,
    PlaceId,
    StayAway,
    SurrenderFirearms,
    Term,
)
from stayaway.wording.exchange import ExchangeCode as Code

from .conditions import ConditionCode
from .facts import Loss, OrderFacts, lost


def losses_of_order(facts: OrderFacts) -> Iterator[Loss]:
    """What neither NCIC's worksheet nor NIEM's protection order holds of an order."""
    yield from _of_standing(facts)
    yield from _of_end(facts)
    yield from _of_terms(facts)
    yield from _of_the_rest(facts)


def _of_standing(facts: OrderFacts) -> Iterator[Loss]:
    if facts.standing.in_force is Answer.UNSURE:
        yield lost(Code.STANDING_UNSURE)
    if not facts.steady:
        yield lost(Code.SAME_DAY)
    if facts.brady is Answer.UNSURE:
        yield lost(Code.BRADY_UNKNOWN)
    if facts.state.noticed is not None and facts.state.served is None:
        yield lost(Code.NOTICE_ONLY, on=facts.day(facts.state.noticed))


def _of_end(facts: OrderFacts) -> Iterator[Loss]:
    if facts.order.until is None:
        return
    if isinstance(facts.ends, date):
        yield lost(Code.END_IS_ALSO_EVENT, until=facts.order.until, end=facts.ends)
    else:
        yield lost(Code.END_IS_EVENT, until=facts.order.until)


def _of_terms(facts: OrderFacts) -> Iterator[Loss]:
    if facts.terms is None:
        yield lost(Code.TERMS_UNKNOWN)
    if facts.state.terms_may_differ:
        yield lost(Code.TERMS_MAY_DIFFER)
    for place, term in enumerate(facts.terms or ()):
        for loss in (*_of_term(facts, term), *_of_places(facts, term)):
            yield replace(loss, facts={"number": place + 1, "kind": term.kind, **loss.facts})


def _of_term(facts: OrderFacts, term: Term) -> Iterator[Loss]:
    match term:
        case NoContact():
            if term.by != EVERY_CHANNEL:
                yield lost(Code.CHANNELS, channels=tuple(sorted(term.by)))
            if term.exemptions:
                yield lost(Code.EXCEPTIONS, count=len(term.exemptions))
        case StayAway():
            if term.distance is not None:
                yield lost(Code.DISTANCE, distance=term.distance)
            if term.exemptions:
                yield lost(Code.EXCEPTIONS, count=len(term.exemptions))
            if any(isinstance(target, PlaceId) for target in term.away_from):
                yield lost(Code.PLACE_MAY_NOT_FIT, code=ConditionCode.STAY_AWAY.value)
            if not all(isinstance(target, PlaceId) for target in term.away_from) or not term.away_from:
                yield lost(Code.NEARNESS)
        case MoveOut():
            yield lost(Code.MOVE_OUT, code=ConditionCode.HOME_IS_THEIRS.value)
        case SurrenderFirearms():
            yield lost(Code.WEAPONS, code=ConditionCode.NO_WEAPONS.value)
        case Custody():
            yield lost(Code.CHILDREN)
        case PaySupport() | Exchange() | Other():
            yield lost(Code.TEXT_ONLY)
    toward = term.toward if isinstance(term, (NoAbuse, NoContact)) else None
    if toward is not None and set(toward) != set(facts.order.protects):
        yield lost(Code.TOWARD_SOME, people=toward)


def _of_places(facts: OrderFacts, term: Term) -> Iterator[Loss]:
    named = [place for place in places_of(term) if place in facts.papers.places]
    if any(facts.papers.places[place].confidential for place in named):
        yield lost(Code.PLACE_HIDDEN)
    if not all(facts.papers.places[place].confidential for place in named):
        yield lost(Code.PLACE_BY_NAME)


def places_of(term: Term) -> tuple[PlaceId, ...]:
    """Every place that a term speaks of."""
    match term:
        case NoContact():
            return tuple(one.at for one in term.exemptions if one.at is not None)
        case StayAway():
            near = (target for target in term.away_from if isinstance(target, PlaceId))
            return (*near, *(one.at for one in term.exemptions if one.at is not None))
        case MoveOut():
            return () if term.of is None else (term.of,)
        case Exchange():
            return () if term.place is None else (term.place,)
        case _:
            return ()


def _of_the_rest(facts: OrderFacts) -> Iterator[Loss]:
    order = facts.order
    if len(order.protects) > 1 and any(isinstance(term, NoAbuse) for term in facts.terms or ()):
        yield lost(Code.HOUSEHOLD_OPEN, code=ConditionCode.NO_THREATS_TO_HOUSEHOLD.value)
    if order.relationship is not None:
        yield lost(Code.RELATIONSHIP, relationship=order.relationship)
    if order.findings != Findings():
        yield lost(Code.FINDINGS)
    if order.instrument is not None or order.case.jurisdiction is not None:
        yield lost(Code.LAW_OF_PLACE)
    if isinstance(order.case, CriminalCase) or order.case.parties:
        yield lost(Code.PARTIES)
    if order.claims:
        yield lost(Code.CLAIMS, count=len(order.claims))
    if order.docket or order.case.docket:
        yield lost(Code.HISTORY)
    yield from numbers_lost(facts)


def numbers_lost(facts: OrderFacts) -> Iterator[Loss]:
    """The numbers of the restrained person that no field holds. The numbers themselves are not told."""
    person = facts.order.restrained
    for kind in facts.describe(person).unplaced:
        yield lost(Code.NUMBER_KIND_LEFT_OUT, person=person, kind=kind)


def end_faults(facts: OrderFacts) -> Iterator[Loss]:
    """Why no end can be given: none is known. That an order has no end is something its paper must say."""
    if facts.ends is not None or facts.order.until is not None or facts.standing.in_force is Answer.NO:
        return
    by_law = facts.standing.ends
    if by_law is not None and by_law is not Never.NEVER:
        yield lost(Code.END_MISSING_LAW_SAYS, end=by_law)
    else:
        yield lost(Code.END_MISSING)
