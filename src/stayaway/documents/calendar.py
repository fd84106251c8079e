"""The calendar: hearings, the last day of each order, and the days on which renewal opens and closes, with alarms.

A day at the court is a day in the calendar, wherever it is read. An entry keeps its name (`UID`) when it is made again,
so that a calendar that has it already moves it and does not show it twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from stayaway.model import Code, OrderId
from stayaway.reasoning.changes import Change
from stayaway.reasoning.codes.governing import GoverningCode
from stayaway.reasoning.governing import Governing
from stayaway.reasoning.rulebook import Role
from stayaway.reasoning.sides import role_of
from stayaway.wording.document import DocumentCode as Say

from .told import Teller

MORNING = timedelta(hours=9)
"""Alarms go off at nine in the morning."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How a change stands in a calendar: its titles, and how many days before its day it calls."""

    key: str
    title: Code
    neutral: Code
    alarms: tuple[int, ...]
    for_all: bool = True
    """Whether it concerns everyone, or only the side that may ask for renewal."""


_HEARING = Entry("hearing", Say.HEARING, Say.NEUTRAL_APPOINTMENT, (7, 1))
_START = Entry("start", Say.STARTS, Say.NEUTRAL_REMINDER, (0,))
_LAST_DAY = Entry("end", Say.LAST_DAY, Say.NEUTRAL_REMINDER, (30, 7))
_OPENS = Entry("renewal-opens", Say.RENEWAL_OPENS, Say.NEUTRAL_REMINDER, (0,), for_all=False)
_CLOSES = Entry("renewal-closes", Say.RENEWAL_CLOSES, Say.NEUTRAL_DEADLINE, (30, 7, 1), for_all=False)
ENTRIES = {
    GoverningCode.CHANGE_HEARING: _HEARING,
    GoverningCode.CHANGE_STARTS: _START,
    GoverningCode.CHANGE_ENDS: _LAST_DAY,
    GoverningCode.CHANGE_ENDS_OTHERS_GO_ON: _LAST_DAY,
    GoverningCode.CHANGE_RENEWAL_OPENS: _OPENS,
    GoverningCode.CHANGE_RENEWAL_CLOSES: _CLOSES,
}


def calendar(teller: Teller, found: Governing, *, neutral: bool) -> bytes | None:
    """The calendar file; None: no day ahead is known. `neutral`: nothing in it says what the entries are about."""
    shown = Calendar()
    shown.add("version", "2.0")
    shown.add("prodid", "-//Calendar//EN" if neutral else "-//stayaway//documents//EN")
    shown.add("calscale", "GREGORIAN")
    shown.add("method", "PUBLISH")
    shown.add("x-wr-calname", teller.label(Say.CALENDAR_NEUTRAL if neutral else Say.CALENDAR))
    entries = list(_entries(teller, found))
    for change, entry in entries:
        shown.add_component(_event(teller, change, entry, neutral=neutral))
    return bytes(shown.to_ical()) if entries else None


def _entries(teller: Teller, found: Governing) -> Iterator[tuple[Change, Entry]]:
    """The changes that have a day and concern the reader. A permanent or far-off end (9999) is no day to keep."""
    for change in found.changes:
        entry = ENTRIES.get(change.reason.code)  # type: ignore[call-overload]
        if entry is None or change.on is None or change.on == date.max:
            continue
        restrained = role_of(teller.person, teller.papers.orders[change.order]) is Role.RESTRAINED_PERSON
        if entry.for_all or not restrained:
            yield change, entry


def _event(teller: Teller, change: Change, entry: Entry, *, neutral: bool) -> Event:
    on = change.on
    assert on is not None
    made = teller.at.day(teller.speaker.zone)
    title = teller.label(entry.neutral) if neutral else teller.label(entry.title, order=change.order)
    event = Event()
    event.add("uid", _uid(teller, change, entry))
    event.add("dtstamp", datetime(made.year, made.month, made.day, tzinfo=UTC))
    event.add("sequence", made.toordinal())
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    said = " ".join(_description(teller, change, entry, neutral=neutral))
    if said:
        event.add("description", said)
    order = teller.papers.orders[change.order]
    if entry is _HEARING and not neutral and order.case.court:
        event.add("location", order.case.court)
    for days in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", MORNING - timedelta(days=days))
        event.add_component(alarm)
    return event


def _description(teller: Teller, change: Change, entry: Entry, *, neutral: bool) -> Iterator[str]:
    at = change.reason.facts.get("on")
    if entry is _HEARING and isinstance(at, datetime):
        yield teller.label(Say.AT_TIME, time=_hour(teller, change.order, at))
    if neutral:
        return
    yield teller.sentence(change.reason)
    order = teller.papers.orders[change.order]
    about = {"kind": teller.kind(order), "court": teller.court(order), "number": order.case.number}
    yield teller.label(Say.ABOUT_ORDER, order=change.order, **about)
    if entry is _LAST_DAY:
        yield teller.label(Say.STANDS_THROUGH_LAST_DAY)
    yield teller.label(Say.MADE_FROM_PAPERS, day=teller.at.day(teller.speaker.zone))


def _hour(teller: Teller, order: OrderId, at: datetime) -> str:
    """The hour of a hearing, at its court."""
    from babel.dates import format_time

    zone = teller.papers.orders[order].case.time_zone
    return str(format_time(at.astimezone(zone), "short", tzinfo=zone, locale=teller.language))


def _uid(teller: Teller, change: Change, entry: Entry) -> str:
    """The same for the same entry of the same order. Two hearings of one order are two entries."""
    order = teller.papers.orders[change.order]
    which = change.on.isoformat() if change.on and entry is _HEARING else ""
    parts = (order.case.court, order.case.number, order.restrained, *order.protects, order.id, entry.key, which)
    return str(uuid5(NAMESPACE_URL, "\x1f".join(str(part or "") for part in parts)))
