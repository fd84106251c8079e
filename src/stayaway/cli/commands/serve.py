"""`stayaway serve`: the web faces, from this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from threading import Event, Thread

import click

GUIDE = ("django", "waitress", "whitenoise")
REGISTRY = ("allauth", "cryptography", "ninja", "psycopg")
"""What each face needs; the registry needs both."""


@click.command(name="serve", short_help="The website and the registry on this machine.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65534),
    help="The website's port; the registry answers on the next one.",
)
@click.option("--only", type=click.Choice(["guide", "registry"]), help="Serve only one of the two.")
@click.pass_context
def command(context: click.Context, host: str, port: int, only: str | None) -> None:
    """Serve the website and the registry from this machine, each in a process of its own.

    The website asks the same questions as these commands, and keeps what is written only in memory, for the visit. The
    registry keeps its records in a folder (STAYAWAY_DATA, without it: var, here); see: stayaway registry --help

    They need the extras: pip install "stayaway[web,registry]". To offer them to others, put them behind a server that
    speaks HTTPS.
    """
    if lacks(GUIDE):
        raise click.ClickException('The website needs more packages: pip install "stayaway[web]"')
    if only == "registry" and lacks(REGISTRY):
        raise click.ClickException('The registry needs more packages: pip install "stayaway[web,registry]"')
    if only == "registry":
        from .registry import serve

        context.invoke(serve, host=host, port=port, make_ready=True, while_asked=False)
        return
    if only == "guide":
        guide(host, port)
        return
    if lacks(REGISTRY):
        click.echo('Without the registry, which needs more packages: pip install "stayaway[web,registry]"', err=True)
        guide(host, port)
        return
    with together(host, port + 1):
        guide(host, port)


def lacks(packages: tuple[str, ...]) -> bool:
    """Whether one of these packages is not installed."""
    return any(find_spec(name) is None for name in packages)


def guide(host: str, port: int) -> None:
    """Serve the website in this process."""
    from stayaway.guide.serve import SettingsFail, serve

    click.echo(f"Website:  {address(host, port)}  (Ctrl+C ends it)")
    try:
        serve(host, port)
    except OSError as error:
        raise click.ClickException(f"{host}:{port}: {error.strerror or error}") from None
    except SettingsFail as error:
        raise click.ClickException(str(error)) from None


def registry(host: str, port: int) -> subprocess.Popen[bytes]:
    """The registry, serving in a process of its own, so that the website has no database. Set up where it is new."""
    asked = [sys.executable, "-m", "stayaway.cli", "registry", "serve", "--make-ready", "--while-asked"]
    return subprocess.Popen([*asked, "--host", host, "--port", str(port)], stdin=subprocess.PIPE)


@contextmanager
def together(host: str, port: int) -> Iterator[None]:
    """The registry beside this process: it ends with this one, and this one with it."""
    serving = registry(host, port)
    is_over = Event()

    def end_too() -> None:
        serving.wait()
        if not is_over.is_set():
            os.kill(os.getpid(), signal.SIGTERM)

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    Thread(target=end_too, daemon=True).start()
    try:
        yield
        ended_first = serving.poll() is not None
    finally:
        is_over.set()
        signal.signal(signal.SIGTERM, before)
        serving.terminate()
        serving.wait()
    if ended_first:
        raise click.ClickException("The registry has ended, so the website has too.")


def address(host: str, port: int) -> str:
    """Where something is reached."""
    return f"http://{host if ':' not in host else f'[{host}]'}:{port}/"
