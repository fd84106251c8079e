"""Entries of a case beside its dockets: a place, an appearance, a task that is done, notice asked for, a seal."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stayaway.model import CaseId, PersonId
from stayaway.pages.voice import Voice
from stayaway.reasoning.authority import Role
from stayaway.registry.accounts.acting import confirm_and_return
from stayaway.registry.accounts.models import Holding
from stayaway.registry.accounts.sessions import in_force
from stayaway.registry.actors import Post
from stayaway.registry.bounds import MARKED_BY_HAND
from stayaway.registry.entries import Proposal, What
from stayaway.registry.looking import looked
from stayaway.registry.models import CaseRow
from stayaway.registry.permission import person_of, reasons_of
from stayaway.registry.reading import View
from stayaway.registry.recording import may_record
from stayaway.registry.refusing import Refused, nothing_here
from stayaway.web.questions import Section, Shape, menu, text
from stayaway.wording.desk import DeskCode as Says

from .case_form import place_proposal, place_questions
from .case_page import about, reader
from .compose import said
from .entering import shown_form
from .frame import Asking, as_written, forget, keep, kept, leave_notice, page, typed
from .names import named
from .offered import is_open
from .order_form import people_of
from .sending import Outcome, send

PLACE_ROW = "place1"
LAWYERS = (Post.DEFENSE_LAWYER, Post.PROSECUTOR)


def today_of(asking: Asking, view: View, case: str) -> str:
    """The day at the court of the case."""
    return asking.now.astimezone(view.papers.cases[CaseId(case)].time_zone).date().isoformat()


def marking(
    asking: Asking,
    case: str,
    heading: Says,
    lead: Says | None,
    sections: list[Section],
    found: Outcome,
    view: View | None,
) -> HttpResponse:
    """The page of such an entry."""
    voice = case_voice(asking, case, view)
    shown: dict[str, Any] = {
        "case": case if view is not None else "",
        "heading": voice.speaker.sentence(heading, {}),
        "lead": voice.speaker.sentence(lead, {}) if lead is not None else "",
    }
    if view is not None:
        shown["about"] = about(case, view, named(view.papers, voice), voice)
        shown["version"] = view.versions[case]
    return shown_form(asking, "desk/mark.html", voice, found, sections, shown)


def case_voice(asking: Asking, case: str, view: View | None) -> Voice:
    """The voice for a case, in the time zone of its court."""
    if view is None:
        return asking.voice()
    return asking.voice(view.papers, view.papers.cases[CaseId(case)].time_zone)


def expected_of(asking: Asking, view: View, case: str) -> dict[str, int]:
    """The version of the case that the form was made for."""
    version = asking.request.POST.get("version", "")
    return {case: int(version) if version.isdigit() and len(version) < 10 else view.versions[case]}


def let_through(asking: Asking, proposal: Proposal) -> None:
    """Refuse a form that would lead to nothing. Raises Refused."""
    entering = may_record(asking.actor, proposal, asking.now)
    if not is_open(entering):
        raise Refused(reasons_of(entering))


@require_http_methods(["GET", "HEAD", "POST"])
@page
def new_place(asking: Asking, case: str) -> HttpResponse:
    """A place that orders of the case can name."""
    view = reader(asking, case)
    today = today_of(asking, view, case)
    own = person_of(asking.actor, view.folded.cases[case])
    let_through(asking, Proposal(What.PLACE_RECORDED, case, today, {"place": "-", "label": "-", "of": own}))
    voice, found = case_voice(asking, case, view), Outcome()
    written = asking.request.POST if asking.request.method == "POST" else QueryDict()
    people = [(one, voice.show(PersonId(one))) for one in people_of(view, case)]
    if asking.request.method == "POST":
        if not said(written, f"{PLACE_ROW}_label"):
            found.add(f"{PLACE_ROW}_label", voice.speaker.sentence(Says.FILL_IN, {}))
        else:
            of = said(written, f"{PLACE_ROW}_of")
            proposal = place_proposal(written, PLACE_ROW, case, today, of if of in dict(people) else "", asking.actor)
            found = send(asking, [proposal], expected_of(asking, view, case), lambda _: f"{PLACE_ROW}_label", voice)
        if found.taken:
            leave_notice(asking, Says.ENTERED)
            return redirect("case", case)
    section = Section(
        voice.speaker.sentence(Says.SECTION_PLACES, {}), place_questions(written, PLACE_ROW, people, voice)
    )
    return marking(asking, case, Says.NEW_PLACE, Says.PLACES_HINT, [section], found, view)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def new_appearance(asking: Asking, case: str) -> HttpResponse:
    """That a lawyer appears in the case, and for whom."""
    view = reader(asking, case)
    today = today_of(asking, view, case)
    let_through(asking, Proposal(What.APPEARED, case, today, {"account": "-", "agency": "", "person": ""}))
    voice, found = case_voice(asking, case, view), Outcome()
    written = asking.request.POST if asking.request.method == "POST" else QueryDict()
    lawyers = (
        in_force(Holding.objects.filter(post__in=LAWYERS)).select_related("account", "agency").order_by("account__name")
    )
    people = people_of(view, case)
    if asking.request.method == "POST":
        lawyer = next((one for one in lawyers if str(one.pk) == said(written, "lawyer")), None)
        person = said(written, "person")
        if lawyer is None:
            found.add("lawyer", voice.speaker.sentence(Says.CHOOSE_ONE, {}))
        elif lawyer.post == Post.DEFENSE_LAWYER and person not in people:
            found.add("person", voice.speaker.sentence(Says.CHOOSE_ONE, {}))
        else:
            facts = {
                "account": lawyer.account_id,
                "agency": lawyer.agency_id or "",
                "person": person if person in people else "",
            }
            proposal = Proposal(What.APPEARED, case, today, facts)
            found = send(asking, [proposal], expected_of(asking, view, case), lambda _: None, voice)
        if found.taken:
            leave_notice(asking, Says.ENTERED)
            return redirect("case", case)
    none = ("", voice.speaker.sentence(Says.CHOOSE, {}))
    choices = [(str(one.pk), f"{one.account.name}, {one.agency.name if one.agency else ''}") for one in lawyers]
    clients = [(one, voice.show(PersonId(one))) for one in people]
    section = Section(
        voice.speaker.sentence(Says.NEW_APPEARANCE, {}),
        [
            menu(written, "lawyer", voice.speaker.sentence(Says.LAWYER, {}), [none, *choices]),
            menu(
                written,
                "person",
                voice.speaker.sentence(Says.APPEARS_FOR, {}),
                [("", voice.speaker.sentence(Says.FOR_THE_STATE, {})), *clients],
            ),
        ],
    )
    return marking(asking, case, Says.NEW_APPEARANCE, None, [section], found, view)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def task_done(asking: Asking, case: str, order: str, kind: str) -> HttpResponse:
    """That something on the work list was decided or done without another entry, and why."""
    view = reader(asking, case)
    if kind not in MARKED_BY_HAND or order not in {str(key) for key in view.papers.orders}:
        raise nothing_here()
    facts = {"order": order, "kind": kind}
    return _with_reason(
        asking,
        case,
        view,
        Proposal(What.TASK_DONE, case, today_of(asking, view, case), facts),
        Says.TASK_DONE,
        Says.TASK_DONE_LEAD,
        needs_why=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@page
def ask_notice(asking: Asking, case: str) -> HttpResponse:
    """That the protected person asks that the other side may be told of a registered order of another court."""
    view = reader(asking, case)
    acting = None if asking.actor.person else Role.PROTECTED_PERSON
    proposal = Proposal(What.NOTICE_ASKED, case, today_of(asking, view, case), acting=acting)
    return _with_reason(asking, case, view, proposal, Says.ASK_NOTICE, Says.ASK_NOTICE_LEAD)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def seal_case(asking: Asking, case: str) -> HttpResponse:
    """Seal a case: from then on it answers nothing."""
    view = reader(asking, case)
    proposal = Proposal(What.SEALED, case, today_of(asking, view, case), why="-")
    return _with_reason(asking, case, view, proposal, Says.SEAL, Says.SEAL_LEAD, after="work")


@require_http_methods(["GET", "HEAD", "POST"])
@page
def unseal_case(asking: Asking, case: str) -> HttpResponse:
    """Open a sealed case. To everybody but the judge of its court it answers as a case that is not there."""
    proposal = Proposal(What.UNSEALED, case, asking.moment, why="-")
    if not (_keeps_sealed(asking, case) and is_open(may_record(asking.actor, proposal, asking.now))):
        looked(asking.actor, "refused", asking.now, stream=case)
        raise nothing_here()
    looked(asking.actor, "read", asking.now, stream=case, found=[case])
    return _with_reason(asking, case, None, proposal, Says.UNSEAL, Says.UNSEAL_LEAD)


def _keeps_sealed(asking: Asking, case: str) -> bool:
    """Whether this reader is a judge of the court that keeps a sealed case: a hidden case costs what none costs."""
    sealed = CaseRow.objects.filter(id=case, is_sealed=True, keeper_id=asking.actor.agency)
    return asking.actor.post is Post.JUDGE and sealed.exists()


def _with_reason(
    asking: Asking,
    case: str,
    view: View | None,
    proposal: Proposal,
    heading: Says,
    lead: Says,
    *,
    after: str = "case",
    needs_why: bool = False,
) -> HttpResponse:
    """A page that asks for a reason alone."""
    let_through(asking, proposal)
    voice, found = case_voice(asking, case, view), Outcome()
    name = f"mark:{proposal.what}:{case}"
    written = asking.request.POST if asking.request.method == "POST" else as_written(kept(asking, name))
    if asking.request.method == "POST":
        expected = expected_of(asking, view, case) if view is not None else {}
        sent = Proposal(
            proposal.what, case, proposal.happened, proposal.facts, why=said(written, "why"), acting=proposal.acting
        )
        if needs_why and not sent.why:
            found.add("why", voice.speaker.sentence(Says.FILL_IN, {}))
        else:
            found = send(asking, [sent], expected, lambda _: None, voice)
        if found.confirms:
            keep(asking, name, typed(asking.request))
            return confirm_and_return(asking.request)
        if found.taken:
            forget(asking, name)
            leave_notice(asking, Says.ENTERED)
            return redirect(reverse(after, args=[case]) if after == "case" else reverse(after))
    why = text(
        written, "why", voice.speaker.sentence(Says.WHY, {}), voice.speaker.sentence(Says.WHY_HINT, {}), Shape.LINES
    )
    return marking(
        asking, case, heading, lead, [Section(voice.speaker.sentence(Says.SECTION_ABOUT, {}), [why])], found, view
    )
