"""Small orders for tests of authority and guidance: Rosa is protected, Dan restrained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from stayaway.model import (
    AsOf,
    Case,
    CaseId,
    Charge,
    CivilCase,
    CriminalCase,
    End,
    Kind,
    NoContact,
    Order,
    OrderEntry,
    OrderEvent,
    OrderId,
    Papers,
    Person,
    PersonId,
    Place,
    PlaceId,
    Stage,
)

ROSA, DAN, SAM, KIT = PersonId("rosa"), PersonId("dan"), PersonId("sam"), PersonId("kit")
ZONE = ZoneInfo("America/Los_Angeles")


def on(year: int, month: int, day: int) -> AsOf:
    return AsOf(date(year, month, day))


def civil_case(place: str | None = None, **given: Any) -> CivilCase:
    known: dict[str, Any] = {"petitioner": ROSA, "respondent": DAN, "court": "Family Court", **given}
    return CivilCase(CaseId("family"), place, ZONE, **known)


def criminal_case(place: str | None = None, **given: Any) -> CriminalCase:
    known: dict[str, Any] = {"defendant": DAN, "victims": (ROSA,), "charge": Charge(), "court": "City Court", **given}
    return CriminalCase(CaseId("assault"), place, ZONE, **known)


def civil_order(place: str | None = None, *, expires: End | None = date(2025, 3, 1), **given: Any) -> Order:
    case: Case = given.pop("case", civil_case(place))
    known: dict[str, Any] = {
        "stage": Stage.FINAL,
        "issued": date(2024, 3, 1),
        "terms": (NoContact(),),
        **given,
    }
    return Order(known.pop("id", OrderId("civil")), case, DAN, (ROSA,), expires=expires, **known)


def criminal_order(place: str | None = None, **given: Any) -> Order:
    case: Case = given.pop("case", criminal_case(place))
    known: dict[str, Any] = {"stage": Stage.PRETRIAL, "issued": date(2024, 3, 1), "terms": (NoContact(),), **given}
    return Order(known.pop("id", OrderId("no-contact")), case, DAN, (ROSA,), **known)


def order_of(kind: Kind, place: str | None = None) -> Order:
    return civil_order(place) if kind is Kind.CIVIL else criminal_order(place)


def entry(event: OrderEvent, day: date, **given: Any) -> OrderEntry:
    return OrderEntry(event, day, **given)


def with_entries(order: Order, *entries: OrderEntry) -> Order:
    return replace(order, docket=(*order.docket, *entries))


def papers_of(*orders: Order, cases: tuple[Case, ...] = (), places: tuple[Place, ...] = ()) -> Papers:
    names = {ROSA: "Rosa Marin", DAN: "Daniel Cole", SAM: "Sam Ortiz", KIT: "Kit Marin"}
    all_cases = (*(order.case for order in orders), *cases)
    return Papers(
        people={id: Person(id, name) for id, name in names.items()},
        places={PlaceId(place.id): place for place in places},
        cases={case.id: case for case in all_cases},
        orders={order.id: order for order in orders},
    )
