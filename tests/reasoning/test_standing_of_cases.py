"""Is an order in force, by what became of the case it was made in and the law of the place."""

from __future__ import annotations

from datetime import date

import pytest

from stayaway.model import (
    Answer,
    CaseEntry,
    CaseEvent,
    OrderId,
    Stage,
    Until,
)
from stayaway.reasoning.codes.standing import StandingCode as Code
from tests.reasoning.making_orders import (
    ROSA,
    civil_case,
    civil_order,
    criminal_case,
    criminal_order,
    papers_of,
)
from tests.reasoning.standing_of import BOOK, ISSUED, LATER, NO, UNSURE, YES, charged, codes, on

# ---- the case ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "until", "expected"),
    [
        ("us-wa", None, NO),
        ("us-wa", Until.FURTHER_ORDER, NO),
        ("us-ia", None, YES),
        ("us-ia", Until.CASE_DISPOSITION, UNSURE),
        ("us-ak", None, UNSURE),
        ("us-ak", Until.CASE_DISPOSITION, NO),
        ("us-ak", Until.RELEASE_ENDS, NO),
        ("us-ak", Until.FURTHER_ORDER, YES),
        ("us-ma", None, UNSURE),
        ("us-ma", Until.CASE_DISPOSITION, UNSURE),
        (None, None, UNSURE),
        ("us-zz", None, UNSURE),
    ],
)
@pytest.mark.parametrize("event", [CaseEvent.DISMISSED, CaseEvent.ACQUITTED])
def test_a_dismissal_or_acquittal_ends_it_as_the_place_and_the_paper_say(
    place: str | None, until: Until | None, expected: Answer, event: CaseEvent
) -> None:
    order = charged(place, event, until=until)
    assert on(order, 2024, 9, 9).in_force is YES
    assert on(order, 2024, 9, 10).in_force is expected


def test_an_end_by_law_carries_its_authority() -> None:
    found = on(charged("us-wa", CaseEvent.DISMISSED), 2024, 10, 1)
    by_law = next(reason for reason in found.reasons if reason.code is Code.EVENT_ENDS_IT_BY_LAW)
    assert by_law.authority == BOOK.of("us-wa").criminal_ends.authority
    assert found.ends == LATER


def test_a_dismissal_ends_it_even_before_the_date_printed_on_it() -> None:
    assert on(charged("us-wa", CaseEvent.DISMISSED, expires=date(2025, 3, 1)), 2024, 10, 1).in_force is NO


def test_a_dismissal_before_the_order_was_made_does_not_end_it() -> None:
    docket = (CaseEntry(CaseEvent.DISMISSED, date(2024, 2, 1)),)
    assert on(criminal_order("us-wa", case=criminal_case("us-wa", docket=docket)), 2024, 6, 1).in_force is YES


def test_an_order_may_be_carried_on_where_the_victim_asked_for_a_civil_one() -> None:
    order = charged("us-wa", CaseEvent.DISMISSED, instrument="wa-sanco")
    assert on(order, 2024, 10, 1, papers=papers_of(order)).in_force is NO
    asked = papers_of(order, cases=(civil_case("us-wa", petitioner=ROSA),))
    assert on(order, 2024, 10, 1, papers=asked).in_force is UNSURE


@pytest.mark.parametrize(
    ("place", "until", "expected"),
    [
        ("us-wa", None, UNSURE),
        ("us-wa", Until.CASE_DISPOSITION, UNSURE),
        ("us-ma", None, UNSURE),
        (None, None, UNSURE),
    ],
)
def test_a_conviction_leaves_it_open_what_became_of_it(
    place: str | None, until: Until | None, expected: Answer
) -> None:
    assert on(charged(place, CaseEvent.CONVICTED, CaseEvent.SENTENCED, until=until), 2024, 10, 1).in_force is expected


def test_an_order_until_the_end_of_the_case_is_replaced_by_the_order_of_the_sentence() -> None:
    order = charged("us-wa", CaseEvent.SENTENCED, until=Until.CASE_DISPOSITION)
    after = charged("us-wa", CaseEvent.SENTENCED, stage=Stage.SENTENCE, issued=LATER, id=OrderId("after"))
    assert on(order, 2024, 10, 1, papers=papers_of(order, after)).in_force is NO


def test_places_where_a_conviction_ends_or_may_end_it() -> None:
    by_law = [code for code in ("us-wv", "us-wy", "us-nd") if _on_conviction(code) == "automatic"]
    for place in by_law:
        assert on(charged(place, CaseEvent.CONVICTED), 2024, 10, 1).in_force is NO
    own_terms = next(c for c in ("us-mi", "us-ak", "us-al", "us-ia", "us-nv") if _on_conviction(c) == "by_its_terms")
    ended = charged(own_terms, CaseEvent.SENTENCED, until=Until.CASE_DISPOSITION)
    assert on(ended, 2024, 10, 1).in_force is NO
    only_convicted = charged(own_terms, CaseEvent.CONVICTED, until=Until.CASE_DISPOSITION)
    assert on(only_convicted, 2024, 10, 1).in_force is UNSURE


def _on_conviction(place: str) -> str:
    return BOOK.of(place).criminal_ends.on_conviction


def test_an_order_of_probation_lasts_for_the_probation() -> None:
    docket = (CaseEntry(CaseEvent.PROBATION_STARTED, ISSUED, until=date(2025, 3, 1)),)
    order = criminal_order(case=criminal_case(docket=docket), stage=Stage.PROBATION)
    assert on(order, 2025, 3, 1).in_force is YES
    assert on(order, 2025, 3, 1).ends == date(2025, 3, 1)
    assert on(order, 2025, 3, 2).in_force is NO
    early = (*docket, CaseEntry(CaseEvent.PROBATION_ENDED, LATER))
    assert on(criminal_order(case=criminal_case(docket=early), stage=Stage.PROBATION), 2024, 10, 1).in_force is NO


def test_an_order_with_its_own_date_does_not_end_with_the_probation() -> None:
    docket = (CaseEntry(CaseEvent.PROBATION_ENDED, LATER),)
    order = criminal_order(case=criminal_case(docket=docket), stage=Stage.PROBATION, expires=date(2029, 1, 1))
    assert on(order, 2024, 10, 1).in_force is UNSURE


def test_an_order_of_a_sentence_is_not_ended_by_a_rule_for_orders_before_trial() -> None:
    order = charged("us-wa", CaseEvent.DISMISSED, stage=Stage.SENTENCE, expires=date(2029, 1, 1))
    assert on(order, 2024, 10, 1).in_force is UNSURE


def test_an_order_of_unknown_stage_is_not_ended_by_a_rule_for_orders_before_trial() -> None:
    assert (
        on(charged("us-wa", CaseEvent.DISMISSED, stage=None, expires=date(2029, 1, 1)), 2024, 10, 1).in_force is UNSURE
    )


@pytest.mark.parametrize("event", [CaseEvent.CLOSED, CaseEvent.RELEASE_REVOKED])
def test_a_closed_case_or_a_revoked_release_does_not_settle_it(event: CaseEvent) -> None:
    assert on(charged("us-wa", event, until=Until.RELEASE_ENDS), 2024, 10, 1).in_force is UNSURE


def test_a_civil_order_outlives_the_closing_of_its_case_but_perhaps_not_its_dismissal() -> None:
    closed = civil_case(docket=(CaseEntry(CaseEvent.CLOSED, LATER),))
    dismissed = civil_case(docket=(CaseEntry(CaseEvent.DISMISSED, LATER),))
    assert on(civil_order(case=closed), 2024, 10, 1).in_force is YES
    assert on(civil_order(case=dismissed), 2024, 10, 1).in_force is UNSURE
    assert on(civil_order(case=closed, stage=Stage.TEMPORARY), 2024, 10, 1).in_force is UNSURE


def test_a_criminal_case_says_nothing_of_a_civil_order() -> None:
    order = civil_order("us-wa")
    papers = papers_of(order, charged("us-wa", CaseEvent.DISMISSED))
    assert on(order, 2024, 10, 1, papers=papers).in_force is YES


def test_a_date_that_passed_while_the_event_on_the_paper_is_open() -> None:
    order = charged("us-wa", expires=date(2024, 6, 1), until=Until.CASE_DISPOSITION)
    assert on(order, 2024, 7, 1).in_force is UNSURE
    over = charged("us-wa", CaseEvent.DISMISSED, expires=date(2024, 6, 1), until=Until.CASE_DISPOSITION)
    assert on(over, 2024, 10, 1).in_force is NO


def test_an_answer_about_an_earlier_day_says_that_the_law_of_that_day_is_not_known() -> None:
    docket = (CaseEntry(CaseEvent.DISMISSED, date(1996, 11, 18)),)
    order = criminal_order("us-wa", case=criminal_case("us-wa", docket=docket), issued=date(1996, 9, 17))
    found = on(order, 1997, 3, 1)
    assert found.in_force is NO
    assert Code.LAW_OF_THAT_DAY_UNKNOWN in codes(found)
    assert Code.LAW_OF_THAT_DAY_UNKNOWN not in codes(on(charged("us-wa", CaseEvent.DISMISSED), 2026, 10, 1))


def test_unsure_always_says_what_would_settle_it() -> None:
    said = {Code.TREAT_AS_IN_FORCE, Code.TREAT_AS_IN_FORCE_ASK}
    assert said & codes(on(civil_order(expires=None), 2024, 6, 1))
    assert said & codes(on(civil_order(expires=None, case=civil_case(court=None)), 2024, 6, 1))
    assert not said & codes(on(civil_order(), 2024, 6, 1))
