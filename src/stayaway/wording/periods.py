"""Durations in words, in the reader's language."""

from __future__ import annotations

import re
from functools import lru_cache

from stayaway.model import Period

_PARTS = {
    "years": "duration-year",
    "months": "duration-month",
    "weeks": "duration-week",
    "days": "duration-day",
    "hours": "duration-hour",
    "minutes": "duration-minute",
}
_NUMBER = r"(?:(?P<{}>\d+(?:\.\d+)?){})?"
_DURATION = re.compile(
    "P"
    + "".join(_NUMBER.format(name, name[0].upper()) for name in ("years", "months", "weeks", "days"))
    + "(?:T"
    + "".join(_NUMBER.format(name, name[0].upper()) for name in ("hours", "minutes"))
    + ")?"
)


@lru_cache(maxsize=256)
def spell(period: Period, language: str) -> str:
    """A duration as it is written, in words: what the law counts in days is not turned into weeks.

    >>> spell(Period("P2Y6M"), "en")
    '2 years and 6 months'
    >>> spell(Period("PT72H"), "es")
    '72 horas'
    """
    from babel.lists import format_list
    from babel.units import format_unit

    match = _DURATION.fullmatch(period)
    if match is None:
        return str(period)
    given = [(unit, float(match[name])) for name, unit in _PARTS.items() if match[name]]
    spoken = [(unit, amount) for unit, amount in given if amount] or given[:1]
    return str(format_list([format_unit(amount, unit, locale=language) for unit, amount in spoken], locale=language))
