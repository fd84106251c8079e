"""Putting the invented cases on record by PostgreSQL's COPY: 2.1 million through `record` would take most of a day.

What is written is what `record` would have written: the lines of the journal, chained by `chain.hash_of`; the rows by
`rows` and `search_keys`. The core is asked once for each order that differs in more than its people, and the
answer is written for all that are alike. `checked` then folds some of the cases from the journal and compares, and
follows the chain. Left out, since no inquiry reads them: secrets, attached papers and tasks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from multiprocessing import get_context
from random import Random
from typing import Any

import psycopg

from .people import Invented, InventedCase, cases

BEGAN = datetime(2026, 6, 2, tzinfo=UTC)
COURTS = 60
KINDS: tuple[tuple[str, dict[str, Any], int | None], ...] = (
    ("civil", {"stage": "final"}, 730),
    ("civil", {"stage": "final"}, 1826),
    ("civil", {"stage": "temporary"}, 14),
    ("criminal", {"stage": "pretrial", "until": "case_disposition"}, None),
    ("criminal", {"stage": "sentence"}, 1826),
)
"""The kind of the case, what its order says of itself, and for how many days it was made."""
TERMS = ["no_abuse", {"no_contact": {"except": ["counsel"]}}]
SEED = 20_26


class _Line:
    """An entry as `chain.hash_of` reads one: a model would take longer to make than to hash."""

    client = why = document = secret_digest = ""
    corrects = None
    version = 1
    acting = ""


def load(url: str, orders: int, courts: list[tuple[str, str, str]]) -> None:
    """Write everything, in two processes: the people with their keys, and the cases with the journal."""
    with psycopg.connect(url, autocommit=True) as connection:
        indexes = _without_indexes(connection)
        context = get_context("spawn")
        writers = [context.Process(target=write, args=(url, orders, courts)) for write in (write_people, write_cases)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        if any(writer.exitcode for writer in writers):
            raise SystemExit("loading failed")
        for statement in indexes:
            connection.execute(statement)
        connection.execute("VACUUM (ANALYZE)")
        connection.execute("CHECKPOINT")


def _without_indexes(connection: psycopg.Connection) -> list[str]:
    """Take the indexes away that are no constraint, and return what makes them again."""
    found = connection.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename IN ('registry_namekey',"
        " 'registry_personrow', 'registry_party', 'registry_orderrow', 'registry_caserow')"
        " AND indexname NOT IN (SELECT conname FROM pg_constraint)"
    ).fetchall()
    for name, _ in found:
        connection.execute(f'DROP INDEX "{name}"')
    return [text for _, text in found]


class _Copies:
    """Several tables being copied into at once, each by a connection of its own."""

    def __init__(self, url: str, stack: ExitStack, **columns: str) -> None:
        self._copies: dict[str, psycopg.Copy] = {}
        self._waiting: dict[str, list[str]] = {table: [] for table in columns}
        for table, names in columns.items():
            connection = stack.enter_context(psycopg.connect(url))
            # The rows come as they are known to hold together; the references are not looked up one by one.
            connection.execute("SET session_replication_role = replica")
            cursor = stack.enter_context(connection.cursor())
            self._copies[table] = stack.enter_context(cursor.copy(f"COPY registry_{table} ({names}) FROM STDIN"))

    def write(self, table: str, line: str) -> None:
        """One row, as COPY's text has it."""
        waiting = self._waiting[table]
        waiting.append(line)
        if len(waiting) == 2000:
            self.flush(table)

    def flush(self, *tables: str) -> None:
        """Hand over what waits."""
        for table in tables or self._copies:
            self._copies[table].write("".join(self._waiting[table]))
            self._waiting[table].clear()


def write_people(url: str, orders: int, courts: list[tuple[str, str, str]]) -> None:
    """The rows of the people, and the keys by which they are found."""
    _prepare()
    from stayaway.registry.finding.keys import KEYS_EDITION
    from stayaway.registry.finding.names import read_name
    from stayaway.registry.finding.sketches import index_entries

    with ExitStack() as stack:
        copies = _Copies(
            url,
            stack,
            personrow="id, name, born, version, same_as, facts, descriptors, keys_edition",
            namekey="key, kind, born, person_id, sketch",
        )
        for case in cases(orders, SEED, len(KINDS), len(courts)):
            for one in case.new:
                born = one.born.isoformat() if one.born else r"\N"
                facts = json.dumps(facts_of(one))
                copies.write("personrow", f"{one.id}\t{one.name}\t{born}\t1\t\t{facts}\t{{}}\t{KEYS_EDITION}\n")
                for key, sketch in index_entries(read_name(one.name)):
                    copies.write("namekey", f"{key.text}\t{key.kind.value}\t{born}\t{one.id}\t{sketch}\n")
        copies.flush()


def write_cases(url: str, orders: int, courts: list[tuple[str, str, str]]) -> None:
    """The journal, chained, and the rows of the cases and orders."""
    _prepare()
    from stayaway.registry.chain import COVERED, hash_of
    from stayaway.registry.secret_fields import canonical

    columns = [*COVERED, "recorded", "hash"]
    number, previous = 0, ""
    with ExitStack() as stack:
        copies = _Copies(
            url,
            stack,
            entry=", ".join(columns),
            caserow="id, kind, court_id, keeper_id, jurisdiction, number, number_key, version, updated, is_sealed,"
            " is_foreign, tells_restrained, folded",
            party="case_id, person_id, role",
            orderrow="id, case_id, restrained_id, protects, instrument, stage, issued, served, ends, spans, law,"
            " time_zone",
        )
        for case in cases(orders, SEED, len(KINDS), len(courts)):
            court = courts[case.court]
            recorded = BEGAN + timedelta(seconds=case.number)
            steps = steps_of(case, court)
            for version, (stream, what, happened, facts, acting) in steps:
                number += 1
                line: Any = _Line()
                line.number, line.stream, line.version, line.what = number, stream, version, what
                line.happened, line.facts, line.acting, line.recorded = happened, canonical(facts), acting, recorded
                line.account, line.agency, line.court = "u" + "0" * 20, court[0], court[0]
                line.post = "civil_clerk" if KINDS[case.kind][0] == "civil" else "criminal_clerk"
                line.previous = previous
                line.hash = previous = hash_of(line)
                copies.write("entry", "\t".join([_text(getattr(line, name)) for name in columns]) + "\n")
            _write_rows(copies, case, court, number)
        copies.flush()
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE registry_head SET number = %s, hash = %s", (number, previous))


def steps_of(case: InventedCase, court: tuple[str, str, str]) -> list[tuple[int, tuple[str, str, str, Any, str]]]:
    """The entries of a case, each with the version that it makes: stream, what, when, the facts, and who acted."""
    kind, _, _ = KINDS[case.kind]
    on = case.issued.isoformat()
    steps: list[tuple[int, tuple[str, str, str, Any, str]]] = [
        (1, (one.id, "person_recorded", on, facts_of(one), "")) for one in case.new
    ]
    acting = "protected_person" if kind == "civil" else ""
    steps.append((1, (case.id, "case_opened", on, {"case": about(case, court)}, acting)))
    steps.append((2, (case.id, "order_recorded", on, {"order": case.order, "file": file_of_order(case)}, "")))
    if case.served_after is not None:
        entry = served(case)
        steps.append((3, (case.id, "order_event", entry["on"], {"order": case.order, "entry": entry}, "")))
    return steps


def facts_of(one: Invented) -> dict[str, str]:
    """What the journal says of a person."""
    return {"name": one.name, **({"born": one.born.isoformat()} if one.born else {})}


def about(case: InventedCase, court: tuple[str, str, str]) -> dict[str, Any]:
    """What the journal says of a case."""
    kind, _, _ = KINDS[case.kind]
    parties: dict[str, Any] = {"petitioner": case.protected.id, "respondent": case.restrained.id}
    if kind == "criminal":
        parties = {"defendant": case.restrained.id, "victims": [case.protected.id]}
    number = f"{case.issued.year % 100:02}-{case.number:07}"
    return {"kind": kind, "jurisdiction": court[2], "court": court[1], "number": number, **parties}


def file_of_order(case: InventedCase) -> dict[str, Any]:
    """What the journal says of an order."""
    _, known, days = KINDS[case.kind]
    ends = {} if days is None else {"expires": (case.issued + timedelta(days=days)).isoformat()}
    return {
        "case": case.id,
        "restrained": case.restrained.id,
        "protects": [case.protected.id],
        "issued": case.issued.isoformat(),
        "terms": TERMS,
        **known,
        **ends,
    }


def served(case: InventedCase) -> dict[str, str]:
    """The entry of its service."""
    return {"on": (case.issued + timedelta(days=case.served_after or 0)).isoformat(), "entry": "served"}


def _write_rows(copies: _Copies, case: InventedCase, court: tuple[str, str, str], number: int) -> None:
    found, file = about(case, court), file_of_order(case)
    if case.served_after is not None:
        file["docket"] = [served(case)]
    folded = json.dumps({"case": found, "places": {}, "orders": {case.order: file}})
    said, version = found["number"], 2 if case.served_after is None else 3
    copies.write(
        "caserow",
        f"{case.id}\t{found['kind']}\t{court[0]}\t{court[0]}\t{court[2]}\t{said}\t{said.replace('-', '')}\t{version}"
        f"\t{number}\tf\tf\tt\t{folded}\n",
    )
    copies.write("party", f"{case.id}\t{case.restrained.id}\trestrained\n{case.id}\t{case.protected.id}\tprotected\n")
    row = like(case.kind, court[2], case.issued, case.served_after)
    protects = json.dumps([case.protected.id])
    copies.write("orderrow", f"{case.order}\t{case.id}\t{case.restrained.id}\t{protects}\t{row}\n")


@lru_cache(maxsize=200_000)
def like(kind: int, place: str, issued: date, served_after: int | None) -> str:
    """The row of every order that differs in its people alone, as the core and the projections make it for one."""
    from stayaway.registry.folding import papers_of
    from stayaway.registry.models import CaseRow
    from stayaway.registry.rows import order_rows

    one, other = (Invented(f"p{digit:020x}", "A", "", "B", None) for digit in (1, 2))
    case = InventedCase(0, "c" + "1" * 20, "o" + "1" * 20, one, other, (), kind, 0, issued, served_after)
    file = file_of_order(case)
    if served_after is not None:
        file["docket"] = [served(case)]
    people = {person.id: {"name": person.name} for person in (one, other)}
    papers = papers_of(
        {"people": people, "cases": {case.id: about(case, ("", "Court", place))}, "orders": {case.order: file}}
    )
    (row,) = order_rows(CaseRow(id=case.id), papers)
    return "\t".join(
        (row.instrument, row.stage, row.issued, row.served, row.ends, json.dumps(row.spans), row.law, row.time_zone)
    )


def _text(value: Any) -> str:
    """A value as COPY's text has it."""
    if value is None:
        return r"\N"
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value).replace("\\", r"\\")


def _prepare() -> None:
    import django

    django.setup()


def checked(sample: int, last: int) -> int:
    """Fold some cases from the journal and compare every row of theirs; follow the chain over its last entries.

    Returns how many cases were compared. Raises AssertionError where anything differs.
    """
    from stayaway.registry.chain import broken
    from stayaway.registry.folding import Folded, file_of, fold, papers_of
    from stayaway.registry.journal import lines_of_cases
    from stayaway.registry.models import CaseRow, Head, NameKey, OrderRow, Party, PersonRow
    from stayaway.registry.rows import case_row, name_keys, order_rows, parties, person_row

    assert not list(broken(max(0, Head.objects.get().number - last))), "the chain does not hold"
    chosen = Random(1).choices(range(CaseRow.objects.count()), k=sample)
    ids = [CaseRow.objects.order_by("id").values_list("id", flat=True)[chosen[0]]]
    ids += CaseRow.objects.filter(id__gte=ids[0]).order_by("id").values_list("id", flat=True)[: sample - 1]
    for case in ids:
        folded = fold(lines_of_cases([case], secrets=True))
        kept = CaseRow.objects.get(id=case)
        row = case_row(case, folded, kept.updated)
        papers = papers_of(file_of(Folded(folded.people, folded.cases, folded.versions)))
        _same([row], [kept])
        _same(order_rows(row, papers), OrderRow.objects.filter(case=case))
        _same(parties(row, folded.cases[case], papers), Party.objects.filter(case=case).order_by("person_id"))
        for person in folded.people:
            made = person_row(person, folded)
            _same([made], PersonRow.objects.filter(id=person))
            keys = name_keys(made)
            found = NameKey.objects.filter(person=person)
            assert {_of_key(key) for key in keys} == {_of_key(key) for key in found}
    return len(ids)


def _of_key(row: Any) -> tuple[Any, ...]:
    return row.kind, row.key, row.born, row.sketch


def _same(made: Iterable[Any], kept: Iterable[Any]) -> None:
    def values(row: Any) -> dict[str, Any]:
        return {one.attname: getattr(row, one.attname) for one in row._meta.fields if one.attname != "id" or row.pk}

    ours, theirs = ([values(row) for row in rows] for rows in (made, kept))
    for one in (*ours, *theirs):
        if isinstance(one.get("id"), int) or one.get("id") is None:
            one.pop("id", None)
    assert ours == theirs, (ours, theirs)
