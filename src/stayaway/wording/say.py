"""How findings are said. The only place where sentences live is `sentences/`; here they are filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from stayaway.model import (
    UTC,
    Code,
    Distance,
    Exemption,
    FactValue,
    OneOf,
    OrderId,
    Papers,
    Period,
    PersonId,
    PlaceId,
    Reason,
)

from .catalogue import sentence_of, word_of
from .language import translator


@lru_cache(maxsize=4096)
def _day(day: date, locale: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, "long", locale=locale))


@dataclass(frozen=True)
class Speaker:
    """Says findings in one language, with the names that the papers give.

    `papers` None: no names are known, and keys are shown as they are. Text is plain; faces escape it for their medium.
    """

    language: str = "en"
    papers: Papers | None = None
    zone: ZoneInfo = UTC

    @property
    def _locale(self) -> str:
        """How dates, lists and numbers are written in the United States in this language (10,000, not 10.000)."""
        return f"{self.language}_US"

    @cached_property
    def _translate(self) -> Callable[[str], str]:
        return translator(self.language)

    def say(self, reason: Reason) -> str:
        """The sentence for a reason. Raises KeyError for a code that has no wording (a test forbids that)."""
        return self.sentence(reason.code, reason.facts)

    def sentence(self, code: Code, facts: Mapping[str, FactValue] | None = None) -> str:
        """The sentence for a code and its facts."""
        template = self._translate(sentence_of(code))
        return template.format_map({name: self.show(value) for name, value in (facts or {}).items()})

    def word(self, member: StrEnum) -> str:
        """The word for a member of one of the model's or the law's lists, such as a channel or a stage."""
        return self._translate(word_of(member))

    def text(self, message: str) -> str:
        """A message of a face (a heading, a label) that is in the catalogue."""
        return self._translate(message)

    def show(self, value: FactValue) -> str:
        """A fact as a reader sees it: a name for a key, a date in the reader's language, a list with `and`."""
        if type(value) is str:
            return value
        if value is None:
            return self._translate("not known")
        if isinstance(value, PersonId):
            return self.papers.people[value].shown if self.papers and value in self.papers.people else value
        if isinstance(value, PlaceId):
            return self.papers.places[value].shown if self.papers and value in self.papers.places else value
        if isinstance(value, OrderId):
            return f"“{value}”"
        if isinstance(value, Period):
            return self.period(value)
        if isinstance(value, StrEnum):
            return self.word(value)
        if isinstance(value, Reason):
            return self.say(value)
        if isinstance(value, Exemption):
            return self.exemption(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return self.number(value)
        if isinstance(value, Distance):
            return f"{value.value:g} {self.word(value.unit)}"
        if isinstance(value, (date, datetime)):
            return self.date(value)
        if isinstance(value, OneOf):
            return self.listing(value, style="or")
        if isinstance(value, (tuple, list, frozenset, set)):
            return self.listing(sorted(value) if isinstance(value, (set, frozenset)) else value)
        return str(value)

    def date(self, moment: date | datetime) -> str:
        """A day or an instant, in the reader's language; an instant in the court's time zone."""
        from babel.dates import format_time

        if isinstance(moment, datetime):
            local = moment.astimezone(self.zone)
            time = format_time(local.time(), "short", locale=self._locale)
            return f"{_day(local.date(), self._locale)}, {time}"
        return _day(moment, self._locale)

    def number(self, number: int) -> str:
        """A whole number as the language groups it: `10,000`."""
        if abs(number) < 1000:
            return str(number)
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=self._locale))

    def period(self, period: Period) -> str:
        """A duration in words: `90 days`."""
        from .periods import spell

        return spell(period, self.language)

    def exemption(self, exemption: Exemption) -> str:
        """An order's own exception in words: `contact about children (text message)`."""
        from .exemptions import describe

        return describe(exemption, self)

    def listing(self, values: Sequence[FactValue], style: Literal["standard", "or"] = "standard") -> str:
        """A list in a sentence: `text message, email, and gifts`; with `or` where one of them is enough."""
        from babel.lists import format_list

        return str(format_list([self.show(value) for value in values], style=style, locale=self._locale))
