"""A sketch lets through whatever could match: nobody is missed for the sake of speed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from stayaway.registry.finding import Inquiry, KeyKind, Recorded, asked_keys, match, read_name, search_keys
from stayaway.registry.finding.names import PersonName
from stayaway.registry.finding.sketches import (
    Sought,
    index_entries,
    not_of_both_middles,
    sought_given,
    sought_surname,
)
from stayaway.registry.finding.sounds import sounds_of_middle
from stayaway.registry.statements import Statement, rows_of
from tests.registry.finding.test_laws import GIVEN, SURNAMES

BORN = date(1990, 5, 1)
WORDS = st.sampled_from(
    [*GIVEN, "Danyel", "Daniel", "Mary Ann", "Maryann", "Jean-Luc", "Jeanluc", "Ana (Anita)", "Åsa", "Christopher"]
)
MIDDLES = st.sampled_from(["", "", "R", "Ann", "José", "Robert"])


def misspelt(draw: st.DrawFn, name: str) -> str:
    letters = list(name)
    place = draw(st.integers(0, len(letters) - 1))
    letters[place : place + 1] = draw(st.sampled_from(["", "x", letters[place] * 2]))
    return "".join(letters)


@st.composite
def names(draw: st.DrawFn) -> str:
    given_name, middle, surname = draw(WORDS), draw(MIDDLES), draw(st.sampled_from(SURNAMES))
    if draw(st.booleans()):
        given_name = misspelt(draw, given_name)
    first = f"{given_name} {middle}".strip()
    return draw(st.sampled_from([f"{first} {surname}", f"{surname}, {first}", f"{first} {surname} Jr."]))


@st.composite
def misspelt_surnames(draw: st.DrawFn) -> str:
    given_name, middle = draw(WORDS), draw(MIDDLES)
    surname = misspelt(draw, draw(st.sampled_from(SURNAMES)))
    first = f"{given_name} {middle}".strip()
    return draw(st.sampled_from([f"{first} {surname}", f"{surname}, {first}", f"{given_name} {surname} Jones"]))


def of_both_middles(asked: PersonName, recorded: PersonName, code: str) -> bool:
    return code in sounds_of_middle(asked) and code in sounds_of_middle(recorded)


def is_brought(asked: str, recorded: str, *, within_a_year: bool = True) -> bool:
    """Whether the index brings a recorded name: by both halves of it, or by one if the sketch of the other fits."""
    ours, theirs = read_name(asked), read_name(recorded)
    shared = [(key, sketch) for key, sketch in index_entries(theirs) if key in asked_keys(ours)]
    return (
        any(key.kind in (KeyKind.PAIR, KeyKind.EXACT) for key, _ in shared)
        or any(
            key.kind is KeyKind.SURNAME
            and not of_both_middles(ours, theirs, key.text)
            and sought_given(ours).fits(sketch)
            for key, sketch in shared
        )
        or any(
            key.kind is KeyKind.GIVEN and not within_a_year and sought_surname(ours).fits(sketch)
            for key, sketch in shared
        )
    )


def sounds_alike(asked: str, recorded: str) -> bool:
    """Whether the surname alone would bring the recorded name, were there no sketches: not by a middle name of both."""
    ours, theirs = read_name(asked), read_name(recorded)
    return any(
        key.kind is not KeyKind.GIVEN
        for one, other in ((replace(ours, order_known=True), theirs), (ours, replace(theirs, order_known=True)))
        for key in asked_keys(one) & search_keys(other)
    )


def shares_given_name(asked: str, recorded: str) -> bool:
    return any(key.kind is KeyKind.GIVEN for key in asked_keys(read_name(asked)) & search_keys(read_name(recorded)))


@settings(max_examples=400)
@given(names(), names())
@example("Daniel Cole", "Danyel Cole")
@example("Daneil Cole", "Daniel Cole")
@example("Christopher Cole", "Khristofper Cole")
@example("Maryanm Cruz", "Mary Ann Cruz")
@example("Mary Ann Cruz", "Maryann Cruz")
@example("D Cole", "Daniel Cole")
@example("D. Cole", "Ann D. Cole")
@example("Robert James Jones", "James Jones")
@example("Daniel Cole", "C. Daniel")
@example("Cole D", "Daniel Ann Cole")
@example("J. Juan", "Aan Robert Juan")
@example("Daniel Cole", "Cole")
@example("Danyl Ann Cole", "Daniel Ann Cole")
def test_nobody_who_matches_is_missed_for_the_letters_of_a_given_name(asked: str, recorded: str) -> None:
    assume(len(set(read_name(asked).words)) == len(read_name(asked).words))  # nobody is called `Robert Robert Jones`
    found = match(Inquiry(read_name(asked), BORN), Recorded(read_name(recorded), BORN))
    if found is not None and sounds_alike(asked, recorded):
        assert is_brought(asked, recorded)


@settings(max_examples=400)
@given(names(), misspelt_surnames())
@example("Daniel Cole", "Daniel Xole")
@example("Daniel Christopherson", "Daniel Vhristoqherson")
@example("Daniel de la Cruz", "Daniel Dela Xruz")
@example("Ana Garcia Lopez", "Ana Xarcia Ruiz")
@example("R. Cole", "Cole Robert")
@example("Ron Ron", "Ron R.")
@example("Ana Li", "Ana Xi")
def test_nobody_who_matches_is_missed_for_the_letters_of_a_surname(asked: str, recorded: str) -> None:
    found = match(Inquiry(read_name(asked), BORN), Recorded(read_name(recorded), BORN))
    if found is not None and shares_given_name(asked, recorded):
        assert is_brought(asked, recorded, within_a_year=False)


def test_two_people_who_share_a_middle_name_and_misspell_the_given_one_are_two() -> None:
    asked, recorded = read_name("Bella Victoria Cole"), read_name("Rella Victoria Wagner")
    assert match(Inquiry(asked, BORN), Recorded(recorded, BORN)) is None
    assert match(Inquiry(asked, BORN), Recorded(read_name("Rella Victoria"), BORN)) is not None
    assert match(Inquiry(asked, BORN), Recorded(read_name("Rella Victoria Cole"), BORN)) is not None


@settings(max_examples=300)
@given(st.text(max_size=40), st.text(max_size=40))
@example("Жуков, Даниил", "Жуков, Данил")
def test_any_text_can_be_sketched(asked: str, recorded: str) -> None:
    found = match(Inquiry(read_name(asked), BORN), Recorded(read_name(recorded), BORN))
    assert all(0 <= sketch < 2**63 for _, sketch in index_entries(read_name(recorded)))
    words = {*read_name(asked).words, *read_name(recorded).words}
    if found is not None and all(len(word) > 1 for word in words):
        assert not sounds_alike(asked, recorded) or is_brought(asked, recorded)
        assert not shares_given_name(asked, recorded) or is_brought(asked, recorded, within_a_year=False)


@pytest.mark.parametrize("recorded", ["Peter Cole", "Cole, Margaret Ruth", "Susan R. Cole"])
@pytest.mark.parametrize("asked", ["Daniel Cole", "D. Cole"])
def test_most_people_of_a_surname_are_not_brought(asked: str, recorded: str) -> None:
    assert not is_brought(asked, recorded)


@pytest.mark.parametrize("recorded", ["Daniel Wagner", "Wagner, Daniel", "Daniel Ruiz Moreno", "Daniel Fry"])
@pytest.mark.parametrize("asked", ["Daniel Cole", "Daniel Lee"])
def test_most_people_of_a_given_name_are_not_brought(asked: str, recorded: str) -> None:
    assert shares_given_name(asked, recorded)
    assert not is_brought(asked, recorded, within_a_year=False)


def test_those_who_share_a_middle_name_are_not_brought_for_a_given_name_spelled_alike() -> None:
    assert not is_brought("Bella Victoria Cole", "Rella Victoria Wagner")
    assert is_brought("Bella Victoria Cole", "Victoria, Rella")


@pytest.mark.django_db
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(names() | st.text(max_size=30), min_size=1, max_size=8), names() | st.sampled_from(["D. Cole", "Cole"]))
@example(["Rella Victoria Wagner", "Victoria, Rella", "Cole, Rella"], "Bella Victoria Cole")
def test_the_database_says_of_a_sketch_what_the_rule_says(recorded: list[str], asked: str) -> None:
    ours = read_name(asked)
    drawn: dict[KeyKind, dict[tuple[str, int], PersonName]] = {kind: {} for kind in KeyKind}
    for name in map(read_name, recorded):
        for key, sketch in index_entries(name):
            drawn[key.kind][key.text, sketch] = name
    codes = [key.text for key in asked_keys(ours) if key.kind is KeyKind.SURNAME]
    given, surname = sought_given(ours), sought_surname(ours)
    under = sorted(
        (code, one)
        for (code, one), name in drawn[KeyKind.SURNAME].items()
        if code in codes and given.fits(one) and not of_both_middles(ours, name, code)
    )
    is_more = not_of_both_middles(ours, codes)
    assert [row for row in _those(drawn[KeyKind.SURNAME], given, is_more) if row[0] in codes] == under
    named = drawn[KeyKind.GIVEN]
    assert _those(named, surname, ("1 = 1", [])) == sorted((code, one) for code, one in named if surname.fits(one))


def _those(drawn: Collection[tuple[str, int]], sought: Sought, condition: Statement) -> list[tuple[str, int]]:
    if not drawn:
        return []
    rows = " UNION ALL ".join("SELECT CAST(%s AS text) AS key, CAST(%s AS bigint) AS sketch" for _ in drawn)
    asked, more = ("SELECT 1", []) if sought.anything else sought.row
    text = f"SELECT key, sketch FROM ({rows}) AS drawn, ({asked}) AS want WHERE {condition[0]}"
    if not sought.anything:
        text += f" AND {sought.condition}"
    found = rows_of(text, [*(value for one in drawn for value in one), *more, *condition[1]])
    return sorted((key, sketch) for key, sketch in found)
