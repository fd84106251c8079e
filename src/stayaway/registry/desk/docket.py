"""The docket of a case as a timeline: what happened and when, who recorded it when, and what corrects it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from stayaway.api import moment
from stayaway.model import CaseEvent, CaseId, Moment, Never, OrderEvent
from stayaway.pages.voice import Voice
from stayaway.registry.accounts.asking import post_code
from stayaway.registry.accounts.models import Account, Agency
from stayaway.registry.bounds import MARKED_BY_HAND
from stayaway.registry.entries import What
from stayaway.registry.reading import View
from stayaway.registry.sight import Sight
from stayaway.registry.telling import ShownEntry
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.work import WorkCode

from .frame import upper
from .names import Named

PAPER_HIDES = frozenset({What.PLACE_RECORDED, What.APPEARED, What.WITHDREW})
"""Entries that only the court of the case reads: that there is a place at all can be told from one."""
EVENTS = frozenset({What.CASE_EVENT, What.ORDER_EVENT})
WITHDRAWABLE = EVENTS | {What.ORDER_RECORDED, What.PLACE_RECORDED}
"""Entries that a correction can take back."""


@dataclass(frozen=True, slots=True)
class DocketLine:
    """One entry as the timeline shows it."""

    number: int
    when: str
    what: str
    who: str
    more: tuple[str, ...]
    is_corrected: bool
    has_paper: bool
    can_correct: bool


def docket(case: str, view: View, known: Named, voice: Voice) -> list[DocketLine]:
    """The entries of a case, the latest happening first."""
    is_court = view.seen[case].sight is Sight.EVERYTHING
    mine = [one for one in view.entries if one.stream == case and (is_court or one.what not in PAPER_HIDES)]
    corrected = {one.corrects: one for one in mine if one.what is What.CORRECTED}
    by_number = {one.number: one for one in mine}
    said_by = _names(mine)
    zone = view.papers.cases[CaseId(case)].time_zone
    mine.sort(key=lambda one: (moment(one.happened, zone).day(zone), one.number), reverse=True)
    return [
        DocketLine(
            number=one.number,
            when=voice.show(moment(one.happened, zone).moment),
            what=entry_line(one, by_number, known, voice),
            who=_who(one, said_by, voice),
            more=tuple(_more(one, corrected.get(one.number), voice)),
            is_corrected=one.number in corrected,
            has_paper=bool(one.document),
            can_correct=is_court and one.what in WITHDRAWABLE and facts_of(one, mine) is not None,
        )
        for one in mine
    ]


def facts_of(one: ShownEntry, entries: Iterable[ShownEntry]) -> Mapping[str, Any] | None:
    """What an entry says after its last correction. None: it was taken back."""
    found: Mapping[str, Any] | None = one.facts
    for other in sorted(entries, key=lambda entry: entry.number):
        if other.what is What.CORRECTED and other.corrects == one.number:
            found = other.facts.get("instead")
    return found


def entry_line(one: ShownEntry, by_number: Mapping[int, ShownEntry], known: Named, voice: Voice) -> str:
    """What an entry says, in one line."""
    say = voice.speaker.sentence
    facts = one.facts
    if one.what is What.CASE_EVENT:
        return _event(upper(voice.show(CaseEvent(facts["entry"]["entry"]))), facts["entry"], voice)
    if one.what is What.ORDER_EVENT:
        event = upper(voice.show(OrderEvent(facts["entry"]["entry"])))
        named = say(Says.LINE_OF_ORDER, {"event": event, "order": known.name_of(facts["order"])})
        return _event(named, facts["entry"], voice)
    if one.what is What.ORDER_RECORDED:
        return say(Says.LINE_ORDER, {"order": known.name_of(facts.get("order", ""))})
    if one.what is What.CORRECTED:
        return _correction(one, by_number, known, voice)
    if one.what is What.TASK_DONE and "kind" in facts:
        kind = str(facts["kind"])  # of a record that was loaded, or kept by another release, it can be any
        return say(Says.LINE_TASK_DONE, {"task": say(WorkCode(kind), {}) if kind in MARKED_BY_HAND else kind})
    return say(Says(f"desk.line_{one.what.value}"), {})


def _event(said: str, entry: Mapping[str, Any], voice: Voice) -> str:
    """What happened, with the end or the hearing that it sets."""
    say = voice.speaker.sentence
    if entry.get("until"):
        said = say(Says.LINE_UNTIL, {"event": said, "until": _moment(entry["until"], voice)})
    if entry.get("hearing"):
        said = say(Says.LINE_HEARING, {"event": said, "on": _moment(entry["hearing"], voice)})
    return said


def _moment(text: str, voice: Voice) -> Moment | Never:
    return Never.NEVER if text == Never.NEVER else moment(text, voice.zone).moment


def _correction(one: ShownEntry, by_number: Mapping[int, ShownEntry], known: Named, voice: Voice) -> str:
    say = voice.speaker.sentence
    original = by_number.get(one.corrects or 0)
    of = entry_line(original, by_number, known, voice) if original is not None else ""
    instead = one.facts.get("instead")
    # Whoever may read what a correction says reads why too, and it always says why.
    if original is None or not one.why:
        return say(Says.LINE_CORRECTED, {"entry": of})
    if instead is None:
        return say(Says.LINE_TAKEN_BACK, {"entry": of})
    said = entry_line(replace(original, facts=instead), by_number, known, voice)
    on = moment(instead.get("entry", {}).get("on", original.happened), voice.zone).moment
    return say(Says.LINE_INSTEAD, {"entry": of, "instead": said, "on": on})


def _names(entries: list[ShownEntry]) -> dict[str, str]:
    """The names of the accounts and agencies that recorded entries."""
    accounts = Account.objects.filter(pk__in={one.account for one in entries if one.account})
    agencies = Agency.objects.filter(pk__in={one.agency for one in entries if one.agency})
    return {**{one.pk: one.name for one in accounts}, **{one.pk: one.name for one in agencies}}


def _who(one: ShownEntry, names: Mapping[str, str], voice: Voice) -> str:
    say = voice.speaker.sentence
    post = say(post_code(one.post), {}) if one.post else ""
    by = ", ".join(part for part in (names.get(one.account), post, names.get(one.agency)) if part)
    return say(Says.RECORDED_BY, {"on": one.recorded, "by": by}) if by else say(Says.RECORDED_ON, {"on": one.recorded})


def _more(one: ShownEntry, correction: ShownEntry | None, voice: Voice) -> list[str]:
    """The reason and the court's note, where they are shown; and that it was corrected."""
    say = voice.speaker.sentence
    said = []
    note = one.facts.get("entry", {}).get("note") if isinstance(one.facts.get("entry"), Mapping) else None
    if note:
        said.append(say(Says.NOTE_SAID, {"note": note}))
    if one.why:
        said.append(say(Says.WHY_SAID, {"why": one.why}))
    if correction is not None:
        said.append(say(Says.CORRECTED_ON, {"on": correction.recorded}))
    return said
