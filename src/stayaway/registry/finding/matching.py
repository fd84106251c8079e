"""How well a recorded person matches an inquiry, and why.

A match is a reason to look, never the statement that two records are one person. What rests on sound alone,
on an initial, or on no birth date at all says so: it needs confirming.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from stayaway.model import Reason, because
from stayaway.wording.finding import FindingCode as Code

from .compare import Likeness, compare_given, compare_surnames, compare_turned, text_of
from .dates import born_within_a_year
from .names import PersonName


class Grade(StrEnum):
    """How well the names match: the weaker of the surname's and the given name's. From best to least, as they sort."""

    EXACT = "exact"
    PART = "part"
    """One of two surnames, or a surname without its small words."""
    ORDER_OF_NAMES = "order_of_names"
    NICKNAME = "nickname"
    SPELLING = "spelling"
    INCOMPLETE = "incomplete"
    """The given name is an initial or missing, in the inquiry or on record."""
    PHONETIC = "phonetic"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return _RANKS[self]

    @property
    def code(self) -> Code:
        """The code that says this grade in words."""
        return _GRADE_OF[self][0]

    def __lt__(self, other: str) -> bool:
        """Whether this is the better grade: grades sort best first."""
        return self.rank < Grade(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Grade(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Grade(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Grade(other).rank


_GRADE_OF: dict[Grade, tuple[Code, int]] = {
    Grade.EXACT: (Code.GRADE_EXACT, 100),
    Grade.PART: (Code.GRADE_PART, 90),
    Grade.ORDER_OF_NAMES: (Code.GRADE_ORDER, 86),
    Grade.NICKNAME: (Code.GRADE_NICKNAME, 82),
    Grade.SPELLING: (Code.GRADE_SPELLING, 76),
    Grade.INCOMPLETE: (Code.GRADE_INCOMPLETE, 60),
    Grade.PHONETIC: (Code.GRADE_PHONETIC, 50),
}
"""The words of each grade, and the score that a name of it starts from."""
_RANKS = {grade: rank for rank, grade in enumerate(Grade)}

_GRADES = {
    Code.SURNAME_SAME: Grade.EXACT,
    Code.GIVEN_SAME: Grade.EXACT,
    Code.SURNAME_SMALL_WORDS: Grade.PART,
    Code.ONE_OF_SURNAMES: Grade.PART,
    Code.SURNAMES_TURNED: Grade.ORDER_OF_NAMES,
    Code.GIVEN_IS_MIDDLE: Grade.ORDER_OF_NAMES,
    Code.NAMES_TURNED: Grade.ORDER_OF_NAMES,
    Code.GIVEN_NICKNAME: Grade.NICKNAME,
    Code.SURNAME_SPELLING: Grade.SPELLING,
    Code.GIVEN_SPELLING: Grade.SPELLING,
    Code.GIVEN_INITIAL: Grade.INCOMPLETE,
    Code.GIVEN_NOT_KNOWN: Grade.INCOMPLETE,
    Code.SURNAME_SOUND: Grade.PHONETIC,
    Code.GIVEN_SOUND: Grade.PHONETIC,
}
_LESS = {
    Code.MIDDLE_DIFFERS: 6,
    Code.SUFFIX_DIFFERS: 4,
    Code.BORN_WITHIN_A_YEAR: 5,
    Code.BORN_NOT_RECORDED: 15,
    Code.BORN_NOT_ASKED: 15,
}
"""What is taken off the score for what differs or was not compared."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Whom somebody asks for. `born` None: no birth date is known."""

    name: PersonName
    born: date | None = None
    born_within_a_year: bool = False
    """Whether a birth date up to one year off still counts; otherwise only the same day does."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A name and birth date on record. A person with other names or birth dates has one of these for each."""

    name: PersonName
    born: date | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Why a record may be about the person asked for."""

    grade: Grade
    score: int
    """0 to 100, for sorting hits of one inquiry only: higher first."""
    needs_confirming: bool
    """Whether it rests on sound, on an initial or a missing given name, or on names alone without a birth date."""
    reasons: tuple[Reason, ...] = field(default=())
    """What matched and how, then what did not match or was not compared."""


def match(asked: Inquiry, recorded: Recorded) -> Match | None:
    """How the record matches the inquiry; None where surname, given name or birth date do not.

    A record without a birth date stays a hit and says so, and so does an inquiry without one.
    """
    born = _compare_born(asked, recorded)
    if born is None:
        return None
    names = _compare_names(asked.name, recorded.name)
    if names is None:
        return None
    found = [*names, *_differences(asked.name, recorded.name), born]
    grades = [_GRADES[one.code] for one in found if one.code in _GRADES]
    grade = max(grades, key=_RANKS.__getitem__)
    score = 100 - sum(100 - _GRADE_OF[one][1] for one in grades) - sum(_LESS.get(one.code, 0) for one in found)
    no_date = born.code in (Code.BORN_NOT_ASKED, Code.BORN_NOT_RECORDED)
    return Match(
        grade,
        max(score, 0),
        needs_confirming=no_date or grade in (Grade.PHONETIC, Grade.INCOMPLETE),
        reasons=tuple(_reason(one, asked.born, recorded.born) for one in found),
    )


def _compare_names(asked: PersonName, recorded: PersonName) -> list[Likeness] | None:
    """How the names are alike, straight or turned round, whichever is better; None if they are not."""
    if not asked.words or not recorded.words:
        return None
    straight = _straight(asked, recorded)
    if straight is not None and (
        asked.words == recorded.words
        or _worst(straight) <= _RANKS[Grade.ORDER_OF_NAMES]
        or not (asked.given and recorded.given)
    ):
        return straight
    if asked.sorted_words == recorded.sorted_words:
        return _reordered(asked, recorded)
    turned = compare_turned(asked, recorded)
    if turned is not None and (straight is None or _worst(turned) < _worst(straight)):
        return turned
    return straight


def _reordered(asked: PersonName, recorded: PersonName) -> list[Likeness]:
    """The likeness of two names of the same words in another order, of which one may be a mere initial."""
    found = [Likeness(Code.NAMES_TURNED, asked.written, recorded.written)]
    if len(asked.words) < 3 and any(len(word) == 1 for word in asked.words):
        found.append(Likeness(Code.GIVEN_INITIAL, asked.written, recorded.written))
    return found


def _straight(asked: PersonName, recorded: PersonName) -> list[Likeness] | None:
    surname = compare_surnames(asked, recorded)
    if surname is None:
        return None
    given = compare_given(asked, recorded)
    if given is not None and given.code is Code.GIVEN_IS_MIDDLE and _rests_on_middle(asked, recorded):
        given = compare_given(_without_surname(asked), _without_surname(recorded))
    if given is None or (given.code is Code.GIVEN_SPELLING and _rests_on_both_middles(asked, recorded)):
        return None
    return [surname, given]


def _rests_on_middle(asked: PersonName, recorded: PersonName) -> bool:
    """Whether the surnames are alike only if a middle name is the first of two: then it is no given name besides."""
    return compare_surnames(replace(asked, order_known=True), replace(recorded, order_known=True)) is None


def _rests_on_both_middles(asked: PersonName, recorded: PersonName) -> bool:
    """Whether a middle name of each is all that makes the surnames alike: `Bella Ann Cole`, and `Della Ann Wagner`."""
    if len(asked.surnames) == len(asked.surname) or len(recorded.surnames) == len(recorded.surname):
        return False
    return (
        compare_surnames(replace(asked, order_known=True), recorded) is None
        and compare_surnames(asked, replace(recorded, order_known=True)) is None
    )


def _without_surname(name: PersonName) -> PersonName:
    """A name without the middle name that may be the first of two surnames."""
    return name if name.order_known else replace(name, middle=name.middle[:-1])


def _worst(found: list[Likeness]) -> int:
    return max(_RANKS[_GRADES[one.code]] for one in found)


def _differences(asked: PersonName, recorded: PersonName) -> list[Likeness]:
    """The middle names and suffixes that both have and that differ."""
    found = []
    if (
        asked.middle
        and recorded.middle
        and not _agree([part.joined for part in asked.middle], set(recorded.words))
        and not _agree([part.joined for part in recorded.middle], set(asked.words))
    ):
        found.append(Likeness(Code.MIDDLE_DIFFERS, text_of(asked.middle), text_of(recorded.middle)))
    if asked.suffix and recorded.suffix and _plain(asked.suffix) != _plain(recorded.suffix):
        found.append(Likeness(Code.SUFFIX_DIFFERS, " ".join(asked.suffix), " ".join(recorded.suffix)))
    return found


def _agree(middle: list[str], words: set[str]) -> bool:
    """Whether one of these middle names, or what its initial may stand for, is among the words of the other name."""
    return any(one in words or any(word[0] == one or word == one[0] for word in words) for one in middle)


def _plain(suffix: tuple[str, ...]) -> list[str]:
    return [one.strip(".").casefold() for one in suffix]


def _compare_born(asked: Inquiry, recorded: Recorded) -> Likeness | None:
    if asked.born is None:
        return _NOT_ASKED
    if recorded.born is None:
        return _NOT_RECORDED
    if asked.born == recorded.born:
        return _BORN_SAME
    if asked.born_within_a_year and born_within_a_year(asked.born, recorded.born):
        return _BORN_NEAR
    return None


_NOT_ASKED = Likeness(Code.BORN_NOT_ASKED, "", "")
_NOT_RECORDED = Likeness(Code.BORN_NOT_RECORDED, "", "")
_BORN_SAME = Likeness(Code.BORN_SAME, "", "")
_BORN_NEAR = Likeness(Code.BORN_WITHIN_A_YEAR, "", "")
_DATES = (Code.BORN_SAME, Code.BORN_WITHIN_A_YEAR)


def _reason(one: Likeness, asked: date | None, recorded: date | None) -> Reason:
    if one.code in _DATES:
        return because(one.code, asked=asked, recorded=recorded)
    if not one.asked and not one.recorded:
        return because(one.code)
    return because(one.code, asked=one.asked, recorded=one.recorded)
