"""The sheet says what the orders say, in the order in which a reader asks."""

from __future__ import annotations

from tests.cli.asking import FAMILY
from tests.documents.making_documents import UNDECIDED, made, reader_of, sample, text_of


def test_it_says_everything_that_it_is_for() -> None:
    said = text_of(sample()["sheet.pdf"])
    in_turn = [
        "For Robin Example",
        "As of April 1, 2025",
        "General information, not legal advice",
        "IN FORCE: Order 1",
        "Kind: Restraining order (civil, final): Domestic violence restraining order after hearing",
        "Court: Superior Court of Plumas County",
        "Made: February 14, 2025",
        "Ends: February 14, 2028",
        "IN FORCE: Order 2",
        "No-contact order (criminal, before trial)",
        "What Alex Example must and must not do toward Robin Example",
        "Allowed only: contact through lawyers",
        "Order 2, also in Order 1",
        "What changes next",
        "November 14, 2027",
        "Who can change or end it",
        "What to do",
        "call 911",
        "Sources",
        "[1] Family Code 6345",
    ]
    # Two orders stand side by side, and are read one after the other.
    places = [said.find(" ".join(part.split())) for part in in_turn]
    assert -1 not in places, in_turn[places.index(-1)]
    assert places == sorted(places)
    assert said.count("not legal advice") == 1


def test_the_sources_are_those_that_the_sheet_names() -> None:
    import re

    for name in ("sheet.pdf", "sheet-1.pdf", "sheet-2.pdf"):
        body, listed = text_of(sample()[name]).split(" Sources ")
        named = {int(n) for n in re.findall(r"\[(\d+)\]", body)}
        assert named == {int(n) for n in re.findall(r"\[(\d+)\]", listed)} == set(range(1, len(named) + 1))


def test_the_sheet_of_one_order_says_that_others_may_be_stricter() -> None:
    one = text_of(made(FAMILY, "rosa")["sheet-1.pdf"])
    assert "There are other orders too" in one
    assert "another order may forbid" in one
    assert "contact about children" in one
    assert "Order 2 in plain words" in text_of(made(FAMILY, "rosa")["sheet-2.pdf"])


def test_an_order_that_may_go_on_is_not_said_to_have_ended() -> None:
    said = text_of(made(UNDECIDED, "dan", "2025-03-10")["sheet.pdf"])
    assert "NOT SURE – treat it as in force: Order 1" in said
    assert "Ends: March 1, 2025, but it may go on" in said
    assert "Order 1 ends at the end of March 1, 2025" not in said
    assert "It is not sure that every order above is in force" in said


def test_the_restrained_person_is_spoken_to() -> None:
    said = text_of(made(FAMILY, "dan")["sheet.pdf"])
    assert "What you must and must not do" in said
    assert "Do not contact Rosa Marin" in said
    assert "Where the orders clash" in said


def test_an_order_that_ended_has_a_sheet_and_no_card() -> None:
    ended = FAMILY.replace("entry: served}", "entry: served}\n      - {on: 2024-04-01, entry: terminated}")
    found = made(ended, "rosa")
    assert "NOT IN FORCE: Order 1" in text_of(found["sheet-1.pdf"])
    assert "What Daniel Cole must" not in text_of(found["sheet-1.pdf"])
    assert {name for name in found if name.startswith("card")} == {"card.pdf", "card-2.pdf"}


def test_one_order_needs_no_number_in_its_file_name() -> None:
    text = FAMILY[: FAMILY.index("  no-contact:\n    case")]
    assert [name for name in made(text, "rosa") if name.endswith("pdf")] == ["sheet.pdf", "card.pdf"]


def test_papers_without_orders_have_a_sheet() -> None:
    text = FAMILY[: FAMILY.index("orders:\n")] + "orders: {}\n"
    found = made(text, "rosa")
    assert set(found) == {"sheet.pdf", "timeline.svg", "timeline.txt"}
    assert "There is no order in this file." in text_of(found["sheet.pdf"])


def test_the_pages_are_few() -> None:
    assert len(reader_of(sample()["sheet.pdf"]).pages) <= 3
    assert len(reader_of(sample()["sheet-1.pdf"]).pages) <= 2


def test_somebody_gets_only_their_own_orders() -> None:
    found = made(FAMILY, "sam")
    assert {id for one in found.values() for id in one.about} == {"no-contact"}
    assert "King County" not in text_of(found["sheet.pdf"])
