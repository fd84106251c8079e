"""The options that commands share, and completion of what a file defines."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])

SPOKEN = ("en", "es")


def with_output(command: F) -> F:
    """Add `--json` and `--lang`, and hand the command an `Out`; what is wrong in the input ends with status 2."""

    @click.option("--json", "as_json", is_flag=True, help="Answer with one JSON document, for programs.")
    @click.option(
        "--lang", type=click.Choice(SPOKEN), default="en", show_default=True, help="The language to answer in."
    )
    @wraps(command)
    def wrapped(*args: Any, as_json: bool, lang: str, **given: Any) -> None:
        from .out import Out

        out = Out(as_json, lang)
        with out.catching():
            command(*args, out=out, **given)

    return wrapped  # type: ignore[return-value]  # it takes the options that were added, and the rest as before


def on_option(command: F) -> F:
    """Add `--on`."""
    return click.option(
        "--on",
        metavar="WHEN",
        help="For which day (2024-05-03) or instant (2024-05-03T21:00-07:00). Without an offset, the time is that of "
        "the court. Default: now.",
    )(command)


def file_argument(command: F) -> F:
    """Add FILE, an order file."""
    return click.argument("file", metavar="FILE", type=click.Path(path_type=str))(command)


def in_option(command: F) -> F:
    """Add `--in`, a place."""
    return click.option(
        "--in", "place", metavar="PLACE", shell_complete=_places, help="A state, by its code or its name."
    )(command)


def _places(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from stayaway.law.load import known_jurisdictions

    return [CompletionItem(code) for code in known_jurisdictions() if code.startswith(incomplete)]


complete_place = _places


def defined_by_file(part: str) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Completion from what FILE defines: its people, places or orders. Nothing where the file cannot be read."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from pathlib import Path

        from click.shell_completion import CompletionItem

        from stayaway.api import read
        from stayaway.files import FileFaults

        try:
            papers = read(Path(ctx.params.get("file") or _file_being_typed()))
        except FileFaults:
            return []
        return [CompletionItem(key) for key in getattr(papers, part) if key.startswith(incomplete)]

    return complete


def _file_being_typed() -> str:
    """The first file on the line: click hands no argument on while an option still waits for its value."""
    import os
    import shlex
    from pathlib import Path

    try:
        words = shlex.split(os.environ.get("COMP_WORDS", ""))
    except ValueError:
        words = []
    return next((word for word in words[1:] if Path(word).is_file()), "")


def channels(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Completion of the ways of contact."""
    from click.shell_completion import CompletionItem

    from stayaway.model import Channel

    return [CompletionItem(channel.value) for channel in Channel if channel.value.startswith(incomplete)]
