"""Is an order in force: by its own end, by its own docket, and while it waits for a hearing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from stayaway.model import (
    Answer,
    AsOf,
    Claim,
    Never,
    OrderEvent,
    OrderId,
    Until,
)
from stayaway.reasoning.codes.standing import StandingCode as Code
from stayaway.reasoning.standing import standing
from tests.reasoning.making_orders import (
    civil_order,
    criminal_order,
    entry,
    papers_of,
    with_entries,
)
from tests.reasoning.standing_of import BOOK, ISSUED, LATER, NO, UNSURE, YES, codes, on, temporary

# ---- a fixed end -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [((2024, 2, 29), NO), ((2024, 3, 1), YES), ((2025, 3, 1), YES), ((2025, 3, 2), NO)],
    ids=["before it was made", "on the day it was made", "on its last day", "the day after its last"],
)
def test_an_order_stands_from_its_issue_through_the_end_of_its_last_day(day: tuple[int, ...], expected: Answer) -> None:
    assert on(civil_order(), *day).in_force is expected


def test_the_last_day_ends_at_midnight_in_the_time_zone_of_the_court() -> None:
    order = civil_order()  # a court in California's time zone
    last_minute = datetime(2025, 3, 2, 7, 59, tzinfo=UTC)
    assert standing(order, BOOK, AsOf(last_minute)).in_force is YES
    assert standing(order, BOOK, AsOf(last_minute + timedelta(minutes=1))).in_force is NO


def test_a_permanent_order_has_no_end_and_an_unknown_end_is_unsure() -> None:
    assert on(civil_order(expires=Never.NEVER), 2060, 1, 1).in_force is YES
    assert on(civil_order(expires=Never.NEVER), 2060, 1, 1).ends is Never.NEVER
    assert on(civil_order(expires=None), 2024, 6, 1).in_force is UNSURE


def test_an_order_whose_issue_is_not_known_is_unsure() -> None:
    assert on(civil_order(issued=None), 2024, 6, 1).in_force is UNSURE


def test_the_docket_may_say_when_it_was_issued() -> None:
    order = with_entries(civil_order(issued=None), entry(OrderEvent.ISSUED, ISSUED))
    assert on(order, 2024, 2, 29).in_force is NO
    assert on(order, 2024, 3, 1).in_force is YES


# ---- its own docket ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [OrderEvent.TERMINATED, OrderEvent.LIFTED])
def test_its_own_court_ends_it(ending: OrderEvent) -> None:
    order = with_entries(civil_order(), entry(ending, LATER, court="family court"))
    assert on(order, 2024, 9, 9).in_force is YES
    assert on(order, 2024, 9, 10).in_force is NO
    assert on(order, 2024, 9, 10).ends == LATER


def test_another_court_cannot_end_it_and_the_answer_says_so() -> None:
    order = with_entries(criminal_order(), entry(OrderEvent.LIFTED, LATER, court="King County Superior Court"))
    found = on(order, 2024, 10, 1)
    assert found.in_force is YES
    assert Code.OTHER_COURT_CANNOT_END in codes(found)


def test_an_entry_before_the_issue_changes_nothing() -> None:
    order = with_entries(civil_order(), entry(OrderEvent.TERMINATED, date(2024, 2, 1)))
    found = on(order, 2024, 6, 1)
    assert found.in_force is YES
    assert Code.ENTRY_BEFORE_ISSUE in codes(found)


def test_what_its_court_ended_is_not_renewed() -> None:
    order = with_entries(
        civil_order(),
        entry(OrderEvent.TERMINATED, LATER),
        entry(OrderEvent.RENEWED, date(2024, 10, 1), until=Never.NEVER),
    )
    found = on(order, 2025, 1, 1)
    assert found.in_force is NO
    assert Code.ENTRY_AFTER_END in codes(found)


def test_entries_may_be_written_down_in_any_order() -> None:
    renewed = entry(OrderEvent.RENEWED, date(2025, 2, 10), until=date(2027, 3, 1))
    asked = entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 1, 10))
    for docket in ((asked, renewed), (renewed, asked)):
        assert on(with_entries(civil_order(), *docket), 2026, 1, 1).in_force is YES


def test_of_two_entries_on_one_day_the_later_written_counts() -> None:
    first = entry(OrderEvent.EXTENDED, LATER, until=date(2026, 1, 1))
    second = entry(OrderEvent.EXTENDED, LATER, until=date(2027, 1, 1))
    assert on(with_entries(civil_order(), first, second), 2026, 6, 1).in_force is YES
    assert on(with_entries(civil_order(), second, first), 2026, 6, 1).in_force is NO


def test_a_renewal_lengthens_it_only_from_the_day_it_was_granted() -> None:
    order = with_entries(civil_order(), entry(OrderEvent.RENEWED, date(2025, 2, 10), until=date(2027, 3, 1)))
    assert on(order, 2025, 2, 9).ends == date(2025, 3, 1)
    assert on(order, 2025, 2, 10).ends == date(2027, 3, 1)
    assert on(order, 2027, 3, 2).in_force is NO


def test_a_renewal_granted_after_the_end_leaves_a_gap() -> None:
    order = with_entries(civil_order(), entry(OrderEvent.RENEWED, date(2025, 4, 10), until=date(2026, 4, 10)))
    assert [on(order, 2025, 4, day).in_force for day in (9, 10)] == [NO, YES]


@pytest.mark.parametrize(
    ("place", "expected"),
    [(None, UNSURE), ("us-wa", UNSURE), ("us-md", YES), ("us-ak", NO)],
    ids=["nothing known", "law does not say", "the order goes on", "asking does not keep it"],
)
def test_a_renewal_asked_for_in_time_and_not_decided(place: str | None, expected: Answer) -> None:
    order = with_entries(civil_order(place), entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 2, 20)))
    assert on(order, 2025, 3, 5).in_force is expected
    denied = with_entries(order, entry(OrderEvent.DENIED, date(2025, 3, 4)))
    assert on(denied, 2025, 3, 5).in_force is NO


def test_a_renewal_asked_for_too_late_does_not_bring_it_back() -> None:
    order = with_entries(civil_order("us-md"), entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 3, 2)))
    found = on(order, 2025, 3, 5)
    assert found.in_force is NO
    assert Code.RENEWAL_ASKED_TOO_LATE in codes(found)


def test_one_denial_of_several_requests_is_not_taken_for_the_renewal() -> None:
    order = with_entries(
        civil_order(),
        entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 2, 1)),
        entry(OrderEvent.DISMISSAL_REQUESTED, date(2025, 2, 5)),
        entry(OrderEvent.DENIED, date(2025, 2, 10)),
    )
    assert on(order, 2025, 3, 5).in_force is UNSURE


def test_a_note_that_it_ran_out_counts_unless_the_paper_says_otherwise() -> None:
    noted = entry(OrderEvent.EXPIRED, LATER)
    assert on(with_entries(civil_order(expires=None), noted), 2024, 10, 1).in_force is NO
    assert on(with_entries(civil_order(), noted), 2024, 10, 1).in_force is UNSURE


def test_a_status_that_another_system_claims_is_shown_and_decides_nothing() -> None:
    order = civil_order(claims=(Claim("expired", "state portal", LATER),))
    found = on(order, 2024, 10, 1)
    assert found.in_force is YES
    assert Code.CLAIM in codes(found)


# ---- waiting for a hearing --------------------------------------------------------------------------------------


def test_a_temporary_order_past_its_hearing_with_no_result_is_unsure() -> None:
    order = with_entries(temporary(), entry(OrderEvent.HEARING_SET, date(2024, 3, 2), hearing=date(2024, 3, 15)))
    assert on(order, 2024, 3, 15).in_force is YES
    assert on(order, 2024, 3, 15).ends == date(2024, 3, 15)
    assert on(order, 2024, 3, 16).in_force is UNSURE


def test_a_hearing_that_was_moved_leaves_an_expired_temporary_order_unsure() -> None:
    order = with_entries(
        temporary(expires=date(2024, 3, 15)),
        entry(OrderEvent.HEARING_SET, date(2024, 3, 14), hearing=date(2024, 3, 29)),
    )
    assert on(order, 2024, 3, 20).in_force is UNSURE
    assert on(temporary(expires=date(2024, 3, 15)), 2024, 3, 20).in_force is NO


def test_a_temporary_order_ends_with_its_day_once_a_final_order_was_made() -> None:
    order = with_entries(
        temporary(expires=date(2024, 3, 15)), entry(OrderEvent.HEARING_SET, date(2024, 3, 2), hearing=date(2024, 3, 15))
    )
    final = civil_order(issued=date(2024, 3, 15), id=OrderId("final"))
    assert on(order, 2024, 3, 20).in_force is UNSURE
    assert on(order, 2024, 3, 20, papers=papers_of(order, final)).in_force is NO


def test_a_petition_that_was_denied_ends_an_order_until_the_hearing() -> None:
    hearing = entry(OrderEvent.HEARING_SET, date(2024, 3, 2), hearing=date(2024, 3, 15))
    denied = entry(OrderEvent.DENIED, date(2024, 3, 15))
    assert on(with_entries(temporary(until=Until.HEARING), hearing, denied), 2024, 3, 16).in_force is NO
    assert on(with_entries(temporary(), hearing, denied), 2024, 3, 16).in_force is UNSURE


def test_the_law_bounds_a_temporary_order_whose_hearing_is_not_known() -> None:
    instrument = BOOK.of("us-ak").instruments["ak-exparte"]
    order = temporary(place="us-ak", instrument="ak-exparte")
    last = instrument.term.maximum.after(ISSUED)  # type: ignore[union-attr]  # a length in the data
    assert standing(order, BOOK, AsOf(last)).in_force is YES
    past = standing(order, BOOK, AsOf(last + timedelta(days=1)))
    assert past.in_force is UNSURE, "a court may have made it longer"
    assert on(temporary(), 2024, 3, 5).in_force is UNSURE, "no hearing, no length, no place"
