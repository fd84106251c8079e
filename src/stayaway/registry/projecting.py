"""The projections: tables of what stands now, made from what was folded. All of them can be remade from the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q

from stayaway.files.faults import FileFaults

from .comparing import are_same, batches, by_owner
from .days import latest_day
from .edition import edition
from .entries import Line, What
from .folding import Folded, fold, people_in
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
    Secret,
    Task,
)
from .rows import case_rows, papers_alone, person_rows, task_rows
from .secret_fields import Unreadable


def project(folded: Folded, latest: Mapping[str, int], now: datetime) -> None:
    """Bring the projections of some streams up to date, each with the number of its latest entry.

    A case rests on its people too.
    """
    for person in (stream for stream in latest if stream in folded.people):
        _project_person(person, folded)
    for case in (stream for stream in latest if stream in folded.cases):
        project_case(case, folded, latest[case], now)


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
            project_case(case, fold(lines_of_cases([case], secrets=True)), latest[case], now)
    return len(latest)


def refresh(now: datetime) -> int:
    """Bring up to date what changes with the days alone: the tasks of every case where one has begun anywhere.

    Each case by itself, so that nobody who writes waits for long. Returns how many cases there were.
    """
    begun = Task.objects.filter(begins__lte=latest_day(now)).values_list("case_id", flat=True).distinct()
    cases = sorted(begun)
    for case in cases:
        # One that this release cannot read keeps its tasks, and holds up no other.
        with suppress(FileFaults), transaction.atomic():
            lock_head()
            row = CaseRow.objects.get(id=case)
            project_case(case, fold(lines_of_cases([case], secrets=True)), row.updated, now)
    return len(cases)


OF_CASES = {OrderRow: "case_id", Party: "case_id", Appearance: "case_id"}
OF_PEOPLE = {NameKey: "person_id", IdentifierKey: "person_id", Consent: "person_id"}
"""The tables with rows of a case and of a person, and the field that says whose they are."""


def differences(among: Sequence[str] | None = None) -> list[str]:
    """What the projections say otherwise than the journal: the streams with a row that is changed, missing or too many.

    Every field of every row is compared with what the journal makes now, under the law as it is now. Tasks are left
    out: they go by the day on which they were told, and are told anew each day. `among`: only of these streams, few
    enough to name at once; None: of all.
    """
    found: list[str] = []
    chosen = Q() if among is None else Q(id__in=among)
    with transaction.atomic():
        for cases in batches(CaseRow.objects.filter(chosen)):
            found += _cases_that_differ(cases)
        for people in batches(PersonRow.objects.filter(chosen)):
            found += _people_that_differ(people)
        found += _without_rows(Q() if among is None else Q(stream__in=among))
    return found


def _cases_that_differ(cases: Sequence[CaseRow]) -> Iterator[str]:
    ids = [case.id for case in cases]
    kept = by_owner(OF_CASES, ids)
    lines: dict[str, list[Line]] = {}
    for line in lines_of_cases(ids):
        lines.setdefault(line.stream, []).append(line)
    for case in cases:
        own = lines.get(case.id, [])
        people = {person for line in own for person in people_in(line.facts)}
        around = [line for person in sorted(people) for line in lines.get(person, ())]
        try:
            folded = fold(sorted([*own, *around], key=lambda line: line.number))
            made = case_rows(case.id, folded, own[-1].number if own else 0)
        except (KeyError, FileFaults):  # the journal does not say what it said when the rows were made
            yield case.id
            continue
        if not are_same(as_outdated(made, kept[case.id]), [case, *kept[case.id]]):
            yield case.id


def as_outdated(made: Iterable[Model], kept: Iterable[Model]) -> list[Model]:
    """Rows as the journal makes them, with the spans of orders that were told under other law left as they are kept.

    Nobody believes those: they are worked out anew wherever they are looked at.
    """
    spans = {row.pk: row.spans for row in kept if isinstance(row, OrderRow) and row.law != edition()}
    rows = list(made)
    for row in rows:
        if isinstance(row, OrderRow) and row.pk in spans:
            row.spans = spans[row.pk]
    return rows


def _people_that_differ(people: Sequence[PersonRow]) -> Iterator[str]:
    ids = [person.id for person in people]
    kept = by_owner(OF_PEOPLE, ids)
    lines: dict[str, list[Line]] = {}
    try:
        for line in lines_of(ids, secrets=True):
            lines.setdefault(line.stream, []).append(line)
    except (Unreadable, Secret.DoesNotExist):
        if len(people) == 1:
            yield ids[0]
            return
        for person in people:  # one of them cannot be opened: each by itself
            yield from _people_that_differ([person])
        return
    for person in people:
        try:
            made = person_rows(person.id, fold(lines.get(person.id, [])))
        except KeyError:
            yield person.id
            continue
        if not are_same(made, [person, *kept[person.id]]):
            yield person.id


def _without_rows(chosen: Q) -> list[str]:
    """The streams of the journal that have no row at all."""
    found = Entry.objects.filter(chosen).exclude(what=What.LOOKS_SEALED)
    for model in (CaseRow, PersonRow):
        found = found.exclude(Exists(model.objects.filter(id=OuterRef("stream"))))
    return sorted(found.values_list("stream", flat=True).distinct())


def _project_person(person: str, folded: Folded) -> None:
    row, *others = person_rows(person, folded)
    row.save()
    for model, field in OF_PEOPLE.items():
        model._default_manager.filter(**{field: person}).delete()
    _insert(others)


def _insert(rows: Iterable[Model]) -> None:
    """Rows of several tables, each table's together."""
    tables: dict[type[Model], list[Model]] = {}
    for row in rows:
        tables.setdefault(type(row), []).append(row)
    for table, found in tables.items():
        table._default_manager.bulk_create(found)


def project_case(case: str, folded: Folded, number: int, now: datetime) -> None:
    """Bring the rows of one case up to date, given the number of its latest entry. The caller holds the head's lock."""
    papers = papers_alone(case, folded)
    row, *others = case_rows(case, folded, number, papers)
    row.save()
    for model, field in (OF_CASES | {Task: "case_id"}).items():
        model._default_manager.filter(**{field: case}).delete()
    _insert(others)
    Task.objects.bulk_create(task_rows(CaseRow(id=case), folded.cases[case], papers, now))
