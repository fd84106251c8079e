"""Under which short keys a recorded name stands in an index, and which of them an inquiry looks up.

An index row is a key, its kind, the person and the birth date, and a sketch of the name that the key does not hold.
Which rows to read depends on the kind:

- `exact` and `pair` are rare enough to be read whatever the birth date, also where none was asked or recorded;
- `surname` is common, so it is read only together with a range of birth dates, and where the sketch can match;
- `given` is commoner still, so it is read only together with one exact birth date, and where the sketch can match. It
  finds a misspelt surname.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from .names import PersonName
from .nicknames import same_person_names
from .sounds import sounds_of_given, sounds_of_surname, surname_sounds

KEYS_EDITION = 4
"""Counts up whenever a name gets other keys or sketches than before, also by a new release of what they are made with,
or a kind of number another form (`identifiers`).
Whoever is in the index under keys of another edition is not found, so finding asks for `stayaway registry setup`."""
LONGEST = 48
"""Letters of a key. Longer ones are cut alike on both sides, so they still meet."""


class KeyKind(StrEnum):
    """What a key is made of, and so how it may be looked up."""

    EXACT = "exact"
    """All words of the name in alphabetical order: the same whatever the order, case and accents."""
    PAIR = "pair"
    """How a surname sounds, and then how the given name does, or a name that the person goes by as it is written."""
    SURNAME = "surname"
    """How one surname, or all of them together, sounds."""
    GIVEN = "given"
    """How the given name sounds."""


class Key(NamedTuple):
    """One key of a name. `text` is at most `LONGEST` letters and the same in every release for the same name."""

    kind: KeyKind
    text: str


@lru_cache(maxsize=1024)
def search_keys(name: PersonName) -> frozenset[Key]:
    """The keys under which a recorded name stands: some ten for a name of three words."""
    surnames = sounds_of_surname(name)
    return frozenset(
        [
            *_exact(name),
            *(_key(KeyKind.SURNAME, code) for code in surnames),
            *(_key(KeyKind.GIVEN, code) for code in sounds_of_given(name)),
            *_pairs(surnames, _given_codes(name)),
        ]
    )


@lru_cache(maxsize=1024)
def asked_keys(name: PersonName) -> frozenset[Key]:
    """The keys to look up for an inquiry: the name as it is, by its nicknames, and with its order turned round.

    Wherever `match` grades two names exact, by part, by order, by nickname or phonetic, one of these is a search key of
    the recorded name. It also finds a record that holds an initial or no given name. An inquiry with an initial itself
    is found by `surname`, so it needs a birth date, and so does one with a surname alone.
    """
    surnames, given = sounds_of_surname(name), sounds_of_given(name)
    called = {other for form in name.given_forms | name.called_forms for other in same_person_names(form)}
    alone = {"", *(f"{part.joined[0]}." for part in (*name.given, *name.middle))}
    return frozenset(
        [
            *_exact(name),
            # `Exempel R.` may have been meant the other way round; whole names turned round are a pair.
            *(_key(KeyKind.SURNAME, code) for code in (surnames | given if len(name.whole_surname) == 1 else surnames)),
            # `R. Exempel` may have been recorded as `Exempel Robin`.
            *(_key(KeyKind.GIVEN, code) for code in (surnames if name.initial else given)),
            # The pair of a surname alone would be every record that has no given name.
            *(_of_both(name, surnames, _given_codes(name) | _as_written(called) | alone) if name.given else ()),
            # Turned round, and the surname may be an initial on record: `C. Daniel`.
            *_pairs(given, surnames | {f"{part.joined[0]}." for part in name.surname}),
        ]
    )


def _exact(name: PersonName) -> list[Key]:
    return [_key(KeyKind.EXACT, " ".join(name.sorted_words))] if name.words else []


def _of_both(name: PersonName, surnames: frozenset[str], given: frozenset[str]) -> list[Key]:
    """The pairs, but no middle name with itself: what may be the first of two surnames is then no given name."""
    middle = name.surnames[: len(name.surnames) - len(name.surname)]
    forms = {form for part in middle for form in (part.joined, part.core)}
    own = {code for part in name.surname for form in (part.joined, part.core) for code in surname_sounds(form)}
    twice = {code for form in forms for code in surname_sounds(form)} - own
    return [*_pairs(surnames - twice, given), *_pairs(twice, given - _as_written(forms))]


def _pairs(surnames: Iterable[str], given: Iterable[str]) -> list[Key]:
    codes = list(given)
    return [_key(KeyKind.PAIR, f"{surname} {code}") for surname in surnames for code in codes]


def _key(kind: KeyKind, text: str) -> Key:
    return Key(kind, text[:LONGEST])


def _given_codes(name: PersonName) -> frozenset[str]:
    """How the given name sounds; each name that the person goes by as written; an initial; or nothing if none is known.

    A middle name and a nickname match as they are written alone, so how those sound is no key.
    """
    if not name.given:
        return frozenset({""})
    codes = sounds_of_given(name)
    if name.initial or not codes:
        codes |= {f"{name.whole_given[0]}."}
    return codes | _as_written(name.given_forms | name.middle_forms | name.called_forms)


def _as_written(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(f"={form}" for form in forms)
