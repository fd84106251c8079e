"""What the record leaves open about an order that may be in force, and since when: for a court to decide or find out.

A criminal case may end without ending its order (article, *How each order ends*: a separate court order may be needed).
And an order may go on with no end that anybody knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stayaway.law.book import LawBook
from stayaway.model import (
    Answer,
    AsOf,
    CaseEntry,
    CaseState,
    Kind,
    Moment,
    Order,
    Papers,
    Stage,
    day_in,
    fold_case,
    issue_of,
)

from .case_ends import AFTER_TRIAL
from .hearings import AWAITING_HEARING
from .moments import Moments, orders_by_case
from .standing import Standing, standing


def undecided_since(order: Order, found: Standing, at: AsOf) -> date | None:
    """Since when the court has to say what becomes of an order whose case ended. None: nothing is left open.

    `found` is how the order stands. A sentence is no end to an order that was made with it; the end of probation is one
    to an order of that stage alone. A civil case that was dismissed may have taken its order along, and so may one that
    was closed before the hearing; to close it after a final order is ordinary.
    """
    if found.in_force is Answer.NO:
        return None
    zone = order.case.time_zone
    over = _ends_of_case(order, fold_case(order.case, at))
    issued = None if found.state.issued is None else day_in(found.state.issued, zone)
    days = [day_in(entry.on, zone) for entry in over if entry is not None]
    return max((day for day in days if issued is None or day >= issued), default=None)


def _ends_of_case(order: Order, case: CaseState) -> list[CaseEntry | None]:
    """What ended a case and may leave this order behind."""
    if order.kind is not Kind.CRIMINAL:
        return [case.dismissed, case.closed if order.stage in AWAITING_HEARING else None]
    over = [case.dismissed, case.acquitted, case.closed]
    if order.stage not in AFTER_TRIAL:
        over.append(case.sentenced)
    if order.stage is Stage.PROBATION:
        over.append(case.probation_ended)
    return over


def end_unknown_since(order: Order, papers: Papers, book: LawBook, at: AsOf) -> date | None:
    """Since when it is not known when an order ends, nor whether it stands. None: it is known, or no day says since.

    It begins when the order was made, or with the day on which what happened made its end unknown.
    """
    zone = order.case.time_zone
    begun = min((day_in(moment, zone) for moment in _told(order)), default=None)
    if begun is None:
        return None
    since = None
    for day in Moments.of(order, book, orders_by_case(papers).get(order.case.id, ())).days:
        if day > at.day(zone):
            break
        # The law may tell of days before anything that the record tells of.
        since = (since or max(day, begun)) if is_end_unknown(standing(order, book, AsOf(day), papers)) else None
    return since


def _told(order: Order) -> Iterator[Moment]:
    """The moments that the record tells of: when the order was made, and what happened to it and in its case."""
    issued = issue_of(order)
    yield from () if issued is None else (issued,)
    yield from (entry.on for entry in order.docket)
    yield from (entry.on for entry in order.case.docket)


def is_end_unknown(found: Standing) -> bool:
    """Whether nobody knows when an order ends, nor whether it stands."""
    return found.ends is None and found.in_force is Answer.UNSURE
