"""No page has a fault that axe, the accessibility engine of Deque, can find."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from tests.browser.conftest import Visiting
from tests.browser.walking import Visitor

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then(found => found.violations)"

OPEN = (
    "/",
    "/safety/",
    "/nothing/",
    "/which/",
    "/next/",
    "/law/",
    "/law/us-wa/",
    "/law/us-wa/all/",
    "/law/compare/",
    "/law/questions/",
    "/law/us-wa/compare/",
    "/law/us-wa/questions/",
    "/law/beside/",
    "/law/known/",
    "/papers/",
)
"""Pages that need no papers."""

MINE = ("/now/", "/contact/", "/contact/answer/", "/change/", "/next/mine/", "/papers/", "/papers/documents/")
"""Pages about the sample."""


def faults(visitor: Visitor) -> list[str]:
    """What axe finds on the page. It is evaluated by the browser itself, which the policy of content does not bind."""
    visitor.page.evaluate(AXE)
    found: list[dict[str, Any]] = visitor.page.evaluate(RUN, TAGS)
    return [
        f"{visitor.page.url}: {one['id']} ({one['help']}): {[node['html'][:160] for node in one['nodes'][:3]]}"
        for one in found
    ]


def test_axe_finds_a_fault_where_there_is_one(visiting: Visiting) -> None:
    visitor = visiting()
    visitor.goto("/")
    visitor.page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\">')")
    assert any("image-alt" in fault for fault in faults(visitor))


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("es", 320)])
def test_pages_that_need_no_papers(visiting: Visiting, language: str, width: int) -> None:
    visitor = visiting(language, width=width)
    visitor.goto("/which/")
    found = faults(visitor)  # the page about leaving
    visitor.goto("/which/?seen=1")
    for path in OPEN:
        visitor.goto(path)
        visitor.complaints.clear()  # the browser notes the status of the page that is not there
        visitor.fits()
        found += faults(visitor)
    visitor.goto("/which/")
    visitor.fill(title="No-Contact Order", caption="State v. Cole")
    visitor.send()
    found += faults(visitor)
    visitor.goto("/next/")
    visitor.pick("who-seeking_protection")
    visitor.send()
    found += faults(visitor)
    visitor.goto("/law/beside/")
    visitor.fill(first="us-wa", second="us-ca")
    visitor.send()
    found += faults(visitor)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("es", 320)])
def test_pages_about_papers(visiting: Visiting, language: str, width: int) -> None:
    visitor = visiting(language, width=width)
    visitor.open_sample()
    visitor.goto("/contact/")
    visitor.fill(by="text", about="children")
    visitor.send()
    found: list[str] = []
    for path in MINE:
        visitor.goto(path)
        if path in ("/change/", "/next/mine/"):
            visitor.choose("robin")
        visitor.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        visitor.fits()
        found += faults(visitor)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", ["civil", "criminal"])
def test_the_form_of_an_order_and_what_is_wrong_with_it(visiting: Visiting, kind: str) -> None:
    visitor = visiting(width=320 if kind == "civil" else 1280)
    visitor.begin("/now/")
    visitor.send("/papers/open/")  # without a file
    visitor.complaints.clear()  # the browser notes the status of a form that has to be mended
    found = faults(visitor)
    visitor.pick(f"kind-{kind}")
    visitor.fill(place="us-wa")
    visitor.send("/papers/add/")
    visitor.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    visitor.fits()
    found += faults(visitor)
    visitor.fill(issued="2025-05-01", expires="2025-01-01")
    visitor.press(visitor.page.locator("main .actions button[name=done]"))
    visitor.complaints.clear()
    assert visitor.page.locator("main [role=alert]").count() == 1
    found += faults(visitor)
    assert not found, "\n".join(found)
