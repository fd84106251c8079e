"""`stayaway contact`: is this contact prohibited?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from ..options import channels, defined_by_file, file_argument, on_option, with_output

if TYPE_CHECKING:
    from stayaway.law.book import LawBook
    from stayaway.model import AsOf, OrderId, Papers
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.conduct import Assessment, Contact
    from stayaway.reasoning.exposure import Exposure

    from ..out import Out

LATER = (
    "exposure.law_note",
    "exposure.federal_",
    "exposure.full_faith",
    "exposure.firearms_",
    "exposure.record_",
    "exposure.binds_one_side",
)
"""What is shown only with --full. An answer for somebody in a hurry has the charge, the jail and the court first."""
FIRST = ("exposure.federal_travel", "exposure.firearms_barred", "exposure.firearms_maybe_barred")
"""What is shown first all the same."""
OF_ONE_CHARGE = ("exposure.charge", "exposure.penalty", "exposure.felony_when")
"""What speaks of the charge named before it, and so stays with its order."""


@click.command(name="contact", short_help="Is this contact prohibited?")
@file_argument
@click.option(
    "--from",
    "from_",
    required=True,
    metavar="PERSON",
    shell_complete=defined_by_file("people"),
    help="Who makes the contact.",
)
@click.option(
    "--to",
    metavar="PERSON",
    shell_complete=defined_by_file("people"),
    help="Who is contacted. May be left out with --at: being somewhere.",
)
@click.option(
    "--by",
    metavar="CHANNEL",
    shell_complete=channels,
    help="How: in_person, phone, text, email, mail, social_media, gift, through_others or surveillance.",
)
@click.option("--through", metavar="WHO", help="Who carries it: a person of the file, or a word such as counsel.")
@click.option("--about", metavar="SUBJECT", help="What it is about, such as children.")
@click.option("--distance", metavar="DISTANCE", help="How near one comes, with a unit: 100 ft, 50 yd, 30 m.")
@click.option(
    "--at", "place", metavar="PLACE", shell_complete=defined_by_file("places"), help="Where: a place of the file."
)
@click.option(
    "--started-by",
    metavar="PERSON",
    shell_complete=defined_by_file("people"),
    help="Who reached out first. It changes no answer, and the answer says so.",
)
@click.option("--full", is_flag=True, help="All that it can bring: federal law, guns, and notes on the law too.")
@on_option
@with_output
def command(
    file: str,
    from_: str,
    to: str | None,
    by: str | None,
    through: str | None,
    about: str | None,
    distance: str | None,
    place: str | None,
    started_by: str | None,
    full: bool,
    on: str | None,
    out: Out,
) -> None:
    """Is this contact prohibited, by which orders, and what can it bring?

    The answer is yes, no, or not sure; not sure counts as forbidden. An invitation or consent changes nothing.

    \b
      stayaway contact orders.yaml --from dan --to rosa --by text --about children
      stayaway contact orders.yaml --from dan --at home
    """  # noqa: D301
    from stayaway import api
    from stayaway.law.load import law_book
    from stayaway.reasoning.conduct import Contact, assess, compile_orders
    from stayaway.wording.face import FaceCode as Face

    from ..out import Refused

    papers = out.read(file)
    if to is None and place is None:
        raise Refused(Face.CONTACT_NEEDS_TO)
    if to is not None and by is None and place is None and distance is None:
        raise Refused(Face.CONTACT_NEEDS_BY)
    contact = Contact(
        by_whom=api.person_of(papers, from_),
        to=None if to is None else api.person_of(papers, to),
        by=None if by is None else api.channel_of(by),
        through=_carrier(papers, through),
        about=about.strip().lower() if about else None,
        distance=None if distance is None else api.distance_of(distance),
        at=None if place is None else api.place_of(papers, place),
        started_by=None if started_by is None else api.person_of(papers, started_by),
    )
    voice = out.voice(papers)
    at = out.moment(on, voice.zone)
    ready = compile_orders(papers, law_book())
    found = assess(contact, ready, at)
    by_counsel = assess(replace(contact, through="counsel", at=None, distance=None), ready, at)
    costs = exposures(found, papers, law_book(), at)
    out.answer(
        document(found, costs, at, voice),
        lambda: page(contact, found, costs, by_counsel, papers, law_book(), at, full, voice),
        voice,
    )


def _carrier(papers: Papers, through: str | None) -> str | None:
    """A person of the file by key or name, or the word as it was given."""
    from stayaway.api import WrongWord, person_of

    if through is None:
        return None
    try:
        return person_of(papers, through)
    except WrongWord:
        return through.strip().lower()


def exposures(found: Assessment, papers: Papers, book: LawBook, at: AsOf) -> tuple[Exposure, ...]:
    """What breaking the orders that prohibit the contact, or may, can bring."""
    from stayaway.model import Answer
    from stayaway.reasoning.exposure import exposure

    return tuple(
        item
        for answer in found.orders
        if answer.prohibited is not Answer.NO
        for item in exposure(papers.orders[answer.order], book, at, papers)
    )


def document(found: Assessment, costs: tuple[Exposure, ...], at: AsOf, voice: Voice) -> dict[str, Any]:
    """What programs get."""
    from stayaway.pages.voice import as_of_document

    return {
        "as_of": as_of_document(at),
        "prohibited": found.prohibited.value,
        "orders": [
            {"id": str(one.order), "prohibited": one.prohibited.value, "reasons": voice.reasons(one.reasons)}
            for one in found.orders
        ],
        "reasons": voice.reasons(found.reasons),
        "exposure": [{"order": str(item.order), **voice.reason(item.reason)} for item in costs],
    }


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
    from stayaway.model import Answer
    from stayaway.pages.page import Page, Tone
    from stayaway.wording.face import FaceCode as Face

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
    _costs(shown, contact, costs, full, voice)
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
    from stayaway.model import Answer
    from stayaway.reasoning.authority import ruling
    from stayaway.reasoning.codes.authority import AuthorityCode
    from stayaway.reasoning.rulebook import Act, Role
    from stayaway.wording.face import FaceCode as Face

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


def _costs(shown: Page, contact: Contact, costs: tuple[Exposure, ...], full: bool, voice: Voice) -> None:
    """What it can bring: said once where it is the same for several orders; first what comes first."""
    from stayaway.pages.page import Tone
    from stayaway.wording.face import FaceCode as Face

    shown.heading(voice.face(Face.IT_CAN_BRING, person=contact.by_whom))
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
    if not full:
        shown.gap()
        shown.text(voice.face(Face.MORE_IN_FULL))
