"""Whether a longer life that an order was given is longer: a slip in its year would end the order without a word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from stayaway.model import Case, End, Never, OrderEntry, OrderEvent, day_in, start_of
from stayaway.model.state import ENDINGS, LENGTHENINGS, same_court

from .codes import FileCode
from .reading import Reading
from .where import Loc

SETS_AN_END = LENGTHENINGS | {OrderEvent.MODIFIED}

Dated = tuple[OrderEntry, Loc]


def check_lengths(
    expires: End | None,
    dated: Sequence[Dated],
    issued: date | None,
    case: Case | None,
    zone: ZoneInfo,
    reading: Reading,
) -> None:
    """Note every new end that cannot be: before the day on which it was set, or a longer life that is a shorter one.

    Entries may be written down in any order, and are held against the end that stood before their day. A change may
    set an earlier end, as a court may. What ends before the order was made has its fault already.
    """
    setting = [(entry, at) for entry, at in dated if entry.event in SETS_AN_END | ENDINGS and _counts(entry, case)]
    setting.sort(key=lambda one: start_of(one[0].on, zone))
    end = _first_end(expires, setting)
    for day, together in groupby(setting, key=lambda one: day_in(one[0].on, zone)):
        end = _day_over(day, list(together), end, issued, reading)
        if end is _ENDED:
            return


_ENDED = date.min
"""Stands for the end of an order that its court ended: what came afterward changes nothing."""


def _first_end(expires: End | None, setting: Sequence[Dated]) -> End | None:
    """The end that the order was made with. None: not known, as where the paper's end is one that was set later."""
    return None if any(entry.until == expires for entry, _ in setting) else expires


def _day_over(
    day: date, together: Sequence[Dated], end: End | None, issued: date | None, reading: Reading
) -> End | None:
    """The end that stands after a day. In what order the court did several things on it, nobody knows."""
    after = end
    shortened = [entry.until for entry, _ in together if entry.event is OrderEvent.MODIFIED and entry.until is not None]
    for entry, at in together:
        until, place = entry.until, (*at, "until")
        if entry.event in ENDINGS:
            return _ENDED
        if isinstance(until, date) and until < day:
            if issued is None or until >= issued:
                reading.fault(FileCode.ENDS_BEFORE_ENTRY, place, event=entry.event, on=day)
        elif entry.event in LENGTHENINGS and all(_is_shorter(until, one) for one in (end, *shortened)):
            if end is Never.NEVER:
                reading.fault(FileCode.LENGTHENED_BUT_PERMANENT, place, event=entry.event)
            else:
                reading.fault(FileCode.LENGTHENED_TO_EARLIER, place, event=entry.event, end=end)
        elif until is not None:
            after = until
    return after


def _is_shorter(until: End | None, end: End | None) -> bool:
    """Whether an order would last less long with a new end."""
    if not isinstance(until, date) or end is None:
        return False
    return end is Never.NEVER or until < end


def _counts(entry: OrderEntry, case: Case | None) -> bool:
    """Another court's entry changes no end."""
    court = case.court if case is not None else None
    return entry.court is None or court is None or same_court(entry.court, court)
