"""Names and words that try to be something else are shown as they are, or as far as can be."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

import stayaway
from stayaway.documents import Document, documents_for
from stayaway.documents.text import breakable, clean, short
from stayaway.documents.typeset import pdf
from stayaway.law.load import law_book
from stayaway.model import AsOf, Papers
from stayaway.wording.say import Speaker
from tests.documents.making_documents import made, reader_of, text_of
from tests.reasoning.random_papers import DAN, ROSA, as_ofs, orders, papers_of

MARKUP = [
    '#eval("1+1")',
    '#import "@preview/x:1": *',
    '#read("/etc/passwd")',
    "$x^2$ *bold* _slanted_ `raw` <label> @reference",
    "\"quoted\" 'quoted' \\ back // not a comment /* nor this */",
    "= heading - list + enum / term: x",
    "</text><script>alert(1)</script>&amp;",
    "{person} {0} {{7*7}} %s {page}",
]
UNUSUAL = [
    "שלום עולם 12",
    "محمد 34",
    "😀🤖👩‍👩‍👧‍👦",
    "李明",
    "हिन्दी",
    "e\u0301" * 200,
    "ﷺ" * 40,
    "word " * 400,
    "x" * 2_000,
    "\u0600\u0601",
]


def file_with(words: str) -> str:
    return (
        json.dumps(
            {
                "jurisdiction": "us-wa",
                "people": {"rosa": {"name": words}, "dan": {"name": f"D {words}"}},
                "places": {"home": {"label": words}},
                "cases": {
                    "c": {"kind": "civil", "court": words, "number": words, "petitioner": "rosa", "respondent": "dan"}
                },
                "orders": {
                    "o": {
                        "case": "c",
                        "restrained": "dan",
                        "protects": ["rosa"],
                        "issued": "2024-03-01",
                        "expires": "2025-03-01",
                        "terms": ["no_contact", {"stay_away": {"from": ["home"]}}, {"other": words}],
                    }
                },
            }
        )
        + "\n"
    )


@pytest.mark.parametrize("words", MARKUP)
def test_markup_is_shown_and_not_obeyed(words: str) -> None:
    found = made(file_with(words), "dan")
    # A line may break anywhere in it, so spaces are not compared.
    shown = "".join(words.split())
    for name in ("sheet.pdf", "card.pdf", "timeline.svg"):
        said = text_of(found[name])
        if name == "timeline.svg":
            said = "".join(ElementTree.fromstring(said).itertext())
        assert shown[:20] in "".join(said.split()), name
    Calendar.from_ical(found["calendar.ics"].content)


@pytest.mark.parametrize("words", UNUSUAL, ids=lambda words: f"{words[:4]}-{len(words)}")
def test_unusual_text_makes_documents_all_the_same(words: str) -> None:
    found = made(file_with(words), "rosa", qr="case-number")
    assert "IN FORCE" in text_of(found["sheet.pdf"])
    ElementTree.fromstring(found["timeline.svg"].content)
    assert Calendar.from_ical(found["calendar.ics"].content).walk("VEVENT")


def test_a_card_has_two_sides_however_long_the_names_are() -> None:
    for words in ("x" * 10_000, "word " * 2000, "WWWWWWWW " * 100, "ﷺ" * 400):
        pages = reader_of(made(file_with(words), "rosa", qr="case-number")["card.pdf"]).pages
        assert len(pages) == 2
        assert "Ends" in pages[0].extract_text()
        assert "Checked on" in pages[1].extract_text()


def test_long_text_is_whole_on_the_sheet() -> None:
    words = f"begins {'x' * 9_000} ends"
    sheet = made(file_with(words), "rosa")["sheet.pdf"]
    lines = [line for page in reader_of(sheet).pages for line in page.extract_text().split("\n")]
    assert max(map(len, lines)) < 150
    said = text_of(sheet)
    assert said.count("begins") > 5
    assert said.count("x") >= 9_000 * said.count("begins")


def test_a_sign_that_no_font_has_is_shown_as_missing() -> None:
    back = {"heading": "H", "terms": ["a\U000105cfb"], "not_the_order": "N", "checked": "C"}
    shown: dict[str, Any] = {"lang": "en", "title": "t", "fronts": [[]], "qr": None, "qr_alt": "", "back": back}
    made_of_it = Document("card.pdf", pdf("card", shown, date(2024, 5, 3)), ())
    assert "a□b" in text_of(made_of_it)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\x00", "\x07", "\x1b", "\ufeff", "\ud800", "\ufffe"])
def test_signs_that_move_other_text_about_are_left_out(sign: str) -> None:
    assert clean(f"a{sign}b") == "ab"


@given(st.text(max_size=120))
def test_clean_text_stays_clean_and_fits(text: str) -> None:
    once = clean(text)
    assert clean(once.strip("\u2068\u2069")) == once
    assert "\n" not in once
    assert len(short(once, 20)) <= 21
    assert breakable(once).replace("\u200b", "") == once.replace("\u200b", "")
    ElementTree.fromstring(ElementTree.tostring(_element(once)))


def _element(text: str) -> ElementTree.Element:
    element = ElementTree.Element("text")
    element.text = text
    return element


printable = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


@settings(max_examples=12)
@given(printable)
def test_any_name_can_be_printed(name: str) -> None:
    from stayaway.files import FileFaults

    try:
        papers = stayaway.read(file_with(name))
    except FileFaults:
        return
    found = stayaway.make_documents(papers, "rosa", on="2024-05-03", qr="case-number")
    assert [one.name for one in found][:2] == ["sheet.pdf", "card.pdf"]


@settings(max_examples=8)
@given(st.lists(orders(), min_size=1, max_size=3), as_ofs, st.sampled_from([DAN, ROSA]))
def test_any_papers_make_documents(held: list[object], at: AsOf, person: object) -> None:
    papers: Papers = papers_of(*held)  # type: ignore[arg-type]
    found = documents_for(papers, person, law_book(), at, Speaker("en", papers))  # type: ignore[arg-type]
    assert {one.name for one in found} >= {"sheet.pdf", "timeline.svg", "timeline.txt"}
    again = documents_for(papers, person, law_book(), at, Speaker("en", papers))  # type: ignore[arg-type]
    assert [one.content for one in found] == [one.content for one in again]
