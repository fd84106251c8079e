"""What a visit holds of somebody's papers, and the pages that put them in, keep a copy of them and delete them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from stayaway.files import Fault, FileCode, FileFaults, read_text, write_text
from stayaway.law.load import law_book
from stayaway.model import Kind, OrderId, Papers
from stayaway.pages.voice import Voice
from stayaway.web.places import chosen, places
from stayaway.wording.papers import PapersCode as Say

from .. import visit
from ..asking import voice
from .compose import Composed, compose, without
from .order_form import order_sections
from .samples import sample
from .starting import of_papers, people_of, start

NEW = f"{visit.ABOUT_PAPERS}new-order"
COPY = "papers.yaml"
YOUR_FILE = "file"


@of_papers
def listed(request: HttpRequest, papers: Papers) -> HttpResponse:
    """The orders of this visit: change one, add one, keep a copy, delete."""
    rows = [(number, order, bool(visit.answers(request, _place(order)))) for number, order in _numbered(papers)]
    people = people_of(papers)
    shown = {"rows": rows, "places": places(), "people": people, "voice": voice(request, papers)}
    return render(request, "papers/listed.html", shown)


def _numbered(papers: Papers) -> list[tuple[int, OrderId]]:
    return list(enumerate(papers.orders, 1))


def _place(order: str) -> str:
    """Where the answers of an order's form are kept."""
    return f"{visit.ABOUT_PAPERS}order/{order}"


# ---- writing down --------------------------------------------------------------------------------------------------


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Begin to write an order down: its kind and place first, since what is asked depends on them."""
    written = QueryDict(mutable=True)
    place = chosen(request.POST.get("place")) or ""
    written["kind"] = _kind(request.POST).value
    papers = visit.papers(request)
    if papers is not None and papers.orders:
        last = list(papers.orders.values())[-1]
        written["restrained"], written["protected"] = str(last.restrained), str(next(iter(last.protects), ""))
        place = place or last.case.jurisdiction or ""
    written["place"] = place
    visit.remember(request, NEW, written)
    return redirect("papers-new")


def new(request: HttpRequest) -> HttpResponse:
    """The form of a new order."""
    written = visit.answers(request, NEW)
    if request.method == "GET" and not written:
        return redirect("papers")
    return _form(request, written, None)


def change(request: HttpRequest, number: int) -> HttpResponse:
    """The form of an order that was written down here."""
    order = _order(request, number)
    written = visit.answers(request, _place(order))
    if not written:
        raise Http404
    return _form(request, written, order)


def _form(request: HttpRequest, written: QueryDict, mine: OrderId | None) -> HttpResponse:
    """Ask, or take what was written. `look`: only show the orders of the place that was chosen."""
    papers = visit.papers(request)
    speaks = voice(request, papers)
    faults: dict[str, str] = {}
    general: list[str] = []
    if request.method == "POST":
        written = request.POST
        if "look" not in written:
            found = compose(written, _kind(written), papers, mine, speaks)
            try:
                visit.keep(request, found.read())
            except FileFaults as wrong:
                faults, general = _by_field(found, wrong.faults, speaks)
            else:
                visit.remember(request, _place(found.order), written)
                visit.forget(request, NEW)
                return redirect("papers" if "more" in written else "now")
        elif mine is None:
            visit.remember(request, NEW, written)
    kind = _kind(written)
    shown = {
        "sections": order_sections(written, kind, papers, mine, faults, speaks),
        "kind": kind.value,
        "general": general,
        "wrong": bool(faults or general),
        "voice": speaks,
        "is_new": mine is None,
    }
    return render(request, "papers/order.html", shown, status=422 if faults or general else 200)


def _kind(written: QueryDict) -> Kind:
    kind = written.get("kind", "")
    return Kind(kind) if kind in set(Kind) else Kind.CIVIL


def _by_field(found: Composed, faults: tuple[Fault, ...], speaks: Voice) -> tuple[dict[str, str], list[str]]:
    """The faults in words, by the field they are about; and those about the order as a whole."""
    fields: dict[str, str] = {}
    general: list[str] = []
    for fault in faults:
        field = found.field_of(fault)
        said = speaks.speaker.say(fault.reason())
        if fault.code is FileCode.MISSING_KEY and field is not None:
            said = speaks.speaker.sentence(Say.FILL_IN, {})
        if field is None:
            general.append(said)
        else:
            fields[field] = f"{fields[field]} {said}" if field in fields else said
    return fields, general


def _order(request: HttpRequest, number: int) -> OrderId:
    papers = visit.papers(request)
    found = dict(_numbered(papers)).get(number) if papers is not None else None
    if found is None:
        raise Http404
    return found


# ---- files -----------------------------------------------------------------------------------------------------------


@require_POST
def open_file(request: HttpRequest) -> HttpResponse:
    """Open an order file that somebody has kept."""
    speaks = voice(request)
    upload = request.FILES.get("file")
    if upload is None:
        return start(request, faults=(speaks.speaker.sentence(Say.CHOOSE_A_FILE, {}),), status=422)
    try:
        papers = read_text(upload.read(), YOUR_FILE, law_book())
    except FileFaults as wrong:
        said = tuple(
            speaks.speaker.sentence(
                Say.LINE_FAULT, {"line": fault.line, "fault": " ".join(map(speaks.speaker.say, fault.reasons()))}
            )
            for fault in wrong.faults
        )
        return start(request, faults=said, status=422)
    visit.forget_papers(request)
    visit.keep(request, papers)
    return redirect("now")


@require_POST
def open_sample(request: HttpRequest) -> HttpResponse:
    """Start from the sample."""
    visit.forget_papers(request)
    visit.keep(request, sample())
    return redirect("now")


@require_POST
def keep_copy(request: HttpRequest) -> HttpResponse:
    """The person's own copy: the order file, which can be opened here again."""
    papers = visit.papers(request)
    if papers is None:
        return redirect("papers")
    return as_file(COPY, write_text(papers).encode(), "application/yaml")


def as_file(name: str, content: bytes, kind: str) -> HttpResponse:
    """A file to save."""
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Take one order out."""
    order = _order(request, number)
    papers = visit.papers(request)
    assert papers is not None
    if len(papers.orders) == 1:
        visit.forget_papers(request)
        return redirect("papers")
    left = Composed(without(papers, order), "", "", (), ())
    visit.keep(request, left.read())
    visit.forget(request, _place(order))
    return redirect("papers")


@require_POST
def delete(request: HttpRequest) -> HttpResponse:
    """Delete all that was written about these papers."""
    visit.forget_papers(request)
    return redirect("papers")
