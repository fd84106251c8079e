"""Who may do what: the general rulebook, and what it means for each side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from string import Formatter

import pytest

from stayaway.law.load import known_jurisdictions, law_book
from stayaway.model import (
    AsOf,
    CaseEntry,
    CaseEvent,
    Kind,
    LawText,
    OrderEvent,
    OrderId,
    Papers,
    Reason,
    SourceKind,
    Stage,
)
from stayaway.reasoning.authority import Act, Role, Ruling, RulingFinding, ruling, rulings
from stayaway.reasoning.codes.authority import AuthorityCode as C
from stayaway.reasoning.rulebook import CIVIL, COURT_OF, CRIMINAL, TABLE, general_rule
from stayaway.wording.say import Speaker
from stayaway.wording.sentences.authority import SENTENCES
from tests.reasoning.making_orders import (
    DAN,
    KIT,
    ROSA,
    SAM,
    civil_case,
    civil_order,
    criminal_case,
    criminal_order,
    entry,
    on,
    order_of,
    papers_of,
    with_entries,
)

BOOK = law_book()
MAY_2024 = on(2024, 5, 1)
COURT_ACTS = (Act.IMPOSE, Act.CHANGE, Act.END, Act.RENEW, Act.PERMIT_CONTACT)
EVERY_CELL = [(kind, act, role) for kind in Kind for act in Act for role in Role]


def asked(kind: Kind, act: Act, role: Role, place: str | None = None, at: AsOf = MAY_2024) -> RulingFinding:
    return ruling(order_of(kind, place), act, role, BOOK, at)


def codes(finding: RulingFinding) -> set[str]:
    return {reason.code for reason in finding.reasons}


def test_the_table_has_one_rule_for_each_of_its_198_cells() -> None:
    cells = [rule for acts in TABLE.values() for row in acts.values() for rule in row.values()]
    assert len(cells) == len(EVERY_CELL) == 198
    assert set(CIVIL) == set(CRIMINAL) == set(Act)
    assert all(set(row) == set(Role) for acts in TABLE.values() for row in acts.values())


@pytest.mark.parametrize(("kind", "act", "role"), EVERY_CELL)
def test_whoever_may_not_is_shown_a_path(kind: Kind, act: Act, role: Role) -> None:
    rule = general_rule(kind, act, role)
    assert (rule.path is not None) == (rule.ruling is Ruling.MAY_NOT)


def test_every_ruling_of_every_place_has_a_reason_and_a_path_where_one_may_not() -> None:
    for place in (None, *known_jurisdictions()):
        for kind, act, role in EVERY_CELL:
            finding = asked(kind, act, role, place)
            assert finding.reasons, (place, kind, act, role)
            if finding.ruling is Ruling.MAY_NOT:
                assert finding.path is not None, (place, kind, act, role)


@pytest.mark.parametrize("place", [None, *known_jurisdictions()])
@pytest.mark.parametrize("kind", list(Kind))
def test_only_the_court_of_the_case_acts_on_its_order_anywhere(kind: Kind, place: str | None) -> None:
    for act in COURT_ACTS:
        allowed = {role for role in Role if asked(kind, act, role, place)}
        assert allowed == {COURT_OF[kind]}, act


@pytest.mark.parametrize("place", [None, *known_jurisdictions()])
@pytest.mark.parametrize("kind", list(Kind))
def test_the_wrong_court_may_do_nothing_but_report(kind: Kind, place: str | None) -> None:
    other = Role.CRIMINAL_COURT if kind is Kind.CIVIL else Role.CIVIL_COURT
    allowed = {act for act in Act if asked(kind, act, other, place).ruling is not Ruling.MAY_NOT}
    assert allowed == {Act.REPORT_VIOLATION}


@pytest.mark.parametrize("place", [None, *known_jurisdictions()])
@pytest.mark.parametrize("kind", list(Kind))
def test_no_person_can_permit_contact_anywhere(kind: Kind, place: str | None) -> None:
    for role in set(Role) - {COURT_OF[kind]}:
        finding = asked(kind, Act.PERMIT_CONTACT, role, place)
        assert finding.ruling is Ruling.MAY_NOT, role
    assert C.NOBODY_CAN_PERMIT in codes(asked(kind, Act.PERMIT_CONTACT, Role.PROTECTED_PERSON, place))


@pytest.mark.parametrize("place", [None, *known_jurisdictions()])
def test_the_protected_person_never_petitions_for_or_ends_a_criminal_order(place: str | None) -> None:
    for act in (Act.PETITION, Act.CHANGE, Act.END, Act.RENEW, Act.ASK_TO_RENEW):
        assert asked(Kind.CRIMINAL, act, Role.PROTECTED_PERSON, place).ruling is Ruling.MAY_NOT, act
    petition = asked(Kind.CRIMINAL, Act.PETITION, Role.PROTECTED_PERSON, place)
    assert petition.path is not None
    assert petition.path.code in {C.PATH_PROSECUTOR_OR_PETITION, C.PATH_ASK_THE_CRIMINAL_COURT_HERE}


@pytest.mark.parametrize(
    ("kind", "act", "role", "wanted"),
    [
        (Kind.CIVIL, Act.PETITION, Role.PROTECTED_PERSON, Ruling.MAY),
        (Kind.CIVIL, Act.ASK_TO_CHANGE, Role.PROTECTED_PERSON, Ruling.MAY_ASK),
        (Kind.CIVIL, Act.ASK_TO_END, Role.PROTECTED_PERSON, Ruling.MAY_ASK),
        (Kind.CIVIL, Act.ASK_TO_END, Role.RESTRAINED_PERSON, Ruling.MAY_ASK),
        (Kind.CIVIL, Act.ASK_TO_CHANGE, Role.RESTRAINED_PERSON, Ruling.MAY_ASK),
        (Kind.CIVIL, Act.ASK_TO_END, Role.DEFENSE_COUNSEL, Ruling.MAY_ASK),
        (Kind.CIVIL, Act.END, Role.PROTECTED_PERSON, Ruling.MAY_NOT),
        (Kind.CIVIL, Act.END, Role.RESTRAINED_PERSON, Ruling.MAY_NOT),
        (Kind.CIVIL, Act.PETITION, Role.ADVOCATE, Ruling.MAY_NOT),
        (Kind.CIVIL, Act.PETITION, Role.FAMILY, Ruling.MAY_NOT),
        (Kind.CIVIL, Act.ASK_TO_RENEW, Role.RESTRAINED_PERSON, Ruling.MAY_NOT),
        (Kind.CRIMINAL, Act.IMPOSE, Role.PROSECUTOR, Ruling.MAY_ASK),
        (Kind.CRIMINAL, Act.IMPOSE, Role.PROTECTED_PERSON, Ruling.MAY_NOT),
        (Kind.CRIMINAL, Act.ASK_TO_END, Role.PROTECTED_PERSON, Ruling.MAY_NOT),
        (Kind.CRIMINAL, Act.ASK_TO_CHANGE, Role.DEFENSE_COUNSEL, Ruling.MAY_ASK),
        (Kind.CRIMINAL, Act.ASK_TO_END, Role.RESTRAINED_PERSON, Ruling.MAY_ASK),
        (Kind.CRIMINAL, Act.ASK_TO_END, Role.PROSECUTOR, Ruling.MAY_ASK),
        (Kind.CRIMINAL, Act.EXPRESS_WISHES, Role.PROTECTED_PERSON, Ruling.MAY),
        (Kind.CRIMINAL, Act.IMPOSE, Role.LAW_ENFORCEMENT, Ruling.MAY_NOT),
    ],
)
def test_the_general_rule(kind: Kind, act: Act, role: Role, wanted: Ruling) -> None:
    assert asked(kind, act, role).ruling is wanted


def test_the_prosecutor_has_no_say_in_a_civil_case() -> None:
    allowed = {act for act in Act if asked(Kind.CIVIL, act, Role.PROSECUTOR).ruling is not Ruling.MAY_NOT}
    assert allowed == {Act.REPORT_VIOLATION}
    assert C.PROSECUTOR_HAS_NO_SAY in codes(asked(Kind.CIVIL, Act.ASK_TO_END, Role.PROSECUTOR))


@pytest.mark.parametrize("kind", list(Kind))
def test_anyone_but_the_restrained_person_may_report_a_violation(kind: Kind) -> None:
    assert {role for role in Role if not asked(kind, Act.REPORT_VIOLATION, role)} == {Role.RESTRAINED_PERSON}
    finding = asked(kind, Act.REPORT_VIOLATION, Role.RESTRAINED_PERSON)
    assert finding.path is not None
    assert finding.path.code is C.PATH_CALL_LAWYER


def test_a_victim_who_cannot_ask_is_sent_to_the_prosecutor_and_told_that_the_judge_decides() -> None:
    finding = asked(Kind.CRIMINAL, Act.ASK_TO_END, Role.PROTECTED_PERSON)
    assert finding.path is not None
    said = Speaker().say(finding.path)
    assert "prosecutor" in said
    assert "judge decides" in said


def test_a_finding_is_true_only_where_one_may() -> None:
    assert asked(Kind.CIVIL, Act.PETITION, Role.PROTECTED_PERSON)
    assert not asked(Kind.CIVIL, Act.ASK_TO_END, Role.PROTECTED_PERSON)
    assert not asked(Kind.CIVIL, Act.END, Role.PROTECTED_PERSON)


def test_where_no_place_is_known_a_rule_rests_on_the_general_rule() -> None:
    finding = asked(Kind.CIVIL, Act.ASK_TO_END, Role.RESTRAINED_PERSON)
    assert finding.reasons[0].authority is not None
    assert finding.reasons[0].authority.kind is SourceKind.GENERAL


# What the papers change.


@pytest.mark.parametrize("event", [OrderEvent.TERMINATED, OrderEvent.LIFTED])
@pytest.mark.parametrize("kind", list(Kind))
def test_nobody_acts_on_an_order_that_its_court_has_ended(kind: Kind, event: OrderEvent) -> None:
    order = with_entries(order_of(kind), entry(event, date(2024, 4, 1)))
    for act in set(Act) - {Act.PETITION, Act.REPORT_VIOLATION}:
        for role in Role:
            finding = ruling(order, act, role, BOOK, MAY_2024)
            assert finding.ruling is Ruling.MAY_NOT, (act, role)
            assert C.ORDER_ENDED in codes(finding)
            assert finding.path is not None
    before = ruling(order, Act.END, COURT_OF[kind], BOOK, on(2024, 3, 31))
    assert before, "the day before it was ended, the court could still end it"
    assert ruling(order, Act.REPORT_VIOLATION, Role.PROTECTED_PERSON, BOOK, MAY_2024)


def test_an_ending_by_another_court_ends_nothing() -> None:
    lifted = entry(OrderEvent.LIFTED, date(2024, 4, 1), court="Family Court")
    order = with_entries(criminal_order("us-wa"), lifted)
    assert ruling(order, Act.END, Role.CRIMINAL_COURT, BOOK, MAY_2024)


def test_an_order_that_has_run_out_is_not_asked_to_be_changed() -> None:
    for role in (Role.PROTECTED_PERSON, Role.RESTRAINED_PERSON, Role.DEFENSE_COUNSEL):
        last_day = ruling(civil_order(), Act.ASK_TO_END, role, BOOK, on(2025, 3, 1))
        after = ruling(civil_order(), Act.ASK_TO_END, role, BOOK, on(2025, 3, 2))
        assert last_day.ruling is Ruling.MAY_ASK
        assert after.ruling is Ruling.MAY_NOT
        assert C.ORDER_RAN_OUT in codes(after)
        assert after.path is not None
        assert after.path.code is C.PATH_NEW_PETITION


def test_a_criminal_order_that_may_have_ended_can_still_be_asked_about() -> None:
    dropped = CaseEntry(CaseEvent.DISMISSED, date(2024, 4, 1))
    order = criminal_order(case=criminal_case(docket=(dropped,)))
    assert ruling(order, Act.ASK_TO_END, Role.RESTRAINED_PERSON, BOOK, MAY_2024).ruling is Ruling.MAY_ASK


# Who holds which role.


def held(papers: Papers, **chosen: object) -> dict[Role, set[str | None]]:
    found: dict[Role, set[str | None]] = {}
    for finding in rulings(papers, BOOK, MAY_2024, **chosen):  # type: ignore[arg-type]
        found.setdefault(finding.role, set()).add(finding.person)
    return found


def test_all_roles_are_ruled_on_with_the_people_who_hold_them() -> None:
    order = replace(criminal_order(), protects=(ROSA, SAM))
    found = held(papers_of(order))
    assert set(found) == set(Role)
    assert found[Role.PROTECTED_PERSON] == {ROSA, SAM}
    assert found[Role.RESTRAINED_PERSON] == {DAN}
    assert found[Role.PROSECUTOR] == {None}
    assert len(rulings(papers_of(order), BOOK, MAY_2024)) == len(Act) * (len(Role) + 1)


def test_a_parent_who_petitioned_for_a_child_acts_on_the_protected_side() -> None:
    order = replace(civil_order(case=civil_case(petitioner=KIT)), protects=(ROSA,))
    assert held(papers_of(order))[Role.PROTECTED_PERSON] == {ROSA, KIT}
    assert set(held(papers_of(order), person=KIT)) == {Role.PROTECTED_PERSON}


def test_one_person_gets_only_their_own_role_in_each_order() -> None:
    other_way = replace(
        civil_order(id=OrderId("other-way"), case=civil_case(petitioner=ROSA)), restrained=ROSA, protects=(DAN,)
    )
    papers = papers_of(civil_order(), other_way)
    found = rulings(papers, BOOK, MAY_2024, person=ROSA)
    roles = {(finding.order, finding.role) for finding in found}
    assert roles == {("civil", Role.PROTECTED_PERSON), ("other-way", Role.RESTRAINED_PERSON)}


def test_somebody_with_no_role_stands_beside_the_order() -> None:
    assert set(held(papers_of(civil_order()), person=SAM)) == {Role.FAMILY}


def test_one_order_is_ruled_on_alone() -> None:
    papers = papers_of(civil_order(), criminal_order())
    assert {finding.order for finding in rulings(papers, BOOK, MAY_2024, OrderId("civil"))} == {"civil"}


# Wording.


def said(reason: Reason) -> str:
    fields = {name for _, name, _, _ in Formatter().parse(SENTENCES[reason.code]) if name}
    assert fields <= set(reason.facts), reason.code
    return Speaker().say(reason)


def test_every_code_has_a_sentence_and_no_sentence_lacks_a_code() -> None:
    assert set(SENTENCES) == set(C)


def test_every_ruling_of_every_place_can_be_said() -> None:
    standings = (on(2024, 5, 1), on(2025, 2, 20), on(2025, 4, 10), on(2026, 4, 10))
    for place in (None, *known_jurisdictions()):
        for at in standings:
            for kind, act, role in EVERY_CELL:
                finding = asked(kind, act, role, place, at)
                for reason in (*finding.reasons, *([finding.path] if finding.path else [])):
                    if reason.code in SENTENCES:
                        assert "None" not in said(reason)
                        assert_passages_are_law_text(reason)


def assert_passages_are_law_text(reason: Reason) -> None:
    passages = reason.facts.get("law", ())
    for passage in passages if isinstance(passages, tuple) else (passages,):
        assert isinstance(passage, LawText)


def test_a_short_order_is_renewed_at_its_hearing() -> None:
    finding = ruling(civil_order(stage=Stage.TEMPORARY), Act.ASK_TO_RENEW, Role.PROTECTED_PERSON, BOOK, MAY_2024)
    assert finding.ruling is Ruling.MAY_ASK
    assert C.RENEWAL_OF_SHORT_ORDER in codes(finding)


def test_in_a_case_with_orders_both_ways_the_petitioner_is_not_protected_by_the_order_against_them() -> None:
    against_rosa = replace(civil_order(case=civil_case(petitioner=ROSA)), restrained=ROSA, protects=(DAN,))
    found = held(papers_of(against_rosa))
    assert found[Role.PROTECTED_PERSON] == {DAN}
    assert found[Role.RESTRAINED_PERSON] == {ROSA}


def test_a_victim_of_the_case_whom_its_order_does_not_name_is_on_the_protected_side() -> None:
    order = replace(criminal_order(), protects=(SAM,))
    assert held(papers_of(order))[Role.PROTECTED_PERSON] == {SAM, ROSA}
