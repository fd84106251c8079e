"""Invented people with names as common as real ones are, and the orders between them. No real data goes in.

How common the n-th surname and given name is follows the shape of the census of the United States (2010 for surnames,
1990 for given names): a few points of it, straight lines between them on logarithmic scales. The surnames themselves
are made of syllables; the given names are those that the index of nicknames knows, so that nicknames cost what they do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from math import exp, log
from random import Random

from nicknames import name_triplets

SURNAMES = ((1, 828.0), (10, 359.0), (100, 78.0), (1000, 12.0), (10_000, 1.06), (150_000, 0.035))
"""Rank, and people of that name in 100,000."""
GIVEN = ((1, 1650.0), (10, 690.0), (100, 110.0), (1000, 4.0), (3000, 0.6))
FIRST_ISSUED, LAST_ISSUED = date(2021, 6, 1), date(2026, 6, 1)
NO_BIRTH_DATE = 0.03
HAS_ORDER_ALREADY = 0.25
"""How often the person restrained is restrained by another order too."""

_ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "cl",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "v",
    "w",
]
_VOWELS = ["a", "e", "i", "o", "u", "ea", "ie"]
_CODAS = ["", "", "", "l", "m", "n", "r", "s", "t", "rd", "nd", "ck", "ll"]


@dataclass(frozen=True, slots=True)
class Invented:
    """A person."""

    id: str
    given: str
    middle: str
    surname: str
    born: date | None

    @property
    def name(self) -> str:
        """As a clerk writes it."""
        return " ".join(part for part in (self.given, self.middle, self.surname) if part)


@dataclass(frozen=True, slots=True)
class InventedCase:
    """A case with one order, and which of its two people are new."""

    number: int
    id: str
    order: str
    restrained: Invented
    protected: Invented
    new: tuple[Invented, ...]
    kind: int
    """Which of the kinds of order of `load.KINDS`."""
    court: int
    issued: date
    served_after: int | None


class Names:
    """Names, drawn as often as they are common."""

    def __init__(self) -> None:
        self.surnames = _syllables(150_000)
        self.given = _given_names()
        self._surname_weights = _cumulated(SURNAMES, len(self.surnames))
        self._given_weights = _cumulated(GIVEN, len(self.given))

    def surname(self, random: Random) -> str:
        """A surname; one in twenty is double."""
        one = self._drawn(random, self.surnames, self._surname_weights)
        if random.random() < 0.05:
            return f"{one}-{self._drawn(random, self.surnames, self._surname_weights)}"
        return one

    def given_name(self, random: Random) -> str:
        """A given name."""
        return self._drawn(random, self.given, self._given_weights)

    @staticmethod
    def _drawn(random: Random, names: list[str], weights: list[float]) -> str:
        return names[bisect_left(weights, random.random() * weights[-1])]


def person(random: Random, names: Names) -> Invented:
    """Somebody."""
    given = names.given_name(random)
    drawn = random.random()
    middle = "" if drawn < 0.5 else f"{names.given_name(random)[0]}." if drawn < 0.8 else names.given_name(random)
    age = random.triangular(15, 85, 31)
    born = None if random.random() < NO_BIRTH_DATE else LAST_ISSUED - timedelta(days=int(age * 365.25))
    return Invented(_id("p", random), given, middle, names.surname(random), born)


def cases(count: int, seed: int, kinds: int, courts: int) -> Iterator[InventedCase]:
    """As many cases, the same ones for the same seed."""
    random, names = Random(seed), Names()
    restrained: list[Invented] = []
    span = (LAST_ISSUED - FIRST_ISSUED).days
    for number in range(count):
        new = []
        if len(restrained) > 1000 and random.random() < HAS_ORDER_ALREADY:
            one = restrained[int(random.random() * len(restrained))]
        else:
            one = person(random, names)
            new.append(one)
            if len(restrained) < 200_000:
                restrained.append(one)
            else:
                restrained[int(random.random() * 200_000)] = one
        other = person(random, names)
        new.append(other)
        drawn = random.random()
        yield InventedCase(
            number=number,
            id=_id("c", random),
            order=_id("o", random),
            restrained=one,
            protected=other,
            new=tuple(new),
            kind=int(random.random() * kinds),
            court=int(random.random() * courts),
            issued=FIRST_ISSUED + timedelta(days=int(random.random() * span)),
            served_after=None if drawn < 0.2 else 2 if drawn < 0.7 else 9,
        )


def _id(letter: str, random: Random) -> str:
    return f"{letter}{random.getrandbits(80):020x}"


def _cumulated(points: tuple[tuple[int, float], ...], count: int) -> list[float]:
    """How common each rank is, added up."""
    found = []
    for (first, high), (last, low) in pairwise(points):
        slope = log(low / high) / log(last / first)
        found += [high * exp(slope * log(rank / first)) for rank in range(first, last)]
    return list(accumulate(found[:count]))


def _syllables(count: int) -> list[str]:
    random, found = Random(7), dict[str, None]()
    while len(found) < count:
        syllables = 2 if random.random() < 0.6 else 3
        made = "".join(random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(syllables))
        found[(made + random.choice(_CODAS)).capitalize()] = None
    return list(found)


def _given_names() -> list[str]:
    random = Random(7)
    found = sorted({name.capitalize() for one in name_triplets() for name in (one.name1, one.name2) if name.isalpha()})
    random.shuffle(found)
    return found[:3000]
