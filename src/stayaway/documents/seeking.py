"""Finding words in a text however they are written: in whatever case, with accents, signs or breaks in between."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

Change = Callable[[str], str]
PARTED, PERHAPS_PARTED = r"[\W_]+", r"[\W_]*"
"""What can stand between two words: `17 Hidden Lane`, `17-Hidden-Lane`, `17, Hidden Lane`."""
LONG = 8
"""So many letters together hardly mean anything else, so that nothing has to part them."""

_ALIKE = (
    ("apartment", "apt", "unit", "suite", "ste", "room", "rm"),
    ("avenue", "ave", "av"),
    ("boulevard", "blvd"),
    ("building", "bldg"),
    ("circle", "cir"),
    ("court", "ct"),
    ("drive", "dr"),
    ("east", "e"),
    ("fort", "ft"),
    ("heights", "hts"),
    ("highway", "hwy"),
    ("lane", "ln"),
    ("mount", "mt"),
    ("north", "n"),
    ("northeast", "ne"),
    ("northwest", "nw"),
    ("parkway", "pkwy"),
    ("place", "pl"),
    ("road", "rd"),
    ("route", "rte"),
    ("south", "s"),
    ("southeast", "se"),
    ("southwest", "sw"),
    ("square", "sq"),
    ("street", "st"),
    ("terrace", "ter"),
    ("trail", "trl"),
    ("way", "wy"),
    ("west", "w"),
)
"""Words of an address that are written in several ways, as the post abbreviates them."""
_WRITTEN = {word: rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})" for words in _ALIKE for word in words}


def plain(text: str) -> str:
    r"""A text as it is searched: small letters without accents, nothing that is not seen.

    >>> plain("17 Hídden\u00ad Lane")
    '17 hidden lane'
    """
    return _mapped(text)[0]


def words_in(text: str) -> list[str]:
    """The words of a text as they are searched.

    >>> words_in("17, Hidden-Lane.")
    ['17', 'hidden', 'lane']
    """
    return re.findall(r"[^\W_]+", plain(text))


def pattern_of(words: Iterable[str]) -> str:
    """What finds these words one after the other, also as an address abbreviates them."""
    words = list(words)
    parted = PERHAPS_PARTED if sum(map(len, words)) >= LONG else PARTED
    return parted.join(_WRITTEN.get(word, re.escape(word)) for word in words)


def putting(instead: Iterable[tuple[str, str]]) -> Change:
    """A function that puts, wherever one of these patterns is in a text, what goes with it. The first found counts.

    The patterns are for plain text, and hold no group that captures.
    """
    wanted = list(instead)
    if not wanted:
        return lambda text: text
    found = re.compile("|".join(f"({pattern})" for pattern, _ in wanted))

    def put(text: str) -> str:
        seen, at = _mapped(text)
        parts, end = [], 0
        for match in found.finditer(seen):
            begins = at[match.start()]
            if match.end() == match.start() or begins < end:
                continue
            assert match.lastindex is not None
            parts += [text[end:begins], wanted[match.lastindex - 1][1]]
            # Signs that are not seen go with the letter before them.
            end = max(at[match.end() - 1] + 1, at[match.end()] if match.end() < len(at) else len(text))
        return "".join([*parts, text[end:]])

    return put


def _mapped(text: str) -> tuple[str, list[int]]:
    """The plain text, and where in the text each of its letters is."""
    letters: list[str] = []
    at: list[int] = []
    for index, sign in enumerate(text):
        for letter in unicodedata.normalize("NFKD", sign).casefold():
            if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf":
                letters.append(letter)
                at.append(index)
    return "".join(letters), at
