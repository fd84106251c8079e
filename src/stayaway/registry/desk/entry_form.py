"""The form of one entry on a docket: what each kind of event asks, and the entry that the answers make."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import QueryDict

from stayaway.api import moment
from stayaway.files import Fault, FileCode
from stayaway.model import CaseEvent, Kind, Never, Order, OrderEvent
from stayaway.pages.voice import Voice
from stayaway.reasoning.authority import Role
from stayaway.reasoning.docketing import REQUESTS, SERVICE
from stayaway.registry.actors import COURT_POSTS, Actor
from stayaway.web.questions import Question, Section, Shape, menu, one_of, text
from stayaway.wording.desk import DeskCode as Says

from .compose import said, terms_of
from .frame import upper
from .order_form import term_sections
from .sending import last_step

SETS_END = frozenset({OrderEvent.EXTENDED, OrderEvent.RENEWED, CaseEvent.PROBATION_STARTED})
SETS_HEARING = frozenset({OrderEvent.HEARING_SET, CaseEvent.HEARING_SET})
ASKERS = {
    Kind.CIVIL: (Role.PROTECTED_PERSON, Role.RESTRAINED_PERSON),
    Kind.CRIMINAL: (Role.PROSECUTOR, Role.RESTRAINED_PERSON, Role.PROTECTED_PERSON),
}
SERVERS = (Role.LAW_ENFORCEMENT,)
FIELD_OF = {
    "on": "on",
    "until": "until",
    "hearing": "hearing",
    "note": "note",
    "terms": "terms",
    "distance": "distance",
    "court": "on",
}

Event = OrderEvent | CaseEvent


def sections_of(
    event: Event,
    written: QueryDict,
    order: Order | None,
    actor: Actor,
    places: Mapping[str, str],
    voice: Voice,
) -> list[Section]:
    """What an entry asks."""
    say = voice.speaker.sentence
    first = Section(
        say(Says.SECTION_WHEN, {}),
        [
            text(written, "on", say(Says.ON, {}), say(Says.ON_HINT, {}), Shape.DAY),
            text(written, "at_time", say(Says.AT_TIME, {}), say(Says.AT_TIME_HINT, {}), Shape.TIME),
        ],
    )
    if event in SETS_END:
        first.questions.append(text(written, "until", say(Says.UNTIL, {}), "", Shape.DAY))
        if event is not CaseEvent.PROBATION_STARTED:
            choices = [("", say(Says.ENDS_ON_DAY, {})), (Never.NEVER.value, say(Says.ENDS_NEVER, {}))]
            first.questions.append(one_of(written, "no_end", say(Says.HOW_IT_ENDS, {}), choices))
    if event in SETS_HEARING:
        first.questions.append(text(written, "hearing", say(Says.HEARING, {}), "", Shape.DAY))
        first.questions.append(text(written, "hearing_time", say(Says.HEARING_TIME, {}), "", Shape.TIME))
    sections = [first]
    if event is OrderEvent.MODIFIED and order is not None:
        sections += term_sections(written, [str(one) for one in order.protects], places, voice)
        sections[1].hint = say(Says.TERMS_AS_CHANGED, {})
    sections.append(_about(event, written, order, actor, voice))
    return sections


def _about(event: Event, written: QueryDict, order: Order | None, actor: Actor, voice: Voice) -> Section:
    say = voice.speaker.sentence
    asked: list[Question] = []
    who = actors_of(event, order, actor)
    if who:
        own = [("", say(Says.ACTED_COURT, {}))] if event in SERVICE else []
        choices = [*own, *((one.value, upper(voice.show(one))) for one in who)]
        asked.append(menu(written, "acting", say(Says.ACTED, {}), choices, say(Says.ACTED_HINT, {})))
    if actor.post in COURT_POSTS:
        asked.append(text(written, "note", say(Says.NOTE, {}), say(Says.NOTE_HINT, {}), Shape.LINES))
    asked.append(text(written, "why", say(Says.WHY, {}), say(Says.WHY_HINT, {}), Shape.LINES))
    return Section(say(Says.SECTION_ABOUT, {}), asked)


def actors_of(event: Event, order: Order | None, actor: Actor) -> tuple[Role, ...]:
    """Who may have done what a court receives; nobody else for what is done by whoever enters it."""
    if order is None or actor.post not in COURT_POSTS:
        return ()
    if event in REQUESTS:
        return ASKERS[order.kind]
    return SERVERS if event in SERVICE else ()


def entry_of(event: Event, written: QueryDict, order: Order | None) -> dict[str, Any]:
    """The entry as an order file writes it."""
    entry: dict[str, Any] = {"on": _moment(written, "on", "at_time"), "entry": event.value}
    if event in SETS_END:
        never = written.get("no_end") == Never.NEVER
        entry["until"] = Never.NEVER.value if never else written.get("until", "").strip()
    if event in SETS_HEARING:
        entry["hearing"] = _moment(written, "hearing", "hearing_time")
    if event is OrderEvent.MODIFIED and order is not None:
        terms = terms_of(written, [str(one) for one in order.protects])
        entry["terms"] = terms
    if said(written, "note"):
        entry["note"] = said(written, "note")
    return {name: value for name, value in entry.items() if value not in ("", [])}


def corrected_entry(
    event: Event, entry: Mapping[str, Any], written: QueryDict, order: Order | None, zone: ZoneInfo
) -> dict[str, Any]:
    """An entry with what its form says instead. What the form does not ask stays, and so does a time left as it was."""
    asked = {"on", "entry", "note"}
    asked |= {"until"} if event in SETS_END else set()
    asked |= {"hearing"} if event in SETS_HEARING else set()
    found = {name: value for name, value in entry.items() if name not in asked} | entry_of(event, written, order)
    before = filled_from(entry, zone)
    for name, hour in MOMENTS:
        if name in found and name in entry and all(said(written, one) == before[one] for one in (name, hour)):
            found[name] = entry[name]
    return found


def _moment(written: QueryDict, day: str, hour: str) -> str:
    on, at = said(written, day), said(written, hour)
    return f"{on}T{at}" if on and at else on


def field_of(fault: Fault) -> str | None:
    """The field that a fault of an entry is about."""
    if "docket" not in fault.path:
        return None
    found = last_step(fault, FIELD_OF)
    if fault.code is FileCode.UNTIL_MISSING:
        return "until"
    return found


MOMENTS = (("on", "at_time"), ("hearing", "hearing_time"))
"""The fields of a day, each with that of its hour."""


def filled_from(entry: Mapping[str, Any], zone: ZoneInfo) -> QueryDict:
    """The form of an entry as it stands, for correcting it, with each hour as it was at the court."""
    written = QueryDict(mutable=True)
    for name, hour in MOMENTS:
        found = moment(str(entry[name]), zone).moment if entry.get(name) else None
        if isinstance(found, datetime):
            found = found.astimezone(zone)
            written[name], written[hour] = found.date().isoformat(), found.strftime("%H:%M")
        else:
            written[name], written[hour] = "" if found is None else found.isoformat(), ""
    until = str(entry.get("until", ""))
    written["no_end"] = until if until == Never.NEVER else ""
    written["until"] = "" if until == Never.NEVER else until
    written["note"] = str(entry.get("note", ""))
    return written
