"""`stayaway contact`: may this contact happen?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from ..options import channels, defined_by_file, file_argument, on_option, with_output

if TYPE_CHECKING:
    from stayaway.model import AsOf, Papers
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.conduct import Assessment
    from stayaway.reasoning.exposure import Exposure

    from ..out import Out


@click.command(name="contact", short_help="May this contact happen?")
@file_argument
@click.option(
    "--from",
    "from_",
    required=True,
    metavar="PERSON",
    shell_complete=defined_by_file("people"),
    help="Who makes the contact.",
)
@click.option(
    "--to",
    metavar="PERSON",
    shell_complete=defined_by_file("people"),
    help="Who is contacted. May be left out with --at: being somewhere.",
)
@click.option(
    "--by",
    metavar="CHANNEL",
    shell_complete=channels,
    help="How: in_person, phone, text, email, mail, social_media, gift, through_others or surveillance.",
)
@click.option("--through", metavar="WHO", help="Who carries it: a person of the file, or a word such as counsel.")
@click.option("--about", metavar="SUBJECT", help="What it is about, such as children.")
@click.option("--distance", metavar="DISTANCE", help="How near one comes, with a unit: 100 ft, 50 yd, 30 m.")
@click.option(
    "--at", "place", metavar="PLACE", shell_complete=defined_by_file("places"), help="Where: a place of the file."
)
@click.option(
    "--started-by",
    metavar="PERSON",
    shell_complete=defined_by_file("people"),
    help="Who reached out first. It changes no answer, and the answer says so.",
)
@click.option("--full", is_flag=True, help="All that it can bring: federal law, guns, and notes on the law too.")
@on_option
@with_output
def command(
    file: str,
    from_: str,
    to: str | None,
    by: str | None,
    through: str | None,
    about: str | None,
    distance: str | None,
    place: str | None,
    started_by: str | None,
    full: bool,
    on: str | None,
    out: Out,
) -> None:
    """May this contact happen? Which orders forbid it, and what can it bring?

    The answer is yes, no, or not sure; not sure counts as forbidden. An invitation or consent changes nothing.

    \b
      stayaway contact orders.yaml --from dan --to rosa --by text --about children
      stayaway contact orders.yaml --from dan --at home
    """
    from stayaway import api
    from stayaway.law.load import law_book
    from stayaway.pages.contact import exposures, page
    from stayaway.reasoning.conduct import Contact, assess, compile_orders
    from stayaway.wording.face import FaceCode as Face

    from ..out import Refused

    papers = out.read(file)
    if to is None and place is None:
        raise Refused(Face.CONTACT_NEEDS_TO)
    if to is not None and by is None and place is None and distance is None:
        raise Refused(Face.CONTACT_NEEDS_BY)
    contact = Contact(
        by_whom=api.person_of(papers, from_),
        to=None if to is None else api.person_of(papers, to),
        by=None if by is None else api.channel_of(by),
        through=_carrier(papers, through),
        about=about.strip().lower() if about else None,
        distance=None if distance is None else api.distance_of(distance),
        at=None if place is None else api.place_of(papers, place),
        started_by=None if started_by is None else api.person_of(papers, started_by),
    )
    voice = out.voice(papers)
    at = out.moment(on, voice.zone)
    ready = compile_orders(papers, law_book())
    found = assess(contact, ready, at)
    by_counsel = assess(replace(contact, through="counsel", at=None, distance=None), ready, at)
    costs = exposures(found, papers, law_book(), at)
    more = not full and found.prohibited.value != "no"
    out.answer(
        document(found, costs, at, voice),
        lambda: _with_more(page(contact, found, costs, by_counsel, papers, law_book(), at, full, voice), more, voice),
        voice,
    )


def _with_more(shown: Page, more: bool, voice: Voice) -> Page:
    """The page, with a line that says how to see the rest."""
    from stayaway.wording.face import FaceCode as Face

    if more:
        shown.gap()
        shown.text(voice.face(Face.MORE_IN_FULL))
    return shown


def _carrier(papers: Papers, through: str | None) -> str | None:
    """A person of the file by key or name, or the word as it was given."""
    from stayaway.api import WrongWord, person_of

    if through is None:
        return None
    try:
        return person_of(papers, through)
    except WrongWord:
        return through.strip().lower()


def document(found: Assessment, costs: tuple[Exposure, ...], at: AsOf, voice: Voice) -> dict[str, Any]:
    """What programs get."""
    from stayaway.pages.voice import as_of_document

    return {
        "as_of": as_of_document(at),
        "prohibited": found.prohibited.value,
        "orders": [
            {"id": str(one.order), "prohibited": one.prohibited.value, "reasons": voice.reasons(one.reasons)}
            for one in found.orders
        ],
        "reasons": voice.reasons(found.reasons),
        "exposure": [{"order": str(item.order), **voice.reason(item.reason)} for item in costs],
    }
