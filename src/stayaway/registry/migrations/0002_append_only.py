"""The database itself refuses to change or remove an entry of the journal, or a look at records."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations

TABLES = ("registry_entry", "registry_access")

POSTGRESQL = """
CREATE OR REPLACE FUNCTION {table}_is_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$;
CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_kept();
"""
SQLITE = """
CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
CREATE TRIGGER {table}_is_not_removed BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
"""


def guard(apps: Any, editor: Any) -> None:
    """Set the guards."""
    for table in TABLES:
        if editor.connection.vendor == "postgresql":
            editor.execute(POSTGRESQL.format(table=table))
        else:
            for statement in SQLITE.format(table=table).strip().split("\n"):
                editor.execute(statement)


def begin_chain(apps: Any, editor: Any) -> None:
    """The chain begins with nothing before it."""
    apps.get_model("registry", "Head").objects.get_or_create(id=1)


class Migration(migrations.Migration):
    """Guards on the tables that are only added to."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("registry", "0001_initial")]
    operations: ClassVar[list[Any]] = [
        migrations.RunPython(guard, migrations.RunPython.noop),
        migrations.RunPython(begin_chain, migrations.RunPython.noop),
    ]
