"""`stayaway schema`: the JSON Schema of the order file."""

from __future__ import annotations

import json

import click


@click.command(name="schema", short_help="The JSON Schema of the order file.")
@click.option("--json", is_flag=True, expose_value=False, help="The same: the schema is JSON.")
def command() -> None:
    """Print the JSON Schema of the order file, for editors and for programs that write order files."""
    from stayaway.files import file_schema

    click.echo(json.dumps(file_schema(), ensure_ascii=False, indent=2))
