"""A new order: the draft, held against every order in force between the same people, and then the signing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stayaway.files import FileFaults
from stayaway.model import CaseId, OrderId
from stayaway.pages.voice import Voice
from stayaway.reasoning.checking import Clash
from stayaway.registry.accounts.models import new_id
from stayaway.registry.drafting import DraftCheck, check_draft
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import PersonRow
from stayaway.registry.permission import reasons_of
from stayaway.registry.reading import View
from stayaway.registry.recording import may_record
from stayaway.registry.refusing import Refused
from stayaway.web.blocks import linked
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.face import FaceCode as Face

from .alike import found_for, people_from, rows_named
from .case_page import about, reader
from .choosing import chosen_from, questions_of
from .compose import field_of, lost_in, order_file, said
from .entering import shown_form
from .frame import Asking, as_written, forget, keep, kept, leave_notice, page, show, typed, zone_name
from .names import named
from .offered import is_open, sides_of
from .order_form import ALSO, order_sections, people_of, place_choices
from .sending import Outcome, attached, send, tell_faults, tell_lost

FORM = "order"


def _view_of(asking: Asking, case: str) -> View:
    """The case, where this reader may make an order in it. Raises Refused."""
    view = reader(asking, case)
    restrained, protects = sides_of(view, case)
    today = asking.now.astimezone(view.papers.cases[CaseId(case)].time_zone).date().isoformat()
    file = {"case": case, "restrained": restrained, "protects": list(protects), "issued": today}
    entering = may_record(
        asking.actor,
        Proposal(What.ORDER_RECORDED, case, today, {"order": new_id("o"), "file": file}),
        asking.now,
    )
    if not is_open(entering):
        raise Refused(reasons_of(entering))
    return view


@require_http_methods(["GET", "HEAD", "POST"])
@page
def new_order(asking: Asking, case: str) -> HttpResponse:
    """The form of a draft."""
    view = _view_of(asking, case)
    name = f"{FORM}:{case}"
    voice = asking.voice(view.papers, view.papers.cases[CaseId(case)].time_zone)
    found = Outcome()
    if asking.request.method == "POST":
        written = asking.request.POST
        document = attached(asking, found, voice)
        if not written.get("issued", "").strip():
            found.add("issued", voice.speaker.sentence(Says.FILL_IN, {}))
        draft = order_file(written, case)
        tell_lost(found, lost_in(written), voice)
        try:
            if not found.is_wrong:
                check_draft(asking.actor, case, new_id("o"), draft, asking.now)
        except FileFaults as wrong:
            tell_faults(found, wrong.faults, lambda fault: field_of(fault, {}), voice)
        if not found.is_wrong:
            keep(
                asking,
                name,
                {
                    **typed(asking.request),
                    "kept_paper": [document],
                    "order": [new_id("o")],
                    "version": [str(view.versions[case])],
                },
            )
            return redirect("check_order", case)
        return _form(asking, case, view, written, found, voice, document)
    before = kept(asking, name)
    return _form(asking, case, view, as_written(before) if before else _first(asking, case, view), found, voice, "")


def _first(asking: Asking, case: str, view: View) -> QueryDict:
    """A new draft: of today, between the two sides of the case."""
    restrained, protects = sides_of(view, case)
    written = QueryDict(mutable=True)
    written["issued"] = asking.now.astimezone(view.papers.cases[CaseId(case)].time_zone).date().isoformat()
    written["restrained"] = restrained
    written.setlist("protects", list(protects))
    return written


def _form(
    asking: Asking, case: str, view: View, written: QueryDict, found: Outcome, voice: Voice, document: str
) -> HttpResponse:
    of = view.papers.cases[CaseId(case)]
    sections = order_sections(
        written, of.kind, of.jurisdiction, people_of(view, case), place_choices(view, case, voice), voice
    )
    known = named(view.papers, voice)
    more = {
        "case": case,
        "about": about(case, view, known, voice),
        "document": document or written.get("kept_paper", ""),
        "zone": zone_name(of.time_zone, voice),
    }
    return shown_form(asking, "desk/order_form.html", voice, found, sections, more)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def check_order(asking: Asking, case: str) -> HttpResponse:
    """The draft beside every order in force between the same people; each clash with what avoids it. Then signing."""
    view = _view_of(asking, case)
    name = f"{FORM}:{case}"
    written = as_written(kept(asking, name))
    if not written:
        return redirect("new_order", case)
    voice = asking.voice(view.papers, view.papers.cases[CaseId(case)].time_zone)
    rows = rows_named(written, ALSO)
    alike = found_for(asking, written, rows)
    answers = asking.request.POST if asking.request.method == "POST" else QueryDict()
    chosen, left = chosen_from(alike, answers)
    order, outcome = said(written, "order"), Outcome()
    ids, new = people_from(written, ALSO, chosen, asking.moment)
    draft = order_file(written, case, list(ids.values()))
    facts = {one.stream: one.facts for one in new}
    try:
        found = check_draft(asking.actor, case, order, draft, asking.now, new=facts)
    except FileFaults as wrong:
        row_of = {person: row for row, person in ids.items()}
        tell_faults(outcome, wrong.faults, lambda fault: field_of(fault, row_of), voice)
        return _form(asking, case, view, written, outcome, voice, written.get("kept_paper", ""))
    if asking.request.method == "POST":
        seen = answers.get("clashes", "")
        if left:
            outcome.fields = dict.fromkeys(left, voice.speaker.sentence(Says.CHOOSE_ONE, {}))
        elif found.check.clashes and "seen" not in answers:
            outcome.fields = {"seen": voice.speaker.sentence(Says.SAY_SEEN, {})}
        else:
            outcome = _sign(asking, case, view, written, chosen, int(seen) if seen.isdigit() else 0, voice)
            if outcome.taken:
                forget(asking, name)
                leave_notice(asking, Says.ORDER_SIGNED)
                return redirect("case", case)
            if outcome.fields:
                return _form(asking, case, view, written, outcome, voice, written.get("kept_paper", ""))
    return _shown(asking, case, view, found, order, (alike, written, answers), outcome)


def _sign(
    asking: Asking, case: str, view: View, written: QueryDict, chosen: dict[str, str], seen: int, voice: Voice
) -> Outcome:
    on = said(written, "issued")
    ids, new = people_from(written, ALSO, chosen, asking.moment)
    file = order_file(written, case, list(ids.values()))
    signed = Proposal(
        What.ORDER_RECORDED,
        case,
        on,
        {"order": said(written, "order"), "file": file},
        document=written.get("kept_paper", ""),
        clashes_seen=seen,
    )
    rows = {person: row for row, person in ids.items()}
    expected = {case: int(said(written, "version")), **{one.stream: 0 for one in new}}
    outcome = send(asking, [*new, signed], expected, lambda fault: field_of(fault, rows), voice)
    if outcome.is_stale:
        # What came meanwhile is on the page of the case; the draft stays, and is held against it anew.
        keep(
            asking,
            f"{FORM}:{case}",
            {**{key: written.getlist(key) for key in written}, "version": [str(view.versions[case])]},
        )
    return outcome


def _shown(
    asking: Asking, case: str, view: View, found: DraftCheck, order: str, choosing: Any, outcome: Outcome
) -> HttpResponse:
    alike, written, answers = choosing
    speaks = asking.voice()
    drafted = OrderId(speaks.speaker.sentence(Says.THE_DRAFT, {}))
    both = named(found.together, speaks)
    voice = asking.voice(both.papers, view.papers.cases[CaseId(case)].time_zone)
    questions = questions_of(alike, written, answers, voice)
    for one in questions:
        one.wrong = outcome.fields.get(one.name, "")
    # The draft is not in the record and has no name of its own yet.
    renamed = {OrderId(key): drafted if key == order else name for key, name in both.names.items()}
    shown = {
        "case": case,
        "about": about(case, view, named(view.papers, voice), voice),
        "clashes": [_clash(one, voice, renamed) for one in found.check.clashes],
        "compared": [
            {"name": str(renamed[one.order]), "standing": one.in_force.value} for one in found.check.standings
        ],
        "maybe": [
            {"id": row.pk, "name": row.name, "born": row.born} for row in PersonRow.objects.filter(pk__in=found.maybe)
        ],
        "questions": questions,
        "general": outcome.general,
        "wrong": outcome.is_wrong,
        "is_stale": outcome.is_stale,
        "seen_wrong": outcome.fields.get("seen", ""),
        "draft": reverse("new_order", args=[case]),
    }
    return show(asking, "desk/check_order.html", voice, 422 if outcome.is_wrong else 200, **shown)


def _clash(one: Clash, voice: Voice, names: dict[OrderId, OrderId]) -> dict[str, Any]:
    """A clash: both orders and both terms, why, and what avoids it, with orders called by their names."""

    def told(reason: Any) -> Any:
        facts = {name: _renamed(fact, names) for name, fact in reason.facts.items()}
        return linked(voice.say(replace(reason, facts=facts)))

    terms = []
    if one.draft_term is not None:
        terms.append(voice.face(Face.TERM_OF_DRAFT, term=one.draft_term + 1))
    if one.order_term is not None:
        terms.append(voice.face(Face.TERM_OF_ORDER, term=one.order_term + 1))
    return {
        "kind": voice.show(one.kind),
        "order": str(names[one.order]),
        "terms": terms,
        "reason": told(one.reason),
        "why": [told(reason) for reason in one.why],
        "avoid": [told(reason) for reason in one.avoid],
    }


def _renamed(fact: Any, names: dict[OrderId, OrderId]) -> Any:
    if isinstance(fact, OrderId):
        return names.get(fact, fact)
    if isinstance(fact, tuple):
        return fact.__class__(_renamed(one, names) for one in fact)
    return fact
