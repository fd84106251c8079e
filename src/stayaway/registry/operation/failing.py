"""What is answered when the registry itself fails: clearly, with what to do, and without asking the database."""

from __future__ import annotations

import errno
import sys

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from stayaway.web.languages import asked_for
from stayaway.wording.language import LANGUAGES
from stayaway.wording.record import RecordCode as C
from stayaway.wording.say import Speaker

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS})
"""A disk that is full, or takes nothing."""


def failed(request: HttpRequest) -> HttpResponse:
    """The answer to a failure: 503 where the database or the disk fails, so that a machine tries again; else 500."""
    error = sys.exc_info()[1]
    is_storage = is_of_storage(error)
    if is_storage:
        connection.close()
    status = 503 if is_storage else 500
    codes = (C.STORAGE_FAILED, C.PATH_TRY_AGAIN) if is_storage else (C.FAILED, C.PATH_TELL_WHO_RUNS_IT)
    speaker = Speaker(_language(request))
    title, detail = (speaker.sentence(code) for code in codes)
    if request.path.startswith("/api/"):
        about = {"type": f"urn:stayaway:problem:{codes[0]}", "title": title, "status": status, "code": codes[0]}
        response: HttpResponse = JsonResponse(about | {"detail": detail}, status=status)
        response.headers["Content-Type"] = "application/problem+json"
    else:
        shown = {"language": speaker.language, "title": title, "detail": detail}
        response = HttpResponse(render_to_string("registry/failed.html", shown), status=status)
    if is_storage:
        response.headers["Retry-After"] = "60"
    return response


def is_of_storage(error: BaseException | None) -> bool:
    """Whether the database cannot be reached or written, or the disk takes nothing, rather than the program failing."""
    if isinstance(error, (OperationalError, InterfaceError)):
        return True
    return isinstance(error, OSError) and error.errno in NO_ROOM


def _language(request: HttpRequest) -> str:
    found = asked_for(request)
    return found if found in LANGUAGES else LANGUAGES[0]
