"""The page of a case: how its orders stand, its docket, and what this reader may enter. As it stood, or was known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from stayaway.law.load import place_law
from stayaway.model import AsOf, CaseId, CivilCase, Order, Papers
from stayaway.pages.voice import Voice
from stayaway.registry.documents import Damaged
from stayaway.registry.models import Document
from stayaway.registry.reading import View, read_attached, read_case, read_person
from stayaway.registry.refusing import Refused, nothing_here
from stayaway.web.questions import Shape, text
from stayaway.wording.desk import DeskCode as Says

from .docket import docket
from .frame import Asking, as_written, forget, keep, kept, page, show, upper, zone_name
from .names import Named, named
from .offered import offered
from .standing_of import together

PURPOSE = "purpose"
ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg", "image/tiff": "tif"}


def asked_of(case: str) -> str:
    """Under what name a session keeps the days that a case is looked at for."""
    return f"day:{case}"


@require_safe
@page
def case_page(asking: Asking, case: str) -> HttpResponse:
    """A case."""
    asked = kept(asking, asked_of(case))
    first = reader(asking, case)
    zone = first.papers.cases[CaseId(case)].time_zone
    known = _known(asked, zone, asking.now)
    view = first if known is None else reader(asking, case, known)
    voice = asking.voice(zone=zone)
    if CaseId(case) not in view.papers.cases:
        return show(asking, "desk/not_yet.html", voice, case=case, **_asks(asked, voice))
    at = _at(asked, known, asking.now)
    everything = named(_with_others(asking, case, view, known), voice)
    own = {str(key) for key, order in view.papers.orders.items() if order.case.id == case}
    voice = asking.voice(everything.papers, zone)
    found = together(everything.papers, everything.ids, at, voice)
    shown: dict[str, Any] = {
        "case": case,
        "about": about(case, view, everything, voice),
        "cards": [one for one in found.cards if one.id in own],
        "others": [one for one in found.cards if one.id not in own],
        "parts": found.parts if everything.papers.orders else (),
        "docket": docket(case, view, everything, voice),
        "as_of": voice.as_of(at),
        "known": known,
        "zone": zone_name(zone, voice),
        **_asks(asked, voice),
    }
    if known is None:
        shown["groups"], shown["closed"] = offered(asking, case, view, _only(everything, own), voice)
    return show(asking, "desk/case.html", voice, **shown)


def reader(asking: Asking, case: str, known: datetime | None = None) -> View:
    """One case as whoever asks may see it. Raises Refused."""
    purpose = str(kept(asking, PURPOSE).get("said", ""))
    return read_case(asking.actor, case, asking.now, known=known, purpose=purpose, hidden=asking.hidden)


def _with_others(asking: Asking, case: str, view: View, known: datetime | None) -> Papers:
    """The papers of a case, with the orders of other cases that bind the same people, as far as they may be seen."""
    mine = [order for order in view.papers.orders.values() if order.case.id == case]
    papers = replace(view.papers, orders={order.id: order for order in mine})
    for person in sorted({order.restrained for order in mine}):
        try:
            other = read_person(asking.actor, person, asking.now, known=known, hidden=asking.hidden, how="beside")
        except Refused:
            continue
        same = {key: one for key, one in other.papers.orders.items() if key not in papers.orders and _meets(one, mine)}
        papers = replace(
            papers,
            people={**other.papers.people, **papers.people},
            places={**other.papers.places, **papers.places},
            cases={**other.papers.cases, **papers.cases},
            orders={**papers.orders, **same},
        )
    return papers


def _meets(order: Order, mine: list[Order]) -> bool:
    """Whether an order stands between two people between whom one of these stands."""
    pairs = {(one.restrained, person) for one in mine for person in one.protects}
    return any((order.restrained, person) in pairs for person in order.protects)


def _only(everything: Named, own: set[str]) -> Named:
    return replace(everything, names={key: name for key, name in everything.names.items() if key in own})


def about(case: str, view: View, known: Named, voice: Voice) -> dict[str, Any]:
    """What a case is: kind, court, number, place, and who is in it."""
    found = view.papers.cases[CaseId(case)]
    say = voice.speaker.sentence
    if isinstance(found, CivilCase):
        sides = [(Says.PETITIONER, [found.petitioner]), (Says.RESPONDENT, [found.respondent])]
    else:
        sides = [
            (Says.DEFENDANT, [found.defendant]),
            (Says.VICTIMS, [*found.victims]),
            (Says.WITNESSES, [*found.witnesses]),
        ]
    sees = view.seen[case]
    people = [
        {
            "role": say(code, {}),
            "people": [
                {
                    "id": str(person),
                    "name": voice.show(person),
                    "born": known.papers.people[person].born,
                    "linked": sees.person in (None, person),
                }
                for person in persons
                if person is not None
            ],
        }
        for code, persons in sides
    ]
    law = place_law(found.jurisdiction) if found.jurisdiction else None
    is_foreign = view.folded.cases[case].foreign
    places = [
        {"name": voice.show(key), "address": place.address, "confidential": place.confidential}
        for key, place in view.papers.places.items()
        if key in view.folded.cases[case].places
    ]
    return {
        "kind": upper(voice.show(found.kind)),
        "title": say(Says.CASE_NUMBERED, {"number": found.number}) if found.number else say(Says.CASE_UNNUMBERED, {}),
        "court": found.court or "",
        "place": law.name if law is not None and law.known else "",
        "people": [one for one in people if one["people"]],
        "places": places,
        "foreign": is_foreign,
        "keeper": view.keepers[case].name,
        "phone": view.keepers[case].phone,
        "untold": is_foreign and not view.folded.cases[case].tells_restrained,
    }


# ---- as it stood, as it was known --------------------------------------------------------------------------------


@require_POST
@page
def ask_day(asking: Asking, case: str) -> HttpResponse:
    """Look at the case for another day, or as it was known on one. Nothing of it stands in the address."""
    days = {name: asking.request.POST.get(name, "").strip() for name in ("at", "known")}
    if "today" in asking.request.POST or not any(days.values()):
        forget(asking, asked_of(case))
    else:
        keep(asking, asked_of(case), {name: _day(said) for name, said in days.items()})
    return redirect("case", case)


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        return ""


def _known(asked: dict[str, Any], zone: Any, now: datetime) -> datetime | None:
    """The end of the day as of which the registry's knowledge is asked for."""
    if not asked.get("known"):
        return None
    return min(now, datetime.combine(date.fromisoformat(asked["known"]), time.max, zone))


def _at(asked: dict[str, Any], known: datetime | None, now: datetime) -> AsOf:
    if asked.get("at"):
        return AsOf(date.fromisoformat(asked["at"]))
    return AsOf.now(now) if known is None else AsOf(known)


def _asks(asked: dict[str, Any], voice: Voice) -> dict[str, Any]:
    written = as_written({name: [str(said)] for name, said in asked.items()})
    say = voice.speaker.sentence
    return {
        "days": [
            text(written, "at", say(Says.STOOD_ON, {}), say(Says.STOOD_ON_HINT, {}), Shape.DAY),
            text(written, "known", say(Says.KNOWN_ON, {}), say(Says.KNOWN_ON_HINT, {}), Shape.DAY),
        ],
        "asked_day": bool(asked),
    }


@require_safe
@page
def paper(asking: Asking, case: str, number: int) -> HttpResponse:
    """The paper attached to an entry, to save."""
    try:
        content, digest = read_attached(asking.actor, case, number, asking.now)
    except Damaged:
        raise nothing_here() from None
    kind = Document.objects.get(pk=digest).media_type
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="paper-{number}.{ENDINGS.get(kind, "bin")}"'
    return response
