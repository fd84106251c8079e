"""Every page of the registry in a real browser: axe finds nothing, nothing is wider than the window, one hand does."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from stayaway.registry.actors import Post
from tests.registry.browser.conftest import Sitting
from tests.registry.world import World, enter, happens, open_civil, open_criminal

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then(found => found.violations)"
THUMB = 44
"""Pixels that a target has at least."""


def faults(page: Page) -> list[str]:
    """What axe finds, and whether the page is wider than its window. All that can be opened is open."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN, TAGS)
    said = [f"{page.url}: {one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found]
    wide, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return [*said, *([f"{page.url}: {wide} px in {window}"] if wide > window else [])]


def press(page: Page, leads: Locator) -> None:
    """Click what leads to another page, and wait until it is dressed: a click alone does not wait for its styles."""
    with page.expect_navigation(wait_until="load"):
        leads.click()


def look_at(page: Page, *paths: str) -> list[str]:
    found = []
    for path in paths:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        found += faults(page)
    return found


WIDTHS = pytest.mark.parametrize(("language", "width"), [("en", 1280), ("es", 320)])


@WIDTHS
def test_pages_of_a_case(world: World, sitting: Sitting, language: str, width: int) -> None:
    near = {"stay_away": {"from": [world.home], "distance": "500 ft"}}
    case, order = open_civil(world, terms=["no_abuse", "no_contact", near])
    open_criminal(world, terms=[{"no_contact": {"except": ["counsel"]}}])
    (served,) = enter(world.clerk, happens(case, order, "served", note="By hand"))
    clerk = sitting(Post.CIVIL_CLERK, width, language)
    found = look_at(
        clerk,
        "/tasks/",
        f"/cases/{case}/",
        f"/cases/{case}/orders/{order}/enter/renewed/",
        f"/cases/{case}/orders/{order}/enter/modified/",
        f"/cases/{case}/orders/new/",
        f"/cases/{case}/places/new/",
        f"/cases/{case}/appearances/new/",
        f"/cases/{case}/correct/{served.number}/",
        "/cases/new/",
        "/cases/new/civil/",
        f"/people/{world.rosa}/",
        f"/people/{world.rosa}/details/",
        f"/people/{world.rosa}/contact/",
        f"/people/{world.rosa}/consent/",
    )
    clerk.goto(f"/cases/{case}/orders/{order}/enter/renewed/")
    press(clerk, clerk.locator("main form .usa-button").last)  # without a new end
    found += faults(clerk)
    clerk.goto(f"/cases/{case}/")
    clerk.locator("details summary").last.click()
    clerk.fill("#at", "2025-05-01")
    clerk.fill("#known", "2025-06-03")
    press(clerk, clerk.locator("details form .usa-button").first)
    found += faults(clerk)
    assert not found, "\n".join(found)


@WIDTHS
def test_a_draft_and_its_clashes(world: World, sitting: Sitting, language: str, width: int) -> None:
    case, _ = open_civil(world, terms=["no_abuse"])
    open_criminal(world, terms=["no_contact"])
    clerk = sitting(Post.CIVIL_CLERK, width, language)
    clerk.goto(f"/cases/{case}/orders/new/")
    clerk.locator("details summary").first.click()
    clerk.select_option("#exchange", "required")
    clerk.fill("#also1_name", "Daniel Cole")
    press(clerk, clerk.locator("main form > .usa-button"))
    assert clerk.locator(".clash").count() == 1
    found = faults(clerk)
    press(clerk, clerk.locator("main form > .usa-button"))
    assert clerk.locator(".usa-error-message").count() == 1
    found += faults(clerk)
    clerk.goto("/cases/new/civil/")
    clerk.fill("#restrained_name", "Daniel Cole")
    clerk.fill("#protected1_name", "Lee Invented")
    clerk.fill("#on", "2025-06-02")
    press(clerk, clerk.locator("main form > .usa-button"))
    found += faults(clerk)
    assert not found, "\n".join(found)


@WIDTHS
def test_pages_of_other_posts(world: World, sitting: Sitting, language: str, width: int) -> None:
    case, _ = open_civil(world)
    found: list[str] = []
    for post in (Post.PROTECTED_PERSON, Post.RESTRAINED_PERSON):
        party = sitting(post, width, language)
        found += look_at(party, "/tasks/", f"/cases/{case}/", "/find/")
        party.fill("#name", "Cole")
        press(party, party.locator("main form > .usa-button"))
        found += faults(party)
    auditor = sitting(Post.AUDITOR, width, language)
    found += look_at(auditor, "/audit/")
    auditor.fill("#purpose", "A yearly check")
    press(auditor, auditor.locator("main form.usa-form .usa-button").first)
    assert auditor.locator("main table").count() == 1
    found += faults(auditor)
    press(auditor, auditor.locator("main form .usa-button").first)
    found += faults(auditor)
    judge = sitting(Post.JUDGE, width, language)
    found += look_at(judge, f"/cases/{case}/seal/")
    clerk = sitting(Post.CRIMINAL_CLERK, width, language)
    clerk.goto(f"/cases/{case}/seal/")
    found += faults(clerk)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_officers_screen_is_for_one_hand(world: World, sitting: Sitting, language: str) -> None:
    near = {"stay_away": {"from": [world.rosa], "distance": "500 ft"}}
    case, order = open_civil(world, terms=["no_contact", near])
    open_criminal(world, terms=[{"no_contact": {"except": ["counsel"]}}])
    officer = sitting(Post.OFFICER, 320, language, height=640)
    found = look_at(officer, "/find/")
    officer.fill("#name", "Cole Danyel")
    officer.fill("#purpose", "Traffic stop")
    press(officer, officer.locator("main form > .usa-button"))
    found += faults(officer)
    press(officer, officer.locator(".hit h2 a"))
    found += faults(officer)

    # In force or not is on the first screen, without scrolling.
    first = officer.locator(".answer-bar__answer").first.bounding_box()
    assert first is not None
    assert first["y"] + first["height"] <= 640
    small = []
    for target in officer.locator(
        "main .answer-bar__answer, main .usa-button, main a.hit, main select, main input:not([type=hidden])"
    ).all():
        box = target.bounding_box()
        if box is not None and (box["height"] < THUMB or box["width"] < THUMB):
            small.append((target.evaluate("one => one.outerHTML.slice(0, 120)"), box))
    assert small == []
    officer.select_option("#reveal-case", case)  # cases stand there in the order of their random ids
    officer.fill("#need", "She called from there")
    press(officer, officer.locator("#reveal .usa-button"))
    assert "17 Hidden Lane" in officer.locator("#reveal").inner_text()
    found += faults(officer)
    found += look_at(officer, f"/cases/{case}/orders/{order}/enter/served/")
    assert not found, "\n".join(found)
