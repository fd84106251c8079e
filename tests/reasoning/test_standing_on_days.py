"""From when an order can be enforced, on which day it stands, and the edges of its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stayaway.law.load import known_jurisdictions
from stayaway.model import (
    Answer,
    AsOf,
    CaseEntry,
    CaseEvent,
    CaseId,
    Kind,
    Never,
    Order,
    OrderEvent,
    OrderId,
    Stage,
    Until,
    fold_case,
    fold_order,
)
from stayaway.reasoning.codes.standing import StandingCode as Code
from stayaway.reasoning.standing import standing
from tests.reasoning.making_orders import (
    DAN,
    ROSA,
    civil_order,
    criminal_case,
    criminal_order,
    entry,
    papers_of,
    with_entries,
)
from tests.reasoning.random_papers import days, orders
from tests.reasoning.standing_of import BOOK, ISSUED, LATER, NO, UNSURE, YES, charged, codes, on, temporary

# ---- enforceable ------------------------------------------------------------------------------------------------


def _order_enforceable_from(rule: str) -> Order:
    """An order in force of some instrument in the data whose violation can be punished from then."""
    for place in known_jurisdictions():
        for instrument in BOOK.of(place).instruments.values():
            if instrument.enforceable_from == rule:
                make = civil_order if instrument.track is Kind.CIVIL else criminal_order
                return make(place, instrument=instrument.id, stage=instrument.stage, expires=date(2029, 1, 1))
    raise LookupError(rule)


@pytest.mark.parametrize(
    ("rule", "untold", "noticed"),
    [("issuance", YES, YES), ("service", UNSURE, NO), ("notice", UNSURE, YES), ("unknown", UNSURE, UNSURE)],
)
def test_from_when_a_violation_can_be_punished(rule: str, untold: Answer, noticed: Answer) -> None:
    order = _order_enforceable_from(rule)
    assert on(order, 2024, 6, 1).enforceable is untold
    told = with_entries(order, entry(OrderEvent.NOTICED, date(2024, 3, 2)))
    assert on(told, 2024, 6, 1).enforceable is noticed
    served = with_entries(order, entry(OrderEvent.SERVED, date(2024, 3, 4)))
    assert on(served, 2024, 6, 1).enforceable is YES
    assert on(served, 2024, 3, 3).enforceable is untold


def test_what_is_not_in_force_is_not_enforceable_and_what_may_be_may_be() -> None:
    served = entry(OrderEvent.SERVED, date(2024, 3, 4))
    assert on(with_entries(civil_order(), served), 2025, 6, 1).enforceable is NO
    assert on(with_entries(civil_order(expires=None), served), 2024, 6, 1).enforceable is UNSURE


# ---- days and instants ------------------------------------------------------------------------------------------


def test_an_instant_on_the_day_of_a_bare_dated_entry_is_unsure_and_the_hour_settles_it() -> None:
    order = with_entries(civil_order(), entry(OrderEvent.TERMINATED, LATER))
    noon = datetime(2024, 9, 10, 19, tzinfo=UTC)
    found = standing(order, BOOK, AsOf(noon))
    assert found.in_force is UNSURE
    assert Code.SAME_DAY in codes(found)
    hour_known = with_entries(civil_order(), entry(OrderEvent.TERMINATED, noon))
    assert standing(hour_known, BOOK, AsOf(noon - timedelta(minutes=1))).in_force is YES
    assert standing(hour_known, BOOK, AsOf(noon)).in_force is NO


def test_at_present_what_is_written_down_for_today_has_happened() -> None:
    order = with_entries(civil_order(), entry(OrderEvent.TERMINATED, LATER))
    assert standing(order, BOOK, AsOf.now(datetime(2024, 9, 10, 19, tzinfo=UTC))).in_force is NO


@given(orders(), days)
def test_folding_up_to_a_day_is_folding_the_docket_cut_at_that_day(order: Order, day: date) -> None:
    at = AsOf(day)
    zone = order.case.time_zone
    kept = tuple(e for e in order.docket if at.reached(e.on, zone) is YES)
    case = replace(order.case, docket=tuple(e for e in order.case.docket if at.reached(e.on, zone) is YES))
    cut = replace(order, docket=kept, case=case)
    assert fold_order(cut, at) == fold_order(order, at)
    assert fold_case(case, at) == fold_case(order.case, at)
    assert standing(cut, BOOK, at) == standing(order, BOOK, at)


@given(orders(), days, st.sampled_from([OrderEvent.LIFTED, OrderEvent.TERMINATED]))
def test_what_its_court_ended_stays_ended(order: Order, day: date, ending: OrderEvent) -> None:
    ended = with_entries(order, entry(ending, day, court=order.case.court))
    after = standing(ended, BOOK, AsOf(day + timedelta(days=100)))
    state = after.state
    if state.ended_by is not None and state.issued is not None:
        assert after.in_force is NO


# ---- edges that a broken rule would cross -------------------------------------------------------------------------


def test_what_happens_on_the_very_day_counts() -> None:
    same_day = (CaseEntry(CaseEvent.DISMISSED, ISSUED),)
    assert on(criminal_order("us-wa", case=criminal_case("us-wa", docket=same_day)), 2024, 3, 1).in_force is NO
    asked_on_last_day = with_entries(civil_order(), entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 3, 1)))
    assert on(asked_on_last_day, 2025, 3, 2).in_force is UNSURE


def test_only_an_order_of_the_same_case_takes_the_place_of_one() -> None:
    order = with_entries(
        temporary(expires=date(2024, 3, 15)), entry(OrderEvent.HEARING_SET, date(2024, 3, 2), hearing=date(2024, 3, 15))
    )
    final = civil_order(issued=date(2024, 3, 15), id=OrderId("final"))
    elsewhere = replace(final, case=replace(final.case, id=CaseId("another")))
    mutual = replace(final, restrained=ROSA, protects=(DAN,))
    earlier = replace(final, issued=date(2024, 2, 1))
    another_temporary = replace(final, stage=Stage.EMERGENCY)
    not_yet = replace(final, issued=date(2024, 3, 25))
    for other in (elsewhere, mutual, earlier, another_temporary, not_yet):
        assert on(order, 2024, 3, 20, papers=papers_of(order, other)).in_force is UNSURE
    same_day = replace(order, issued=date(2024, 3, 15))
    assert on(same_day, 2024, 3, 20, papers=papers_of(same_day, final)).in_force is NO


def test_an_order_until_a_hearing_at_whatever_stage_waits_for_its_result() -> None:
    hearing = entry(OrderEvent.HEARING_SET, date(2024, 3, 2), hearing=date(2024, 3, 15))
    order = with_entries(civil_order(expires=None, stage=None, until=Until.HEARING), hearing)
    assert [on(order, 2024, 3, day).in_force for day in (15, 16)] == [YES, UNSURE]
    dated = with_entries(civil_order(expires=date(2024, 3, 15), stage=None, until=Until.HEARING), hearing)
    assert on(dated, 2024, 3, 16).in_force is UNSURE
    assert on(civil_order(expires=None, stage=None, until=Until.HEARING), 2024, 6, 1).in_force is YES


def test_an_instrument_says_what_it_lasts_until_where_the_paper_is_silent() -> None:
    instrument = BOOK.of("us-ak").instruments["ak-sentence"]
    assert instrument.term.until is Until.SENTENCE_ENDS
    by_law = criminal_order("us-ak", stage=Stage.SENTENCE, instrument=instrument.id)
    assert on(by_law, 2024, 6, 1).in_force is YES
    assert on(criminal_order("us-ak", stage=Stage.SENTENCE), 2024, 6, 1).in_force is UNSURE


def test_an_instant_on_the_day_of_service_leaves_only_enforcement_open() -> None:
    order = with_entries(civil_order(), entry(OrderEvent.SERVED, date(2024, 3, 4)))
    found = standing(order, BOOK, AsOf(datetime(2024, 3, 4, 20, tzinfo=UTC)))
    assert (found.in_force, found.enforceable) == (YES, UNSURE)


def test_a_result_on_or_after_the_hearing_settles_a_temporary_order_whose_day_has_passed() -> None:
    hearing = entry(OrderEvent.HEARING_SET, date(2024, 3, 2), hearing=date(2024, 3, 15))
    for day, expected in ((14, UNSURE), (15, NO), (16, NO)):
        denied = entry(OrderEvent.DENIED, date(2024, 3, day))
        order = with_entries(temporary(expires=date(2024, 3, 15)), hearing, denied)
        assert on(order, 2024, 3, 20).in_force is expected


def test_an_order_of_a_sentence_may_say_that_it_lasts_for_the_probation() -> None:
    docket = (CaseEntry(CaseEvent.PROBATION_ENDED, LATER),)
    case = criminal_case(docket=docket)
    lasting = criminal_order(case=case, stage=Stage.SENTENCE, until=Until.PROBATION_ENDS)
    assert on(lasting, 2024, 10, 1).in_force is NO
    assert on(criminal_order(case=case, stage=Stage.SENTENCE), 2024, 10, 1).in_force is UNSURE


def test_what_is_said_fits_an_end_that_never_comes() -> None:
    for_good = with_entries(civil_order(), entry(OrderEvent.RENEWED, date(2025, 2, 10), until=Never.NEVER))
    assert Code.LENGTHENED_FOR_GOOD in codes(on(for_good, 2025, 6, 1))
    permanent = with_entries(civil_order(expires=Never.NEVER), entry(OrderEvent.EXPIRED, LATER))
    found = on(permanent, 2024, 10, 1)
    assert (found.in_force, Code.EXPIRED_BUT_PERMANENT in codes(found)) == (UNSURE, True)


def test_a_place_that_is_not_known_is_not_named() -> None:
    assert Code.EVENT_PLACE_UNKNOWN in codes(on(charged(None, CaseEvent.DISMISSED), 2024, 10, 1))
    assert Code.EVENT_LAW_UNKNOWN in codes(on(charged("us-ma", CaseEvent.DISMISSED), 2024, 10, 1))


def test_a_probation_whose_end_is_not_written_down_goes_on() -> None:
    docket = (CaseEntry(CaseEvent.PROBATION_STARTED, ISSUED),)
    found = on(criminal_order(case=criminal_case(docket=docket), stage=Stage.PROBATION), 2030, 1, 1)
    assert (found.in_force, found.ends) == (YES, None)
