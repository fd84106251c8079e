"""Orders share an answer only where they are alike in everything that an answer can depend on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations

import pytest

from stayaway.law.load import law_book
from stayaway.model import UTC as COURT
from stayaway.model import (
    AsOf,
    CaseId,
    Channel,
    CivilCase,
    Distance,
    Errand,
    Exemption,
    MoveOut,
    NoAbuse,
    NoContact,
    Order,
    OrderEntry,
    OrderEvent,
    OrderId,
    Other,
    Papers,
    Person,
    PersonId,
    Place,
    PlaceId,
    Position,
    StayAway,
    Term,
    Unit,
)
from stayaway.reasoning.conduct import Contact, assess, compile_orders
from stayaway.screening.classes import form_of
from stayaway.screening.columns import words
from stayaway.screening.compiling import compile_columns
from stayaway.screening.engines import DuckDB
from stayaway.screening.screening import Screen
from stayaway.screening.telling import Told, columns_of

DAN, ROSA, SAM, TOM, EVA = (PersonId(name) for name in ("dan", "rosa", "sam", "tom", "eva"))
HOME, WORK = PlaceId("home"), PlaceId("work")
AT = AsOf(datetime(2024, 6, 1, 12, tzinfo=UTC))
FULL = Exemption(Errand.COUNSEL, "children", frozenset({Channel.TEXT}), "sam", HOME, "Sundays")


def order(*terms: Term, restrained: PersonId = DAN, protects: tuple[PersonId, ...] = (ROSA, SAM)) -> Order:
    case = CivilCase(CaseId(f"c-{restrained}"), None, COURT)
    return Order(
        OrderId("one"), case, restrained, protects, issued=date(2024, 1, 1), expires=date(2025, 1, 1), terms=terms
    )


def excepted(**changed: object) -> Order:
    return order(NoContact(exemptions=(replace(FULL, **changed),)))  # type: ignore[arg-type]  # each test names a field


def key_of(one: Order) -> object:
    papers = Papers({}, {}, {one.case.id: one.case}, {one.id: one})
    form = form_of(one, compile_orders(papers, law_book()), AT)
    assert form is not None
    return form.key


DIFFERENT = {
    "plain": order(NoContact()),
    "not known": replace(order(), terms=None),
    "none": order(),
    "channels": order(NoContact(by=frozenset({Channel.TEXT}))),
    "toward": order(NoContact(toward=(ROSA,))),
    "toward the other": order(NoContact(toward=(SAM,))),
    "fewer protected": order(NoContact(), protects=(ROSA,)),
    "second": order(MoveOut(HOME), NoContact()),
    "abuse": order(NoAbuse()),
    "free text": order(Other("x")),
    "near": order(StayAway((ROSA,))),
    "near, 100 yards": order(StayAway((ROSA,), Distance(100, Unit.YARDS))),
    "near, 101 yards": order(StayAway((ROSA,), Distance(101, Unit.YARDS))),
    "near a place": order(StayAway((HOME,), Distance(100, Unit.YARDS))),
    "near a place, 101 yards": order(StayAway((HOME,), Distance(101, Unit.YARDS))),
    "near two places": order(StayAway((HOME, WORK), Distance(100, Unit.YARDS))),
    "move out": order(MoveOut(HOME)),
    "all parts": excepted(),
    "other errand": excepted(errand=Errand.COURT),
    "other subject": excepted(about="property"),
    "other channel": excepted(by=frozenset({Channel.PHONE})),
    "other carrier": excepted(through="tom"),
    "no carrier": excepted(through=None),
    "no place": excepted(at=None),
    "no time": excepted(when=None),
    "served": replace(order(NoContact()), docket=(OrderEntry(OrderEvent.SERVED, date(2024, 1, 2)),)),
    "changed": replace(order(NoContact()), docket=(OrderEntry(OrderEvent.MODIFIED, date(2024, 1, 2)),)),
    "no end known": replace(order(NoContact()), expires=None),
}


@pytest.mark.parametrize(("one", "other"), list(combinations(DIFFERENT, 2)))
def test_whatever_can_change_an_answer_makes_another_class(one: str, other: str) -> None:
    assert key_of(DIFFERENT[one]) != key_of(DIFFERENT[other])


def test_orders_that_differ_in_people_and_places_alone_are_one_class() -> None:
    one = order(NoContact(toward=(ROSA,)), StayAway((ROSA, HOME), Distance(100, Unit.YARDS)))
    other = order(
        NoContact(toward=(EVA,)),
        StayAway((EVA, WORK), Distance(300, Unit.FEET)),
        restrained=TOM,
        protects=(EVA, ROSA),
    )
    assert key_of(one) == key_of(other)


def test_an_order_that_is_over_is_in_no_class() -> None:
    one = replace(order(NoContact()), expires=date(2024, 2, 1))
    ready = compile_orders(Papers({}, {}, {one.case.id: one.case}, {one.id: one}), law_book())
    assert form_of(one, ready, AT) is None


def test_places_whose_keys_differ_by_case_alone_are_told_apart() -> None:
    loud, market = PlaceId("HOME"), PlaceId("market")
    one = order(StayAway((WORK,), Distance(1, Unit.MILES), (Exemption(about="children", at=HOME),)))
    places = {key: Place(key, at=Position(47.0, -122.0)) for key in (HOME, WORK)} | {loud: Place(loud)}
    papers = Papers({DAN: Person(DAN), ROSA: Person(ROSA)}, places, {one.case.id: one.case}, {one.id: one})
    ready, compiled, named = compile_orders(papers, law_book()), compile_columns(papers, law_book()), words()
    told = [
        Told(Contact(DAN, ROSA, about="children", at=at), AT)
        for at in (market, HOME, loud, PlaceId("hOmE"), WORK, None)
    ]
    hits = Screen(compiled, DuckDB(threads=1), named).hits(columns_of(told, compiled, named)).to_pylist()
    found = {hit["row"]: hit["answer"] for hit in hits}
    said = {row: assess(each.contact, ready, AT).prohibited.value for row, each in enumerate(told, 1)}
    assert {row: found.get(row, "no") for row in said} == said
    assert len(set(said.values())) > 1
