"""The one way out of the record: what an actor may see of it, with the rest hidden, and the look journaled.

What may not be seen, what is sealed and what is not there are one answer, found by the same work: nothing tells them
apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from stayaway.model import Papers, PersonId, because
from stayaway.wording.record import RecordCode as C

from . import sameness
from .accounts.models import Agency
from .actors import COURT_POSTS, Actor, Post
from .documents import read_document
from .entries import Line
from .folding import Folded, FoldedCase, file_of, fold, papers_of
from .joining import apart, joined, joined_everywhere
from .journal import lines_of_cases
from .looking import looked
from .models import CaseRow, Entry
from .redaction import in_words, people_in_full, redact
from .refusing import Refused, nothing_here
from .sight import SIDES, Seen, Sight, cases_open_to, opposed_to, seen_by
from .telling import ShownEntry, shown_entries
from .unsaid import Hidden, Unsaid, unsaid, words_for
from .whereabouts import as_hidden_since, without_secrets

HIDDEN = Hidden()
MAY_REVEAL = frozenset({Post.OFFICER, Post.PROSECUTOR})
"""Who may see an address for a stated need, besides those who see it anyway. Every such look is on its own list."""


@dataclass(frozen=True, slots=True)
class View:
    """Cases as an actor sees them. `known` is the instant as of which the journal was read; None: as it is now.

    `versions` are those of the streams that the actor may write to, to be given back with an entry. `keepers` say for
    each case which court confirms it, and where.
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
    hidden: Hidden = HIDDEN,
    how: str = "read",
    leaves: bool = False,
) -> View:
    """One case as an actor sees it; with `known`, as the registry knew it at an instant. Raises Refused.

    What `leaves` for another system has no words in it that only the court may read, whoever sends it.
    """
    row = _open_case(actor, case, now)
    if row is None:
        looked(actor, "refused", now, stream=case, purpose=purpose)
        raise nothing_here()
    view = _view(actor, [row], now, known, hidden, leaves=leaves)
    looked(actor, how, now, stream=case, found=[case], purpose=purpose)
    return view


def read_person(
    actor: Actor,
    person: str,
    now: datetime,
    *,
    known: datetime | None = None,
    purpose: str = "",
    hidden: Hidden = HIDDEN,
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
    actor: Actor,
    cases: Sequence[str],
    now: datetime,
    *,
    purpose: str,
    how: str,
    hidden: Hidden = HIDDEN,
    needs_all: bool = False,
) -> View:
    """Several cases at once, those of them that the actor may see. Each is journaled as looked at.

    People found to be the same have one name in all, also where the cases are read some at a time. Raises Refused
    where the actor `needs_all`, and may not see one.
    """
    rows = list(cases_open_to(actor, now).filter(id__in=cases).select_related("keeper").order_by("id"))
    missing = set(cases) - {row.id for row in rows} if needs_all else set()
    if missing:
        looked(actor, "refused", now, stream=min(missing), purpose=purpose)
        raise nothing_here()
    view = _view(actor, rows, now, None, hidden, joined_everywhere)
    stream = rows[0].id if len(rows) == 1 else ""
    looked(actor, how, now, stream=stream, found=[row.id for row in rows], purpose=purpose)
    return view


def reveal_places(actor: Actor, case: str, now: datetime, *, purpose: str) -> Mapping[str, Mapping[str, Any]]:
    """The addresses of a case's places, for an officer or prosecutor with a need that they state. Raises Refused.

    The restrained side has no such way, whatever it states.
    """
    if not purpose.strip():
        looked(actor, "refused", now, stream=case)
        raise Refused((because(C.PURPOSE_NEEDED), because(C.PATH_SAY_PURPOSE)))
    row = _open_case(actor, case, now)
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
    row = _open_case(actor, case, now)
    is_its_court = row is not None and seen_by(actor, row, now).sight is Sight.EVERYTHING
    papers = Entry.objects.filter(number=number, stream=case).exclude(document="")
    entry = papers.first() if is_its_court else None
    if entry is None:
        looked(actor, "refused", now, stream=case)
        raise nothing_here()
    looked(actor, "document", now, stream=case, found=[entry.document])
    return read_document(entry.document), entry.document


def _open_case(actor: Actor, case: str, now: datetime) -> CaseRow | None:
    """A case of which the actor may see something. Asked in one statement: a hidden case is the same work as none."""
    return cases_open_to(actor, now).filter(id=case).select_related("keeper").order_by("id").first()


def same_people(person: str) -> set[str]:
    """A person, and everybody whom a human being found to be the same person. A likeness alone joins nobody."""
    return sameness.same_people([person])


def _view(
    actor: Actor,
    rows: Iterable[CaseRow],
    now: datetime,
    known: datetime | None,
    hidden: Hidden,
    join: Callable[[Folded], Folded] = joined,
    *,
    leaves: bool = False,
) -> View:
    rows = list(rows)
    every = {row.id: seen_by(actor, row, now) for row in rows}
    # Opened for everybody: what must not be said can stand in an order's own words, where only it finds itself.
    lines = lines_of_cases(every, known, secrets=True)
    then, told = _as_hidden(lines, every, known)
    folded = apart(join(then))
    seen = {case: one for case, one in every.items() if _is_shown(one, folded.cases.get(case))}
    papers = papers_of(file_of(replace(folded, cases={case: folded.cases[case] for case in seen}), secrets=True))
    words = words_for(told, seen, hidden)
    shown = redact(papers, seen, folded, actor.agency, words, opposed=_opposed(seen))
    if leaves:
        abroad = dict.fromkeys(seen, Seen(Sight.ORDERS))
        shown = in_words(shown, abroad, words_for(told, abroad, hidden))
    entries = shown_entries(lines, seen, words)
    return View(
        papers=shown,
        seen=seen,
        entries=entries,
        versions=_versions(actor, seen, entries, folded),
        keepers={row.id: row.keeper for row in rows if row.id in seen},
        known=known,
        folded=without_secrets(folded, seen, people_in_full(shown, seen, folded, actor.agency)),
        agency=actor.agency,
    )


def _as_hidden(lines: list[Line], every: Mapping[str, Seen], known: datetime | None) -> tuple[Folded, Unsaid]:
    """The cases as they were known, and all that must not be said of them. What was protected since is not undone."""
    then = fold(lines)
    if known is None:
        return then, unsaid(lines, then)
    today = lines_of_cases(every, secrets=True)
    now = fold(today)
    hidden = as_hidden_since(then, now)
    courts = {case for case, one in every.items() if one.sight is Sight.EVERYTHING}
    cases = {case: then.cases[case] if case in courts else one for case, one in hidden.cases.items()}
    return replace(then, cases=cases), unsaid(today, then, now)


def _is_shown(seen: Seen, case: FoldedCase | None) -> bool:
    if seen.sight is Sight.NOTHING or case is None or case.is_sealed:
        return False
    return seen.sight is not Sight.RESTRAINED or case.tells_restrained


def _opposed(seen: Mapping[str, Seen]) -> set[str]:
    """Who stands against a side anywhere. Others than the sides stand against nobody."""
    return opposed_to({one.person for one in seen.values() if one.person is not None})


def _versions(actor: Actor, seen: Mapping[str, Seen], entries: Sequence[ShownEntry], folded: Folded) -> dict[str, int]:
    """The versions of what an actor may write to. A side's are those of the docket that they see."""
    if actor.post in COURT_POSTS:
        return dict(folded.versions)
    found = {case: folded.versions[case] for case, one in seen.items() if one.sight not in SIDES}
    found |= {case: sum(entry.stream == case for entry in entries) for case, one in seen.items() if one.sight in SIDES}
    if actor.person is not None and actor.person in folded.versions:
        found[actor.person] = folded.versions[actor.person]
    return found
