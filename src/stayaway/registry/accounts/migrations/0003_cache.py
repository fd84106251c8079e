"""The table in which failed tries and used codes are counted, for all processes together."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.management import call_command
from django.db import migrations


def make_table(apps: Any, editor: Any) -> None:
    """Make it, where it is not there yet."""
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """No model: Django's cache reads and writes it."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("accounts", "0002_sign_in")]
    operations: ClassVar[list[Any]] = [migrations.RunPython(make_table, migrations.RunPython.noop)]
