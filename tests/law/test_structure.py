"""What is made plain in a law file stands beside the text it was made from, and says no less than that text."""

from collections.abc import Iterator

import pytest

from stayaway.law import known_jurisdictions, place_law, yaml12
from stayaway.law.load import data_folder
from stayaway.law.schema import Violation

EVENTS = {"on_dismissal", "on_acquittal", "on_conviction"}
PLACES = known_jurisdictions()


def violations(code: str) -> Iterator[tuple[str, Violation]]:
    """What breaking an order can bring, of the place and of each order type that has its own rule."""
    law = place_law(code)
    for name in ("violation_civil", "violation_criminal"):
        if (fact := getattr(law.own, name)) is not None:
            yield name, fact
    for instrument in law.file.instruments:
        if instrument.violation is not None:
            yield instrument.id, instrument.violation


@pytest.mark.parametrize("code", PLACES)
def test_each_way_to_a_felony_repeats_its_passage(code: str) -> None:
    for name, violation in violations(code):
        if violation.felonies:
            assert tuple(felony.text for felony in violation.felonies) == violation.felony_when, name
        assert all(felony.when for felony in violation.felonies), f"{name}: a felony without a condition"


@pytest.mark.parametrize("code", PLACES)
def test_no_passage_on_felonies_is_left_in_words_alone(code: str) -> None:
    assert [name for name, violation in violations(code) if violation.felony_when and not violation.felonies] == []


@pytest.mark.parametrize("code", PLACES)
def test_plain_longest_lengths_have_their_text_beside_them(code: str) -> None:
    sentence = place_law(code).own.criminal_sentence
    assert sentence is None or not sentence.maxima or sentence.maximum


@pytest.mark.parametrize("code", PLACES)
def test_an_order_type_that_ends_otherwise_says_all_three_events(code: str) -> None:
    read = yaml12.read(data_folder().joinpath(f"{code}.yaml").read_text(encoding="utf-8"))
    ends = {one["id"]: EVENTS - set(one["ends"]) for one in read["instruments"] if "ends" in one}
    assert {name: missing for name, missing in ends.items() if missing} == {}
