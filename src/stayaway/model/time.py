"""Days and instants. A bare date on an order is a day in the court's time zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import isodate

from .answers import Answer, Moment


@lru_cache(maxsize=256)
def _parsed(text: str) -> timedelta | isodate.Duration:
    return isodate.parse_duration(text)


class Period(str):
    """An ISO 8601 duration, such as `P90D`, `P1Y` or `PT72H`.

    >>> Period("P1Y").after(date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    >>> Period("PT72H").after(date(2024, 3, 1))
    datetime.date(2024, 3, 4)
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Period:
        """Raise ValueError if the text is no ISO 8601 duration."""
        try:
            _parsed(text)
        except isodate.ISO8601Error as error:
            raise ValueError(f"{text!r} is not an ISO 8601 duration such as P90D, P1Y or PT72H") from error
        return super().__new__(cls, text)

    def after(self, day: date) -> date:
        """The day this long after `day`; part of a day counts as the whole day."""
        return self._shift(day, +1)

    def before(self, day: date) -> date:
        """The day this long before `day`."""
        return self._shift(day, -1)

    def _shift(self, day: date, sign: int) -> date:
        start = datetime(day.year, day.month, day.day)
        try:
            moved = start + _parsed(self) if sign > 0 else start - _parsed(self)
        except (OverflowError, ValueError):
            # Beyond the calendar: a paper may give the last day there is to mean that there is no end.
            return date.max if sign > 0 else date.min
        if sign > 0 and moved != datetime(moved.year, moved.month, moved.day):
            moved += timedelta(days=1)
        return date(moved.year, moved.month, moved.day)


def day_in(moment: Moment, zone: ZoneInfo) -> date:
    """The calendar day of a moment in a time zone."""
    if isinstance(moment, datetime):
        return moment.astimezone(zone).date()
    return moment


@dataclass(frozen=True, slots=True)
class AsOf:
    """The moment an answer is for: a whole day, an exact instant, or the present.

    A day means its end: what is dated that day has happened. An exact instant leaves a bare-dated entry of the same
    day open (unsure), because the paper does not say at what hour it happened. The present counts what is written
    down for today, since it was written down before it was asked.
    """

    moment: Moment
    present: bool = False

    @staticmethod
    def now(instant: datetime) -> AsOf:
        """The present; faces pass the clock's instant."""
        if instant.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return AsOf(instant, present=True)

    def __post_init__(self) -> None:
        if isinstance(self.moment, datetime) and self.moment.tzinfo is None:
            raise ValueError("an instant needs a time zone, such as 2024-05-03T21:00-07:00")

    @property
    def is_day(self) -> bool:
        """Whether a whole day was asked for."""
        return not isinstance(self.moment, datetime)

    def day(self, zone: ZoneInfo) -> date:
        """The calendar day asked about, at the court."""
        return day_in(self.moment, zone)

    def reached(self, event: Moment, zone: ZoneInfo) -> Answer:
        """Has this event happened by then? Unsure when only its day is known and the instant asked is in that day."""
        if isinstance(self.moment, datetime) and isinstance(event, datetime):
            return Answer.YES if event <= self.moment else Answer.NO
        asked, happened = self.day(zone), day_in(event, zone)
        if happened != asked:
            return Answer.YES if happened < asked else Answer.NO
        if self.is_day or self.present:
            return Answer.YES
        return Answer.UNSURE

    def past_end_of(self, end: Moment, zone: ZoneInfo) -> bool:
        """Is the end over? What ends on a day stands through the end of that day."""
        if isinstance(end, datetime):
            if isinstance(self.moment, datetime):
                return self.moment >= end
            return self.moment >= day_in(end, zone)
        return self.day(zone) > end


UTC = ZoneInfo("UTC")
