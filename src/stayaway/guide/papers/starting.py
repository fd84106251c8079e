"""Before there are papers: how orders can be put in. Every page about somebody's papers begins here."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stayaway.model import Kind, Papers
from stayaway.web.places import places

from .. import visit

OfPapers = Callable[[HttpRequest, Papers], HttpResponse]


def start(request: HttpRequest, *, faults: tuple[str, ...] = (), status: int = 200) -> HttpResponse:
    """How orders can be put in: written down, as a file, or as a sample."""
    shown = {"places": places(), "faults": faults, "kinds": [kind.value for kind in Kind]}
    return render(request, "papers/start.html", shown, status=status)


def of_papers(page: OfPapers) -> Callable[[HttpRequest], HttpResponse]:
    """A page about the papers of this visit; before there are any, it is the start."""

    @wraps(page)
    def answering(request: HttpRequest) -> HttpResponse:
        papers = visit.papers(request)
        return start(request) if papers is None else page(request, papers)

    return answering


def people_of(papers: Papers) -> list[tuple[str, str]]:
    """The people of some papers, as choices."""
    return [(str(key), person.shown) for key, person in papers.people.items()]
