"""A sketch of the other half of a recorded name, beside the key of one half: can it match the one asked for?

A common surname brings hundreds of people born within a year of somebody, and a common given name some of those born
that day; each would have to be fetched, looked up for a case that is open, and judged. Whose other name sounds like the
one asked for, or is a nickname of it, an initial, or missing, is brought by the two together. What is left is a name
that is spelled nearly so: a slip takes one letter away and brings another at most, so the letters that two names have
tell it. A sketch holds which letters there are, and the database compares them without reading the person. Whatever
could match is let through: a sketch never decides that somebody is found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from stayaway.registry.statements import Statement, among

from .compare import LONG, SHORTEST
from .keys import Key, KeyKind, search_keys
from .names import PersonName
from .sounds import sounds_of_middle

_CLASSES = 24
"""Of letters, one bit each: the Latin ones, of which two rare ones share that of another, as all other signs do."""
_ALL = (1 << _CLASSES) - 1
_JOINED = _CLASSES
"""Where the letters of the given and the middle name written as one begin: Mary Ann may be written Maryann."""
_FIRST, _SECOND = 2 * _CLASSES, 2 * _CLASSES + 5
"""Where the two first letters begin that the given and middle names have."""
_INITIAL = 31
_MORE = 31
"""In place of the second first letter: there are more."""
_SEVERAL = 1 << _SECOND + 5
"""Whether the name has several forms, of which the letters are all of them together: Jean-Luc, Jean or Luc."""
_OF_MIDDLE = 1 << _SECOND + 6
"""Beside the key of a surname: whether a middle name gave it, which may be the first of two surnames or not."""


def sketch_of_given(name: PersonName) -> int:
    """Which letters the given name of a recorded name has, alone and with the middle name, and the first letters."""
    forms = {form for part in name.given for form in (part.joined, part.core, part.words[0])} | {name.whole_given}
    joined = name.middle[0].joined if name.given and name.middle and not name.middle[0].is_initial else ""
    initials = list(dict.fromkeys(_initial(part.joined) for part in (*name.given, *name.middle)))
    second = 0 if len(initials) < 2 else initials[1] if len(initials) == 2 else _MORE
    return (
        _letters("".join(forms))
        | (_letters(name.whole_given + joined) << _JOINED if joined else 0)
        | (initials[0] if initials else 0) << _FIRST
        | second << _SECOND
        | (_SEVERAL if len(forms) > 1 else 0)
    )


def sketch_of_surname(name: PersonName) -> int:
    """Which letters the surnames of a recorded name have, and the first of them. One letter alone may be any name."""
    if len(name.whole_surname) == 1:
        return _ALL | _SEVERAL | _initial(name.whole_surname) << _FIRST
    forms = name.surname_forms
    first = _initial(name.whole_surname) << _FIRST if name.surname else 0
    return _letters("".join(forms)) | first | (_SEVERAL if len(forms) > 1 else 0)


def index_entries(name: PersonName) -> frozenset[tuple[Key, int]]:
    """The keys under which a recorded name stands, each with the sketch of the other half beside it, or 0."""
    given, surname, of_middle = sketch_of_given(name), sketch_of_surname(name), sounds_of_middle(name)
    drawn = {KeyKind.SURNAME: given, KeyKind.GIVEN: surname}
    return frozenset(
        (key, drawn.get(key.kind, 0) | (_OF_MIDDLE if key.kind is KeyKind.SURNAME and key.text in of_middle else 0))
        for key in search_keys(name)
    )


@dataclass(frozen=True, slots=True)
class Sought:
    """What a sketch has to hold: the letters of one of some forms but for a few, or one of some first letters."""

    forms: tuple[tuple[int, int], ...] = ()
    """The letters of a form, and how many of them may be missing, or be there besides: 2 at most."""
    initials: tuple[int, ...] = ()
    anything: bool = False
    may_be_joined: bool = False
    """Whether the given and the middle name may be written as one."""

    def fits(self, sketch: int) -> bool:
        """Whether a name of this sketch can match, among those that only the other half brings."""
        first, second = sketch >> _FIRST & _INITIAL, sketch >> _SECOND & _INITIAL
        if self.anything or (self.initials and (second == _MORE or {first, second} & set(self.initials))):
            return True
        alone, joined = sketch & _ALL, sketch >> _JOINED & _ALL
        for letters, most in self.forms:
            has_several = bool(sketch & _SEVERAL) and (letters & ~alone).bit_count() <= most
            if has_several or _is_near(letters, alone, most):
                return True
            if self.may_be_joined and _is_near(letters, joined, most):
                return True
        return False

    @property
    def row(self) -> Statement:
        """One row that holds what `condition` asks for, as `want`: so each value is handed over once."""
        letters = [value for has, _ in self.forms for value in (has, _ALL & ~has)]
        return _row(len(self.forms), len(self.initials)), [*letters, *self.initials]

    @property
    def condition(self) -> str:
        """That a row of the index fits, for the database, which joins it with `row`."""
        mosts = tuple([most for _, most in self.forms])
        return _condition(mosts, len(self.initials), may_be_joined=self.may_be_joined)


@lru_cache(maxsize=1024)
def sought_given(asked: PersonName) -> Sought:
    """What the sketch of a given name has to hold to match this one, where no more than the surname sounds alike.

    >>> from .names import read_name
    >>> of = sought_given(read_name("Daniel Cole"))
    >>> [of.fits(sketch_of_given(read_name(name))) for name in ("Cole, Daneil", "Danxel R. Cole", "Nathaniel Cole")]
    [True, True, False]
    """
    # The initial may also be that of the surname, with the names turned round: `J. Juan` for `Ann Juan`.
    if not asked.given or (asked.initial and (asked.called or asked.whole_surname.startswith(asked.initial))):
        return Sought(anything=True)
    letters = [part.joined for part in (*asked.given, *asked.middle)] if asked.initial else []
    if len(asked.whole_surname) == 1:  # `Cole D`, which may have been meant the other way round
        letters.append(asked.whole_surname)
    near = _nearly(form for form in asked.given_forms if len(form) >= SHORTEST)
    return Sought(near, tuple(sorted({_initial(one) for one in letters})), may_be_joined=True)


@lru_cache(maxsize=1024)
def sought_surname(asked: PersonName) -> Sought:
    """What the sketch of a surname has to hold to match this one, where no more than the given name sounds alike.

    >>> from .names import read_name
    >>> of = sought_surname(read_name("Daniel Cole"))
    >>> [of.fits(sketch_of_surname(read_name(name))) for name in ("Daniel Xole", "Daniel Cole Ruiz", "Daniel Wagner")]
    [True, True, False]
    """
    # `R. Exempel` may stand there as `Exempel Robin`.
    return Sought(_nearly(asked.surname_forms), (_initial(asked.initial),) if asked.initial else ())


def not_of_both_middles(asked: PersonName, codes: Collection[str]) -> Statement:
    """That a row under one of these surname codes is there for more than a middle name of both.

    Two people who have a middle name in common may have two surnames that begin alike. They match if their given names
    sound alike too, which their pair of keys brings; but not if those are only spelled nearly alike (`match`).
    """
    own, values = among("key", set(codes) - sounds_of_middle(asked))
    return f"(sketch < {_OF_MIDDLE} OR {own})", values


def _nearly(forms: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """The letters of some forms, each with how many may differ after the slips that `compare` lets pass.

    Filled up to some common numbers, with the last again or with what nobody is called: so the database, which plans
    each statement that it has not met, meets few.
    """
    of: dict[int, list[int]] = {0: [], 1: [], 2: []}
    for form in sorted(forms):
        of[2 if len(form) >= LONG else int(len(form) >= SHORTEST)].append(_letters(form))
    found: list[tuple[int, int]] = []
    for slips, letters in of.items():
        alike = list(dict.fromkeys(letters)) or [_ALL] * bool(slips)
        size = next((size for size in _SIZES if size >= len(alike)), len(alike))
        found += [(one, slips) for one in (*alike, *alike[-1:] * (size - len(alike)))]
    return tuple(found)


_SIZES = (0, 1, 3, 6, 12)


def _is_near(letters: int, others: int, most: int) -> bool:
    return (letters & ~others).bit_count() <= most and (others & ~letters).bit_count() <= most


@lru_cache(maxsize=256)
def _row(forms: int, initials: int) -> str:
    names = [name for number in range(forms) for name in (f"has{number}", f"more{number}")]
    names += [f"initial{number}" for number in range(initials)]
    return f"SELECT {', '.join(f'CAST(%s AS bigint) AS {name}' for name in names)}"


@lru_cache(maxsize=256)
def _condition(mosts: tuple[int, ...], initials: int, *, may_be_joined: bool) -> str:
    found = [_near(number, most) for number, most in enumerate(mosts)]
    if may_be_joined:
        found += [_near_joined(number, most) for number, most in enumerate(mosts)]
    if initials:
        found.append(_begins(", ".join(f"want.initial{number}" for number in range(initials))))
    return f"({' OR '.join(found)})"


def _near(number: int, most: int) -> str:
    """That the letters are those of a form but for a few missing and a few more, or are those of several forms."""
    lacks, has_more = _few(f"want.has{number} & ~sketch", most), _few(f"sketch & want.more{number}", most)
    return f"{lacks} AND ({has_more} OR (sketch & {_SEVERAL}) <> 0)"


def _near_joined(number: int, most: int) -> str:
    """The same of the given and the middle name written as one."""
    joined = f"(sketch >> {_JOINED})"
    lacks, has_more = _few(f"want.has{number} & ~{joined}", most), _few(f"{joined} & want.more{number}", most)
    return f"{lacks} AND {has_more}"


def _few(number: str, most: int) -> str:
    """That a number has no more than so many bits: `n & (n - 1)` is `n` without its lowest one."""
    text = f"({number})"
    for _ in range(most):
        text = f"({text} & ({text} - 1))"
    return f"{text} = 0"


def _begins(initials: str) -> str:
    """That one of the first letters is one of these, or that there are more than two."""
    first, second = ((f"((sketch >> {place}) & {_INITIAL})") for place in (_FIRST, _SECOND))
    return f"({first} IN ({initials}) OR {second} IN ({initials}, {_MORE}))"


def _letters(word: str) -> int:
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) - ord("a")) % _CLASSES
    return found


def _initial(word: str) -> int:
    """1 to 26 for a letter, 27 for any other sign."""
    return ord(word[0]) - ord("a") + 1 if "a" <= word[0] <= "z" else 27
