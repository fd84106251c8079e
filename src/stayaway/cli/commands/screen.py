"""`stayaway screen`: a log of contacts against every order of a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..options import with_output
from ..screened import engine_named, found_in_log, installed, readable, written_to, zone_named

if TYPE_CHECKING:
    from stayaway.model import Papers
    from stayaway.pages.page import Page
    from stayaway.pages.voice import Voice
    from stayaway.screening.engines import Engine
    from stayaway.screening.explaining import Meant
    from stayaway.screening.running import Job, Run

    from ..out import Out


@click.command(name="screen", short_help="Which rows of a log fall under which orders?")
@click.argument("contacts", metavar="CONTACTS", type=click.Path(path_type=Path))
@click.option("--orders", metavar="FILE", required=True, type=click.Path(path_type=str), help="The order file.")
@click.option("-o", "--out", "folder", metavar="DIR", type=click.Path(path_type=Path), help="The folder to write to.")
@click.option(
    "--mapping",
    metavar="NAME",
    help="Which column says what: contacts, calls, messages, visits, positions, or a mapping file "
    "(docs/screening.md). Default: contacts.",
)
@click.option(
    "--zone",
    metavar="ZONE",
    help="The time zone of times without an offset, such as America/Boise. Default: the court's.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Write the hits as CSV, not as Parquet.")
@click.option("--explain", "row", metavar="ROW", type=click.IntRange(min=1), help="Explain one row in full.")
@click.option(
    "--engine",
    type=click.Choice(("duckdb", "spark")),
    default="duckdb",
    show_default=True,
    help="What joins: DuckDB on this machine, or Apache Spark.",
)
@click.option("--memory", metavar="SIZE", help="The most that DuckDB may use, such as 4GB; the rest goes to disk.")
@click.option("--threads", metavar="NUMBER", type=click.IntRange(min=1), help="How many cores DuckDB may use.")
@with_output
def command(
    contacts: Path,
    orders: str,
    folder: Path | None,
    mapping: str | None,
    zone: str | None,
    as_csv: bool,
    row: int | None,
    engine: str,
    memory: str | None,
    threads: int | None,
    out: Out,
) -> None:
    """Check each row of a log (CSV, JSON Lines or Parquet) against each order, and write what was found.

    A run that was cut off is carried on when it is started again with the same folder.

    \b
      stayaway screen calls.csv --orders orders.yaml --mapping calls -o found
      stayaway screen calls.csv --orders orders.yaml --mapping calls --explain 17
    """
    from stayaway.wording.screening import ScreeningCode as Say

    from ..out import Refused

    papers = out.read(orders)
    voice = out.voice(papers)
    with installed(), readable(contacts, voice):
        job = _job(contacts, Path(orders), papers, folder, mapping, zone, as_csv, voice)
        if row is not None:
            _explain(job, row, out, voice)
            return
        if folder is None:
            raise Refused(Say.NEEDS_OUT)
        with engine_named(engine, memory, threads, folder) as chosen:
            done, files = _screen(job, chosen, voice)
    out.answer(document(done, files), lambda: page(job, done, files, voice), voice)


def _job(
    contacts: Path,
    orders: Path,
    papers: Papers,
    folder: Path | None,
    mapping: str | None,
    zone: str | None,
    as_csv: bool,
    voice: Voice,
) -> Job:
    from stayaway.law.load import law_book
    from stayaway.screening.compiling import compile_columns
    from stayaway.screening.running import Job

    found = found_in_log(contacts, mapping, voice)
    where = zone_named(found.layout.zone if zone is None else zone, voice)
    compiled = compile_columns(papers, law_book())
    return Job(contacts, orders, found, compiled, where, folder or Path(), csv=as_csv)


def _screen(job: Job, engine: Engine, voice: Voice) -> tuple[Run, tuple[str, ...]]:
    from stayaway.screening.report import write_report
    from stayaway.screening.running import run
    from stayaway.wording.screening import ScreeningCode as Say

    from ..out import Refused

    with written_to(job.out):
        with _progress(job) as progress:
            done = run(job, engine, progress)
        if not done.counts.agree:
            counts = done.counts
            raise Refused(Say.COUNTS_DIFFER, rows=counts.rows, told=counts.hit + counts.clear + counts.rejected)
        return done, write_report(job, done, voice.speaker)


@contextmanager
def _progress(job: Job) -> Iterator[Callable[[int], None] | None]:
    """A bar on a terminal, and nothing elsewhere. How many rows a CSV has is not known before it is read."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn

    from stayaway.screening.reading import rows_in

    bar = Progress(SpinnerColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=Console(stderr=True))
    with bar:
        task = bar.add_task("", total=rows_in(job.contacts))
        yield lambda rows: bar.update(task, completed=rows)


def document(done: Run, files: tuple[str, ...]) -> dict[str, Any]:
    """What programs get."""
    counts = done.counts.document()
    earlier = {"kept": done.kept, "was_finished": done.was_finished}
    return {"run": done.fingerprint, "counts": counts, **earlier, "files": list(files)}


def page(job: Job, done: Run, files: tuple[str, ...], voice: Voice) -> Page:
    """What people see: the counts, and that they agree."""
    from stayaway.pages.page import Page
    from stayaway.screening.report import agreement
    from stayaway.wording.screening import ScreeningCode as Say

    from ..out import plainly

    def say(code: Say, **facts: object) -> str:
        return voice.speaker.sentence(code, facts)

    counts = done.counts
    shown = Page()
    if done.kept:
        shown.text(say(Say.WAS_FINISHED) if done.was_finished else say(Say.CARRIED_ON, rows=done.kept))
    shown.heading(say(Say.COUNTS))
    shown.items([f"{say(code)}: {voice.speaker.number(number)}" for code, number in counts.rows_told])
    shown.text(agreement(done, voice.speaker))
    shown.gap()
    shown.text(say(Say.CLEAR_IS_NO_PERMISSION))
    shown.text(say(Say.WROTE, folder=plainly(str(job.out)), files=", ".join(files)))
    return shown


# ---- one row ----------------------------------------------------------------------------------------------------


def _explain(job: Job, row: int, out: Out, voice: Voice) -> None:
    """The full answer of one row, as `stayaway contact` gives it; of each contact that it may mean."""
    from stayaway.screening.explaining import NoSuchRow, explain
    from stayaway.wording.screening import ScreeningCode as Say

    from ..out import Refused

    try:
        found = explain(job, row)
    except NoSuchRow as none:
        raise Refused(Say.NO_SUCH_ROW, row=row, last=none.last) from none
    if found.rejects:
        why = " ".join(voice.speaker.sentence(reject.code) for reject in found.rejects)
        raise Refused(Say.ROW_REJECTED, row=row, why=why)
    if not found.meant:
        raise Refused(Say.ROW_UNRESTRAINED if found.is_linked else Say.ROW_STRANGER, row=row)
    answers = [_answered(one, voice) for one in found.meant]
    out.answer({"row": row, "meant": [told for told, _ in answers]}, lambda: _joined(answers), voice)


def _answered(meant: Meant, voice: Voice) -> tuple[dict[str, Any], Callable[[], Page]]:
    from dataclasses import replace

    from stayaway.law.load import law_book
    from stayaway.pages.contact import exposures
    from stayaway.pages.contact import page as contact_page
    from stayaway.reasoning.conduct import assess

    from .contact import document as contact_document

    contact, ready, at, book = meant.contact, meant.ready, meant.at, law_book()
    found = assess(contact, ready, at)
    costs = exposures(found, ready.papers, book, at)
    by_counsel = assess(replace(contact, through="counsel", at=None, distance=None), ready, at)
    return contact_document(found, costs, at, voice), lambda: contact_page(
        contact, found, costs, by_counsel, ready.papers, book, at, True, voice
    )


def _joined(answers: list[tuple[dict[str, Any], Callable[[], Page]]]) -> Page:
    from stayaway.pages.page import Page

    shown = Page()
    for _, made in answers:
        shown.gap()
        shown.blocks.extend(made().blocks)
    return shown
