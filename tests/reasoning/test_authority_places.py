"""What the law of a place changes in the rulebook, with the values of its data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from stayaway.law.load import known_jurisdictions, law_book
from stayaway.law.schema import Asker
from stayaway.model import AsOf, Kind, OrderId, SourceKind, Stage
from stayaway.reasoning.authority import Act, Role, Ruling, RulingFinding, ruling, rulings
from stayaway.reasoning.codes.authority import AuthorityCode as C
from stayaway.reasoning.named import roles_named, standing_in
from stayaway.reasoning.rulebook import COURT_OF
from tests.reasoning.made_up_law import HERE, made_up
from tests.reasoning.making_orders import civil_order, criminal_order, on, order_of, papers_of

BOOK = law_book()
AT = on(2025, 2, 20)


def asked(kind: Kind, act: Act, role: Role, place: str) -> RulingFinding:
    return ruling(order_of(kind, place), act, role, BOOK, AT)


def places_where(kind: Kind, act: Act, role: Role, wanted: Ruling) -> set[str]:
    return {place for place in known_jurisdictions() if asked(kind, act, role, place).ruling is wanted}


def laws_that_say_who_asks(kind: Kind) -> dict[str, tuple[Asker, ...]]:
    said: dict[str, tuple[Asker, ...]] = {}
    for place in known_jurisdictions():
        own = BOOK.of(place).own
        rule = own.civil_modify if kind is Kind.CIVIL else own.criminal_modify
        if rule is not None and rule.asks is not None:
            said[place] = rule.asks
    return said


def test_a_victim_asks_the_criminal_court_exactly_where_the_law_names_the_victim() -> None:
    said = laws_that_say_who_asks(Kind.CRIMINAL)
    named = {place for place, asks in said.items() if Asker.PROTECTED_PERSON in asks}
    assert named
    for act in (Act.ASK_TO_CHANGE, Act.ASK_TO_END):
        assert places_where(Kind.CRIMINAL, act, Role.PROTECTED_PERSON, Ruling.MAY_ASK) & said.keys() == named
    for silent in said.keys() - named:
        finding = asked(Kind.CRIMINAL, Act.ASK_TO_END, Role.PROTECTED_PERSON, silent)
        assert finding.ruling is Ruling.MAY_NOT
        assert finding.path is not None
        assert finding.path.code is C.PATH_TELL_PROSECUTOR


@pytest.mark.parametrize("act", [Act.CHANGE, Act.END, Act.PERMIT_CONTACT])
def test_a_victim_who_may_ask_the_court_is_sent_there_and_elsewhere_to_the_prosecutor(act: Act) -> None:
    said = laws_that_say_who_asks(Kind.CRIMINAL)
    named = {place for place, asks in said.items() if Asker.PROTECTED_PERSON in asks}
    assert {"us-ca", "us-wa"} <= named < said.keys()
    for place in said:
        finding, asks = (asked(Kind.CRIMINAL, one, Role.PROTECTED_PERSON, place) for one in (act, Act.ASK_TO_END))
        assert finding.ruling is Ruling.MAY_NOT
        assert finding.path is not None
        if place in named:
            assert finding.path.code is C.PATH_ASK_COURT_OR_TELL_PROSECUTOR
            assert finding.path.authority == asks.reasons[0].authority
        else:
            assert finding.path.code is C.PATH_TELL_PROSECUTOR
        family = asked(Kind.CRIMINAL, act, Role.FAMILY, place)
        assert family.path is not None
        assert family.path.code is C.PATH_TELL_PROSECUTOR


def test_where_nobody_knows_who_may_ask_a_victim_is_sent_to_the_prosecutor() -> None:
    for place in (None, "us-zz"):
        finding = ruling(order_of(Kind.CRIMINAL, place), Act.END, Role.PROTECTED_PERSON, BOOK, AT)
        assert finding.path is not None
        assert finding.path.code is C.PATH_TELL_PROSECUTOR


def test_washington_lets_the_victim_ask_to_end_it_but_only_the_judge_ends_it() -> None:
    asks = asked(Kind.CRIMINAL, Act.ASK_TO_END, Role.PROTECTED_PERSON, "us-wa")
    assert asks.ruling is Ruling.MAY_ASK
    assert asks.reasons[0].authority is not None
    assert asks.reasons[0].authority.cite.startswith("RCW")
    assert not asked(Kind.CRIMINAL, Act.END, Role.PROTECTED_PERSON, "us-wa")
    assert asked(Kind.CRIMINAL, Act.END, Role.CRIMINAL_COURT, "us-wa")


def test_how_the_protected_person_is_heard_is_the_place_s_own_passage() -> None:
    finding = asked(Kind.CRIMINAL, Act.ASK_TO_END, Role.PROTECTED_PERSON, "us-ny")
    heard = next(reason for reason in finding.reasons if reason.code is C.VICTIM_IS_HEARD)
    assert heard.facts["law"].startswith("A protected person who wants the order changed")


def test_a_prosecutor_petitions_only_where_the_law_lists_one() -> None:
    assert places_where(Kind.CIVIL, Act.PETITION, Role.PROSECUTOR, Ruling.MAY) == {"us-tx", "us-wy"}


def test_police_ask_for_an_order_only_where_the_law_lists_them() -> None:
    criminal = places_where(Kind.CRIMINAL, Act.IMPOSE, Role.LAW_ENFORCEMENT, Ruling.MAY_ASK)
    assert criminal == {"us-oh", "us-tx", "us-wa"}
    assert places_where(Kind.CIVIL, Act.IMPOSE, Role.LAW_ENFORCEMENT, Ruling.MAY_ASK) == {"us-ak"}


def test_what_police_may_ask_before_trial_they_may_not_ask_after_sentence() -> None:
    after = criminal_order("us-wa", stage=Stage.SENTENCE)
    assert ruling(after, Act.IMPOSE, Role.LAW_ENFORCEMENT, BOOK, AT).ruling is Ruling.MAY_NOT


def test_a_victim_asks_for_a_criminal_order_only_where_the_law_lists_the_victim() -> None:
    wanted = {"us-ar", "us-il", "us-md", "us-nv", "us-oh", "us-tx"}
    assert places_where(Kind.CRIMINAL, Act.IMPOSE, Role.PROTECTED_PERSON, Ruling.MAY_ASK) == wanted
    petition = asked(Kind.CRIMINAL, Act.PETITION, Role.PROTECTED_PERSON, "us-tx")
    assert petition.ruling is Ruling.MAY_NOT
    assert petition.path is not None
    assert petition.path.code is C.PATH_ASK_THE_CRIMINAL_COURT_HERE


def test_family_asks_for_a_child_where_the_law_says_so_and_helps_elsewhere() -> None:
    washington = asked(Kind.CIVIL, Act.PETITION, Role.FAMILY, "us-wa")
    assert washington.ruling is Ruling.MAY_ASK
    assert washington.path is not None
    assert washington.path.facts["law"][0] == "family or household member on behalf of a minor or vulnerable adult"
    california = asked(Kind.CIVIL, Act.PETITION, Role.FAMILY, "us-ca")
    assert california.ruling is Ruling.MAY_NOT
    assert california.path is not None
    assert california.path.code is C.PATH_HELP_THEM_ASK


def test_an_advocate_petitions_nowhere_but_may_ask_for_a_minor_where_the_law_says_so() -> None:
    assert not places_where(Kind.CIVIL, Act.PETITION, Role.ADVOCATE, Ruling.MAY)
    assert places_where(Kind.CIVIL, Act.PETITION, Role.ADVOCATE, Ruling.MAY_ASK) == {"us-ar", "us-dc"}


@pytest.mark.parametrize(
    ("role", "asker"),
    [
        (Role.PROTECTED_PERSON, Asker.PROTECTED_PERSON),
        (Role.RESTRAINED_PERSON, Asker.RESTRAINED_PERSON),
        (Role.DEFENSE_COUNSEL, Asker.RESTRAINED_PERSON),
    ],
)
def test_either_side_may_ask_to_end_a_civil_order_unless_the_law_leaves_it_out(role: Role, asker: Asker) -> None:
    left_out = {place for place, asks in laws_that_say_who_asks(Kind.CIVIL).items() if asker not in asks}
    for act in (Act.ASK_TO_CHANGE, Act.ASK_TO_END):
        assert places_where(Kind.CIVIL, act, role, Ruling.MAY_ASK) == set(known_jurisdictions()) - left_out
    for place in left_out:
        finding = asked(Kind.CIVIL, Act.ASK_TO_END, role, place)
        assert finding.reasons[0].code is C.PLACE_DOES_NOT_LET_ROLE_ASK
        assert finding.path is not None
        assert finding.path.code is C.PATH_LAWYER_LOOKS_FOR_A_WAY


def by_a_law(kind: Kind, role: Role, act: Act = Act.ASK_TO_END, **rule: Any) -> RulingFinding:
    """A ruling where the law of the place says this of who may ask."""
    book = made_up(**{f"{kind.value}_modify": {"source": ["law"], **rule}})
    return ruling(order_of(kind, HERE), act, role, book, AT)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    ("asker", "role", "code"),
    [
        ("family", Role.FAMILY, C.PLACE_LETS_OTHERS_ASK),
        ("advocate", Role.ADVOCATE, C.PLACE_LETS_OTHERS_ASK),
        ("law_enforcement", Role.LAW_ENFORCEMENT, C.PLACE_LETS_ROLE_ASK),
    ],
)
def test_the_law_of_a_place_lets_others_ask_by_naming_them(kind: Kind, asker: str, role: Role, code: C) -> None:
    both = ["protected_person", "restrained_person", "prosecutor"]
    named = by_a_law(kind, role, asks=[*both, asker])
    assert (named.ruling, named.reasons[0].code) == (Ruling.MAY_ASK, code)
    assert named.reasons[0].authority is not None
    assert by_a_law(kind, role, asks=both).ruling is Ruling.MAY_NOT
    assert by_a_law(kind, role, Act.END, asks=[*both, asker]).ruling is Ruling.MAY_NOT


def test_a_party_to_a_criminal_case_that_the_law_does_not_name_may_ask_with_a_caution() -> None:
    finding = by_a_law(Kind.CRIMINAL, Role.RESTRAINED_PERSON, asks=["prosecutor"])
    assert finding.ruling is Ruling.MAY_ASK
    assert C.PLACE_DOES_NOT_NAME_ROLE in {reason.code for reason in finding.reasons}


def test_no_court_asks_whatever_the_law_names() -> None:
    for kind in Kind:
        for court in COURT_OF.values():
            assert by_a_law(kind, court, asks=["court"]).ruling is Ruling.MAY_NOT


def test_where_nobody_made_it_plain_the_words_of_the_law_are_read_and_only_add() -> None:
    silent = by_a_law(Kind.CIVIL, Role.RESTRAINED_PERSON, who=["petitioner"])
    assert silent.ruling is Ruling.MAY_ASK
    assert C.PLACE_DOES_NOT_NAME_ROLE in {reason.code for reason in silent.reasons}
    assert by_a_law(Kind.CRIMINAL, Role.PROTECTED_PERSON, who=["named victim"]).ruling is Ruling.MAY_ASK
    assert by_a_law(Kind.CRIMINAL, Role.PROTECTED_PERSON, who=["prosecutor"]).ruling is Ruling.MAY_NOT


def test_what_is_made_plain_comes_before_the_words_of_the_law() -> None:
    plain: dict[str, Any] = {"who": ["victim"], "asks": ["prosecutor", "restrained_person"]}
    assert by_a_law(Kind.CRIMINAL, Role.PROTECTED_PERSON, **plain).ruling is Ruling.MAY_NOT


def test_the_limits_are_said_to_whoever_may_ask_and_to_a_party_left_out() -> None:
    rule: dict[str, Any] = {"asks": ["protected_person"], "limits": "only within the first year"}
    for role, told in ((Role.PROTECTED_PERSON, True), (Role.RESTRAINED_PERSON, True), (Role.FAMILY, False)):
        codes = {reason.code for reason in by_a_law(Kind.CIVIL, role, **rule).reasons}
        assert (C.PLACE_SETS_LIMITS in codes) is told


# ---- the law of an earlier day -----------------------------------------------------------------------------------


SINCE_2020 = {"asks": ["protected_person", "restrained_person"], "source": ["law"], "holds_from": "2020-07-01"}
SINCE_2020_RENEWAL = {"source": ["law"], "holds_from": "2020-07-01", "opens_before": "P90D"}


@pytest.mark.parametrize(("day", "said"), [(on(2020, 6, 30), True), (on(2020, 7, 1), False)])
def test_a_ruling_for_an_earlier_day_says_that_the_law_of_that_day_is_not_known(day: AsOf, said: bool) -> None:
    book = made_up(civil_modify=SINCE_2020)
    order = civil_order(HERE, issued=date(2020, 1, 1))
    finding = ruling(order, Act.ASK_TO_END, Role.RESTRAINED_PERSON, book, day)
    assert (C.LAW_OF_THAT_DAY_UNKNOWN in {reason.code for reason in finding.reasons}) is said
    by_general_rule = ruling(order, Act.ASK_TO_END, Role.PROSECUTOR, book, day)
    assert C.LAW_OF_THAT_DAY_UNKNOWN not in {reason.code for reason in by_general_rule.reasons}


def test_for_many_rulings_it_is_said_once_for_each_order() -> None:
    book = made_up(civil_modify=SINCE_2020, civil_renewal={"who": ["petitioner"], **SINCE_2020_RENEWAL})
    papers = papers_of(
        civil_order(HERE, issued=date(2020, 1, 1)), civil_order(HERE, id=OrderId("second"), issued=date(2020, 1, 1))
    )
    found = rulings(papers, book, on(2020, 6, 30))
    cautioned = [one for one in found if any(reason.code is C.LAW_OF_THAT_DAY_UNKNOWN for reason in one.reasons)]
    assert {one.act for one in cautioned} == {Act.ASK_TO_CHANGE, Act.ASK_TO_END}, "said together, for the same reasons"
    for order in papers.orders:
        first, *others = [(one.role, one.person, one.reasons) for one in cautioned if one.order == order]
        assert others == [first] * len(others)


def test_the_place_s_standard_for_a_change_is_said_with_its_citation() -> None:
    finding = asked(Kind.CIVIL, Act.ASK_TO_END, Role.RESTRAINED_PERSON, "us-wa")
    limits = next(reason for reason in finding.reasons if reason.code is C.PLACE_SETS_LIMITS)
    assert "substantial change" in limits.facts["law"]
    assert limits.authority is not None


def test_a_rule_cites_the_place_only_where_its_law_names_the_role() -> None:
    restrained = asked(Kind.CIVIL, Act.ASK_TO_END, Role.RESTRAINED_PERSON, "us-wa").reasons[0].authority
    prosecutor = asked(Kind.CIVIL, Act.ASK_TO_END, Role.PROSECUTOR, "us-wa").reasons[0].authority
    assert restrained is not None
    assert prosecutor is not None
    assert restrained.kind is not SourceKind.GENERAL
    assert prosecutor.kind is SourceKind.GENERAL


def test_the_restrained_person_asks_for_a_longer_order_only_where_the_law_says_so() -> None:
    found = places_where(Kind.CIVIL, Act.ASK_TO_RENEW, Role.RESTRAINED_PERSON, Ruling.MAY_ASK)
    assert found == {"us-dc", "us-ia", "us-sc", "us-tn", "us-wy"}


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("victim", {Role.PROTECTED_PERSON}),
        ("named victim", {Role.PROTECTED_PERSON}),
        ("person protected by the order", {Role.PROTECTED_PERSON}),
        ("Attorney General", {Role.PROSECUTOR}),
        ("State's Attorney", {Role.PROSECUTOR}),
        ("state", {Role.PROSECUTOR}),
        ("state agency for a minor or incapacitated person", set()),
        ("magistrate", {Role.CIVIL_COURT, Role.CRIMINAL_COURT}),
        ("parent or guardian or court-appointed representative for a minor", {Role.FAMILY}),
        ("arresting officer for the victim in an emergency", {Role.LAW_ENFORCEMENT}),
        ("peace officer for an emergency order", {Role.LAW_ENFORCEMENT}),
        ("respondent", {Role.RESTRAINED_PERSON, Role.DEFENSE_COUNSEL}),
        ("adult relative or youth victim advocate at the request of a minor 13 or older", {Role.ADVOCATE, Role.FAMILY}),
        ("business (harassment only)", set()),
    ],
)
def test_the_words_of_the_law_name_roles(phrase: str, wanted: set[Role]) -> None:
    assert roles_named([phrase]) == wanted


@pytest.mark.parametrize(
    ("phrase", "role", "found"),
    [
        ("anyone on behalf of a minor child", Role.FAMILY, True),
        ("any adult for a child", Role.FAMILY, True),
        ("third party for someone unable to ask", Role.FAMILY, True),
        ("victim", Role.FAMILY, False),
        ("any victim including a minor without a parent", Role.FAMILY, False),
        ("peace officer for an emergency order", Role.FAMILY, False),
        ("child welfare director for a child in care", Role.FAMILY, False),
        ("minor aged 16 or 17", Role.FAMILY, False),
        ("employee or volunteer of a domestic violence shelter for a minor", Role.ADVOCATE, True),
        ("employee or volunteer of a domestic violence shelter for a minor", Role.FAMILY, False),
    ],
)
def test_who_may_ask_in_the_place_of_another(phrase: str, role: Role, found: bool) -> None:
    assert bool(standing_in([phrase], role)) is found


def test_one_order_type_may_have_askers_of_its_own() -> None:
    """Where only the protected person may end one order, or a victim may ask about one order alone."""
    told = 0
    for place in known_jurisdictions():
        law = BOOK.of(place)
        for instrument in law.instruments.values():
            if instrument.asks is None:
                continue
            order = order_of(instrument.track, place)
            order = replace(order, instrument=instrument.id, stage=instrument.stage, expires=None)
            finding = ruling(order, Act.ASK_TO_END, Role.PROTECTED_PERSON, BOOK, AT)
            assert finding.ruling is Ruling.MAY_ASK
            if instrument.track is Kind.CIVIL and Asker.RESTRAINED_PERSON not in instrument.asks:
                other = ruling(order, Act.ASK_TO_END, Role.RESTRAINED_PERSON, BOOK, AT)
                assert other.ruling is Ruling.MAY_NOT
                assert other.path is not None
                told += 1
    assert told, "no order type in the data has askers of its own"
