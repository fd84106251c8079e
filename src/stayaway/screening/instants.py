"""When a contact was: an instant with its offset, a time of a clock on the wall, or a day.

A time without an offset is what a clock in the log's time zone showed. When clocks are set forward, some times never
come; when they are set back, some come twice, and then both instants are meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from stayaway.model import UTC

from .columns import number_of


class NoSuchTime(Exception):
    """A time that clocks skipped."""


class NotATime(Exception):
    """Text that says no time, or one beyond the calendar."""


@dataclass(frozen=True)
class Clock:
    """Reads the times of a log: `zone` for those without an offset, `format` as `strptime` has it (None: ISO 8601)."""

    zone: ZoneInfo
    format: str | None = None

    @cached_property
    def _read(self) -> Callable[[str], date | datetime]:
        written = self.format
        if written is None:
            return _iso
        if says_a_day_alone(written):
            return lambda text: datetime.strptime(text, written).date()
        return lambda text: datetime.strptime(text, written)

    def numbers(self, told: Any) -> tuple[int, ...]:
        """The instants, or the day, that are meant, as numbers. Raises NotATime or NoSuchTime."""
        try:
            moment = self._read(told.strip()) if isinstance(told, str) else told
            if not isinstance(moment, date):
                raise NotATime
            if not isinstance(moment, datetime) or moment.tzinfo is not None:
                return (number_of(moment),)
            return self._on_the_wall(moment)
        except (ValueError, OverflowError) as error:
            raise NotATime from error

    def _on_the_wall(self, moment: datetime) -> tuple[int, ...]:
        meant = [moment.replace(tzinfo=self.zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
        there = dict.fromkeys(one for one in meant if one.astimezone(self.zone).replace(tzinfo=None, fold=0) == moment)
        if not there:
            raise NoSuchTime
        return tuple(number_of(one) for one in there)


LONGEST_ISO_DAY = len("2024-05-03")
SAMPLE = datetime(2013, 11, 27, 22, 45, 58, tzinfo=UTC)
"""No part of it can be taken for another one, and its hour is past noon."""


def _iso(text: str) -> date | datetime:
    if "W" in text:
        raise ValueError(text)  # a week, which without its day would be taken for a Monday
    if len(text) <= LONGEST_ISO_DAY:
        return date.fromisoformat(text)
    return datetime.fromisoformat(text)


def says_a_day_alone(written: str) -> bool:
    """Whether a format, as `strptime` has it, holds no time of the day.

    >>> says_a_day_alone("%m/%d/%Y"), says_a_day_alone("%m/%d/%Y %H:%M")
    (True, False)
    """
    return SAMPLE.strftime(written) == SAMPLE.replace(hour=0, minute=0, second=0).strftime(written)


def says_when(written: str) -> bool:
    """Whether a format says which day, and which hour where it says a time: what it writes is read back as it was.

    >>> says_when("%d.%m.%y"), says_when("%d %B"), says_when("%m/%d/%Y %I:%M"), says_when("%m/%d/%Y %I:%M %p")
    (True, False, False, True)
    """
    try:
        found = datetime.strptime(SAMPLE.strftime(written), written)
    except ValueError:
        return False
    has_offset = SAMPLE.strftime(written) != SAMPLE.replace(tzinfo=None).strftime(written)
    same_hour = says_a_day_alone(written) or found.hour == SAMPLE.hour
    return found.date() == SAMPLE.date() and same_hour and has_offset == (found.tzinfo is not None)
