"""`stayaway registry`: run a registry of orders, for a court, an agency or a state."""

from __future__ import annotations

from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path

import click

from ..started import registry
from . import registry_exchange

NEEDED = ("django", "waitress", "allauth", "cryptography", "ninja", "psycopg")


@click.group(name="registry", short_help="A registry of orders, for courts and agencies (docs/operate.md).")
def command() -> None:
    """Run a registry: orders of a court or a state, recorded once and changed only by those who may.

    \b
      stayaway registry setup
      stayaway registry first-administrator you@court.example "Your Name"
      stayaway registry serve

    The environment says where it keeps its records: STAYAWAY_DATA names its folder (without it: var, here),
    DATABASE_URL a PostgreSQL database (without it: an SQLite file in that folder). docs/operate.md has the rest.

    It needs the extras: pip install "stayaway[web,registry]".
    """
    if any(find_spec(name) is None for name in NEEDED):
        raise click.ClickException('The registry needs more packages: pip install "stayaway[web,registry]"')


@command.command()
def setup() -> None:
    """Make the tables, or bring them up to this version, with the keys by which people are found. Back up first."""
    with registry():
        from stayaway.registry.operation.setting_up import renew_keys, set_up

        applied = set_up()
        renewed = renew_keys()
    for name in applied:
        click.echo(f"applied {name}")
    if renewed:
        click.echo(f"made the keys of names anew for {renewed} people")
    click.echo("The registry is set up." if applied or renewed else "The registry was set up already.")


@command.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer on.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(1, 65535), help="The port to answer on.")
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    help="How many processes answer. [default: two for each processor with PostgreSQL, one with SQLite]",
)
@click.option("--make-ready", is_flag=True, help="Set it up first where there is nothing yet.")
@click.option("--while-asked", is_flag=True, help="End when whoever started it, and holds its input, is gone.")
def serve(host: str, port: int, processes: int | None, make_ready: bool, while_asked: bool) -> None:
    """Serve the registry. To offer it to others, put it behind a server that speaks HTTPS (docs/operate.md)."""
    from stayaway.registry.operation.serving import answer_to, end_with_input, fitting_processes, serve

    if while_asked:
        end_with_input()
    answer_to(host)
    with registry(needs_tables=True, make_ready=make_ready):
        from stayaway.registry.operation.samples import sign_ins

        if sign_ins() and not is_this_machine(host):
            raise click.ClickException("There are samples in this registry: it is served only to this machine.")
        click.echo(f"Registry: http://{host if ':' not in host else f'[{host}]'}:{port}/  (Ctrl+C ends it)")
        try:
            serve(host, port, processes or fitting_processes())
        except OSError as error:
            raise click.ClickException(f"{host}:{port}: {error.strerror or error}") from None


@command.command()
@click.option(
    "--after", default=0, type=click.IntRange(0), help="Begin behind this entry, which was found good before."
)
def verify(after: int) -> None:
    """Check that no entry of the journal was changed or is missing, and that what is shown follows from it.

    Exits with 1 when something does not hold, and says where.
    """
    with registry(needs_tables=True, any_keys=True):
        from stayaway.registry.operation.verifying import NoSuchEntry, verify

        try:
            report = verify(after)
        except NoSuchEntry as error:
            raise click.ClickException(str(error)) from None
    for line in report.faults:
        click.echo(line, err=True)
    if report.faults:
        raise click.ClickException(f"{len(report.faults)} places do not hold.")
    click.echo(f"The journal holds, and what is shown follows from it. Entries: {report.number}.")
    if report.outdated:
        click.echo(f"Cases that `stayaway registry daily` has to tell anew under this release: {report.outdated}.")
    click.echo(f"The last hash, to keep somewhere else: {report.hash or '-'}")


@command.command()
def rebuild() -> None:
    """Make the tables of what stands now again, from the journal alone."""
    with registry(needs_tables=True):
        from stayaway.registry.operation.setting_up import now
        from stayaway.registry.projecting import rebuild

        count = rebuild(now())
    click.echo(f"Made again for {count} people and cases.")


@command.command()
def daily() -> None:
    """Do what each day brings: tasks that are due, reminders, and what is kept no longer. Run it once a day.

    Exits with 1 when something could not be done, and does the rest.
    """
    with registry(needs_tables=True):
        from stayaway.registry.operation.each_day import NotAllDone, each_day
        from stayaway.registry.operation.setting_up import now

        try:
            for said in each_day(now()):
                click.echo(said)
        except (ValueError, NotAllDone) as error:
            raise click.ClickException(str(error)) from None


@command.command(name="new-key")
def new_key() -> None:
    """Print a new key for encrypted fields, to put first in STAYAWAY_KEYS. Nothing is changed."""
    from stayaway.registry.keys import new_key

    click.echo(new_key())


@command.command(name="rotate-keys")
@click.option("--make", is_flag=True, help="First make a new key and put it before those kept in the data folder.")
def rotate_keys(make: bool) -> None:
    """Encrypt everything anew under the newest key. It can be broken off and begun again.

    A registry that is running reads the keys as it starts: restart it with the new key first, then run this.
    """
    with registry(needs_tables=True):
        from stayaway.registry.operation.rotating import NoKeyHere, put_new_key_first, rotate
        from stayaway.registry.secret_fields import Unreadable

        try:
            if make:
                put_new_key_first()
            done = rotate()
        except (NoKeyHere, Unreadable) as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"Encrypted anew: {done.secrets} secrets, {done.factors} second factors, {done.papers} papers.")
    click.echo("Older keys are needed only for backups that were made before.")


@command.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def backup(folder: Path) -> None:
    """Back up the database and the attached papers into DIR, a folder that is not there yet. It may go on running.

    THE KEYS ARE NOT IN IT. Without them nobody can read what it holds encrypted. Keep a copy of them somewhere else.
    """
    with registry(needs_tables=True, any_keys=True):
        from stayaway.registry.operation.keeping import CannotBackUp, back_up
        from stayaway.registry.operation.setting_up import data_folder, now

        try:
            about = back_up(folder, now())
        except CannotBackUp as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"Backed up to {folder}: {about.number} entries, {about.papers} papers.")
    click.echo(f"The keys are not in it. Keep them apart from it: those of {data_folder()}, or of the environment.")


@command.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--even-if-broken", is_flag=True, help="Keep it also where its journal does not hold.")
def restore(folder: Path, even_if_broken: bool) -> None:
    """Fill an empty registry from a backup, and check its journal. Nothing is filled in part."""
    with registry():
        from stayaway.registry.operation.keeping import CannotBackUp, restore
        from stayaway.registry.operation.setting_up import is_set_up

        try:
            about = restore(folder, even_if_broken=even_if_broken)
        except CannotBackUp as error:
            raise click.ClickException(f"{folder}: {error}") from None
        is_older = not is_set_up()
    click.echo(f"Restored what was backed up at {about.made}: {about.number} entries, {about.papers} papers.")
    click.echo("Everybody signs in again.")
    if is_older:
        click.echo("It is from an older version. Next: stayaway registry setup")


@command.command(name="first-administrator")
@click.argument("email")
@click.argument("name")
@click.option("--agency", default="Administration", show_default=True, help="The agency to be an administrator in.")
@click.option("--address", default="http://127.0.0.1:8001", show_default=True, help="Where the registry is reached.")
def first_administrator(email: str, name: str, agency: str, address: str) -> None:
    """Add an administrator, and print a link that lets them sign in, once, within three days.

    Every post takes two administrators, one who asks and one who confirms; so add two.
    """
    with registry(needs_tables=True):
        from stayaway.registry.operation.beginning import NotAdded, first_administrator

        try:
            path = first_administrator(email, name, agency)
        except NotAdded as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"{address.rstrip('/')}{path}")
    click.echo("Give this link to nobody else. It works once, within three days.")


@command.command(name="load-samples")
def load_samples() -> None:
    """Fill an empty registry with invented agencies, accounts and cases, to look at, and print what signs in.

    Never use it for real: what signs in to it stands readable in the data folder. Where they are loaded already, show
    them again.
    """
    with registry(needs_tables=True, make_ready=True):
        from stayaway.registry.operation.samples import SIGN_INS, NotEmpty, load, sign_ins
        from stayaway.registry.operation.setting_up import data_folder, now

        try:
            found = sign_ins() or load(now())
        except NotEmpty as error:
            raise click.ClickException(str(error)) from None
        kept = data_folder() / SIGN_INS
    click.echo("INVENTED accounts, to look at the registry. Nobody in it exists.")
    width = max(len(one.email) for one in found)
    for one in found:
        click.echo(f"  {one.email:{width}}  {one.password}  {one.post}")
    click.echo(f"For the code of the second factor: stayaway registry sample-code EMAIL  (all is kept in {kept})")


@command.command(name="sample-code")
@click.argument("email")
def sample_code(email: str) -> None:
    """Print the code that the second factor of an invented account shows now."""
    with registry():
        from stayaway.registry.operation.samples import code_of, sign_ins

        found = next((one for one in sign_ins() if email in (one.email, one.email.partition("@")[0])), None)
        if found is None:
            raise click.ClickException(f"{email} is no account of the samples; see: stayaway registry load-samples")
        click.echo(code_of(found))


def is_this_machine(host: str) -> bool:
    """Whether nobody but this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


for one in (registry_exchange.load, registry_exchange.export, registry_exchange.screen):
    command.add_command(one)
