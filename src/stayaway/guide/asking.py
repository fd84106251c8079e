"""The clock, the language and the voice of a request."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest

from stayaway.api import zone_of
from stayaway.model import UTC as TIMELESS
from stayaway.model import AsOf, Papers
from stayaway.pages.voice import Voice
from stayaway.wording.face import FaceCode
from stayaway.wording.language import LANGUAGES, is_available

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


@cache
def own_names() -> tuple[tuple[str, str], ...]:
    """The languages that there are, each by the name that it gives itself."""
    from babel import Locale

    named = ((code, Locale.parse(code).get_display_name(code)) for code in LANGUAGES if is_available(code))
    return tuple((code, name.capitalize()) for code, name in named if name)


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
