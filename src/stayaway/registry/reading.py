"""The one way out of the record: what an actor may see of it, with the rest hidden, and the look journaled.

What may not be seen, what is sealed and what is not there are one answer, found by the same work: nothing tells them
apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from stayaway.model import Papers, PersonId, because
from stayaway.wording.record import RecordCode as C

from .accounts.models import Agency
from .actors import Actor, Post
from .documents import read_document
from .entries import Line, What
from .folding import Folded, file_of, fold, papers_of
from .joining import apart, renamed
from .journal import lines_of_cases
from .looking import looked
from .models import CaseRow, Entry, PersonRow
from .redaction import people_in_full, redact
from .refusing import Refused, nothing_here
from .sight import Seen, Sight, cases_open_to, seen_by

HIDDEN = "—"
"""Stands for the name of a confidential place; faces pass their own words."""
TOLD_BEYOND_THE_COURT = frozenset(
    {What.CASE_OPENED, What.CASE_CHANGED, What.CASE_EVENT, What.ORDER_RECORDED, What.ORDER_EVENT}
)
"""Entries that others than the keeping court hear of. That there is a place, or a lawyer, is not among them."""
MAY_REVEAL = frozenset({Post.OFFICER, Post.PROSECUTOR})
"""Who may see an address for a stated need, besides those who see it anyway. Every such look is on its own list."""


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry of the journal as somebody sees it: no secrets, and the court's own words only to the court."""

    number: int
    stream: str
    version: int
    what: What
    happened: str
    recorded: datetime
    post: str
    agency: str
    account: str
    why: str
    document: str
    corrects: int | None
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """Cases as an actor sees them. `known` is the instant as of which the journal was read; None: as it is now.

    `versions` are those of the streams, to be given back with an entry. `keepers` and `phones` say for each case which
    court confirms it, and where.
    """

    papers: Papers
    seen: Mapping[str, Seen]
    entries: tuple[ShownEntry, ...]
    versions: Mapping[str, int]
    keepers: Mapping[str, Agency]
    known: datetime | None
    folded: Folded = field(repr=False)
    agency: str | None

    @property
    def full(self) -> frozenset[PersonId]:
        """The people of whom the actor sees everything, numbers included."""
        return people_in_full(self.papers, self.seen, self.folded, self.agency)


def read_case(
    actor: Actor,
    case: str,
    now: datetime,
    *,
    known: datetime | None = None,
    purpose: str = "",
    hidden: str = HIDDEN,
    how: str = "read",
) -> View:
    """One case as an actor sees it; with `known`, as the registry knew it at an instant. Raises Refused."""
    row = CaseRow.objects.filter(id=case).select_related("keeper").first()
    seen = seen_by(actor, row, now) if row is not None else None
    if row is None or seen is None or seen.sight is Sight.NOTHING:
        looked(actor, "refused", now, stream=case, purpose=purpose)
        raise nothing_here()
    view = _view(actor, [row], now, known, hidden)
    looked(actor, how, now, stream=case, found=[case], purpose=purpose)
    return view


def read_person(
    actor: Actor,
    person: str,
    now: datetime,
    *,
    known: datetime | None = None,
    purpose: str = "",
    hidden: str = HIDDEN,
    how: str = "read",
) -> View:
    """Every case that names a person, or one found to be the same, as far as the actor may see. Raises Refused."""
    same = same_people(person)
    rows = list(
        cases_open_to(actor, now).filter(parties__person__in=same).select_related("keeper").distinct().order_by("id")
    )
    if not rows:
        looked(actor, "refused", now, stream=person, purpose=purpose)
        raise nothing_here()
    view = _view(actor, rows, now, known, hidden)
    looked(actor, how, now, stream=person, found=[row.id for row in rows], purpose=purpose)
    return view


def read_cases(
    actor: Actor, cases: Sequence[str], now: datetime, *, purpose: str, how: str, hidden: str = HIDDEN
) -> View:
    """Several cases at once, those of them that the actor may see. Each is journaled as looked at."""
    rows = list(cases_open_to(actor, now).filter(id__in=cases).select_related("keeper").order_by("id"))
    view = _view(actor, rows, now, None, hidden)
    looked(actor, how, now, found=[row.id for row in rows], purpose=purpose)
    return view


def reveal_places(actor: Actor, case: str, now: datetime, *, purpose: str) -> Mapping[str, Mapping[str, Any]]:
    """The addresses of a case's places, for an officer or prosecutor with a need that they state. Raises Refused.

    The restrained side has no such way, whatever it states.
    """
    if not purpose.strip():
        raise Refused((because(C.PURPOSE_NEEDED), because(C.PATH_SAY_PURPOSE)))
    row = CaseRow.objects.filter(id=case).first()
    seen = seen_by(actor, row, now) if row is not None else None
    may = seen is not None and (
        seen.sight is Sight.EVERYTHING or (seen.sight is Sight.ORDERS and actor.post in MAY_REVEAL)
    )
    if not may:
        looked(actor, "refused", now, stream=case, purpose=purpose)
        raise nothing_here()
    looked(actor, "reveal", now, stream=case, found=[case], purpose=purpose)
    return fold(lines_of_cases([case], secrets=True)).cases[case].place_secrets


def read_attached(actor: Actor, case: str, number: int, now: datetime) -> tuple[bytes, str]:
    """The paper attached to an entry, with its digest. A paper shows all that stands on it, so only its court sees it.

    Raises Refused.
    """
    row = CaseRow.objects.filter(id=case).first()
    seen = seen_by(actor, row, now) if row is not None else None
    entry = Entry.objects.filter(number=number, stream=case).exclude(document="").first()
    if entry is None or seen is None or seen.sight is not Sight.EVERYTHING:
        looked(actor, "refused", now, stream=case)
        raise nothing_here()
    looked(actor, "document", now, stream=case, found=[entry.document])
    return read_document(entry.document), entry.document


def same_people(person: str) -> set[str]:
    """A person, and everybody whom a human being found to be the same person. A likeness alone joins nobody."""
    found = {person}
    while True:
        more = set(PersonRow.objects.filter(same_as__in=found).values_list("id", flat=True))
        more |= set(PersonRow.objects.filter(id__in=found).exclude(same_as="").values_list("same_as", flat=True))
        if more <= found:
            return found
        found |= more


def _view(actor: Actor, rows: Iterable[CaseRow], now: datetime, known: datetime | None, hidden: str) -> View:
    rows = list(rows)
    every = {row.id: seen_by(actor, row, now) for row in rows}
    lines = lines_of_cases(every, known, secrets=_needs_secrets(every.values()))
    folded = apart(_joined(fold(lines)))
    seen = {case: one for case, one in every.items() if case in folded.cases and not folded.cases[case].is_sealed}
    papers = redact(papers_of(file_of(folded, secrets=True)), seen, folded, actor.agency, hidden)
    return View(
        papers=papers,
        seen=seen,
        entries=shown_entries(lines, seen),
        versions=folded.versions,
        keepers={row.id: row.keeper for row in rows if row.id in seen},
        known=known,
        folded=folded,
        agency=actor.agency,
    )


def _needs_secrets(seen: Iterable[Seen]) -> bool:
    """Secrets are not even opened for those who see none."""
    return any(one.sight in {Sight.EVERYTHING, Sight.PROTECTED, Sight.RESTRAINED} for one in seen)


def _joined(folded: Folded) -> Folded:
    """People found to be the same stand as one in every case, so that their orders are looked at together."""
    names = {key: person.same_as for key, person in folded.people.items() if person.same_as in folded.people}
    if names:
        return renamed(folded, names)
    return folded


def shown_entries(lines: list[Line], seen: Mapping[str, Seen]) -> tuple[ShownEntry, ...]:
    """Entries of the cases that somebody sees, as they see them."""
    numbers = [line.number for line in lines if line.stream in seen]
    rows = Entry.objects.in_bulk(numbers)
    about = {line.corrects for line in lines if line.corrects is not None}
    corrected = dict(Entry.objects.filter(number__in=about).values_list("number", "what"))
    shown = []
    for line in lines:
        if line.stream not in seen:
            continue
        row, is_court = rows[line.number], seen[line.stream].sight is Sight.EVERYTHING
        if not is_court and corrected.get(line.corrects or 0, line.what) not in TOLD_BEYOND_THE_COURT:
            continue
        shown.append(
            ShownEntry(
                number=line.number,
                stream=line.stream,
                version=line.version,
                what=line.what,
                happened=line.happened,
                recorded=row.recorded,
                post=row.post,
                agency=row.agency,
                account=row.account if is_court else "",
                why=row.why if is_court else "",
                document=row.document if is_court else "",
                corrects=line.corrects,
                facts=_shown_facts(line, is_court),
            )
        )
    return tuple(shown)


def _shown_facts(line: Line, is_court: bool) -> Mapping[str, Any]:
    """What an entry says, to those who do not keep the case: what happened, and to which order; nothing of places."""
    if is_court:
        return line.facts
    if line.what in {What.CASE_EVENT, What.ORDER_EVENT}:
        entry = {name: value for name, value in line.facts["entry"].items() if name not in {"note", "terms"}}
        return {**{name: value for name, value in line.facts.items() if name == "order"}, "entry": entry}
    return {name: value for name, value in line.facts.items() if name == "order"}
