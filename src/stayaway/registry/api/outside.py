"""What stands around the operations of the API: headers as they were written, and answers that no operation gave."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from stayaway.model import Code
from stayaway.web.headers import Respond
from stayaway.wording.api import ApiCode as C

from .problems import PROBLEM, answer

TOLD: dict[int, Code] = {404: C.NO_ADDRESS, 405: C.NO_METHOD}


WORDS = ("HTTP_PURPOSE",)
"""Headers that hold words of people."""


def around_the_api(respond: Respond) -> Respond:
    """Middleware. What no operation answered is told by the address alone, and tells nothing of any record."""

    def responding(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/api/"):
            return respond(request)
        for name in WORDS:
            if name in request.META:
                request.META[name] = as_written(request.META[name])
        response = respond(request)
        code = TOLD.get(response.status_code)
        if code is None or response.headers.get("Content-Type") == PROBLEM:
            return response
        kept = {name: response.headers[name] for name in ("Allow",) if name in response.headers}
        return answer(request, response.status_code, code, headers=kept)

    return responding


def as_written(said: str) -> str:
    """A header as it was written: a server hands UTF-8 over byte by byte, as if it were Latin-1."""
    try:
        return said.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return said
