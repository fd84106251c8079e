"""The rows that the journal makes: pure functions of what was folded, so that they can be written or only compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Model

from stayaway.law.load import law_book
from stayaway.model import Answer, AsOf, Order, OrderId, Papers, fold_order
from stayaway.reasoning.changes import timeline
from stayaway.reasoning.conduct import CompiledOrders, compile_orders

from .days import today_in
from .edition import edition
from .finding.identifiers import identifier_key, identifier_kind, identifier_text
from .finding.keys import KEYS_EDITION
from .finding.names import read_name
from .finding.sketches import index_entries
from .folding import Folded, FoldedCase, FoldedPerson, file_of, papers_of, people_in
from .models import (
    Appearance,
    CaseRow,
    Consent,
    IdentifierKey,
    NameKey,
    OrderRow,
    Party,
    PersonRow,
    Task,
)
from .secret_fields import keyed_digest
from .work import Work, tasks_of

LONGEST_NAME, LONGEST_NUMBER = 300, 80
"""How much of a name or a case number the tables hold. The journal holds all of it."""


def person_rows(person: str, folded: Folded) -> list[Model]:
    """All rows of a person, their own first, not saved."""
    one, row = folded.people[person], person_row(person, folded)
    return [row, *name_keys(row), *identifier_keys(row, one), *consents(row, one)]


def person_row(person: str, folded: Folded) -> PersonRow:
    """The row of a person, not saved."""
    one = folded.people[person]
    born = one.facts.get("born")
    return PersonRow(
        id=person,
        name=one.facts.get("name", "")[:LONGEST_NAME],
        born=date.fromisoformat(str(born)) if born else None,
        version=folded.versions[person],
        same_as=one.same_as,
        facts=one.facts,
        descriptors=one.descriptors,
        keys_edition=KEYS_EDITION,
    )


def name_keys(row: PersonRow) -> list[NameKey]:
    """The keys under which a person is found by name: by every name that they go by."""
    names = [row.facts.get("name", ""), *row.descriptors.get("also_known_as", ())]
    entries = {entry for name in names if name for entry in index_entries(read_name(name))}
    return [
        NameKey(key=key.text, kind=key.kind.value, sketch=drawn, born=row.born, person_id=row.id)
        for key, drawn in sorted(entries)
    ]


def identifier_keys(row: PersonRow, person: FoldedPerson) -> list[IdentifierKey]:
    """The digests under which a person is found by a number."""
    numbers: Mapping[str, str] = person.secrets.get("identifiers", {})
    # A number that was written under two names of its kind is one.
    texts = {identifier_text(kind, number): identifier_kind(kind) for kind, number in numbers.items()}
    return [IdentifierKey(kind=kind, digest=keyed_digest(text), person=row) for text, kind in texts.items()]


def consents(row: PersonRow, person: FoldedPerson) -> list[Consent]:
    """The programs that a person lets see their records."""
    return [
        Consent(person_id=row.id, agency=agency, until=date.fromisoformat(until))
        for agency, until in person.consents.items()
    ]


def case_rows(case: str, folded: Folded, number: int, papers: Papers | None = None) -> list[Model]:
    """All rows of a case whose latest entry has this number, its own first, but for its tasks; not saved."""
    one, row = folded.cases[case], case_row(case, folded, number)
    alone = papers_alone(case, folded) if papers is None else papers
    return [row, *order_rows(row, alone), *parties(row, one, alone), *appearances(row, one)]


def papers_alone(case: str, folded: Folded) -> Papers:
    """The papers of a case by itself.

    Of a sealed one too: its rows are shown to nobody, but its orders end like others, and their ids are taken.
    """
    return papers_of(file_of(Folded(folded.people, {case: folded.cases[case]}, folded.versions), sealed=True))


def appearances(row: CaseRow, case: FoldedCase) -> list[Appearance]:
    """The lawyers who appear in a case."""
    return [
        Appearance(
            case_id=row.id, account=found["account"], agency=found.get("agency", ""), person=found.get("person", "")
        )
        for found in case.appearances.values()
    ]


def case_row(case: str, folded: Folded, number: int) -> CaseRow:
    """The row of a case whose latest entry has this number, not saved."""
    one = folded.cases[case]
    return CaseRow(
        id=case,
        kind=one.case["kind"],
        court_id=one.court or None,
        keeper_id=one.keeper,
        jurisdiction=one.case.get("jurisdiction", ""),
        number=one.case.get("number", "")[:LONGEST_NUMBER],
        number_key=identifier_key(one.case.get("number", ""))[:LONGEST_NUMBER],
        version=folded.versions[case],
        updated=number,
        is_sealed=one.is_sealed,
        is_foreign=one.foreign,
        tells_restrained=one.tells_restrained,
        folded=_kept(one),
    )


def task_rows(row: CaseRow, case: FoldedCase, papers: Papers, now: datetime) -> list[Task]:
    """What is to be done about a case, by the agency that keeps it; nothing while it is sealed."""
    if case.is_sealed:
        return []
    return [
        Task(case=row, order=work.order, kind=work.kind.value, agency_id=case.keeper, begins=work.begins, due=work.due)
        for work in _tasks(row, case, papers, now)
    ]


def _tasks(row: CaseRow, case: FoldedCase, papers: Papers, now: datetime) -> list[Work]:
    """What is to be done now, and what will be once the standing of an order turns by time alone.

    What begins later is told of beforehand, or else nobody would look at the case again on that day.
    """
    found = {(work.order, work.kind): work for work in tasks_of(papers, case, now)}
    for day, at in _turns(row, papers, now):
        for work in tasks_of(papers, case, at):
            found.setdefault((work.order, work.kind), replace(work, begins=max(work.begins, day)))
    return list(found.values())


def _turns(row: CaseRow, papers: Papers, now: datetime) -> list[tuple[date, datetime]]:
    """The days ahead on which the standing of an order turns, each with its noon there."""
    days = {
        (date.fromisoformat(str(first)), order.time_zone)
        for order in order_rows(row, papers)
        for first, *_ in order.spans
        if str(first) > today_in(order.time_zone, now).isoformat()
    }
    return sorted((day, datetime.combine(day, time(12), ZoneInfo(zone))) for day, zone in days)


def _kept(case: FoldedCase) -> dict[str, Any]:
    """What a case's row holds of it: no secret."""
    return {"case": case.case, "places": case.places, "orders": case.orders}


def order_rows(row: CaseRow, papers: Papers) -> list[OrderRow]:
    """The rows of a case's orders, with how the standing of each runs over the days."""
    spans: dict[OrderId, list[list[str | None]]] = {key: [] for key in papers.orders}
    compiled = compile_orders(papers, law_book())
    for key, order in papers.orders.items():
        spans[key] += _before_every_day(order, compiled)
    for span in timeline(compiled):
        last = span.until.isoformat() if span.until else None
        spans[span.order].append([span.start.isoformat(), last, span.in_force.value, span.enforceable.value])
    return [_order_row(row, order, spans[key]) for key, order in papers.orders.items()]


def _before_every_day(order: Order, compiled: CompiledOrders) -> list[list[str | None]]:
    """How an order stands before the first day that its papers tell of: unsure, if nobody knows when it began."""
    days = compiled.moments[order.id].days
    before = days[0] - timedelta(days=1) if days else date.min
    found = compiled.standing_of(order, AsOf(before))
    if found.in_force is Answer.NO:
        return []
    return [[date.min.isoformat(), before.isoformat() if days else None, found.in_force.value, found.enforceable.value]]


def _order_row(row: CaseRow, order: Order, spans: list[list[str | None]]) -> OrderRow:
    state = fold_order(order, AsOf(date.max))
    return OrderRow(
        id=order.id,
        case=row,
        restrained_id=order.restrained,
        protects=list(order.protects),
        instrument=order.instrument or "",
        stage=order.stage.value if order.stage else "",
        issued=_said(order.issued),
        served=_said(state.served or state.noticed),
        ends=_said(state.ends),
        spans=spans,
        law=edition(),
        time_zone=order.case.time_zone.key,
    )


def parties(row: CaseRow, case: FoldedCase, papers: Papers) -> list[Party]:
    """Who is named in a case, and as what."""
    roles: dict[str, str] = {}
    for order in papers.orders.values():
        roles.setdefault(order.restrained, "restrained")
        for protected in order.protects:
            roles.setdefault(protected, "protected")
    about = case.case
    for name in (about.get("respondent"), about.get("defendant")):
        if name:
            roles.setdefault(name, "restrained")
    for name in (about.get("petitioner"), *about.get("victims", ())):
        if name:
            roles.setdefault(name, "protected")
    for name in about.get("witnesses", ()):
        roles.setdefault(name, "witness")
    for name in people_in(about) | people_in(case.orders):
        roles.setdefault(name, "named")
    return [Party(case_id=row.id, person_id=person, role=role) for person, role in sorted(roles.items())]


def _said(moment: object) -> str:
    return "" if moment is None else str(moment.isoformat() if isinstance(moment, date) else moment)
