"""`stayaway serve`: the public website, from this machine."""

from __future__ import annotations

from importlib.util import find_spec

import click


@click.command(name="serve", short_help="The same questions as a website on this machine.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to answer on.")
def command(host: str, port: int) -> None:
    """Serve the website from this machine. It keeps what is written only in memory, for the visit.

    It needs the extra: pip install "stayaway[web]". To offer it to others, put it behind a server that speaks HTTPS.
    """
    if find_spec("django") is None or find_spec("waitress") is None:
        raise click.ClickException('The website needs more packages: pip install "stayaway[web]"')
    from stayaway.guide.serve import serve

    click.echo(f"http://{host if ':' not in host else f'[{host}]'}:{port}/  (Ctrl+C ends it)")
    try:
        serve(host, port)
    except OSError as error:
        raise click.ClickException(f"{host}:{port}: {error.strerror or error}") from None
