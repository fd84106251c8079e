"""Home, the language, and what is shown when something is wrong."""

from __future__ import annotations

from django.test import Client

from tests.guide.browsing import shown


def test_home_offers_the_six_questions(stranger: Client) -> None:
    page = stranger.get("/")
    assert page.status_code == 200
    for title in ("Which order is this?", "May this contact happen?", "The law where you are"):
        assert title in shown(page)


def test_the_notice_is_said_once_on_a_page(stranger: Client) -> None:
    for path in ("/", "/safety/", "/which/", "/nothing/"):
        assert stranger.get(path).content.decode().count("not legal advice") == 1


def test_the_language_is_kept_and_leads_back(client: Client) -> None:
    answer = client.post("/language/", {"language": "es", "back": "/safety/"})
    assert answer.headers["Location"] == "/safety/"
    assert '<html lang="es">' in client.get("/").content.decode()


def test_the_language_switch_leads_nowhere_else(client: Client) -> None:
    for elsewhere in ("https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)"):
        assert client.post("/language/", {"language": "es", "back": elsewhere}).headers["Location"] == "/"


def test_the_browsers_language_is_the_first_guess(stranger: Client) -> None:
    assert '<html lang="en">' in stranger.get("/", headers={"accept-language": "fr, de;q=0.8"}).content.decode()


def test_a_wrong_address_says_so(stranger: Client) -> None:
    page = stranger.get("/nothing/")
    assert page.status_code == 404
    assert "no page here" in shown(page)
