"""A glimpse at a recorded name that only its surname brought: is it worth reading?

Reading and judging a name takes some hundred times as long as a glimpse, and a common surname brings hundreds of people
born within a year of somebody. Whose given name sounds like the one asked for is brought by that as well. What else can
match is a given name that is spelled nearly so, an initial, a middle name, or none; anything else is not read. Whatever
could match is let through: a glimpse never decides that somebody is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from rapidfuzz.distance import OSA

from .names import PersonName, folded

MOST_SLIPS = 2
"""By how many letters a matching given name is off at most (`compare._spelled_alike`)."""
MOST_WORDS = 5
"""Longer names can be split in more ways than are looked at here."""
WORD = re.compile(r"[^\s,]+")
INNER = re.compile(r"[^a-z0-9]+")


def glimpse(asked: PersonName) -> Callable[[str], bool]:
    """For a name asked for: whether a recorded name, as written, can match it by anything but sound.

    >>> from .names import read_name
    >>> worth = glimpse(read_name("Daniel Cole"))
    >>> worth("Cole, Danyel"), worth("D. Cole"), worth("Peter Cole")
    (True, True, False)
    """
    forms = asked.given_forms | asked.middle_forms | asked.called_forms
    if not asked.given or asked.initial or not forms:
        return lambda _: True
    # An initial on record can stand for one of these; another one is somebody's middle initial.
    initials = {part.joined[0] for part in (*asked.given, *asked.middle, *asked.surname) if part.joined}

    def worth(written: str) -> bool:
        words = _words(written)
        if not 2 <= len(words) <= MOST_WORDS or any(word in initials for word in words):
            return True
        joined = [one + other for one, other in pairwise(words)]
        return any(
            OSA.distance(form, word, score_cutoff=MOST_SLIPS) <= MOST_SLIPS
            for form in forms
            for word in (*words, *joined)
        )

    return worth


def _words(written: str) -> list[str]:
    """The words of a name, folded; those with a dash or an apostrophe inside whole and in parts."""
    found: list[str] = []
    for word in WORD.findall(written.lower() if written.isascii() else written):
        if word.isalnum() and word.isascii():
            found.append(word)
            continue
        whole = folded(word)
        if whole:
            found.append(whole)
        parts = [part for part in INNER.split(word.lower()) if part]
        if len(parts) > 1:
            found.extend(parts)
    return found
