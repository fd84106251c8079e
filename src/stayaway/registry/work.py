"""What has to be done about the orders of a case: told by the core, listed by agency and day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from stayaway.api import moment
from stayaway.law.load import law_book
from stayaway.model import Answer, AsOf, End, Moment, Order, Papers, day_in, fold_case
from stayaway.reasoning.hearings import DECIDES_A_HEARING, hearing_of, lasts_until_hearing, made_after
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
    return [work for work in all_work(papers, case, now) if not _is_done(work, case)]


def all_work(papers: Papers, case: FoldedCase, now: datetime) -> list[Work]:
    """The same, with what a court entered as done: that is its own bookkeeping, and no news to anybody else."""
    at = AsOf.now(now)
    found = [work for order in papers.orders.values() for work in _of_order(order, papers, _entered(order, case), at)]
    if case.foreign:  # its own court decides and serves; here it only stands until its end
        found = [work for work in found if work.kind is WorkCode.ENDS_SOON]
    return found


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
    yield from _service(order, found)
    yield from _hearing(order, found, papers, at)
    yield from _requests(order, found)
    yield from _ends(order, found, at)
    early = found.state.expired_by
    if early is not None and _is_ahead(found.state.ends, order, at):
        yield Work(order.id, WorkCode.EXPIRED_TOO_EARLY, day_in(early.on, order.case.time_zone))
    if is_end_unknown(found):
        # Where no day is known at all, it begins with the day that the order was entered for.
        since = end_unknown_since(order, papers, law_book(), at) or entered
        yield Work(order.id, WorkCode.END_UNKNOWN, since)


def _service(order: Order, found: Standing) -> Iterator[Work]:
    issued = _day(order, found.state.issued)
    if issued is not None and found.state.served is None and found.state.noticed is None:
        yield Work(order.id, WorkCode.SERVE, issued)


def _hearing(order: Order, found: Standing, papers: Papers, at: AsOf) -> Iterator[Work]:
    """What came of a hearing about the order; of one of its case only for an order that waits for it.

    Other hearings of a case need have no result for any of its orders.
    """
    hearing = found.state.hearing
    if lasts_until_hearing(order):
        hearing = hearing_of(found.state, fold_case(order.case, at))
    heard, issued = _day(order, hearing), _day(order, found.state.issued)
    if heard is None or (found.state.hearing is None and issued is not None and heard < issued):
        return
    if not _has_result(order, found, heard, papers, at):
        yield Work(order.id, WorkCode.HEARING_WITHOUT_RESULT, _day_after(heard))


def _has_result(order: Order, found: Standing, heard: date, papers: Papers, at: AsOf) -> bool:
    """Whether anything was entered that came of a hearing: about the order, its case, or an order made after it."""
    state, case = found.state, fold_case(order.case, at)
    over = (case.dismissed, case.closed) if lasts_until_hearing(order) else ()
    entered = (state.denied_by, state.lengthened_by, state.modified_by, *over)
    if any(one is not None and day_in(one.on, order.case.time_zone) >= heard for one in entered):
        return True
    return any(True for _ in made_after(order, heard, DECIDES_A_HEARING, papers, at))


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


def _day(order: Order, moment: Moment | None) -> date | None:
    return None if moment is None else day_in(moment, order.case.time_zone)


def _day_after(day: date) -> date:
    """The next day; of the last one that the calendar has, that one."""
    return day + timedelta(days=1) if day < date.max else day


def _is_ahead(end: End | None, order: Order, at: AsOf) -> bool:
    """Whether an end is known and not over."""
    return end is not None and not (isinstance(end, date) and at.past_end_of(end, order.case.time_zone))
