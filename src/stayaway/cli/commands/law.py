"""`stayaway law`: the law of a place as it is known here, of several side by side, of all, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from ..options import complete_place, with_output

if TYPE_CHECKING:
    from ..out import Out


@click.command(name="law", short_help="The law of a place, with sources and gaps.")
@click.argument("places", metavar="[PLACE]...", nargs=-1, shell_complete=complete_place)
@click.option("--full", is_flag=True, help="Also the notes to each value and the addresses of all sources.")
@click.option("--compare", is_flag=True, help="Two places or more side by side.")
@click.option("--all", "all_", is_flag=True, help="The whole table of all places, with --csv or --json.")
@click.option("--csv", "as_csv", is_flag=True, help="Write the table as CSV.")
@click.option("--gaps", is_flag=True, help="What is known of each fact in how many places, and where it is missing.")
@click.option(
    "--check", "file", metavar="FILE", type=click.Path(path_type=str), help="Is this law file right? Every fault."
)
@with_output
def command(
    places: tuple[str, ...],
    full: bool,
    compare: bool,
    all_: bool,
    as_csv: bool,
    gaps: bool,
    file: str | None,
    out: Out,
) -> None:
    """The law of a place as it is known here: order types, rules, sources with their dates, and gaps.

    \b
      stayaway law us-wa
      stayaway law Texas --full
      stayaway law --compare us-wa us-or
      stayaway law --all --csv
      stayaway law --gaps
      stayaway law --check us-wa.yaml
    """
    asked = _Asked(places, full, compare, all_, as_csv, gaps, file, out.as_json)
    asked.check()
    if file is not None:
        _check(file, out)
    elif gaps:
        _gaps(out)
    elif all_:
        _all(as_csv, out)
    elif compare:
        _compare(places, out)
    else:
        _one(places[0], full, out)


@dataclass(frozen=True)
class _Asked:
    """The options together."""

    places: tuple[str, ...]
    full: bool
    compare: bool
    all_: bool
    as_csv: bool
    gaps: bool
    file: str | None
    as_json: bool

    def check(self) -> None:
        """Refuse what does not fit together."""
        from stayaway.wording.place import PlaceCode as Code

        from ..out import Refused

        whole = {
            "--all": self.all_,
            "--gaps": self.gaps,
            "--check": self.file is not None,
        }
        asked = [name for name, given in ({"--compare": self.compare} | whole).items() if given]
        if len(asked) > 1:
            raise Refused(Code.ONE_QUESTION, options=", ".join(asked))
        if self.as_csv and not self.all_:
            raise Refused(Code.NEEDS_TABLE)
        if self.as_csv and self.as_json:
            raise Refused(Code.CSV_OR_JSON)
        if self.full and asked:
            raise Refused(Code.FULL_OF_ONE_PLACE)
        if self.places and asked and asked[0] in whole:
            raise Refused(Code.NO_PLACE_HERE, option=asked[0])
        if self.all_ and not self.as_csv and not self.as_json:
            raise Refused(Code.NEEDS_FORM)
        if self.compare and len(self.places) < 2:
            raise Refused(Code.NEEDS_TWO_PLACES)
        if not asked and len(self.places) != 1:
            raise Refused(Code.NEEDS_ONE_PLACE)


def _one(place: str, full: bool, out: Out) -> None:
    from stayaway.law.load import law_book
    from stayaway.law.view import place_view
    from stayaway.pages.law.page import place_page
    from stayaway.pages.places import jurisdiction_of

    law = law_book().of(jurisdiction_of(place))
    voice = out.voice(zone=law.time_zone)
    out.answer(place_view(law, voice.year), lambda: place_page(law, voice, full=full), voice)


def _compare(places: tuple[str, ...], out: Out) -> None:
    from stayaway.law.load import law_book
    from stayaway.pages.law.beside import beside_document, beside_page
    from stayaway.pages.places import jurisdiction_of
    from stayaway.wording.place import PlaceCode as Code

    from ..out import Refused

    codes = tuple(dict.fromkeys(jurisdiction_of(place) for place in places))
    if len(codes) < 2:
        raise Refused(Code.NEEDS_TWO_PLACES)
    laws = tuple(law_book().of(code) for code in codes)
    voice = out.voice()
    out.answer(beside_document(laws, law_book(), voice.year), lambda: beside_page(laws, voice), voice)


def _all(as_csv: bool, out: Out) -> None:
    from stayaway.law.load import law_book
    from stayaway.law.view import table
    from stayaway.pages.law.sheet import sheet
    from stayaway.pages.page import Page

    rows = table(law_book())
    if as_csv:
        click.echo(sheet(rows), nl=False)
    else:
        out.answer({"rows": rows}, Page, out.voice())


def _gaps(out: Out) -> None:
    from stayaway.law.coverage import coverage
    from stayaway.law.load import known_jurisdictions, place_law
    from stayaway.pages.law.gaps import gaps_document, gaps_page

    found = coverage(map(place_law, known_jurisdictions()))
    voice = out.voice()
    out.answer(gaps_document(found), lambda: gaps_page(found, voice), voice)


def _check(file: str, out: Out) -> None:
    from pathlib import Path

    from stayaway.files.source import bytes_of, text_of
    from stayaway.law.check import check_law_text
    from stayaway.pages.law.checked import fault_document, right_page

    text = text_of(bytes_of(file), file)
    voice = out.voice()
    found = [fault_document(fault, file, voice) for fault in check_law_text(text, Path(file).name)]
    if any(fault["weight"] == "fault" for fault in found):
        out.refuse(found)
    out.answer({"file": file, "faults": found}, lambda: right_page(file, found, voice), voice)
