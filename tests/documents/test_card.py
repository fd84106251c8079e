"""The card: few words, no place at all, and a code to scan only for who asks for one."""

from __future__ import annotations

from typing import Any

import pytest
import segno

import stayaway
from tests.cli.asking import FAMILY
from tests.documents.making_documents import UNDECIDED, made, reader_of, sample, text_of

CARDS = ["card.pdf", "card-1.pdf", "card-2.pdf"]


def test_front_and_back() -> None:
    front, back = (" ".join(p.extract_text().split()) for p in reader_of(sample()["card-1.pdf"]).pages)
    for part in ("IN FORCE as of April 1, 2025", "Superior Court of Plumas County", "Alex Example", "Robin Example"):
        assert part in front
    assert "February 14, 2025" in front
    assert "February 14, 2028" in front
    for part in (
        "No contact with Robin Example, except as the order says",
        "Stay 100 yards or more away",
        "This is not the order. Verify with the court or dispatch.",
        "Checked on April 1, 2025",
    ):
        assert part in back


def test_of_several_orders_the_widest_distance_stands() -> None:
    assert "Stay 1000 feet or more away" in text_of(made(FAMILY, "rosa")["card.pdf"]).replace("1,000", "1000")


def test_no_contact_is_all_contact_only_where_no_order_excepts_any() -> None:
    assert "No contact of any kind with Rosa Marin" in text_of(made(FAMILY, "rosa")["card.pdf"])
    assert "except as the order says" in text_of(made(FAMILY, "rosa")["card-1.pdf"])


def test_not_sure_is_said() -> None:
    said = text_of(made(UNDECIDED, "rosa", "2025-03-10")["card-1.pdf"])
    assert "NOT SURE as of March 10, 2025 – ask the court" in said
    assert "IN FORCE" not in said


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("person", ["rosa", "dan"])
def test_it_names_no_place(name: str, person: str) -> None:
    said = text_of(made(FAMILY, person, qr="case-number")[name])
    assert [place for place in ("home", "safe place", "cafe") if place in said.lower()] == []


def test_a_code_holds_the_case_number_and_the_court_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []
    real = segno.make

    def noted(text: str, **how: Any) -> Any:
        held.append(text)
        return real(text, **how)

    monkeypatch.setattr(segno, "make", noted)
    stayaway.make_documents(stayaway.read(FAMILY), "rosa", on="2024-05-03")
    assert held == []
    stayaway.make_documents(stayaway.read(FAMILY), "rosa", on="2024-05-03", qr="case-number")
    assert held == ["671234\nSeattle Municipal Court"]


def test_a_number_that_is_too_long_is_not_put_into_a_code_in_part() -> None:
    long = FAMILY.replace('"671234"', f'"{"9" * 60}"')
    plain = made(long, "rosa")["card-2.pdf"].content
    assert made(long, "rosa", qr="case-number")["card-2.pdf"].content == plain


def test_many_orders_take_more_fronts() -> None:
    head, tail = FAMILY.split("orders:\n")
    one = tail[: tail.index("  no-contact:\n    case")]
    many = "".join(one.replace("  civil:\n    case", f"  civil{n}:\n    case") for n in range(5))
    pages = reader_of(made(f"{head}orders:\n{many}", "rosa")["card.pdf"]).pages
    assert len(pages) == 4
    assert [page.extract_text().count("IN FORCE") for page in pages] == [2, 2, 1, 0]
