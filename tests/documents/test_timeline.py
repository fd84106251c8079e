"""The timeline: well formed, said in words, and legible without colour."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from stayaway.wording.language import LANGUAGES
from tests.cli.asking import FAMILY
from tests.documents.making_documents import UNDECIDED, made, text_of

SVG = "{http://www.w3.org/2000/svg}"


def picture(text: str, person: str = "rosa", on: str = "2025-03-10", *, neutral: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(made(text, person, on, neutral=neutral)["timeline.svg"].content)


def bars(root: ElementTree.Element) -> list[str]:
    """The fills of the bars above the axis."""
    axis = min(float(line.get("y1", 0)) for line in root.iter(f"{SVG}line") if line.get("stroke-width") == "1")
    found = []
    for bar in root.iter(f"{SVG}polygon"):
        if float(bar.get("points", "").split(" ")[0].split(",")[1]) < axis:
            found.append(bar.get("fill", ""))
    return found


def test_it_says_in_words_what_it_shows() -> None:
    root = picture(UNDECIDED)
    assert root.get("role") == "img"
    named = root.get("aria-labelledby", "").split()
    said = {element.get("id"): element.text for element in root.iter() if element.get("id") in named}
    assert list(said) == named
    lines = made(UNDECIDED, "rosa", "2025-03-10")["timeline.txt"].content.decode("utf-8")
    listed = re.findall(r"^- (.*)$", lines, re.MULTILINE)
    assert said[named[1]] == " ".join(listed)
    assert listed == [
        "Order 1, March 1, 2024 to March 1, 2025: in force.",
        "Order 1, from March 2, 2025 on, with no end known: not sure, treat it as in force.",
        "Order 2, from February 21, 2024 on, with no end known: in force.",
    ]


def test_what_is_not_sure_is_hatched() -> None:
    root = picture(UNDECIDED)
    assert root.find(f".//{SVG}pattern[@id='hatch']") is not None
    assert bars(root) == ["#000", "url(#hatch)", "#000"]
    assert bars(picture(FAMILY, on="2024-05-03")) == ["#000", "#000"]


def test_it_is_black_and_white() -> None:
    given = {value for one in picture(UNDECIDED).iter() for key, value in one.items() if key in {"fill", "stroke"}}
    assert given == {"#000", "#fff", "url(#hatch)"}


def test_it_holds_no_script_and_no_address() -> None:
    content = made(FAMILY, "rosa", "2025-03-10")["timeline.svg"].content.decode("utf-8")
    assert not re.search(r"<script|<style|<image|<a\b|href|\bon\w+=|@import", content)
    assert re.findall(r"https?://[^\"' ]+", content) == ["http://www.w3.org/2000/svg"]


def test_nothing_is_drawn_outside() -> None:
    far = FAMILY.replace("expires: 2025-03-01", "expires: 9999-12-31")
    for root in (picture(far), picture(FAMILY, on="2124-01-01"), picture(FAMILY, on="1950-01-01")):
        _, _, width, height = map(float, root.get("viewBox", "").split())
        for element in root.iter():
            for name in ("x", "x1", "x2"):
                assert 0 <= float(element.get(name, 0)) <= width
            for name in ("y", "y1", "y2"):
                assert 0 <= float(element.get(name, 0)) <= height
            for point in element.get("points", "").split():
                assert 0 <= float(point.split(",")[0]) <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_have_room(language: str) -> None:
    """By the width of an average letter: no list of fonts is sure to be there."""
    root = ElementTree.fromstring(made(UNDECIDED, "rosa", "2025-03-10", language=language)["timeline.svg"].content)
    for text in root.iter(f"{SVG}text"):
        wide = len(text.text or "") * float(text.get("font-size", 0)) * 0.62
        start = (
            float(text.get("x", 0)) - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")] * wide
        )
        assert start >= 0, text.text
        assert start + wide <= float(root.get("width", 0)), text.text


def test_a_title_can_be_neutral() -> None:
    title = picture(FAMILY, neutral=True).find(f"{SVG}title")
    assert title is not None
    assert title.text == "Timeline"


def test_without_a_beginning_it_says_so() -> None:
    text = FAMILY[: FAMILY.index("orders:\n")] + "orders: {}\n"
    assert "No day is known on which an order began." in text_of(made(text, "rosa")["timeline.txt"])
