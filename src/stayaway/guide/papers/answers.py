"""The answers about somebody's papers: what holds now, who can change it, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from stayaway.law.load import law_book
from stayaway.model import Answer, Papers, PersonId
from stayaway.pages.now import rules_page
from stayaway.pages.orders import IN_FORCE, Shown
from stayaway.pages.page import Page
from stayaway.pages.voice import Voice
from stayaway.pages.who import page as who_page
from stayaway.reasoning.authority import rulings
from stayaway.reasoning.governing import governing_terms
from stayaway.reasoning.guidance import Urgency, steps
from stayaway.reasoning.standing import Standing
from stayaway.web.blocks import parts
from stayaway.wording.face import FaceCode as Face

from .. import visit
from ..asking import voice
from .asked_day import DAY, asked_for, moment_of
from .starting import of_papers, people_of
from .timeline import timeline

CHANGE = f"{visit.ABOUT_PAPERS}change"
MINE = f"{visit.ABOUT_PAPERS}mine"


@dataclass(frozen=True, slots=True)
class OrderShown:
    """An order with its standing, as the page shows it: the word first."""

    number: int
    found: Standing
    word: str
    name: str
    line: str
    unpunished: str


def order_shown(number: int, found: Standing, papers: Papers, speaks: Voice) -> OrderShown:
    """An order with its standing in words."""
    told = Shown(papers.orders[found.order], law_book(), speaks)
    said = (told.named(), told.court())
    unpunished = ""
    if found.in_force is not Answer.NO and found.enforceable is not Answer.YES:
        unpunished = speaks.face(Face.PUNISHED_NO if found.enforceable is Answer.NO else Face.PUNISHED_UNSURE)
    return OrderShown(
        number,
        found,
        speaks.face(IN_FORCE[found.in_force]),
        speaks.show(found.order),
        " ".join(f"{part[:1].upper()}{part[1:]}." for part in said),
        unpunished,
    )


@require_safe
@of_papers
def now(request: HttpRequest, papers: Papers) -> HttpResponse:
    """What holds now: the orders, all rules together, where they clash, what changes next."""
    speaks = voice(request, papers)
    at = asked_for(request, papers)
    found = governing_terms(papers, law_book(), at)
    orders = [order_shown(number, one, papers, speaks) for number, one in enumerate(found.standings, 1)]
    shown = {
        "voice": speaks,
        "orders": orders,
        "parts": parts(rules_page(papers, found, law_book(), speaks)),
        "timeline": timeline(found, at.day(speaks.zone), speaks),
        **_asked(request, papers, speaks),
    }
    return render(request, "papers/now.html", shown)


@of_papers
def who(request: HttpRequest, papers: Papers) -> HttpResponse:
    """Who can change or end each order: for everybody, or for one person with reasons and paths."""
    if request.method == "POST":
        visit.remember(request, CHANGE, request.POST)
        return redirect("change")
    speaks = voice(request, papers)
    chosen = _person(visit.answers(request, CHANGE).get("person"), papers)
    found = rulings(papers, law_book(), asked_for(request, papers), None, chosen)
    page = who_page(found, chosen is not None, papers, law_book(), asked_for(request, papers), speaks)
    shown = {
        "voice": speaks,
        "parts": parts(Page(page.blocks[1:])),
        "people": people_of(papers),
        "chosen": chosen,
        **_asked(request, papers, speaks),
    }
    return render(request, "papers/change.html", shown)


@of_papers
def next_steps(request: HttpRequest, papers: Papers) -> HttpResponse:
    """The next steps of one person of the papers."""
    if request.method == "POST":
        visit.remember(request, MINE, request.POST)
        return redirect("next-mine")
    speaks = voice(request, papers)
    chosen = _person(visit.answers(request, MINE).get("person"), papers)
    shown = {"voice": speaks, "people": people_of(papers), "chosen": chosen, **_asked(request, papers, speaks)}
    if chosen is not None:
        found = steps(papers, chosen, law_book(), asked_for(request, papers))
        shown["title"] = speaks.face(Face.STEPS_FOR, person=chosen)
        shown["steps"] = [step for step in found if step.urgency is not Urgency.HELP]
        shown["help"] = [step for step in found if step.urgency is Urgency.HELP]
    return render(request, "papers/next_mine.html", shown)


@require_POST
def ask_for_day(request: HttpRequest) -> HttpResponse:
    """Ask for another day, and go back to the page it was asked on."""
    papers = visit.papers(request)
    if papers is not None and (moment_of(request.POST.get("on", ""), request.POST.get("at", ""), papers)):
        visit.remember(request, DAY, request.POST)
    else:
        visit.forget(request, DAY)
    back = request.POST.get("back", "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if is_ours else "now")


def _asked(request: HttpRequest, papers: Papers, speaks: Voice) -> dict[str, object]:
    """What every answer shows of its day."""
    return {"as_of": speaks.as_of(asked_for(request, papers)), "asked": visit.answers(request, DAY)}


def _person(key: str | None, papers: Papers) -> PersonId | None:
    return next((one for one in papers.people if one == key), None)
