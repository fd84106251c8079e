"""`stayaway steps`: what should I do next?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import defined_by_file, in_option, on_option, with_output

if TYPE_CHECKING:
    from stayaway.model import AsOf
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.guidance import Step

    from ..out import Out


@click.command(name="steps", short_help="What to do next.")
@click.argument("file", metavar="[FILE]", type=click.Path(path_type=str), required=False)
@click.option(
    "--for", "for_", metavar="PERSON", shell_complete=defined_by_file("people"), help="Whose steps: a person of FILE."
)
@click.option(
    "--as",
    "as_",
    metavar="READER",
    help="Without a file, who is asking: seeking_protection, restrained, protected, family, advocate or professional.",
)
@in_option
@on_option
@with_output
def command(file: str | None, for_: str | None, as_: str | None, place: str | None, on: str | None, out: Out) -> None:
    """What to do next, most urgent first, with the days to keep.

    \b
      stayaway steps orders.yaml --for rosa
      stayaway steps --as seeking_protection --in us-wa
    """
    from stayaway import api
    from stayaway.law.load import law_book
    from stayaway.pages.places import jurisdiction_of
    from stayaway.reasoning.guidance import Audience, steps, steps_without_papers
    from stayaway.wording.face import FaceCode as Face

    from ..out import Refused

    if file is not None:
        if for_ is None:
            raise Refused(Face.STEPS_NEED_PERSON)
        papers = out.read(file)
        person = api.person_of(papers, for_)
        voice = out.voice(papers)
        at = out.moment(on, voice.zone)
        found = steps(papers, person, law_book(), at)
        title = voice.face(Face.STEPS_FOR, person=person)
    else:
        if as_ is None:
            raise Refused(Face.STEPS_NEED_READER)
        if as_ not in set(Audience):
            raise api.WrongWord(api.Asked.AUDIENCE, as_, (audience.value for audience in Audience))
        code = None if place is None else jurisdiction_of(place)
        law = law_book().of(code)
        voice = out.voice(zone=law.time_zone)
        at = out.moment(on, voice.zone)
        found = steps_without_papers(Audience(as_), law_book(), code, at)
        title = voice.face(Face.STEPS_IN, place=law.name) if law.known else voice.face(Face.STEPS_ANYWHERE)
    out.answer(document(found, at, voice), lambda: page(found, title, at, voice), voice)


def document(found: tuple[Step, ...], at: AsOf, voice: Voice) -> dict[str, Any]:
    """What programs get."""
    from stayaway.pages.voice import as_of_document

    return {
        "as_of": as_of_document(at),
        "steps": [
            {
                **voice.reason(step.reason),
                "by": step.by.isoformat() if step.by else None,
                "order": str(step.order) if step.order else None,
                "urgency": step.urgency.name.lower(),
            }
            for step in found
        ],
    }


def page(found: tuple[Step, ...], title: str, at: AsOf, voice: Voice) -> Page:
    """What people see: numbered, the most urgent first."""
    from stayaway.pages.page import Page, Tone
    from stayaway.wording.face import FaceCode as Face

    shown = Page()
    shown.text(title, tone=Tone.STRONG)
    shown.text(voice.as_of(at))
    shown.gap()
    width = len(str(len(found))) + 1
    for number, step in enumerate(found, 1):
        said = voice.say(step.reason)
        if step.by is not None:
            said = f"{voice.face(Face.BY_DAY, day=step.by)} {said}"
        if step.order is not None and voice.show(step.order) not in said:
            said = f"{said} {voice.face(Face.ABOUT_ORDER, order=step.order)}"
        shown.item(said, mark=f"{number}.", width=width, tone=Tone.STRONG if step.by is not None else Tone.PLAIN)
    return shown
