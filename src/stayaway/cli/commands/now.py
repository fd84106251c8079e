"""`stayaway now`: what governs?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import file_argument, on_option, with_output

if TYPE_CHECKING:
    from stayaway.law.book import LawBook
    from stayaway.model import AsOf, Papers
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.governing import Governing

    from ..out import Out


@click.command(name="now", short_help="What governs: orders in force, and all their terms.")
@file_argument
@on_option
@with_output
def command(file: str, on: str | None, out: Out) -> None:
    """What governs: which orders are in force, and what they forbid and require.

    Every term of every order that is or may be in force counts. Where orders differ, the stricter term controls; each
    row names the order it comes from. Then: where orders clash, what changes next and when, and which order is
    enforced first.
    """
    from stayaway.law.load import law_book
    from stayaway.pages.now import page
    from stayaway.reasoning.governing import governing_terms

    papers = out.read(file)
    voice = out.voice(papers)
    at = out.moment(on, voice.zone)
    found = governing_terms(papers, law_book(), at)
    out.answer(
        document(papers, found, law_book(), at, voice), lambda: page(papers, found, law_book(), at, voice), voice
    )


def document(papers: Papers, found: Governing, book: LawBook, at: AsOf, voice: Voice) -> dict[str, Any]:
    """What programs get."""
    from stayaway.pages.orders import Shown
    from stayaway.pages.voice import as_of_document, end_document

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
