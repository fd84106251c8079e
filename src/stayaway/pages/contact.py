"""May this contact happen, laid out: the answer first, then why, what to do instead, and what it can bring."""

from __future__ import annotations

from stayaway.law.book import LawBook
from stayaway.model import Answer, AsOf, OrderId, Papers
from stayaway.reasoning.authority import ruling
from stayaway.reasoning.codes.authority import AuthorityCode
from stayaway.reasoning.conduct import Assessment, Contact
from stayaway.reasoning.exposure import Exposure, exposure
from stayaway.reasoning.rulebook import Act, Role
from stayaway.wording.face import FaceCode as Face

from .page import Page, Tone
from .voice import Voice

LATER = (
    "exposure.law_note",
    "exposure.federal_",
    "exposure.full_faith",
    "exposure.firearms_",
    "exposure.record_",
    "exposure.binds_one_side",
)
"""What is shown only in full. An answer for somebody in a hurry has the charge, the jail and the court first."""
FIRST = ("exposure.federal_travel", "exposure.firearms_barred", "exposure.firearms_maybe_barred")
"""What is shown first all the same."""
OF_ONE_CHARGE = ("exposure.charge", "exposure.penalty", "exposure.felony_when")
"""What speaks of the charge named before it, and so stays with its order."""


def exposures(found: Assessment, papers: Papers, book: LawBook, at: AsOf) -> tuple[Exposure, ...]:
    """What breaking the orders that prohibit the contact, or may, can bring."""
    return tuple(
        item
        for answer in found.orders
        if answer.prohibited is not Answer.NO
        for item in exposure(papers.orders[answer.order], book, at, papers)
    )


def page(
    contact: Contact,
    found: Assessment,
    costs: tuple[Exposure, ...],
    by_counsel: Assessment,
    papers: Papers,
    book: LawBook,
    at: AsOf,
    full: bool,
    voice: Voice,
) -> Page:
    """What people see: the answer first."""
    heads = {
        Answer.YES: (Face.PROHIBITED, Tone.ALERT),
        Answer.UNSURE: (Face.MAYBE_PROHIBITED, Tone.UNSURE),
        Answer.NO: (Face.NOT_PROHIBITED, Tone.STRONG),
    }
    shown = Page()
    head, tone = heads[found.prohibited]
    shown.text(voice.face(head), tone=tone)
    shown.text(voice.as_of(at))
    shown.items([voice.say(reason) for reason in found.reasons])
    shown.heading(voice.face(Face.WHY))
    first = (Answer.YES, Answer.UNSURE, Answer.NO)
    for one in sorted(found.orders, key=lambda one: first.index(one.prohibited)):
        answer = voice.face(
            {
                Answer.YES: Face.ORDER_FORBIDS,
                Answer.NO: Face.ORDER_DOES_NOT_FORBID,
                Answer.UNSURE: Face.ORDER_MAY_FORBID,
            }[one.prohibited],
            order=one.order,
        )
        shown.text(answer, tone=Tone.STRONG)
        shown.text(" ".join(voice.say(reason) for reason in one.reasons), indent=2)
    if found.prohibited is Answer.NO:
        shown.gap()
        shown.text(voice.face(Face.NOT_A_PERMISSION))
        return shown
    _instead(shown, contact, found, by_counsel, papers, book, at, voice)
    shown.heading(voice.face(Face.IT_CAN_BRING, person=contact.by_whom))
    show_costs(shown, costs, full, voice)
    return shown


def _instead(
    shown: Page,
    contact: Contact,
    found: Assessment,
    by_counsel: Assessment,
    papers: Papers,
    book: LawBook,
    at: AsOf,
    voice: Voice,
) -> None:
    """What to do instead: nothing yourself, and through the courts what is needed."""
    shown.heading(voice.face(Face.INSTEAD))
    shown.item(voice.face(Face.DO_NOT_DO_IT))
    if contact.to is not None:
        told = voice.speaker.sentence(AuthorityCode.PATH_CALL_LAWYER)
        shown.item(f"{voice.face(Face.IF_THEY_REACH_OUT, person=contact.to)} {told}")
        if by_counsel.prohibited is Answer.NO:
            shown.item(voice.face(Face.THROUGH_LAWYERS))
    for one in found.orders:
        if one.prohibited is Answer.NO:
            continue
        order = papers.orders[one.order]
        asks = ruling(order, Act.ASK_TO_CHANGE, Role.RESTRAINED_PERSON, book, at, contact.by_whom)
        told = voice.say(asks.path if asks.path is not None else asks.reasons[0])
        shown.item(f"{voice.face(Face.TO_CHANGE_ORDER, order=one.order)} {told}")


def show_costs(shown: Page, costs: tuple[Exposure, ...], full: bool, voice: Voice) -> None:
    """What it can bring: said once where it is the same for several orders; first what comes first."""
    said: dict[tuple[str, OrderId | None], tuple[list[OrderId], list[str]]] = {}
    for item in costs:
        code = item.reason.code.value
        if full or code in FIRST or not code.startswith(LATER):
            alone = item.order if code.startswith(OF_ONE_CHARGE) else None
            orders, marks = said.setdefault((voice.sentence(item.reason, short=not full), alone), ([], []))
            orders.append(item.order)
            marks.append(voice.mark(item.reason.authority))
    groups: dict[tuple[OrderId, ...], list[str]] = {}
    for (text, _), (orders, marks) in said.items():
        groups.setdefault(tuple(dict.fromkeys(orders)), []).append(text + "".join(dict.fromkeys(marks)))
    for under in sorted(groups, key=len, reverse=True):
        if len(groups) > 1:
            shown.text(voice.face(Face.UNDER_ORDERS, orders=under), tone=Tone.STRONG)
        shown.items(groups[under])
