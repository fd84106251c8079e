"""`stayaway read`: is the file right, and what does it say?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import file_argument, with_output

if TYPE_CHECKING:
    from stayaway.law.book import LawBook
    from stayaway.model import Case, Order, Papers
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice

    from ..out import Out


@click.command(name="read", short_help="Is the file right, and what does it say?")
@file_argument
@with_output
def command(file: str, out: Out) -> None:
    """Check an order file, and show what it says.

    A file that is wrong gets every fault at once, each with its line. A right one is shown as it was understood.
    Nothing is decided here: see `now`.
    """
    from stayaway.law.load import law_book

    papers = out.read(file)
    voice = out.voice(papers)
    out.answer(document(papers, law_book(), voice), lambda: page(file, papers, law_book(), voice), voice)


def document(papers: Papers, book: LawBook, voice: Voice) -> dict[str, Any]:
    """What programs get. Addresses, positions and ways to reach people stay in the file."""
    from stayaway.pages.orders import Shown
    from stayaway.pages.voice import end_document, moment_document

    from ..terms import term_reason

    return {
        "jurisdiction": papers.jurisdiction,
        "people": [{"id": str(person.id), "name": person.name} for person in papers.people.values()],
        "places": [
            {"id": str(place.id), "label": place.label, "confidential": place.confidential}
            for place in papers.places.values()
        ],
        "cases": [
            {
                "id": str(case.id),
                "kind": case.kind.value,
                "jurisdiction": case.jurisdiction,
                "court": case.court,
                "number": case.number,
                "docket": [{"on": moment_document(entry.on), "entry": entry.event.value} for entry in case.docket],
            }
            for case in papers.cases.values()
        ],
        "orders": [
            {
                **Shown(order, book, voice).document(),
                "issued": moment_document(order.issued),
                **end_document(order.expires, "expires"),
                "until": order.until.value if order.until else None,
                "terms": None
                if order.terms is None
                else [{"term": term.kind.value, "text": voice.speaker.say(term_reason(term))} for term in order.terms],
                "docket": [{"on": moment_document(entry.on), "entry": entry.event.value} for entry in order.docket],
            }
            for order in papers.orders.values()
        ],
    }


def page(file: str, papers: Papers, book: LawBook, voice: Voice) -> Page:
    """What people see."""
    from stayaway.pages.page import Page, Tone
    from stayaway.wording.face import FaceCode as Face

    shown = Page()
    counts = {"people": len(papers.people), "cases": len(papers.cases), "orders": len(papers.orders)}
    shown.text(voice.face(Face.FILE_IS_RIGHT, file=file), tone=Tone.STRONG)
    shown.text(voice.face(Face.FILE_HOLDS, **counts))
    for case in papers.cases.values():
        shown.heading(voice.face(Face.CASE, case=str(case.id), kind=case.kind))
        for line in _case(case, voice):
            shown.item(line)
        for order in papers.orders.values():
            if order.case.id == case.id:
                _order(shown, order, book, voice)
    if papers.orders:
        shown.gap()
        shown.text(voice.face(Face.READ_NEXT))
    return shown


def _case(case: Case, voice: Voice) -> list[str]:
    from stayaway.model import CivilCase
    from stayaway.wording.face import FaceCode as Face

    place = case.jurisdiction or voice.show(None)
    court = case.court or voice.face(Face.COURT_UNKNOWN)
    lines = [voice.face(Face.CASE_COURT, court=court, number=case.number, place=place)]
    if isinstance(case, CivilCase):
        lines.append(voice.face(Face.CASE_CIVIL_SIDES, petitioner=case.petitioner, respondent=case.respondent))
    else:
        lines.append(voice.face(Face.CASE_DEFENDANT, defendant=case.defendant))
        if case.victims:
            lines.append(voice.face(Face.CASE_VICTIMS, victims=case.victims))
        if case.witnesses:
            lines.append(voice.face(Face.CASE_WITNESSES, witnesses=case.witnesses))
        if case.charge is not None and case.charge.name:
            lines.append(voice.face(Face.CASE_CHARGE, charge=case.charge.name))
    return lines + [voice.face(Face.DOCKET_LINE, on=entry.on, event=entry.event) for entry in case.docket]


def _order(shown: Page, order: Order, book: LawBook, voice: Voice) -> None:
    from stayaway.model import Never
    from stayaway.pages.orders import Shown
    from stayaway.pages.page import Tone
    from stayaway.wording.face import FaceCode as Face

    from ..terms import term_reason

    told = Shown(order, book, voice)
    shown.gap()
    shown.text(voice.face(Face.ORDER_LINE, order=order.id, kind=told.named()), tone=Tone.STRONG)
    shown.item(voice.face(Face.ORDER_PEOPLE, restrained=order.restrained, protects=order.protects), indent=2)
    lasts = Face.ORDER_NEVER_ENDS if order.expires is Never.NEVER else Face.ORDER_DATES
    until = order.expires or order.until
    shown.item(voice.face(lasts, issued=order.issued, until=until), indent=2)
    if order.terms is None:
        shown.item(voice.face(Face.TERMS_NOT_WRITTEN_DOWN), indent=2)
    for term in order.terms or ():
        shown.item(voice.say(term_reason(term)), indent=2)
    for entry in order.docket:
        shown.item(voice.face(Face.DOCKET_LINE, on=entry.on, event=entry.event), indent=2)
