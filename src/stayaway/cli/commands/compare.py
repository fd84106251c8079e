"""`stayaway compare`: the two kinds of order side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import in_option, with_output

if TYPE_CHECKING:
    from stayaway.law.book import PlaceLaw
    from stayaway.model import Reason
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.comparison import Lasting, Row

    from ..out import Out


@click.command(name="compare", short_help="The two kinds of order, side by side.")
@in_option
@with_output
def command(place: str | None, out: Out) -> None:
    """Restraining orders and no-contact orders side by side: the quick reference, in general or for one place.

    \b
      stayaway compare
      stayaway compare --in us-wa
    """
    from stayaway.law.load import law_book
    from stayaway.model import AsOf
    from stayaway.pages.places import jurisdiction_of
    from stayaway.reasoning.comparison import compare, lasting

    from ..out import clock

    code = None if place is None else jurisdiction_of(place)
    law = law_book().of(code)
    rows, types = compare(law_book(), code, AsOf.now(clock())), lasting(law)
    voice = out.voice(zone=law.time_zone)
    out.answer(document(rows, types, law, voice), lambda: page(rows, types, law, voice), voice)


def document(rows: tuple[Row, ...], types: tuple[Lasting, ...], law: PlaceLaw, voice: Voice) -> dict[str, Any]:
    """What programs get."""
    return {
        "place": law.code,
        "rows": [
            {
                "code": row.question.code.value,
                "question": voice.speaker.say(row.question),
                "civil": _side(row.civil, voice),
                "criminal": _side(row.criminal, voice),
            }
            for row in rows
        ],
        "instruments": [
            {
                "id": one.instrument.id,
                "name": one.instrument.name,
                "also_called": list(one.instrument.also_called),
                "kind": one.instrument.track.value,
                "stage": one.instrument.stage.value,
                "length": voice.reason(one.length),
            }
            for one in types
        ],
    }


def _side(reasons: tuple[Reason, ...], voice: Voice) -> dict[str, Any]:
    return {"text": " ".join(map(voice.speaker.say, reasons)), "reasons": voice.reasons(reasons)}


def page(rows: tuple[Row, ...], types: tuple[Lasting, ...], law: PlaceLaw, voice: Voice) -> Page:
    """What people see."""
    from stayaway.model import Kind
    from stayaway.pages.page import Page, Tone
    from stayaway.wording.face import FaceCode as Face

    shown = Page()
    title = voice.face(Face.COMPARED_IN, place=law.name) if law.known else voice.face(Face.COMPARED)
    shown.text(title, tone=Tone.STRONG)
    shown.gap()
    shown.table(
        ("", voice.face(Face.COLUMN_CIVIL), voice.face(Face.COLUMN_CRIMINAL)),
        [
            (
                voice.say(row.question),
                " ".join(voice.say(reason) for reason in row.civil if not _is_of_place(reason)),
                " ".join(voice.say(reason) for reason in row.criminal if not _is_of_place(reason)),
            )
            for row in rows
        ],
        (2, 4, 4),
    )
    if not types:
        shown.gap()
        shown.text(voice.face(Face.NAMES_DIFFER))
    _here(shown, rows, law, voice)
    heads = {Kind.CIVIL: Face.NAMES_CIVIL, Kind.CRIMINAL: Face.NAMES_CRIMINAL}
    for kind, head in heads.items():
        mine = [one for one in types if one.instrument.track is kind]
        if mine:
            shown.heading(voice.face(head, place=law.name))
            shown.items([f"{one.instrument.name}: {voice.say(one.length)}" for one in mine])
    return shown


def _is_of_place(reason: Reason) -> bool:
    return "place" in reason.facts


def _here(shown: Page, rows: tuple[Row, ...], law: PlaceLaw, voice: Voice) -> None:
    """What the law of the place adds to the general answers."""
    from stayaway.wording.face import FaceCode as Face

    lines = []
    for row in rows:
        for head, side in ((Face.HERE_CIVIL, row.civil), (Face.HERE_CRIMINAL, row.criminal)):
            added = [voice.say(reason) for reason in side if _is_of_place(reason)]
            if added:
                lines.append(f"{voice.face(head, question=voice.speaker.say(row.question))} {' '.join(added)}")
    if lines:
        shown.heading(voice.face(Face.HERE, place=law.name))
        shown.items(lines)
