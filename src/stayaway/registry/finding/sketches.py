"""A sketch of a recorded given name, beside the key of its surname: can it match the one asked for?

A common surname brings hundreds of people born within a year of somebody, and each would have to be fetched, looked up
for a case that is open, and judged. Whose given name sounds like the one asked for, or is a nickname of it, an initial,
or missing, is brought by the two together. What is left is a given name that is spelled nearly so: a slip takes one
letter away and brings another at most, so the letters that two names have tell it. A sketch holds which letters there
are, and the database compares them without reading the person. Whatever could match is let through: a sketch never
decides that somebody is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from stayaway.registry.statements import Statement

from .compare import LONG, SHORTEST
from .keys import Key, KeyKind, search_keys
from .names import PersonName

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
"""Whether the given name has several forms, of which the letters are all of them together: Jean-Luc, Jean or Luc."""


def sketch(name: PersonName) -> int:
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


def index_entries(name: PersonName) -> frozenset[tuple[Key, int]]:
    """The keys under which a recorded name stands, each with the sketch beside it: only a surname's has one."""
    drawn = sketch(name)
    return frozenset((key, drawn if key.kind is KeyKind.SURNAME else 0) for key in search_keys(name))


@dataclass(frozen=True, slots=True)
class Sought:
    """What a sketch has to hold: the letters of one of some forms but for a few, or one of some first letters."""

    forms: tuple[tuple[int, int], ...] = ()
    """The letters of a form, and how many of them may be missing, or be there besides: 1 or 2."""
    initials: tuple[int, ...] = ()
    anything: bool = False

    def fits(self, sketch: int) -> bool:
        """Whether a name of this sketch can match, among those that only the surname brings."""
        first, second = sketch >> _FIRST & _INITIAL, sketch >> _SECOND & _INITIAL
        if self.anything or (self.initials and (second == _MORE or {first, second} & set(self.initials))):
            return True
        alone, joined = sketch & _ALL, sketch >> _JOINED & _ALL
        for letters, most in self.forms:
            has_several = bool(sketch & _SEVERAL) and (letters & ~alone).bit_count() <= most
            if has_several or _is_near(letters, alone, most) or _is_near(letters, joined, most):
                return True
        return False

    @property
    def condition(self) -> Statement:
        """The same of a row of the index, for the database."""
        if self.anything:
            return "1 = 1", []
        found = [_near(letters, most) for letters, most in self.forms]
        if self.initials:
            found.append(_begins(self.initials))
        values = [value for _, values in found for value in values]
        return f"({' OR '.join(text for text, _ in found) or '1 = 0'})", values


@lru_cache(maxsize=1024)
def sought(asked: PersonName) -> Sought:
    """What the sketch of a recorded name has to hold to match this one, where no more than the surname sounds alike.

    >>> from .names import read_name
    >>> of = sought(read_name("Daniel Cole"))
    >>> [of.fits(sketch(read_name(name))) for name in ("Cole, Daneil", "Danxel R. Cole", "Nathaniel Cole")]
    [True, True, False]
    """
    # The initial may also be that of the surname, with the names turned round: `J. Juan` for `Ann Juan`.
    if not asked.given or (asked.initial and (asked.called or asked.whole_surname.startswith(asked.initial))):
        return Sought(anything=True)
    letters = [part.joined for part in (*asked.given, *asked.middle)] if asked.initial else []
    if len(asked.whole_surname) == 1:  # `Cole D`, which may have been meant the other way round
        letters.append(asked.whole_surname)
    forms = sorted(form for form in asked.given_forms if len(form) >= SHORTEST)
    near = dict.fromkeys((_letters(form), 2 if len(form) >= LONG else 1) for form in forms)
    return Sought(tuple(near), tuple(sorted({_initial(one) for one in letters})))


def _is_near(letters: int, others: int, most: int) -> bool:
    return (letters & ~others).bit_count() <= most and (others & ~letters).bit_count() <= most


def _near(letters: int, most: int) -> Statement:
    """That the letters alone, or those joined, are these but for a few missing and a few more."""
    parts = [
        _few(f"{_VALUE} & ~sketch", letters, most),
        _few(f"sketch & {_VALUE}", _ALL & ~letters, most),
        _few(f"{_VALUE} & ~sketch", letters << _JOINED, most),
        _few(f"sketch & {_VALUE}", (_ALL & ~letters) << _JOINED, most),
    ]
    lacks, has_more, joined_lacks, joined_has_more = (text for text, _ in parts)
    text = f"({lacks} AND ({has_more} OR sketch >= {_SEVERAL}) OR {joined_lacks} AND {joined_has_more})"
    return text, [value for _, values in parts for value in values]


def _few(number: str, value: int, most: int) -> Statement:
    """That a number has no more than so many bits: `n & (n - 1)` is `n` without its lowest one."""
    text, values = f"({number})", [value]
    for _ in range(most):
        text, values = f"({text} & ({text} - 1))", values * 2
    return f"{text} = 0", list(values)


def _begins(initials: tuple[int, ...]) -> Statement:
    """That one of the first letters is one of these, or that there are more than two."""
    first, second = f"(sketch / {1 << _FIRST}) & {_INITIAL}", f"(sketch / {1 << _SECOND}) & {_INITIAL}"
    marks = ", ".join([_VALUE] * len(initials))
    return f"({first} IN ({marks}) OR {second} IN ({marks}, {_MORE}))", [*initials, *initials]


_VALUE = "CAST(%s AS bigint)"


def _letters(word: str) -> int:
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) - ord("a")) % _CLASSES
    return found


def _initial(word: str) -> int:
    """1 to 26 for a letter, 27 for any other sign."""
    return ord(word[0]) - ord("a") + 1 if "a" <= word[0] <= "z" else 27
