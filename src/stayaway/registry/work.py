"""What has to be done about the orders of a case: told by the core, listed by agency and day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from stayaway.api import moment
from stayaway.law.load import law_book
from stayaway.model import Answer, AsOf, Order, Papers, day_in
from stayaway.reasoning.renewal import WindowState, renewal_window
from stayaway.reasoning.standing import Standing, standing
from stayaway.reasoning.undecided import end_unknown_since, is_end_unknown, undecided_since
from stayaway.wording.work import WorkCode

from .folding import FoldedCase

ENDS_SOON_DAYS = 30
"""How long before an order's end it stands on the work list of its court."""
ASKED_FOR_IN = frozenset({WindowState.NOT_OPEN, WindowState.OPEN, WindowState.LATE_OPEN})
"""Where renewal can be asked for, now or later."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something to do about an order, from a day on. `due` None: no last day is known."""

    order: str
    kind: WorkCode
    begins: date
    due: date | None = None


def tasks_of(papers: Papers, case: FoldedCase, now: datetime) -> list[Work]:
    """Everything to do about the orders of a case that was not entered as done since it began."""
    at = AsOf.now(now)
    found = [work for order in papers.orders.values() for work in _of_order(order, papers, _entered(order, case), at)]
    if case.foreign:  # its own court decides and serves; here it only stands until its end
        found = [work for work in found if work.kind is WorkCode.ENDS_SOON]
    return [work for work in found if not _is_done(work, case)]


def _is_done(work: Work, case: FoldedCase) -> bool:
    return any(
        order == work.order and kind == work.kind.value and when[: len("2024-05-03")] >= work.begins.isoformat()
        for order, kind, when in case.done
    )


def _entered(order: Order, case: FoldedCase) -> date:
    zone = order.case.time_zone
    return moment(case.entered[order.id], zone).day(zone)


def _of_order(order: Order, papers: Papers, entered: date, at: AsOf) -> Iterator[Work]:
    found = standing(order, law_book(), at, papers)
    if found.in_force is Answer.NO:
        return
    undecided = undecided_since(order, found, at)
    if undecided is not None:
        yield Work(order.id, WorkCode.DECIDE_AFTER_CASE, undecided)
    yield from _service_and_hearing(order, found)
    yield from _requests(order, found)
    yield from _ends(order, found, at)
    if is_end_unknown(found):
        # Where no day is known at all, it begins with the day that the order was entered for.
        since = end_unknown_since(order, papers, law_book(), at) or entered
        yield Work(order.id, WorkCode.END_UNKNOWN, since)


def _service_and_hearing(order: Order, found: Standing) -> Iterator[Work]:
    issued = _day(order, found.state.issued)
    if issued is not None and found.state.served is None and found.state.noticed is None:
        yield Work(order.id, WorkCode.SERVE, issued)
    heard = _day(order, found.state.hearing)
    decided = [found.state.denied_by, found.state.lengthened_by]
    has_result = any(
        one is not None and heard is not None and (_day(order, one.on) or heard) >= heard for one in decided
    )
    if heard is not None and not has_result:
        yield Work(order.id, WorkCode.HEARING_WITHOUT_RESULT, heard + timedelta(days=1))


def _requests(order: Order, found: Standing) -> Iterator[Work]:
    waiting = (
        (WorkCode.DECIDE_RENEWAL, found.state.renewal_asked),
        (WorkCode.DECIDE_ENDING, found.state.ending_asked),
        (WorkCode.DECIDE_CHANGE, found.state.change_asked),
    )
    for kind, asked in waiting:
        day = _day(order, asked)
        if day is not None:
            yield Work(order.id, kind, day, found.ends if isinstance(found.ends, date) else None)


def _ends(order: Order, found: Standing, at: AsOf) -> Iterator[Work]:
    if isinstance(found.ends, date):
        yield Work(order.id, WorkCode.ENDS_SOON, found.ends - timedelta(days=ENDS_SOON_DAYS), found.ends)
    window = renewal_window(order, law_book(), at)
    if window.opens is not None and window.state in ASKED_FOR_IN:
        yield Work(order.id, WorkCode.RENEWAL_OPEN, window.opens, window.closes)


def _day(order: Order, moment: date | datetime | None) -> date | None:
    return None if moment is None else day_in(moment, order.case.time_zone)
