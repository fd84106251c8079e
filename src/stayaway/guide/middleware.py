"""The page about leaving, before the first journey. The headers of safety are `stayaway.web.headers`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stayaway.web.headers import Respond

from . import visit

SEEN = "seen"
"""In an address: the page about leaving was read just now. It works without cookies too."""


def explain_exit_first(respond: Respond) -> Respond:
    """Before the first page of a journey, show what leaving does and what it cannot do."""

    def responding(request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and request.path.startswith(JOURNEYS) and not visit.knows_exit(request):
            if SEEN not in request.GET:
                return render(request, "guide/before.html", {"go_on": f"{request.path}?{SEEN}=1"})
            visit.has_shown_exit(request)
        return respond(request)

    return responding


JOURNEYS = ("/which/", "/now/", "/contact/", "/change/", "/next/", "/law/", "/papers/")
"""Where the journeys begin."""
