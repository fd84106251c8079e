"""The steps of a ladder of enforcement, each on a made-up law: which of several orders is enforced first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from stayaway.model import (
    Answer,
    AsOf,
    Channel,
    Charge,
    ChargeCategory,
    Exemption,
    NoAbuse,
    NoContact,
    Order,
    OrderId,
    Stage,
)
from stayaway.reasoning.enforcement import Enforcement
from stayaway.reasoning.governing import governing_terms
from tests.reasoning.made_up_law import HERE, made_up
from tests.reasoning.making_orders import ROSA, SAM, civil_order, criminal_case, criminal_order, papers_of

LATER = date(2024, 5, 1)
LETS = (NoContact(exemptions=(Exemption(about="children", by=frozenset({Channel.TEXT})),)),)
BY_PHONE, BY_MAIL = ((NoContact(by=frozenset({channel})),) for channel in (Channel.PHONE, Channel.MAIL))
CIVIL, CRIMINAL = civil_order(HERE), criminal_order(HERE)


def ladder(*rungs: dict[str, Any], rule: str = "statutory_ladder") -> dict[str, Any]:
    return {"rule": rule, "ladder": list(rungs), "source": ["law"]}


def first(rule: dict[str, Any], *orders: Order) -> Enforcement:
    book = made_up(both_orders=rule)
    (found,) = governing_terms(papers_of(*orders), book, AsOf(date(2024, 6, 1))).enforcement
    return found


def named(order: Order, name: str, **given: Any) -> Order:
    return replace(order, id=OrderId(name), **given)


@pytest.mark.parametrize(
    ("rung", "orders", "expected"),
    [
        ({"kind": "criminal"}, (CIVIL, CRIMINAL), "no-contact"),
        ({"kind": "civil"}, (CIVIL, CRIMINAL), "civil"),
        ({"stage": "temporary"}, (CIVIL, named(CIVIL, "temp", stage=Stage.TEMPORARY)), "temp"),
        ({"instruments": ["zz-x"]}, (CIVIL, named(CIVIL, "x", instrument="zz-x")), "x"),
        ({"term": "no_abuse"}, (CIVIL, named(CIVIL, "abuse", terms=(NoAbuse(),))), "abuse"),
        ({"term": "no_contact", "unqualified": True}, (named(CIVIL, "lets", terms=LETS), CRIMINAL), "no-contact"),
        ({"pick": "latest"}, (CIVIL, named(CIVIL, "new", issued=LATER)), "new"),
        ({"kind": "civil", "when": "both_kinds"}, (CIVIL, CRIMINAL), "civil"),
        ({"when": "more_restrictive"}, (named(CIVIL, "lets", terms=LETS), CRIMINAL), "no-contact"),
    ],
)
def test_a_step_keeps_the_orders_that_fit(rung: dict[str, Any], orders: tuple[Order, ...], expected: str) -> None:
    found = first(ladder(rung), *orders)
    assert (found.first, found.known) == (expected, Answer.YES)


@pytest.mark.parametrize(
    ("rung", "orders"),
    [
        ({"kind": "civil"}, (CIVIL, named(CIVIL, "other"))),
        ({"stage": "emergency"}, (CIVIL, CRIMINAL)),
        ({"instruments": ["zz-x"]}, (CIVIL, CRIMINAL)),
        ({"term": "no_contact"}, (named(CIVIL, "lets", terms=LETS), CRIMINAL)),
        ({"term": "no_contact", "unqualified": True}, (CIVIL, CRIMINAL)),
        ({"pick": "latest"}, (CIVIL, CRIMINAL)),
        ({"pick": "latest"}, (named(CIVIL, "undated", issued=None), named(CIVIL, "new", issued=LATER))),
        ({"kind": "civil", "when": "both_kinds"}, (CIVIL, named(CIVIL, "other"))),
        ({"kind": "civil", "when": "both_kinds", "pick": "latest"}, (CIVIL, named(CIVIL, "new", issued=LATER))),
        ({"when": "more_restrictive"}, (CIVIL, CRIMINAL)),
        ({"when": "more_restrictive"}, (named(CIVIL, "by-phone", terms=BY_PHONE), named(CIVIL, "mail", terms=BY_MAIL))),
        ({"when": "more_restrictive"}, (named(CIVIL, "unknown", terms=None), CRIMINAL)),
        ({"kind": "criminal", "if_charge": ["stalking"]}, (CIVIL, CRIMINAL)),
    ],
)
def test_a_step_that_leaves_several_or_none_leaves_it_open(rung: dict[str, Any], orders: tuple[Order, ...]) -> None:
    found = first(ladder(rung), *orders)
    assert (found.first, found.known) == (None, Answer.UNSURE)


def test_a_step_for_some_charges_needs_such_a_charge() -> None:
    rung = {"kind": "criminal", "if_charge": ["stalking"]}
    for category, expected in ((ChargeCategory.STALKING, "no-contact"), (ChargeCategory.ASSAULT, None)):
        charged = replace(CRIMINAL, case=criminal_case(HERE, charge=Charge(category=category)))
        assert first(ladder(rung), CIVIL, charged).first == expected


def test_the_steps_are_climbed_in_turn() -> None:
    steps = ladder({"kind": "civil"}, {"pick": "latest"})
    newer = named(CIVIL, "newer", issued=LATER)
    newest_criminal = named(CRIMINAL, "newest", issued=date(2024, 5, 20))
    assert first(steps, CIVIL, newer, newest_criminal).first == "newer"


def test_rules_that_need_no_ladder() -> None:
    newer = named(CRIMINAL, "newer", issued=LATER)
    assert first({"rule": "criminal_first", "source": ["law"]}, CIVIL, CRIMINAL, newer).first == "newer"
    assert first({"rule": "last_issued", "source": ["law"]}, CIVIL, newer).first == "newer"
    both = first({"rule": "both_enforced", "source": ["law"]}, CIVIL, CRIMINAL)
    assert (both.first, both.known) == (None, Answer.YES)
    silent = first({"rule": "silent", "source": ["law"]}, CIVIL, CRIMINAL)
    assert (silent.first, silent.known) == (None, Answer.UNSURE)


def test_each_pair_of_people_has_its_own_answer() -> None:
    for_sam = replace(CRIMINAL, protects=(ROSA, SAM))
    book = made_up(both_orders=ladder({"kind": "criminal"}))
    found = governing_terms(papers_of(CIVIL, for_sam), book, AsOf(date(2024, 6, 1))).enforcement
    assert [(one.protected, one.first) for one in found] == [(ROSA, "no-contact")]
