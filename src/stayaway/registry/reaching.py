"""How somebody is reached, and the numbers that they go by, as far as any entry ever told: found again in any text.

A number is found however it is parted, with or without the codes before it: who reads `555-0142` knows the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from stayaway.documents.seeking import Change, plain, putting, words_in

from .entries import Line
from .folding import PERSON_SECRETS

NUMBERS = "identifiers"
SHORTEST = 3
"""A shorter word stands in too many that mean something else."""
LOCAL_DIGITS = 7
"""So many digits are dialled where the codes before them can be left out."""
CODE_DIGITS = 3
"""So many digits of a country's code can stand before a number."""
_PARTED = r"[\W_]{0,3}"
"""What can stand between two signs of one number: `(206) 555-0142`, `206.555.0142`."""
_SPACED = r"\s+"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a person, or a number of theirs, as it was told."""

    person: str
    kind: str
    told: str


def ways_to(lines: Iterable[Line]) -> set[Way]:
    """Every way to reach the people of these entries, and every number of theirs, that any of the entries told of."""
    return {
        Way(line.stream, kind, told)
        for line in lines
        for kind, values in (line.secrets or {}).items()
        for told in _told(kind, values)
    }


def text_without_ways(ways: Iterable[Way], names: Iterable[str], hidden: str) -> Change | None:
    """What puts `hidden` where a text tells one of these ways. None: there is nothing to look for.

    A handle that is a word of one of the names stays: a name is no secret.
    """
    spoken = {word for name in names for word in words_in(name)}
    patterns = {pattern for way in ways for pattern in _patterns(way, spoken)}
    if not patterns:
        return None
    return putting((one, hidden) for one in sorted(patterns, key=lambda one: (-len(one), one)))


def _told(kind: str, values: Any) -> Iterator[str]:
    """The texts of one kind of secret. Where reminders go is one text, in a language that is no secret."""
    if kind == NUMBERS and isinstance(values, Mapping):
        yield from map(str, values.values())
    elif kind in PERSON_SECRETS and isinstance(values, (list, tuple)):
        yield from map(str, values)
    elif kind == "email":
        yield str(values)


def _patterns(way: Way, spoken: set[str]) -> Iterator[str]:
    if way.kind == "phones":
        yield from _of_phone(plain(way.told))
    elif way.kind == "handles":
        bare = plain(way.told).strip().removeprefix("@")
        yield _of_words(f"@{bare}")
        if bare not in spoken and len(bare) >= SHORTEST:
            yield _of_words(bare)
    elif way.kind == NUMBERS:
        signs = [sign for sign in plain(way.told) if sign.isalnum()]
        if len(signs) >= SHORTEST:
            yield rf"(?<!\w){_PARTED.join(map(re.escape, signs))}(?!\w)"
    elif len(way.told.strip()) >= SHORTEST:
        yield _of_words(plain(way.told))


def _of_phone(told: str) -> Iterator[str]:
    """The number whole, and without any of the codes before it; not what is dialled after it."""
    before, _, _ = re.sub(r"[A-Za-z#;,].*", "\0", told).partition("\0")
    digits = [sign for sign in before if sign.isdigit()]
    if len(digits) < LOCAL_DIGITS:
        if len(told.strip()) >= SHORTEST:
            yield _of_words(told)
        return
    for start in range(len(digits) - LOCAL_DIGITS + 1):
        code = rf"(?:\+\d{{1,{CODE_DIGITS}}}{_PARTED}|\d{{0,{CODE_DIGITS}}})"
        yield rf"(?<!\d){code}\(?{_PARTED.join(digits[start:])}(?!\d)"


def _of_words(told: str) -> str:
    return rf"(?<!\w){_SPACED.join(map(re.escape, told.split()))}(?!\w)"
