"""`stayaway schema`: the JSON Schema of the order file."""

from __future__ import annotations

import json

import click


@click.command(name="schema", short_help="The JSON Schema of the order file.")
@click.option("--json", "as_json", is_flag=True, help="The same: the schema is JSON.")
def command(as_json: bool) -> None:  # noqa: ARG001
    """Print the JSON Schema of the order file, for editors and for programs that write order files."""
    from stayaway.files import file_schema

    click.echo(json.dumps(file_schema(), ensure_ascii=False, indent=2))
