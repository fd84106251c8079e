"""Random papers for the laws of the algebra: few people, places and days, so that orders meet often."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC as UTC_ZONE
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from stayaway.model import (
    EVERY_CHANNEL,
    AsOf,
    CaseEntry,
    CaseEvent,
    CaseId,
    Channel,
    CivilCase,
    CriminalCase,
    Distance,
    Errand,
    Exchange,
    Exemption,
    Moment,
    MoveOut,
    Never,
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
    Stage,
    StayAway,
    SurrenderFirearms,
    Unit,
    Until,
)
from stayaway.reasoning.conduct import Contact

PLACES_OF_LAW = ("us-wa", "us-ca", "us-ny", "us-tx", "us-ma", "us-ak", "us-zz", None)
ZONE = ZoneInfo("America/Los_Angeles")
DAN, ROSA, SAM, KIM = (PersonId(name) for name in ("dan", "rosa", "sam", "kim"))
PEOPLE = (DAN, ROSA, SAM, KIM)
HOME, WORK, PARK = (PlaceId(name) for name in ("home", "work", "park"))
PLACES = (HOME, WORK, PARK)
FIRST_DAY = date(2024, 1, 1)

days = st.integers(0, 60).map(lambda n: FIRST_DAY + timedelta(days=n))
instants = st.builds(
    lambda day, hour: datetime(day.year, day.month, day.day, hour, tzinfo=UTC_ZONE), days, st.integers(0, 23)
)
moments: st.SearchStrategy[Moment] = st.one_of(days, days, instants)
as_ofs = st.one_of(days.map(AsOf), instants.map(AsOf), instants.map(AsOf.now))
ends = st.one_of(st.none(), days, days, st.just(Never.NEVER))
channel_sets = st.one_of(st.just(EVERY_CHANNEL), st.frozensets(st.sampled_from(Channel), min_size=1, max_size=3))
distances = st.builds(Distance, st.sampled_from([4.0, 100.0, 500.0, 1000.0]), st.sampled_from(Unit))
topics = st.sampled_from(["children", "property"])


@st.composite
def exemptions(draw: st.DrawFn) -> Exemption:
    """An exception with one to four parts."""
    found = Exemption(
        errand=draw(st.one_of(st.none(), st.none(), st.sampled_from(Errand))),
        about=draw(st.one_of(st.none(), topics)),
        by=draw(st.one_of(st.none(), st.frozensets(st.sampled_from(Channel), min_size=1, max_size=2))),
        through=draw(st.one_of(st.none(), st.none(), st.sampled_from(["sam", "counsel"]))),
        at=draw(st.one_of(st.none(), st.none(), st.sampled_from(PLACES))),
        when=draw(st.one_of(st.none(), st.none(), st.none(), st.just("Sundays at noon"))),
    )
    return found if found != Exemption() else Exemption(errand=Errand.COUNSEL)


exemption_lists = st.lists(exemptions(), max_size=2).map(tuple)
terms = st.one_of(
    st.just(NoAbuse()),
    st.builds(NoContact, by=channel_sets, exemptions=exemption_lists),
    st.builds(NoContact, exemptions=exemption_lists),
    st.builds(
        StayAway,
        away_from=st.lists(st.sampled_from([HOME, WORK, ROSA]), max_size=2, unique=True).map(tuple),
        distance=st.one_of(st.none(), distances),
        exemptions=exemption_lists,
    ),
    st.builds(MoveOut, of=st.one_of(st.none(), st.just(HOME))),
    st.just(SurrenderFirearms()),
    st.builds(Exchange, place=st.sampled_from(PLACES), required=st.booleans()),
    st.builds(Other, text=st.just("No alcohol.")),
)
term_lists = st.one_of(st.none(), st.lists(terms, min_size=1, max_size=3).map(tuple))


@st.composite
def order_entries(draw: st.DrawFn) -> OrderEntry:
    event = draw(st.sampled_from(OrderEvent).filter(lambda event: event is not OrderEvent.ISSUED))
    lengthens = event in (OrderEvent.RENEWED, OrderEvent.EXTENDED)
    return OrderEntry(
        event,
        draw(moments),
        until=draw(ends) if lengthens else None,
        hearing=draw(st.one_of(st.none(), days)) if event is OrderEvent.HEARING_SET else None,
        court=draw(st.sampled_from([None, None, "First Court", "Second Court"])),
        terms=draw(term_lists) if event is OrderEvent.MODIFIED else None,
    )


case_entries = st.builds(CaseEntry, st.sampled_from(CaseEvent), moments, until=st.one_of(st.none(), st.none(), days))
case_dockets = st.lists(case_entries, max_size=3).map(tuple)


@st.composite
def orders(draw: st.DrawFn, name: str = "one") -> Order:
    """An order against Dan that protects Rosa, perhaps Sam, of either kind, anywhere, at any stage."""
    place = draw(st.sampled_from(PLACES_OF_LAW))
    docket = draw(case_dockets)
    case: CivilCase | CriminalCase
    if draw(st.booleans()):
        case = CivilCase(CaseId(f"civil-{name}"), place, ZONE, "First Court", None, ROSA, DAN, docket)
        stage = draw(st.sampled_from([None, Stage.EMERGENCY, Stage.TEMPORARY, Stage.FINAL]))
    else:
        case = CriminalCase(CaseId(f"criminal-{name}"), place, ZONE, "First Court", None, DAN, (ROSA,), docket=docket)
        stage = draw(st.sampled_from([None, Stage.PRETRIAL, Stage.PROBATION, Stage.SENTENCE]))
    return Order(
        OrderId(name),
        case,
        DAN,
        draw(st.sampled_from([(ROSA,), (ROSA, SAM), ()])),
        stage=stage,
        issued=draw(st.one_of(st.none(), moments, moments)),
        expires=draw(ends),
        until=draw(st.one_of(st.none(), st.sampled_from(Until))),
        terms=draw(term_lists),
        docket=tuple(draw(st.lists(order_entries(), max_size=4))),
    )


def papers_of(*held: Order) -> Papers:
    """Papers with these orders, each under a key and in a case of its own.

    In one case a later order can take an earlier one's place; what these laws speak of is orders side by side.
    """
    apart = [replace(o, case=replace(o.case, id=CaseId(f"{i}-{o.case.id}"))) for i, o in enumerate(held)]
    named = {OrderId(f"{i}-{o.id}"): replace(o, id=OrderId(f"{i}-{o.id}")) for i, o in enumerate(apart)}
    places = {
        HOME: Place(HOME, at=Position(47.62, -122.35)),
        WORK: Place(WORK, at=Position(47.6201, -122.3501)),
        PARK: Place(PARK),
    }
    return Papers(
        people={person: Person(person) for person in PEOPLE},
        places=places,
        cases={order.case.id: order.case for order in named.values()},
        orders=named,
    )


contacts = st.builds(
    Contact,
    by_whom=st.sampled_from([DAN, DAN, DAN, ROSA, KIM]),
    to=st.sampled_from([ROSA, ROSA, SAM, KIM, DAN, None]),
    by=st.one_of(st.none(), st.sampled_from(Channel)),
    through=st.one_of(st.none(), st.none(), st.sampled_from(["sam", "counsel"])),
    about=st.one_of(st.none(), topics),
    distance=st.one_of(st.none(), distances),
    at=st.one_of(st.none(), st.sampled_from(PLACES)),
)
"""Contacts of which anything may be left out."""

told_contacts = st.builds(
    Contact,
    by_whom=st.just(DAN),
    to=st.just(ROSA),
    by=st.sampled_from([channel for channel in Channel if channel is not Channel.THROUGH_OTHERS]),
    about=topics,
    distance=distances,
    at=st.sampled_from([HOME, WORK]),
)
"""Contacts of which everything is told."""
