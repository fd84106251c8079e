"""Every PDF is tagged, says its language and title, claims PDF/UA-1, and is the same when it is made again."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

import stayaway
from tests.cli.asking import FAMILY
from tests.documents.making_documents import DAY, made, reader_of, sample, text_of

PDFS = [name for name in sample() if name.endswith(".pdf")]


def tags(node: Any) -> Counter[str]:
    """The tags under a node of the structure tree."""
    found: Counter[str] = Counter()
    waiting = [node]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            if "/S" in one:
                found[one["/S"]] += 1
            if "/K" in one:
                waiting.append(one["/K"])
    return found


def test_there_is_a_sheet_and_a_card_of_each_and_of_all() -> None:
    assert PDFS == ["sheet.pdf", "card.pdf", "sheet-1.pdf", "card-1.pdf", "sheet-2.pdf", "card-2.pdf"]


@pytest.mark.parametrize("name", PDFS)
def test_it_is_tagged_and_claims_to_be_accessible(name: str) -> None:
    reader = reader_of(sample()[name])
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title
    claims = root["/Metadata"].get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in claims
    assert tags(root["/StructTreeRoot"])["/H1"] >= 1


def test_headings_lists_and_tables_with_header_rows_are_tagged() -> None:
    root: Any = reader_of(sample()["sheet.pdf"]).trailer["/Root"]
    found = tags(root["/StructTreeRoot"])
    assert found["/H1"] == 1
    assert found["/H2"] >= 7
    assert found["/Table"] == 1
    assert found["/THead"] == 1
    assert found["/TH"] == 3
    assert found["/L"] >= 3


def test_a_code_to_scan_has_words_for_who_cannot_see_it() -> None:
    card = made(FAMILY, "rosa", qr="case-number")["card-2.pdf"]
    root: Any = reader_of(card).trailer["/Root"]
    assert tags(root["/StructTreeRoot"])["/Figure"] == 1
    waiting, alts = [root["/StructTreeRoot"]], []
    while waiting:
        one: Any = waiting.pop().get_object()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            alts += [one["/Alt"]] if "/Alt" in one else []
            waiting += [one["/K"]] if "/K" in one else []
    assert alts == ["A code to scan that holds the case number and the court"]


def test_a_card_is_of_the_size_of_bank_cards_and_has_two_sides() -> None:
    for name in PDFS:
        if name.startswith("card"):
            pages = reader_of(sample()[name]).pages
            assert len(pages) == 2
            sizes = {
                (round(float(p.mediabox.width) / 72 * 25.4, 1), round(float(p.mediabox.height) / 72 * 25.4, 1))
                for p in pages
            }
            assert sizes == {(85.6, 54.0)}


def test_the_same_papers_and_day_make_the_same_bytes() -> None:
    again = stayaway.make_documents(stayaway.read(FAMILY), "rosa", on=DAY)
    assert {one.name: one.content for one in again} == {name: one.content for name, one in made(FAMILY, "rosa").items()}


def test_a_title_need_not_say_what_it_is() -> None:
    for name, one in made(FAMILY, "rosa", neutral=True).items():
        if name.endswith(".pdf"):
            metadata = reader_of(one).metadata
            assert metadata is not None
            assert metadata.title == "Notes"


def test_the_day_made_for_is_the_one_in_the_file() -> None:
    metadata = reader_of(sample()["sheet.pdf"]).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date().isoformat() == "2025-04-01"
    assert "As of April 1, 2025" in text_of(sample()["sheet.pdf"])
