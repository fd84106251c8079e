"""Whether a database holds what keys were needed for: asked before Django is ready, where a key is missing."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured

HELD = ("registry_knownkey", "registry_entry", "mfa_authenticator")
"""Tables that have rows once a key was needed. The first has them from the first setup on."""
OF_DJANGO = ("pool", "server_side_binding", "isolation_level", "assume_role")
"""Options that are for Django, not for the server."""
SECONDS = 20


def holds_nothing(database: Mapping[str, Any]) -> bool:
    """Whether none of these tables is there, or none has a row. Raises ImproperlyConfigured: it cannot be asked."""
    try:
        return not (_of_sqlite(database) if str(database["ENGINE"]).endswith("sqlite3") else _of_postgresql(database))
    except (sqlite3.Error, psycopg.Error) as error:
        said = next(iter(str(error).splitlines()), type(error).__name__)
        raise ImproperlyConfigured(
            "A key of the registry is not there, and the database cannot be asked whether it holds anything that needs"
            f" that key: {said}. See to the database first (DATABASE_URL); no key is made before."
        ) from None


def _of_sqlite(database: Mapping[str, Any]) -> bool:
    path = Path(database["NAME"])
    if not path.exists():
        return False
    with closing(sqlite3.connect(path, timeout=SECONDS)) as asked:
        there = {name for (name,) in asked.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return any(asked.execute(_has_rows(table)).fetchone()[0] for table in HELD if table in there)


def _of_postgresql(database: Mapping[str, Any]) -> bool:
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    given = {name: database[one] for one, name in names.items() if database.get(one)}
    options = {name: said for name, said in (database.get("OPTIONS") or {}).items() if name not in OF_DJANGO}
    with psycopg.connect(**{"connect_timeout": SECONDS, **given, **options}) as asked:
        for table in HELD:
            is_there = asked.execute("SELECT to_regclass(%s) IS NOT NULL", [table]).fetchone()
            if is_there == (True,) and asked.execute(_has_rows(table)).fetchone() == (True,):
                return True
    return False


def _has_rows(table: str) -> Any:
    return f"SELECT EXISTS (SELECT 1 FROM {table})"
