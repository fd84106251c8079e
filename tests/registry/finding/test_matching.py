"""Whom an inquiry finds, how well and why: real-life hard cases with invented people."""

from __future__ import annotations

from datetime import date

import pytest

from stayaway.registry.finding import (
    Grade,
    Inquiry,
    Match,
    Recorded,
    asked_keys,
    match,
    match_identifier,
    name_of,
    read_name,
    search_keys,
)
from stayaway.wording import Speaker
from stayaway.wording.finding import FindingCode as Code

BORN = date(1984, 3, 9)


def found(asked: str, recorded: str) -> Match | None:
    return match(Inquiry(read_name(asked), BORN), Recorded(read_name(recorded), BORN))


def codes(hit: Match) -> set[Code]:
    return {reason.code for reason in hit.reasons if isinstance(reason.code, Code)}


CASES = [
    # The same name.
    ("Robin Exempel", "EXEMPEL, ROBIN", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    ("Robin Exempel", "Exempel, Robin Quill", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    ("Núñez, José", "NUNEZ, JOSE", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    ("Sean O'Brien", "OBRIEN, SEAN", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    ("Sean O Brien", "O’BRIEN, SEAN", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    ("Fiona Mc Donald", "McDonald, Fiona", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    ("Maria de la Cruz", "DELACRUZ, MARIA", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    ("Ana Smith-Jones", "SMITH JONES, ANA", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    ("Mary Ann Exempel", "Exempel, Maryann", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    ("Дмитрий Жуков", "Zhukov, Dmitriy", Grade.EXACT, Code.SURNAME_SAME, Code.GIVEN_SAME),
    # One of two surnames, small words left out.
    ("Juan García", "GARCÍA LÓPEZ, JUAN", Grade.PART, Code.ONE_OF_SURNAMES, Code.GIVEN_SAME),
    ("Juan López", "García López, Juan", Grade.PART, Code.ONE_OF_SURNAMES, Code.GIVEN_SAME),
    ("Juan García López", "García, Juan", Grade.PART, Code.ONE_OF_SURNAMES, Code.GIVEN_SAME),
    ("Ana Jones", "Smith-Jones, Ana", Grade.PART, Code.ONE_OF_SURNAMES, Code.GIVEN_SAME),
    ("Maria Cruz", "DE LA CRUZ, MARIA", Grade.PART, Code.SURNAME_SMALL_WORDS, Code.GIVEN_SAME),
    ("Maria Cruz", "DELACRUZ, MARIA", Grade.PART, Code.SURNAME_SMALL_WORDS, Code.GIVEN_SAME),
    ("Ali Hassan", "al-Hassan, Ali", Grade.PART, Code.SURNAME_SMALL_WORDS, Code.GIVEN_SAME),
    # Another order.
    ("Exempel Robin", "Robin Exempel", Grade.ORDER_OF_NAMES, Code.NAMES_TURNED),
    ("Prueba, Jo Exempel", "Exempel, Jo Prueba", Grade.ORDER_OF_NAMES, Code.NAMES_TURNED),
    ("O Brien Robin", "O'Brien, Robin Quill", Grade.ORDER_OF_NAMES, Code.NAMES_TURNED),
    ("Garcia Lopez Juan", "GARCIA LOPEZ, JUAN", Grade.ORDER_OF_NAMES, Code.NAMES_TURNED),
    ("López García, Juan", "García López, Juan", Grade.ORDER_OF_NAMES, Code.SURNAMES_TURNED, Code.GIVEN_SAME),
    ("Tran Thi Binh", "Tran, Binh Thi", Grade.ORDER_OF_NAMES, Code.NAMES_TURNED),
    ("Quill Exempel", "Exempel, Robin Quill", Grade.ORDER_OF_NAMES, Code.GIVEN_IS_MIDDLE),
    # Nicknames.
    ("Bob Exempel", "EXEMPEL, ROBERT", Grade.NICKNAME, Code.GIVEN_NICKNAME, Code.SURNAME_SAME),
    ("Bob Exempel", "Exempel, Rob", Grade.NICKNAME, Code.GIVEN_NICKNAME),
    ("Liz Exempel", "Exempel, Elizabeth", Grade.NICKNAME, Code.GIVEN_NICKNAME),
    ("Sean Exempel", "Exempel, Shawn", Grade.NICKNAME, Code.GIVEN_NICKNAME),
    ("Pepe Prueba", "PRUEBA, JOSÉ", Grade.NICKNAME, Code.GIVEN_NICKNAME),
    ("Lupe Prueba", "Prueba, Guadalupe", Grade.NICKNAME, Code.GIVEN_NICKNAME),
    ("Chuy Prueba", "Prueba, Jesús", Grade.NICKNAME, Code.GIVEN_NICKNAME),
    ("Chema Prueba", "Prueba, José María", Grade.NICKNAME, Code.GIVEN_NICKNAME),
    ("William Prueba", "Prueba, Guillermo", Grade.NICKNAME, Code.GIVEN_NICKNAME),
    ("Skip Exempel", 'Exempel, Walter "Skip"', Grade.NICKNAME, Code.GIVEN_NICKNAME),
    # Spelling.
    ("Robin Exempel", "Exmepel, Robin", Grade.SPELLING, Code.SURNAME_SPELLING, Code.GIVEN_SAME),
    ("Robin Exempel", "Exempel, Rpbin", Grade.SPELLING, Code.GIVEN_SPELLING, Code.SURNAME_SAME),
    ("Juan Gonzalez", "GONZALES, JUAN", Grade.SPELLING, Code.SURNAME_SPELLING, Code.GIVEN_SAME),
    ("Bob Gonzalez", "Gonzales, Robert", Grade.SPELLING, Code.SURNAME_SPELLING, Code.GIVEN_NICKNAME),
    # An initial, or no given name.
    ("R. Exempel", "Exempel, Robin", Grade.INCOMPLETE, Code.GIVEN_INITIAL),
    ("Robin Exempel", "Exempel, R.", Grade.INCOMPLETE, Code.GIVEN_INITIAL),
    ("R. Exempel", "R Exempel", Grade.INCOMPLETE, Code.GIVEN_INITIAL),
    ("Exempel R", "R Exempel", Grade.INCOMPLETE, Code.GIVEN_INITIAL, Code.NAMES_TURNED),
    ("Exempel", "Exempel, Robin", Grade.INCOMPLETE, Code.GIVEN_NOT_KNOWN, Code.SURNAME_SAME),
    ("Exempel", "EXEMPEL", Grade.INCOMPLETE, Code.GIVEN_NOT_KNOWN, Code.SURNAME_SAME),
    ("Exempel R", "Exempel, Robin", Grade.INCOMPLETE, Code.GIVEN_INITIAL, Code.NAMES_TURNED),
    ("R. Exempel", "Exempel Robin", Grade.INCOMPLETE, Code.GIVEN_INITIAL, Code.NAMES_TURNED),
    ("Ж. Жуков", "Zhukov, Zhanna", Grade.INCOMPLETE, Code.GIVEN_INITIAL, Code.SURNAME_SAME),
    # Sound.
    ("Ana Schneider", "SNYDER, ANA", Grade.PHONETIC, Code.SURNAME_SOUND, Code.GIVEN_SAME),
    ("Ana Villalobos", "Biyalovos, Ana", Grade.PHONETIC, Code.SURNAME_SOUND),
    ("Mohammed Prueba", "Prueba, Muhamad", Grade.PHONETIC, Code.GIVEN_SOUND, Code.SURNAME_SAME),
    ("Ana Li", "Lee, Ana", Grade.PHONETIC, Code.SURNAME_SOUND),
    ("Shnaider Ana", "Anna Schneider", Grade.PHONETIC, Code.NAMES_TURNED, Code.SURNAME_SOUND, Code.GIVEN_SOUND),
]


@pytest.mark.parametrize(("asked", "recorded", "grade", "why"), [(a, r, g, set(c)) for a, r, g, *c in CASES])
def test_hard_cases_are_found_and_say_why(asked: str, recorded: str, grade: Grade, why: set[Code]) -> None:
    hit = found(asked, recorded)
    assert hit is not None
    assert (hit.grade, codes(hit) & why) == (grade, why)
    assert codes(hit) >= {Code.BORN_SAME}
    assert hit.needs_confirming == (grade in (Grade.INCOMPLETE, Grade.PHONETIC))


@pytest.mark.parametrize(("asked", "recorded"), [case[:2] for case in CASES if case[3] is not Code.SURNAME_SPELLING])
def test_the_index_brings_back_what_matches(asked: str, recorded: str) -> None:
    assert asked_keys(read_name(asked)) & search_keys(read_name(recorded))


@pytest.mark.parametrize(
    ("asked", "recorded"),
    [
        ("Robin Exempel", "Exempel, Walter"),
        ("Robin Exempel", "Prueba, Robin"),
        ("Al Exempel", "Exempel, Robin"),
        ("Alexander Exempel", "Exempel, Alfred"),
        ("R. Exempel", "Exempel, Walter"),
        ("Ana Li", "Ana Yu"),
        ("Leo Ana Exempel", "Ana Ana Prueba"),
        ("Ana Ana Prueba", "Leo Ana Exempel"),
        ("???", "???"),
        ("", "Exempel"),
    ],
)
def test_other_people_are_not_found(asked: str, recorded: str) -> None:
    assert found(asked, recorded) is None


def test_one_word_is_not_both_a_surname_and_a_given_name() -> None:
    """The first of two surnames may be taken for a middle name, but a real middle name beside it counts."""
    hit = found("Pablo García", "Juan Pablo García López")
    assert hit is not None
    assert codes(hit) >= {Code.ONE_OF_SURNAMES, Code.GIVEN_IS_MIDDLE}
    assert found("Robert García", "Ana García López") is None


def test_a_father_and_a_son_are_both_found_and_told_apart() -> None:
    same, other = found("Robin Exempel Jr", "Exempel Jr., Robin"), found("Robin Exempel Sr", "Exempel Jr., Robin")
    assert same is not None
    assert other is not None
    assert Code.SUFFIX_DIFFERS in codes(other) - codes(same)
    assert other.score < same.score


def test_another_middle_name_is_said_but_an_initial_for_it_is_not() -> None:
    other, short = (found("Exempel, Robin Quill", f"Exempel, Robin {middle}") for middle in ("Zoe", "Q."))
    assert other is not None
    assert short is not None
    assert Code.MIDDLE_DIFFERS in codes(other)
    assert Code.MIDDLE_DIFFERS not in codes(short)
    assert other.score < short.score


def test_a_form_and_a_line_of_text_meet() -> None:
    form = name_of(given="Juan", surname="García López")
    for written in ("Juan García López", "GARCIA LOPEZ, JUAN", "Juan García-López"):
        hit = match(Inquiry(read_name(written), BORN), Recorded(form, BORN))
        assert hit is not None
        assert hit.grade is Grade.EXACT


ROBIN = read_name("Robin Exempel")


def born(asked: date | None, recorded: date | None, *, near: bool = False) -> Match | None:
    return match(Inquiry(ROBIN, asked, born_within_a_year=near), Recorded(ROBIN, recorded))


@pytest.mark.parametrize("recorded", [date(1983, 3, 9), date(1985, 3, 9), date(1984, 12, 31), date(1983, 9, 30)])
def test_a_birth_date_within_a_year_counts_only_if_asked_for(recorded: date) -> None:
    assert born(BORN, recorded) is None
    hit = born(BORN, recorded, near=True)
    assert hit is not None
    assert Code.BORN_WITHIN_A_YEAR in codes(hit)
    exact = born(BORN, BORN, near=True)
    assert exact is not None
    assert codes(exact) >= {Code.BORN_SAME}
    assert hit.score < exact.score


@pytest.mark.parametrize("recorded", [date(1983, 3, 8), date(1985, 3, 10), date(1986, 3, 9)])
def test_a_day_more_than_a_year_is_no_match(recorded: date) -> None:
    """The same year of birth is not what counts: day and month do."""
    assert born(BORN, recorded, near=True) is None


def test_without_a_birth_date_it_stays_a_hit_that_needs_confirming() -> None:
    for asked, recorded, code in ((BORN, None, Code.BORN_NOT_RECORDED), (None, BORN, Code.BORN_NOT_ASKED)):
        hit = born(asked, recorded)
        assert hit is not None
        assert hit.grade is Grade.EXACT
        assert hit.needs_confirming
        assert code in codes(hit)


def test_grades_sort_from_best_to_least() -> None:
    least_first = list(Grade)[::-1]
    assert sorted(least_first) == list(Grade)
    assert Grade.EXACT < Grade.NICKNAME < Grade.PHONETIC
    assert max(Grade.SPELLING, Grade.EXACT) is Grade.SPELLING


@pytest.mark.parametrize(
    ("asked", "recorded", "same"),
    [
        ("d012-345 6", "D0123456", True),
        ("23–2–01234–5 SEA", "23-2-01234-5sea", True),
        ("0123", "123", False),
        ("12/3", "1/23", False),
        ("D0123456", "D0123457", False),
        ("D0123456", "D01234567", False),
        ("", "", False),
        (" - ", "-", False),
    ],
)
def test_a_number_matches_exactly_but_for_how_it_is_typed(asked: str, recorded: str, *, same: bool) -> None:
    assert (match_identifier(asked, recorded) is not None) is same


def test_every_reason_can_be_said_in_both_languages() -> None:
    for asked, recorded, *_ in CASES:
        hit = found(asked, recorded)
        assert hit is not None
        for language in ("en", "es"):
            said = [Speaker(language).say(reason) for reason in hit.reasons]
            assert all(said)
            assert not any("{" in sentence for sentence in said)
    assert Speaker("en").sentence(Grade.PHONETIC.code) == "Sounds alike"
    hit = found("Ana Schneider", "SNYDER, ANA")
    assert hit is not None
    assert Speaker("en").say(hit.reasons[0]) == "The last name sounds alike: Schneider, SNYDER."
