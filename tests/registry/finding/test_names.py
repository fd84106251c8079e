"""A written name is split into its parts, and no part is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stayaway.registry.finding import PersonName, name_of, read_name
from stayaway.registry.finding.names import Part, folded


def shown(parts: tuple[Part, ...]) -> list[str]:
    return [part.written for part in parts]


@pytest.mark.parametrize(
    ("written", "given_name", "middle", "surname"),
    [
        ("Robin Exempel", ["Robin"], [], ["Exempel"]),
        ("Robin Q. Exempel", ["Robin"], ["Q."], ["Exempel"]),
        ("EXEMPEL, ROBIN QUILL", ["ROBIN"], ["QUILL"], ["EXEMPEL"]),
        ("Exempel , Robin", ["Robin"], [], ["Exempel"]),
        ("J.R. Exempel", ["J"], ["R."], ["Exempel"]),
        ("Juan Carlos García López", ["Juan"], ["Carlos", "García"], ["López"]),
        ("GARCIA LOPEZ, JUAN", ["JUAN"], [], ["GARCIA", "LOPEZ"]),
        ("García y López, Juan", ["Juan"], [], ["García", "y López"]),
        ("Ana Y Prueba", ["Ana"], ["Y"], ["Prueba"]),
        ("Maria de la Cruz", ["Maria"], [], ["de la Cruz"]),
        ("DE LA CRUZ, MARIA DE LOS ANGELES", ["MARIA"], ["DE LOS ANGELES"], ["DE LA CRUZ"]),
        ("de la Cruz", [], [], ["de la Cruz"]),
        ("Ludo van der Test", ["Ludo"], [], ["van der Test"]),
        ("Van Nguyen", ["Van"], [], ["Nguyen"]),
        ("Kim Thi Do", ["Kim"], ["Thi"], ["Do"]),
        ("Do, Kim", ["Kim"], [], ["Do"]),
        ("Al Exempel", ["Al"], [], ["Exempel"]),
        ("Ali al-Hassan", ["Ali"], [], ["al Hassan"]),
        ("Sean O'Brien", ["Sean"], [], ["O'Brien"]),
        ("Sean O Brien", ["Sean"], [], ["O Brien"]),
        ("Sean O. Brien", ["Sean"], ["O."], ["Brien"]),
        ("Exempel, O Robin", ["O"], ["Robin"], ["Exempel"]),
        ("O Robin Exempel", ["O"], ["Robin"], ["Exempel"]),
        ("Al de la Cruz", ["Al"], [], ["de la Cruz"]),
        ("Fiona Mc Donald", ["Fiona"], [], ["Mc Donald"]),
        ("Mary-Kate Smith–Jones", ["Mary", "Kate"], [], ["Smith", "Jones"]),
        ("Sukarno", [], [], ["Sukarno"]),
        ("Rai, Aishwarya", ["Aishwarya"], [], ["Rai"]),
        ("Jeffrey Lord", ["Jeffrey"], [], ["Lord"]),
    ],
)
def test_names_as_people_write_them(written: str, given_name: list[str], middle: list[str], surname: list[str]) -> None:
    name = read_name(written)
    assert (shown(name.given), shown(name.middle), shown(name.surname)) == (given_name, middle, surname)


@pytest.mark.parametrize(
    ("written", "suffix"),
    [
        ("Robin Exempel Jr.", ("Jr.",)),
        ("Robin Exempel, Jr.", ("Jr.",)),
        ("EXEMPEL JR, ROBIN", ("JR",)),
        ("EXEMPEL, ROBIN III", ("III",)),
        ("Exempel, Robin, III, Esq.", ("III", "Esq.")),
    ],
)
def test_a_suffix_is_no_name(written: str, suffix: tuple[str, ...]) -> None:
    name = read_name(written)
    assert name.suffix == suffix
    assert (name.whole_given, name.whole_surname) == ("robin", "exempel")


def test_what_somebody_is_called_is_kept_apart() -> None:
    for written in ('Robert "Bob" Exempel', "Robert (Bob) Exempel", "Robert ‘Bob’ Exempel", "Exempel, Robert “Bob”"):
        name = read_name(written)
        assert (shown(name.called), name.whole_given, name.whole_surname) == (["Bob"], "robert", "exempel")


def test_a_name_in_brackets_alone_is_the_name() -> None:
    assert read_name("(Exempel)").whole_surname == "exempel"


def test_a_title_is_kept_apart_only_before_a_whole_name() -> None:
    assert read_name("Dr. Robin Exempel").title == ("Dr.",)
    assert read_name("Dr. Exempel").whole_given == "dr"


def test_a_form_says_itself_what_is_what() -> None:
    name = name_of(given="María José", surname="García de la Cruz", suffix="Jr")
    assert (shown(name.given), shown(name.middle)) == (["María"], ["José"])
    assert shown(name.surname) == ["García", "de la Cruz"]
    assert name.suffix == ("Jr",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Núñez", "NUNEZ"),
        ("Nu\u0301n\u0303ez", "nunez"),
        ("O’Brien", "obrien"),
        ("Oʻahu", "oahu"),
        ("Жуков", "Zhukov"),
        ("Straße", "STRASSE"),
        ("Łukasz", "lukasz"),
        ("ＴＥＳＴ", "test"),
    ],
)
def test_folding_takes_away_what_keyboards_differ_in(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_letters_that_no_table_knows_stay_as_they_are() -> None:
    unknown = "\U0001226a\U0001226b"
    assert folded(unknown) == unknown
    assert folded(unknown) != folded("\U0001226c")


def every_word(name: PersonName) -> list[str]:
    parts = [part for group in (name.given, name.middle, name.surname, name.called) for part in group]
    words = [word for part in parts for word in part.words]
    return sorted("".join([*words, *(folded(one) for one in (*name.suffix, *name.title))]))


@given(st.text(max_size=60))
@example("Jr., , 'x' (y) \"")
@example("de la")
@example("-O'-y-")
@example("((a)")
def test_no_text_raises_and_no_letter_is_lost(text: str) -> None:
    """Every letter and digit that was written is in some part."""
    latin = "".join(letter for letter in text if letter.isascii())
    assert every_word(read_name(latin)) == sorted(letter.lower() for letter in latin if letter.isalnum())
    assert bool(read_name(text).words) == bool(every_word(read_name(text)))


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.text(max_size=8))
def test_no_form_raises(first: str, middle: str, surname: str, suffix: str) -> None:
    name = name_of(given=first, middle=middle, surname=surname, suffix=suffix)
    assert all(word for word in name.words)
