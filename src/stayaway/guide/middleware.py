"""What holds for every request: the headers of safety, and the page about leaving before the first journey."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import visit

Respond = Callable[[HttpRequest], HttpResponse]

CONTENT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "; ".join(f"{part} {sources}" for part, sources in CONTENT.items()),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noarchive",
}

SEEN = "seen"
"""In an address: the page about leaving was read just now. It works without cookies too."""


def headers(respond: Respond) -> Respond:
    """Put the headers of safety on every response, whatever made it."""

    def responding(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return responding


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
