"""What governs, laid out: the orders with their standing, the rules, clashes, and what changes next."""

from __future__ import annotations

from stayaway.law.book import LawBook
from stayaway.model import AsOf, OrderId, Papers, PersonId
from stayaway.reasoning.governing import Governing, GoverningTerm
from stayaway.wording.face import FaceCode as Face

from .orders import Shown, show_standing
from .page import Gap, Page, Tone
from .voice import Voice


def page(papers: Papers, found: Governing, book: LawBook, at: AsOf, voice: Voice) -> Page:
    """What people see."""
    shown = Page()
    shown.text(voice.as_of(at))
    shown.heading(voice.face(Face.THE_ORDERS))
    if not found.standings:
        shown.text(voice.face(Face.NO_ORDERS))
    for number, standing in enumerate(found.standings):
        if number:
            shown.gap()
        show_standing(shown, Shown(papers.orders[standing.order], book, voice), standing)
    shown.blocks += rules_page(papers, found, book, voice).blocks
    return shown


def rules_page(papers: Papers, found: Governing, book: LawBook, voice: Voice) -> Page:
    """The rules of all orders together, where they clash, what changes next, and which is enforced first."""
    shown = Page([Gap()])
    for restrained in dict.fromkeys(row.restrained for row in found.terms):
        _rules(shown, restrained, [row for row in found.terms if row.restrained == restrained], papers, book, voice)
    if found.standings and not found.terms:
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
    if not also_in:
        return voice.show(controlled_by)
    return f"{voice.show(controlled_by)}\n{voice.face(Face.ALSO_IN, orders=also_in)}"


def _collisions(shown: Page, found: Governing, voice: Voice) -> None:
    if not found.collisions:
        return
    shown.heading(voice.face(Face.COLLISIONS))
    for one in found.collisions:
        shown.item(voice.say(one.reason), tone=Tone.STRONG)
        for why in (*one.why, one.advice):
            shown.text(voice.say(why), indent=2)


def _enforced(shown: Page, found: Governing, voice: Voice) -> None:
    """Which order is enforced first, once for pairs of whom the same is said."""
    said = dict.fromkeys(tuple(voice.say_short(reason) for reason in one.reasons) for one in found.enforcement)
    if not said:
        return
    shown.heading(voice.face(Face.ENFORCED_FIRST))
    for lines in said:
        shown.items(lines)
