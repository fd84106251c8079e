"""Entries of the journal as somebody sees them, and the versions that they are told of.

A side counts what it sees: a gap would tell it that there is something that it does not see.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .actors import COURT_POSTS, Actor, Post
from .entries import Line, What
from .journal import Stale, lines_of
from .models import CaseRow, Entry
from .sight import SIDES, Seen, Sight, seen_by
from .unsaid import Words
from .whereabouts import texts_in

TOLD_BEYOND_THE_COURT = frozenset(
    {What.CASE_OPENED, What.CASE_CHANGED, What.CASE_EVENT, What.ORDER_RECORDED, What.ORDER_EVENT}
)
"""Entries that others than the keeping court hear of. That there is a place, or a lawyer, is not among them."""
TOLD_TO_SIDES = frozenset({*COURT_POSTS, Post.OFFICER})
"""Posts whose entries the sides read with who made them."""


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry of the journal as somebody sees it: no secrets, and the court's own words only to the court."""

    number: int
    stream: str
    version: int
    what: What
    happened: str
    recorded: datetime
    post: str
    agency: str
    account: str
    why: str
    document: str
    corrects: int | None
    facts: Mapping[str, Any]


def shown_entries(
    lines: list[Line],
    seen: Mapping[str, Seen],
    words: Words | None = None,
    whole: Iterable[Line] | None = None,
) -> tuple[ShownEntry, ...]:
    """Entries of the cases that somebody sees, as they see them.

    `whole` are these lines and those before them in each stream that a side sees, where `lines` are only a part.
    """
    numbers = [line.number for line in lines if line.stream in seen]
    rows = Entry.objects.in_bulk(numbers)
    counted = _counted(lines if whole is None else whole, seen)
    return tuple(
        _shown_entry(line, rows[line.number], seen[line.stream], counted, words)
        for line in lines
        if line.number in counted
    )


def _counted(lines: Iterable[Line], seen: Mapping[str, Seen]) -> dict[int, int]:
    """The entries that are shown, each with its version: that of the journal, or of what a side sees of it."""
    lines = [line for line in lines if line.stream in seen]
    about = {line.corrects for line in lines if line.corrects is not None}
    corrected = dict(Entry.objects.filter(number__in=about).values_list("number", "what"))
    counts: dict[str, int] = {}
    found = {}
    for line in lines:
        sight = seen[line.stream].sight
        is_told = sight is Sight.EVERYTHING or (
            sight is not Sight.NOTHING and corrected.get(line.corrects or 0, line.what) in TOLD_BEYOND_THE_COURT
        )
        if is_told:
            counts[line.stream] = counts.get(line.stream, 0) + 1
            found[line.number] = counts[line.stream] if sight in SIDES else line.version
    return found


def _shown_entry(line: Line, row: Entry, seen: Seen, counted: Mapping[int, int], words: Words | None) -> ShownEntry:
    is_court = seen.sight is Sight.EVERYTHING
    # Who helps one side is no business of the other.
    is_named = seen.sight not in SIDES or row.post in TOLD_TO_SIDES
    facts = _shown_facts(line, is_court)
    return ShownEntry(
        number=line.number,
        stream=line.stream,
        version=counted[line.number],
        what=line.what,
        happened=line.happened,
        recorded=row.recorded,
        post=row.post if is_named else "",
        agency=row.agency if is_named else "",
        account=row.account if is_court else "",
        why=row.why if is_court else "",
        document=row.document if is_court else "",
        corrects=line.corrects,
        facts=facts if is_court or words is None else _in_words(facts, line.stream, words),
    )


def _in_words(facts: Mapping[str, Any], case: str, words: Words) -> Mapping[str, Any]:
    told = facts if words.without is None else texts_in(facts, words.without)
    if case not in words.left_out or "court" not in told.get("entry", {}):
        return dict(told)
    return {**told, "entry": {**told["entry"], "court": words.hidden.words}}


def is_shown(number: int, case: str, seen: Seen) -> bool:
    """Whether somebody who sees so much of a case is told of an entry of it."""
    return number in _counted(lines_of([case]), {case: seen})


def _shown_facts(line: Line, is_court: bool) -> Mapping[str, Any]:
    """What an entry says, to those who do not keep the case: what happened, and to which order; nothing of places."""
    if is_court:
        return line.facts
    if line.what in {What.CASE_EVENT, What.ORDER_EVENT}:
        entry = {name: value for name, value in line.facts["entry"].items() if name not in {"note", "terms"}}
        return {**{name: value for name, value in line.facts.items() if name == "order"}, "entry": entry}
    return {name: value for name, value in line.facts.items() if name == "order"}


def as_kept(actor: Actor, expected: Mapping[str, int], now: datetime) -> dict[str, int]:
    """The versions of the journal behind those that an actor was shown. Raises Stale where a side sees more by now."""
    found = dict(expected)
    for case, row in CaseRow.objects.in_bulk([stream for stream in expected if stream.startswith("c")]).items():
        if seen_by(actor, row, now).sight in SIDES:
            seen = as_shown(actor, {case: row.version}, now)[case]
            if seen != expected[case]:
                raise Stale(case, expected[case], seen)
            found[case] = row.version
    return found


def as_shown(actor: Actor, versions: Mapping[str, int], now: datetime) -> dict[str, int]:
    """The versions that an actor is shown, for those of the journal."""
    found = dict(versions)
    for case, row in CaseRow.objects.in_bulk([stream for stream in versions if stream.startswith("c")]).items():
        how = seen_by(actor, row, now)
        if how.sight in SIDES:
            found[case] = len(_counted(lines_of([case]), {case: how}))
    return found
