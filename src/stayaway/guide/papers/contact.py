"""May this contact happen? The answer first, then why, what to do instead, and what it can bring."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from stayaway.api import WrongWord, channel_of, distance_of, person_of, place_of, zone_of
from stayaway.law.load import law_book
from stayaway.model import Answer, Channel, Distance, Papers, Unit
from stayaway.pages.contact import exposures, page, show_costs
from stayaway.pages.page import Page
from stayaway.pages.voice import Voice
from stayaway.reasoning.conduct import Contact, assess, compile_orders
from stayaway.web.blocks import parts
from stayaway.web.questions import Section, Shape, menu, text
from stayaway.wording.face import FaceCode as Face
from stayaway.wording.papers import PapersCode as Say

from .. import visit
from ..asking import present, voice
from .asked_day import moment_of
from .starting import of_papers, people_of

CONTACT = f"{visit.ABOUT_PAPERS}contact"
ABOUTS = {"children": Say.ABOUT_CHILDREN, "property": Say.ABOUT_PROPERTY, "money": Say.ABOUT_MONEY}
HEADS = {Answer.YES: Face.PROHIBITED, Answer.UNSURE: Face.MAYBE_PROHIBITED, Answer.NO: Face.NOT_PROHIBITED}
"""The question is whether it may happen, so what is prohibited is answered with no."""


@of_papers
def contact(request: HttpRequest, papers: Papers) -> HttpResponse:
    """Ask about one contact."""
    speaks = voice(request, papers)
    written = visit.answers(request, CONTACT)
    faults: dict[str, str] = {}
    if request.method == "POST":
        written = request.POST
        try:
            _contact(written, papers)
        except _Wrong as wrong:
            faults[wrong.field] = speaks.speaker.sentence(wrong.code, {})
        else:
            visit.remember(request, CONTACT, written)
            return redirect("contact-answer")
    section = _section(written or _likely(papers), papers, speaks)
    for question in section.questions:
        question.wrong = faults.get(question.name, "")
    shown = {"voice": speaks, "section": section, "wrong": bool(faults)}
    return render(request, "papers/contact.html", shown, status=422 if faults else 200)


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """Whether the contact is prohibited."""
    papers = visit.papers(request)
    written = visit.answers(request, CONTACT)
    if papers is None or not written:
        return redirect("contact")
    try:
        asked = _contact(written, papers)
    except _Wrong:
        return redirect("contact")
    speaks = voice(request, papers)
    at = moment_of(written.get("on", ""), written.get("at_time", ""), papers) or present()
    ready = compile_orders(papers, law_book())
    found = assess(asked, ready, at)
    by_counsel = assess(replace(asked, through="counsel", at=None, distance=None), ready, at)
    costs = exposures(found, papers, law_book(), at)
    told = page(asked, found, costs, by_counsel, papers, law_book(), at, False, speaks)
    all_costs = Page()
    show_costs(all_costs, costs, True, speaks)
    shown = {
        "voice": speaks,
        "found": found,
        "answer": speaks.speaker.sentence(HEADS[found.prohibited], {}),
        "as_of": speaks.as_of(at),
        "parts": parts(Page(told.blocks[2:])),
        "all_costs": parts(all_costs) if costs else (),
    }
    return render(request, "papers/contact_answer.html", shown)


class _Wrong(Exception):
    """A field that does not go with the others, and what to say of it."""

    def __init__(self, field: str, code: Say) -> None:
        super().__init__(field)
        self.field = field
        self.code = code


def _contact(written: QueryDict, papers: Papers) -> Contact:
    """The contact that was asked about."""
    said = {name: value for name in written if (value := written.get(name, "").strip())}
    if "on" in said and moment_of(said["on"], said.get("at_time", ""), papers) is None:
        raise _Wrong("on", Say.NOT_A_DAY)
    if "to" not in said and "place" not in said:
        raise _Wrong("to", Say.CONTACT_NEEDS_TO)
    if "to" in said and not {"by", "place", "distance"} & set(said):
        raise _Wrong("by", Say.CONTACT_NEEDS_BY)
    if said.get("from") == said.get("to"):
        raise _Wrong("to", Say.CONTACT_SAME)
    try:
        return Contact(
            by_whom=person_of(papers, said.get("from", "")),
            to=person_of(papers, said["to"]) if "to" in said else None,
            by=channel_of(said["by"]) if "by" in said else None,
            through=said.get("through"),
            about=said["about"].lower() if "about" in said else None,
            distance=_distance(said),
            at=place_of(papers, said["place"]) if "place" in said else None,
            started_by=person_of(papers, said["started_by"]) if "started_by" in said else None,
        )
    except WrongWord as wrong:
        raise _Wrong(FIELDS.get(wrong.asked.value, "from"), Say.CHOOSE_FROM_LIST) from wrong


FIELDS = {"person": "from", "place": "place", "channel": "by", "distance": "distance"}


def _likely(papers: Papers) -> QueryDict:
    """Before anything was chosen: from the first order's restrained person to whom it protects."""
    likely = QueryDict(mutable=True)
    for order in list(papers.orders.values())[:1]:
        likely["from"] = str(order.restrained)
        likely["to"] = str(next(iter(order.protects), ""))
    return likely


def _subjects(papers: Papers) -> list[str]:
    """What contact is most often about, and what the orders make exceptions for."""
    named = (
        exemption.about
        for order in papers.orders.values()
        for term in order.terms or ()
        for exemption in getattr(term, "exemptions", ())
    )
    return list(dict.fromkeys((*ABOUTS, *filter(None, named))))


def _distance(said: dict[str, str]) -> Distance | None:
    if "distance" not in said:
        return None
    distance = said["distance"]
    return distance_of(f"{distance} {said.get('unit', 'ft')}" if distance[-1].isdigit() else distance)


def _section(written: QueryDict, papers: Papers, speaks: Voice) -> Section:
    """What is asked of a contact."""

    def say(code: Say, **facts: object) -> str:
        return speaks.speaker.sentence(code, facts)

    def words(members: type[Channel] | type[Unit]) -> list[tuple[str, str]]:
        return [(str(one), speaks.show(one)) for one in members]

    nothing = ("", say(Say.NOT_SAID))
    people = people_of(papers)
    spots = [(str(key), place.shown) for key, place in papers.places.items()]
    carriers = [("counsel", say(Say.THROUGH_LAWYER)), ("friend", say(Say.THROUGH_FRIEND)), *people]
    subjects = [(one, say(ABOUTS[one]) if one in ABOUTS else one) for one in _subjects(papers)]
    today = present().day(zone_of(papers))
    questions = [
        menu(written, "from", say(Say.CONTACT_FROM), people),
        menu(written, "to", say(Say.CONTACT_TO), [*people, ("", say(Say.NOBODY))]),
        menu(written, "by", say(Say.CONTACT_BY), [nothing, *words(Channel)]),
        menu(written, "about", say(Say.CONTACT_ABOUT), [nothing, *subjects]),
        menu(written, "through", say(Say.CONTACT_THROUGH), [("", say(Say.THROUGH_NOBODY)), *carriers]),
        text(written, "on", say(Say.CONTACT_ON), say(Say.CONTACT_ON_HINT, today=today), Shape.DAY),
        text(written, "at_time", say(Say.CONTACT_TIME), shape=Shape.TIME),
        text(written, "distance", say(Say.CONTACT_DISTANCE), say(Say.CONTACT_DISTANCE_HINT), Shape.NUMBER),
        menu(written, "unit", say(Say.UNIT), words(Unit)),
        menu(written, "started_by", say(Say.CONTACT_STARTED_BY), [nothing, *people], say(Say.CONTACT_STARTED_BY_HINT)),
    ]
    if spots:
        questions.insert(5, menu(written, "place", say(Say.CONTACT_AT), [nothing, *spots]))
    return Section(say(Say.CONTACT_SECTION), questions)
