"""Templates hold no sentences, and name only texts that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import Engine

from stayaway.guide import sessions
from stayaway.web.settings import SHARED, SHARED_TEMPLATES
from stayaway.web.tags import code_of
from stayaway.wording.guide import GuideCode
from stayaway.wording.web import WebCode

GUIDE = Path(sessions.__file__).parent
TEMPLATES = sorted([*(GUIDE / "templates").rglob("*.html"), *SHARED_TEMPLATES.rglob("*.html")])
BUILT = ("title", "about", "hint", "try")
"""How codes end that a view or a list of journeys puts together."""


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_only_texts_of_the_catalogue(template: Path) -> None:
    source = template.read_text("utf-8")
    for name in re.findall(r"""{% say ["']([^"']+)["'](?! *\\|)""", source):
        assert code_of(name)
    words = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}|<!doctype[^>]*>|<[^>]*>", " ", source, flags=re.DOTALL)
    words = re.sub(r"&\w+;", " ", words)
    assert re.findall(r"[A-Za-z]{2,}", words) == []
    for attribute in re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', source):
        assert not re.search(r"[A-Za-z]", re.sub(r"{%.*?%}|{{.*?}}", "", attribute)), attribute


def test_every_text_of_the_guide_is_used() -> None:
    used = " ".join(path.read_text("utf-8") for path in [*TEMPLATES, *GUIDE.rglob("*.py"), *SHARED.rglob("*.py")])
    unused = [
        code.name
        for code in GuideCode
        if not re.search(rf"\b({code.value.removeprefix('guide.')}|{code.name})\b", used)
        and not code.value.endswith(BUILT)
        and not code.value.startswith(("guide.next_", "guide.paper_"))
    ]
    assert unused == []


def test_every_text_that_the_web_faces_share_is_used_where_they_share_it() -> None:
    used = " ".join(path.read_text("utf-8") for path in [*SHARED_TEMPLATES.rglob("*.html"), *SHARED.rglob("*.py")])
    assert [code.name for code in WebCode if code.value not in used and f"WebCode.{code.name}" not in used] == []


def test_templates_are_read_by_one_engine() -> None:
    assert Engine.get_default().autoescape
