"""A sketch of a recorded given name, beside the key of its surname: can it match the one asked for?

A common surname brings hundreds of people born within a year of somebody, and each would have to be fetched, looked up
for a case that is open, and judged. Whose given name sounds like the one asked for, or is a nickname of it, an initial,
or missing, is brought by the two together. What is left is a given name that is spelled nearly so: a slip loses one
letter at most, so the letters that both have in common tell it. A sketch holds which letters there are, and the
database compares it without reading the person. Whatever could match is let through: a sketch never decides that
somebody is found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from stayaway.registry.statements import Statement

from .compare import LONG, SHORTEST
from .keys import Key, KeyKind, search_keys
from .names import PersonName

_LETTERS = 27
"""The Latin letters, and one for all other signs."""


def sketch(name: PersonName) -> int:
    """The letters of a recorded name's given and middle names, one bit each, and above them their first letters."""
    parts = [part.joined for part in (*name.given, *name.middle)]
    return _bits("".join(parts)) | _bits(part[0] for part in parts) << _LETTERS


def index_entries(name: PersonName) -> frozenset[tuple[Key, int]]:
    """The keys under which a recorded name stands, each with the sketch beside it: only a surname's has one."""
    drawn = sketch(name)
    return frozenset((key, drawn if key.kind is KeyKind.SURNAME else 0) for key in search_keys(name))


@dataclass(frozen=True, slots=True)
class Sought:
    """What a sketch has to hold: of one of some forms all letters but a few, or one of some first letters."""

    forms: tuple[tuple[int, int], ...] = ()
    """The letters of a form, and how many of them may be missing: 1 or 2."""
    initials: int = 0
    """Any of these, or no given name at all."""
    anything: bool = False

    def fits(self, sketch: int) -> bool:
        """Whether a name of this sketch can match, among those that only the surname brings."""
        if self.anything or (self.initials and (self.initials & sketch or sketch == 0)):
            return True
        return any((letters & ~sketch).bit_count() <= most for letters, most in self.forms)

    @property
    def condition(self) -> Statement:
        """The same of a row of the index, for the database."""
        if self.anything:
            return "1 = 1", []
        found = [_lacks(letters, most) for letters, most in self.forms]
        if self.initials:
            found.append((f"({_VALUE} & sketch) <> 0 OR sketch = 0", [self.initials]))
        values = [value for _, values in found for value in values]
        return f"({' OR '.join(text for text, _ in found) or '1 = 0'})", values


@lru_cache(maxsize=1024)
def sought(asked: PersonName) -> Sought:
    """What the sketch of a recorded name has to hold to match this one, where no more than the surname sounds alike.

    >>> from .names import read_name
    >>> of = sought(read_name("Daniel Cole"))
    >>> [of.fits(sketch(read_name(name))) for name in ("Cole, Daneil", "Danxel R. Cole", "Peter Cole")]
    [True, True, False]
    """
    # The initial may also be that of the surname, with the names turned round: `J. Juan` for `Ann Juan`.
    if not asked.given or (asked.initial and (asked.called or asked.whole_surname.startswith(asked.initial))):
        return Sought(anything=True)
    letters = [part.joined[0] for part in (*asked.given, *asked.middle)] if asked.initial else []
    if len(asked.whole_surname) == 1:  # `Cole D`, which may have been meant the other way round
        letters.append(asked.whole_surname)
    forms = sorted(form for form in asked.given_forms if len(form) >= SHORTEST)
    return Sought(tuple((_bits(form), 2 if len(form) >= LONG else 1) for form in forms), _bits(letters) << _LETTERS)


_VALUE = "CAST(%s AS bigint)"


def _lacks(letters: int, most: int) -> Statement:
    """That all bits but so many of these are in a sketch: `n & (n - 1)` is a number without its lowest bit."""
    text, values = f"({_VALUE} & ~sketch)", [letters]
    for _ in range(most):
        text, values = f"({text} & ({text} - 1))", values * 2
    return f"{text} = 0", list(values)


def _bits(letters: Iterable[str]) -> int:
    found = 0
    for letter in letters:
        found |= 1 << (ord(letter) - ord("a") if "a" <= letter <= "z" else _LETTERS - 1)
    return found
