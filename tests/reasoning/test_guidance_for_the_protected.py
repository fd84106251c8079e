"""What somebody whom an order protects, or could, is told to do next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from stayaway.model import (
    AsOf,
    Charge,
    ChargeCategory,
    ChargeLevel,
    OrderEvent,
    Stage,
)
from stayaway.reasoning.codes.guidance import GuidanceCode as C
from stayaway.reasoning.guidance import steps
from tests.reasoning.made_up_law import HERE, an_instrument, made_up
from tests.reasoning.making_orders import (
    DAN,
    KIT,
    ROSA,
    civil_case,
    civil_order,
    criminal_case,
    criminal_order,
    entry,
    on,
    papers_of,
    with_entries,
)
from tests.reasoning.steps_told import DROPPED, MAY_2024, codes, the


def test_danger_comes_first_then_reporting_and_keeping_proof() -> None:
    found = codes(papers_of(civil_order()), ROSA)
    assert found[0] is C.CALL_EMERGENCY
    assert {C.REPORT_VIOLATION, C.KEEP_PROOF} <= set(found[:4])


def test_a_victim_asks_the_prosecutor_which_conditions_exist_with_or_without_an_order() -> None:
    for papers in (papers_of(criminal_order()), papers_of(cases=(criminal_case(),))):
        found = codes(papers, ROSA)
        assert C.ASK_PROSECUTOR_FOR_CONDITIONS in found
        told = [code for code in found if code in (C.REPORT_VIOLATION, C.REPORT_ANY_VIOLATION)]
        assert len(told) == 1, "said once, whether or not an order is at hand"
        assert C.ALSO_A_CIVIL_ORDER in found
    assert C.ASK_PROSECUTOR_FOR_CONDITIONS not in codes(papers_of(civil_order()), ROSA)


@pytest.mark.parametrize(
    ("category", "level", "cautioned"),
    [
        (ChargeCategory.DOMESTIC_VIOLENCE, None, True),
        (ChargeCategory.DOMESTIC_VIOLENCE, ChargeLevel.MISDEMEANOR, True),
        (ChargeCategory.ASSAULT, ChargeLevel.FELONY, True),
        (ChargeCategory.ASSAULT, None, True),
        (ChargeCategory.ASSAULT, ChargeLevel.MISDEMEANOR, False),
        (ChargeCategory.HARASSMENT, None, False),
        (None, None, False),
    ],
)
def test_the_caution_that_judges_are_slow_to_lift_is_keyed_to_the_charge(
    category: ChargeCategory | None, level: ChargeLevel | None, cautioned: bool
) -> None:
    order = criminal_order(case=criminal_case(charge=Charge(category=category, level=level)))
    assert (C.JUDGES_ARE_SLOW_TO_LIFT in codes(papers_of(order), ROSA)) is cautioned


@pytest.mark.parametrize(
    ("asks", "civil", "criminal"),
    [
        (["protected_person"], C.ASK_CIVIL_COURT, C.ASK_CRIMINAL_COURT_YOURSELF),
        (["restrained_person", "prosecutor"], None, C.TELL_PROSECUTOR_WISHES),
    ],
)
def test_how_the_protected_person_asks_follows_the_law_of_the_place(
    asks: list[str], civil: C | None, criminal: C
) -> None:
    rule = {"asks": asks, "source": ["law"]}
    book = made_up(civil_modify=rule, criminal_modify=rule)
    ways = {C.ASK_CIVIL_COURT, C.ASK_CRIMINAL_COURT_YOURSELF, C.TELL_PROSECUTOR_WISHES}
    for order, way in ((civil_order(HERE), civil), (criminal_order(HERE), criminal)):
        found = {step.reason.code for step in steps(papers_of(order), ROSA, book, MAY_2024)}
        assert found & ways == ({way} if way else set())


def test_a_short_order_that_its_own_law_renews_has_its_days_and_its_hearing() -> None:
    short = an_instrument("zz-short", "civil", "temporary", renewal={"must_ask_before_expiry": True})
    order = civil_order(HERE, stage=Stage.TEMPORARY, instrument="zz-short", expires=date(2024, 5, 14))
    found = {step.reason.code: step.by for step in steps(papers_of(order), ROSA, made_up(short), MAY_2024)}
    assert found[C.RENEWAL_BEFORE_END] == date(2024, 5, 14)
    assert C.ASK_AT_HEARING_FOR_LONGER in found


@pytest.mark.parametrize(
    ("place", "at", "code", "by"),
    [
        ("us-wa", on(2024, 5, 1), C.RENEWAL_OPENS, date(2024, 12, 1)),
        ("us-wa", on(2024, 5, 1), C.RENEWAL_BEFORE_END, date(2025, 3, 1)),
        ("us-wa", on(2025, 2, 1), C.RENEW_NOW, date(2025, 3, 1)),
        ("us-ma", on(2024, 5, 1), C.RENEWAL_BEFORE_END, date(2025, 3, 1)),
        ("us-ak", on(2025, 4, 10), C.RENEW_LATE, date(2025, 4, 30)),
        ("us-tx", on(2025, 6, 1), C.RENEW_LATE_NO_LAST_DAY, None),
        ("us-ak", on(2025, 5, 1), C.NEW_PETITION, None),
        ("us-wa", on(2025, 3, 2), C.NEW_PETITION, None),
    ],
)
def test_the_days_of_renewal_are_told_to_the_protected_side(place: str, at: AsOf, code: C, by: date | None) -> None:
    papers = papers_of(civil_order(place))
    assert the(code, papers, ROSA, at).by == by
    assert code not in codes(papers, DAN, at)


def test_a_waiting_request_is_not_told_to_be_made_again() -> None:
    order = with_entries(civil_order("us-wa"), entry(OrderEvent.RENEWAL_REQUESTED, date(2025, 2, 1)))
    found = codes(papers_of(order), ROSA, on(2025, 2, 15))
    assert C.RENEWAL_WAITS in found
    assert C.RENEW_NOW not in found


def test_a_short_order_is_made_longer_at_its_hearing() -> None:
    papers = papers_of(civil_order(stage=Stage.TEMPORARY, expires=date(2024, 5, 14)))
    assert C.ASK_AT_HEARING_FOR_LONGER in codes(papers, ROSA)


def test_an_order_in_force_is_carried_and_travels_without_registration() -> None:
    step = the(C.MOVING, papers_of(civil_order()), ROSA)
    assert step.reason.authority is not None
    assert "2265" in step.reason.authority.cite
    assert C.CARRY_ORDER in codes(papers_of(civil_order()), ROSA)
    assert C.CARRY_ORDER not in codes(papers_of(civil_order()), ROSA, on(2025, 3, 2))


def test_the_protected_side_of_an_unclear_order_goes_on_reporting() -> None:
    papers = papers_of(criminal_order(case=criminal_case(docket=(DROPPED,))))
    found = codes(papers, ROSA)
    assert {C.UNCLEAR_PROTECTED, C.REPORT_VIOLATION} <= set(found)


def test_an_ended_order_is_told_with_its_day_and_not_as_a_protection() -> None:
    papers = papers_of(civil_order("us-wa"))
    found = codes(papers, ROSA, on(2025, 3, 2))
    assert C.ENDED_PROTECTED in found
    assert not {C.REPORT_VIOLATION, C.ASK_CIVIL_COURT} & set(found)


def test_a_parent_who_petitioned_gets_the_steps_of_the_protected_side() -> None:
    order = replace(civil_order("us-wa", case=civil_case("us-wa", petitioner=KIT)), protects=(ROSA,))
    assert C.RENEWAL_OPENS in codes(papers_of(order), KIT)
