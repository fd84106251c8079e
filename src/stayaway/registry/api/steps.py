"""From what a program sends to a step of entries, and back to what it is told: the one road of every write."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from stayaway.registry.accounts.models import new_id
from stayaway.registry.entries import ABOUT_PEOPLE, BEGINS, Proposal, What
from stayaway.registry.looking import looked
from stayaway.registry.models import CaseRow, Entry
from stayaway.registry.naming import knows_of
from stayaway.registry.recording import record
from stayaway.registry.refusing import Refused, nothing_here
from stayaway.registry.telling import as_kept, as_shown
from stayaway.wording.api import ApiCode as C
from stayaway.wording.record import RecordCode

from . import bodies, words
from .callers import Caller
from .once import once
from .openness import must_see
from .parsing import canonical
from .problems import Faults, Wrong

LETTER = {What.PERSON_RECORDED: "p", What.CASE_OPENED: "c"}
"""How the id of what an entry begins starts."""
UNNAMED = {"p": "+person", "c": "+case", "o": "+order", "l": "+place"}
"""What the answer calls a new id for which the caller had no name."""


@dataclass(frozen=True, slots=True)
class Sent:
    """An entry as it was sent: what it is about, and the name for what it makes."""

    body: bodies.Entered
    about: str
    name: str | None = None


@dataclass
class _Making:
    """A step being put together: the ids behind the caller's names, and what is wrong with it."""

    caller: Caller
    now: datetime
    made: dict[str, str] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)


def take(
    caller: Caller, key: str, where: str, sent: Sequence[Sent], versions: Mapping[str, int]
) -> tuple[dict[str, Any], bool]:
    """Take a step whole or not at all: what it came to, and whether that was told before.

    `where` names the operation. Raises what `record` raises, and Faults for what cannot be put together.
    """
    said = [[one.about, one.name, one.body.KIND.value, one.body.model_dump(mode="json")] for one in sent]
    asked = canonical([where, said, dict(versions)])

    def work(now: datetime) -> dict[str, Any]:
        making = _Making(caller, now)
        for index, one in enumerate(sent):
            _must_see(caller, one, index, now)
        proposals = [_proposal(one, index, making) for index, one in enumerate(sent)]
        expected = _expected(proposals, versions, making)
        if making.wrong:
            raise Faults(making.wrong)
        entries = record(caller.actor, proposals, as_kept(caller.actor, expected, now), now)
        came_to = {entry.stream: entry.version for entry in entries}
        told = as_shown(caller.actor, came_to, now)
        hidden = {stream: version - told[stream] for stream, version in came_to.items()}
        return {
            "entries": [_told(entry, hidden[entry.stream]) for entry in entries],
            "made": making.made,
            "versions": told,
        }

    try:
        told, is_repeated = once(caller.actor, key, asked, work)
        if is_repeated:
            _must_see_still(caller, sent, told)
        return told, is_repeated
    except Refused as refused:
        if refused.reasons[0].code is RecordCode.NOTHING_HERE:
            looked(caller.actor, "refused", datetime.now(UTC), stream=sent[refused.index].about[:24])
        raise


def _must_see(caller: Caller, one: Sent, index: int, now: datetime) -> None:
    """Refuse an entry about what the caller may not see."""
    if one.about.startswith("+") or one.body.KIND in BEGINS:
        return
    try:
        must_see(caller.actor, one.about, now, opens=one.body.KIND is What.UNSEALED)
    except Refused as refused:
        raise Refused(refused.reasons, index) from None


def _must_see_still(caller: Caller, sent: Sequence[Sent], told: Mapping[str, Any]) -> None:
    """Refuse to tell again of what was sealed or closed meanwhile. Whoever sealed it may be told that they did."""
    now = datetime.now(UTC)
    for index, one in enumerate(sent):
        is_new = one.about.startswith("+") or one.body.KIND in BEGINS
        if not is_new:
            try:
                must_see(caller.actor, one.about, now, opens=one.body.KIND in (What.SEALED, What.UNSEALED))
            except Refused as refused:
                raise Refused(refused.reasons, index) from None
    if CaseRow.objects.filter(id__in=told["made"].values(), is_sealed=True).exists():
        raise nothing_here()


def _proposal(one: Sent, index: int, making: _Making) -> Proposal:
    body, kind = one.body, one.body.KIND
    stream = _stream(one, index, making)
    facts, secrets = dict(body.facts()), dict(body.secrets())
    if kind is What.CORRECTED:
        facts, secrets = _corrected(body, stream, index, making)
    elif kind is What.PLACE_RECORDED:
        facts["place"] = _place(facts.get("place"), stream, index, making)
    elif kind is What.ORDER_RECORDED:
        facts = {"order": _made(one.name, "o", index, making), "file": {"case": stream, **facts["file"]}}
    court = ""
    if isinstance(body, bodies.CaseOpened):
        court = body.court or making.caller.actor.agency or ""
    return Proposal(
        kind,
        stream,
        body.when() or making.now.isoformat(timespec="seconds"),
        _put(facts, f"entries.{index}", making),
        secrets,
        why=body.why,
        document=body.document or "",
        acting=body.acting,
        court=court,
        corrects=body.number if isinstance(body, bodies.Corrected) else None,
        clashes_seen=body.clashes_seen if isinstance(body, bodies.OrderRecorded) else 0,
    )


def _stream(one: Sent, index: int, making: _Making) -> str:
    """The stream of an entry: made here, made before it in the step, or there already."""
    kind, where = one.body.KIND, f"entries.{index}.about"
    if kind in BEGINS:
        if not one.about.startswith("+"):
            making.wrong.append(Wrong(where, C.NAME_NOT_MADE, read=one.about))
            return one.about
        return _made(one.about, LETTER[kind], index, making)
    stream = making.made.get(one.about, one.about)
    if stream.startswith("+"):
        making.wrong.append(Wrong(where, C.NAME_NOT_MADE, read=stream, wanted=tuple(making.made)))
    elif kind is not What.CORRECTED and (kind in ABOUT_PEOPLE) != stream.startswith("p"):
        making.wrong.append(Wrong(where, C.WRONG_STREAM, read=one.about))
    return stream


def _made(name: str | None, letter: str, index: int, making: _Making) -> str:
    """A new id under a caller's name; an id that was given stays."""
    if name is not None and not name.startswith("+"):
        return name
    if name in making.made:
        making.wrong.append(Wrong(f"entries.{index}", C.NAME_MADE_TWICE, read=name))
    found = new_id(letter)
    unnamed = UNNAMED[letter]
    making.made[name or (f"{unnamed}{index}" if unnamed in making.made else unnamed)] = found
    return found


def _place(name: str | None, case: str, index: int, making: _Making) -> str:
    """The id of a new place, or of one of the case that is recorded anew."""
    place = _made(name, "l", index, making)
    if place == name and place not in making.made.values():
        known = CaseRow.objects.filter(id=case).values_list("folded", flat=True).first() or {}
        if place not in known.get("places", {}):
            making.wrong.append(Wrong(f"entries.{index}.place", C.NOT_KNOWN_HERE, read=name))
    return place


def _corrected(body: bodies.Entered, stream: str, index: int, making: _Making) -> tuple[dict[str, Any], dict[str, Any]]:
    """What should have stood there, with the ids that the entry has."""
    assert isinstance(body, bodies.Corrected)
    if body.instead is None:
        return {}, {}
    instead = dict(body.instead.facts())
    original = Entry.objects.filter(number=body.number, stream=stream).first()
    where = f"entries.{index}.instead"
    correction = Proposal(What.CORRECTED, stream, "", corrects=body.number)
    is_there = original is not None and knows_of(making.caller.actor, correction, making.now)
    if original is None or not is_there or original.what != body.instead.KIND.value:
        making.wrong.append(Wrong(f"{where}.what", C.WRONG_STREAM, read=body.instead.KIND.value))
        return {}, {}
    before: dict[str, Any] = json.loads(original.facts)
    if body.instead.KIND is What.ORDER_RECORDED:
        instead = {"order": before["order"], "file": {"case": stream, **instead["file"]}}
    elif body.instead.KIND is What.PLACE_RECORDED:
        instead["place"] = before["place"]
    return {"instead": instead}, dict(body.instead.secrets())


def _put(value: Any, where: str, making: _Making) -> Any:
    """Facts with the ids in place of the caller's names."""
    if isinstance(value, str) and words.is_name(value):
        if value not in making.made:
            making.wrong.append(Wrong(where, C.NAME_NOT_MADE, read=value, wanted=tuple(making.made)))
        return making.made.get(value, value)
    if isinstance(value, Mapping):
        return {name: _put(part, f"{where}.{name}", making) for name, part in value.items()}
    if isinstance(value, list):
        return [_put(part, f"{where}.{number}", making) for number, part in enumerate(value)]
    return value


def _expected(proposals: Sequence[Proposal], versions: Mapping[str, int], making: _Making) -> dict[str, int]:
    """The version that the caller looked at, of every stream that is written to."""
    made = set(making.made.values())
    expected = {}
    for stream in dict.fromkeys(one.stream for one in proposals):
        if stream in made:
            expected[stream] = 0
        elif stream in versions:
            expected[stream] = versions[stream]
        elif not stream.startswith("+"):
            making.wrong.append(Wrong(f"versions.{stream}", C.VERSION_MISSING))
    return expected


def _told(entry: Entry, hidden: int) -> dict[str, Any]:
    """An entry that was taken; `hidden` entries of its stream are not counted for whoever made it."""
    return {
        "number": entry.number,
        "stream": entry.stream,
        "version": entry.version - hidden,
        "what": entry.what,
        "happened": entry.happened,
        "recorded": entry.recorded.isoformat(),
    }


def plain_names(value: Any, where: str) -> None:
    """Refuse names of the caller's own where nothing is made. Raises Faults."""
    making = _Making.__new__(_Making)
    making.made, making.wrong = {}, []
    _put(value, where, making)
    if making.wrong:
        raise Faults(making.wrong)
