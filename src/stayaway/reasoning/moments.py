"""The moments at which an order's standing can change. Between two of them it stays the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from stayaway.law.book import LawBook
from stayaway.model import (
    UTC,
    AsOf,
    CaseEntry,
    CaseId,
    Moment,
    Order,
    OrderEntry,
    Papers,
    Period,
    day_in,
    issue_of,
    start_of,
)

from .lengths import days_counted_by_law

NEXT_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moments:
    """The days and instants at which something may change for one order, in its court's time zone."""

    zone: ZoneInfo
    days: tuple[date, ...]
    instants: tuple[datetime, ...]

    @staticmethod
    def of(order: Order, book: LawBook, beside: Iterable[Order] = ()) -> Moments:
        """All moments of an order: from its docket and its case, its ends and hearings, and what the law counts.

        `beside` are the orders of its case: one of them may have taken its place.
        """
        zone = order.case.time_zone
        found = {*_moments(order, book), *_moments_of_others(order, beside)}
        days = {day_in(moment, zone) for moment in found}
        days |= {day + NEXT_DAY for day in days if day < date.max}
        instants = {moment for moment in found if isinstance(moment, datetime)}
        instants |= {start_of(day, zone) for day in days}
        return Moments(zone, tuple(sorted(days)), tuple(sorted(instants)))

    def stretch(self, at: AsOf) -> tuple[str, int, int]:
        """A key for the stretch of time that a moment lies in: asked in the same way within it, nothing changes.

        The year is part of it, because the text of a law is known by its year.
        """
        if isinstance(at.moment, datetime):
            asked = "present" if at.present else "instant"
            return (asked, bisect_right(self.instants, at.moment), at.day(self.zone).year)
        return ("day", bisect_right(self.days, at.moment), at.moment.year)

    def instants_from(self, first: int, last: int) -> list[datetime]:
        """The first instant of every stretch of the years from `first` through `last`, and the end of the last one."""
        start, end = (start_of(date(year, 1, 1), self.zone) for year in (first, last + 1))
        years = {start_of(date(year, 1, 1), self.zone) for year in range(first, last + 1)}
        return sorted({moment.astimezone(UTC) for moment in {*years, *self.instants, end} if start <= moment <= end})

    def days_from(self, first: int, last: int) -> list[date]:
        """The first day of every stretch of the years from `first` through `last`, and the day after the last one."""
        start, end = date(first, 1, 1), date(last + 1, 1, 1)
        years = {date(year, 1, 1) for year in range(first, last + 1)}
        return sorted(day for day in {*years, *self.days, end} if start <= day <= end)


def _moments(order: Order, book: LawBook) -> Iterator[Moment]:
    zone = order.case.time_zone
    issued = issue_of(order)
    if issued is not None:
        yield issued
    entries: tuple[OrderEntry | CaseEntry, ...] = (*order.docket, *order.case.docket)
    for entry in entries:
        yield entry.on
        if entry.hearing is not None:
            yield entry.hearing
        if isinstance(entry.until, date):
            yield entry.until
    if isinstance(order.expires, date):
        yield order.expires
    law = book.of(order.case.jurisdiction)
    instrument = law.instrument_of(order)
    if instrument is not None and issued is not None:
        for length in (instrument.term.default, instrument.term.maximum):
            if isinstance(length, Period):
                yield length.after(day_in(issued, zone))
    yield from days_counted_by_law(order, law, day_in(issued, zone) if issued is not None else None)
    yield from law.turning_days


def orders_by_case(papers: Papers) -> dict[CaseId, list[Order]]:
    """The orders of some papers by their case, found once for many."""
    found: dict[CaseId, list[Order]] = {}
    for order in papers.orders.values():
        found.setdefault(order.case.id, []).append(order)
    return found


def _moments_of_others(order: Order, beside: Iterable[Order]) -> Iterator[Moment]:
    """When the other orders of a case were made, and what is on their dockets: they may be handed over."""
    for other in beside:
        if other.id != order.id:
            made = issue_of(other)
            yield from () if made is None else (made,)
            yield from (entry.on for entry in other.docket)
