"""How a command answers: a page for people or a document for programs, and every fault of its input at once."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NoReturn

import click

from stayaway.api import Asked, WrongWord, moment, read, zone_of
from stayaway.model import UTC as TIMELESS
from stayaway.model import AsOf, Papers
from stayaway.pages.page import Page, Tone
from stayaway.pages.voice import Voice
from stayaway.wording.face import FaceCode as Face

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from stayaway.files import Fault
    from stayaway.model import Code
    from stayaway.model.paper import PaperFacts

WRONG_INPUT = 2
WIDEST = 100
NARROWEST = 40
LISTED = 15
"""A longer list of known words is no help to people; programs get all of them."""

SAID_OF = {
    Asked.PERSON: Face.UNKNOWN_PERSON,
    Asked.PLACE: Face.UNKNOWN_PLACE,
    Asked.ORDER: Face.UNKNOWN_ORDER,
    Asked.CHANNEL: Face.UNKNOWN_CHANNEL,
    Asked.DISTANCE: Face.BAD_DISTANCE,
    Asked.MOMENT: Face.BAD_MOMENT,
    Asked.JURISDICTION: Face.UNKNOWN_JURISDICTION,
    Asked.AUDIENCE: Face.UNKNOWN_AUDIENCE,
}


class Refused(Exception):
    """Options that cannot be put together into a question."""

    def __init__(self, code: Code, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass
class Out:
    """Where an answer goes: people or programs, in which language."""

    as_json: bool
    language: str

    def __post_init__(self) -> None:
        from stayaway.wording.language import is_available

        if not is_available(self.language):
            click.echo(Voice().face(Face.NOT_IN_THIS_LANGUAGE, language=self.language), err=True)
            self.language = "en"

    # ---- what is asked ------------------------------------------------------------------------------------------

    def read(self, file: str) -> Papers:
        """The papers of an order file."""
        return read(_as_path(file))

    def paper(self, file: str) -> PaperFacts:
        """The facts of one paper."""
        from stayaway.files import read_paper_path
        from stayaway.law.load import law_book

        return read_paper_path(_as_path(file), law_book())

    def moment(self, on: str | None, zone: ZoneInfo) -> AsOf:
        """The moment asked for; the present where none was."""
        return AsOf.now(clock()) if on is None else moment(on, zone)

    def voice(self, papers: Papers | None = None, zone: ZoneInfo = TIMELESS) -> Voice:
        """The voice for some papers."""
        return Voice(self.language, papers, zone_of(papers) if papers is not None else zone, clock().year)

    # ---- the answer ---------------------------------------------------------------------------------------------

    def answer(self, document: dict[str, Any], page: Callable[[], Page], voice: Voice) -> None:
        """Show the answer, with the notice that it is no legal advice, once."""
        notice = voice.face(Face.NOTICE)
        if self.as_json:
            click.echo(json.dumps({**document, "notice": notice}, ensure_ascii=False, indent=2))
            return
        shown = page()
        voice.list_sources(shown)
        shown.gap()
        shown.text(notice, tone=Tone.FAINT)
        show(shown)

    # ---- what is wrong ------------------------------------------------------------------------------------------

    @contextmanager
    def catching(self) -> Iterator[None]:
        """Say every fault of the input, and leave with status 2."""
        from stayaway.files.faults import FileFaults

        try:
            yield
        except FileFaults as wrong:
            self.refuse([self._of_file(fault) for fault in wrong.faults])
        except WrongWord as wrong:
            self.refuse([self._of_word(wrong)])
        except Refused as wrong:
            text = Voice(self.language).speaker.sentence(wrong.code, wrong.facts)
            self.refuse([_fault(wrong.code, text)])

    def _of_file(self, fault: Fault) -> dict[str, Any]:
        from stayaway.pages.answers import fault_document

        return fault_document(fault, Voice(self.language))

    def _of_word(self, wrong: WrongWord) -> dict[str, Any]:
        voice = Voice(self.language)
        said = [voice.face(SAID_OF[wrong.asked], read=plainly(wrong.read))]
        if wrong.nearest is not None:
            said.append(voice.face(Face.DID_YOU_MEAN, nearest=wrong.nearest))
        if 0 < len(wrong.known) <= LISTED:
            said.append(voice.face(Face.KNOWN_ARE, known=", ".join(wrong.known)))
        fault = _fault(SAID_OF[wrong.asked], " ".join(said))
        return {**fault, "read": wrong.read, "wanted": list(wrong.known), "nearest": wrong.nearest}

    def refuse(self, faults: list[dict[str, Any]]) -> NoReturn:
        """Say the faults, each where it stands, and leave with status 2."""
        if self.as_json:
            click.echo(json.dumps({"faults": faults}, ensure_ascii=False, indent=2))
        else:
            for fault in faults:
                place = f"{plainly(fault['file'])}:{fault['line']}:{fault['column']}: " if fault["file"] else ""
                click.echo(f"{place}{fault['text']}", err=True)
        raise SystemExit(WRONG_INPUT)


def clock() -> datetime:
    """The present. The only reading of the clock; everything below is told the moment it answers for."""
    return datetime.now(UTC)


def show(page: Page) -> None:
    """Print a page: by Rich on a screen, as plain text elsewhere and where colour is not wanted."""
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        from rich.console import Console

        from . import terminal

        terminal.show(page, Console(width=screen_width(), soft_wrap=False))
        return
    from . import plain

    click.echo(plain.render(page, screen_width()), nl=False)


def screen_width() -> int:
    """How wide lines may be: the screen, within what is readable."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def plainly(text: str) -> str:
    """A word from outside, without what a screen could take for a command."""
    return "".join(char if char.isprintable() else "?" for char in text)


def _as_path(file: str) -> os.PathLike[str]:
    from pathlib import Path

    return Path(file)


def _fault(code: Code, text: str) -> dict[str, Any]:
    nowhere: dict[str, Any] = dict.fromkeys(("file", "line", "column", "path", "read", "nearest"))
    return {"code": code.value, **nowhere, "wanted": [], "text": text}
