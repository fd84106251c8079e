"""The parts of pages of records, in the styles that they are shown in: on a phone held in one hand, and at a desk."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace as Row

import pytest
from playwright.sync_api import Browser, Page

from stayaway.web.questions import Choice, Question, Section, Shape
from stayaway.web.settings import SHARED_STATIC
from tests.browser.test_access import AXE, RUN, TAGS
from tests.web.made_up_face import page as made

THUMB = 48
"""Pixels that a thumb hits without looking."""

MAIN = """<h1>Order 12</h1>
{% include "web/answer_bar.html" with low=1 %}
{% for kind in kinds %}{% include "web/alert.html" with text="Something happened." heading=kind %}{% endfor %}
<p><span class="usa-tag">Served</span> <span class="usa-tag usa-tag--unsure">Not sure</span>
<span class="usa-tag usa-tag--plain">Civil</span> <span class="withheld">Withheld</span></p>
<div class="big-actions"><button class="usa-button">Confirm with the court</button>
<a class="usa-button usa-button--outline" href="#main">Go back</a></div>
<dl class="facts"><dt>Case</dt><dd>An-Invented-Case-Number-That-Is-Very-Long-And-Has-No-Space</dd>
<dt>Court</dt><dd>A court</dd></dl>
<div class="usa-summary-box" role="region" aria-labelledby="box"><div class="usa-summary-box__body">
<h2 class="usa-summary-box__heading" id="box">In short</h2>
<div class="usa-summary-box__text">One order.</div></div></div>
<table class="usa-table usa-table--borderless usa-table--stacked-header">
<thead><tr><th scope="col">Name</th></tr></thead>
<tbody><tr><th scope="row" data-label="Name">Ann Invented</th></tr></tbody></table>
<form class="usa-search" role="search" method="post"><label class="usa-sr-only" for="find">Name</label>
<input class="usa-input" id="find" type="search" name="find"><button class="usa-button" type="submit">
<span class="usa-search__submit-text">Search</span></button></form>
<form class="usa-form" method="post">{% include "web/faults.html" with heading="Look again" %}
{% for section in sections %}{% include "web/section.html" %}{% endfor %}
<ul class="usa-button-group">
<li class="usa-button-group__item"><button class="usa-button">Record</button></li></ul></form>
{% include "web/docket.html" %}{% include "web/pages.html" %}
<nav aria-label="Parts"><ul class="usa-sidenav">
<li class="usa-sidenav__item"><a class="usa-current" href="#main">One</a>
</li></ul></nav>"""

SHOWN = {
    "answers": [
        Row(answer="yes", word="In force", line="Order 12, served May 2", path="#main"),
        Row(answer="no", word="Not in force", line="Order 13"),
        Row(answer="unsure", word="Not sure", line="Order 14: ask the court"),
    ],
    "kinds": ["info", "success", "warning", "error"],
    "sections": [
        Section(
            "What happened",
            [
                Question("day", "The day", Shape.DAY, hint="On the paper", wrong="A day is needed."),
                Question("act", "The act", Shape.ONE, choices=(Choice("a", "Served"), Choice("b", "Changed"))),
            ],
        )
    ],
    "entries": [Row(when="May 2", what="Served", who="Ann Invented, clerk"), Row(when="May 1", what="Issued", who="")],
    "menu": [Row(path="#a", said="Work list", is_here=True), Row(path="#b", said="Search", is_here=False)],
    "before": "#x",
    "after": "#y",
}


@pytest.fixture(params=[320, 1280])
def shown(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """One page with every part, at the width of a small phone and of a desk. It is offline: no file is asked for."""
    context = chromium.new_context(viewport={"width": request.param, "height": 640}, offline=True)
    here = context.new_page()
    here.set_content(made(MAIN, **SHOWN))
    for sheet in ("site", "registry"):
        here.add_style_tag(content=(SHARED_STATIC / "vendor" / f"{sheet}.css").read_text("utf-8"))
    yield here
    context.close()


def test_the_page_is_no_wider_than_the_window(shown: Page) -> None:
    assert shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_long_list_can_be_turned_over_at_every_width(shown: Page) -> None:
    assert [link.is_visible() for link in shown.locator(".usa-pagination__link").all()] == [True, True]


def test_axe_finds_no_fault(shown: Page) -> None:
    shown.evaluate(AXE)
    found = shown.evaluate(RUN, TAGS)
    assert [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found] == []


def test_answers_and_big_actions_are_as_large_as_a_thumb(shown: Page) -> None:
    boxes = [box.bounding_box() for box in shown.locator(".answer-bar__answer, .big-actions .usa-button").all()]
    assert len(boxes) == 5
    assert [box for box in boxes if box is None or box["height"] < THUMB or box["width"] < 4 * THUMB] == []


LUMINANCE = """element => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const style = getComputedStyle(element);
  return [light(style.color), light(style.backgroundColor), style.borderTopStyle];
}"""


def test_an_answer_is_told_apart_without_colour(shown: Page) -> None:
    frames = []
    for answer in shown.locator(".answer-bar__answer").all():
        ink, ground, frame = answer.evaluate(LUMINANCE)
        assert (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05) >= 7
        frames.append((ground < 0.5, frame))
    assert len(set(frames)) == 3
