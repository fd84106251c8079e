"""The federal firearm rule: three tests, each yes, no or unsure, and never loosened by what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stayaway.law.load import federal_law, law_book, place_law
from stayaway.law.schema import FirearmsRule
from stayaway.model import (
    UTC,
    Answer,
    AsOf,
    CaseId,
    Charge,
    ChargeCategory,
    CivilCase,
    CriminalCase,
    Findings,
    NoAbuse,
    NoContact,
    Order,
    OrderEntry,
    OrderEvent,
    OrderId,
    Papers,
    Period,
    PersonId,
    Relationship,
    Stage,
    SurrenderFirearms,
)
from stayaway.reasoning.codes.exposure import FirearmCode as Code
from stayaway.reasoning.exposure import exposure
from stayaway.reasoning.firearms import FirearmRule, firearms
from stayaway.wording.say import Speaker

DAY = AsOf(date(2026, 6, 1))
CIVIL = CivilCase(CaseId("case"), "us-tx", UTC)
# A Texas order as in United States v. Rahimi: after notice, no threats, a finding of credible threat, a child together.
QUALIFYING = Order(
    OrderId("order"),
    CIVIL,
    PersonId("dan"),
    (PersonId("rosa"),),
    stage=Stage.FINAL,
    terms=(NoAbuse(), NoContact()),
    relationship=Relationship.CHILD_IN_COMMON,
    findings=Findings(heard=Answer.YES, credible_threat=Answer.YES),
)
PARTNERS = federal_law()["firearms_intimate_partner"].relationships


def rule(papers: Papers | None = None, **changes: Any) -> FirearmRule:
    return firearms(replace(QUALIFYING, **changes), law_book(), DAY, papers)


def element(letter: str, found: FirearmRule) -> Answer:
    return {item.letter: item.answer for item in found.elements}[letter]


def codes(found: FirearmRule) -> set[str]:
    return {reason.code.value for reason in found.reasons}


def test_the_order_of_rahimi_qualifies() -> None:
    found = rule()
    assert found.qualifies is Answer.YES
    assert found.reasons[0].code is Code.BARRED
    assert found.reasons[0].authority == federal_law()["firearms_922g8"].authority
    assert {Code.PENALTY.value, Code.UPHELD.value, Code.OFFICIAL_USE.value} <= codes(found)


def test_the_penalty_is_a_period_with_its_own_citation() -> None:
    (penalty,) = [reason for reason in rule().reasons if reason.code is Code.PENALTY]
    item = federal_law()["firearms_penalty"]
    assert penalty.facts["max_jail"] == Period(str(item.max_jail))
    assert isinstance(penalty.facts["max_jail"], Period)
    assert penalty.authority == item.authority


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("heard", Answer)
def test_the_hearing_is_what_the_paper_says_at_every_stage(stage: Stage, heard: Answer) -> None:
    found = rule(stage=stage, findings=Findings(heard=heard, credible_threat=Answer.YES))
    assert element("A", found) is heard
    assert found.qualifies is heard


def test_an_early_order_says_that_such_orders_are_mostly_made_unheard() -> None:
    unheard = Findings(credible_threat=Answer.YES)
    assert Code.HEARING_OPEN_EARLY_ORDER.value in codes(rule(stage=Stage.TEMPORARY, findings=unheard))
    assert Code.HEARING_OPEN.value in codes(rule(stage=Stage.FINAL, findings=unheard))


@pytest.mark.parametrize("terms", [(NoContact(),), (), None])
def test_without_a_term_against_abuse_the_second_test_is_open(terms: Any) -> None:
    found = rule(terms=terms)
    assert element("B", found) is Answer.UNSURE
    assert Code.RESTRAINT_OPEN.value in codes(found)


def test_a_change_of_terms_that_nobody_wrote_down_leaves_the_second_test_open() -> None:
    changed = OrderEntry(OrderEvent.MODIFIED, date(2026, 1, 1))
    assert element("B", rule(docket=(changed,))) is Answer.UNSURE
    assert element("B", rule(docket=(replace(changed, terms=(NoAbuse(),)),))) is Answer.YES


@pytest.mark.parametrize("relationship", [*Relationship, None])
def test_the_relationship_is_measured_by_the_law_data(relationship: Relationship | None) -> None:
    expected = {None: Answer.UNSURE, Relationship.FAMILY: Answer.UNSURE}.get(relationship, Answer.NO)
    if relationship in PARTNERS:
        expected = Answer.YES
    assert element("B", rule(relationship=relationship)) is expected


def test_another_protected_person_may_be_a_child_so_dating_does_not_settle_it() -> None:
    protects = (PersonId("rosa"), PersonId("kim"))
    assert element("B", rule(relationship=Relationship.DATING, protects=protects)) is Answer.UNSURE
    assert element("B", rule(relationship=Relationship.DATING)) is Answer.NO


def test_another_order_of_the_papers_can_tell_that_they_are_partners_but_not_that_they_are_not() -> None:
    def papers(relationship: Relationship, restrained: str = "dan") -> Papers:
        other = replace(QUALIFYING, id=OrderId("other"), relationship=relationship, restrained=PersonId(restrained))
        return Papers({}, {}, {}, {other.id: other})

    assert element("B", rule(papers(Relationship.SPOUSE), relationship=None)) is Answer.YES
    assert element("B", rule(papers(Relationship.SPOUSE, "else"), relationship=None)) is Answer.UNSURE
    assert element("B", rule(papers(Relationship.DATING), relationship=None)) is Answer.UNSURE


@pytest.mark.parametrize(
    ("threat", "force", "expected"),
    [
        (Answer.YES, Answer.NO, Answer.YES),
        (Answer.NO, Answer.YES, Answer.YES),
        (Answer.UNSURE, Answer.YES, Answer.YES),
        (Answer.NO, Answer.NO, Answer.NO),
        (Answer.UNSURE, Answer.NO, Answer.UNSURE),
        (Answer.UNSURE, Answer.UNSURE, Answer.UNSURE),
    ],
)
def test_a_finding_or_words_against_force_are_enough_for_the_third_test(
    threat: Answer, force: Answer, expected: Answer
) -> None:
    found = rule(findings=Findings(Answer.YES, threat, force))
    assert element("C", found) is expected
    assert found.qualifies is expected


@given(
    st.sampled_from(Answer),
    st.sampled_from(Answer),
    st.sampled_from(Answer),
    st.sampled_from([*Relationship, None]),
    st.sampled_from([*Stage, None]),
    st.sampled_from([(NoAbuse(),), (NoContact(),), None]),
)
def test_the_whole_is_yes_only_if_every_test_is_and_what_is_not_known_never_loosens_it(
    heard: Answer, threat: Answer, force: Answer, relationship: Relationship | None, stage: Stage | None, terms: Any
) -> None:
    found = rule(findings=Findings(heard, threat, force), relationship=relationship, stage=stage, terms=terms)
    assert found.qualifies is Answer.every(item.answer for item in found.elements)
    if Answer.NO not in {item.answer for item in rule(findings=Findings(), relationship=relationship).elements}:
        unknown = rule(findings=Findings(), relationship=relationship, stage=stage, terms=terms)
        assert unknown.qualifies is Answer.UNSURE
    for reason in found.reasons:
        assert "firearm" in Speaker().say(reason) or "test" in Speaker().say(reason)


def test_where_a_test_fails_state_law_and_the_orders_own_term_are_still_said() -> None:
    found = rule(relationship=Relationship.NONE, terms=(NoAbuse(), SurrenderFirearms()))
    assert found.qualifies is Answer.NO
    assert {Code.NOT_BARRED.value, Code.OWN_TERM.value} <= codes(found)
    assert Code.PENALTY.value not in codes(found)
    assert any(code in codes(found) for code in (Code.STATE_TAKES, Code.STATE_MAY_TAKE, Code.STATE_OPEN))


def test_an_orders_own_term_that_the_court_took_out_is_not_said() -> None:
    changed = OrderEntry(OrderEvent.MODIFIED, date(2026, 1, 1), terms=(NoAbuse(),))
    assert Code.OWN_TERM.value in codes(rule(terms=(SurrenderFirearms(),)))
    assert Code.OWN_TERM.value not in codes(rule(terms=(SurrenderFirearms(),), docket=(changed,)))


@pytest.mark.parametrize("place", ["us-wa", "us-ca", "us-ny", "us-tx", "us-ma", "us-ak", None])
def test_the_rule_of_the_state_is_that_of_its_law_data(place: str | None) -> None:
    relief = place_law(place).own.civil_relief
    expected = Code.STATE_OPEN
    if relief is not None:
        expected = {
            FirearmsRule.MANDATORY: Code.STATE_TAKES,
            FirearmsRule.DISCRETIONARY: Code.STATE_MAY_TAKE,
        }.get(relief.firearms, Code.STATE_OPEN)
    assert expected.value in codes(rule(case=CivilCase(CaseId("case"), place, UTC)))


@pytest.mark.parametrize("category", [*ChargeCategory, None])
def test_the_ban_that_outlasts_an_order_is_said_of_domestic_violence_charges_alone(
    category: ChargeCategory | None,
) -> None:
    case = CriminalCase(CaseId("case"), "us-wa", UTC, charge=Charge(category=category))
    said = Code.AFTER_CONVICTION.value in codes(rule(case=case, stage=Stage.PRETRIAL))
    assert said == (category is ChargeCategory.DOMESTIC_VIOLENCE)
    assert Code.AFTER_CONVICTION.value not in codes(rule())


def test_exposure_says_all_of_it() -> None:
    said = [item.reason for item in exposure(QUALIFYING, law_book(), DAY)]
    assert [reason for reason in said if "firearms" in reason.code.value] == list(rule().reasons)
