"""`stayaway documents`: papers to hold, written into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..options import defined_by_file, file_argument, on_option, with_output

if TYPE_CHECKING:
    from stayaway.documents import Document
    from stayaway.model import AsOf, PersonId
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice

    from ..out import Out

INSTALL = "pip install 'stayaway[documents]'"


@click.command(name="documents", short_help="A sheet, a wallet card, a calendar and a timeline, as files.")
@file_argument
@click.option(
    "--for",
    "for_",
    metavar="PERSON",
    required=True,
    shell_complete=defined_by_file("people"),
    help="Whose documents: a person of FILE. They get their own orders only.",
)
@click.option(
    "--to",
    "to",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder to write to. It is made if it is not there; documents of an earlier day are replaced.",
)
@click.option("--neutral", is_flag=True, help="Calendar entries and titles that do not say what they are about.")
@click.option(
    "--qr",
    type=click.Choice(("none", "case-number")),
    default="none",
    show_default=True,
    help="What a code to scan on each card holds: nothing (no code), or the case number and the court.",
)
@on_option
@with_output
def command(file: str, for_: str, to: Path, neutral: bool, qr: str, on: str | None, out: Out) -> None:
    """Documents for one person: a sheet in plain words and a wallet card (PDF), a calendar (ICS), a timeline (SVG).

    Where there are several orders, there is a sheet and a card of each, and of all together. File names give nothing
    away. No address or position is in any of them, and the restrained person is not told what a confidential place is.

    \b
      stayaway documents orders.yaml --for rosa --to papers
      stayaway documents orders.yaml --for rosa --to papers --neutral --qr case-number
    """
    from stayaway import api
    from stayaway.wording.document import DocumentCode as Say

    from ..out import Refused

    papers = out.read(file)
    person = api.person_of(papers, for_)
    voice = out.voice(papers)
    at = out.moment(on, voice.zone)
    try:
        made = api.make_documents(papers, person, on=at, language=out.language, neutral=neutral, qr=qr)
    except ModuleNotFoundError as missing:
        raise Refused(Say.NOT_INSTALLED, command=INSTALL) from missing
    try:
        older = _write(made, to)
    except OSError as error:
        from ..out import plainly

        raise Refused(Say.CANNOT_WRITE, folder=plainly(str(to))) from error
    out.answer(document(made, person, older, at), lambda: page(made, to, older, at, voice), voice)


def document(made: tuple[Document, ...], person: PersonId, older: list[str], at: AsOf) -> dict[str, Any]:
    """What programs get."""
    from stayaway.pages.voice import as_of_document

    return {
        "as_of": as_of_document(at),
        "for": str(person),
        "files": [{"name": one.name, "orders": [str(order) for order in one.about]} for one in made],
        "older": older,
    }


def page(made: tuple[Document, ...], to: Path, older: list[str], at: AsOf, voice: Voice) -> Page:
    """What people see: the files, and which order is which number in them."""
    from stayaway.pages.page import Page
    from stayaway.wording.document import DocumentCode as Say

    from ..out import plainly

    def say(code: Say, **facts: object) -> str:
        return voice.speaker.sentence(code, facts)

    shown = Page()
    shown.text(voice.as_of(at))
    shown.heading(say(Say.WROTE, folder=plainly(str(to))))
    shown.items([one.name for one in made])
    shown.gap()
    for number, order in enumerate(made[0].about, 1):
        shown.text(say(Say.NUMBERED, order=order, number=number))
    if not any(one.name.endswith(".ics") for one in made):
        shown.text(say(Say.NO_CALENDAR))
    if not any(one.name.startswith("card") for one in made):
        shown.text(say(Say.NO_CARD))
    if older:
        shown.text(say(Say.OLDER_FILES, files=", ".join(older)))
    shown.text(say(Say.KEEP_SAFE))
    return shown


def _write(made: tuple[Document, ...], to: Path) -> list[str]:
    """Write the files, readable by their owner alone, each whole or not at all. What an earlier day left is named."""
    import re

    from stayaway.documents.making import NAMES
    from stayaway.files.whole import private_folder, write_whole

    private_folder(to)
    for one in made:
        write_whole(to / one.name, one.content)
    written = {one.name for one in made}
    return sorted(path.name for path in to.iterdir() if re.fullmatch(NAMES, path.name) and path.name not in written)
