"""How one name is like another: its surname, its given name, and both turned round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import OSA

from stayaway.wording.finding import FindingCode as Code

from .names import Part, PersonName
from .nicknames import same_person_names
from .sounds import sounds_of_given, sounds_of_surname

SHORTEST = 4
"""Letters of a form from which on a slip of spelling counts: Li and Lu are two names."""
LONG = 9
"""Letters from which on two slips count."""


class Likeness(NamedTuple):
    """One way in which two names are alike or differ, with what was asked and what is recorded, as written."""

    code: Code
    asked: str
    recorded: str


def compare_surnames(asked: PersonName, recorded: PersonName) -> Likeness | None:
    """How the surnames are alike, the best way there is; None if they are not."""
    if not asked.surname or not recorded.surname:
        return None
    if asked.whole_surname == recorded.whole_surname or asked.whole_surnames & recorded.whole_surnames:
        return Likeness(Code.SURNAME_SAME, text_of(asked.surname), text_of(recorded.surname))
    if asked.surname_forms & recorded.surname_forms:
        return Likeness(_shared(asked, recorded), text_of(asked.surnames), text_of(recorded.surnames))
    if _spelled_alike(asked.surname_forms, recorded.surname_forms):
        return Likeness(Code.SURNAME_SPELLING, text_of(asked.surnames), text_of(recorded.surnames))
    if not sounds_of_surname(asked).isdisjoint(sounds_of_surname(recorded)):
        return Likeness(Code.SURNAME_SOUND, text_of(asked.surnames), text_of(recorded.surnames))
    return None


def _shared(asked: PersonName, recorded: PersonName) -> Code:
    """What it is that the surnames share: all but the small words, all in another order, or one of them."""
    ours, theirs = [part.core for part in asked.surnames], [part.core for part in recorded.surnames]
    if ours == theirs:
        return Code.SURNAME_SMALL_WORDS
    if len(ours) > 1 and sorted(ours) == sorted(theirs):
        return Code.SURNAMES_TURNED
    if len(ours) == len(theirs) == 1:
        return Code.SURNAME_SMALL_WORDS
    return Code.ONE_OF_SURNAMES


def compare_given(asked: PersonName, recorded: PersonName) -> Likeness | None:
    """How the given names are alike, the best way there is; None if they are not."""
    if asked.whole_given == recorded.whole_given and asked.given:
        # Two initials that are the same letter are still no more than initials.
        code = Code.GIVEN_INITIAL if asked.initial else Code.GIVEN_SAME
    elif not asked.given or not recorded.given:
        return Likeness(Code.GIVEN_NOT_KNOWN, "", "")
    elif (ours := asked.given_forms) & (theirs := recorded.given_forms):
        code = Code.GIVEN_SAME
    elif (ours & recorded.middle_forms) or (asked.middle_forms & theirs):
        code = Code.GIVEN_IS_MIDDLE
    elif _nicknames(asked, recorded):
        code = Code.GIVEN_NICKNAME
    elif _spelled_alike(ours, theirs):
        code = Code.GIVEN_SPELLING
    elif _initial_fits(asked, recorded) or _initial_fits(recorded, asked):
        code = Code.GIVEN_INITIAL
    elif not sounds_of_given(asked).isdisjoint(sounds_of_given(recorded)):
        code = Code.GIVEN_SOUND
    else:
        return None
    middle = code is Code.GIVEN_IS_MIDDLE
    return Likeness(code, _given_text(asked, with_middle=middle), _given_text(recorded, with_middle=middle))


def _nicknames(asked: PersonName, recorded: PersonName) -> bool:
    """Whether a name that one is called by is one that the other is, or is a nickname of it, either way."""
    ours, theirs = asked.given_forms | asked.called_forms, recorded.given_forms | recorded.called_forms
    return bool(ours & theirs) or any(not theirs.isdisjoint(same_person_names(one)) for one in ours)


def _initial_fits(short: PersonName, full: PersonName) -> bool:
    """Whether one name has an initial for a given name, and the other a given or middle name that it may stand for."""
    return bool(short.initial) and any(part.joined[0] == short.initial for part in (*full.given, *full.middle))


def compare_turned(asked: PersonName, recorded: PersonName) -> list[Likeness] | None:
    """How the names are alike if one has its surname first: the same, or alike in sound, or an initial; None if not."""
    if not asked.given or not recorded.given:
        return None
    as_surname = _across(asked, recorded)
    as_given = None if as_surname is None else _across(recorded, asked)
    if as_surname is None or as_given is None or as_surname is as_given is Code.GIVEN_INITIAL:
        return None
    found = [Likeness(Code.NAMES_TURNED, asked.written, recorded.written)]
    ours, theirs = text_of(asked.given), text_of(recorded.surnames)
    if as_surname is not Code.NAMES_TURNED:
        found.append(Likeness(as_surname, ours, theirs))
    ours, theirs = text_of(asked.surnames), text_of(recorded.given)
    if as_given is not Code.NAMES_TURNED:
        found.append(Likeness(Code.GIVEN_SOUND if as_given is Code.SURNAME_SOUND else as_given, ours, theirs))
    return found


def _across(one: PersonName, other: PersonName) -> Code | None:
    """How the given name of one is like the surname of the other."""
    if not sounds_of_given(one).isdisjoint(sounds_of_surname(other)):
        return Code.NAMES_TURNED if one.given_forms & other.surname_forms else Code.SURNAME_SOUND
    letter = one.initial or len(other.whole_surname) == 1
    return Code.GIVEN_INITIAL if letter and one.whole_given[0] == other.whole_surname[0] else None


def _spelled_alike(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two forms differ by one slip: a letter left out, added, changed, or swapped with the next.

    Names of fewer than four letters do not count (Li and Lu), and those of nine or more may have two slips.
    """
    for one in ours:
        length = len(one)
        if length < SHORTEST:
            continue
        for other in theirs:
            shorter = min(length, len(other))
            slips = 2 if shorter >= LONG else 1
            if (
                shorter >= SHORTEST
                and abs(length - len(other)) <= slips
                and OSA.distance(one, other, score_cutoff=slips) <= slips
            ):
                return True
    return False


def _given_text(name: PersonName, *, with_middle: bool) -> str:
    return text_of((*name.given, *name.middle) if with_middle else name.given or name.called)


def text_of(parts: Iterable[Part]) -> str:
    """Parts as they were written."""
    return " ".join([part.written for part in parts])
