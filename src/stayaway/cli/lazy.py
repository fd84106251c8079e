"""A group whose commands are read from their modules only when they are needed, so that each starts fast."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = (
    "read",
    "now",
    "contact",
    "who",
    "steps",
    "which",
    "check",
    "documents",
    "screen",
    "compare",
    "faq",
    "law",
    "schema",
    "serve",
    "registry",
    "completion",
)
"""The commands, as help lists them. Each is the `command` of its module in `commands/`."""


class LazyGroup(click.Group):
    """Finds commands by name in `commands/`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of a first use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"{__package__}.commands.{cmd_name}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command asked for; of a name that is none, the nearest one is suggested."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1) if args else []
            if near and near[0] not in error.format_message():
                said = f"{error.format_message()} Did you mean '{near[0]}'?"
                raise click.UsageError(said, ctx) from None
            raise
