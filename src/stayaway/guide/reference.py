"""The law of places: one place, two side by side, the quick reference, four questions, and what is missing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from stayaway.law.coverage import coverage
from stayaway.law.load import known_jurisdictions, law_book, place_law
from stayaway.model import Kind
from stayaway.pages.law.beside import beside_page
from stayaway.pages.law.gaps import gaps_page
from stayaway.pages.law.page import place_page
from stayaway.reasoning.comparison import compare, faq, lasting
from stayaway.web.blocks import titled
from stayaway.web.places import chosen, law_or_404, places

from . import visit
from .asking import present, voice

BESIDE = "beside"
NAMES = ((Kind.CIVIL, "face.names_civil"), (Kind.CRIMINAL, "face.names_criminal"))


@require_safe
def places_list(request: HttpRequest) -> HttpResponse:
    """Every place, and what holds everywhere."""
    return render(request, "guide/law.html", {"places": places()})


@require_safe
def place(request: HttpRequest, code: str, *, full: bool = False) -> HttpResponse:
    """The law of one place."""
    law = law_or_404(code)
    speaks = voice(request, zone=law.time_zone)
    title, parts = titled(place_page(law, speaks, full=full))
    shown = {"voice": speaks, "title": title, "parts": parts, "law": law, "full": full}
    return render(request, "guide/law_place.html", shown)


@require_safe
def place_in_full(request: HttpRequest, code: str) -> HttpResponse:
    """The law of one place, with all notes and sources."""
    return place(request, code, full=True)


@require_safe
def compared(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """The two kinds of order side by side, in general or in one place."""
    law = law_or_404(code) if code else place_law(None)
    types = lasting(law)
    shown = {
        "voice": voice(request, zone=law.time_zone),
        "law": law,
        "rows": compare(law_book(), code, present()),
        "names": [(head, mine) for kind, head in NAMES if (mine := [t for t in types if t.instrument.track is kind])],
    }
    return render(request, "guide/law_compare.html", shown)


@require_safe
def asked(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Four questions people ask, in general or in one place."""
    law = law_or_404(code) if code else place_law(None)
    shown = {
        "voice": voice(request, zone=law.time_zone),
        "law": law,
        "answers": faq(law_book(), code, present()),
    }
    return render(request, "guide/law_faq.html", shown)


def beside(request: HttpRequest) -> HttpResponse:
    """Two places side by side."""
    if request.method == "POST":
        visit.remember(request, BESIDE, request.POST)
        return redirect("law-beside")
    written = visit.answers(request, BESIDE)
    codes = tuple(dict.fromkeys(code for name in ("first", "second") if (code := chosen(written.get(name)))))
    shown = {"places": places(), "written": written, "is_wrong": bool(written) and len(codes) < 2}
    if len(codes) == 2:
        speaks = voice(request)
        title, parts = titled(beside_page(tuple(map(place_law, codes)), speaks))
        shown |= {"voice": speaks, "title": title, "parts": parts}
    return render(request, "guide/law_beside.html", shown)


@require_safe
def coverage_of_all(request: HttpRequest) -> HttpResponse:
    """What is known of each fact over all places, and where it is missing."""
    speaks = voice(request)
    title, parts = titled(gaps_page(coverage(map(place_law, known_jurisdictions())), speaks))
    return render(request, "guide/law_part.html", {"voice": speaks, "title": title, "parts": parts})
