"""Who tells the law of one place: its words, with the numbers of their sources."""

from __future__ import annotations

from dataclasses import dataclass

from stayaway.law.book import PlaceLaw
from stayaway.law.schema import Cited
from stayaway.model import CaseId, CivilCase, Order, OrderId, PersonId
from stayaway.wording.place import PlaceCode as Code

from ..voice import Voice


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said of a place: under which label, what, and (below it) what belongs to it."""

    topic: Code
    said: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Teller:
    """The law of one place, the voice that says it, and whether all is wanted (`full`): notes and passages too."""

    law: PlaceLaw
    voice: Voice
    full: bool = False

    def say(self, code: Code, **facts: object) -> str:
        """A label or a sentence."""
        return self.voice.speaker.sentence(code, facts)

    def line(self, topic: Code, said: str, fact: Cited, *more: str | None) -> Line:
        """A line with its source. What it adds (`more`, and the fact's note) is told where all is wanted."""
        notes = [note for note in (*more, fact.note) if note] if self.full else []
        return Line(topic, f"{ended(said)}{self.voice.mark(fact.authority)}{self.replaced(fact)}", tuple(notes))

    def replaced(self, fact: Cited) -> str:
        """A warning, where the law that was read has been replaced since."""
        return "" if fact.holds_until is None else f" {self.say(Code.REPLACED, day=fact.holds_until)}"

    def listed(self, words: tuple[str, ...]) -> str:
        """The law's own words one after another; nothing known where there are none."""
        return "; ".join(words) or self.voice.show(None)

    @property
    def any_order(self) -> Order:
        """An order of the place of which nothing is known, to ask reasoning about."""
        case = CivilCase(CaseId("any"), self.law.code, self.law.time_zone)
        return Order(OrderId("any"), case, PersonId("restrained"), (PersonId("protected"),))


def ended(said: str) -> str:
    """A text that ends as a sentence does.

    >>> ended("not known"), ended("It is free.")
    ('not known.', 'It is free.')
    """
    return said if said.endswith((".", "?", "!")) else f"{said}."


def begun(said: str) -> str:
    """A text that begins as a sentence does."""
    return f"{said[:1].upper()}{said[1:]}"
