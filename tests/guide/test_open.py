"""The journeys that need no papers answer as the library does."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from stayaway import identify, say
from stayaway.law.load import known_jurisdictions, law_book, place_law
from stayaway.reasoning.guidance import Audience, steps_without_papers
from tests.guide.browsing import html_of, shown

PAPERS = (
    ({"jurisdiction": "us-wa", "title": "No-Contact Order", "caption": "State of Washington v. Cole"}, "CRIMINAL"),
    ({"jurisdiction": "us-wa", "caption": "Marin, Petitioner, and Cole, Respondent", "who_asked": "I did"}, "CIVIL"),
    ({"title": "Order"}, "NOT SURE"),
    ({"conditions": "released on bail\nno new crimes", "court": "Municipal Court"}, ""),
)


@pytest.mark.parametrize(("paper", "begins"), PAPERS)
def test_which_order_is_this(client: Client, paper: dict[str, str], begins: str) -> None:
    page = shown(client.post("/which/", paper, follow=True))
    facts = {**paper, "conditions": tuple(paper.get("conditions", "").splitlines())}
    found = identify(facts)
    assert begins in page
    for item in found.evidence:
        assert say(item.reason) in page
    if found.settle_by:
        assert say(found.settle_by) in page


def test_what_was_written_is_there_to_change(client: Client) -> None:
    client.post("/which/", {"title": 'A "paper" <b>', "jurisdiction": "us-tx"})
    html = html_of(client.get("/which/"))
    assert 'value="A &quot;paper&quot; &lt;b&gt;"' in html
    assert '<option value="us-tx" selected>' in html


def test_an_answer_without_a_question_asks_it(client: Client) -> None:
    assert client.get("/which/answer/").headers["Location"] == "/which/"
    assert client.get("/next/steps/").headers["Location"] == "/next/"


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("place", ["us-wa", ""])
def test_the_next_steps_are_those_of_the_library(client: Client, audience: Audience, place: str) -> None:
    from stayaway.guide.asking import present

    page = shown(client.post("/next/", {"who": audience.value, "place": place}, follow=True))
    said = [say(step.reason) for step in steps_without_papers(audience, law_book(), place or None, present())]
    missing = [text for text in said if " ".join(text.split()) not in page.replace(" ,", ",").replace(" .", ".")]
    assert missing == []
    assert "911" in html_of(client.get("/"))


def test_a_reader_has_to_be_chosen(client: Client) -> None:
    assert "Choose one" in shown(client.post("/next/", {"place": "us-wa"}, follow=True))


@pytest.mark.parametrize("code", known_jurisdictions())
def test_every_place_has_a_page_with_its_sources(client: Client, code: str) -> None:
    response = client.get(f"/law/{code}/")
    html = html_of(response)
    assert place_law(code).name in shown(response)
    marks = {int(number) for number in re.findall(r'href="#source-(\d+)"', html)}
    listed = {int(number) for number in re.findall(r'id="source-(\d+)"', html)}
    assert marks == listed, "each mark leads to a source, and each source is named"


def test_the_whole_of_a_place_can_be_read(client: Client) -> None:
    assert len(html_of(client.get("/law/us-wa/all/"))) > len(html_of(client.get("/law/us-wa/")))
    assert client.get("/law/us-zz/").status_code == 404


def test_two_places_side_by_side(client: Client) -> None:
    page = shown(client.post("/law/beside/", {"first": "us-wa", "second": "us-ca"}, follow=True))
    assert "Washington and California" in page
    again = shown(client.post("/law/beside/", {"first": "us-wa", "second": "us-wa"}, follow=True))
    assert "two different states" in again


@pytest.mark.parametrize("path", ["/law/compare/", "/law/questions/", "/law/us-wa/compare/", "/law/us-wa/questions/"])
def test_the_quick_reference_and_the_four_questions(client: Client, path: str) -> None:
    page = shown(client.get(path))
    assert ("Washington" in page) == ("us-wa" in path)
    assert "criminal" in page


def test_what_is_missing_is_shown(client: Client) -> None:
    assert "51" in shown(client.get("/law/known/"))
