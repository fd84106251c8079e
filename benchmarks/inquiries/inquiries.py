"""What is asked: names and birth dates as officers give them, of people on record and of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from random import Random

from nicknames import name_triplets

from .load import COURTS, KINDS, SEED
from .people import LAST_ISSUED, Invented, Names, cases, person

ON_RECORD = 0.5
WITHIN_A_YEAR = 0.1


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A name as somebody gives it, and a birth date."""

    name: str
    born: date
    within: bool


def inquiries(count: int, orders: int, seed: int) -> list[Inquiry]:
    """So many inquiries: half about people on record, of those half with the name given in another way."""
    random, names = Random(seed), Names()
    known = [one for case in islice(cases(orders, SEED, len(KINDS), COURTS), 60_000) for one in case.new if one.born]
    short = {one.name1.capitalize(): one.name2.capitalize() for one in name_triplets()}
    found = []
    for _ in range(count):
        asked = random.choice(known) if random.random() < ON_RECORD else person(random, names)
        within = random.random() < WITHIN_A_YEAR
        born = asked.born or LAST_ISSUED - timedelta(days=int(365.25 * random.triangular(15, 85, 31)))
        if within:
            born += timedelta(days=random.randint(-300, 300))
        found.append(Inquiry(_given(asked, random, short), born, within))
    return found


def _given(one: Invented, random: Random, short: dict[str, str]) -> str:
    """The name as somebody gives it: often whole, or without the middle name, turned, shortened, or misspelt."""
    drawn = random.random()
    if drawn < 0.4:
        return one.name
    if drawn < 0.6:
        return f"{one.given} {one.surname}"
    if drawn < 0.75:
        return f"{one.surname}, {one.given}"
    if drawn < 0.85:
        return f"{short.get(one.given, one.given)} {one.surname}"
    at = random.randrange(1, len(one.surname))
    return (
        f"{one.given} {one.surname[:at]}{one.surname[at + 1 :]}" if drawn < 0.95 else f"{one.given[0]}. {one.surname}"
    )
