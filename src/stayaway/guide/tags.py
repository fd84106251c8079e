"""What templates say: texts by code, findings by reason, and facts as a reader sees them."""

from __future__ import annotations

from typing import Any

from django.template import Context, Library
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from stayaway.model import Authority, Code, Reason
from stayaway.pages.voice import Voice
from stayaway.wording.face import FaceCode
from stayaway.wording.guide import GuideCode
from stayaway.wording.papers import PapersCode

from .blocks import linked

register = Library()

BY_QUESTION: dict[str, type[Code]] = {"papers": PapersCode, "face": FaceCode}
"""The lists of codes besides the guide's own, by how their codes begin."""


@register.simple_tag(takes_context=True)
def say(context: Context, code: str, **facts: Any) -> str:
    """The text of a code: `{% say "home_title" place=name %}`, or with its question, `{% say "papers.open_file" %}`."""
    said: str = conditional_escape(_voice(context).speaker.sentence(code_of(code), facts))
    return said


def code_of(text: str) -> Code:
    """The code that a template names."""
    codes = BY_QUESTION.get(text.partition(".")[0])
    return GuideCode(f"guide.{text}") if codes is None else codes(text)


@register.simple_tag(takes_context=True)
def reason(context: Context, found: Reason, short: bool = False) -> SafeString:
    """The sentence of a reason, with a link to its source below."""
    speaks = _voice(context)
    return linked(speaks.say_short(found) if short else speaks.say(found))


@register.simple_tag(takes_context=True)
def show(context: Context, value: Any) -> str:
    """A fact as a reader sees it: a name for a key, a date in the reader's language."""
    said: str = conditional_escape(_voice(context).show(value))
    return said


def _voice(context: Context) -> Voice:
    found: Voice = context["voice"]
    return found


@register.simple_tag(takes_context=True)
def source(context: Context, cited: Authority) -> SafeString:
    """A source with its date and warnings, and a link to read it where it has an address."""
    said = _voice(context).source(cited)
    if not cited.url or not cited.url.startswith(("https://", "http://")):
        return conditional_escape(said)
    return format_html(
        '{} <a class="usa-link" href="{}" rel="noreferrer nofollow">{}</a>',
        said,
        cited.url,
        _voice(context).speaker.sentence(GuideCode.OPEN_SOURCE, {}),
    )
