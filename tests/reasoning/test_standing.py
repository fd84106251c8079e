"""Is an order in force, can it be enforced, when does it end: by what the papers show and the law of the place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stayaway.law.load import known_jurisdictions, law_book
from stayaway.model import (
    Answer,
    AsOf,
    CaseEntry,
    CaseEvent,
    CaseId,
    Claim,
    Kind,
    Never,
    Order,
    OrderEvent,
    OrderId,
    Papers,
    Stage,
    Until,
    fold_case,
    fold_order,
)
from stayaway.reasoning.codes.standing import StandingCode as Code
from stayaway.reasoning.standing import Standing, standing
from tests.reasoning.making_orders import (
    DAN,
    ROSA,
    civil_case,
    civil_order,
    criminal_case,
    criminal_order,
    entry,
    papers_of,
    with_entries,
)
from tests.reasoning.random_papers import days, orders

BOOK = law_book()
YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE
ISSUED = date(2024, 3, 1)
LATER = date(2024, 9, 10)


def on(order: Order, *day: int, papers: Papers | None = None) -> Standing:
    return standing(order, BOOK, AsOf(date(*day)), papers)


def codes(found: Standing) -> set[str]:
    return {str(reason.code) for reason in found.reasons}


def charged(place: str | None, *events: CaseEvent, stage: Stage | None = Stage.PRETRIAL, **given: Any) -> Order:
    docket = (CaseEntry(CaseEvent.CHARGED, date(2024, 2, 20)), *(CaseEntry(event, LATER) for event in events))
    return criminal_order(place, case=criminal_case(place, docket=docket), stage=stage, **given)


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


def temporary(**given: Any) -> Order:
    return civil_order(given.pop("place", None), stage=Stage.TEMPORARY, **{"expires": None, **given})


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
