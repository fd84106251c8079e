"""A new case: its kind, its people (each looked for first), and its places."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from stayaway.model import Kind, because
from stayaway.registry.accounts.models import Agency, new_id
from stayaway.registry.entries import Proposal, What
from stayaway.registry.permission import reasons_of
from stayaway.registry.recording import may_record
from stayaway.registry.refusing import Refused
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.record import RecordCode

from .alike import found_for, people_from
from .case_form import ASKS_OF, case_sections, courts_for, field_of, proposals_of, rows_of
from .choosing import chosen_from, questions_of
from .entering import shown_form
from .frame import Asking, as_written, forget, keep, kept, leave_notice, page, show, typed
from .sending import Outcome, send

FORM = "case"


@require_safe
@page
def new_case(asking: Asking) -> HttpResponse:
    """Which kind of case it is; and for a kind that this reader cannot open, why not."""
    voice = asking.voice()
    kinds = []
    for kind in Kind:
        entering = _may_open(asking, kind)
        kinds.append(
            {
                "path": reverse("new_case_of", args=[kind.value]) if entering else "",
                "said": voice.speaker.sentence(Says.CIVIL_PETITION if kind is Kind.CIVIL else Says.CRIMINAL_CHARGE, {}),
                "about": voice.speaker.sentence(Says.CIVIL_ABOUT if kind is Kind.CIVIL else Says.CRIMINAL_ABOUT, {}),
                "reasons": [voice.say_short(one) for one in reasons_of(entering)] if not entering else [],
            }
        )
    return show(asking, "desk/new_case.html", voice, kinds=kinds)


def _may_open(asking: Asking, kind: Kind) -> Any:
    court = asking.actor.agency if asking.actor.kinds else next((one.pk for one in courts_for(kind)), "")
    about = {"case": {"kind": kind.value}}
    acting = ASKS_OF[kind] if asking.actor.kinds else None
    return may_record(
        asking.actor,
        Proposal(What.CASE_OPENED, new_id("c"), asking.moment, about, court=court or "", acting=acting),
        asking.now,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@page
def new_case_of(asking: Asking, kind: str) -> HttpResponse:
    """The form of a case."""
    of = _kind(kind)
    entering = _may_open(asking, of)
    if not entering:
        raise Refused(reasons_of(entering))
    name = f"{FORM}:{of}"
    if asking.request.method == "POST":
        written, found = asking.request.POST, Outcome()
        say = asking.voice().speaker.sentence
        for row in rows_of(of)[:2]:
            if not written.get(f"{row}_name", "").strip():
                found.add(f"{row}_name", say(Says.FILL_IN, {}))
        if not written.get("on", "").strip():
            found.add("on", say(Says.FILL_IN, {}))
        if not asking.actor.kinds and not _court(asking, written):
            found.add("court", say(Says.FILL_IN, {}))
        if found.is_wrong:
            return _form(asking, of, written, found)
        keep(asking, name, typed(asking.request))
        return redirect("case_people", of.value)
    return _form(asking, of, as_written(kept(asking, name)), Outcome())


def _kind(said: str) -> Kind:
    if said not in set(Kind):
        raise Refused((because(RecordCode.NOT_BY_THIS_ENTRY), because(RecordCode.PATH_RIGHT_ENTRY)))
    return Kind(said)


def _court(asking: Asking, written: QueryDict) -> Agency | None:
    """Whose case it is: the clerk's own court, or the one that was chosen."""
    wanted = asking.actor.agency if asking.actor.kinds else written.get("court", "")
    return Agency.objects.filter(pk=wanted, is_active=True).first()


def _form(asking: Asking, kind: Kind, written: QueryDict, found: Outcome) -> HttpResponse:
    voice = asking.voice()
    sections = case_sections(written, kind, asking.actor, voice)
    heading = voice.speaker.sentence(Says.CIVIL_PETITION if kind is Kind.CIVIL else Says.CRIMINAL_CHARGE, {})
    return shown_form(asking, "desk/case_form.html", voice, found, sections, {"heading": heading})


@require_http_methods(["GET", "HEAD", "POST"])
@page
def case_people(asking: Asking, kind: str) -> HttpResponse:
    """Whether the people of the new case are on record already; then the case is recorded."""
    of = _kind(kind)
    name = f"{FORM}:{of}"
    written = as_written(kept(asking, name))
    court = _court(asking, written)
    if not written or court is None:
        return redirect("new_case")
    found = found_for(asking, written, rows_of(of))
    voice = asking.voice()
    answers = asking.request.POST if asking.request.method == "POST" else QueryDict()
    chosen, left = chosen_from(found, answers)
    outcome = Outcome()
    if asking.request.method == "POST" and not left:
        case = new_id("c")
        ids, new = people_from(written, rows_of(of), chosen, asking.moment)
        proposals = [*new, *proposals_of(written, of, asking.actor, court, ids, case)]
        rows = {person: row for row, person in ids.items()}
        expected = {case: 0, **{one.stream: 0 for one in new}}
        outcome = send(asking, proposals, expected, lambda fault: field_of(fault, rows), voice)
        if outcome.taken:
            forget(asking, name)
            leave_notice(asking, Says.CASE_RECORDED)
            return redirect("case", case)
        return _form(asking, of, written, outcome)
    if asking.request.method == "POST":
        outcome.fields = dict.fromkeys(left, voice.speaker.sentence(Says.CHOOSE_ONE, {}))
    asked = questions_of(found, written, answers, voice)
    for one in asked:
        one.wrong = outcome.fields.get(one.name, "")
    shown = {"questions": asked, "wrong": outcome.is_wrong, "back": reverse("new_case_of", args=[of.value])}
    return show(asking, "desk/people_alike.html", voice, 422 if outcome.is_wrong else 200, **shown)
