"""A glimpse lets through whatever could match: nobody is missed for the sake of speed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stayaway.registry.finding import Inquiry, KeyKind, Recorded, asked_keys, match, read_name, search_keys
from stayaway.registry.finding.glimpsing import glimpse
from tests.registry.finding.test_laws import GIVEN, SURNAMES

BORN = date(1990, 5, 1)
WORDS = st.sampled_from(
    [*GIVEN, "Danyel", "Daniel", "Mary Ann", "Maryann", "Jean-Luc", "Jeanluc", "Ana (Anita)", "Åsa"]
)
MIDDLES = st.sampled_from(["", "", "R", "Ann", "José", "Robert"])


@st.composite
def names(draw: st.DrawFn) -> str:
    given_name, middle, surname = draw(WORDS), draw(MIDDLES), draw(st.sampled_from(SURNAMES))
    if draw(st.booleans()):
        letters = list(given_name)
        place = draw(st.integers(0, len(letters) - 1))
        letters[place : place + 1] = draw(st.sampled_from(["", "x", letters[place] * 2]))
        given_name = "".join(letters)
    first = f"{given_name} {middle}".strip()
    return draw(st.sampled_from([f"{first} {surname}", f"{surname}, {first}", f"{first} {surname} Jr."]))


def is_brought_by_sound(asked: str, recorded: str) -> bool:
    """Whether the index brings the recorded name by more than its surname."""
    ours = {key for key in asked_keys(read_name(asked)) if key.kind in (KeyKind.PAIR, KeyKind.EXACT)}
    return bool(ours & search_keys(read_name(recorded)))


@given(names(), names())
@example("Daniel Cole", "Danyel Cole")
@example("Mary Ann Cruz", "Maryann Cruz")
@example("D Cole", "Daniel Cole")
@example("Robert James Jones", "James Jones")
def test_whoever_matches_is_brought_by_sound_or_worth_reading(asked: str, recorded: str) -> None:
    found = match(Inquiry(read_name(asked), BORN), Recorded(read_name(recorded), BORN))
    assert found is None or is_brought_by_sound(asked, recorded) or glimpse(read_name(asked))(recorded)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_glimpsed_at(asked: str, recorded: str) -> None:
    found = match(Inquiry(read_name(asked), BORN), Recorded(read_name(recorded), BORN))
    worth = glimpse(read_name(asked))(recorded)
    assert found is None or worth or is_brought_by_sound(asked, recorded)


@pytest.mark.parametrize("recorded", ["Peter Cole", "Cole, Margaret Ruth", "Susan R. Cole"])
def test_most_people_of_a_surname_are_not_read(recorded: str) -> None:
    assert not glimpse(read_name("Daniel Cole"))(recorded)
