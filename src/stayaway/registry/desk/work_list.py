"""What there is to do: the tasks of a court by day, or the cases that a lawyer, an advocate or a party is in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from stayaway.model import AsOf, CaseId, Kind
from stayaway.registry.actors import COURT_POSTS, PARTY_POSTS, Post
from stayaway.registry.bounds import MARKED_BY_HAND
from stayaway.registry.listing import own_zone, work_list
from stayaway.registry.looking import looked
from stayaway.registry.models import CaseRow, Task
from stayaway.registry.reading import read_person
from stayaway.registry.refusing import Refused
from stayaway.registry.sight import cases_open_to
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.work import WorkCode

from .frame import Asking, page, show, upper, zone_name
from .names import named
from .standing_of import together

ON_A_PAGE = 50
AHEAD = {WorkCode.HEARING_WITHOUT_RESULT: Says.AFTER_HEARING}
"""What is said of a task before it has begun, where its own words would say that it has."""


@require_safe
@page
def work(asking: Asking) -> HttpResponse:
    """The list for whoever asks."""
    if asking.actor.post is Post.OFFICER:
        return redirect("find")
    if asking.actor.post in PARTY_POSTS:
        return _own_cases(asking)
    if asking.actor.post in COURT_POSTS:
        return _tasks(asking)
    return _open_cases(asking)


def _tasks(asking: Asking) -> HttpResponse:
    rows = work_list(asking.actor, asking.now, most=None, coming=True)
    zone = own_zone(asking.actor)
    voice = asking.voice(zone=zone)
    today = asking.now.astimezone(zone).date()
    due = [one for one in rows if one.begins <= today]
    far = [one for one in rows if one.begins > today]
    due.sort(key=lambda one: (one.due is None, one.due or one.begins, one.begins, one.pk))
    far.sort(key=lambda one: (one.begins, one.pk))
    overdue = [one for one in due if one.due is not None and one.due < today]
    waiting = [one for one in due if one not in overdue]
    say = voice.speaker.sentence

    def group(code: Says, tasks: list[Task]) -> dict[str, Any]:
        return {"heading": say(code, {}), "tasks": [_task(one, today, voice) for one in tasks]}

    groups = [group(Says.OVERDUE, overdue), group(Says.TO_DO, waiting), group(Says.COMING, far[:ON_A_PAGE])]
    shown: dict[str, Any] = {
        "groups": [one for one in groups if one["tasks"]],
        "today": today,
        "zone": zone_name(zone, voice),
    }
    return show(asking, "desk/work.html", voice, **shown)


def _task(one: Task, today: date, voice: Any) -> dict[str, Any]:
    """A task, in words for one that has begun or for one that will."""
    say = voice.speaker.sentence
    kind, is_ahead = WorkCode(one.kind), one.begins > today
    may_mark = kind in MARKED_BY_HAND and not is_ahead
    return {
        "said": say(AHEAD.get(kind, kind) if is_ahead else kind, {}),
        "day": _days(one, say, is_ahead=is_ahead),
        "case": one.case_id,
        "number": _number(one.case, voice),
        "done": reverse("task_done", args=[one.case_id, one.order, one.kind]) if may_mark else "",
    }


def _days(one: Task, say: Callable[..., str], *, is_ahead: bool) -> str:
    if is_ahead and one.due is not None:
        return say(Says.FROM_ON_BY, {"on": one.begins, "by": one.due})
    if is_ahead:
        return say(Says.FROM_ON, {"on": one.begins})
    return say(Says.SINCE, {"on": one.begins}) if one.due is None else say(Says.DUE_BY, {"on": one.due})


def _number(case: CaseRow, voice: Any) -> str:
    say = voice.speaker.sentence
    return str(say(Says.CASE_NUMBERED, {"number": case.number}) if case.number else say(Says.CASE_UNNUMBERED, {}))


def _open_cases(asking: Asking) -> HttpResponse:
    """The cases in which a prosecutor's office or a lawyer appears, or that an advocate may see."""
    voice = asking.voice()
    rows = cases_open_to(asking.actor, asking.now).select_related("keeper").order_by("-updated")
    listed = Paginator(rows, ON_A_PAGE).get_page(asking.request.GET.get("page"))
    cases = [
        {
            "id": one.pk,
            "number": _number(one, voice),
            "line": ", ".join((upper(voice.show(Kind(one.kind))), one.keeper.name)),
        }
        for one in listed
    ]
    looked(asking.actor, "list", asking.now, found=[one["id"] for one in cases])
    around: dict[str, Any] = {
        "before": f"?page={listed.previous_page_number()}" if listed.has_previous() else "",
        "after": f"?page={listed.next_page_number()}" if listed.has_next() else "",
    }
    return show(asking, "desk/cases.html", voice, cases=cases, **around)


def _own_cases(asking: Asking) -> HttpResponse:
    """The orders of whoever asks, in plain words."""
    try:
        view = read_person(asking.actor, str(asking.actor.person), asking.now, hidden=asking.hidden)
    except Refused:
        return show(asking, "desk/own.html", asking.voice(), cards=(), cases=())
    known = named(view.papers, asking.voice())
    zone = next(iter(view.papers.cases.values())).time_zone
    voice = asking.voice(known.papers, zone)
    found = together(known.papers, known.ids, AsOf.now(asking.now), voice)
    in_orders = {one.case for one in found.cards}
    cases = [
        {"id": str(key), "number": case.number or "", "court": case.court or ""}
        for key, case in view.papers.cases.items()
        if CaseId(key) not in in_orders
    ]
    shown: dict[str, Any] = {
        "cards": found.cards,
        "parts": found.parts,
        "cases": cases,
        "as_of": voice.as_of(AsOf.now(asking.now)),
        "zone": zone_name(zone, voice),
        "person": asking.actor.person,
    }
    return show(asking, "desk/own.html", voice, **shown)
