"""Watches each request: gives it an id, counts it, and writes its line to the log."""

from __future__ import annotations

import logging
import secrets
import time

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from stayaway.web.headers import Respond

from .logs import REQUEST, tell
from .metrics import count_answer

ID_BYTES = 8
NOWHERE = "nowhere"
"""The route of an address that there is not."""


def watch(respond: Respond) -> Respond:
    """Middleware, the outermost: what it counts has been through everything."""

    def responding(request: HttpRequest) -> HttpResponse:
        token = REQUEST.set(secrets.token_hex(ID_BYTES))
        began = time.perf_counter()
        try:
            response = respond(request)
            seconds = time.perf_counter() - began
            route, status = route_of(request), response.status_code
            count_answer(route, str(request.method), status, seconds)
            tell(
                "request",
                level=logging.ERROR if status >= 500 else logging.INFO,
                method=request.method,
                route=route,
                status=status,
                milliseconds=round(seconds * 1000, 1),
            )
            response.headers["X-Request-ID"] = REQUEST.get()
            return response
        finally:
            REQUEST.reset(token)

    return responding


def route_of(request: HttpRequest) -> str:
    """The name of the route that answered. An address can hold ids; its name cannot."""
    if request.resolver_match is not None:
        return request.resolver_match.view_name or "unnamed"
    return "static" if request.path.startswith(settings.STATIC_URL or "/static/") else NOWHERE
