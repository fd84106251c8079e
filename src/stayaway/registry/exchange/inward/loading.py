"""Judging what was read, entry by entry, and taking it: all of a file in one transaction, or none of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction

from stayaway.files.faults import FileFaults
from stayaway.files.where import Loc
from stayaway.model import CaseId, OrderId, PersonId, because
from stayaway.model.state import same_court
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import COURT_POSTS, Actor
from stayaway.registry.entries import Proposal
from stayaway.registry.finding import identifier_key
from stayaway.registry.journal import lock_head
from stayaway.registry.looking import looked
from stayaway.registry.recording import record
from stayaway.registry.refusing import Refused
from stayaway.wording.exchange_in import ImportCode as C

from .likeness import Candidate, Register, candidates, loaded_before
from .repeats import Repeats
from .report import Note, Report
from .source import Part, Problem, Source, Spot
from .steps import CaseStep, Naming, Written, step_of

LONGEST_NUMBER = 80
LONGEST_NAME = 300
Take = Callable[[Actor, Sequence[Proposal], datetime], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: its report says how it went in a dry run. `carry_out` does it.

    `same` is what the operator said: which people of the file are on record, by id. Everybody else is recorded anew.
    """

    actor: Actor
    source: Source
    now: datetime
    foreign: bool
    same: Mapping[str, str]
    report: Report

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong. While there is anything, nothing is loaded."""
        return self.report.problems

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """People on record who may be the same as one of the file."""
        return self.report.candidates


def plan(
    actor: Actor, source: Source, now: datetime, *, foreign: bool = False, same: Mapping[str, str] | None = None
) -> Plan:
    """Judge all of a file without taking any of it: it is loaded, and the transaction rolled back."""
    same = dict(same or {})
    with transaction.atomic():
        report = _run(actor, source, now, foreign, same, _one_at_a_time)
        transaction.set_rollback(True)
    looked(actor, "import_check", now, found=sorted({one.record for one in report.candidates}), asked=source.digest)
    return Plan(actor, source, now, foreign, same, replace(report, is_dry=True))


def carry_out(plan: Plan) -> Report:
    """Load what was planned, whole or not at all. Everything is judged again, as things stand by now."""
    with transaction.atomic():
        report = _run(plan.actor, plan.source, plan.now, plan.foreign, plan.same, _one_at_a_time)
        if report.problems:
            transaction.set_rollback(True)
        elif report.before is None:
            _journal(plan.actor, plan.source, plan.foreign, report, plan.now)
    if report.problems:
        looked(plan.actor, "import_refused", plan.now, asked=plan.source.digest)
    return report


def _one_at_a_time(actor: Actor, proposals: Sequence[Proposal], now: datetime) -> None:
    if proposals:
        record(actor, proposals, {one.stream: 0 for one in proposals}, now)


def _journal(actor: Actor, source: Source, foreign: bool, report: Report, now: datetime) -> None:
    looked(actor, "import", now, found=report.cases.values(), asked=marked(source, foreign))


def marked(source: Source, foreign: bool) -> str:
    """What tells this import from others: the file, and whether its orders were loaded as foreign."""
    return f"{source.digest}{' foreign' if foreign else ''}"


def _run(actor: Actor, source: Source, now: datetime, foreign: bool, same: Mapping[str, str], take: Take) -> Report:
    found = Finding(source.name, list(source.problems))
    court = court_of(actor)
    if court is None:
        found.problems.insert(0, nobody(source.name))
        return found.report()
    lock_head()
    before = loaded_before(court.id, marked(source, foreign))
    if before is not None:
        return Report(source.name, before=before)
    judged = prepare(source, court, foreign, same, now, found)
    for part, step in judged:
        try:
            with transaction.atomic():
                take(actor, step.proposals, now)
        except (Refused, FileFaults) as error:
            found.refused(part, step, error)
            # All is rolled back in the end; until then, other cases of these people are judged too.
            with suppress(Refused, FileFaults), transaction.atomic():
                take(actor, step.newcomers, now)
        else:
            found.took(step)
    return found.report()


def court_of(actor: Actor) -> Agency | None:
    """The court that somebody loads files for."""
    if actor.post not in COURT_POSTS:
        return None
    return Agency.objects.filter(id=actor.agency, kind="court", is_active=True).first()


def nobody(name: str) -> Problem:
    """What somebody is told who does not act for a court."""
    return Problem(Spot(name, 1, "1"), (because(C.COURTS_ONLY),), (because(C.WANTED_COURT_POST),))


@dataclass
class Finding:
    """What is found out about one file while it is loaded."""

    name: str
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    cases: dict[str, str] = field(default_factory=dict)
    orders: dict[str, str] = field(default_factory=dict)

    def refused(self, part: Part, step: CaseStep, error: Refused | FileFaults) -> None:
        """An entry was not taken."""
        if isinstance(error, Refused):
            *wrong, wanted = error.reasons
            self.problems.append(Problem(part.spot(step.locs[error.index]), tuple(wrong), (wanted,)))
            return
        spot = part.spot(("cases", step.name))
        self.problems += [Problem(spot, (fault.reason(),), fault.reasons()[1:]) for fault in error.faults]

    def took(self, step: CaseStep) -> None:
        """A case was taken."""
        self.cases[step.name] = step.case
        self.orders |= step.orders

    def report(self) -> Report:
        """All of it."""
        wrong = bool(self.problems)
        return Report(
            name=self.name,
            problems=tuple(sorted(self.problems, key=lambda one: (one.spot.file, one.spot.row))),
            notes=tuple(self.notes),
            candidates=tuple(self.candidates),
            cases={} if wrong else dict(self.cases),
            orders={} if wrong else dict(self.orders),
        )


def prepare(
    source: Source,
    court: Agency,
    foreign: bool,
    same: Mapping[str, str],
    now: datetime,
    found: Finding,
    register: Register | None = None,
    *,
    likeness: bool = True,
) -> list[tuple[Part, CaseStep]]:
    """The steps of a file, but for cases that are on record or cannot be loaded; `found` is told of those."""
    register = register or Register(court, foreign)
    register.look_up(case.number or "" for part in source.parts for case in part.papers.cases.values())
    if likeness or same:
        _find_people(source, same, found)
    naming, steps, repeats = Naming.of(same), [], Repeats()
    for part in source.parts:
        written = Written(part.papers)
        for name, case in part.papers.cases.items():
            wrong = _wrong_court(part, name, court, foreign) + _too_long(part, name, written)
            wrong += _born_later(part, name, written, now)
            orders = written.orders_of[name]
            there = register.find(case, {key: part.papers.orders[OrderId(key)] for key in orders}, part.papers)
            for order in there.orders:
                found.notes.append(Note(part.spot(("orders", order)), because(C.ALREADY_THERE)))
            if orders and len(there.orders) == len(orders):
                continue
            wrong += repeats.orders_of(part, name, written)
            if there.is_taken or there.orders or repeats.is_case_met(case, foreign):
                spot = part.spot(("cases", name, "number") if case.number else ("cases", name))
                wrong.append(Problem(spot, (because(C.CASE_ON_RECORD),), (because(C.WANTED_ENTRY_THERE),)))
            found.problems += wrong
            if not wrong:
                steps.append((part, step_of(name, written, naming, court, foreign, now, source.more)))
        _left_out(part, written, found)
    return steps


def _find_people(source: Source, same: Mapping[str, str], found: Finding) -> None:
    known: set[tuple[str, str]] = set()
    spots: dict[str, Spot] = {}
    for part in source.parts:
        for key in part.papers.people:
            spots.setdefault(str(key), part.spot(("people", str(key))))
        found.candidates += [
            one for one in candidates(part.papers.people, source.more) if (one.person, one.record) not in known
        ]
        known |= {(one.person, one.record) for one in found.candidates}
    anywhere = next(iter(spots.values()), Spot(source.name, 1, "1"))
    for person, record_id in same.items():
        if (person, record_id) not in known:
            wrong = because(C.NO_LIKENESS, person=person, record=record_id)
            found.problems.append(Problem(spots.get(person, anywhere), (wrong,), (because(C.WANTED_LISTED),)))


def _wrong_court(part: Part, name: CaseId, court: Agency, foreign: bool) -> list[Problem]:
    case = part.papers.cases[name]
    is_own = (
        same_court(case.court or court.name, court.name) if not foreign else same_court(case.court or "", court.name)
    )
    if not foreign and not is_own:
        other = because(C.OTHER_COURT, court=case.court)
        return [
            Problem(part.spot(("cases", name, "court")), (other,), (because(C.WANTED_OWN_COURT, court=court.name),))
        ]
    if foreign and is_own and case.jurisdiction in {court.jurisdiction, None}:
        own = because(C.OWN_COURT, court=court.name)
        return [Problem(part.spot(("cases", name, "court")), (own,), (because(C.WANTED_FOREIGN_COURT),))]
    return []


def _too_long(part: Part, name: CaseId, written: Written) -> list[Problem]:
    """What a table of the record has no room for."""
    found: list[tuple[Loc, int]] = []
    number = part.papers.cases[name].number or ""
    if max(len(number), len(identifier_key(number))) > LONGEST_NUMBER:
        found.append((("cases", name, "number"), LONGEST_NUMBER))
    for key in written.used[name]:
        if len(written.people.get(key, {}).get("name", "")) > LONGEST_NAME:
            found.append((("people", key, "name"), LONGEST_NAME))
    return [
        Problem(part.spot(loc), (because(C.TOO_LONG),), (because(C.WANTED_AT_MOST, limit=limit),))
        for loc, limit in found
    ]


def _born_later(part: Part, name: CaseId, written: Written, now: datetime) -> list[Problem]:
    """Who is not born yet, by the calendar of the case."""
    today = now.astimezone(part.papers.cases[name].time_zone).date()
    people = (part.papers.people.get(PersonId(key)) for key in written.used[name])
    return [
        Problem(part.spot(("people", str(one.id), "born")), (because(C.BORN_LATER),), (because(C.WANTED_BORN),))
        for one in people
        if one is not None and one.born is not None and one.born > today
    ]


def _left_out(part: Part, written: Written, found: Finding) -> None:
    """Whom no case names, and where no order says to stay away from: neither has a place in the record."""
    for key, person in part.papers.people.items():
        if key not in written.named:
            why = because(C.PERSON_LEFT_OUT, person=person.shown)
            found.notes.append(Note(part.spot(("people", key)), why))
    for place, about in part.papers.places.items():
        if place not in written.named and len(part.papers.cases) != 1:
            # A label may say where somebody lives; the file's own name for the place is enough.
            found.notes.append(Note(part.spot(("places", place)), because(C.PLACE_LEFT_OUT, place=str(about.id))))


def problems_of(faults: FileFaults, spot: Callable[[int, int, str | None], Spot]) -> Sequence[Problem]:
    """Faults of an order file as problems."""
    return [
        Problem(spot(fault.line, fault.column, fault.read), (fault.reason(),), fault.reasons()[1:])
        for fault in faults.faults
    ]
