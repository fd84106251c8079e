"""Text from outside, made safe to print: one line, nothing invisible that moves other text about, words that break."""

from __future__ import annotations

import re
import unicodedata

LONGEST_WORD = 30
"""A longer run without a place to break would run off the page."""

_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_LONG = re.compile(rf"[^\s/\-\u200b]{{{LONGEST_WORD + 1},}}")
_BREAK = "\u200b"
_ISOLATE, _POP = "\u2068", "\u2069"


def clean(text: str) -> str:
    r"""Text as it is printed: on one line, without control characters and without commands that turn text around.

    Text that runs from right to left is set apart, so that it does not reorder what stands beside it.

    >>> clean("Rosa\n  Marin"), clean("a\u202eb\x00c")
    ('Rosa Marin', 'abc')
    """
    one_line = " ".join(text.split())
    plain = "".join(c for c in one_line if c not in _DIRECTIONS and unicodedata.category(c) not in _UNSEEN)
    seen = " ".join(unicodedata.normalize("NFC", plain).split())
    turned = any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in seen)
    return f"{_ISOLATE}{seen}{_POP}" if turned else seen


def short(text: str, most: int) -> str:
    """The beginning of a text that has no more room, with a sign that it goes on.

    >>> short("Superior Court of Plumas County", 20)
    'Superior Court of P…'
    """
    if len(text) <= most:
        return text
    cut = text[: most - 1].rstrip()
    return f"{cut}…{_POP}" if cut.count(_ISOLATE) > cut.count(_POP) else f"{cut}…"


def breakable(text: str) -> str:
    r"""The text with places to break in words that are too long for a line.

    >>> breakable("x" * 31).count("\u200b")
    1
    """
    return _LONG.sub(lambda run: _BREAK.join(_pieces(run.group())), text)


def _pieces(word: str) -> list[str]:
    """Pieces of a word; none begins with a sign that belongs to the letter before it."""
    pieces: list[str] = []
    start = 0
    while start < len(word):
        end = min(start + LONGEST_WORD, len(word))
        while end < len(word) and (unicodedata.combining(word[end]) or "\u200d" in word[end - 1 : end + 1]):
            end += 1
        pieces.append(word[start:end])
        start = end
    return pieces
