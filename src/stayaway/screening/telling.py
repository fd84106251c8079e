"""Contacts as columns: values of the core, or what was read from a log, put into the numbers that an engine joins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

from stayaway.model import AsOf, PlaceId, Position
from stayaway.reasoning.conduct import Contact
from stayaway.reasoning.forbidding import words_compared

from .columns import CHANNELS, CONTACTS, ELSEWHERE, NO_WORD, NOBODY, NOT_TOLD, OTHER_WORD, STRANGER, Names, number_of
from .compiling import Compiled
from .nearness import stretch_of

ERRANDS = words_compared(())


@dataclass(frozen=True, slots=True)
class Told:
    """A contact at a moment; `position` is where it was, where that is no place of the papers."""

    contact: Contact
    at: AsOf
    position: Position | None = None


@dataclass
class Teller:
    """Puts the parts of a contact into numbers, for one set of orders."""

    compiled: Compiled
    words: Names

    def person(self, key: str | None) -> int:
        """The number of the person addressed."""
        if key is None:
            return NOBODY
        return self.compiled.people.numbers.get(key, STRANGER)

    def word(self, word: str | None) -> int:
        """The number of a subject or a carrier: its own where an order compares with it."""
        if word is None:
            return NO_WORD
        return self.words.number(word) if word.casefold() in self.compiled.vocabulary else OTHER_WORD

    def place(self, key: str | None, position: Position | None = None) -> tuple[int, int, int, Position | None]:
        """The numbers of a place, of its key without case, and of the key as a word; and where it is.

        As a word it is compared where it is the name of an errand, or that of a place of the papers but for case.
        """
        if key is None:
            return (NOT_TOLD, NOT_TOLD, NO_WORD, None) if position is None else (ELSEWHERE, NOT_TOLD, NO_WORD, position)
        fold = self.compiled.folds.numbers.get(key.casefold(), NOT_TOLD)
        number = self.compiled.places.numbers.get(key)
        compared = key.casefold() in ERRANDS or (number is None and fold != NOT_TOLD)
        word = self.words.number(key) if compared else OTHER_WORD
        if number is None:
            return ELSEWHERE, fold, word, position
        known = self.compiled.papers.places.get(PlaceId(key))
        return number, fold, word, known.at if known is not None else None

    def near(self, metres: float | None) -> int:
        """The number of the stretch between limits that a distance lies in."""
        return NOT_TOLD if metres is None else stretch_of(metres, self.compiled.limits)


def columns_of(told: Iterable[Told], compiled: Compiled, words: Names) -> pa.Table:
    """Contacts as columns, numbered from 1. Those by somebody whom no order names are left out: none restrains them."""
    teller = Teller(compiled, words)
    rows = []
    for row, one in enumerate(told, 1):
        contact = one.contact
        who = compiled.people.numbers.get(contact.by_whom)
        if who is None:
            continue
        metres = None if contact.distance is None else contact.distance.metres
        place, fold, word, spot = teller.place(contact.at, one.position)
        rows.append(
            {
                "row": row,
                "at": number_of(one.at.moment),
                "who": who,
                "whom": teller.person(contact.to),
                "channel": NOT_TOLD if contact.by is None else CHANNELS.index(contact.by),
                "through": teller.word(contact.through),
                "about": teller.word(contact.about),
                "near": teller.near(metres),
                "metres": metres,
                "place": place,
                "fold": fold,
                "word": word,
                "latitude": None if spot is None else spot.latitude,
                "longitude": None if spot is None else spot.longitude,
                "marks": 0,
            }
        )
    return pa.Table.from_pylist(rows, schema=CONTACTS)
