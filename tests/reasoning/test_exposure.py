"""What breaking an order can bring: each value expected here is read from the law data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from string import Formatter

import pytest

from stayaway.law.book import LawBook
from stayaway.law.load import federal_law, known_jurisdictions, law_book, place_law
from stayaway.law.schema import ArrestRule
from stayaway.model import (
    STAGES_OF,
    UTC,
    AsOf,
    CaseEntry,
    CaseEvent,
    CaseId,
    Charge,
    ChargeCategory,
    CivilCase,
    CriminalCase,
    Kind,
    Order,
    OrderId,
    Papers,
    Period,
    Person,
    PersonId,
    Reason,
    SourceKind,
    Stage,
)
from stayaway.reasoning.codes.exposure import ExposureCode as Code
from stayaway.reasoning.codes.exposure import FirearmCode
from stayaway.reasoning.exposure import exposure
from stayaway.wording.catalogue import sentence_of
from stayaway.wording.say import Speaker
from tests.reasoning.made_up_law import made_up

DAN, ROSA = PersonId("dan"), PersonId("rosa")
DAY = AsOf(date(2026, 6, 1))
PLACES = ("us-wa", "us-ca", "us-ny", "us-tx", "us-ma", "us-ak")
BOTH = pytest.mark.parametrize("kind", Kind)


def order_in(
    place: str | None,
    kind: Kind,
    stage: Stage | None = None,
    instrument: str | None = None,
    docket: tuple[CaseEntry, ...] = (),
) -> Order:
    case: CivilCase | CriminalCase = CivilCase(CaseId("case"), place, UTC, docket=docket)
    if kind is Kind.CRIMINAL:
        charge = Charge(category=ChargeCategory.DOMESTIC_VIOLENCE)
        case = CriminalCase(CaseId("case"), place, UTC, charge=charge, docket=docket)
    return Order(OrderId("order"), case, DAN, (ROSA,), stage=stage, instrument=instrument)


def reasons(order: Order, book: LawBook | None = None) -> list[Reason]:
    return [item.reason for item in exposure(order, book or law_book(), DAY)]


def codes(order: Order, book: LawBook | None = None) -> list[str]:
    return [reason.code.value for reason in reasons(order, book)]


def one(found: Iterable[Reason], code: Code) -> Reason:
    (reason,) = [reason for reason in found if reason.code is code]
    return reason


@BOTH
@pytest.mark.parametrize("place", PLACES)
def test_the_charge_and_the_penalty_are_those_of_the_place(place: str, kind: Kind) -> None:
    own = place_law(place).own
    law = own.violation_civil if kind is Kind.CIVIL else own.violation_criminal
    assert law is not None
    found = reasons(order_in(place, kind))
    charge = next(reason for reason in found if str(reason.code).startswith("exposure.charge"))
    assert charge.facts["offense"] == law.offense
    assert charge.facts.get("grade") == law.grade
    assert charge.authority == law.authority
    assert law.cite is not None
    assert charge.authority is not None
    assert law.cite == charge.authority.cite
    penalties = (reason.facts for reason in found if reason.code.value.startswith("exposure.penalty"))
    penalty = next(penalties, {})
    assert penalty.get("max_jail") == law.max_jail
    assert penalty.get("max_fine") == law.max_fine


def test_durations_and_fines_keep_their_types() -> None:
    penalty = one(reasons(order_in("us-wa", Kind.CIVIL)), Code.PENALTY)
    assert isinstance(penalty.facts["max_jail"], Period)
    assert isinstance(penalty.facts["max_fine"], int)


@BOTH
@pytest.mark.parametrize("place", known_jurisdictions())
def test_no_crime_is_claimed_where_the_law_found_gives_no_punishment(place: str, kind: Kind) -> None:
    own = place_law(place).own
    law = own.violation_civil if kind is Kind.CIVIL else own.violation_criminal
    assert law is not None
    found = set(codes(order_in(place, kind)))
    claimed = bool(found & {Code.CHARGE.value, Code.CHARGE_UNGRADED.value})
    assert claimed == (law.max_jail is not None or law.max_fine is not None)
    assert claimed != bool(found & {Code.CHARGE_AS_FOUND.value, Code.CHARGE_AS_FOUND_UNGRADED.value})


def test_a_place_nobody_wrote_up_has_the_general_rule_and_no_numbers() -> None:
    found = reasons(order_in("us-zz", Kind.CIVIL))
    assert found[1].code is Code.CHARGE_GENERAL
    assert found[1].authority is not None
    assert found[1].authority.kind is SourceKind.GENERAL
    assert not any("max_jail" in reason.facts for reason in found if reason.code in list(Code))


@BOTH
@pytest.mark.parametrize("place", known_jurisdictions())
def test_arrest_is_as_the_place_says(place: str, kind: Kind) -> None:
    law = place_law(place).violation_civil if kind is Kind.CIVIL else place_law(place).violation_criminal
    expected = {
        ArrestRule.MANDATORY: Code.ARREST_MANDATORY,
        ArrestRule.PERMITTED: Code.ARREST_PERMITTED,
        ArrestRule.UNKNOWN: Code.ARREST_UNKNOWN,
    }
    assert reasons(order_in(place, kind))[0].code is expected[law.arrest]


@BOTH
@pytest.mark.parametrize("place", known_jurisdictions())
def test_contempt_is_as_the_place_says(place: str, kind: Kind) -> None:
    law = place_law(place).violation_civil if kind is Kind.CIVIL else place_law(place).violation_criminal
    known = {True: Code.CONTEMPT, False: Code.CONTEMPT_NOT_LISTED}
    expected = known[law.contempt] if isinstance(law.contempt, bool) else Code.CONTEMPT_UNKNOWN
    assert expected.value in codes(order_in(place, kind))


@pytest.mark.parametrize(
    ("stage", "said", "not_said"),
    [
        (Stage.PRETRIAL, {Code.RELEASE_REVOKED, Code.UNDERLYING_CASE}, {Code.PROBATION_REVOKED}),
        (Stage.EMERGENCY, {Code.RELEASE_REVOKED, Code.UNDERLYING_CASE}, {Code.SENTENCE_CONSEQUENCES}),
        (Stage.PROBATION, {Code.PROBATION_REVOKED}, {Code.RELEASE_REVOKED, Code.UNDERLYING_CASE}),
        (Stage.SENTENCE, {Code.SENTENCE_CONSEQUENCES}, {Code.RELEASE_REVOKED, Code.UNDERLYING_CASE}),
        (
            None,
            {
                Code.RELEASE_REVOKED_IF,
                Code.PROBATION_REVOKED_IF,
                Code.SENTENCE_CONSEQUENCES_IF,
                Code.UNDERLYING_CASE_IF,
            },
            {Code.RELEASE_REVOKED, Code.PROBATION_REVOKED, Code.SENTENCE_CONSEQUENCES, Code.UNDERLYING_CASE},
        ),
    ],
)
def test_a_criminal_order_puts_at_risk_what_its_stage_gave(
    stage: Stage | None, said: set[Code], not_said: set[Code]
) -> None:
    found = set(codes(order_in("us-wa", Kind.CRIMINAL, stage)))
    assert {code.value for code in said} <= found
    assert not {code.value for code in not_said} & found


def test_the_instrument_tells_the_stage_where_the_paper_does_not() -> None:
    assert Code.RELEASE_REVOKED.value in codes(order_in("us-wa", Kind.CRIMINAL, instrument="wa-nco-pretrial"))


def test_a_sentence_served_on_probation_puts_the_probation_at_risk_while_it_runs() -> None:
    started = CaseEntry(CaseEvent.PROBATION_STARTED, date(2026, 1, 1))
    ended = CaseEntry(CaseEvent.PROBATION_ENDED, date(2026, 5, 1))
    on_probation = order_in("us-wa", Kind.CRIMINAL, Stage.SENTENCE, docket=(started,))
    after_it = order_in("us-wa", Kind.CRIMINAL, Stage.SENTENCE, docket=(started, ended))
    assert Code.PROBATION_REVOKED.value in codes(on_probation)
    assert Code.PROBATION_REVOKED.value not in codes(after_it)


def test_a_civil_order_has_no_release_probation_or_criminal_case_to_lose() -> None:
    assert not [code for code in codes(order_in("us-wa", Kind.CIVIL)) if "revoked" in code or "underlying" in code]


def test_lost_release_rests_on_the_place_where_it_says_so_and_on_the_general_rule_where_it_does_not() -> None:
    for known, kind in ((True, SourceKind.STATUTE), ("unknown", SourceKind.GENERAL)):
        book = made_up(violation_criminal={"offense": "breach", "release_revocation": known, "source": ["law"]})
        told = one(reasons(order_in("us-zz", Kind.CRIMINAL, Stage.PRETRIAL), book), Code.RELEASE_REVOKED)
        assert told.authority is not None
        assert told.authority.kind is kind


@BOTH
@pytest.mark.parametrize("place", [*known_jurisdictions(), "us-zz", None])
def test_an_invitation_changes_nothing_in_any_place(place: str | None, kind: Kind) -> None:
    found = codes(order_in(place, kind))
    assert Code.INVITED_ALL_THE_SAME.value in found
    assert Code.BINDS_ONE_SIDE.value in found


@pytest.mark.parametrize(
    ("place", "instrument", "code"),
    [
        ("us-wa", None, Code.CONSENT_NO_EXCUSE),
        ("us-al", None, Code.CONSENT_UNKNOWN),
        ("us-ar", None, Code.CONSENT_MAY_BE_RAISED),
        ("us-wy", "wy-stalking-order", Code.CONSENT_MAY_BE_RAISED),
        ("us-wy", "wy-dv-order", Code.CONSENT_NO_EXCUSE),
        ("us-wy", None, Code.CONSENT_MAY_BE_RAISED_FOR_SOME),
        (None, None, Code.CONSENT_NO_EXCUSE),
    ],
)
def test_consent_is_as_the_place_says_of_the_instrument(place: str | None, instrument: str | None, code: Code) -> None:
    found = reasons(order_in(place, Kind.CIVIL, instrument=instrument))
    assert [reason.code for reason in found if "consent" in reason.code.value] == [code]
    consent = place_law(place).consent_no_defense
    if code is not Code.CONSENT_UNKNOWN:
        assert one(found, code).facts["detail"] == consent.detail
        assert one(found, code).authority == consent.authority


def test_a_defense_for_some_civil_orders_is_not_said_of_a_criminal_one() -> None:
    assert Code.CONSENT_MAY_BE_RAISED_FOR_SOME.value not in codes(order_in("us-wy", Kind.CRIMINAL))


def test_the_most_urgent_comes_first() -> None:
    heavy = {"offense": "breach", "class": "crime", "max_jail": "P1Y", "max_fine": 10, "felony_when": ["a threat"]}
    book = made_up(violation_criminal={**heavy, "arrest": "mandatory", "contempt": True})
    found = codes(order_in("us-zz", Kind.CRIMINAL, Stage.PRETRIAL), book)
    wanted = [
        Code.ARREST_MANDATORY,
        Code.CHARGE,
        Code.PENALTY,
        Code.FELONY_WHEN,
        Code.RELEASE_REVOKED,
        Code.CONTEMPT,
        Code.UNDERLYING_CASE,
        Code.FEDERAL_TRAVEL,
        FirearmCode.MAYBE_BARRED,
        Code.RECORD_OF_CHARGE,
    ]
    places = [found.index(code.value) for code in wanted]
    assert places == sorted(places)
    assert found[-1] == Code.RECORD_OF_CHARGE.value


def test_federal_law_is_given_in_its_own_words_with_its_citation() -> None:
    items = federal_law().items
    found = reasons(order_in("us-wa", Kind.CIVIL))
    for key, code in (("interstate_violation_travel", Code.FEDERAL_TRAVEL), ("ffc_duty", Code.FULL_FAITH)):
        assert one(found, code).facts["rule"] == items[key].plain
        assert one(found, code).authority == items[key].authority


def test_that_a_release_condition_may_not_count_federally_is_said_of_criminal_orders_alone() -> None:
    assert Code.FEDERAL_CRIMINAL_ORDERS.value in codes(order_in("us-wa", Kind.CRIMINAL))
    assert Code.FEDERAL_CRIMINAL_ORDERS.value not in codes(order_in("us-wa", Kind.CIVIL))


def test_a_civil_order_may_show_on_a_check_and_a_charge_for_breaking_either_does() -> None:
    assert codes(order_in("us-wa", Kind.CIVIL))[-2:] == [Code.RECORD_OF_ORDER.value, Code.RECORD_OF_CHARGE.value]
    assert Code.RECORD_OF_ORDER.value not in codes(order_in("us-wa", Kind.CRIMINAL))


def test_it_is_said_once_where_the_law_of_that_day_is_not_known() -> None:
    order = order_in("us-wa", Kind.CIVIL)
    for day, times in ((date(1994, 5, 22), 1), (date(2026, 6, 1), 0)):
        said = [item.reason for item in exposure(order, law_book(), AsOf(day))]
        assert [reason.facts["day"] for reason in said if reason.code is Code.LAW_OF_THAT_DAY_UNKNOWN] == [day] * times


def test_an_amendment_that_says_from_when_it_holds_is_not_taken_for_older_law() -> None:
    book = made_up(violation_civil={"offense": "breach", "holds_from": "2020-07-01"})
    order = order_in("us-zz", Kind.CIVIL)
    before, after = (
        {item.reason.code for item in exposure(order, book, AsOf(day))} for day in (date(2020, 6, 30), date(2020, 7, 1))
    )
    assert Code.LAW_OF_THAT_DAY_UNKNOWN in before
    assert Code.LAW_OF_THAT_DAY_UNKNOWN not in after


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ({"max_jail": "P90D", "max_fine": 500}, Code.PENALTY),
        ({"max_jail": "P90D"}, Code.PENALTY_JAIL),
        ({"max_fine": 500}, Code.PENALTY_FINE),
    ],
)
def test_only_the_numbers_that_are_known_are_said(numbers: dict[str, object], code: Code) -> None:
    book = made_up(violation_civil={"offense": "breach", **numbers})
    found = reasons(order_in("us-zz", Kind.CIVIL), book)
    assert [reason.code for reason in found if reason.code.value.startswith("exposure.penalty")] == [code]
    assert one(found, Code.CHARGE_UNGRADED).facts == {"offense": "breach"}


def test_every_reason_of_every_place_can_be_said() -> None:
    speaker = Speaker(papers=Papers({DAN: Person(DAN, "Dan"), ROSA: Person(ROSA, "Rosa")}, {}, {}, {}))
    for place in (*known_jurisdictions(), None):
        for kind in Kind:
            for stage in (*STAGES_OF[kind], None):
                for reason in reasons(order_in(place, kind, stage)):
                    wanted = {name for _, name, _, _ in Formatter().parse(sentence_of(reason.code)) if name}
                    assert wanted <= reason.facts.keys(), reason.code
                    text = speaker.say(reason)
                    assert text.strip() == text, (place, reason.code)
                    assert "  " not in text, (place, reason.code)
                    assert "not known" not in text or "not known" in sentence_of(reason.code), (place, reason.code)


def test_every_code_has_a_sentence() -> None:
    assert [code for code in (*Code, *FirearmCode) if not sentence_of(code).strip()] == []


def test_with_several_protected_people_each_sentence_speaks_of_any_one_of_them() -> None:
    order = replace(order_in("us-wa", Kind.CIVIL), protects=(ROSA, PersonId("sam")))
    found = reasons(order)
    speaker = Speaker()
    assert speaker.say(one(found, Code.INVITED_ALL_THE_SAME)).startswith(
        "All of this can follow even if rosa or sam called"
    )
    assert speaker.say(one(found, Code.BINDS_ONE_SIDE)).endswith("It does not bind rosa or sam.")
    partner = next(reason for reason in found if reason.code is FirearmCode.PARTNER_OPEN)
    assert "Write down what dan is to rosa and sam." in speaker.say(partner)
