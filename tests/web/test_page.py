"""The frame and the parts that pages of every web face have."""

from __future__ import annotations

from types import SimpleNamespace as Row

import pytest

from tests.web.made_up_face import page


def test_a_face_gets_the_frame_without_the_guides_exit() -> None:
    html = page("<h1>Hello</h1>")
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Records</title>" in html
    assert html.index("usa-skipnav") < html.index("site-account") < html.index("site-header") < html.index("<main")
    assert "vendor/site.css" in html
    assert html.index("vendor/site.css") < html.index("vendor/registry.css")
    assert html.count("A notice.") == 1
    assert "exit" not in html
    assert "<script" not in html


def test_the_language_can_be_changed_to_each_other_one_and_leads_back() -> None:
    html = page("")
    assert 'value="es" lang="es">Español</button>' in html
    assert 'value="en"' not in html
    assert 'name="back" value="/here/"' in html


def test_the_menu_says_where_the_reader_is() -> None:
    entries = [Row(path="/a/", said="First & best", is_here=False), Row(path="/b/", said="Second", is_here=True)]
    html = page("", menu=entries)
    assert 'href="/a/">First &amp; best</a>' in html
    assert 'href="/b/" aria-current="page">Second</a>' in html
    assert "site-menu" not in page("")


@pytest.mark.parametrize(
    ("kind", "role"), [("error", "alert"), ("warning", "alert"), ("info", "status"), ("success", "status")]
)
def test_an_alert_interrupts_only_where_it_must(kind: str, role: str) -> None:
    html = page('{% include "web/alert.html" %}', kind=kind, text="It is <so>.")
    assert f'usa-alert--{kind} usa-alert--slim" role="{role}"' in html
    assert "It is &lt;so&gt;." in html


def test_an_answer_has_its_word_and_a_sign_of_its_own() -> None:
    answers = [Row(answer=answer, word=word) for answer, word in (("yes", "A"), ("no", "B"), ("unsure", "C"))]
    html = page('{% include "web/answer_bar.html" %}', answers=answers)
    signs = {part.split("</svg>")[0] for part in html.split("<svg")[1:]}
    assert len(signs) == 3
    assert [f'answer-bar__word">{word}<' in html for word in "ABC"] == [True] * 3


def test_a_list_has_only_the_pages_that_there_are() -> None:
    part = '{% include "web/pages.html" %}'
    assert 'href="?at=2" rel="next"' in page(part, after="?at=2")
    assert 'rel="prev"' not in page(part, after="?at=2")
    assert "usa-pagination" not in page(part)


def test_a_docket_shows_what_was_corrected() -> None:
    entries = [
        Row(when="May 2", what="Served", who="", is_corrected=True),
        Row(when="May 1", what="Issued", who="Clerk"),
    ]
    html = page('{% include "web/docket.html" %}', entries=entries)
    assert html.count("docket__entry--corrected") == 1
    assert html.count("docket__who") == 1
