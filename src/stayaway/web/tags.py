"""What templates say: texts by code, findings by reason, and facts as a reader sees them.

A face names the lists of codes that its templates say in its settings, `SAYS = (GuideCode, PapersCode)`. Each list is
known by its question, which is how its codes begin: `{% say "papers.open_file" %}` is `PapersCode("papers.open_file")`.
The codes of the first list need no question: `{% say "home_title" %}`. `face` and `web` are known to every face.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template import Context, Library
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from stayaway.model import Authority, Code, Reason
from stayaway.pages.voice import Voice
from stayaway.wording.face import FaceCode
from stayaway.wording.web import WebCode

from .blocks import linked

register = Library()

EVERYWHERE: tuple[type[Code], ...] = (FaceCode, WebCode)
"""The lists of codes that the templates of every face may say."""


def question_of(codes: type[Code]) -> str:
    """How the codes of a list begin: `papers` for `PapersCode`."""
    first: Code = next(iter(codes))
    return first.value.partition(".")[0]


@lru_cache
def by_question(says: Sequence[type[Code]]) -> Mapping[str, type[Code]]:
    """Each list of codes by its question; those of `says` come first."""
    return {question_of(codes): codes for codes in (*says, *EVERYWHERE)}


def code_of(text: str) -> Code:
    """The code that a template names. ValueError: there is none; says which lists there are."""
    known = by_question(tuple(settings.SAYS))
    question, dot, _ = text.partition(".")
    if not dot:
        question = next(iter(known))
        text = f"{question}.{text}"
    if question not in known:
        raise ValueError(f"{text!r}: no list of codes begins with {question!r}; SAYS has {', '.join(known)}")
    return known[question](text)


@register.simple_tag(takes_context=True)
def say(context: Context, code: str | Code, **facts: Any) -> str:
    """The text of a code: `{% say "home_title" place=name %}`. A view may hand over the code itself."""
    found = code if isinstance(code, Code) else code_of(code)
    said: str = conditional_escape(_voice(context).speaker.sentence(found, facts))
    return said


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
        _voice(context).speaker.sentence(WebCode.OPEN_SOURCE, {}),
    )


def _voice(context: Context) -> Voice:
    found: Voice = context["voice"]
    return found
