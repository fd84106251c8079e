"""Statements to the database, written by hand where the registry is asked hundreds of times a second.

PostgreSQL is sent the values apart from the statement and keeps its plan, which takes longer to make than to carry out;
Django by itself does neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from django.db import connection

Statement = tuple[str, list[Any]]
"""A statement with a `%s` for each value, and the values."""


@cache
def on_postgresql() -> bool:
    """Whether the registry's database is PostgreSQL; otherwise it is the embedded one."""
    return connection.vendor == "postgresql"


def rows_of(text: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows that a statement brings."""
    with _cursor() as cursor:
        cursor.execute(text, values)
        return list(cursor.fetchall())


def carry_out(text: str, values: Sequence[Any]) -> None:
    """A statement that brings nothing."""
    with _cursor() as cursor:
        cursor.execute(text, values)


def _cursor() -> Any:
    if not on_postgresql():
        return connection.cursor()
    import psycopg

    connection.ensure_connection()
    inner: Any = connection.connection
    inner.prepare_threshold = 0
    # Wrapped as Django wraps its own, so that its errors and its counting of queries are the same.
    return connection._prepare_cursor(psycopg.Cursor(inner))  # type: ignore[attr-defined]  # Django's types leave it out


def among(column: str, values: Iterable[str]) -> Statement:
    """That a text column is one of some values. PostgreSQL gets them as one, so that the statement stays the same."""
    found = sorted(values)
    if on_postgresql():
        return f"{column} = ANY(%s::text[])", [_array(found)]
    return f"{column} IN ({', '.join(['%s'] * len(found))})", list(found)


def _array(values: Sequence[str]) -> str:
    """An array as PostgreSQL writes one: psycopg takes ten times as long for it as for a text."""
    every = "".join(values)
    if '"' in every or "\\" in every:
        values = [one.replace("\\", "\\\\").replace('"', '\\"') for one in values]
    return '{"' + '","'.join(values) + '"}' if values else "{}"


def day(value: date) -> date | str:
    """A day as the database holds it."""
    return value if on_postgresql() else value.isoformat()


def read_day(value: date | str | None) -> date | None:
    """A day as the database brings it."""
    return date.fromisoformat(value) if isinstance(value, str) else value
