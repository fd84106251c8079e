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
        if written is not None:
            return lambda text: datetime.strptime(text, written)
        return lambda text: date.fromisoformat(text) if len(text) == len("2024-05-03") else datetime.fromisoformat(text)

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
