"""`stayaway which`: which kind of order is this paper?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import with_output

if TYPE_CHECKING:
    from stayaway.law.book import LawBook
    from stayaway.model.paper import PaperFacts
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.identification import Identification

    from ..out import Out


@click.command(name="which", short_help="Which kind of order is this paper?")
@click.option(
    "--paper",
    metavar="FACTS",
    type=click.Path(path_type=str),
    help="A YAML file with what the paper shows. All may be left out: jurisdiction, title, court, caption, number, "
    "who_asked, conditions, signed_by.",
)
@with_output
def command(paper: str | None, out: Out) -> None:
    """Which kind of order a paper is: a civil restraining order or a criminal no-contact order.

    Without --paper: what to look for on the paper.
    """
    from stayaway.law.load import law_book
    from stayaway.reasoning.identification import identify, signs_to_look_for

    voice = out.voice()
    if paper is None:
        looks = signs_to_look_for()
        nothing: dict[str, Any] = {"kind": "unsure", "stage": None, "evidence": [], "settle_by": None}
        out.answer({**nothing, "look_for": voice.reasons(looks)}, lambda: look_for(voice), voice)
        return
    facts = out.paper(paper)
    found = identify(facts, law_book())
    out.answer(document(found, voice), lambda: page(facts, found, law_book(), voice), voice)


def document(found: Identification, voice: Voice) -> dict[str, Any]:
    """What programs get."""
    return {
        "kind": found.kind.value if found.kind else "unsure",
        "stage": found.stage.value if found.stage else None,
        "evidence": [
            {
                "fact": item.fact,
                "points_to": item.points_to.value if item.points_to else "both",
                "stage": item.stage.value if item.stage else None,
                "strength": item.strength,
                **voice.reason(item.reason),
            }
            for item in found.evidence
        ],
        "settle_by": voice.speaker.say(found.settle_by) if found.settle_by else None,
        "instruments": list(found.instruments),
    }


def look_for(voice: Voice) -> Page:
    """What to look for on a paper."""
    from stayaway.pages.page import Page, Tone
    from stayaway.reasoning.identification import signs_to_look_for
    from stayaway.wording.face import FaceCode as Face

    shown = Page()
    shown.text(voice.face(Face.LOOK_FOR), tone=Tone.STRONG)
    shown.items([voice.say(reason) for reason in signs_to_look_for()])
    shown.gap()
    shown.text(voice.face(Face.WRITE_DOWN_FACTS))
    return shown


def page(facts: PaperFacts, found: Identification, book: LawBook, voice: Voice) -> Page:
    """What people see: the answer, the evidence both ways, and what would settle it."""
    from stayaway.model import Kind
    from stayaway.pages.page import Page, Tone
    from stayaway.wording.face import FaceCode as Face

    heads = {Kind.CIVIL: Face.IT_IS_CIVIL, Kind.CRIMINAL: Face.IT_IS_CRIMINAL, None: Face.IT_IS_UNSURE}
    shown = Page()
    shown.text(voice.face(heads[found.kind]), tone=Tone.UNSURE if found.kind is None else Tone.STRONG)
    if found.stage is not None:
        shown.text(voice.face(Face.ITS_STAGE, stage=found.stage))
    law = book.of(facts.jurisdiction)
    names = [law.instruments[key].name for key in found.instruments]
    if names:
        shown.text(voice.face(Face.MAY_BE_CALLED, place=law.name, names="; ".join(names)))
    sides = {
        Face.POINTS_TO_CIVIL: [e for e in found.evidence if e.points_to is Kind.CIVIL],
        Face.POINTS_TO_CRIMINAL: [e for e in found.evidence if e.points_to is Kind.CRIMINAL],
        Face.POINTS_TO_BOTH: [e for e in found.evidence if e.points_to is None],
    }
    for head, items in sides.items():
        if items:
            shown.heading(voice.face(head))
            shown.items([voice.say(item.reason) for item in items])
    if found.settle_by is not None:
        shown.heading(voice.face(Face.TO_SETTLE_IT))
        shown.text(voice.say(found.settle_by))
    return shown
