"""What ends an order, by whatever words: an entry after which it does not stand on a day on which it stood before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from stayaway.files.faults import FileFaults
from stayaway.model import Answer

from .days import today_in
from .entries import Line, What
from .finding.glancing import standing_on
from .folding import Folded
from .models import CaseRow, OrderRow
from .rows import order_rows, papers_alone

ON_ORDERS = frozenset({What.ORDER_EVENT, What.CORRECTED, What.CASE_CHANGED})
"""Entries that say of an order, or of its case, something else than before. What becomes of a case is no such one: that
is not entered to end an order, whatever the law makes of it."""


def ends_an_order(added: Sequence[Line], before: Folded, after: Folded, now: datetime) -> bool:
    """Whether an order stands on no more as long as it stood, or may have stood, before these entries.

    An end that was made a later one ends nothing, nor does one that had passed.
    """
    cases = {line.stream for line in added if line.what in ON_ORDERS} & set(before.cases)
    return any(_ends_in(case, before, after, now) for case in sorted(cases))


def _ends_in(case: str, before: Folded, after: Folded, now: datetime) -> bool:
    if before.cases[case].is_sealed or not before.cases[case].orders:
        return False
    try:
        stood = {row.id: row for row in order_rows(CaseRow(id=case), papers_alone(case, before))}
    except FileFaults:  # this release does not read what stood there: nobody knows what it ends
        return True
    stands = {row.id: row for row in order_rows(CaseRow(id=case), papers_alone(case, after))}
    return any(_ends(row, stands.get(key), now) for key, row in stood.items())


def _ends(row: OrderRow, then: OrderRow | None, now: datetime) -> bool:
    today = today_in(row.time_zone, now)
    days = {today, *_edges(row, today), *(_edges(then, today) if then is not None else ())}
    return any(
        standing_on(row.spans, day)[0] is not Answer.NO
        and (then is None or standing_on(then.spans, day)[0] is Answer.NO)
        for day in days
    )


def _edges(row: OrderRow, today: date) -> Iterator[date]:
    """The days from today on on which an order begins or ceases to stand so."""
    for first, last, *_ in row.spans:
        begins = date.fromisoformat(str(first))
        ends = date.fromisoformat(str(last)) if last is not None else date.max
        yield from (day for day in (begins, ends) if day >= today)
        if today <= ends < date.max:
            yield ends + timedelta(days=1)
