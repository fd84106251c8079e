"""Contacts against orders in bulk: `make bench-screening`. What is measured, and how the data is made up: README.md.

The orders are not 2.1 million papers: a few hundred real orders are compiled by the core, and their columns are given
to new people over and over. The contacts are columns too, in Parquet files, as screening prepares them from a log.
Each size runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import cedarpy
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks import decision
from stayaway.files import read_path
from stayaway.law.load import known_jurisdictions, law_book
from stayaway.model import (
    UTC as COURT,
)
from stayaway.model import (
    AsOf,
    CaseId,
    Channel,
    CivilCase,
    CriminalCase,
    Distance,
    Errand,
    Exemption,
    NoAbuse,
    NoContact,
    Order,
    OrderEntry,
    OrderEvent,
    OrderId,
    Papers,
    Person,
    PersonId,
    Stage,
    StayAway,
    Term,
    Unit,
)
from stayaway.reasoning.conduct import Contact, assess, compile_orders
from stayaway.screening.columns import ANYONE, CHANNELS, CONTACTS, NOT_TOLD, PLACES, TOWARD, words
from stayaway.screening.compiling import Columns, Compiled, compile_columns
from stayaway.screening.deciding import Decider
from stayaway.screening.engines import DuckDB
from stayaway.screening.screening import Screen
from stayaway.screening.telling import Told, columns_of

TEMPLATES, ORDERS, PART = 300, 2_100_000, 4_000_000
MILLION = 1_000_000
SAMPLE = 50_000
ROUNDS = 3


def templates() -> Papers:
    """A few hundred different orders, of many places, stages and terms, each between two people of its own."""
    chance = random.Random(6)
    people: dict[PersonId, Person] = {}
    orders: dict[OrderId, Order] = {}
    places = known_jurisdictions()
    for number in range(TEMPLATES):
        who, whom, child = (PersonId(f"{role}{number}") for role in ("r", "p", "c"))
        people |= {key: Person(key) for key in (who, whom, child)}
        place, key = chance.choice(places), CaseId(f"c{number}")
        civil = chance.random() < 0.6
        case = (
            CivilCase(key, place, COURT, petitioner=whom, respondent=who)
            if civil
            else CriminalCase(key, place, COURT, defendant=who, victims=(whom,))
        )
        exempt = chance.choice(
            [(), (Exemption(errand=Errand.COUNSEL),), (Exemption(about="children", by=frozenset({Channel.TEXT})),)]
        )
        terms: list[Term] = [
            NoContact(exemptions=exempt),
            NoAbuse(),
            StayAway((whom,), Distance(chance.choice([100.0, 150.0, 300.0]), Unit.YARDS)),
        ]
        terms = terms[: chance.randrange(1, 4)]
        issued = date(2023, chance.randrange(1, 13), chance.randrange(1, 28))
        served = (OrderEntry(OrderEvent.SERVED, issued),) if chance.random() < 0.8 else ()
        orders[OrderId(f"o{number}")] = Order(
            OrderId(f"o{number}"),
            case,
            who,
            (whom, child) if chance.random() < 0.3 else (whom,),
            stage=Stage.FINAL if civil else Stage.PRETRIAL,
            issued=issued,
            expires=issued.replace(year=issued.year + chance.choice([1, 2, 5])),
            terms=tuple(terms) if chance.random() < 0.98 else None,
            docket=served,
        )
    return Papers(people, {}, {order.case.id: order.case for order in orders.values()}, orders)


class Bulk(Decider):
    """Asks the core about the real order that a made-up one is a copy of."""

    roles: dict[int, list[int]]
    """The people of each real order, by role."""

    def decide(self, cells: Sequence[Any]) -> pa.Table:
        return super().decide([self._real(cell) for cell in cells])

    def _real(self, cell: Any) -> dict[str, Any]:
        order = cell["order"] % TEMPLATES
        who = self.compiled.people.number(self.compiled.orders[order].restrained)
        whom = cell["role"] if cell["role"] < 0 else self.roles[order][cell["role"]]
        return {**cell, "order": order, "who": who, "whom": whom}


def copied(real: Compiled, count: int) -> Columns:
    """The columns of `count` orders: copy after copy of the real ones, between new people."""
    copies, first = count // TEMPLATES, len(real.people.names)
    apart = np.arange(copies, dtype=np.int32)

    def spread(table: pa.Table, schema: pa.Schema) -> pa.Table:
        rows, made = table.num_rows, {}
        for field in schema:
            if pa.types.is_list(field.type):
                flat = table[field.name].combine_chunks()
                values = np.tile(flat.flatten().to_numpy(), copies) + np.repeat(apart * first, len(flat.flatten()))
                offsets = np.concatenate([[0], np.cumsum(np.tile(np.diff(flat.offsets.to_numpy()), copies))])
                made[field.name] = pa.ListArray.from_arrays(offsets.astype(np.int32), values.astype(np.int32))
                continue
            column = np.tile(table[field.name].to_numpy(), copies)
            if field.name in ("who", "whom"):
                column = column + np.repeat(apart * first, rows)
            elif field.name == "order":
                column = column + np.repeat(apart * TEMPLATES, rows)
            made[field.name] = pa.array(column, field.type)
        return pa.table(made, schema=schema)

    return Columns(spread(real.columns.toward, TOWARD), spread(real.columns.anyone, ANYONE), PLACES.empty_table())


def contacts(columns: Columns, count: int, seed: int) -> pa.Table:
    """Contacts of a year: one in five between two people of an order, three in ten by a restrained person to others."""
    chance = np.random.default_rng(seed)
    toward = columns.toward
    picked = chance.integers(0, toward.num_rows, count)
    who = toward["who"].to_numpy()[picked]
    whom = toward["whom"].to_numpy()[picked]
    kind = chance.random(count)
    others = np.int32(2_000_000_000)
    whom = np.where(kind < 0.2, whom, others - chance.integers(0, 50_000_000, count).astype(np.int32))
    who = np.where(kind < 0.5, who, others - 60_000_000 - chance.integers(0, 50_000_000, count).astype(np.int32))
    start = int(datetime(2024, 1, 1, tzinfo=UTC).timestamp())
    at = (start + chance.integers(0, 365 * 86400, count)) * 1_000_000
    told = [CHANNELS.index(channel) for channel in (Channel.PHONE, Channel.TEXT, Channel.TEXT, Channel.EMAIL)]
    zeros, nothing = np.zeros(count, np.int32), np.full(count, NOT_TOLD, np.int32)
    made = {
        "row": np.arange(count) + seed * PART,
        "at": at,
        "who": who,
        "whom": whom,
        "channel": np.array(told)[chance.integers(0, len(told), count)],
        "through": zeros,
        "about": zeros,
        "near": nothing,
        "place": nothing,
        "fold": nothing,
        "word": zeros,
        "marks": zeros,
    }
    empty = {name: pa.nulls(count, pa.float64()) for name in ("metres", "latitude", "longitude")}
    return (
        pa.table({**{name: pa.array(value) for name, value in made.items()}, **empty})
        .select(CONTACTS.names)
        .cast(CONTACTS)
    )


def measured(millions: int, orders: int, folder: Path, memory: str) -> dict[str, Any]:
    """Screening and the bare join over the same files, one after the other in this process."""
    book = law_book()
    real = compile_columns(templates(), book, (2023, 2025))
    columns = copied(real, orders)
    files = written(columns, millions, folder)
    bulk = replace(real, columns=columns)
    engine = DuckDB(memory=memory, spill=folder / "spill")
    screen = Screen(bulk, engine, words())
    screen.decider = Bulk(bulk, screen.words)
    by_role = {(one["order"], one["role"]): one["whom"] for one in real.columns.toward.to_pylist()}
    screen.decider.roles = {
        order: [by_role[order, role] for role in range(sum(key[0] == order for key in by_role))]
        for order in range(TEMPLATES)
    }
    hits = 0
    began = perf_counter()
    for file in files:
        engine.keep("hits", screen.found_in(file))
        hits += engine.connection.sql('SELECT count(*) FROM "hits"').fetchall()[0][0]
    ours = perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = 0
    began = perf_counter()
    for file in files:
        engine.connection.execute(
            'CREATE OR REPLACE TABLE bare AS SELECT c.row, o."order" '
            f"FROM read_parquet('{file}') c JOIN toward o ON c.who = o.who AND c.whom = o.whom"
        ).fetchall()
        pairs += engine.connection.sql("SELECT count(*) FROM bare").fetchall()[0][0]
    bare = perf_counter() - began
    return {
        "millions": millions,
        "orders": orders,
        "rows_of_orders": columns.toward.num_rows,
        "classes": len(real.classes),
        "questions": screen.asked,
        "hits": hits,
        "pairs": pairs,
        "seconds": ours,
        "bare": bare,
        "peak_mib": peak,
    }


def written(columns: Columns, millions: int, folder: Path) -> list[Path]:
    """The contacts as Parquet files of four million each; those that are there already are used again."""
    files = []
    for part in range(max(1, millions * MILLION // PART)):
        path = folder / f"contacts-{part:03}.parquet"
        if not path.exists():
            pq.write_table(contacts(columns, PART, part), path)
        files.append(path)
    return files if millions * MILLION >= PART else [cut(files[0], millions * MILLION, folder)]


def cut(path: Path, count: int, folder: Path) -> Path:
    """The first rows of a file, as a file."""
    short = folder / f"contacts-first-{count}.parquet"
    pq.write_table(pq.read_table(path).slice(0, count), short)
    return short


def sampled() -> Iterator[str]:
    """The same contacts and three orders by screening, by the scalar core and by Cedar's batch call."""
    book = law_book()
    papers = read_path(Path(decision.HERE) / "orders.yaml", book)
    every = list(decision.contacts())
    asked = (every * (SAMPLE // len(every) + 1))[:SAMPLE]
    told = [
        Told(
            Contact(
                PersonId(one.sender),
                PersonId(one.to),
                Channel(one.channel),
                through=None if one.through == "nobody" else one.through,
                about=one.about,
                distance=None if one.distance is None else Distance(one.distance / 100, Unit.METRES),
            ),
            AsOf(one.day),
        )
        for one in asked
    ]
    compiled, named = compile_columns(papers, book), words()
    columns = columns_of(told, compiled, named)
    ready = compile_orders(papers, book)
    requests = [
        {
            "principal": {"type": "Person", "id": one.sender},
            "action": {"type": "Action", "id": "contact"},
            "resource": {"type": "Person", "id": one.to},
            "context": {
                "channel": one.channel,
                "about": one.about,
                "through": one.through,
                "day": one.day.toordinal(),
                "distance": decision.NOT_NEAR if one.distance is None else one.distance,
            },
        }
        for one in asked
    ]
    policies = cedarpy.PolicySet.from_str((decision.HERE / "rules.cedar").read_text("utf-8"))
    entities = cedarpy.Entities.from_json_str("[]")

    def screening() -> set[int]:
        return set(Screen(compiled, DuckDB(), named).hits(columns)["row"].to_pylist())

    def scalar() -> set[int]:
        return {row for row, one in enumerate(told, 1) if assess(one.contact, ready, one.at).prohibited != "no"}

    def cedar() -> set[int]:
        results = cedarpy.is_authorized_batch(requests, policies, entities)
        return {row for row, one in enumerate(results, 1) if not one.allowed}

    ways = (
        {"screening": screening, "scalar core": scalar, f"cedarpy {cedarpy.__version__}": cedar}
        if hasattr(cedarpy, "__version__")
        else {"screening": screening, "scalar core": scalar, "cedarpy": cedar}
    )
    found = {name: way() for name, way in ways.items()}
    if len({frozenset(rows) for rows in found.values()}) != 1:
        sys.exit("the three do not name the same contacts")
    yield f"{SAMPLE} contacts, {len(found['screening'])} of them prohibited: all three name the same."
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            began = perf_counter()
            way()
            times[name].append(perf_counter() - began)
    ours = statistics.median(times["screening"])
    for name, figures in times.items():
        median = statistics.median(figures)
        yield f"  {name:14} {SAMPLE / median:12,.0f} contacts/s   {median / ours:6.1f}x the time of screening"


def main() -> None:
    """Measure each size in a process of its own, then the sample."""
    options = argparse.ArgumentParser()
    options.add_argument("--millions", type=int, nargs="*", default=[1, 4, 16, 20])
    options.add_argument("--orders", type=int, default=ORDERS)
    options.add_argument("--memory", default="8GB")
    options.add_argument("--folder", type=Path)
    options.add_argument("--one", type=int)
    given = options.parse_args()
    if given.one is not None:
        print(json.dumps(measured(given.one, given.orders, given.folder, given.memory)))
        return
    print(f"Python {platform.python_version()}, {platform.machine()}, DuckDB held to {given.memory}")
    with TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(exist_ok=True)
        for millions in given.millions:
            again = [sys.executable, "-m", "benchmarks.screening", "--one", str(millions)]
            again += ["--orders", str(given.orders), "--memory", given.memory, "--folder", str(folder)]
            told = json.loads(subprocess.run(again, check=True, capture_output=True, text=True).stdout)
            print(
                f"{millions:3} million contacts, {told['orders']:,} orders in {told['classes']} classes: "
                f"{told['seconds']:6.1f} s, {millions * MILLION / told['seconds']:12,.0f} contacts/s, "
                f"{told['hits']:,} hits, {told['questions']:,} questions, peak {told['peak_mib']:,.0f} MiB; "
                f"bare join {told['bare']:6.1f} s, {told['pairs']:,} pairs, ratio {told['seconds'] / told['bare']:.2f}",
                flush=True,
            )
    for line in sampled():
        print(line)


if __name__ == "__main__":
    main()
