"""`stayaway now`: what governs?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import file_argument, on_option, with_output

if TYPE_CHECKING:
    from stayaway.law.book import LawBook
    from stayaway.model import AsOf, OrderId, Papers, PersonId
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.governing import Governing, GoverningTerm

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
    from stayaway.pages.voice import as_of_document, end_document

    from ..orders import Shown

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


def page(papers: Papers, found: Governing, book: LawBook, at: AsOf, voice: Voice) -> Page:
    """What people see."""
    from stayaway.pages.page import Page
    from stayaway.wording.face import FaceCode as Face

    from ..orders import Shown, show_standing

    shown = Page()
    shown.text(voice.as_of(at))
    shown.heading(voice.face(Face.THE_ORDERS))
    if not found.standings:
        shown.text(voice.face(Face.NO_ORDERS))
    for number, standing in enumerate(found.standings):
        if number:
            shown.gap()
        show_standing(shown, Shown(papers.orders[standing.order], book, voice), standing)
    for restrained in dict.fromkeys(row.restrained for row in found.terms):
        _rules(shown, restrained, [row for row in found.terms if row.restrained == restrained], papers, book, voice)
    if found.standings and not found.terms:
        shown.gap()
        shown.text(voice.face(Face.NOTHING_GOVERNS))
    _collisions(shown, found, voice)
    if found.changes:
        shown.heading(voice.face(Face.CHANGES_NEXT))
        shown.items([voice.say(change.reason) for change in found.changes])
    _enforced(shown, found, voice)
    return shown


def _rules(
    shown: Page, restrained: PersonId, rows: list[GoverningTerm], papers: Papers, book: LawBook, voice: Voice
) -> None:
    """One table of what binds one person. People for whom a row says the same share it."""
    from stayaway.wording.face import FaceCode as Face

    from ..orders import Shown

    merged: list[tuple[GoverningTerm, list[PersonId]]] = []
    for row in rows:
        same = next((people for other, people in merged if _says_the_same(row, other)), None)
        if same is None:
            merged.append((row, [row.protected]))
        elif row.protected not in same:
            same.append(row.protected)
    protected = tuple(dict.fromkeys(row.protected for row in rows))
    everyone = all(len(people) == len(protected) for _, people in merged)
    shown.heading(
        voice.face(Face.RULES_TOWARD, restrained=restrained, protected=protected)
        if everyone
        else voice.face(Face.RULES, restrained=restrained)
    )
    table = []
    for row, people in merged:
        until = Shown(papers.orders[row.controlled_by], book, voice).until(row.until)
        toward = [] if everyone else [voice.show(tuple(people))]
        table.append((voice.say(row.detail), *toward, _from(row.controlled_by, row.also_in, voice), until))
    headings = [voice.face(Face.COLUMN_RULE), voice.face(Face.COLUMN_ORDER), voice.face(Face.COLUMN_UNTIL)]
    weights = [5, 3, 2]
    if not everyone:
        headings.insert(1, voice.face(Face.COLUMN_TOWARD))
        weights = [5, 2, 3, 2]
    shown.table(headings, table, weights)
    if any(row.in_force.value == "unsure" for row in rows):
        shown.gap()
        shown.text(voice.face(Face.UNSURE_ROWS_COUNT))


def _says_the_same(row: GoverningTerm, other: GoverningTerm) -> bool:
    return (row.term, row.detail, row.controlled_by, row.also_in, row.until) == (
        other.term,
        other.detail,
        other.controlled_by,
        other.also_in,
        other.until,
    )


def _from(controlled_by: OrderId, also_in: tuple[OrderId, ...], voice: Voice) -> str:
    from stayaway.wording.face import FaceCode as Face

    if not also_in:
        return voice.show(controlled_by)
    return f"{voice.show(controlled_by)}\n{voice.face(Face.ALSO_IN, orders=also_in)}"


def _collisions(shown: Page, found: Governing, voice: Voice) -> None:
    from stayaway.pages.page import Tone
    from stayaway.wording.face import FaceCode as Face

    if not found.collisions:
        return
    shown.heading(voice.face(Face.COLLISIONS))
    for one in found.collisions:
        shown.item(voice.say(one.reason), tone=Tone.STRONG)
        for why in (*one.why, one.advice):
            shown.text(voice.say(why), indent=2)


def _enforced(shown: Page, found: Governing, voice: Voice) -> None:
    """Which order is enforced first, once for pairs of whom the same is said."""
    from stayaway.wording.face import FaceCode as Face

    said = dict.fromkeys(tuple(voice.say_short(reason) for reason in one.reasons) for one in found.enforcement)
    if not said:
        return
    shown.heading(voice.face(Face.ENFORCED_FIRST))
    for lines in said:
        shown.items(lines)
