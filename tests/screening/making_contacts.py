"""Contacts at the edges of given papers: of time to the second, of distance to the metre, with parts left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from geographiclib.geodesic import Geodesic

from stayaway.model import (
    AsOf,
    Channel,
    Distance,
    Errand,
    Exemption,
    Never,
    NoContact,
    Order,
    Papers,
    PersonId,
    PlaceId,
    Position,
    StayAway,
    Unit,
)
from stayaway.reasoning.conduct import CompiledOrders, Contact
from stayaway.screening.telling import Told

CHANGES: tuple[Callable[[StayAway | NoContact], object], ...] = (
    lambda term: replace(term, exemptions=()),
    lambda term: replace(term, exemptions=(Exemption(about="children", through="sam"),)),
    lambda term: replace(term, exemptions=(Exemption(about="children"), Exemption(errand=Errand.COURT))),
    lambda term: replace(term, exemptions=(Exemption(at=PlaceId("home"), about="property"),)),
    lambda term: replace(term, exemptions=(Exemption(through="counsel"),)),
    lambda term: replace(term, exemptions=(Exemption(by=frozenset({Channel.TEXT})),)),
    lambda term: replace(term, distance=Distance(500, Unit.FEET)) if isinstance(term, StayAway) else term,
    lambda term: replace(term, distance=Distance(1, Unit.MILES)) if isinstance(term, StayAway) else term,
    lambda term: replace(term, distance=None) if isinstance(term, StayAway) else replace(term, toward=()),
)
"""What makes an order nearly like another."""


def with_near_likes(held: Sequence[Order], random: Random) -> list[Order]:
    """These orders in force for long, and beside each one that differs in a single part of a term."""
    found: list[Order] = []
    for order in held:
        lasting = replace(order, issued=date(2023, 12, 1), expires=Never.NEVER, until=None)
        if random.random() < 0.5:
            lasting = replace(lasting, docket=(), case=replace(lasting.case, docket=()))
        one = random.choice([order, lasting, lasting])
        terms = one.terms or (NoContact(), StayAway((PlaceId("home"), PersonId("rosa")), Distance(100, Unit.YARDS)))
        changed = list(terms)
        where = random.randrange(len(changed))
        term = changed[where]
        if isinstance(term, StayAway | NoContact):
            changed[where] = random.choice(CHANGES)(term)  # type: ignore[call-overload]  # each change keeps the kind of term
        found += [one, replace(random.choice([one, lasting]), terms=tuple(changed))]
    return found


STRANGER = PersonId("nobody of these papers")
SECOND = timedelta(seconds=1)


def contacts_at_the_edges(ready: CompiledOrders, random: Random, count: int) -> list[Told]:
    """Contacts made to fall on, just before and just after whatever the orders compare with."""
    return [_contact(ready, random) for _ in range(count)]


def _contact(ready: CompiledOrders, random: Random) -> Told:
    papers = ready.papers
    people = list(papers.people)
    restrained = [order.restrained for order in papers.orders.values()]
    limits = list(limits_of(papers))
    who = random.choice([*restrained, *restrained, *restrained, *people, STRANGER])
    at, position = _where(papers, limits, random)
    contact = Contact(
        by_whom=who,
        to=random.choice([*people, *people, STRANGER, None]),
        by=random.choice([None, Channel.IN_PERSON, *Channel]),
        through=random.choice([None, None, None, "sam", "counsel", "Counsel", "a neighbour"]),
        about=random.choice([None, "children", "property", "Children", "court", "the weather"]),
        distance=_distance(limits, random),
        at=at,
    )
    return Told(contact, _moment(ready, random), position)


def _moment(ready: CompiledOrders, random: Random) -> AsOf:
    moments = random.choice(list(ready.moments.values()))
    if not moments.instants:
        return AsOf(datetime(2024, 1, random.randrange(1, 31), 12, tzinfo=UTC))
    if random.random() < 0.3:
        return AsOf(random.choice(moments.days) + timedelta(days=random.choice([-1, 0, 0, 1])))
    edge = random.choice(moments.instants).astimezone(UTC)
    near = edge + random.choice([-SECOND, timedelta(0), SECOND, timedelta(hours=random.randrange(-30, 30))])
    return AsOf(near if random.random() < 0.95 else datetime(random.randrange(2019, 2031), 12, 31, 23, 59, tzinfo=UTC))


def limits_of(papers: Papers) -> set[float]:
    """Every distance that a term of these papers names, in metres."""
    versions = [
        terms
        for order in papers.orders.values()
        for terms in (order.terms, *(entry.terms for entry in order.docket))
        if terms is not None
    ]
    named = (getattr(term, "distance", None) for terms in versions for term in terms)
    return {distance.metres for distance in named if distance is not None}


def _distance(limits: list[float], random: Random) -> Distance | None:
    if random.random() < 0.4 or not limits:
        return None
    metres = random.choice(limits) + random.choice([-1.0, 0.0, 0.0, 1.0])
    return Distance(max(0.0, metres), Unit.METRES)


def _where(papers: Papers, limits: list[float], random: Random) -> tuple[PlaceId | None, Position | None]:
    kind = random.random()
    if kind < 0.35:
        return None, None
    if kind < 0.6:
        named = [*papers.places, PlaceId("HOME"), PlaceId("Court"), PlaceId("the market")]
        return random.choice(named), None
    known = [place.at for place in papers.places.values() if place.at is not None]
    if not known or not limits:
        return None, Position(random.uniform(-90, 90), random.uniform(-180, 180))
    spot, limit = random.choice(known), random.choice(limits)
    metres = max(0.0, limit + random.choice([-1.0, -0.001, 0.0, 0.001, 1.0, random.uniform(-limit, limit)]))
    line = Geodesic.WGS84.Direct(spot.latitude, spot.longitude, random.uniform(0, 360), metres)
    named_too = PlaceId("the market") if random.random() < 0.2 else None
    return named_too, Position(line["lat2"], line["lon2"])
