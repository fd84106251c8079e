"""The state of an order and of its case at a moment: the fold of the docket up to then.

Entries may be written down in any order; they are folded by their day, and entries of one day in the order written.
An entry that cannot be is refused with a reason and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from .answers import Answer, Moment
from .cases import Case
from .docket import CaseEntry, CaseEvent, End, OrderEntry, OrderEvent
from .orders import Order
from .terms import Term
from .time import AsOf

E = TypeVar("E", OrderEntry, CaseEntry)

ENDINGS = frozenset({OrderEvent.TERMINATED, OrderEvent.LIFTED})
LENGTHENINGS = frozenset({OrderEvent.EXTENDED, OrderEvent.RENEWED})


class Refusal(StrEnum):
    """Why a docket entry changes nothing."""

    BEFORE_ISSUE = "before_issue"
    """It is dated before the order was made."""
    OTHER_COURT = "other_court"
    """A court that does not own the case cannot end, change or lengthen its orders."""
    AFTER_END = "after_end"
    """The order had been ended by its court; what is ended is not renewed or changed."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A docket entry that was refused, and why."""

    entry: OrderEntry
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class OrderState:
    """What the docket of an order says at a moment.

    `ends` is the fixed end as it stands (None: not known). `terms` are those in effect (None: not known);
    `terms_may_differ` says that a change was recorded without its terms. The `*_asked` fields are requests that wait
    for a decision.
    """

    issued: Moment | None = None
    served: Moment | None = None
    noticed: Moment | None = None
    ends: End | None = None
    lengthened_by: OrderEntry | None = None
    ended_by: OrderEntry | None = None
    expired_by: OrderEntry | None = None
    denied_by: OrderEntry | None = None
    modified_by: OrderEntry | None = None
    hearing: Moment | None = None
    renewal_asked: Moment | None = None
    ending_asked: Moment | None = None
    change_asked: Moment | None = None
    terms: tuple[Term, ...] | None = None
    terms_may_differ: bool = False
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseState:
    """What the docket of a case says at a moment. Each field is the latest entry of its kind."""

    filed: CaseEntry | None = None
    charged: CaseEntry | None = None
    released: CaseEntry | None = None
    dismissed: CaseEntry | None = None
    acquitted: CaseEntry | None = None
    convicted: CaseEntry | None = None
    sentenced: CaseEntry | None = None
    probation_started: CaseEntry | None = None
    probation_ended: CaseEntry | None = None
    release_revoked: CaseEntry | None = None
    closed: CaseEntry | None = None
    hearing: Moment | None = None


def fold_order(order: Order, at: AsOf, *, open_counts: bool = True) -> OrderState:
    """The state of an order at a moment.

    `open_counts` says what to do with an entry of which it is open whether it had happened by then (only its day is
    known, and the instant asked is within that day): count it, or leave it out.
    """
    zone = order.case.time_zone
    happened = _happened(at, zone, open_counts)
    issued = issue_of(order)
    state = OrderState(
        issued=issued if issued is not None and happened(issued) else None,
        ends=order.expires,
        terms=order.terms,
    )
    for entry in in_order(order.docket, zone):
        if entry.event is not OrderEvent.ISSUED and happened(entry.on):
            state = _folded(state, entry, order, issued)
    return state


def fold_case(case: Case, at: AsOf, *, open_counts: bool = True) -> CaseState:
    """The state of a case at a moment; `open_counts` as for an order."""
    happened = _happened(at, case.time_zone, open_counts)
    state = CaseState()
    for entry in in_order(case.docket, case.time_zone):
        if not happened(entry.on):
            continue
        if entry.event is CaseEvent.HEARING_SET:
            state = replace(state, hearing=entry.hearing or entry.on)
        else:
            latest: dict[str, Any] = {entry.event.value: entry}
            state = replace(state, **latest)
    return state


def issue_of(order: Order) -> Moment | None:
    """When the order was made: by its own field, or by the docket."""
    if order.issued is not None:
        return order.issued
    return next((entry.on for entry in order.docket if entry.event is OrderEvent.ISSUED), None)


def in_order(docket: Iterable[E], zone: ZoneInfo) -> list[E]:
    """The entries by time. A bare day comes before the instants of that day; equal times keep their written order."""
    return sorted(docket, key=lambda entry: start_of(entry.on, zone))


def start_of(moment: Moment, zone: ZoneInfo) -> datetime:
    """The instant itself, or the first instant of a day in a time zone."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.min, zone)


def _happened(at: AsOf, zone: ZoneInfo, open_counts: bool) -> Callable[[Moment], bool]:
    def happened(moment: Moment) -> bool:
        reached = at.reached(moment, zone)
        return reached is Answer.YES or (open_counts and reached is Answer.UNSURE)

    return happened


def _folded(state: OrderState, entry: OrderEntry, order: Order, issued: Moment | None) -> OrderState:
    refusal = _refusal(state, entry, order, issued)
    if refusal is not None:
        return replace(state, refused=(*state.refused, Refused(entry, refusal)))
    match entry.event:
        case OrderEvent.SERVED:
            return replace(state, served=state.served or entry.on)
        case OrderEvent.NOTICED:
            return replace(state, noticed=state.noticed or entry.on)
        case OrderEvent.HEARING_SET:
            return replace(state, hearing=entry.hearing or entry.on)
        case OrderEvent.EXTENDED | OrderEvent.RENEWED:
            # A longer life that is granted answers the request for it, and undoes a note that the order had run out.
            return replace(
                state,
                ends=entry.until,
                lengthened_by=entry,
                renewal_asked=None,
                expired_by=None,
            )
        case OrderEvent.RENEWAL_REQUESTED:
            return replace(state, renewal_asked=entry.on)
        case OrderEvent.DISMISSAL_REQUESTED:
            return replace(state, ending_asked=entry.on)
        case OrderEvent.CHANGE_REQUESTED:
            return replace(state, change_asked=entry.on)
        case OrderEvent.MODIFIED:
            changed = replace(state, change_asked=None, modified_by=entry, ends=entry.until or state.ends)
            if entry.terms is None:
                return replace(changed, terms_may_differ=True)
            return replace(changed, terms=entry.terms, terms_may_differ=False)
        case OrderEvent.DENIED:
            return _denied(state, entry)
        case OrderEvent.TERMINATED | OrderEvent.LIFTED:
            return replace(state, ended_by=entry)
        case OrderEvent.EXPIRED:
            return replace(state, expired_by=entry)
    return state


def _denied(state: OrderState, entry: OrderEntry) -> OrderState:
    """A denial answers a waiting request. Where several wait, it is not taken to be the renewal that was denied."""
    if state.ending_asked is not None or state.change_asked is not None:
        return replace(state, denied_by=entry, ending_asked=None, change_asked=None)
    return replace(state, denied_by=entry, renewal_asked=None)


def _refusal(state: OrderState, entry: OrderEntry, order: Order, issued: Moment | None) -> Refusal | None:
    zone = order.case.time_zone
    if issued is not None and _day(entry.on, zone) < _day(issued, zone):
        return Refusal.BEFORE_ISSUE
    changes_life = ENDINGS | LENGTHENINGS | {OrderEvent.MODIFIED}
    if entry.event in changes_life:
        if entry.court is not None and order.case.court is not None and not same_court(entry.court, order.case.court):
            return Refusal.OTHER_COURT
        if state.ended_by is not None:
            return Refusal.AFTER_END
    return None


def same_court(one: str, other: str) -> bool:
    """Do two ways of writing mean one court? One may say more than the other (a department, a county).

    >>> same_court("Seattle Municipal Court", "seattle municipal court, dept. 3")
    True
    >>> same_court("King County Superior Court", "Seattle Municipal Court")
    False
    """
    first, second = (set(re.findall(r"\w+", name.casefold())) for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def _day(moment: Moment, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date() if isinstance(moment, datetime) else moment
