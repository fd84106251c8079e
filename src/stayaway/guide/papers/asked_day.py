"""For which day the questions are asked: today, until another is chosen."""

from __future__ import annotations

from django.http import HttpRequest

from stayaway.api import WrongWord, moment, zone_of
from stayaway.model import AsOf, Papers

from .. import visit
from ..asking import present

DAY = f"{visit.ABOUT_PAPERS}day"


def asked_for(request: HttpRequest, papers: Papers) -> AsOf:
    """The day or instant that was chosen; otherwise the present. One that cannot be read is the present too."""
    written = visit.answers(request, DAY)
    on = moment_of(written.get("on", ""), written.get("at", ""), papers)
    return on or present()


def moment_of(day: str, time: str, papers: Papers) -> AsOf | None:
    """A day, with the hour where one is given, in the time zone of the papers; None where it is none."""
    day, time = day.strip(), time.strip()
    if not day:
        return None
    try:
        return moment(f"{day}T{time}" if time else day, zone_of(papers))
    except WrongWord:
        return None
