"""What is kept for one visit, and for no longer: the papers, what was written into forms, and the language.

Everything that a page keeps goes through here, and `wipe` forgets all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, QueryDict

from stayaway.model import Papers
from stayaway.web.languages import asked_for
from stayaway.wording.language import LANGUAGES

PAPERS = "papers"
LANGUAGE = "language"
KNOWS_EXIT = "knows_exit"
ANSWERS = "answers/"
ABOUT_PAPERS = "papers/"
"""How the name of a journey begins that is about the papers; what was written there goes when they go."""

Answers = Mapping[str, Sequence[str]]
"""What was written into a form: every value of every field."""


def papers(request: HttpRequest) -> Papers | None:
    """The papers that this visit is about; None before there are any."""
    found = request.session.get(PAPERS)
    return found if isinstance(found, Papers) else None


def keep(request: HttpRequest, papers: Papers) -> None:
    """Keep the papers for the rest of the visit, in place of any before."""
    request.session[PAPERS] = papers


def answers(request: HttpRequest, journey: str) -> QueryDict:
    """What was written into a journey's form, as a form takes it; empty before anything was."""
    found = QueryDict(mutable=True)
    for name, values in request.session.get(ANSWERS + journey, {}).items():
        found.setlist(name, list(values))
    return found


def remember(request: HttpRequest, journey: str, written: QueryDict) -> None:
    """Keep what was written into a journey's form, without the form's own token."""
    request.session[ANSWERS + journey] = {
        name: tuple(values) for name, values in written.lists() if name != "csrfmiddlewaretoken"
    }


def forget(request: HttpRequest, journey: str) -> None:
    """Forget what was written into a journey's form."""
    request.session.pop(ANSWERS + journey, None)


def forget_papers(request: HttpRequest) -> None:
    """Forget the papers, and everything that was written or asked about them."""
    request.session.pop(PAPERS, None)
    asked = [name for name in list(request.session.keys()) if name.startswith(ANSWERS + ABOUT_PAPERS)]
    for name in asked:
        del request.session[name]


def wipe(request: HttpRequest) -> None:
    """Forget the whole visit, at once."""
    request.session.flush()


def language(request: HttpRequest) -> str:
    """The language chosen; before that, the first that the browser asks for and that there is."""
    chosen = request.session.get(LANGUAGE)
    if chosen in LANGUAGES:
        return str(chosen)
    return asked_for(request)


def speak(request: HttpRequest, language: str) -> None:
    """Choose the language of the visit."""
    request.session[LANGUAGE] = language


def knows_exit(request: HttpRequest) -> bool:
    """Whether the page about leaving was shown."""
    return bool(request.session.get(KNOWS_EXIT))


def has_shown_exit(request: HttpRequest) -> None:
    """Keep that the page about leaving was shown."""
    request.session[KNOWS_EXIT] = True
