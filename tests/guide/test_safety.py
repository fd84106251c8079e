"""The promises of docs/safety.md: each has its test here, and the page names it."""

from __future__ import annotations

import io
import logging
import re
import tempfile
from collections.abc import Iterator
from gzip import compress
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.test import Client

from stayaway.guide import sessions
from stayaway.guide.journeys import JOURNEYS
from stayaway.guide.sessions import IDLE_SECONDS, MOST_VISITS, VISITS, Visits
from stayaway.web.logs import OnlyThePlace
from stayaway.web.settings import SHARED, SHARED_STATIC
from tests.guide.browsing import html_of, shown

GUIDE = Path(sessions.__file__).parent
TEMPLATES = sorted([*GUIDE.rglob("*.html"), *SHARED.rglob("*.html")])
PAGES = ("/", "/safety/", "/which/", "/next/", "/law/", "/law/us-wa/", "/law/compare/", "/law/beside/", "/nothing/")
SECRET = "Marrowbone"
"""A word that somebody wrote into a form."""


def write(client: Client) -> None:
    answer = client.post("/which/", {"title": f"No-Contact Order {SECRET}", "caption": "State v. Cole"})
    assert answer.headers["Location"] == "/which/answer/"
    assert "CRIMINAL" in shown(client.get("/which/answer/"))


# ---- leaving --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_exit_above_its_content_and_right_after_the_skip_link(client: Client, path: str) -> None:
    html = html_of(client.get(path))
    links = re.findall(r"<a [^>]*>", html)
    assert 'href="#main"' in links[0]
    assert "exit" in links[1]
    assert 'href="/exit/"' in links[1]
    button = re.search(r'<a class="usa-button[^"]* exit"[^>]*>', html)
    assert button is not None
    assert button.start() < html.index("<main")
    assert 'rel="nofollow noreferrer"' in button.group()
    assert f'data-to="{settings.EXIT_TO}"' in button.group()
    assert 'src="/static/guide/exit.js"' in html
    assert 'role="status"' in html


def test_the_exit_works_without_scripts_and_forgets_the_visit(client: Client) -> None:
    write(client)
    answer = client.get("/exit/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == settings.EXIT_TO
    assert len(VISITS) == 0
    for cookie in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        assert answer.cookies[cookie].value == ""
        assert answer.cookies[cookie]["max-age"] == 0
    assert SECRET not in html_of(client.get("/which/answer/", follow=True))


def test_the_script_of_the_exit_forgets_the_visit_without_a_token(stranger: Client) -> None:
    stranger.get("/law/?seen=1")
    assert len(VISITS) == 1
    assert stranger.post("/exit/").status_code == 204
    assert len(VISITS) == 0


def test_a_wiped_visit_is_not_brought_back_by_a_page_that_was_still_being_made(client: Client) -> None:
    write(client)
    key = client.session.session_key
    slow = sessions.SessionStore(key)
    slow["papers"] = SECRET
    client.get("/exit/")
    with pytest.raises(UpdateError):
        slow.save()
    assert len(VISITS) == 0


@pytest.mark.parametrize("path", [journey.path for journey in JOURNEYS])
def test_leaving_is_explained_before_the_first_journey(stranger: Client, path: str) -> None:
    first = stranger.get(path)
    assert "You can leave this site fast" in shown(first)
    assert "history" in shown(first)
    assert "spyware" in shown(first)
    assert f'href="{path}?seen=1"' in html_of(first)
    assert "You can leave this site fast" not in shown(stranger.get(f"{path}?seen=1", follow=True))
    assert "You can leave this site fast" not in shown(stranger.get("/law/"))


# ---- traces ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*PAGES, "/exit/", "/static/guide/exit.js"])
def test_every_response_carries_the_headers_of_safety(client: Client, path: str) -> None:
    response = client.get(path)
    headers = response.headers
    response.close()
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_nothing_from_elsewhere_and_holds_no_script_or_style(client: Client, path: str) -> None:
    html = html_of(client.get(path))
    assert (
        re.findall(r'<(?:script|img|iframe|link|source|video|audio|object|embed)[^>]*(?:src|href)="https?:', html) == []
    )
    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=", html) == []


def test_a_link_to_elsewhere_does_not_say_where_it_was_followed(client: Client) -> None:
    for link in re.findall(r'<a [^>]*href="https?:[^>]*>', html_of(client.get("/law/us-wa/"))):
        assert "noreferrer" in link


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_same_neutral_name(client: Client, path: str) -> None:
    assert re.findall(r"<title>(.*?)</title>", html_of(client.get(path))) == ["Guide"]


def test_no_address_holds_what_was_written(client: Client) -> None:
    answer = client.post("/which/", {"title": SECRET}, follow=True)
    assert [SECRET in address for address, _ in answer.redirect_chain] == [False]
    for template in TEMPLATES:
        assert 'method="get"' not in template.read_text("utf-8").lower(), template.name
        for form in re.findall(r"<form[^>]*>", template.read_text("utf-8")):
            assert 'method="post"' in form, template.name


def test_cookies_say_only_which_visit_it_is(client: Client) -> None:
    write(client)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert SECRET not in cookie.value
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["max-age"] == "", "it would outlive the browser"
    assert {settings.SESSION_COOKIE_SAMESITE, settings.CSRF_COOKIE_SAMESITE} == {"Strict"}
    assert settings.CSRF_COOKIE_HTTPONLY


# ---- what is kept ---------------------------------------------------------------------------------------------------


@pytest.fixture
def clock() -> Iterator[list[float]]:
    now = [0.0]
    before, VISITS.clock = VISITS.clock, lambda: now[0]
    yield now
    VISITS.clock = before


def test_a_visit_is_forgotten_after_twenty_idle_minutes(client: Client, clock: list[float]) -> None:
    write(client)
    clock[0] += IDLE_SECONDS - 1
    assert SECRET in html_of(client.get("/which/")), "asking is not being idle"
    clock[0] += IDLE_SECONDS - 1
    assert SECRET in html_of(client.get("/which/"))
    clock[0] += IDLE_SECONDS + 1
    VISITS.sweep()
    assert len(VISITS) == 0
    assert IDLE_SECONDS == 20 * 60


def test_of_too_many_visits_the_longest_idle_is_dropped() -> None:
    visits = Visits(clock=lambda: 0.0)
    for number in range(MOST_VISITS + 1):
        visits.put(str(number), {})
    assert len(visits) == MOST_VISITS
    assert not visits.has("0")


def test_nothing_is_kept_outside_of_memory(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file was opened")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    write(client)
    assert {base["ENGINE"] for base in settings.DATABASES.values()} <= {"django.db.backends.dummy"}
    assert settings.SESSION_ENGINE == "stayaway.guide.sessions"
    assert settings.FILE_UPLOAD_HANDLERS == ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
    assert "admin" not in str(settings.INSTALLED_APPS)


def test_two_visits_see_nothing_of_each_other(client: Client, stranger: Client) -> None:
    write(client)
    assert SECRET not in html_of(stranger.get("/which/?seen=1"))


# ---- logs -----------------------------------------------------------------------------------------------------------


def test_a_failure_is_logged_without_what_was_asked(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("stayaway.guide.open.paper_of", fail)
    client.raise_request_exception = False
    heard = io.StringIO()
    listening = logging.StreamHandler(heard)
    listening.setFormatter(OnlyThePlace())
    monkeypatch.setattr(logging.getLogger("django.request"), "handlers", [listening])
    client.post("/which/", {"title": SECRET})
    page = client.get("/which/answer/")
    assert page.status_code == 500
    assert "our fault" in shown(page)
    assert heard.getvalue().startswith("ValueError at ")
    assert SECRET not in heard.getvalue() + html_of(page)


def test_requests_are_not_logged() -> None:
    for name in ("django", "django.server", "waitress"):
        assert settings.LOGGING["loggers"][name]["handlers"] == ["nowhere"]
    assert settings.LOGGING["formatters"]["place"]["()"] == "stayaway.web.logs.OnlyThePlace"
    assert settings.DEBUG is False


# ---- forms ----------------------------------------------------------------------------------------------------------


def token(client: Client) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html_of(client.get("/which/?seen=1")))
    assert found is not None
    return found.group(1)


def test_a_form_needs_its_token(stranger: Client) -> None:
    refused = stranger.post("/which/", {"title": SECRET})
    assert refused.status_code == 403
    assert "deleted" in shown(refused)
    sent = {"title": SECRET, "csrfmiddlewaretoken": token(stranger)}
    # As browsers send it with `Referrer-Policy: no-referrer`.
    own = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert stranger.post("/which/", sent, headers=own).status_code == 302
    assert stranger.post("/which/", sent, headers=own, secure=True).status_code == 302
    foreign = {"Origin": "null", "Sec-Fetch-Site": "cross-site"}
    assert stranger.post("/which/", sent, headers=foreign).status_code == 403
    assert stranger.post("/which/", sent, headers={"Origin": "https://example.org"}).status_code == 403


# ---- the exit's script, and the weight of a page ---------------------------------------------------------------------


def test_the_exit_script_blanks_first_and_leaves_no_way_back() -> None:
    script = (GUIDE / "static/guide/exit.js").read_text("utf-8")
    leave = script[script.index("function leave") : script.index("function say")]
    assert leave.index("textContent") < leave.index("sendBeacon") < leave.index("location.replace")
    assert "WINDOW = 5000" in script
    assert "PRESSES = 3" in script
    assert re.findall(r"https?://|eval|innerHTML", script) == []


def test_the_first_page_is_light_enough_for_a_slow_phone(stranger: Client) -> None:
    styles = SHARED_STATIC / "vendor/site.css"
    assert styles.is_file(), "make assets"
    loaded = [stranger.get("/").content, styles.read_bytes(), (GUIDE / "static/guide/exit.js").read_bytes()]
    assert sum(len(compress(part)) for part in loaded) < 150_000
