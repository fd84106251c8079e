"""The officer's screen: one person, held in one hand. In force or not, served or not, who may not do what, confirm."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from stayaway.model import Answer, AsOf, CaseId
from stayaway.registry.actors import Post
from stayaway.registry.reading import View, read_person, reveal_places
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.record import RecordCode

from .case_page import PURPOSE
from .frame import Asking, keep, kept, page, show, zone_name
from .names import named
from .standing_of import OrderCard, together

REVEALED = "revealed"
FIRST = {Answer.YES.value: 0, Answer.UNSURE.value: 1, Answer.NO.value: 2}


@require_safe
@page
def officer(asking: Asking, person: str) -> HttpResponse:
    """The screen. Without a stated purpose it leads to the search, which asks for one."""
    purpose = str(kept(asking, PURPOSE).get("said", ""))
    if not purpose:
        return redirect("find")
    view = read_person(asking.actor, person, asking.now, purpose=purpose, hidden=asking.say(Says.HIDDEN_PLACE))
    known = named(view.papers, asking.voice())
    zone = next(iter(view.papers.cases.values())).time_zone
    voice = asking.voice(known.papers, zone)
    at = AsOf.now(asking.now)
    found = together(known.papers, known.ids, at, voice)
    cards = sorted(found.cards, key=lambda one: FIRST[one.in_force])
    who = next((one for one in view.papers.people.values() if one.id == person), None)
    revealed = kept(asking, REVEALED)
    shown: dict[str, Any] = {
        "person": person,
        "name": who.shown if who is not None else "",
        "born": who.born if who is not None else None,
        "bars": _bars(cards, voice),
        "cards": cards,
        "parts": found.parts,
        "keepers": _keepers(view),
        "as_of": voice.as_of(at),
        "zone": zone_name(zone, voice),
        "revealed": revealed.get("places", []) if revealed.get("person") == person else [],
        "reveal_wrong": revealed.get("wrong", "") if revealed.get("person") == person else "",
        "can_serve": asking.actor.post is Post.OFFICER,
    }
    keep(asking, REVEALED, {})
    return show(asking, "desk/officer.html", voice, **shown)


def _bars(cards: list[OrderCard], voice: Any) -> list[dict[str, str]]:
    """The big answers: for each order, the surest first, whether it is in force and whether it was served."""
    if not cards:
        return [{"answer": "no", "word": voice.speaker.sentence(Says.NO_ORDER_HERE, {})}]
    bars = []
    for one in cards:
        bars.append({**one.answers[0], "line": one.name, "path": f"#order-{one.id}"})
        if one.in_force != Answer.NO.value:
            bars.append({**one.answers[1], "path": f"#order-{one.id}"})
    return bars


def _keepers(view: View) -> list[dict[str, str]]:
    """Which court confirms which case, and where."""
    return [
        {
            "case": str(case),
            "number": found.number or "",
            "name": view.keepers[case].name,
            "phone": view.keepers[case].phone,
            "dial": "".join(letter for letter in view.keepers[case].phone if letter in "+0123456789"),
        }
        for case, found in view.papers.cases.items()
        if CaseId(case) in view.papers.cases
    ]


@require_POST
@page
def reveal(asking: Asking, person: str) -> HttpResponse:
    """Show the addresses of one case once, for a need that is stated and kept."""
    case, need = asking.request.POST.get("case", ""), asking.request.POST.get("need", "").strip()
    view = read_person(asking.actor, person, asking.now, purpose=need, how="reveal_asked")
    if not need:
        voice = asking.voice()
        said = " ".join(
            voice.speaker.sentence(code, {}) for code in (RecordCode.PURPOSE_NEEDED, RecordCode.PATH_SAY_PURPOSE)
        )
        keep(asking, REVEALED, {"person": person, "wrong": said})
        return redirect("officer", person)
    secrets = reveal_places(asking.actor, case, asking.now, purpose=need)
    places = [
        {
            "name": place.shown if not place.confidential else asking.say(Says.CONFIDENTIAL_PLACE),
            "address": str(secrets[key].get("address", "")),
        }
        for key, place in view.papers.places.items()
        if key in secrets
    ]
    keep(asking, REVEALED, {"person": person, "places": places, "wrong": "" if places else asking.say(Says.NO_ADDRESS)})
    return redirect("officer", person)
