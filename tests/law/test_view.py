"""The law of a place as plain data: nothing lost, every value with its citation."""

import json

import pytest

from stayaway.law.load import known_jurisdictions, law_book, place_law
from stayaway.law.view import federal_view, place_view, table


@pytest.mark.parametrize("code", [*known_jurisdictions(), "us-zz", None])
def test_a_view_is_json_and_every_value_in_it_is_cited(code: str | None) -> None:
    view = json.loads(json.dumps(place_view(place_law(code))))
    cited = [*view["facts"].values(), *view["instruments"]["civil"], *view["instruments"]["criminal"]]
    for value in cited:
        if value["authority"] is None:
            assert value["rule"] in ("silent", "unknown")
        else:
            assert value["authority"]["cite"]
            assert value["authority"]["as_of"]
            assert value["authority"] == value["rests_on"][0]


def test_a_view_shows_what_the_file_says_and_what_it_does_not_know() -> None:
    law = place_law("us-wa")
    view = place_view(law)
    assert {one["id"] for one in view["instruments"]["civil"] + view["instruments"]["criminal"]} == set(law.instruments)
    assert view["facts"]["violation_civil"]["class"] == "gross misdemeanor"
    assert view["facts"]["violation_civil"]["max_jail"] == "P364D"
    assert view["facts"]["civil_relief"]["support"] is None
    assert view["unknown"] == list(law.file.unknown)
    assert view["sources"]["s22"]["as_of"] == "2026-02 copy"
    sanco = next(one for one in view["instruments"]["criminal"] if one["id"] == "wa-sanco")
    assert sanco["ends"]["may_be_continued_for"] == ["civil_petition"]
    assert sanco["ends"]["authority"]["cite"] == "RCW 9A.44.210(1)-(5)"


def test_what_comes_from_the_general_rules_is_marked() -> None:
    assert not place_view(place_law("us-wa"))["facts"]["fees"]["general"]
    assert all(fact["general"] for fact in place_view(place_law(None))["facts"].values())
    silent = next(code for code in known_jurisdictions() if place_law(code).own.civil_renewal is None)
    view = place_view(place_law(silent))
    assert view["facts"]["civil_renewal"]["general"]
    assert "civil_renewal" in view["not_found"]


def test_the_table_has_a_row_for_each_place_fact_and_key() -> None:
    rows = table(law_book())
    assert all(set(row) == {"place", "fact", "key", "value", "cite", "url", "kind", "as_of"} for row in rows)
    assert {row["place"] for row in rows} == {*known_jurisdictions(), "us"}
    named = [(row["place"], row["fact"], row["key"]) for row in rows]
    assert len(named) == len(set(named))
    found = {(row["place"], row["fact"], row["key"]): row for row in rows}
    assert found["us-wa", "criminal_ends", "on_dismissal"]["value"] == "automatic"
    assert found["us-wa", "wa-sanco", "ends.on_dismissal"]["cite"] == "RCW 9A.44.210(1)-(5)"
    assert found["us-wa", "wa-stalking-nco-sentence", "term.default"]["value"] == "P5Y"
    assert found["us", "rahimi", "plain"]["kind"] == "statute"
    json.dumps(rows)


def test_the_table_can_be_of_some_places() -> None:
    rows = table(law_book(), ["us-ca", "us-tx"])
    assert {row["place"] for row in rows} == {"us-ca", "us-tx"}


def test_the_federal_view_is_json_with_help_and_gaps() -> None:
    view = json.loads(json.dumps(federal_view(law_book().federal)))
    assert view["help_lines"]
    assert view["unknown"]
    assert all(item["authority"]["cite"] for item in view["items"])
