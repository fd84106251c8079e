"""What changes next, and how standing runs over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from stayaway.law.book import LawBook
from stayaway.model import (
    Answer,
    AsOf,
    CaseEntry,
    CaseEvent,
    Kind,
    Moment,
    Never,
    Order,
    OrderEntry,
    OrderEvent,
    OrderId,
    Papers,
    Reason,
    because,
    day_in,
    issue_of,
)

from .codes.governing import GoverningCode as Code
from .ends import ending_event
from .renewal import renewal_rule, renewal_window
from .standing import Standing

if TYPE_CHECKING:
    from .conduct import CompiledOrders


@dataclass(frozen=True, slots=True)
class Change:
    """Something ahead that changes what governs. `on` None: the day is not known."""

    on: date | None
    order: OrderId
    reason: Reason


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days in which the standing of an order is the same. `until` is its last day; None: no day known."""

    order: OrderId
    start: date
    until: date | None
    in_force: Answer
    enforceable: Answer


def changes_ahead(papers: Papers, standings: tuple[Standing, ...], book: LawBook, at: AsOf) -> tuple[Change, ...]:
    """What is known to change after a moment, by day; what has no day comes last."""
    found: list[Change] = []
    for standing in standings:
        order = papers.orders[standing.order]
        if standing.in_force is Answer.NO:
            found += _starts(order, at)
            continue
        found += _end(order, standing, standings, papers, book, at)
        found += _hearings(order, at)
        if order.kind is Kind.CIVIL:
            found += _renewal(order, book, at)
    return tuple(sorted(found, key=lambda change: (change.on is None, change.on or date.max)))


def _starts(order: Order, at: AsOf) -> Iterator[Change]:
    zone = order.case.time_zone
    made = issue_of(order)
    if made is not None and at.reached(made, zone) is Answer.NO:
        day = day_in(made, zone)
        yield Change(day, order.id, because(Code.CHANGE_STARTS, order=order.id, on=day))


def _end(
    order: Order, standing: Standing, every: tuple[Standing, ...], papers: Papers, book: LawBook, at: AsOf
) -> Iterator[Change]:
    if standing.ends is Never.NEVER:
        return
    if standing.ends is not None and at.past_end_of(standing.ends, order.case.time_zone):
        # The order may be in force past its printed end; that end is not ahead any more.
        return
    if standing.ends is None:
        until = ending_event(order, book.of(order.case.jurisdiction).instrument_of(order))
        code = Code.CHANGE_UNTIL_EVENT if until is not None else Code.CHANGE_UNKNOWN_END
        yield Change(None, order.id, because(code, order=order.id, until=until))
        return
    others = tuple(
        other.order
        for other in every
        if other.order != order.id
        and other.in_force is not Answer.NO
        and papers.orders[other.order].restrained == order.restrained
        and set(papers.orders[other.order].protects) & set(order.protects)
        and (not isinstance(other.ends, date) or other.ends > standing.ends)
    )
    code = Code.CHANGE_ENDS_OTHERS_GO_ON if others else Code.CHANGE_ENDS
    yield Change(standing.ends, order.id, because(code, order=order.id, end=standing.ends, others=others))


def _hearings(order: Order, at: AsOf) -> Iterator[Change]:
    for on in hearings_ahead(order, at):
        yield Change(day_in(on, order.case.time_zone), order.id, because(Code.CHANGE_HEARING, order=order.id, on=on))


def hearings_ahead(order: Order, at: AsOf) -> tuple[Moment, ...]:
    """Hearings set on the order's docket or its case's that are still to come.

    An entry that names no hearing day and is itself dated ahead can only mean the day of the hearing.
    """
    zone = order.case.time_zone
    found: dict[Moment, None] = {}
    entries: tuple[OrderEntry | CaseEntry, ...] = (*order.docket, *order.case.docket)
    for entry in entries:
        if entry.event not in (OrderEvent.HEARING_SET, CaseEvent.HEARING_SET):
            continue
        known = at.reached(entry.on, zone) is not Answer.NO
        on = entry.hearing or entry.on
        if (known or entry.hearing is None) and at.reached(on, zone) is not Answer.YES:
            found[on] = None
    return tuple(sorted(found, key=lambda moment: (day_in(moment, zone), str(moment))))


def _renewal(order: Order, book: LawBook, at: AsOf) -> Iterator[Change]:
    window = renewal_window(order, book, at)
    authority = renewal_rule(order, book.of(order.case.jurisdiction)).authority
    today = at.day(order.case.time_zone)
    if window.opens is not None and window.opens > today:
        why = because(Code.CHANGE_RENEWAL_OPENS, authority, order=order.id, on=window.opens)
        yield Change(window.opens, order.id, why)
    if window.closes is not None and window.closes >= today:
        why = because(Code.CHANGE_RENEWAL_CLOSES, authority, order=order.id, on=window.closes)
        yield Change(window.closes, order.id, why)


def timeline(compiled: CompiledOrders) -> tuple[Span, ...]:
    """How the standing of every order runs over the days from its beginning, as far as the papers tell."""
    return tuple(span for order in compiled.papers.orders.values() for span in _spans(order, compiled))


def _spans(order: Order, compiled: CompiledOrders) -> Iterator[Span]:
    days = compiled.moments[order.id].days
    begun: Span | None = None
    for day in days:
        found = compiled.standing_of(order, AsOf(day))
        if begun is not None and (found.in_force, found.enforceable) == (begun.in_force, begun.enforceable):
            continue
        if begun is None and found.in_force is Answer.NO:
            continue
        if begun is not None:
            last = day - timedelta(days=1)
            yield Span(begun.order, begun.start, last, begun.in_force, begun.enforceable)
        begun = Span(order.id, day, None, found.in_force, found.enforceable)
    if begun is not None:
        yield begun
