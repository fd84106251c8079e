"""The clock, the language and the voice of a request."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest

from stayaway.api import zone_of
from stayaway.model import UTC as TIMELESS
from stayaway.model import AsOf, Papers
from stayaway.pages.voice import Voice
from stayaway.web.languages import own_names
from stayaway.wording.face import FaceCode

from . import visit
from .journeys import JOURNEYS


def clock() -> datetime:
    """The present. The guide's only reading of the clock."""
    return datetime.now(UTC)


def present() -> AsOf:
    """The present, to ask for."""
    return AsOf.now(clock())


def voice(request: HttpRequest, papers: Papers | None = None, zone: ZoneInfo = TIMELESS) -> Voice:
    """The voice in the language of the visit, with the names of some papers."""
    here = zone_of(papers) if papers is not None else zone
    return Voice(visit.language(request), papers, here, clock().year)


def shown_everywhere(request: HttpRequest) -> dict[str, Any]:
    """What every page shows besides its own content. A page that has a voice of its own passes it as `voice`."""
    speaks = voice(request)
    return {
        "voice": speaks,
        "language": speaks.language,
        "languages": own_names(),
        "path": request.path,
        "exit_to": settings.EXIT_TO,
        "journeys": JOURNEYS,
        "has_papers": visit.papers(request) is not None,
        "notice": speaks.face(FaceCode.NOTICE),
    }
