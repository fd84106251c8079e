"""What holds for every name, found by trying many."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from stayaway.registry.finding import (
    Grade,
    Inquiry,
    KeyKind,
    Match,
    Recorded,
    asked_keys,
    birth_range,
    born_within_a_year,
    identifier_key,
    match,
    read_name,
    search_keys,
)
from stayaway.registry.finding.keys import LONGEST
from stayaway.registry.finding.names import PARTICLES, SUFFIXES, TITLES, folded
from stayaway.registry.finding.nicknames import same_person_names
from stayaway.registry.finding.sounds import given_sounds, surname_sounds

GIVEN = [
    *("Robert", "Bob", "Rob", "Maria", "José", "Pepe", "Juan", "Joan", "Sean", "Shawn", "Ana", "Anne", "Lupe"),
    *("Guadalupe", "Stephen", "Steven", "Jo", "R", "J", "Van", "Al"),
]
SURNAMES = [
    *("Exempel", "Prueba", "García", "Garsia", "Gonzalez", "Gonzales", "O'Brien", "O Brien", "de la Cruz", "Delacruz"),
    *("Cruz", "Smith", "Smyth", "Smith-Jones", "Jones", "Schneider", "Snyder", "McDonald", "MacDonald", "al-Hassan"),
    *("Hassan", "van der Test", "Li", "Lee", "Juan", "Robert", "García López", "López"),
]
LETTERS = (
    st.text("abcdefghijklmnopqrstuvwxyzñéüøжшαλ", min_size=1, max_size=9)
    .filter(lambda name: name not in SUFFIXES | TITLES)
    .map(str.capitalize)
)
given_names = st.sampled_from(GIVEN) | LETTERS
long_names = LETTERS.filter(lambda name: len(name) > 1)
surnames = st.sampled_from(SURNAMES) | long_names | st.tuples(long_names, long_names).map("-".join)
written = st.one_of(
    st.tuples(given_names, surnames).map(" ".join),
    st.tuples(given_names, given_names, surnames).map(" ".join),
    st.tuples(surnames, given_names).map(", ".join),
    st.tuples(surnames, given_names, given_names).map(lambda names: f"{names[0]}, {names[1]} {names[2]}"),
    st.tuples(surnames, given_names).map(" ".join),
    surnames,
)
days = st.dates(date(1900, 1, 1), date(2026, 12, 31))
BORN = date(1984, 3, 9)


def found(asked: str, recorded: str) -> Match | None:
    return match(Inquiry(read_name(asked), BORN), Recorded(read_name(recorded), BORN))


def plain(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


@given(given_names, st.none() | given_names, surnames)
def test_a_name_finds_itself_however_it_is_written(first: str, middle: str | None, surname: str) -> None:
    """In capitals, without accents, hyphens or apostrophes, surname first, and without the middle name."""
    # `Van de la Cruz` may well be a surname alone, and so may what begins with two small words.
    small = [folded(word) in PARTICLES for word in (first, middle or surname.split(" ")[0], surname.split(" ")[0])]
    assume(not small[0] or not any(small[1:]))
    recorded = f"{surname}, {first} {middle}" if middle else f"{surname}, {first}"
    good = (Grade.INCOMPLETE,) if len(first) == 1 else (Grade.EXACT,)
    for asked in (
        recorded,
        recorded.upper(),
        recorded.lower(),
        plain(recorded),
        recorded.replace("-", " "),
        f"{surname}, {first}",
    ):
        hit = found(asked, recorded)
        assert hit is not None, asked
        assert hit.grade in good, asked
        assert search_keys(read_name(recorded)) & asked_keys(read_name(asked)), asked
    for asked in (f"{first} {surname}", f"{surname} {first}", f"{first} {middle or ''} {surname}"):
        hit = found(asked, recorded)
        assert hit is not None, asked
        assert hit.grade <= Grade.ORDER_OF_NAMES or len(first) == 1, asked


LETTER_ALONE = {"finding.given_initial", "finding.given_not_known"}


def reached(hit: Match) -> bool:
    """Whether the hit has to be found without a birth date: two whole names, not just a slip of spelling apart."""
    codes = {str(reason.code) for reason in hit.reasons}
    return not codes & {*LETTER_ALONE, "finding.surname_spelling", "finding.given_spelling"}


@given(written, written)
@example("Garcia Maria", "Maria Garcia")
@example("Chema Ruiz", "Ruiz, José María")
@example("Shnaider Ana", "Anna Schneider")
@example("Garcia Juan", "García López, Juan")
def test_whatever_matches_is_found_by_its_keys_without_a_birth_date(one: str, other: str) -> None:
    hit = found(one, other)
    if hit is not None and reached(hit):
        keys = {key for key in asked_keys(read_name(one)) if key.kind in (KeyKind.EXACT, KeyKind.PAIR)}
        assert keys & search_keys(read_name(other))


def test_the_law_of_the_keys_meets_every_grade() -> None:
    """So that the law above is not about nothing: every two of the listed names are tried."""
    names = [f"{surname}, {first}" for first, surname in product(GIVEN, SURNAMES[::2])]
    names += ["López García, Jo", "Juan Robert", "Robert Juan"]
    met = set()
    for one in [*names[::5], *names[-3:]]:
        for other in names:
            hit = found(one, other)
            if hit is None:
                continue
            met.add(hit.grade)
            if reached(hit):
                keys = {key for key in asked_keys(read_name(one)) if key.kind in (KeyKind.EXACT, KeyKind.PAIR)}
                assert keys & search_keys(read_name(other)), (one, other)
    assert met == set(Grade)


@given(written, written)
@example("Prueba-Exempel", "Exempel Prueba")
def test_it_does_not_matter_which_of_two_is_asked_for(one: str, other: str) -> None:
    hit, back = found(one, other), found(other, one)
    assert (hit is None) == (back is None)
    if hit is not None and back is not None:
        assert (hit.grade, hit.score, hit.needs_confirming) == (back.grade, back.score, back.needs_confirming)


@given(written, written)
def test_what_rests_on_sound_or_a_letter_always_needs_confirming(one: str, other: str) -> None:
    hit = found(one, other)
    if hit is not None:
        weak = {"finding.surname_sound", "finding.given_sound", *LETTER_ALONE}
        assert hit.needs_confirming == bool(weak & {str(reason.code) for reason in hit.reasons})
        assert 0 <= hit.score <= 100


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_raises(one: str, other: str) -> None:
    hit = found(one, other)
    assert hit is None or hit.reasons
    for name in (one, other):
        keys = asked_keys(read_name(name)) | search_keys(read_name(name))
        assert all(len(key.text) <= LONGEST for key in keys)
    identifier_key(one)


@given(st.text(max_size=60))
def test_any_text_with_a_letter_in_it_finds_itself(text: str) -> None:
    name = read_name(text)
    assume(name.words)
    assert found(text, text) is not None
    assert asked_keys(name) & search_keys(name)


@given(days, st.integers(-800, 800))
@example(date(2004, 2, 29), -366)
@example(date(2005, 3, 1), -366)
@example(date(2003, 2, 28), 366)
def test_within_a_year_is_one_range_and_the_same_from_either_end(day: date, apart: int) -> None:
    other = day + timedelta(days=apart)
    first, last = birth_range(day)
    assert born_within_a_year(day, other) == (first <= other <= last) == born_within_a_year(other, day)
    assert not born_within_a_year(day, other) or abs(apart) <= 367
    assert abs(apart) > 365 or born_within_a_year(day, other)


@pytest.mark.parametrize("day", [date.min, date.max, date(4, 2, 29)])
def test_the_ends_of_the_calendar_have_a_range(day: date) -> None:
    first, last = birth_range(day)
    assert first <= day <= last


def test_keys_stay_the_same_from_release_to_release() -> None:
    """An index holds them: a change of the split or of a coder needs the index to be made anew."""
    keys = sorted(f"{key.kind} {key.text}" for key in search_keys(read_name("DE LA CRUZ, José M.")))
    assert keys == [
        "exact cruz de jose la m",
        "given HS",
        "pair KRS =jose",
        "pair KRS HS",
        "pair TLKRS =jose",
        "pair TLKRS HS",
        "pair delakrus =jose",
        "pair delakrus HS",
        "pair krus =jose",
        "pair krus HS",
        "surname KRS",
        "surname TLKRS",
        "surname delakrus",
        "surname krus",
    ]


def test_spellings_of_one_surname_share_a_sound_and_other_surnames_do_not() -> None:
    for one, other in (("hernandez", "ernandes"), ("vasquez", "basques"), ("jimenez", "ximenez"), ("meyer", "maier")):
        assert surname_sounds(one) & surname_sounds(other), (one, other)
    for one, other in (("garcia", "lopez"), ("smith", "jones"), ("cruz", "ruiz"), ("williams", "wilson")):
        assert not surname_sounds(one) & surname_sounds(other), (one, other)
    assert given_sounds("stephen") & given_sounds("steven")


@given(st.sampled_from(["bob", "pepe", "lupe", "chuy", "liz", "robert", "jose", "malena", "beto"]))
def test_nicknames_hold_both_ways_and_among_themselves(name: str) -> None:
    others = same_person_names(name)
    assert others
    assert name not in others
    assert all(name in same_person_names(other) for other in others)
    assert "chucho" in same_person_names("chuy")
    assert "alfred" not in same_person_names("alexander")
