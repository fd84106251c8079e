"""`stayaway faq`: the four common questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import in_option, with_output

if TYPE_CHECKING:
    from stayaway.law.book import PlaceLaw
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.comparison import FaqAnswer

    from ..out import Out


@click.command(name="faq", short_help="Four common questions.")
@in_option
@with_output
def command(place: str | None, out: Out) -> None:
    """Four common questions: both orders at once, no criminal case, a victim who never asked, background checks.

    \b
      stayaway faq
      stayaway faq --in us-wa
    """
    from stayaway.law.load import law_book
    from stayaway.model import AsOf
    from stayaway.pages.places import jurisdiction_of
    from stayaway.reasoning.comparison import faq

    from ..out import clock

    code = None if place is None else jurisdiction_of(place)
    law = law_book().of(code)
    found = faq(law_book(), code, AsOf.now(clock()))
    voice = out.voice(zone=law.time_zone)
    out.answer(document(found, law, voice), lambda: page(found, law, voice), voice)


def document(found: tuple[FaqAnswer, ...], law: PlaceLaw, voice: Voice) -> dict[str, Any]:
    """What programs get."""
    return {
        "place": law.code,
        "answers": [
            {
                "code": one.question.code.value,
                "question": voice.speaker.say(one.question),
                "answer": one.answer.value,
                "text": " ".join(map(voice.speaker.say, one.reasons)),
                "authority": voice.authority(one.authority),
                "reasons": voice.reasons(one.reasons),
            }
            for one in found
        ],
    }


def page(found: tuple[FaqAnswer, ...], law: PlaceLaw, voice: Voice) -> Page:
    """What people see."""
    from stayaway.pages.page import Page, Tone
    from stayaway.wording.face import FaceCode as Face

    shown = Page()
    title = voice.face(Face.FAQ_IN, place=law.name) if law.known else voice.face(Face.FAQ)
    shown.text(title, tone=Tone.STRONG)
    for one in found:
        shown.gap()
        shown.text(voice.say(one.question), tone=Tone.STRONG)
        shown.text(" ".join(voice.say(reason) for reason in one.reasons), indent=2)
    return shown
