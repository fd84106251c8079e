"""Keeping no longer than needed: what is secret of a case is erased some years after its last order ended.

The journal stays, with what happened and when. What goes is where somebody lives and how they are reached; the journal
says that it was erased, and the chain still holds, because it holds only digests of secrets.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from stayaway.model import Answer

from . import projecting
from .actors import Actor, Post
from .edition import edition
from .entries import Proposal, What
from .folding import fold
from .journal import append, lines_of_cases, lock_head
from .models import CaseRow, Entry, Head, OrderRow, Party, Secret

YEAR = 366
KEEPER = Actor(account="retention", post=Post.ADMINISTRATOR)
"""The registry itself, by the rule that its operator set. It makes no other entry."""


def erase_old_secrets(now: datetime, years: int) -> int:
    """Erase the secrets of cases whose last order ended more than some years ago. Returns how many were erased.

    A person's secrets go with the last of their cases. An order that may still be in force keeps everything.
    """
    before = now.date() - timedelta(days=YEAR * years)
    erased = 0
    for case in CaseRow.objects.order_by("id").values_list("id", flat=True).iterator(500):
        if _ended_before(case, before):
            erased += _erase(case, now)
            for person in Party.objects.filter(case_id=case).values_list("person_id", flat=True):
                others = Party.objects.filter(person_id=person).exclude(case_id=case).values_list("case_id", flat=True)
                if all(_ended_before(other, before) for other in others):
                    erased += _erase(person, now)
    return erased


def _ended_before(case: str, day: date) -> bool:
    """Whether every order of a case was over, beyond doubt, before a day. A case without orders is not over.

    What was told under other law than today's is in doubt.
    """
    rows = list(OrderRow.objects.filter(case_id=case))
    return bool(rows) and all(row.law == edition() and _ended(row.spans, day) for row in rows)


def _ended(spans: list[list[str | None]], day: date) -> bool:
    last = spans[-1] if spans else None
    return last is not None and last[1] is None and last[2] == Answer.NO and str(last[0]) <= day.isoformat()


def _erase(stream: str, now: datetime) -> int:
    with transaction.atomic():
        head: Head = lock_head()
        kept = Secret.objects.filter(entry__stream=stream, sealed__isnull=False)
        numbers = sorted(kept.values_list("entry_id", flat=True))
        if not numbers:
            return 0
        version = Entry.objects.filter(stream=stream).order_by("-version").values_list("version", flat=True)[0]
        proposal = Proposal(What.ERASED, stream, now.date().isoformat(), {"entries": numbers})
        entry = append(head, KEEPER, [(proposal, version + 1)], now)[0]
        kept.update(sealed=None)
        folded = fold(lines_of_cases([stream], secrets=True))
        projecting.project(folded, {stream: entry.number}, now)
    return len(numbers)
