"""A new entry on the docket of a case or an order, and the correction of one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from stayaway.model import CaseEvent, CaseId, Order, OrderEvent, OrderId, because
from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.acting import confirm_and_return
from stayaway.registry.entries import Proposal, What
from stayaway.registry.offering import Offer, offers
from stayaway.registry.permission import reasons_of
from stayaway.registry.reading import View
from stayaway.registry.refusing import Refused
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.record import RecordCode

from .case_page import about, reader
from .compose import lost_in
from .docket import docket, facts_of
from .entry_form import actors_of, corrected_entry, entry_of, field_of, filled_from, sections_of
from .frame import Asking, as_written, forget, keep, kept, leave_notice, page, show, typed, upper, zone_name
from .names import named
from .offered import is_open
from .order_form import place_choices
from .sending import Outcome, attached, send, tell_lost

FORM = "entry"
CORRECTION = "correction"


@page
def enter_on_case(asking: Asking, case: str, event: str) -> HttpResponse:
    """An entry on the docket of a case."""
    return _enter(asking, case, None, _event(CaseEvent, event))


@page
def enter_on_order(asking: Asking, case: str, order: str, event: str) -> HttpResponse:
    """An entry on the docket of an order."""
    return _enter(asking, case, order, _event(OrderEvent, event))


def _event(of: type[CaseEvent] | type[OrderEvent], event: str) -> CaseEvent | OrderEvent:
    if event not in set(of):
        raise not_offered()
    return of(event)


def not_offered() -> Refused:
    """The refusal of an entry that the record does not offer here."""
    return Refused((because(RecordCode.NOT_BY_THIS_ENTRY), because(RecordCode.PATH_RIGHT_ENTRY)))


def _enter(asking: Asking, case: str, order: str | None, event: CaseEvent | OrderEvent) -> HttpResponse:
    view = reader(asking, case)
    offer = _offer(asking, case, order, event, view)
    if not is_open(offer.entering):
        raise Refused(reasons_of(offer.entering))
    return _form(asking, case, view, order, event, offer)


def _offer(asking: Asking, case: str, order: str | None, event: CaseEvent | OrderEvent, view: View) -> Offer:
    found = offers(asking.actor, case, view, asking.now)
    offer = next((one for one in found if (one.order, one.event) == (order, event)), None)
    if offer is None:
        raise not_offered()
    return offer


def _form(
    asking: Asking, case: str, view: View, order: str | None, event: CaseEvent | OrderEvent, offer: Offer
) -> HttpResponse:
    zone = view.papers.cases[CaseId(case)].time_zone
    known = named(view.papers, asking.voice())
    voice = asking.voice(known.papers, zone)
    about_order = view.papers.orders[OrderId(order)] if order is not None else None
    name = f"{FORM}:{case}:{order}:{event.value}"
    # What can only have happened earlier has a day that somebody has to write.
    today = asking.now.astimezone(zone).date().isoformat() if offer.by is None else ""
    written, found, document = _begin(asking, name, today), Outcome(), ""
    version = view.versions[case]
    since = version
    if asking.request.method == "POST":
        written = asking.request.POST
        document = attached(asking, found, voice)
        since = _number(written.get("version"), version)
        entry = entry_of(event, written, about_order)
        who = actors_of(event, about_order, asking.actor)
        acting = next((one for one in who if one.value == written.get("acting")), None)
        if acting is None and offer.acting is not None and who and event not in (OrderEvent.SERVED, OrderEvent.NOTICED):
            acting = offer.acting
        proposal = _proposal(case, order, entry, written, document, acting)
        tell_lost(found, lost_in(written), voice)
        if not found.is_wrong:
            found = _send(asking, proposal, {case: since}, voice)
        if found.taken:
            forget(asking, name)
            leave_notice(asking, Says.ENTERED)
            return redirect("case", case)
        if found.confirms:
            # What was typed waits here, encrypted, until both factors have been given.
            keep(asking, name, {**typed(asking.request), "kept_paper": [document]})
            return confirm_and_return(asking.request)
    sections = sections_of(event, written, about_order, asking.actor, place_choices(view, case, voice), voice)
    return _shown(
        asking,
        "desk/enter.html",
        voice,
        found,
        sections,
        {
            "case": case,
            "heading": upper(voice.show(event)),
            "of_order": known.name_of(order) if order else "",
            "about": about(case, view, known, voice),
            "too_late": voice.speaker.sentence(Says.TOO_LATE_TODAY, {"on": offer.by}) if offer.by else "",
            "version": version,
            "document": document or written.get("kept_paper", ""),
            "meanwhile": [one for one in docket(case, view, known, voice) if _is_after(one.number, view, since)]
            if found.is_stale
            else [],
            "zone": zone_name(zone, voice),
            "waits": bool(kept(asking, name)) and asking.request.method == "GET",
        },
    )


def _begin(asking: Asking, name: str, today: str) -> QueryDict:
    """What was typed before both factors were asked for; else today."""
    before = kept(asking, name)
    if before:
        return as_written(before)
    written = QueryDict(mutable=True)
    written["on"] = today
    return written


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isdigit() and len(said) < 10 else otherwise


def _is_after(number: int, view: View, version: int) -> bool:
    return any(one.number == number and one.version > version for one in view.entries)


def _proposal(
    case: str, order: str | None, entry: dict[str, Any], written: QueryDict, document: str, acting: Role | None
) -> Proposal:
    on = entry.get("on", "")
    why = written.get("why", "").strip()
    if order is None:
        return Proposal(What.CASE_EVENT, case, on, {"entry": entry}, why=why, document=document, acting=acting)
    facts = {"order": order, "entry": entry}
    return Proposal(What.ORDER_EVENT, case, on, facts, why=why, document=document, acting=acting)


def _send(asking: Asking, proposal: Proposal, expected: dict[str, int], voice: Any) -> Outcome:
    if not proposal.happened:
        return Outcome(fields={"on": voice.speaker.sentence(Says.FILL_IN, {})})
    return send(asking, [proposal], expected, field_of, voice)


def _shown(
    asking: Asking, template: str, voice: Any, found: Outcome, sections: list[Any], more: dict[str, Any]
) -> HttpResponse:
    """A form, with each fault in its place. A fault of a field that is not shown is said on top."""
    names = {question.name for section in sections for question in section.questions}
    for section in sections:
        for question in section.questions:
            question.wrong = found.fields.get(question.name, "")
    # A paper has no question of its own: it stands below, so what is wrong with it is said on top too.
    general = [*found.general, *(said for name, said in found.fields.items() if name not in names)]
    shown = {
        "sections": sections,
        "general": general,
        "wrong": found.is_wrong,
        "paper_wrong": found.fields.get("paper", ""),
        **more,
    }
    return show(asking, template, voice, 422 if found.is_wrong else 200, **shown)


shown_form = _shown


@page
def correct(asking: Asking, case: str, number: int) -> HttpResponse:
    """Correct an entry, or say that it should not stand. The entry itself stays, and so does the reason."""
    view = reader(asking, case)
    entry = next((one for one in view.entries if one.number == number and one.stream == case), None)
    zone = view.papers.cases[CaseId(case)].time_zone
    known = named(view.papers, asking.voice())
    voice = asking.voice(known.papers, zone)
    line = next((one for one in docket(case, view, known, voice) if one.number == number), None)
    if entry is None or line is None or not line.can_correct:
        raise not_offered()
    facts_now = facts_of(entry, view.entries)
    if facts_now is None:
        raise not_offered()
    event = _event_of(facts_now, entry.what)
    found, version, document = Outcome(), view.versions[case], ""
    name = f"{CORRECTION}:{case}:{number}"
    before = kept(asking, name)
    as_it_stands = filled_from(facts_now["entry"], zone) if event is not None else QueryDict(mutable=True)
    written = as_written(before) if before else as_it_stands
    order = view.papers.orders.get(OrderId(str(entry.facts.get("order", ""))))
    if asking.request.method == "POST":
        written = asking.request.POST
        facts: dict[str, Any] = {}
        if event is not None and "take_back" not in written:
            instead = corrected_entry(event, facts_now["entry"], written, order, zone)
            facts = {"instead": {**facts_now, "entry": instead}}
            tell_lost(found, lost_in(written), voice)
        document = attached(asking, found, voice)
        today = asking.now.astimezone(zone).date().isoformat()
        why = written.get("why", "").strip()
        proposal = Proposal(What.CORRECTED, case, today, facts, why=why, document=document, corrects=number)
        if not found.is_wrong:
            found = send(asking, [proposal], {case: _number(written.get("version"), version)}, field_of, voice)
        if found.taken:
            forget(asking, name)
            leave_notice(asking, Says.CORRECTED)
            return redirect("case", case)
        if found.confirms:
            keep(asking, name, {**typed(asking.request), "kept_paper": [document]})
            return confirm_and_return(asking.request)
    sections = _correcting(event, written, order, asking, view, case, voice)
    return _shown(
        asking,
        "desk/correct.html",
        voice,
        found,
        sections,
        {
            "case": case,
            "line": line,
            "about": about(case, view, known, voice),
            "version": version,
            "can_change": event is not None,
            "document": document or written.get("kept_paper", ""),
            "is_foreign": view.folded.cases[case].foreign,
            "waits": bool(before) and asking.request.method == "GET",
            "zone": zone_name(zone, voice),
        },
    )


def _event_of(facts: Any, what: What) -> CaseEvent | OrderEvent | None:
    if what is What.CASE_EVENT:
        return CaseEvent(facts["entry"]["entry"])
    return OrderEvent(facts["entry"]["entry"]) if what is What.ORDER_EVENT else None


def _correcting(
    event: Any, written: QueryDict, order: Order | None, asking: Asking, view: View, case: str, voice: Any
) -> list[Any]:
    places = place_choices(view, case, voice)
    if event is not None:
        sections = sections_of(event, written, order, asking.actor, places, voice)
    else:
        sections = sections_of(CaseEvent.CLOSED, written, None, asking.actor, places, voice)[-1:]
    last = sections[-1]
    last.questions = [
        one for one in last.questions if one.name != "acting" and (event is not None or one.name == "why")
    ]
    return [section for section in sections if section.questions]
