"""`stayaway check`: would a draft clash with the orders in force?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..options import on_option, with_output

if TYPE_CHECKING:
    from stayaway.files import Fault
    from stayaway.law.book import LawBook
    from stayaway.model import Papers
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.checking import Check

    from ..out import Out


@click.command(name="check", short_help="Would a draft clash with orders in force?")
@click.argument("draft", metavar="DRAFT", type=click.Path(path_type=str))
@click.option(
    "--against", metavar="FILE", type=click.Path(path_type=str), required=True, help="The orders there already are."
)
@on_option
@with_output
def command(draft: str, against: str, on: str | None, out: Out) -> None:
    """Would this draft order clash with orders in force: each clash, which term, and wording that avoids it.

    DRAFT is an order file with the order to be made. People and places of the two files are matched by name.
    """
    from stayaway.files.faults import FileFaults
    from stayaway.law.load import law_book
    from stayaway.pages.answers import check_document
    from stayaway.reasoning.checking import check

    both: list[Papers] = []
    faults: list[Fault] = []
    for file in (draft, against):
        try:
            both.append(out.read(file))
        except FileFaults as wrong:
            faults += wrong.faults
    if faults:
        raise FileFaults(tuple(faults))
    drafted, existing = both
    voice = out.voice(together(drafted, existing))
    at = out.moment(on, out.voice(existing).zone)
    found = check(drafted, existing, law_book(), at)
    out.answer(
        check_document(found, existing, law_book(), at, voice), lambda: page(found, existing, law_book(), voice), voice
    )


def together(draft: Papers, existing: Papers) -> Papers:
    """The names of both papers, for speaking of both."""
    from dataclasses import replace

    return replace(
        existing,
        people={**draft.people, **existing.people},
        places={**draft.places, **existing.places},
    )


def page(found: Check, existing: Papers, book: LawBook, voice: Voice) -> Page:
    """What people see."""
    from stayaway.pages.orders import IN_FORCE, Shown
    from stayaway.pages.page import Page, Tone
    from stayaway.wording.face import FaceCode as Face

    shown = Page()
    if found.clashes:
        shown.text(voice.face(Face.CLASHES_FOUND, count=len(found.clashes)), tone=Tone.ALERT)
    else:
        shown.text(voice.face(Face.NO_CLASH_FOUND), tone=Tone.STRONG)
    for number, clash in enumerate(found.clashes, 1):
        shown.heading(voice.face(Face.CLASH, number=number, draft=clash.draft, order=clash.order))
        shown.text(voice.say(clash.reason))
        terms = {Face.TERM_OF_DRAFT: clash.draft_term, Face.TERM_OF_ORDER: clash.order_term}
        counted = [voice.face(code, term=term + 1) for code, term in terms.items() if term is not None]
        if counted:
            shown.text(" ".join(counted), tone=Tone.FAINT)
        for why in clash.why:
            shown.item(voice.say(why))
        shown.items([voice.say(reason) for reason in clash.avoid])
    shown.heading(voice.face(Face.COMPARED_WITH))
    if not found.standings:
        shown.text(voice.face(Face.NONE_IN_FORCE))
    for standing in found.standings:
        told = Shown(existing.orders[standing.order], book, voice)
        state = voice.face(IN_FORCE[standing.in_force])
        shown.item(f"{voice.show(standing.order)}: {state}. {told.kind()}, {told.court()}")
    if found.people:
        same = [
            voice.face(Face.SAME_PERSON, draft=str(key), person=other) for key, other in sorted(found.people.items())
        ]
        shown.items(same)
    return shown
