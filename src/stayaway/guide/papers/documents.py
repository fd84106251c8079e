"""Documents to hold: the sheet, the card, the calendar and the timeline, where what makes them is installed."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from mimetypes import guess_type
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stayaway.api import make_documents
from stayaway.model import Papers, PersonId
from stayaway.pages.voice import Voice
from stayaway.wording.papers import PapersCode as Say

from ..asking import voice
from .asked_day import asked_for
from .keeping import as_file
from .starting import of_papers, people_of

FOLDER = "papers.zip"
CALENDAR = "text/calendar"
NAMES = {
    "sheet": Say.DOC_SHEET,
    "card": Say.DOC_CARD,
    "calendar": Say.DOC_CALENDAR,
    "timeline": Say.DOC_PICTURE,
}


def can_make() -> bool:
    """Whether what makes documents is installed."""
    return find_spec("typst") is not None


@of_papers
def documents(request: HttpRequest, papers: Papers) -> HttpResponse:
    """Choose whose documents, and get them as one folder or one by one."""
    speaks = voice(request, papers)
    shown = {
        "voice": speaks,
        "people": people_of(papers),
        "can_make": can_make(),
    }
    if request.method != "POST" or not can_make():
        return render(request, "papers/documents.html", shown)
    person = request.POST.get("person", "")
    if person not in papers.people:
        return redirect("papers-documents")
    neutral = "neutral" in request.POST
    scanned = "qr" in request.POST
    at = asked_for(request, papers)
    made = {
        one.name: one.content
        for one in make_documents(
            papers,
            PersonId(person),
            on=at,
            language=speaks.language,
            neutral=neutral,
            qr="case-number" if scanned else "none",
        )
    }
    wanted = request.POST.get("file", "")
    if not wanted:
        return render(
            request,
            "papers/documents.html",
            shown
            | {
                "files": [(name, _called(name, speaks)) for name in made],
                "chosen": person,
                "neutral": neutral,
                "qr": scanned,
            },
        )
    if wanted == FOLDER:
        return as_file(FOLDER, _folder(made), "application/zip")
    if wanted not in made:
        raise Http404
    kind = CALENDAR if wanted.endswith(".ics") else guess_type(wanted)[0] or "application/octet-stream"
    return as_file(wanted, made[wanted], kind)


def _called(name: str, speaks: Voice) -> str:
    """What a document is called; one of a single order with the order's number."""
    stem, _, number = name.partition(".")[0].partition("-")
    said = speaks.speaker.sentence(Say.DOC_LINES if name.endswith(".txt") else NAMES[stem], {})
    return speaks.speaker.sentence(Say.DOC_OF_ORDER, {"what": said, "number": int(number)}) if number else said


def _folder(made: dict[str, bytes]) -> bytes:
    """All documents in one file."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as folder:
        for name, content in made.items():
            folder.writestr(name, content)
    return out.getvalue()
