"""Whoever has only a keyboard gets from home to the answers, and sees where they are."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visiting
from tests.browser.walking import shows_focus


@pytest.mark.parametrize("scripts", [True, False])
def test_from_home_to_what_governs_and_to_a_contact(visiting: Visiting, scripts: bool) -> None:
    visitor = visiting(scripts=scripts)
    page = visitor.page
    visitor.goto("/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    shows_focus(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('exit')")
    shows_focus(page)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")

    visitor.goto("/")
    visitor.tab_to(page.locator("main a[href='/now/']"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/now/")
    visitor.tab_to(page.locator("main a[href='/now/?seen=1']"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/now/?seen=1")
    visitor.tab_to(page.locator("form[action='/papers/sample/'] button"))
    page.keyboard.press("Space")
    page.wait_for_url("**/now/")
    visitor.reads("“family-order”")

    visitor.tab_to(page.locator("details.other-day summary"))
    page.keyboard.press("Enter")
    assert page.locator("details.other-day").get_attribute("open") is not None

    visitor.tab_to(page.locator("footer a[href='/contact/']"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/contact/")
    by = page.locator("#by")
    visitor.tab_to(by)
    for _ in range(20):
        if by.input_value() == "text":
            break
        page.keyboard.press("ArrowDown")
    visitor.tab_to(page.locator("main form button"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/contact/answer/")
    visitor.reads("NO. This is prohibited.")
