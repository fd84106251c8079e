"""Birth dates: the same day, or within one year either side of the whole date.

The rule is that of the national file, in its ordinary inquiry and by its `expanded date of birth`: at most one year
before or after the date asked for, day and month counted.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=4096)
def birth_range(asked: date) -> tuple[date, date]:
    """The first and the last birth date that lie within one year of `asked`, both of them included.

    A year from 29 February may be 28 February or 1 March, from either end: the wider is taken, so nobody is missed.

    >>> [day.isoformat() for day in birth_range(date(1990, 5, 17))]
    ['1989-05-17', '1991-05-17']
    >>> [day.isoformat() for day in birth_range(date(2004, 2, 29))]
    ['2003-02-28', '2005-03-01']
    """
    first = asked.replace(year=asked.year - 1, day=28) if _is_leap_day(asked) else _in_year(asked, asked.year - 1)
    if _is_leap_day(asked):
        return first, date(asked.year + 1, 3, 1)
    last = _in_year(asked, asked.year + 1)
    if (asked.month, asked.day) == (3, 1):
        first = _leap_day(asked.year - 1) or first
    if (asked.month, asked.day) == (2, 28):
        last = _leap_day(asked.year + 1) or last
    return first, last


def born_within_a_year(asked: date, recorded: date) -> bool:
    """Whether the two dates lie within one year of each other, whichever is the earlier."""
    first, last = birth_range(asked)
    return first <= recorded <= last


def _is_leap_day(day: date) -> bool:
    return (day.month, day.day) == (2, 29)


def _leap_day(year: int) -> date | None:
    try:
        return date(year, 2, 29)
    except ValueError:
        return None


def _in_year(day: date, year: int) -> date:
    """The same day in another year; the first or the last day of the calendar where it ends."""
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return day.replace(year=year)
