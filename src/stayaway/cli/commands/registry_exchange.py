"""`stayaway registry import`, `export` and `screen`: order files and tables into the record, and out of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from ..started import registry

if TYPE_CHECKING:
    from stayaway.registry.actors import Actor
    from stayaway.registry.exchange.inward.loading import Plan

as_option = click.option(
    "--as",
    "acting",
    metavar="ACCOUNT/POST",
    required=True,
    help="Who loads it: an account's e-mail address and one of its posts, such as ana@court.example/civil_clerk.",
)


@click.command(name="import")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@as_option
@click.option("--dry-run", is_flag=True, help="Say what would be loaded and what is wrong. Load nothing.")
@click.option("--foreign", is_flag=True, help="Orders of other courts. The restrained side is not told of them.")
@click.option("--same", multiple=True, metavar="NAME=ID", help="This person of the file is that one on record.")
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), help="Also write what is wrong here, as CSV."
)
@click.option("--language", type=click.Choice(["en", "es"]), default="en", show_default=True)
def load(
    files: tuple[Path, ...],
    acting: str,
    dry_run: bool,
    foreign: bool,
    same: tuple[str, ...],
    report: Path | None,
    language: str,
) -> None:
    """Load order files and tables (.csv, with the docket beside it in NAME.docket.csv). docs/import.md says how.

    Each file is loaded whole or not at all. A file that was loaded before is not loaded again. Exits with 1 when
    something is wrong.
    """
    with registry(needs_tables=True):
        from stayaway.registry.exchange.inward.loading import carry_out
        from stayaway.registry.operation import setting_up

        actor, now = _actor(acting), setting_up.now()
        pairs, wrong = _pairs(same), []
        written = None if report is None else _opened(report, files)
        for file in files:
            plan = _planned(actor, file, now, foreign, pairs)
            done = plan.report if dry_run or plan.problems else carry_out(plan)
            for line in done.lines(language):
                click.echo(line, err=bool(done.problems))
            if done.problems:
                wrong.append(done)
        if written is not None:
            tables = [one.csv(language) for one in wrong]
            joined = "".join(tables[:1] + [table.partition("\r\n")[2] for table in tables[1:]])
            with saying_plainly("The report cannot be written, but the files were dealt with as said above"), written:
                written.write(joined)
    if wrong:
        raise click.exceptions.Exit(1)


@click.command()
@click.argument("cases", metavar="CASE...", nargs=-1, required=True)
@as_option
@click.option("--purpose", default="", help="What it is for. It is kept with the look.")
def export(cases: tuple[str, ...], acting: str, purpose: str) -> None:
    """Print cases as one order file, by their ids in the record: as much as this post may see of them."""
    with registry(needs_tables=True):
        from stayaway.registry.exchange.outward.order_file import order_file_of
        from stayaway.registry.operation import setting_up
        from stayaway.registry.reading import read_cases
        from stayaway.registry.refusing import Refused
        from stayaway.wording import Speaker

        actor, now = _actor(acting), setting_up.now()
        try:
            view = read_cases(actor, cases, now, purpose=purpose, how="export", needs_all=True)
        except Refused as error:
            raise click.ClickException(" ".join(Speaker("en").say(one) for one in error.reasons)) from None
    text = order_file_of(view)
    with saying_plainly("The cases cannot be written out"):
        try:
            click.echo(text, nl=False)
        except OSError:
            _give_up_writing()
            raise


@click.command()
@click.argument("contacts", metavar="CONTACTS", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@as_option
@click.option("--purpose", required=True, help="What it is for. It is kept with the look.")
@click.option("-o", "--out", "folder", metavar="DIR", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--mapping", metavar="NAME", help="Which column says what (docs/screening.md).")
@click.option("--zone", metavar="ZONE", help="The time zone of times without an offset.")
@click.option("--csv", "as_csv", is_flag=True, help="Write the hits as CSV, not as Parquet.")
@click.pass_context
def screen(
    context: click.Context,
    contacts: Path,
    acting: str,
    purpose: str,
    folder: Path,
    mapping: str | None,
    zone: str | None,
    as_csv: bool,
) -> None:
    """Hold a log against all orders of an agency, as much as this post may see of them.

    It writes what `stayaway screen` writes, and the orders to DIR/orders.yaml, so that a row can be explained later:

    \b
      stayaway screen CONTACTS --orders DIR/orders.yaml --explain 17
    """
    from ..out import Out
    from ..screened import refuse_beforehand, write_orders
    from .screen import command as screen_command

    out = Out(as_json=False, language="en")
    with out.catching():
        refuse_beforehand(contacts, folder, mapping, zone, as_csv, out.voice())
    with registry(needs_tables=True):
        from stayaway.registry.exchange.outward.order_file import order_file_of
        from stayaway.registry.operation import setting_up
        from stayaway.registry.refusing import Refused
        from stayaway.registry.screening import views_to_screen
        from stayaway.wording import Speaker

        actor, now = _actor(acting), setting_up.now()
        try:
            text = order_file_of(*views_to_screen(actor, now, purpose=purpose))
        except Refused as error:
            raise click.ClickException(" ".join(Speaker("en").say(one) for one in error.reasons)) from None
    with out.catching():
        orders = write_orders(folder, text)
    context.invoke(
        screen_command,
        contacts=contacts,
        orders=str(orders),
        folder=folder,
        mapping=mapping,
        zone=zone,
        as_csv=as_csv,
    )


def _opened(report: Path, files: tuple[Path, ...]) -> TextIO:
    """The report, ready to be written to before anything is loaded. It is no file that is to be loaded."""
    from stayaway.registry.exchange.inward.bulk import docket_of

    read = [other for file in files for other in (file, docket_of(file))]
    if any(report.resolve() == other.resolve() or _is_one_file(report, other) for other in read):
        raise click.UsageError(f"--report {report}: this file is to be loaded. Name another one for the report.")
    with saying_plainly("The report cannot be written, so nothing was loaded"):
        return report.open("w", encoding="utf-8-sig", newline="")


def _give_up_writing() -> None:
    """What waits to be written would be tried once more at the end, and fail with a trace."""
    if sys.__stdout__ is not None and sys.stdout is sys.__stdout__:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())


def _is_one_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


@contextmanager
def saying_plainly(what: str) -> Iterator[None]:
    """What the system does not let be written, as one line. A reader who has gone is none of it."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"{what}: {error.strerror or error}") from None


def _planned(actor: Actor, file: Path, now: datetime, foreign: bool, same: dict[str, str]) -> Plan:
    from stayaway.registry.exchange.inward.bulk import source_of
    from stayaway.registry.exchange.inward.loading import plan

    return plan(actor, source_of(str(file)), now, foreign=foreign, same=same)


def _pairs(same: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for one in same:
        name, sign, record = one.rpartition("=")
        if not sign or not name or not record:
            raise click.UsageError(f"--same {one}: write NAME=ID, as the dry run lists them.")
        found[name] = record
    return found


def _actor(acting: str) -> Actor:
    """Who acts. Whoever can run commands on the machine is taken to have confirmed that it is them."""
    from stayaway.registry.accounts.acting import acting_in
    from stayaway.registry.accounts.models import Holding
    from stayaway.registry.accounts.sessions import in_force

    email, _, post = acting.rpartition("/")
    holdings = Holding.objects.filter(account__email=email.casefold(), post=post).select_related("agency")
    held = list(in_force(holdings)[:2])
    if len(held) != 1:
        raise click.UsageError(
            f"--as {acting}: there is no account with this e-mail address that holds this post once."
        )
    return acting_in(held[0], confirmed=True)
