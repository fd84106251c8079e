"""An order that lasts until a hearing, once something came of the hearing: a final order, or a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from stayaway.model import (
    Answer,
    AsOf,
    CaseEntry,
    CaseEvent,
    CaseId,
    Order,
    OrderEvent,
    OrderId,
    Stage,
    Until,
)
from stayaway.reasoning.codes.standing import StandingCode as Code
from stayaway.reasoning.conduct import compile_orders
from stayaway.reasoning.standing import standing
from tests.reasoning.making_orders import (
    DAN,
    KIT,
    ROSA,
    SAM,
    civil_case,
    civil_order,
    entry,
    papers_of,
    with_entries,
)
from tests.reasoning.standing_of import BOOK, NO, UNSURE, YES, codes, on, temporary

HEARD = date(2024, 3, 15)
HEARING = entry(OrderEvent.HEARING_SET, date(2024, 3, 2), hearing=HEARD)
FIRST = with_entries(temporary(until=Until.HEARING), HEARING)
FINAL = with_entries(civil_order(issued=HEARD, id=OrderId("final")), entry(OrderEvent.SERVED, HEARD))


def after(first: Order, *others: Order, day: int = 20, month: int = 6) -> Answer:
    return on(first, 2024, month, day, papers=papers_of(first, *others)).in_force


def test_a_final_order_takes_the_place_of_one_until_the_hearing() -> None:
    papers = papers_of(FIRST, FINAL)
    assert [on(FIRST, 2024, 3, day, papers=papers).in_force for day in (14, 15, 16)] == [YES, YES, NO]
    found = on(FIRST, 2024, 6, 20, papers=papers)
    assert (found.in_force, found.ends, found.enforceable) == (NO, HEARD, NO)
    assert Code.REPLACED_AFTER_HEARING in codes(found)
    assert on(FIRST, 2024, 6, 20).in_force is UNSURE, "without the other paper nobody knows"
    assert on(FINAL, 2024, 6, 20, papers=papers).in_force is YES


def test_a_final_order_made_some_days_later_ends_it_only_then() -> None:
    made = date(2024, 3, 19)
    later = replace(FINAL, issued=made, docket=(entry(OrderEvent.SERVED, made),))
    answers = [after(FIRST, later, day=day, month=3) for day in (15, 16, 19, 20)]
    assert answers == [YES, UNSURE, UNSURE, NO]


def test_until_a_final_order_is_handed_over_the_first_may_go_on() -> None:
    unserved = replace(FINAL, docket=())
    found = on(FIRST, 2024, 6, 20, papers=papers_of(FIRST, unserved))
    assert (found.in_force, Code.FOLLOWED_BUT_NOT_SERVED in codes(found)) == (UNSURE, True)
    known = with_entries(unserved, entry(OrderEvent.NOTICED, date(2024, 4, 2)))
    assert [after(FIRST, known, day=day, month=4) for day in (1, 2, 3)] == [UNSURE, UNSURE, NO]


def test_a_paper_that_does_not_say_until_when_stays_unsure() -> None:
    silent = replace(FIRST, until=None)
    found = on(silent, 2024, 6, 20, papers=papers_of(silent, FINAL))
    assert (found.in_force, Code.FOLLOWED_AFTER_HEARING in codes(found)) == (UNSURE, True)


def test_only_an_order_that_surely_takes_its_place_ends_it() -> None:
    for other in (
        replace(FINAL, case=replace(FINAL.case, id=CaseId("another"))),
        replace(FINAL, restrained=ROSA, protects=(DAN,)),
        replace(FINAL, restrained=SAM),
        replace(FINAL, protects=(KIT,)),
        replace(FINAL, protects=()),
        replace(FINAL, stage=Stage.TEMPORARY),
        replace(FINAL, stage=Stage.EMERGENCY),
        replace(FINAL, stage=None),
        replace(FINAL, issued=date(2024, 3, 14)),
        replace(FINAL, issued=None),
        replace(FINAL, issued=date(2024, 6, 21), docket=()),
    ):
        assert after(FIRST, other) is UNSURE
    wider = replace(FINAL, protects=(ROSA, KIT))
    assert after(FIRST, wider) is NO
    assert after(replace(FIRST, protects=(ROSA, KIT)), FINAL) is UNSURE, "the final order leaves one of them out"


def test_a_hearing_of_the_case_counts_too_as_it_was_set_when_the_final_order_was_made() -> None:
    set_first = CaseEntry(CaseEvent.HEARING_SET, date(2024, 3, 2), hearing=HEARD)
    case = civil_case(docket=(set_first,))
    first = temporary(until=Until.HEARING, case=case)
    final = replace(FINAL, case=case)
    assert after(first, final) is NO
    another = CaseEntry(CaseEvent.HEARING_SET, date(2024, 5, 2), hearing=date(2024, 8, 1))
    heard_again = civil_case(docket=(set_first, another))
    assert after(replace(first, case=heard_again), replace(final, case=heard_again)) is NO
    earlier = civil_case(docket=(CaseEntry(CaseEvent.HEARING_SET, date(2024, 1, 2), hearing=date(2024, 2, 1)),))
    assert after(replace(first, case=earlier), replace(final, case=earlier)) is UNSURE, "a hearing of something before"


def test_a_hearing_that_was_put_off_leaves_it_waiting() -> None:
    put_off = with_entries(FIRST, entry(OrderEvent.HEARING_SET, HEARD, hearing=date(2024, 7, 1)))
    assert after(put_off, FINAL) is YES
    assert after(put_off, FINAL, month=7) is UNSURE


def test_closing_the_case_after_the_final_order_does_not_bring_it_back() -> None:
    closed = civil_case(docket=(CaseEntry(CaseEvent.CLOSED, date(2024, 4, 1)),))
    assert after(replace(FIRST, case=closed), replace(FINAL, case=closed)) is NO
    assert after(replace(FIRST, case=closed)) is UNSURE


def test_what_is_asked_for_an_instant_does_not_end_it_early() -> None:
    papers = papers_of(FIRST, FINAL)
    that_day = standing(FIRST, BOOK, AsOf(datetime(2024, 3, 15, 23, tzinfo=UTC)), papers)
    assert that_day.in_force is not NO


@pytest.mark.parametrize("expires", [None, HEARD])
def test_many_questions_give_the_same_answers_as_one(expires: date | None) -> None:
    """What is kept for a stretch of time must not run past the day that another order was made or handed over."""
    made, served = date(2024, 4, 10), date(2024, 4, 20)
    first = replace(FIRST, expires=expires)
    final = replace(FINAL, issued=made, docket=(entry(OrderEvent.SERVED, served),))
    papers = papers_of(first, final)
    ready = compile_orders(papers, BOOK)
    days = [date(2024, month, day) for month in (3, 4, 5) for day in range(1, 31)]
    for day in days:
        assert ready.standing_of(first, AsOf(day)) == standing(first, BOOK, AsOf(day), papers)
    assert ready.standing_of(first, AsOf(days[-1])).in_force is NO


def test_with_a_last_day_the_result_must_be_of_its_own_hearing() -> None:
    first = replace(FIRST, expires=HEARD, until=None)
    assert after(first, FINAL) is NO
    for other in (
        replace(FINAL, issued=date(2024, 3, 10)),
        replace(FINAL, protects=(KIT,)),
        replace(FINAL, stage=Stage.TEMPORARY, issued=date(2024, 3, 1)),
    ):
        assert after(first, other) is UNSURE


def test_a_change_after_the_hearing_leaves_open_how_long_the_order_lasts() -> None:
    changed = with_entries(FIRST, entry(OrderEvent.MODIFIED, HEARD))
    assert on(changed, 2024, 6, 20).in_force is UNSURE
    dated = replace(changed, expires=HEARD)
    assert on(dated, 2024, 6, 20).in_force is UNSURE
    set_anew = with_entries(FIRST, entry(OrderEvent.MODIFIED, HEARD, until=date(2024, 9, 1)))
    assert [on(set_anew, 2024, 9, day).in_force for day in (1, 2)] == [YES, NO]
    before = with_entries(FIRST, entry(OrderEvent.MODIFIED, date(2024, 3, 10), until=date(2024, 9, 1)))
    assert on(before, 2024, 9, 2).in_force is UNSURE
