"""A sketch lets through whatever could match: nobody is missed for the sake of speed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from stayaway.registry.finding import Inquiry, KeyKind, Recorded, asked_keys, match, read_name, search_keys
from stayaway.registry.finding.sketches import sketch, sought
from stayaway.registry.statements import rows_of
from tests.registry.finding.test_laws import GIVEN, SURNAMES

BORN = date(1990, 5, 1)
WORDS = st.sampled_from(
    [*GIVEN, "Danyel", "Daniel", "Mary Ann", "Maryann", "Jean-Luc", "Jeanluc", "Ana (Anita)", "Åsa", "Christopher"]
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


def is_brought(asked: str, recorded: str) -> bool:
    """Whether the index brings a recorded name within a year: by more than its surname, or since the sketch fits."""
    shared = asked_keys(read_name(asked)) & search_keys(read_name(recorded))
    if any(key.kind in (KeyKind.PAIR, KeyKind.EXACT) for key in shared):
        return True
    if not any(key.kind is KeyKind.SURNAME for key in shared):
        return False
    return sought(read_name(asked)).fits(sketch(read_name(recorded)))


def sounds_alike(asked: str, recorded: str) -> bool:
    """Whether the surname brings the recorded name, or did before there were sketches."""
    return any(key.kind is not KeyKind.GIVEN for key in asked_keys(read_name(asked)) & search_keys(read_name(recorded)))


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
def test_nobody_who_matches_is_missed_for_the_letters_of_a_name(asked: str, recorded: str) -> None:
    found = match(Inquiry(read_name(asked), BORN), Recorded(read_name(recorded), BORN))
    if found is not None and sounds_alike(asked, recorded):
        assert is_brought(asked, recorded)


@settings(max_examples=300)
@given(st.text(max_size=40), st.text(max_size=40))
@example("Жуков, Даниил", "Жуков, Данил")
def test_any_text_can_be_sketched(asked: str, recorded: str) -> None:
    found = match(Inquiry(read_name(asked), BORN), Recorded(read_name(recorded), BORN))
    assert 0 <= sketch(read_name(recorded)) < 2**63
    assert found is None or not sounds_alike(asked, recorded) or is_brought(asked, recorded)


@pytest.mark.parametrize("recorded", ["Peter Cole", "Cole, Margaret Ruth", "Susan R. Cole"])
@pytest.mark.parametrize("asked", ["Daniel Cole", "D. Cole"])
def test_most_people_of_a_surname_are_not_brought(asked: str, recorded: str) -> None:
    assert not is_brought(asked, recorded)


@pytest.mark.django_db
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(names() | st.text(max_size=30), min_size=1, max_size=8), names() | st.sampled_from(["D. Cole", "Cole"]))
def test_the_database_says_of_a_sketch_what_the_rule_says(recorded: list[str], asked: str) -> None:
    wanted = sought(read_name(asked))
    drawn = sorted({sketch(read_name(one)) for one in recorded})
    text, values = wanted.condition
    rows = " UNION ALL ".join("SELECT CAST(%s AS bigint) AS sketch" for _ in drawn)
    found = rows_of(f"SELECT sketch FROM ({rows}) AS drawn WHERE {text}", [*drawn, *values])
    assert sorted(one for (one,) in found) == [one for one in drawn if wanted.fits(one)]
