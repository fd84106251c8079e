"""What the registry is held against: Datasette over the same rows, and the bare lookup through psycopg."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg

from stayaway.registry.finding.asking import ByName
from stayaway.registry.finding.candidates import of_the_index
from stayaway.registry.finding.dates import birth_range

from .inquiries import Inquiry

PEOPLE = "SELECT id, name, born FROM registry_personrow"
KEYS = "SELECT kind, key, born, person_id, sketch FROM registry_namekey"
ORDERS = "SELECT id, case_id, restrained_id, issued, served, ends, spans FROM registry_orderrow"
WITH_ORDERS = """
SELECT p.id, p.name, p.born, o.id AS number, o.issued, o.served, o.ends, o.spans FROM registry_personrow p
LEFT JOIN registry_orderrow o ON o.restrained_id = p.id WHERE p.id IN (SELECT person_id FROM ({found}) k) LIMIT 500
"""
"""The candidates of an inquiry, found as the registry finds them, with the orders that restrain them. Nobody judges or
sorts them."""
PLAIN_QUESTION = """
SELECT p.id, p.name, p.born, o.id AS number, o.issued, o.served, o.ends, o.spans FROM registry_personrow p
LEFT JOIN registry_orderrow o ON o.restrained_id = p.id WHERE p.name = :name AND p.born BETWEEN :first AND :last
LIMIT 500
"""
"""The very name as it was written, and a birth date: what somebody asks who has no keys. It misses whatever differs."""


def make_sqlite(url: str, path: Path) -> None:
    """The rows of the registry in a file of SQLite, as Datasette serves one, with the same indexes."""
    if path.exists():
        return
    making = path.with_suffix(".making")
    making.unlink(missing_ok=True)
    with sqlite3.connect(making) as lite, psycopg.connect(url) as pg:
        lite.executescript("""
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE registry_personrow (id TEXT PRIMARY KEY, name TEXT, born TEXT) WITHOUT ROWID;
            CREATE TABLE registry_namekey (kind TEXT, key TEXT, born TEXT, person_id TEXT, sketch INTEGER);
            CREATE TABLE registry_orderrow (
                id TEXT, case_id TEXT, restrained_id TEXT, issued TEXT, served TEXT, ends TEXT, spans TEXT);
        """)
        for table, text in (("personrow", f"{PEOPLE} ORDER BY id"), ("namekey", KEYS), ("orderrow", ORDERS)):
            with pg.cursor(name=table) as cursor:
                cursor.itersize = 20_000
                cursor.execute(text.replace("born", "born::text").replace("spans", "spans::text"))
                marks = ", ".join("?" * len(cursor.description or ()))
                lite.executemany(f"INSERT INTO registry_{table} VALUES ({marks})", cursor)
        lite.executescript("""
            CREATE INDEX keys_covers ON registry_namekey (kind, key, born, person_id, sketch);
            CREATE INDEX people_named ON registry_personrow (name, born);
            CREATE INDEX orders_restrain ON registry_orderrow (restrained_id);
            ANALYZE;
        """)
    making.rename(path)


LOOKED_UP = (("personrow", "id"), ("party", "person_id"), ("caserow", "id"), ("orderrow", "case_id"))
"""What an inquiry reads besides the index of names, and by what."""


def bring_into_memory(url: str) -> None:
    """Have the database read what inquiries read, as one that is in use has it in memory."""
    with psycopg.connect(url, autocommit=True) as connection:
        for way in ("indexscan", "indexonlyscan", "bitmapscan"):
            connection.execute(f"SET enable_{way} = off".encode())
        for table, _ in LOOKED_UP:
            connection.execute(f"SELECT count(*) FROM registry_{table}".encode())
        connection.execute("RESET ALL")
        connection.execute("SET enable_seqscan = off")
        connection.execute("SET enable_bitmapscan = off")
        for table, column in LOOKED_UP:
            for later in (">=", "~>=~"):  # there is an index in the order of each
                connection.execute(f"SELECT count(*) FROM registry_{table} WHERE {column} {later} ''".encode())
        connection.execute("SELECT sum(sketch) FROM registry_namekey WHERE kind >= '' AND key >= ''")


def read_through(path: Path) -> None:
    """The same for a file."""
    with path.open("rb") as file:
        while file.read(1 << 24):
            pass


def question(one: Inquiry) -> tuple[str, list[Any]]:
    """The statement of an inquiry, as PostgreSQL takes it, and its values."""
    text, values = of_the_index(ByName(one.name, born=one.born, born_within_a_year=one.within))
    return WITH_ORDERS.format(found=text), values


def as_sqlite_takes_it(text: str, values: Sequence[Any]) -> tuple[str, dict[str, str]]:
    """The same statement, with a name for each value and arrays as JSON."""
    parts = text.split("%s")
    said, named = parts[0], {}
    for number, (value, part) in enumerate(zip(values, parts[1:], strict=True)):
        name = f"v{number}"
        if said.endswith("= ANY("):
            said, part = f"{said.removesuffix('= ANY(')}IN (SELECT value FROM json_each(", part.removeprefix("::text[]")
            value, part = f"[{value[1:-1]}]", f"){part}"
        said += f":{name}{part}"
        named[name] = value.isoformat() if isinstance(value, date) else str(value)
    return said, named


def datasette_requests(asked: Sequence[Inquiry], *, plain: bool) -> list[str]:
    """The inquiries as requests to Datasette."""
    found = []
    for one in asked:
        if plain:
            first, last = birth_range(one.born) if one.within else (one.born, one.born)
            text, values = PLAIN_QUESTION, {"name": one.name, "first": str(first), "last": str(last)}
        else:
            text, values = as_sqlite_takes_it(*question(one))
        path = f"/orders.json?{urlencode({'sql': ' '.join(text.split()), **values, '_shape': 'array'})}"
        found.append(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return found


def bare(url: str, asked: Sequence[Inquiry], seconds: float) -> tuple[float, list[float]]:
    """Lookups a second through one connection with prepared statements, and how long each took."""
    known = [question(one) for one in asked]
    took: list[float] = []
    with psycopg.connect(url, autocommit=True, prepare_threshold=0) as connection:
        until = time.perf_counter() + seconds
        began = time.perf_counter()
        while time.perf_counter() < until:
            at = time.perf_counter()
            connection.execute(*known[len(took) % len(known)]).fetchall()
            took.append((time.perf_counter() - at) * 1000)
        return len(took) / (time.perf_counter() - began), sorted(took)
