"""Orders to export: one made by hand to be changed, and random ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from lxml import etree

from stayaway.law.load import law_book
from stayaway.model import (
    AsOf,
    CaseId,
    CivilCase,
    CriminalCase,
    NoAbuse,
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
from stayaway.registry.exchange.outward.descriptors import Agency, Descriptors, Eyes, Hair, Number, Race, Sex
from stayaway.registry.exchange.outward.niem import NAMESPACES, NiemExport, niem_export
from stayaway.registry.exchange.outward.worksheet import Worksheet, ncic_worksheet
from tests.files.strategies import papers as any_papers
from tests.reasoning.random_papers import as_ofs, orders, papers_of

BOOK = law_book()
DAN, ROSA, SAM = PersonId("dan"), PersonId("rosa"), PersonId("sam")
HOME, SCHOOL = PlaceId("home"), PlaceId("school")
ORDER = OrderId("order")
DAY = AsOf(date(2026, 6, 1))
ZONE = ZoneInfo("America/Los_Angeles")
CIVIL = CivilCase(CaseId("case"), None, ZONE, "Example Court", "26-2-01", ROSA, DAN)
CRIMINAL = CriminalCase(CaseId("case"), None, ZONE, "Example Court", "26-1-01", DAN, (ROSA,))
PEOPLE = {
    DAN: Person(DAN, "Dan Example", date(1990, 1, 2), phones=("555-0100",), emails=("dan@example.org",)),
    ROSA: Person(ROSA, "Rosa Example", date(1991, 3, 4), phones=("555-0101",)),
    SAM: Person(SAM, "Sam Example"),
}
PLACES = {
    HOME: Place(HOME, "Aunt Zelda's", confidential=True, address="77 Hidden Lane, Markville"),
    SCHOOL: Place(SCHOOL, "Northside School", address="5 Open Street"),
}
SERVED = OrderEntry(OrderEvent.SERVED, date(2026, 1, 7))
EVERY = Descriptors(
    Sex.MALE,
    Race.WHITE,
    69,
    80,
    Eyes.BROWN,
    Hair.BLACK,
    "Dan",
    "Q",
    "Example",
    {number: f"{number.value}123" for number in Number},
)
AGENCY = Agency("XX0010000", "2026-77", "XX001013D")


def an_order(**changes: Any) -> Order:
    """A final civil order of January 2026 that protects Rosa from Dan for two years."""
    order = Order(
        ORDER,
        CIVIL,
        DAN,
        (ROSA,),
        stage=Stage.FINAL,
        issued=date(2026, 1, 5),
        expires=date(2028, 1, 5),
        terms=(NoAbuse(),),
        docket=(SERVED,),
    )
    return replace(order, **changes)


def papers_with(order: Order, people: dict[PersonId, Person] = PEOPLE) -> Papers:
    return Papers(people, PLACES, {order.case.id: order.case}, {order.id: order})


def worksheet_of(order: Order, **options: Any) -> Worksheet:
    return ncic_worksheet(papers_with(order), order.id, BOOK, DAY, **options)


def niem_of(order: Order, **options: Any) -> NiemExport:
    return niem_export(papers_with(order), order.id, BOOK, DAY, **options)


def found(xml: bytes, path: str) -> list[str]:
    """The texts at a path of a document."""
    elements = etree.fromstring(xml).iterfind(path.replace("//", "/.//"), NAMESPACES)
    return [text for element in elements for text in map(str, element.itertext()) if text.strip()]


descriptors = st.builds(
    Descriptors,
    sex=st.none() | st.sampled_from(Sex),
    race=st.none() | st.sampled_from(Race),
    height=st.none() | st.integers(24, 107),
    weight=st.none() | st.integers(1, 999),
    eyes=st.none() | st.sampled_from(Eyes),
    hair=st.none() | st.sampled_from(Hair),
    given=st.none() | st.text(max_size=5),
    middle=st.none() | st.text(max_size=5),
    surname=st.none() | st.text(max_size=5),
    numbers=st.dictionaries(st.sampled_from(Number), st.text(max_size=12), max_size=7),
)


@st.composite
def exports(draw: st.DrawFn) -> tuple[Papers, OrderId, AsOf, dict[PersonId, Descriptors]]:
    """Random papers as the reader makes them or as the laws of combining use them, an order of them, and a moment."""
    if draw(st.booleans()):
        papers = draw(any_papers().filter(lambda papers: papers.orders))
    else:
        papers = papers_of(draw(orders()))
    known = {person: draw(descriptors) for person in papers.people}
    return papers, draw(st.sampled_from(sorted(papers.orders))), draw(as_ofs), known
