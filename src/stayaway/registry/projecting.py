"""The projections: tables of what stands now, made from what was folded. All of them can be remade from the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from stayaway.law.load import law_book
from stayaway.model import Answer, AsOf, Order, OrderId, Papers, fold_order
from stayaway.reasoning.changes import timeline
from stayaway.reasoning.conduct import CompiledOrders, compile_orders

from .entries import What
from .finding.identifiers import identifier_key
from .finding.keys import KEYS_EDITION
from .finding.names import read_name
from .finding.sketches import index_entries
from .folding import Folded, FoldedCase, FoldedPerson, file_of, fold, papers_of, people_in
from .journal import lines_of, lines_of_cases, lock_head
from .models import (
    Appearance,
    CaseRow,
    Consent,
    Entry,
    IdentifierKey,
    NameKey,
    OrderRow,
    Party,
    PersonRow,
    Task,
)
from .secret_fields import keyed_digest
from .work import tasks_of

LONGEST_NAME, LONGEST_NUMBER = 300, 80
"""How much of a name or a case number the tables hold. The journal holds all of it."""


def project(folded: Folded, streams: Iterable[str], number: int, now: datetime) -> None:
    """Bring the projections of some streams up to date. A case rests on its people too."""
    people = [stream for stream in streams if stream in folded.people]
    cases = [stream for stream in streams if stream in folded.cases]
    for person in people:
        _project_person(person, folded)
    for case in cases:
        _project_case(case, folded, number, now)


def rebuild(now: datetime) -> int:
    """Remake every projection from the journal alone, in one transaction. Returns how many streams there were."""
    with transaction.atomic():
        lock_head()
        for model in (Task, Appearance, Consent, Party, OrderRow, NameKey, IdentifierKey, CaseRow, PersonRow):
            model.objects.all().delete()
        latest = dict(Entry.objects.order_by("number").values_list("stream", "number"))
        people = sorted(stream for stream in latest if stream.startswith("p"))
        for person in people:
            _project_person(person, fold(lines_of([person], secrets=True)))
        for case in sorted(stream for stream in latest if stream.startswith("c")):
            _project_case(case, fold(lines_of_cases([case], secrets=True)), latest[case], now)
    return len(latest)


def refresh(now: datetime) -> int:
    """Bring up to date what changes with the days alone: the tasks of every case where one has begun.

    Each case by itself, so that nobody who writes waits for long. Returns how many cases there were.
    """
    begun = Task.objects.filter(begins__lte=now.date()).values_list("case_id", flat=True).distinct()
    cases = sorted(begun)
    for case in cases:
        with transaction.atomic():
            lock_head()
            row = CaseRow.objects.get(id=case)
            _project_case(case, fold(lines_of_cases([case], secrets=True)), row.updated, now)
    return len(cases)


def differences() -> list[str]:
    """What the projections say otherwise than the journal: the streams whose rows are not what they should be."""
    found = []
    with transaction.atomic():
        for case in CaseRow.objects.order_by("id").iterator(500):
            folded = fold(lines_of_cases([case.id], secrets=True))
            if case.id not in folded.cases or case.folded != _kept(folded.cases[case.id]):
                found.append(case.id)
        for person in PersonRow.objects.order_by("id").iterator(500):
            one = fold(lines_of([person.id])).people.get(person.id)
            if one is None or person.facts != one.facts or person.descriptors != one.descriptors:
                found.append(person.id)
        kept = {*CaseRow.objects.values_list("id", flat=True), *PersonRow.objects.values_list("id", flat=True)}
        found += sorted(set(Entry.objects.exclude(what=What.LOOKS_SEALED).values_list("stream", flat=True)) - kept)
    return found


def _project_person(person: str, folded: Folded) -> None:
    one = folded.people[person]
    row = person_row(person, folded)
    row.save()
    NameKey.objects.filter(person=row).delete()
    NameKey.objects.bulk_create(name_keys(row, one))
    IdentifierKey.objects.filter(person=row).delete()
    IdentifierKey.objects.bulk_create(identifier_keys(row, one))
    Consent.objects.filter(person=row).delete()
    Consent.objects.bulk_create(
        Consent(person=row, agency=agency, until=date.fromisoformat(until)) for agency, until in one.consents.items()
    )


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


def name_keys(row: PersonRow, person: FoldedPerson) -> list[NameKey]:
    """The keys under which a person is found by name: by every name that they go by."""
    names = [person.facts.get("name", ""), *person.descriptors.get("also_known_as", ())]
    entries = {entry for name in names if name for entry in index_entries(read_name(name))}
    return [
        NameKey(key=key.text, kind=key.kind.value, sketch=drawn, born=row.born, person_id=row.id)
        for key, drawn in sorted(entries)
    ]


def identifier_keys(row: PersonRow, person: FoldedPerson) -> list[IdentifierKey]:
    """The digests under which a person is found by a number."""
    numbers: Mapping[str, str] = person.secrets.get("identifiers", {})
    return [
        IdentifierKey(kind=kind, digest=keyed_digest(f"{kind}:{identifier_key(number)}"), person=row)
        for kind, number in numbers.items()
    ]


def _project_case(case: str, folded: Folded, number: int, now: datetime) -> None:
    one = folded.cases[case]
    row = case_row(case, folded, number)
    row.save()
    for model in (OrderRow, Party, Appearance, Task):
        model.objects.filter(case=row).delete()
    alone = Folded(folded.people, {case: one}, folded.versions)
    # A sealed case has its rows too, which nobody is shown: its orders end like others, and their ids are taken.
    papers = papers_of(file_of(alone, sealed=True))
    OrderRow.objects.bulk_create(order_rows(row, papers))
    Party.objects.bulk_create(parties(row, one, papers))
    Appearance.objects.bulk_create(
        Appearance(case=row, account=found["account"], agency=found.get("agency", ""), person=found.get("person", ""))
        for found in one.appearances.values()
    )
    Task.objects.bulk_create(task_rows(row, one, papers, now))


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
        for work in tasks_of(papers, case, now)
    ]


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
