"""Reading lines from the journal, and appending to it. Only `recording` and retention append."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from . import chain
from .actors import Actor
from .entries import Line, Proposal, What
from .folding import people_in
from .inserting import insert
from .models import Entry, Head, Secret
from .operation.metrics import count_entries
from .secret_fields import canonical, seal, unseal


@dataclass(frozen=True, slots=True)
class Stale(Exception):
    """Somebody else entered something in a stream after the writer had looked at it."""

    stream: str
    expected: int
    found: int


def lines_of(streams: Iterable[str], known: datetime | None = None, *, secrets: bool = False) -> list[Line]:
    """The entries of some streams, as far as they were recorded by an instant (None: all), in their order."""
    found = _entries(streams, known)
    if secrets:
        found = found.select_related("secret")
    return [line_of(entry, secrets=secrets) for entry in found.order_by("number")]


def line_of(entry: Entry, *, secrets: bool) -> Line:
    """One entry as folding reads it."""
    opened = None
    if secrets and entry.secret_digest:
        sealed = entry.secret.sealed
        opened = None if sealed is None else unseal(sealed)
    return Line(
        number=entry.number,
        stream=entry.stream,
        version=entry.version,
        what=What(entry.what),
        happened=entry.happened,
        facts=json.loads(entry.facts),
        secrets=opened,
        court=entry.court,
        agency=entry.agency,
        corrects=entry.corrects,
    )


def lines_of_cases(cases: Iterable[str], known: datetime | None = None, *, secrets: bool = False) -> list[Line]:
    """The entries of some cases and of everybody whom they name."""
    lines = lines_of(cases, known, secrets=secrets)
    people = {person for line in lines for person in people_in(line.facts)}
    lines += lines_of(people, known, secrets=secrets)
    return sorted(lines, key=lambda line: line.number)


def lock_head() -> Head:
    """The end of the chain, for this transaction alone: whoever writes waits here for the one before."""
    return Head.objects.select_for_update().get(id=1)


def append(head: Head, actor: Actor, proposals: Sequence[tuple[Proposal, int]], recorded: datetime) -> list[Entry]:
    """Append entries, each with the version that it makes of its stream. The caller holds the head's lock.

    The journal's times never go back, whatever the machine's clock does: what was known at an instant is a beginning
    of the journal.
    """
    before = Entry.objects.filter(number=head.number).values_list("recorded", flat=True).first()
    recorded = max(recorded, before) if before is not None else recorded
    entries, secrets = [], []
    for proposal, version in proposals:
        sealed, digest = seal(proposal.secrets) if proposal.secrets else (b"", "")
        entry = Entry(
            number=head.number + 1,
            stream=proposal.stream,
            version=version,
            what=proposal.what.value,
            happened=proposal.happened,
            recorded=recorded,
            account=actor.account,
            post=actor.post.value,
            agency=actor.agency or "",
            client=actor.client or "",
            acting=proposal.acting.value if proposal.acting else "",
            court=proposal.court,
            why=proposal.why,
            document=proposal.document,
            facts=canonical(dict(proposal.facts)),
            secret_digest=digest,
            corrects=proposal.corrects,
            previous=head.hash,
        )
        entry.hash = chain.hash_of(entry)
        head.number, head.hash = entry.number, entry.hash
        entries.append(entry)
        if sealed:
            secrets.append(Secret(entry=entry, sealed=sealed))
    insert(Entry, entries)
    insert(Secret, secrets)
    head.save()
    transaction.on_commit(lambda: count_entries(entry.what for entry in entries))
    return entries


def _entries(streams: Iterable[str], known: datetime | None) -> QuerySet[Entry]:
    found = Entry.objects.filter(stream__in=list(streams))
    return found if known is None else found.filter(recorded__lte=known)
