"""`stayaway completion`: complete commands with the TAB key."""

from __future__ import annotations

import click


@click.command(name="completion", short_help="Complete commands with the TAB key.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that lets a shell complete commands, options, and the people and orders of a file.

    \b
      bash, in ~/.bashrc:   eval "$(stayaway completion bash)"
      zsh, in ~/.zshrc:     eval "$(stayaway completion zsh)"
      fish:                 stayaway completion fish > ~/.config/fish/completions/stayaway.fish
    """
    from click.shell_completion import get_completion_class

    from stayaway.cli import main

    kind = get_completion_class(shell)
    assert kind is not None
    # What `source` of click does, without asking the shell for its version, which need not be installed here.
    script = kind(main, {}, "stayaway", "_STAYAWAY_COMPLETE")
    click.echo(script.source_template % script.source_vars())
