"""The officer's screen: one person, held in one hand. In force or not, served or not, who may not do what, confirm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from stayaway.model import Answer, AsOf, CaseId, Order, OrderId, PersonId
from stayaway.pages.voice import Voice
from stayaway.reasoning.authority import Role
from stayaway.reasoning.sides import role_of
from stayaway.registry.actors import Post
from stayaway.registry.reading import View, read_person, reveal_places
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.record import RecordCode

from .case_page import PURPOSE
from .frame import Asking, keep, kept, page, show, zone_name
from .names import named
from .person_page import shown_as
from .standing_of import OrderCard, together

REVEALED = "revealed"
FIRST = {Answer.YES.value: 0, Answer.UNSURE.value: 1, Answer.NO.value: 2}
BARS = {Role.RESTRAINED_PERSON: Says.BAR_RESTRAINS, Role.PROTECTED_PERSON: Says.BAR_PROTECTS}
"""What an order does to the person whom the screen is about."""


@require_safe
@page
def officer(asking: Asking, person: str) -> HttpResponse:
    """The screen. Without a stated purpose it leads to the search, which asks for one."""
    purpose = str(kept(asking, PURPOSE).get("said", ""))
    if not purpose:
        return redirect("find")
    view = read_person(asking.actor, person, asking.now, purpose=purpose, hidden=asking.hidden)
    known = named(view.papers, asking.voice())
    zone = next(iter(view.papers.cases.values())).time_zone
    voice = asking.voice(known.papers, zone)
    at = AsOf.now(asking.now)
    found = together(known.papers, known.ids, at, voice)
    who = shown_as(view, person)
    roles = {str(key): role_of(who.id, order) for key, order in view.papers.orders.items()}
    cards = sorted(found.cards, key=lambda one: (roles[one.id] is not Role.RESTRAINED_PERSON, FIRST[one.in_force]))
    revealed = kept(asking, REVEALED)
    shown: dict[str, Any] = {
        "person": person,
        "name": who.shown,
        "born": who.born,
        "bars": _bars(cards, view.papers.orders, who.id, voice),
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


def _bars(cards: list[OrderCard], orders: Mapping[OrderId, Order], who: PersonId, voice: Voice) -> list[dict[str, str]]:
    """The big answers: for each order whether it is in force, against whom, and whether it was served.

    An order that protects the person is in force too, so each bar says in words on which side of it they stand.
    """
    if not cards:
        return [{"answer": "no", "word": voice.speaker.sentence(Says.NO_ORDER_HERE, {})}]
    bars = []
    for one in cards:
        order = orders[OrderId(one.id)]
        said = BARS.get(role_of(who, order), Says.BAR_OTHERS)
        side = voice.speaker.sentence(said, {"restrained": order.restrained})
        bars.append({**one.answers[0], "side": side, "line": one.name, "path": f"#order-{one.id}"})
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
