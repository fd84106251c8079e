"""`stayaway who`: who may do what about an order?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..options import defined_by_file, file_argument, on_option, with_output

if TYPE_CHECKING:
    from stayaway.model import AsOf
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.reasoning.authority import RulingFinding

    from ..out import Out


@click.command(name="who", short_help="Who may ask for, change or end an order?")
@file_argument
@click.option("--order", metavar="ORDER", shell_complete=defined_by_file("orders"), help="Only this order.")
@click.option(
    "--as",
    "as_",
    metavar="PERSON",
    shell_complete=defined_by_file("people"),
    help="Only what this person of the file may do; or a role, such as prosecutor or advocate.",
)
@on_option
@with_output
def command(file: str, order: str | None, as_: str | None, on: str | None, out: Out) -> None:
    """Who may ask for, change, renew, end or excuse an order, and what one can do where one may not.

    \b
      stayaway who orders.yaml --as rosa
      stayaway who orders.yaml --order no-contact --as prosecutor
    """
    from stayaway import api
    from stayaway.law.load import law_book
    from stayaway.pages.who import page
    from stayaway.reasoning.authority import Role, rulings

    papers = out.read(file)
    voice = out.voice(papers)
    at = out.moment(on, voice.zone)
    chosen = None if order is None else api.order_of(papers, order)
    role = Role(as_) if as_ in set(Role) and as_ not in papers.people else None
    person = None if as_ is None or role is not None else api.person_of(papers, as_)
    found = rulings(papers, law_book(), at, chosen, person)
    if role is not None:
        found = tuple(ruling for ruling in found if ruling.role is role)
    short = as_ is not None
    more = bool(found) and not short
    out.answer(
        document(found, at, voice),
        lambda: _with_more(page(found, short, papers, law_book(), at, voice), more, voice),
        voice,
    )


def _with_more(shown: Page, more: bool, voice: Voice) -> Page:
    """The page, with a line that says how to see the reasons."""
    from stayaway.wording.face import FaceCode as Face

    if more:
        shown.gap()
        shown.text(voice.face(Face.WHAT_IS_NOT_LISTED))
    return shown


def document(found: tuple[RulingFinding, ...], at: AsOf, voice: Voice) -> dict[str, Any]:
    """What programs get."""
    from stayaway.pages.voice import as_of_document

    return {
        "as_of": as_of_document(at),
        "rulings": [
            {
                "order": str(one.order),
                "person": str(one.person) if one.person else None,
                "role": one.role.value,
                "act": one.act.value,
                "ruling": one.ruling.value,
                "path": voice.speaker.say(one.path) if one.path else None,
                "path_code": one.path.code.value if one.path else None,
                "reasons": voice.reasons(one.reasons),
            }
            for one in found
        ],
    }
