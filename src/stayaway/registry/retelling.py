"""How orders stand, told anew, where the rows that say so were made under other law or other rules.

Such a row is not believed: whoever looks meanwhile is told what this release says, worked out for them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from stayaway.files.faults import FileFaults
from stayaway.model import Answer

from .edition import edition
from .entries import Line
from .folding import fold, people_in
from .journal import lines_of_cases, lock_head
from .models import CaseRow, OrderRow
from .projecting import project_case
from .rows import case_row, order_rows, papers_alone

Spans = list[list[str | None]]
UNSURE: Spans = [[date.min.isoformat(), None, Answer.UNSURE.value, Answer.UNSURE.value]]


def spans_now(cases: Collection[str]) -> dict[str, Spans]:
    """How the standing of each order of some cases runs over the days, by the law and the rules of this release.

    An order that these rules cannot read is unsure on every day.
    """
    lines = lines_of_cases(cases)
    found: dict[str, Spans] = {}
    for case in cases:
        own = [line for line in lines if line.stream == case]
        try:
            found |= _spans_of(case, own, lines)
        except (KeyError, FileFaults):
            found |= dict.fromkeys(OrderRow.objects.filter(case_id=case).values_list("id", flat=True), UNSURE)
    return found


def _spans_of(case: str, own: list[Line], lines: list[Line]) -> dict[str, Spans]:
    concerned = {case, *(person for line in own for person in people_in(line.facts))}
    folded = fold([line for line in lines if line.stream in concerned])
    row = case_row(case, folded, own[-1].number if own else 0)
    return {order.id: order.spans for order in order_rows(row, papers_alone(case, folded))}


@dataclass(frozen=True, slots=True)
class Retold:
    """How many cases were told anew, and which these rules cannot read any more."""

    count: int
    unreadable: tuple[str, ...]


def outdated_cases() -> list[str]:
    """The cases with an order whose row was told under another edition."""
    orders = OrderRow.objects.exclude(law=edition()).order_by("case_id")
    return list(orders.values_list("case_id", flat=True).distinct())


def tell_anew(now: datetime) -> Retold:
    """Tell how the orders stand of every case whose rows are of another edition.

    Each case by itself, so that nobody who writes waits for long; broken off, it goes on where it was. A case that
    these rules cannot read keeps its rows, which nobody believes.
    """
    count, unreadable = 0, []
    for case in outdated_cases():
        try:
            with transaction.atomic():
                lock_head()
                row = CaseRow.objects.get(id=case)
                project_case(case, fold(lines_of_cases([case], secrets=True)), row.updated, now)
        except FileFaults:
            unreadable.append(case)
        else:
            count += 1
    return Retold(count, tuple(unreadable))
