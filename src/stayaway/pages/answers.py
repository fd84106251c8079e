"""Answers as programs read them, the same from the command line and from the registry."""

from __future__ import annotations

from typing import Any

from stayaway.files.faults import Fault
from stayaway.law.book import LawBook
from stayaway.model import AsOf, Papers
from stayaway.reasoning.checking import Check
from stayaway.reasoning.governing import Governing

from .orders import Shown
from .voice import Voice, as_of_document, end_document


def governing_document(papers: Papers, found: Governing, book: LawBook, at: AsOf, voice: Voice) -> dict[str, Any]:
    """What governs, as programs read it."""
    return {
        "as_of": as_of_document(at),
        "orders": [
            Shown(papers.orders[standing.order], book, voice).standing_document(standing)
            for standing in found.standings
        ],
        "governing": [
            {
                "restrained": str(row.restrained),
                "protected": str(row.protected),
                "term": row.term.value if row.term else None,
                "detail": voice.speaker.say(row.detail),
                "controlled_by": str(row.controlled_by),
                "also_in": [str(order) for order in row.also_in],
                **end_document(row.until, "until"),
                "in_force": row.in_force.value,
            }
            for row in found.terms
        ],
        "collisions": [
            {
                "order": str(one.order),
                "term": one.term,
                "forbidden_by": str(one.forbidden_by),
                "restrained": str(one.restrained),
                "required": one.required,
                "reason": voice.reason(one.reason),
                "why": voice.reasons(one.why),
                "advice": voice.reason(one.advice),
            }
            for one in found.collisions
        ],
        "next_changes": [
            {
                "on": change.on.isoformat() if change.on else None,
                "what": voice.speaker.say(change.reason),
                "order": str(change.order),
                "code": change.reason.code.value,
                "authority": voice.authority(change.reason.authority),
            }
            for change in found.changes
        ],
        "enforcement": [
            {
                "restrained": str(one.restrained),
                "protected": str(one.protected),
                "rule": one.rule.value,
                "first": str(one.first) if one.first else None,
                "known": one.known.value,
                "reasons": voice.reasons(one.reasons),
            }
            for one in found.enforcement
        ],
        "timeline": [
            {
                "order": str(span.order),
                "from": span.start.isoformat(),
                "until": span.until.isoformat() if span.until else None,
                "in_force": span.in_force.value,
                "enforceable": span.enforceable.value,
            }
            for span in found.timeline
        ],
    }


def check_document(found: Check, existing: Papers, book: LawBook, at: AsOf, voice: Voice) -> dict[str, Any]:
    """What a draft clashes with, as programs read it."""
    return {
        "as_of": as_of_document(at),
        "clashes": [
            {
                "kind": clash.kind.value,
                "draft": str(clash.draft),
                "draft_term": clash.draft_term,
                "order": str(clash.order),
                "order_term": clash.order_term,
                "reason": voice.reason(clash.reason),
                "why": voice.reasons(clash.why),
                "avoid": voice.reasons(clash.avoid),
            }
            for clash in found.clashes
        ],
        "people": {str(key): str(same) for key, same in found.people.items()},
        "orders": [
            Shown(existing.orders[standing.order], book, voice).standing_document(standing)
            for standing in found.standings
        ],
    }


def fault_document(fault: Fault, voice: Voice) -> dict[str, Any]:
    """A fault of a file, with its place in the file."""
    return {
        "code": fault.code.value,
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "path": fault.path,
        "read": fault.read,
        "wanted": list(fault.wanted),
        "nearest": fault.nearest,
        "text": " ".join(voice.speaker.say(reason) for reason in fault.reasons()),
    }
