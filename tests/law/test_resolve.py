"""What a word on a paper means at a place."""

from collections.abc import Callable

import pytest

from stayaway.law.load import known_jurisdictions, place_law
from stayaway.law.resolve import common_meanings, places_calling_it, plain, resolve_instrument
from stayaway.model import Kind


@pytest.mark.parametrize(
    ("place", "text", "instrument"),
    [
        ("us-wa", "wa-dvpo", "wa-dvpo"),
        ("us-wa", "Domestic violence protection order", "wa-dvpo"),
        ("us-wa", "the WASHINGTON domestic-violence protection order.", "wa-dvpo"),
        ("us-wa", "D.V.P.O.", "wa-dvpo"),
        ("us-wa", "TPO", "wa-temp"),
        ("us-ca", "DVRO", "ca-dvro"),
        ("us-ca", "dv 130", "ca-dvro"),
        ("us-tx", "7B", "tx-7b"),
        ("us-tx", "EPO", "tx-moep"),
        ("us-ak", "EPO", "ak-emergency"),
        ("us-id", "no-contact order", "id-nco"),
    ],
)
def test_a_name_means_one_instrument(place: str, text: str, instrument: str) -> None:
    found = resolve_instrument(place_law(place), text)
    assert found.instrument is not None
    assert found.instrument.id == instrument
    assert not found.choices
    assert not found.nearest


@pytest.mark.parametrize(
    ("place", "text", "some"),
    [
        ("us-ma", "209A", {"ma-209a-temporary", "ma-209a-final"}),
        ("us-ca", "TRO", {"ca-tro", "ca-cho-temp"}),
        ("us-ca", "CPO", {"ca-cpo-pretrial", "ca-cpo-sentence"}),
        ("us-wa", "no contact order", {"wa-nco-pretrial", "wa-nco-sentence"}),
        ("us-wa", "restraining order", {"wa-temp", "wa-dvpo", "wa-ah"}),
        ("us-ny", "order of protection", {"ny-family-final", "ny-criminal-temporary-family"}),
        ("us-mi", "PPO", {"mi-domestic-ppo", "mi-stalking-ppo"}),
    ],
)
def test_a_word_that_may_mean_several_gives_choices(place: str, text: str, some: set[str]) -> None:
    found = resolve_instrument(place_law(place), text)
    assert found.instrument is None
    assert {choice.id for choice in found.choices} >= some


def test_a_restraining_order_is_civil_and_a_no_contact_order_criminal_wherever_choices_are_given() -> None:
    for code in known_jurisdictions():
        for text, kind in (("restraining order", Kind.CIVIL), ("no-contact order", Kind.CRIMINAL)):
            found = resolve_instrument(place_law(code), text)
            meant = [found.instrument] if found.instrument else found.choices
            assert any(instrument.track is kind for instrument in meant), (code, text)


@pytest.mark.parametrize("typo", ["Domestic violence protecion order", "DVOP", "wa-dvop"])
def test_a_typo_is_suggested_and_never_taken(typo: str) -> None:
    found = resolve_instrument(place_law("us-wa"), typo)
    assert found.instrument is None
    assert not found.choices
    assert found.nearest[0].id == "wa-dvpo"


def test_a_word_that_suggests_one_instrument_is_still_a_choice() -> None:
    found = resolve_instrument(place_law("us-tx"), "TRO")
    assert found.instrument is None
    assert [choice.id for choice in found.choices] == ["tx-exparte"]


@pytest.mark.parametrize("text", ["zebra", "", "   ", "---"])
def test_a_word_that_means_nothing_gives_nothing(text: str) -> None:
    found = resolve_instrument(place_law("us-wa"), text)
    assert (found.instrument, found.choices, found.nearest) == (None, (), ())


def test_where_no_place_is_known_no_instrument_is_found() -> None:
    found = resolve_instrument(place_law(None), "restraining order")
    assert (found.instrument, found.choices, found.nearest) == (None, (), ())
    assert {meaning.track for meaning in common_meanings("Restraining Order")} == {Kind.CIVIL}
    assert common_meanings("zebra") == ()


@pytest.mark.parametrize("code", known_jurisdictions())
def test_every_instrument_is_found_by_its_id_and_among_those_of_each_of_its_names(code: str) -> None:
    law = place_law(code)
    for instrument in law.file.instruments:
        by_id = resolve_instrument(law, instrument.id)
        assert by_id.instrument is instrument
        for name in (instrument.name, *instrument.also_called):
            found = resolve_instrument(law, name)
            assert instrument in ((found.instrument,) if found.instrument else found.choices), name


def test_places_are_found_by_what_they_call_an_order() -> None:
    assert {code for code, _ in places_calling_it("209A")} == {"us-ma"}
    assert {instrument.id for _, instrument in places_calling_it("DANCO")} == {
        "mn-danco-pretrial",
        "mn-danco-probation",
    }
    assert {code for code, _ in places_calling_it("peace order")} == {"us-md"}
    assert "us-wa" not in {code for code, _ in places_calling_it("PFA")}
    assert places_calling_it("zebra") == ()


def test_a_broad_word_is_not_one_order_because_the_place_uses_it_as_an_alias_of_one() -> None:
    law = place_law("us-ma")
    assert "no contact order" in law.instruments["ma-release-no-contact"].also_called
    found = resolve_instrument(law, "no-contact order")
    assert found.instrument is None
    assert {choice.id for choice in found.choices} >= {"ma-release-no-contact", "ma-probation-no-contact"}


def test_a_common_alias_works_where_the_place_has_another_name() -> None:
    found = resolve_instrument(place_law("us-wa"), "DVRO")
    assert [choice.id for choice in found.choices] == ["wa-dvpo"]


def test_a_known_word_for_an_order_that_the_place_does_not_have_is_no_typo() -> None:
    found = resolve_instrument(place_law("us-wa"), "EPO")
    assert (found.instrument, found.choices, found.nearest) == (None, (), ())


@pytest.mark.parametrize("alias", ["TPO", "OOP", "order of protection", "209A", "DVRO", "CPO", "NCO"])
def test_a_common_alias_resolves_wherever_a_name_has_it(alias: str) -> None:
    """It finds the order type of that very name, or else offers all that have it in a name."""
    having = 0
    for code in known_jurisdictions():
        law = place_law(code)
        found = resolve_instrument(law, alias)
        offered = {one.id for one in ([found.instrument] if found.instrument else found.choices)}
        official = [one.id for one in law.file.instruments if plain(one.name, law.name) == plain(alias)]
        for one in law.file.instruments:
            names = [plain(name, law.name) for name in (one.id, one.name, *one.also_called)]
            if any(f" {plain(alias)} " in f" {name} " for name in names):
                having += 1
                assert one.id in offered or offered == set(official), (code, one.id)
    assert having


def dropped(name: str) -> str:
    """The name without its middle letter."""
    return name[: len(name) // 2] + name[len(name) // 2 + 1 :]


def swapped(name: str) -> str:
    """The name with its third and fourth letter in each other's place."""
    return name[:2] + name[3] + name[2] + name[4:]


@pytest.mark.parametrize("typo", [dropped, swapped])
@pytest.mark.parametrize("code", known_jurisdictions())
def test_a_typo_in_a_name_offers_that_order_type_first(code: str, typo: Callable[[str], str]) -> None:
    law = place_law(code)
    for one in law.file.instruments:
        found = resolve_instrument(law, typo(one.name))
        if found.instrument is None and not found.choices:
            same_name = {other.id for other in law.file.instruments if other.name == one.name}
            assert found.nearest, one.name
            assert found.nearest[0].id in same_name, one.name
