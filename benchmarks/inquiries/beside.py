"""What the registry is held against: Datasette over the same rows, and the bare lookup through psycopg."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg

from stayaway.registry.finding.dates import birth_range
from stayaway.registry.finding.keys import KeyKind, asked_keys
from stayaway.registry.finding.names import read_name

from .inquiries import Inquiry

PEOPLE = "SELECT id, name, born FROM registry_personrow"
KEYS = "SELECT kind, key, born, person_id FROM registry_namekey"
ORDERS = "SELECT id, case_id, restrained_id, issued, served, ends, spans FROM registry_orderrow"
SAME_QUESTION = """
SELECT p.id, p.name, p.born, o.id AS number, o.issued, o.served, o.ends, o.spans FROM people p
LEFT JOIN orders o ON o.restrained = p.id WHERE p.id IN (
SELECT person FROM keys WHERE kind = 'exact' AND key = :exact AND born BETWEEN :first AND :last
UNION SELECT person FROM keys
WHERE kind = 'surname' AND key IN (SELECT value FROM json_each(:surnames)) AND born BETWEEN :first AND :last
UNION SELECT person FROM keys
WHERE kind = 'given' AND key IN (SELECT value FROM json_each(:given)) AND born = :born
UNION SELECT person FROM keys WHERE kind = 'exact' AND key = :exact AND born IS NULL
UNION SELECT person FROM keys
WHERE kind = 'pair' AND key IN (SELECT value FROM json_each(:pairs)) AND born IS NULL) LIMIT 500
"""
"""The candidates of an inquiry with the orders that restrain them. Nobody judges or sorts them."""
PLAIN_QUESTION = """
SELECT p.id, p.name, p.born, o.id AS number, o.issued, o.served, o.ends, o.spans FROM people p
LEFT JOIN orders o ON o.restrained = p.id WHERE p.name = :name AND p.born BETWEEN :first AND :last LIMIT 500
"""
"""The very name as it was written, and a birth date: what somebody asks who has no keys. It misses whatever differs."""
BARE = """
SELECT p.id, p.name, p.born, o.id, o.issued, o.served, o.ends, o.spans FROM registry_personrow p
LEFT JOIN registry_orderrow o ON o.restrained_id = p.id WHERE p.id IN (
SELECT person_id FROM registry_namekey WHERE kind = 'exact' AND key = %(exact)s AND born BETWEEN %(first)s AND %(last)s
UNION ALL SELECT person_id FROM registry_namekey WHERE kind = 'surname' AND key = ANY(%(surnames)s)
AND born BETWEEN %(first)s AND %(last)s
UNION ALL SELECT person_id FROM registry_namekey WHERE kind = 'given' AND key = ANY(%(given)s) AND born = %(born)s
UNION ALL SELECT person_id FROM registry_namekey WHERE kind = 'exact' AND key = %(exact)s AND born IS NULL
UNION ALL SELECT person_id FROM registry_namekey WHERE kind = 'pair' AND key = ANY(%(pairs)s) AND born IS NULL)
LIMIT 500
"""


def make_sqlite(url: str, path: Path) -> None:
    """The rows of the registry in a file of SQLite, as Datasette serves one, with the same indexes."""
    if path.exists():
        return
    making = path.with_suffix(".making")
    making.unlink(missing_ok=True)
    with sqlite3.connect(making) as lite, psycopg.connect(url) as pg:
        lite.executescript("""
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT, born TEXT) WITHOUT ROWID;
            CREATE TABLE keys (kind TEXT, key TEXT, born TEXT, person TEXT);
            CREATE TABLE orders (
                id TEXT, "case" TEXT, restrained TEXT, issued TEXT, served TEXT, ends TEXT, spans TEXT);
        """)
        for table, text in (("people", f"{PEOPLE} ORDER BY id"), ("keys", KEYS), ("orders", ORDERS)):
            with pg.cursor(name=table) as cursor:
                cursor.itersize = 20_000
                cursor.execute(text.replace("born", "born::text").replace("spans", "spans::text"))
                marks = ", ".join("?" * len(cursor.description or ()))
                lite.executemany(f"INSERT INTO {table} VALUES ({marks})", cursor)
        lite.executescript("""
            CREATE INDEX keys_covers ON keys (kind, key, born, person);
            CREATE INDEX people_named ON people (name, born);
            CREATE INDEX orders_restrain ON orders (restrained);
            ANALYZE;
        """)
    making.rename(path)


def values_of(one: Inquiry) -> dict[str, Any]:
    """The keys and dates that an inquiry asks for."""
    name = read_name(one.name)
    keys: dict[KeyKind, list[str]] = {kind: [] for kind in KeyKind}
    for key in asked_keys(name):
        keys[key.kind].append(key.text)
    first, last = birth_range(one.born) if one.within else (one.born, one.born)
    return {
        "exact": keys[KeyKind.EXACT][0],
        "surnames": keys[KeyKind.SURNAME],
        "given": keys[KeyKind.GIVEN],
        "pairs": keys[KeyKind.PAIR],
        "first": first,
        "last": last,
        "born": one.born,
        "name": one.name,
    }


def datasette_requests(asked: Sequence[Inquiry], *, plain: bool) -> list[str]:
    """The inquiries as requests to Datasette. Its question has a name there, as a small court would set it up."""
    found = []
    for one in asked:
        values = values_of(one)
        if plain:
            query = {name: str(values[name]) for name in ("name", "first", "last")}
        else:
            query = {
                name: json.dumps(value) if isinstance(value, list) else str(value)
                for name, value in values.items()
                if name != "name"
            }
        path = f"/orders/{'plain' if plain else 'same'}.json?{urlencode({**query, '_shape': 'array'})}"
        found.append(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return found


def bare(url: str, asked: Sequence[Inquiry], seconds: float) -> tuple[float, list[float]]:
    """Lookups a second through one connection with a prepared statement, and how long each took."""
    known = [values_of(one) for one in asked]
    took: list[float] = []
    with psycopg.connect(url, autocommit=True, prepare_threshold=0) as connection:
        until = time.perf_counter() + seconds
        began = time.perf_counter()
        while time.perf_counter() < until:
            at = time.perf_counter()
            connection.execute(BARE, known[len(took) % len(known)]).fetchall()
            took.append((time.perf_counter() - at) * 1000)
        return len(took) / (time.perf_counter() - began), sorted(took)
