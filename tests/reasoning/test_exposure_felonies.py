"""What makes breaking an order a felony, and by which rule: the instrument's own, or that of its place."""

from __future__ import annotations

from typing import Any

import pytest

from stayaway.law.load import known_jurisdictions, law_book, place_law
from stayaway.law.schema import FelonyTrigger, Violation
from stayaway.model import Charge, ChargeLevel, Kind, LawText, Order, Reason, Stage
from stayaway.reasoning.codes.exposure import ExposureCode as Code
from stayaway.wording.say import Speaker
from tests.reasoning.made_up_law import HERE, an_instrument, made_up
from tests.reasoning.making_orders import civil_order, criminal_case, criminal_order
from tests.reasoning.test_exposure import one, order_in, reasons

FELONIES = (Code.FELONY_IF, Code.FELONY_ALWAYS, Code.FELONY_IN_THIS_CASE, Code.FELONY_NOT_IN_THIS_CASE)


def violation(*felonies: dict[str, Any], **given: Any) -> dict[str, Any]:
    plain = [{"text": f"way {number}", **felony} for number, felony in enumerate(felonies)]
    return {"offense": "breach", "felonies": plain, "felony_when": [felony["text"] for felony in plain], **given}


def told(order: Order, *felonies: dict[str, Any]) -> list[Reason]:
    book = made_up(violation_civil=violation(*felonies), violation_criminal=violation(*felonies))
    return [reason for reason in reasons(order, book) if reason.code in FELONIES]


def said(felony: dict[str, Any], order: Order | None = None) -> str:
    (reason,) = told(order or civil_order(HERE), felony)
    return Speaker().say(reason)


def charged_with(level: ChargeLevel | None) -> Order:
    return criminal_order(HERE, case=criminal_case(HERE, charge=Charge(level=level)))


@pytest.mark.parametrize(
    ("felony", "sentence"),
    [
        ({"when": ["assault"]}, "a felony if there is violence or an injury."),
        (
            {"when": ["assault"], "class": "class C", "max_jail": "P5Y"},
            "a felony (class C, up to 5 years in jail or prison) if there is violence or an injury.",
        ),
        (
            {"when": ["threat"], "max_jail": "P5Y", "max_fine": 10000},
            "a felony (up to 5 years in jail or prison and a fine of up to $10,000) if there is a threat.",
        ),
        ({"when": ["weapon"], "max_fine": 500}, "a felony (a fine of up to $500) if a weapon is involved."),
        ({"when": ["danger"], "max_jail": "life"}, "a felony (up to life in prison) if somebody is in danger"),
        ({"when": ["stalking"], "class": "felony"}, "a felony if it is stalking."),
        ({"when": ["prior_conviction"]}, "if there was an earlier conviction."),
        ({"when": ["prior_conviction"], "priors": 2}, "if there were 2 earlier convictions."),
        (
            {"when": ["prior_conviction"], "priors": 2, "within": "P5Y"},
            "if there were 2 earlier convictions within 5 years.",
        ),
        (
            {"when": ["prior_conviction"], "priors": 1, "within": "P5Y"},
            "if there was an earlier conviction within 5 years.",
        ),
        ({"when": ["repeated"], "priors": 2}, "if an order was broken 2 times before."),
        (
            {"when": ["prior_conviction", "threat"], "priors": 2},
            "if there were 2 earlier convictions and there is a threat.",
        ),
    ],
)
def test_a_way_to_a_felony_is_said_plainly_with_the_sources_words_beside_it(
    felony: dict[str, Any], sentence: str
) -> None:
    text = said(felony)
    assert sentence in text
    assert text.endswith("The source says: way 0")


@pytest.mark.parametrize("trigger", FelonyTrigger)
def test_every_trigger_can_be_said(trigger: FelonyTrigger) -> None:
    for level in (None, *ChargeLevel):
        text = said({"when": [trigger.value], "priors": 3, "within": "P1Y"}, charged_with(level))
        assert "  " not in text
        assert "not known" not in text


@pytest.mark.parametrize(
    ("level", "code"),
    [
        (ChargeLevel.FELONY, Code.FELONY_IN_THIS_CASE),
        (ChargeLevel.MISDEMEANOR, Code.FELONY_NOT_IN_THIS_CASE),
        (None, Code.FELONY_IF),
    ],
)
def test_the_charge_says_whether_the_order_comes_from_a_felony_case(level: ChargeLevel | None, code: Code) -> None:
    (found,) = told(charged_with(level), {"when": ["underlying_felony"]})
    assert found.code is code
    (without_charge,) = told(civil_order(HERE), {"when": ["underlying_felony"]})
    assert without_charge.code is Code.FELONY_IF


def test_one_trigger_that_is_met_is_not_enough_and_one_that_is_not_is() -> None:
    both = {"when": ["underlying_felony", "assault"]}
    assert [reason.code for reason in told(charged_with(ChargeLevel.FELONY), both)] == [Code.FELONY_IF]
    found = told(charged_with(ChargeLevel.MISDEMEANOR), both)
    assert [reason.code for reason in found] == [Code.FELONY_NOT_IN_THIS_CASE]


def test_what_is_a_felony_in_every_case_is_said_to_be_one() -> None:
    (found,) = told(civil_order(HERE), {"when": ["always"], "class": "class C"})
    assert found.code is Code.FELONY_ALWAYS
    assert "a felony (class C) in every case" in Speaker().say(found)


def test_each_way_is_a_finding_of_its_own_and_what_nobody_made_plain_stays_in_the_sources_words() -> None:
    plain = violation({"when": ["assault"]}, {"when": ["weapon"]})
    book = made_up(violation_civil={**plain, "felony_when": [*plain["felony_when"], "something else"]})
    found = reasons(civil_order(HERE), book)
    assert [reason.facts["law"] for reason in found if reason.code in FELONIES] == ["way 0", "way 1"]
    assert [reason.facts["condition"] for reason in found if reason.code is Code.FELONY_WHEN] == ["something else"]


@pytest.mark.parametrize("place", known_jurisdictions())
def test_no_way_to_a_felony_that_the_law_of_a_place_has_is_left_out(place: str) -> None:
    law = place_law(place)
    cases: list[tuple[Violation, Order]] = [
        (law.violation_civil, order_in(place, Kind.CIVIL)),
        (law.violation_criminal, order_in(place, Kind.CRIMINAL)),
    ]
    cases += [
        (kind.violation, order_in(place, kind.track, kind.stage, instrument=kind.id))
        for kind in law.file.instruments
        if kind.violation is not None
    ]
    for rule, order in cases:
        found = reasons(order)
        passages = [
            reason.facts["law"] if reason.code in FELONIES else reason.facts["condition"]
            for reason in found
            if reason.code in (*FELONIES, Code.FELONY_WHEN)
        ]
        assert set(passages) == {*rule.felony_when, *(felony.text for felony in rule.felonies)}
        assert all(isinstance(passage, LawText) for passage in passages)
        for reason in found:
            if reason.code in FELONIES:
                assert reason.authority == rule.authority
                assert "  " not in Speaker().say(reason)


# ---- an instrument with a rule of its own ------------------------------------------------------------------------


OWN = an_instrument("zz-own", "civil", "final", violation={"offense": "contempt", "arrest": "permitted"})
PLAIN = an_instrument("zz-plain", "civil", "final")
PLACE = {"offense": "breach", "arrest": "mandatory", "max_jail": "P1Y"}


def test_an_instrument_that_differs_from_its_place_has_its_own_consequences() -> None:
    book = made_up(OWN, PLAIN, violation_civil=PLACE)
    own = reasons(civil_order(HERE, instrument="zz-own"), book)
    assert own[0].code is Code.ARREST_PERMITTED
    assert one(own, Code.CHARGE_AS_FOUND_UNGRADED).facts["offense"] == "contempt"
    place = reasons(civil_order(HERE, instrument="zz-plain"), book)
    assert place[0].code is Code.ARREST_MANDATORY
    assert one(place, Code.CHARGE_UNGRADED).facts["offense"] == "breach"


def test_where_the_instrument_is_not_known_the_answer_says_which_kinds_differ() -> None:
    book = made_up(OWN, PLAIN, violation_civil=PLACE)
    assert one(reasons(civil_order(HERE), book), Code.OWN_RULE_FOR_SOME).facts["names"] == ("zz-own",)
    for order in (
        civil_order(HERE, instrument="zz-plain"),
        civil_order(HERE, stage=Stage.TEMPORARY),
        criminal_order(HERE),
    ):
        assert Code.OWN_RULE_FOR_SOME not in {reason.code for reason in reasons(order, book)}


def test_lost_release_is_the_instruments_own_too() -> None:
    own = an_instrument("zz-release", "criminal", "pretrial", violation={"offense": "x", "release_revocation": False})
    book = made_up(own, violation_criminal={"offense": "breach", "release_revocation": True})
    order = criminal_order(HERE, instrument="zz-release")
    assert Code.RELEASE_REVOKED not in {reason.code for reason in reasons(order, book)}
    assert Code.RELEASE_REVOKED in {reason.code for reason in reasons(criminal_order(HERE), book)}


def test_every_instrument_of_every_place_has_the_consequences_that_the_book_gives_it() -> None:
    for place in known_jurisdictions():
        law = law_book().of(place)
        for instrument in law.file.instruments:
            rule = law.violation_of(instrument.track, instrument)
            found = reasons(order_in(place, instrument.track, instrument.stage, instrument=instrument.id))
            offenses = [reason.facts["offense"] for reason in found if "offense" in reason.facts]
            assert offenses == [rule.offense], instrument.id
