"""The journeys that need no papers: which order is this, and what should I do next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from stayaway.law.load import law_book
from stayaway.model import Kind
from stayaway.model.paper import PaperFacts
from stayaway.reasoning.guidance import Audience, Urgency, steps_without_papers
from stayaway.reasoning.identification import identify, signs_to_look_for
from stayaway.web.places import chosen, places
from stayaway.wording.face import FaceCode

from . import visit
from .asking import present, voice

WHICH = "which"
NEXT = "next"
FIELDS = ("title", "court", "caption", "number", "who_asked", "signed_by")
"""What a paper shows in one line each."""
LONGEST = 400
"""A line of a paper is shorter; what is longer is cut."""
MOST_CONDITIONS = 40

HEADS = {Kind.CIVIL: FaceCode.IT_IS_CIVIL, Kind.CRIMINAL: FaceCode.IT_IS_CRIMINAL, None: FaceCode.IT_IS_UNSURE}
SIDES = (
    (FaceCode.POINTS_TO_CIVIL, Kind.CIVIL),
    (FaceCode.POINTS_TO_CRIMINAL, Kind.CRIMINAL),
    (FaceCode.POINTS_TO_BOTH, None),
)


def which(request: HttpRequest) -> HttpResponse:
    """What the paper shows."""
    if request.method == "POST":
        visit.remember(request, WHICH, request.POST)
        return redirect("which-answer")
    written = visit.answers(request, WHICH)
    shown = {
        "looks": signs_to_look_for(),
        "fields": [(f"paper_{name}", f"paper_{name}_hint", name, written.get(name, "")) for name in FIELDS],
        "conditions": written.get("conditions", ""),
        "places": places(),
        "place": written.get("jurisdiction", ""),
    }
    return render(request, "guide/which.html", shown)


@require_safe
def which_answer(request: HttpRequest) -> HttpResponse:
    """Which kind of order it is, the evidence both ways, and what would settle it."""
    written = visit.answers(request, WHICH)
    if not written:
        return redirect("which")
    facts = paper_of(written)
    found = identify(facts, law_book())
    law = law_book().of(facts.jurisdiction)
    speaks = voice(request)
    sides = [
        (speaks.face(head), [one.reason for one in found.evidence if one.points_to is kind]) for head, kind in SIDES
    ]
    shown = {
        "voice": speaks,
        "found": found,
        "answer": speaks.face(HEADS[found.kind]),
        "stage": speaks.face(FaceCode.ITS_STAGE, stage=found.stage) if found.stage else "",
        "named": speaks.face(
            FaceCode.MAY_BE_CALLED,
            place=law.name,
            names="; ".join(law.instruments[key].name for key in found.instruments),
        )
        if found.instruments
        else "",
        "sides": [(head, reasons) for head, reasons in sides if reasons],
    }
    return render(request, "guide/which_answer.html", shown)


def paper_of(written: QueryDict) -> PaperFacts:
    """What was written, as the facts of a paper."""
    lines = (line.strip()[:LONGEST] for line in written.get("conditions", "").splitlines())
    return PaperFacts(
        jurisdiction=chosen(written.get("jurisdiction")),
        conditions=tuple(line for line in lines if line)[:MOST_CONDITIONS],
        **{name: said.strip()[:LONGEST] for name in FIELDS if (said := written.get(name, "")).strip()},
    )


def next_steps(request: HttpRequest) -> HttpResponse:
    """Who is asking, and where."""
    if request.method == "POST":
        visit.remember(request, NEXT, request.POST)
        return redirect("next-answer" if request.POST.get("who") in set(Audience) else "next")
    written = visit.answers(request, NEXT)
    shown = {
        "audiences": [(one.value, f"next_{one.value}") for one in Audience],
        "who": written.get("who", ""),
        "is_wrong": bool(written) and written.get("who") not in set(Audience),
        "places": places(),
        "place": written.get("place", ""),
    }
    return render(request, "guide/next.html", shown)


@require_safe
def next_answer(request: HttpRequest) -> HttpResponse:
    """The steps of such a reader in such a place, most urgent first; the help lines are a part of their own."""
    written = visit.answers(request, NEXT)
    if written.get("who") not in set(Audience):
        return redirect("next")
    code = chosen(written.get("place"))
    law = law_book().of(code)
    speaks = voice(request, zone=law.time_zone)
    at = present()
    found = steps_without_papers(Audience(written.get("who", "")), law_book(), code, at)
    title = speaks.face(FaceCode.STEPS_IN, place=law.name) if law.known else speaks.face(FaceCode.STEPS_ANYWHERE)
    shown = {
        "voice": speaks,
        "title": title,
        "as_of": speaks.as_of(at),
        "steps": [step for step in found if step.urgency is not Urgency.HELP],
        "help": [step for step in found if step.urgency is Urgency.HELP],
        "law": law,
    }
    return render(request, "guide/next_answer.html", shown)
