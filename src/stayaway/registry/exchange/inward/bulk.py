"""Loading many files: the same checks, the same judgements and the same entries as by hand, written in batches.

A file is loaded whole or not at all. What is known already is not read again, and rows are written many at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from django.db import models, transaction

from stayaway.files.faults import FileFaults
from stayaway.model import because
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import Actor
from stayaway.registry.entries import Line, Proposal
from stayaway.registry.folding import people_in
from stayaway.registry.inserting import insert
from stayaway.registry.journal import append, lines_of, lock_head
from stayaway.registry.looking import looked
from stayaway.registry.models import CaseRow, Head, IdentifierKey, NameKey, OrderRow, Party, PersonRow, Task
from stayaway.registry.recording import Step, judge
from stayaway.registry.refusing import Refused
from stayaway.registry.rows import (
    case_row,
    identifier_keys,
    name_keys,
    order_rows,
    parties,
    person_row,
    task_rows,
)
from stayaway.wording.exchange_in import ImportCode as C

from . import order_files, tables
from .likeness import Register, loaded_before
from .loading import Finding, carry_out, court_of, marked, nobody, plan, prepare
from .report import Report
from .source import Problem, Source, Spot
from .steps import CaseStep

BATCH = 500
"""Cases that are written together."""
WRITTEN = (PersonRow, CaseRow, NameKey, IdentifierKey, OrderRow, Party, Task)
"""The tables that a new case has rows in, each after those that it refers to."""


def load(
    actor: Actor, files: Iterable[str], now: datetime, *, foreign: bool = False, batch: int = BATCH
) -> Iterator[Report]:
    """Load files one after the other, and report on each.

    A report is given when its file is on record for good, or is not going to be; whoever stops in between begins
    again with the same files, and those that were loaded are told as such. `.csv` is a table, with its docket beside it
    in `NAME.docket.csv`; everything else is an order file. Who may be the same as somebody on record is not looked for.
    """
    waiting = Batch(actor, now, foreign)
    for file in files:
        source = source_of(file)
        if waiting.is_new_today(source):
            yield from waiting.write()
            # Such orders are held against all others, also against those of their own file.
            yield carry_out(plan(actor, source, now, foreign=foreign))
            continue
        waiting.judge(source)
        if waiting.count >= batch:
            yield from waiting.write()
    yield from waiting.write()


def source_of(file: str) -> Source:
    """A file as read, by what its name ends with. One that cannot be read is told as wrong, like any other fault."""
    path = Path(file)
    read = path
    try:
        content = path.read_bytes()
        if path.suffix.casefold() != ".csv":
            return order_files.read_source(content, path.name)
        read = docket_of(path)
        return tables.read_source(content, path.name, read.read_bytes() if read.exists() else None, read.name)
    except OSError:
        unread = Problem(Spot(read.name, 1, "1"), (because(C.CANNOT_READ),), (because(C.WANTED_READABLE),))
        return Source(path.name, "", problems=(unread,))


def docket_of(path: Path) -> Path:
    """Where the docket of a table stands: beside it."""
    return path.with_suffix(".docket.csv")


@dataclass
class _File:
    """A file that was judged good, and the steps that it takes."""

    source: Source
    report: Report
    steps: list[tuple[CaseStep, Step]]


@dataclass
class Batch:
    """Files that were judged and wait to be written together."""

    actor: Actor
    now: datetime
    foreign: bool = False
    count: int = 0
    _files: list[_File] = field(default_factory=list)
    _reports: list[Report] = field(default_factory=list)
    _keepers: dict[str, Agency | None] = field(default_factory=dict)
    _court: Agency | None = None
    _digests: set[str] = field(default_factory=set)

    def is_new_today(self, source: Source) -> bool:
        """Whether an order of the file may be as new as the day of loading, or of no known day."""
        if self.foreign:
            return False
        for part in source.parts:
            for order in part.papers.orders.values():
                if order.issued is None and not order.docket:
                    return True
                first = order.issued or min(entry.on.isoformat() for entry in order.docket)
                said = first if isinstance(first, str) else first.isoformat()
                if said[:10] >= self.now.astimezone(order.case.time_zone).date().isoformat():
                    return True
        return False

    def judge(self, source: Source) -> None:
        """Judge a file. What is wrong with it is reported; what is not waits to be written."""
        found = Finding(source.name, list(source.problems))
        self._court = self._court or court_of(self.actor)
        if self._court is None:
            found.problems.insert(0, nobody(source.name))
            self._reports.append(found.report())
            return
        mark = marked(source, self.foreign)
        before = loaded_before(self._court.id, mark)
        if before is None and mark in self._digests:
            before = self.now
        if before is not None:
            self._reports.append(Report(source.name, before=before))
            return
        steps = self._judged(source, self._court, found)
        report = found.report()
        if report.problems:
            self._reports.append(report)
            return
        self._digests.add(mark)
        self._files.append(_File(source, report, steps))
        self.count += len(steps)

    def _judged(self, source: Source, court: Agency, found: Finding) -> list[tuple[CaseStep, Step]]:
        known: dict[str, list[Line]] = {}
        register = Register(court, self.foreign)
        if self._is_waiting(source):
            list_of = list(self._write())  # what waits is looked up like everything else
            self._reports += list_of
        steps: list[tuple[CaseStep, Step]] = []
        prepared = prepare(source, court, self.foreign, {}, self.now, found, register, likeness=False)
        for part, step in prepared:
            lines = _lines_around(step.proposals, known)
            try:
                judged = judge(self.actor, step.proposals, step.expected, self.now, lines=lines, keepers=self._keepers)
            except (Refused, FileFaults) as error:
                found.refused(part, step, error)
                # Nothing of the file is going to be taken; other cases of these people are judged all the same.
                _remember(_lines_of_newcomers(step), known)
            else:
                found.took(step)
                steps.append((step, judged))
                _remember(judged.added, known)
        return steps

    def _is_waiting(self, source: Source) -> bool:
        """Whether a case of the file has the number of one that waits, or none at all."""
        waiting = {
            case.number for file in self._files for part in file.source.parts for case in part.papers.cases.values()
        }
        return bool(self._files) and any(
            not case.number or case.number in waiting for part in source.parts for case in part.papers.cases.values()
        )

    def write(self) -> Iterator[Report]:
        """Write what waits, in one transaction, and give all reports so far."""
        self._reports += self._write()
        reports, self._reports = self._reports, []
        yield from reports

    def _write(self) -> list[Report]:
        files, self._files, self.count = self._files, [], 0
        self._digests.clear()
        if not files:
            return []
        with transaction.atomic():
            head = lock_head()
            _write(head, self.actor, [step for file in files for step in file.steps], self.now)
            for file in files:
                mark = marked(file.source, self.foreign)
                looked(self.actor, "import", self.now, found=file.report.cases.values(), asked=mark)
        return [file.report for file in files]


def _write(head: Head, actor: Actor, steps: Sequence[tuple[CaseStep, Step]], now: datetime) -> None:
    """The entries of many steps, and the rows of what they begin."""
    versioned = [
        (proposal, line.version)
        for step, judged in steps
        for proposal, line in zip(step.proposals, judged.added, strict=True)
    ]
    number = head.number
    append(head, actor, versioned, now)
    rows: dict[type[models.Model], list[models.Model]] = {model: [] for model in WRITTEN}
    for step, judged in steps:
        number += len(step.proposals)
        for row in _rows(step, judged, number, now):
            rows[type(row)].append(row)
    for model in WRITTEN:
        insert(model, rows[model])


def _rows(step: CaseStep, judged: Step, number: int, now: datetime) -> Iterator[models.Model]:
    folded = judged.after
    for newcomer in step.newcomers:
        person = person_row(newcomer.stream, folded)
        yield person
        yield from name_keys(person)
        yield from identifier_keys(person, folded.people[newcomer.stream])
    case = case_row(step.case, folded, number)
    yield case
    yield from order_rows(case, judged.papers)
    yield from parties(case, folded.cases[step.case], judged.papers)
    yield from task_rows(case, folded.cases[step.case], judged.papers, now)


def _lines_around(proposals: Sequence[Proposal], known: dict[str, list[Line]]) -> list[Line]:
    """The entries before a step: of the people whom it names and does not record itself."""
    new = {one.stream for one in proposals}
    people = {person for one in proposals for person in people_in(one.facts)} - new
    unread = people - known.keys()
    if unread:
        _remember(lines_of(unread, secrets=True), known)
    lines = [line for person in sorted(people) for line in known.get(person, ())]
    return [replace(line, number=number) for number, line in enumerate(lines, 1)]


def _lines_of_newcomers(step: CaseStep) -> list[Line]:
    return [
        Line(number, one.stream, 1, one.what, one.happened, one.facts, one.secrets or None)
        for number, one in enumerate(step.newcomers, 1)
    ]


def _remember(lines: Iterable[Line], known: dict[str, list[Line]]) -> None:
    for line in lines:
        if line.stream.startswith("p"):
            known.setdefault(line.stream, []).append(line)
