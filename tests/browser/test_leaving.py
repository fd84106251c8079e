"""Leaving, as somebody at the shoulder would see it: at once, with no way back, and with nothing left on the server."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visiting
from tests.browser.walking import NEUTRAL, Visitor

TELL = """
const send = navigator.sendBeacon.bind(navigator);
navigator.sendBeacon = (to) => {
  const left = document.title + document.body.textContent;
  console.log(left === "" ? "sent while blank" : "sent while it could be read");
  return send(to);
};
"""
"""What could be read when the first request of leaving was sent."""


def press_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def press_button(page: Page) -> None:
    page.locator(".leave-bar a.usa-button.exit").click(no_wait_after=True)


def press_hidden_link(page: Page) -> None:
    page.locator("a.usa-skipnav.exit").focus()
    page.keyboard.press("Enter")


def read_something(visitor: Visitor) -> None:
    """Safety, then the answer about the sample in its place in the history: back from it leads to safety."""
    visitor.open_sample()
    visitor.goto("/safety/")
    visitor.goto("/now/")
    visitor.reads("Robin Example")


def kept_cookies(page: Page) -> list[tuple[str, str]]:
    return [(one["name"], one["value"]) for one in page.context.cookies()]


def is_forgotten(visitor: Visitor, cookies: list[tuple[str, str]]) -> None:
    """Whoever comes again is a stranger, also with the cookies of the visit that is over."""
    page = visitor.page
    for old in (False, True):
        page.context.clear_cookies()
        if old:
            page.context.add_cookies(
                [{"name": name, "value": value, "domain": "127.0.0.1", "path": "/"} for name, value in cookies]
            )
        visitor.goto("/now/")
        visitor.reads("You can leave this site fast")
        visitor.goto("/now/?seen=1")
        assert "Robin Example" not in page.content()
        assert page.locator("form[action='/papers/sample/']").count() == 1


@pytest.mark.parametrize("leave", [press_button, press_shift, press_hidden_link])
def test_with_scripts_the_page_is_blank_at_once_and_cannot_be_gone_back_to(
    visiting: Visiting, neutral: str, leave: Callable[[Page], None]
) -> None:
    visitor = visiting()
    page = visitor.page
    page.add_init_script(TELL)
    told: list[str] = []
    page.on("console", lambda said: told.append(said.text) if said.text.startswith("sent") else None)
    read_something(visitor)
    cookies = kept_cookies(page)
    entries = page.evaluate("history.length")
    leave(page)
    page.wait_for_url(neutral)
    assert page.title() == NEUTRAL
    assert told == ["sent while blank"]
    assert page.evaluate("history.length") == entries, "leaving took the page's place in the history"
    assert any(urlsplit(url).path == "/exit/" for url in visitor.called)

    assert page.context.cookies() == []
    page.go_back()
    assert urlsplit(page.url).path == "/safety/"
    assert "Robin Example" not in page.content()
    is_forgotten(visitor, cookies)


@pytest.mark.parametrize("leave", [press_button, press_hidden_link])
def test_without_scripts_the_links_lead_away_through_the_address_that_forgets(
    visiting: Visiting, neutral: str, leave: Callable[[Page], None]
) -> None:
    visitor = visiting(scripts=False)
    page = visitor.page
    read_something(visitor)
    cookies = kept_cookies(page)
    leave(page)
    page.wait_for_url(neutral)
    assert page.title() == NEUTRAL
    assert page.context.cookies() == []
    page.go_back()
    assert "Robin Example" not in page.content(), "the page that was left was shown again"
    is_forgotten(visitor, cookies)


def test_shift_is_counted_aloud_and_only_when_pressed_alone(visiting: Visiting) -> None:
    visitor = visiting()
    page = visitor.page
    visitor.goto("/safety/")
    status = page.locator("#exit-status")
    assert status.get_attribute("role") == "status"
    for _ in range(4):
        page.keyboard.press("Shift+KeyA")
    assert status.inner_text() == ""
    page.keyboard.press("Shift")
    assert status.inner_text() == status.get_attribute("data-two-more")
    page.keyboard.press("Shift")
    assert status.inner_text() == status.get_attribute("data-one-more")
    assert urlsplit(page.url).path == "/safety/"


def test_presses_that_are_too_far_apart_do_not_leave(visiting: Visiting) -> None:
    visitor = visiting()
    page = visitor.page
    page.clock.install()
    visitor.goto("/safety/")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5001)
    status = page.locator("#exit-status")
    assert status.inner_text() == status.get_attribute("data-over")
    page.keyboard.press("Shift")
    assert urlsplit(page.url).path == "/safety/"
    assert status.inner_text() == status.get_attribute("data-two-more")
