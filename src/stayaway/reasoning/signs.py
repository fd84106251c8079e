"""Finding the signs of a paper: plain words, looked for one after the other in a text of limited size."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from stayaway.law.paper_signs import PaperFact, PaperSigns, Sign

LONGEST_TEXT = 2_000
"""What stands beyond this many characters of one fact is not read: no title, caption or number is as long."""
LONGEST_SHOWN = 80

_ARTICLES = frozenset({"the", "el", "la", "los", "las"})
_ROLES = frozenset({"plaintiff", "plaintiffs", "respondent", "appellee", "complainant"})


@lru_cache(maxsize=2048)
def words_in(text: str | None) -> tuple[str, ...]:
    """The words of a text, without case, accents and punctuation; letters and digits side by side are two words.

    >>> words_in("Orden de Protección, No. 24CR-0123")
    ('orden', 'de', 'proteccion', 'no', '24', 'cr', '0123')
    """
    plain = unicodedata.normalize("NFKD", (text or "")[:LONGEST_TEXT])
    plain = "".join(char for char in plain[:LONGEST_TEXT] if not unicodedata.combining(char)).casefold()
    return tuple(re.findall(r"[a-z]+|[0-9]+", plain))


def bare_name(name: str) -> str:
    """A name without what stands in brackets."""
    return re.sub(r"\([^()]*\)", " ", name)


def found_in(text: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the words of a phrase stand in a text one after the other."""
    return next(_places(text, phrase), None) is not None


def signs_in(
    fact: PaperFact, text: str | None, jurisdiction: str | None, court: Sequence[str], signs: PaperSigns
) -> Iterator[tuple[Sign, str]]:
    """The signs that a text has, each with the words that were found.

    Words inside longer words of another sign do not count: `civil no contact order` is not `no contact order`.
    """
    words = words_in(text)
    holding = [
        sign
        for sign in signs.signs
        if sign.fact == fact and sign.holds_in(jurisdiction) and not set(sign.not_with_court) & set(court)
    ]
    found = [
        (start, start + len(phrase), sign, " ".join(phrase))
        for sign in holding
        for phrase in map(words_in, sign.words)
        for start in _places(words, phrase)
    ]
    spans = {(start, end) for start, end, _, _ in found}
    for start, end, sign, shown in sorted(found, key=lambda item: item[0] - item[1]):
        inside = any(low <= start and end <= high and (low, high) != (start, end) for low, high in spans)
        if not inside:
            yield sign, shown
    for sign in holding:
        if sign.shape is not None and _has_shape(words, sign.shape):
            yield sign, shortened(text)


def _places(text: Sequence[str], phrase: Sequence[str]) -> Iterator[int]:
    if not phrase:
        return
    for start in range(len(text) - len(phrase) + 1):
        if text[start] == phrase[0] and tuple(text[start : start + len(phrase)]) == tuple(phrase):
            yield start


def _has_shape(words: Sequence[str], shape: str) -> bool:
    """Whether a number starts with blocks of this shape, where 9 stands for any digit."""
    blocks = shape.split("-")
    return len(words) >= len(blocks) and all(
        word == block or (set(block) == {"9"} and word.isdigit() and len(word) == len(block))
        for word, block in zip(words, blocks, strict=False)
    )


def shortened(text: str | None) -> str:
    """A text of the paper as it is shown."""
    whole = " ".join((text or "")[:LONGEST_TEXT].split())
    return whole if len(whole) <= LONGEST_SHOWN else f"{whole[: LONGEST_SHOWN - 1]}…"


class Caption(Enum):
    """Who stands against whom in a caption."""

    GOVERNMENT = "government"
    GOVERNMENT_FOR_SOMEBODY = "government_for_somebody"
    TWO_PEOPLE = "two_people"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Sides:
    """What a caption shows, and the words that show it."""

    reading: Caption
    found: str = ""


def read_caption(text: str | None, signs: PaperSigns) -> Sides:
    """The two sides of a caption.

    >>> from stayaway.law.paper_signs import paper_signs
    >>> read_caption("The People of the State of New York v. Doe", paper_signs()).reading.name
    'GOVERNMENT'
    >>> read_caption("State Farm v. Doe", paper_signs()).reading.name
    'TWO_PEOPLE'
    """
    words = words_in(text)
    between = set(signs.between_sides)
    middle = next((place for place, word in enumerate(words) if word in between), None)
    if not middle or middle + 1 == len(words):
        return Sides(Caption.UNCLEAR)
    first, second = words[:middle], words[middle + 1 :]
    if (government := _government(first, signs)) is not None:
        for_somebody = any(found_in(first, words_in(phrase)) for phrase in signs.acting_for)
        return Sides(Caption.GOVERNMENT_FOR_SOMEBODY if for_somebody else Caption.GOVERNMENT, government)
    # The head of a paper ("Superior Court, State of …") may stand before the names, and then they cannot be told apart.
    if "court" in first or _government(second, signs) is not None or _holds_government(first, signs):
        return Sides(Caption.UNCLEAR)
    return Sides(Caption.TWO_PEOPLE, shortened(text))


def _government(side: Sequence[str], signs: PaperSigns) -> str | None:
    """The words by which one side is the government: all of the side, or its start if they end in *of*."""
    words = tuple(word for word in side if word not in _ROLES)
    while words and words[0] in _ARTICLES:
        words = words[1:]
    for name in sorted(map(words_in, signs.government), key=len, reverse=True):
        if words == name or (name[-1] in ("of", "de") and words[: len(name)] == name):
            return " ".join(words)[:LONGEST_SHOWN]
        if words[: len(name)] == name and any(found_in(words, words_in(phrase)) for phrase in signs.acting_for):
            return " ".join(words)[:LONGEST_SHOWN]
    return None


def _holds_government(side: Sequence[str], signs: PaperSigns) -> bool:
    """Whether the government is named further inside a side, as it is after the name of a court."""
    return any(len(name) > 1 and found_in(side, name) for name in map(words_in, signs.government))
