"""What nobody may see is in no document, and the restrained person is not told what a confidential place is."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache

import pytest

import stayaway
from stayaway.documents.reader import papers_for
from stayaway.model import PersonId
from stayaway.wording.say import Speaker
from tests.cli.asking import EAST, FAMILY, NORTH, SECRET
from tests.documents.making_documents import made, text_of

SPOKEN_OF = FAMILY.replace(
    "      - exchange:",
    f'      - other: "Do not go to {SECRET}, to 77  MARROWBONE lane; not to Rosa\'s home. Nor {NORTH} {EAST}."\n'
    "      - exchange:",
)
"""An order whose own words say where."""
PEOPLE = ["rosa", "dan", "sam"]


@lru_cache(maxsize=64)
def everything(text: str, person: str) -> str:
    """All that the documents hold: their text, and what their streams hold unpacked."""
    found = []
    for one in made(text, person, qr="case-number").values():
        found += [text_of(one), one.content.decode("latin-1")]
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", one.content, re.DOTALL):
            try:
                found.append(zlib.decompress(stream).decode("latin-1"))
            except zlib.error:
                continue
    return " ".join(" ".join(found).replace("\r\n ", "").split()).lower()


@pytest.mark.parametrize("text", [FAMILY, SPOKEN_OF], ids=["in its field", "in the order's own words"])
@pytest.mark.parametrize("person", PEOPLE)
def test_an_address_or_a_position_is_nowhere(text: str, person: str) -> None:
    said = everything(text, person)
    assert [secret for secret in ("marrowbone", NORTH, EAST, "555 0142") if secret in said] == []


@pytest.mark.parametrize(
    ("address", "spoken_of"),
    [
        ("77 Marrowbone Lane, Springfield", "the house at 77 Marrowbone Lane"),
        ("Unit 4, 77 Marrowbone Lane, Springfield", "the house at 77 Marrowbone Lane"),
        ("Lane House, Marrowbone, Springfield", "lane house,marrowbone;  springfield, and nowhere near"),
        ("Marrowbone House\\nSpringfield", "Marrowbone House"),
    ],
)
@pytest.mark.parametrize("person", PEOPLE[:2])
def test_a_part_of_an_address_is_taken_out_too(address: str, spoken_of: str, person: str) -> None:
    text = FAMILY.replace(SECRET, address).replace(
        "      - exchange:", f'      - other: "{spoken_of}"\n      - exchange:'
    )
    said = everything(text, person)
    assert "marrowbone" not in said
    assert "[left out]" in said


def test_a_place_of_an_order_that_restrains_the_reader_is_hidden_though_another_protects_them() -> None:
    cases = "  back: {kind: civil, petitioner: dan, respondent: rosa}\norders:\n"
    terms = "terms: [{stay_away: {from: [home]}}]"
    order = f"  back: {{case: back, restrained: rosa, protects: [dan], issued: 2024-03-01, {terms}}}\n"
    said = everything(FAMILY.replace("orders:\n", cases + order, 1), "rosa")
    assert "rosa's home" not in said
    assert "safe place" in said


def test_the_protected_person_sees_the_label() -> None:
    assert "rosa's home" in everything(FAMILY, "rosa")
    assert "[left out]" in everything(SPOKEN_OF, "rosa")


@pytest.mark.parametrize("text", [FAMILY, SPOKEN_OF])
def test_the_restrained_person_does_not(text: str) -> None:
    said = everything(text, "dan")
    assert "rosa's home" not in said
    assert "safe place" not in said
    assert "a place named in your order" in said
    assert "the cafe" in said


def test_somebody_beside_them_does_not_either() -> None:
    text = FAMILY.replace("  sam: {name: Sam Ortiz}", "  sam: {name: Sam Ortiz}\n  ann: {name: Ann}")
    said = everything(text, "ann")
    assert "rosa's home" not in said
    assert "a place named in the order" in said


def test_with_orders_both_ways_each_sees_their_own_place_alone() -> None:
    both = """
people: {dan: {name: Dan}, rosa: {name: Rosa}}
places:
  hers: {label: the blue house, confidential: true}
  his: {label: the red house, confidential: true}
cases:
  one: {kind: civil, petitioner: rosa, respondent: dan}
  two: {kind: civil, petitioner: dan, respondent: rosa}
orders:
  a: {case: one, restrained: dan, protects: [rosa], issued: 2024-03-01, terms: [{stay_away: {from: [hers]}}]}
  b: {case: two, restrained: rosa, protects: [dan], issued: 2024-03-01, terms: [{stay_away: {from: [his]}}]}
"""
    for person, seen, hidden in (
        ("rosa", "the blue house", "the red house"),
        ("dan", "the red house", "the blue house"),
    ):
        said = everything(both, person)
        assert seen in said
        assert hidden not in said


def test_the_names_of_files_and_the_keys_of_orders_give_nothing_away() -> None:
    telling = FAMILY.replace("  civil:\n    case", "  shelter-on-marrowbone:\n    case")
    found = made(telling, "dan")
    pattern = r"(sheet|card)(-\d)?\.pdf|calendar\.ics|timeline\.(svg|txt)"
    assert all(re.fullmatch(pattern, name) for name in found)
    assert "shelter-on-marrowbone" not in everything(telling, "dan")


def test_the_rest_of_the_papers_stays_as_it_is() -> None:
    papers = stayaway.read(FAMILY)
    told = papers_for(papers, PersonId("rosa"), Speaker("en", papers))
    assert told.orders == papers.orders
    assert told.cases == papers.cases
    assert {id: person.name for id, person in told.people.items()} == {id: p.name for id, p in papers.people.items()}
    assert all(place.address is None and place.at is None for place in told.places.values())
