"""The answers about somebody's papers, on the sample: in words, and the same as the library's."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import stayaway
from stayaway.guide.papers.samples import sample
from tests.cli.asking import FAMILY
from tests.guide.browsing import html_of, shown

ON = "2025-04-01"


@pytest.fixture
def reader(client: Client) -> Client:
    client.post("/papers/sample/")
    client.post("/papers/day/", {"on": ON, "back": "/now/"})
    return client


def test_every_governing_term_is_in_the_table(reader: Client) -> None:
    papers = sample()
    page = shown(reader.get("/now/"))
    for row in stayaway.governing(papers, on=ON).terms:
        assert stayaway.say(row.detail, papers=papers) in page


def test_the_timeline_says_in_words_what_it_draws(reader: Client) -> None:
    html = html_of(reader.get("/now/"))
    assert '<svg class="timeline"' in html
    assert 'aria-hidden="true"' in html.split("<svg")[1].split(">")[0]
    assert "style=" not in html
    assert "February 14, 2025" in shown(reader.get("/now/"))


def test_every_exposure_can_be_read(reader: Client) -> None:
    form = {"from": "alex", "to": "robin", "by": "text", "about": "children", "on": ON}
    page = shown(reader.get(reader.post("/contact/", form).headers["Location"]))
    said = re.sub(r" \[[^\]]*\]", "", page)
    papers = sample()
    for one in stayaway.exposure(papers, "criminal-order", on=ON):
        assert " ".join(stayaway.say(one, papers=papers).split()) in said


def test_a_contact_that_is_not_fully_described_is_not_answered(reader: Client) -> None:
    for form in ({"from": "alex"}, {"from": "alex", "to": "robin"}, {"from": "alex", "to": "alex", "by": "text"}):
        assert reader.post("/contact/", form).status_code == 422
    assert reader.post("/contact/", {"from": "eve", "to": "robin", "by": "text"}).status_code == 422
    assert reader.post("/contact/", {"from": "alex", "to": "robin", "by": "text", "on": "soon"}).status_code == 422
    assert reader.get("/contact/answer/").headers["Location"] == "/contact/"


def test_who_can_change_it_has_the_path_for_one_person(reader: Client) -> None:
    everybody = shown(reader.get("/change/"))
    assert "the prosecutor" in everybody
    reader.post("/change/", {"person": "robin"})
    page = shown(reader.get("/change/"))
    assert "MAY ASK" in page
    assert "Instead:" in page


def test_steps_are_of_the_person_chosen(reader: Client) -> None:
    reader.post("/next/mine/", {"person": "robin"})
    assert "Next steps for Robin Example" in shown(reader.get("/next/mine/"))


def test_a_day_that_is_none_is_today(reader: Client) -> None:
    reader.post("/papers/day/", {"on": "2025-02-30", "back": "//elsewhere.example/"})
    assert "April 1, 2025" not in shown(reader.get("/now/"))


def test_the_language_can_be_changed_on_every_answer(reader: Client) -> None:
    reader.post("/language/", {"language": "es", "back": "/now/"})
    for path in ("/now/", "/contact/", "/change/", "/next/mine/", "/papers/"):
        assert '<html lang="es">' in html_of(reader.get(path))


def test_documents_are_the_persons_own_files(reader: Client) -> None:
    pytest.importorskip("typst")
    ready = reader.post("/papers/documents/", {"person": "robin"})
    assert "Sheet in plain words" in shown(ready)
    assert "Card for the wallet: only order 2" in shown(ready)
    card = reader.post("/papers/documents/", {"person": "robin", "file": "calendar.ics", "neutral": "1"})
    assert card.headers["Content-Disposition"] == 'attachment; filename="calendar.ics"'
    assert b"BEGIN:VCALENDAR" in html_of(card).encode()
    assert reader.post("/papers/documents/", {"person": "robin", "file": "../x"}).status_code == 404


def test_a_code_is_on_the_card_only_where_its_bearer_asks_for_it(client: Client) -> None:
    pytest.importorskip("typst")
    client.post("/papers/open/", {"file": SimpleUploadedFile("mine.yaml", FAMILY.encode())})
    client.post("/papers/day/", {"on": "2024-05-03", "back": "/now/"})
    papers = stayaway.read(FAMILY)
    asks: list[tuple[dict[str, str], str]] = [({}, "none"), ({"qr": "1"}, "case-number")]
    for asked, qr in asks:
        got = client.post("/papers/documents/", {"person": "rosa", "file": "card-2.pdf", **asked})
        made = stayaway.make_documents(papers, "rosa", on="2024-05-03", qr=qr)
        assert bytes(got.content) == next(one.content for one in made if one.name == "card-2.pdf")
    ticked = html_of(client.post("/papers/documents/", {"person": "rosa", "qr": "1"}))
    assert re.search(r'name="qr" value="1" checked', ticked)


def test_without_what_makes_documents_the_page_says_so(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stayaway.guide.papers.documents.can_make", lambda: False)
    assert "cannot be made here" in shown(reader.post("/papers/documents/", {"person": "robin"}))
