"""Condition codes come from terms, say no more than the term, and what they leave out is in words."""

from __future__ import annotations

import pytest

from stayaway.model import (
    EVERY_CHANNEL,
    Channel,
    Custody,
    Distance,
    Errand,
    Exchange,
    Exemption,
    MoveOut,
    NoAbuse,
    NoContact,
    OrderEntry,
    OrderEvent,
    Other,
    PaySupport,
    StayAway,
    SurrenderFirearms,
    Term,
    TermKind,
    Unit,
)
from stayaway.registry.exchange.outward.conditions import ConditionCode, pco_codes
from tests.registry.exchange.outward.orders_to_export import DAN, HOME, ROSA, SAM, SCHOOL, an_order, worksheet_of

FEET = Distance(500, Unit.FEET)
LAWYERS = Exemption(errand=Errand.COUNSEL)

CASES: list[tuple[Term, str]] = [
    (NoAbuse(), "01"),
    (NoAbuse((ROSA,)), "01"),
    (NoAbuse((SAM,)), "01 08"),
    (NoContact(), "05"),
    (NoContact(by=EVERY_CHANNEL - {Channel.SURVEILLANCE}), "05 08"),
    (NoContact(by=EVERY_CHANNEL - {Channel.MAIL}), "08"),
    (NoContact(by=frozenset({Channel.PHONE})), "08"),
    (NoContact(exemptions=(LAWYERS,)), "05 08"),
    (NoContact((SAM,)), "05 08"),
    (StayAway((SCHOOL,)), "04 08"),
    (StayAway((SCHOOL,), FEET), "04 08"),
    (StayAway((ROSA,), FEET), "08"),
    (StayAway((ROSA, HOME), FEET), "04 08"),
    (StayAway(), "08"),
    (MoveOut(), "03 08"),
    (MoveOut(HOME), "03 08"),
    (SurrenderFirearms(), "07"),
    (SurrenderFirearms("the shotgun"), "07"),
    (PaySupport("$200 a month"), "08"),
    (Custody(ROSA), "08 09"),
    (Custody(DAN), "06 08"),
    (Custody(SAM), "08"),
    (Custody(None, "shared"), "08"),
    (Exchange(SCHOOL, "Sundays", required=True), "08"),
    (Exchange(required=False), "08"),
    (Other("No alcohol."), "08"),
]


def test_every_kind_of_term_is_here() -> None:
    assert {term.kind for term, _ in CASES} == set(TermKind)


@pytest.mark.parametrize(("term", "codes"), CASES, ids=lambda value: type(value).__name__)
def test_the_codes_of_a_term(term: Term, codes: str) -> None:
    found = pco_codes(an_order(), (NoAbuse(), term))[1:]
    assert sorted(one.code.value for one in found) == codes.split()
    assert all(one.term is term and one.place == 1 for one in found)


def test_threats_to_a_household_are_never_taken_from_an_order_that_only_protects_several_people() -> None:
    order = an_order(protects=(ROSA, SAM))
    codes = {one.code for one in pco_codes(order, tuple(term for term, _ in CASES))}
    assert ConditionCode.NO_THREATS_TO_HOUSEHOLD not in codes
    assert codes == set(ConditionCode) - {ConditionCode.NO_THREATS_TO_HOUSEHOLD}


def test_the_terms_are_those_that_stand_after_a_change() -> None:
    changed = OrderEntry(OrderEvent.MODIFIED, an_order().docket[0].on, terms=(SurrenderFirearms(),))
    assert worksheet_of(an_order()).values("PCO") == ("01",)
    assert worksheet_of(an_order(docket=(changed,))).values("PCO") == ("07",)


def test_a_code_is_entered_once_and_names_every_term_it_comes_from() -> None:
    sheet = worksheet_of(an_order(terms=(Other("No alcohol."), NoAbuse(), PaySupport())))
    conditions = [(field.value, field.terms, field.kinds) for field in sheet.fields if field.code == "PCO"]
    assert conditions == [
        ("01", (2,), (TermKind.NO_ABUSE,)),
        ("08", (1, 3), (TermKind.OTHER, TermKind.PAY_SUPPORT)),
    ]
