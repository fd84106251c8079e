"""What the registry's tests share: a database that has been set up, and that is emptied after a test that commits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

begin_chain = import_module("stayaway.registry.migrations.0002_append_only").begin_chain

GUARDS_OF_SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
GUARDED_IN_POSTGRESQL = "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """An embedded database lies in a file, as in use: one in memory would know neither other processes nor WAL."""
    # Workers share nothing else, but several have their database on one server.
    test = connection.settings_dict["TEST"]
    # A server's threads outlive the test that asked them; a connection that they kept would hold the database.
    connection.settings_dict["CONN_MAX_AGE"] = 0
    if connection.vendor == "sqlite":
        test["NAME"] = str(settings.DATA / "test.sqlite3")
    else:
        test["NAME"] = f"test_{settings.DATA.parent.name}_{settings.DATA.name}".replace("-", "_")


@contextmanager
def without_guards() -> Iterator[None]:
    """The database as nobody in use has it: its guards of the journal are away."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            guards = cursor.execute(GUARDS_OF_SQLITE).fetchall()
            before, after = [f"DROP TRIGGER {name}" for name, _ in guards], [sql for _, sql in guards]
        else:
            guards = cursor.execute(GUARDED_IN_POSTGRESQL).fetchall()
            # A table with checks still to be made at the end of the transaction cannot be altered.
            before = ["SET CONSTRAINTS ALL IMMEDIATE"]
            before += [f"ALTER TABLE {table} DISABLE TRIGGER USER" for (table,) in guards]
            after = [f"ALTER TABLE {table} ENABLE TRIGGER USER" for (table,) in guards]
        for statement in before:
            cursor.execute(statement)
        yield
        for statement in after:
            cursor.execute(statement)


@pytest.fixture(scope="session", autouse=True)
def _begins_again_after_a_commit() -> Iterator[None]:
    """Tests that commit have the database emptied afterwards, which its guards refuse to everybody else."""
    # Of the class: beside a browser the test has a connection of its own.
    operations = type(connection.ops)
    empty: Callable[[Any, list[str]], None] = operations.execute_sql_flush

    def empty_and_begin_again(self: Any, statements: list[str]) -> None:
        with without_guards():
            empty(self, statements)
        begin_chain(apps, None)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "execute_sql_flush", empty_and_begin_again)
        yield
