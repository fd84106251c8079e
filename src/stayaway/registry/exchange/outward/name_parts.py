"""The parts of a name as it is written: those that are known, those that a comma shows, or a guess that says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stayaway.documents.text import clean
from stayaway.registry.finding.names import SUFFIXES as SUFFIXES_OF_SEARCH
from stayaway.registry.finding.names import folded

from .descriptors import Descriptors

MAY_BE_INITIAL = frozenset({"v"})
SUFFIXES = SUFFIXES_OF_SEARCH | MAY_BE_INITIAL | {"jnr", "snr"}
DEGREES = frozenset({"esq", "md", "phd"})
"""Suffixes that say what somebody has learned, not which of two people of one name they are."""
_ISOLATES = re.compile("[\u2066-\u2069\u200b]")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in its parts. `guessed`: which word is which part is not known but supposed."""

    given: str
    middle: str
    surname: str
    guessed: bool = False
    suffix: str = ""


def plain(text: str) -> str:
    """Text on one line, without what no document may hold, and without marks that only turn text around."""
    return _ISOLATES.sub("", clean(text))


def parts_of(name: str | None, known: Descriptors) -> NameParts | None:
    """The parts of a name: those that are known, those a comma shows, or a guess (the last word is the surname).

    >>> parts_of("Maria Elena Example", Descriptors())
    NameParts(given='Maria', middle='Elena', surname='Example', guessed=True, suffix='')
    >>> parts_of("Example, Maria Elena", Descriptors()).guessed
    False
    >>> parts_of("Maria Example, Jr.", Descriptors())
    NameParts(given='Maria', middle='', surname='Example', guessed=True, suffix='Jr.')
    >>> parts_of("Maria", Descriptors()) is None
    True
    """
    written = plain(name or "")
    pieces, suffix = _pieces(written)
    if known.surname and plain(known.surname):
        return _with_surname([word for piece in pieces for word in piece], suffix, known)
    if written.startswith(",") or not pieces:
        return None
    if len(pieces) > 1:
        given = [word for piece in pieces[1:] for word in piece]
        is_open = written.count(",") > 1 or folded(given[-1]) in MAY_BE_INITIAL
        return NameParts(given[0], " ".join(given[1:]), " ".join(pieces[0]), is_open, suffix)
    words = pieces[0]
    if len(words) > 1:
        return NameParts(words[0], " ".join(words[1:-1]), words[-1], guessed=True, suffix=suffix)
    return NameParts("", "", words[0], guessed=True) if written.endswith(",") else None


def generation(suffix: str) -> str:
    """Of the suffixes of a name those that tell a son from a father, without dots.

    >>> generation("Jr. M.D.")
    'Jr'
    """
    return " ".join(word.replace(".", "") for word in suffix.split() if folded(word) not in DEGREES)


def _pieces(written: str) -> tuple[list[list[str]], str]:
    """The words between the commas, without suffixes, and the suffixes. What is but suffixes divides no name."""
    first, *others = [words for piece in written.split(",") if (words := piece.split())] or [[]]
    names = [words for words in others if not all(map(_is_suffix, words))]
    found: list[str] = []
    # Before a comma the surname stays; without one, the given name stays too.
    while len(first) > (1 if names else 2) and _is_suffix(first[-1]):
        found.insert(0, first.pop())
    for words in others:
        least = 0 if words not in names else 1
        # After a given name, one letter may be an initial.
        while len(words) > least and _is_suffix(words[-1]) and not (least and folded(words[-1]) in MAY_BE_INITIAL):
            found.append(words.pop())
    return [words for words in (first, *names) if words], " ".join(found)


def _with_surname(words: list[str], suffix: str, known: Descriptors) -> NameParts:
    """The parts where the surname is known. Others that are not known are the rest of the name, as a guess."""
    surname, own = _without_suffix(plain(known.surname or ""))
    given, middle = plain(known.given or ""), plain(known.middle or "")
    rest, has_surname = _taken_out(words, surname)
    rest, has_given = _taken_out(rest, given)
    rest, _ = _taken_out(rest, middle)
    suffix = own or suffix
    if not rest or (given and (middle or not (has_surname and has_given))):
        return NameParts(given, middle, surname, suffix=suffix)
    if not has_surname:  # the name is written otherwise, so what of it is the given name is anybody's guess
        return NameParts(given, middle, surname, guessed=True, suffix=suffix)
    first, others = (given, rest) if given else (rest[0], rest[1:])
    return NameParts(first, middle or " ".join(others), surname, guessed=True, suffix=suffix)


def _without_suffix(surname: str) -> tuple[str, str]:
    words, found = surname.split(), list[str]()
    while len(words) > 1 and _is_suffix(words[-1]):
        found.insert(0, words.pop())
    return " ".join(words), " ".join(found)


def _taken_out(words: list[str], part: str) -> tuple[list[str], bool]:
    """The words without those of a part, and whether they were there, one after the other."""
    wanted = [folded(word) for word in part.split()]
    for at in range(len(words) - len(wanted), -1, -1):
        if wanted and [folded(word) for word in words[at : at + len(wanted)]] == wanted:
            return words[:at] + words[at + len(wanted) :], True
    return words, False


def _is_suffix(word: str) -> bool:
    return folded(word) in SUFFIXES
