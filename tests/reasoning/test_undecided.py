"""What an ended case, or an end that nobody knows, leaves open, and since when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from stayaway.law.load import law_book
from stayaway.model import (
    UTC,
    Answer,
    AsOf,
    CaseEntry,
    CaseEvent,
    CaseId,
    CivilCase,
    CriminalCase,
    Order,
    OrderEntry,
    OrderEvent,
    OrderId,
    Papers,
    PersonId,
    Stage,
    Until,
)
from stayaway.reasoning.standing import standing
from stayaway.reasoning.undecided import end_unknown_since, undecided_since

DAN, ROSA = PersonId("dan"), PersonId("rosa")
MADE, LATER, NOW = date(2025, 3, 1), date(2025, 5, 1), AsOf(date(2025, 6, 2))


def an_order(stage: Stage, *events: CaseEvent, on: date = LATER, until: Until = Until.FURTHER_ORDER) -> Order:
    docket = tuple(CaseEntry(event, on) for event in events)
    case = CriminalCase(CaseId("assault"), "us-ar", UTC, defendant=DAN, victims=(ROSA,), docket=docket)
    return Order(OrderId("o"), case, DAN, (ROSA,), stage=stage, issued=MADE, until=until)


def open_since(order: Order) -> date | None:
    return undecided_since(order, standing(order, law_book(), NOW), NOW)


@pytest.mark.parametrize("event", [CaseEvent.DISMISSED, CaseEvent.ACQUITTED, CaseEvent.CLOSED])
@pytest.mark.parametrize("stage", [Stage.PRETRIAL, Stage.PROBATION, Stage.SENTENCE])
def test_a_case_that_ended_leaves_the_order_to_be_decided(stage: Stage, event: CaseEvent) -> None:
    assert open_since(an_order(stage, event)) == LATER


@pytest.mark.parametrize(
    ("stage", "event", "is_open"),
    [
        (Stage.PRETRIAL, CaseEvent.SENTENCED, True),
        (Stage.SENTENCE, CaseEvent.SENTENCED, False),
        (Stage.PROBATION, CaseEvent.SENTENCED, False),
        (Stage.PROBATION, CaseEvent.PROBATION_ENDED, True),
        (Stage.SENTENCE, CaseEvent.PROBATION_ENDED, False),
        (Stage.PRETRIAL, CaseEvent.CHARGED, False),
    ],
)
def test_what_leaves_it_open_goes_by_the_stage(stage: Stage, event: CaseEvent, is_open: bool) -> None:
    order = an_order(stage, event)
    is_in_force = bool(standing(order, law_book(), NOW).in_force)
    assert open_since(order) == (LATER if is_open and is_in_force else None)


def test_what_happened_before_the_order_was_made_leaves_nothing_open() -> None:
    assert open_since(an_order(Stage.PRETRIAL, CaseEvent.DISMISSED, on=date(2025, 2, 1))) is None


def a_civil_order(event: CaseEvent, stage: Stage, on: date = LATER, **more: Any) -> Order:
    case = CivilCase(CaseId("c"), "us-ar", UTC, petitioner=ROSA, docket=(CaseEntry(event, on),))
    return Order(OrderId("o"), case, DAN, (ROSA,), stage=stage, issued=MADE, expires=date(2026, 3, 1), **more)


@pytest.mark.parametrize(
    ("event", "stage", "is_open"),
    [
        (CaseEvent.DISMISSED, Stage.FINAL, True),
        (CaseEvent.DISMISSED, Stage.TEMPORARY, True),
        (CaseEvent.CLOSED, Stage.TEMPORARY, True),
        (CaseEvent.CLOSED, Stage.FINAL, False),
        (CaseEvent.HEARING_SET, Stage.FINAL, False),
    ],
)
def test_a_civil_case_may_have_taken_its_order_along(event: CaseEvent, stage: Stage, is_open: bool) -> None:
    order = a_civil_order(event, stage)
    is_unsure = standing(order, law_book(), NOW).in_force is Answer.UNSURE
    assert is_unsure is is_open, "what the court is asked is what the answer leaves open"
    assert open_since(order) == (LATER if is_open else None)
    assert open_since(a_civil_order(event, stage, on=date(2025, 2, 1))) is None, "before the order was made"


def test_an_order_that_is_over_leaves_nothing_open() -> None:
    lifted = OrderEntry(OrderEvent.LIFTED, date(2025, 5, 20))
    order = an_order(Stage.PRETRIAL, CaseEvent.DISMISSED)
    ended = Order(order.id, order.case, DAN, (ROSA,), stage=order.stage, issued=MADE, docket=(lifted,))
    assert open_since(ended) is None
    terminated = OrderEntry(OrderEvent.TERMINATED, date(2025, 5, 20))
    assert open_since(a_civil_order(CaseEvent.DISMISSED, Stage.FINAL, docket=(terminated,))) is None


def unknown_since(order: Order, at: AsOf = NOW) -> date | None:
    return end_unknown_since(order, Papers({}, {}, {order.case.id: order.case}, {order.id: order}), law_book(), at)


def test_an_end_is_unknown_since_the_order_was_made_or_since_what_happened_made_it_so() -> None:
    civil = CivilCase(CaseId("c"), "us-wa", UTC, petitioner=ROSA)
    assert unknown_since(Order(OrderId("o"), civil, DAN, (ROSA,), issued=MADE)) == MADE
    assert unknown_since(Order(OrderId("o"), civil, DAN, (ROSA,), issued=MADE, expires=date(2026, 1, 1))) is None
    dismissed = an_order(Stage.PRETRIAL, CaseEvent.DISMISSED, until=Until.CASE_DISPOSITION)
    assert unknown_since(dismissed, AsOf(date(2025, 4, 30))) is None
    assert unknown_since(dismissed) == LATER


def test_an_order_of_no_known_day_says_no_day() -> None:
    civil = CivilCase(CaseId("c"), "us-wa", UTC, petitioner=ROSA)
    assert unknown_since(Order(OrderId("o"), civil, DAN, (ROSA,))) is None
    served = OrderEntry(OrderEvent.SERVED, LATER)
    assert unknown_since(Order(OrderId("o"), civil, DAN, (ROSA,), docket=(served,))) == LATER
