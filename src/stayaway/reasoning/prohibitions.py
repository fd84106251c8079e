"""The compiler: every term becomes prohibitions and duties, the one form that every evaluator reads.

A prohibition says who may not do what toward whom: by which channels, or how near to which person or place, with which
exceptions. Prohibitions of several orders combine by union; one that another makes superfluous is dropped (`join`).
So combining is commutative, associative and idempotent, and adding an order never permits more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stayaway.model import (
    EVERY_CHANNEL,
    Channel,
    Distance,
    Exchange,
    Exemption,
    MoveOut,
    NoAbuse,
    NoContact,
    Order,
    OrderId,
    Other,
    PersonId,
    PlaceId,
    StayAway,
    Term,
    TermKind,
)

ABOUT_CHILDREN = "children"
ABUSIVE_CHANNELS = frozenset({Channel.SURVEILLANCE})
"""Watching and following somebody is abuse in itself; by the other channels, contact may be peaceful."""


@dataclass(frozen=True, slots=True)
class Prohibition:
    """What one term of one order forbids.

    `toward` is whom it protects. `channels` are the ways of contact it forbids; `near` is a person or a place to stay
    away from, within `distance` (None: the order names none). `certain` is False for a term in free text: what it
    forbids cannot be known here. `exemptions` are the exceptions this order grants.
    """

    order: OrderId
    term: int
    kind: TermKind
    restrained: PersonId
    toward: frozenset[PersonId]
    channels: frozenset[Channel] = frozenset()
    near: PersonId | PlaceId | None = None
    distance: Distance | None = None
    exemptions: frozenset[Exemption] = frozenset()
    certain: bool = True

    @property
    def metres(self) -> float | None:
        """The distance in metres, None where the order names none."""
        return self.distance.metres if self.distance is not None else None


@dataclass(frozen=True, slots=True)
class Duty:
    """What a term requires, or, for an exchange, allows: duties of several orders add up."""

    order: OrderId
    index: int
    restrained: PersonId
    toward: frozenset[PersonId]
    term: Term


def compile_terms(order: Order, terms: tuple[Term, ...]) -> tuple[Prohibition, ...]:
    """The prohibitions of an order's terms.

    >>> from stayaway.model import UTC, CaseId, CivilCase
    >>> order = Order(OrderId("a"), CivilCase(CaseId("c"), None, UTC), PersonId("dan"), (PersonId("rosa"),))
    >>> [p.kind.value for p in compile_terms(order, (NoContact(), StayAway((PlaceId("home"), PlaceId("work")))))]
    ['no_contact', 'stay_away', 'stay_away']
    """
    own = _granted_by_exchange(terms)
    return tuple(found for index, term in enumerate(terms) for found in _prohibitions(order, index, term, own))


def duties_of(order: Order, terms: tuple[Term, ...]) -> tuple[Duty, ...]:
    """What an order requires or allows, beside what it forbids."""
    forbidding = (NoAbuse, NoContact, StayAway)
    toward = frozenset(order.protects)
    return tuple(
        Duty(order.id, index, order.restrained, toward, term)
        for index, term in enumerate(terms)
        if not isinstance(term, forbidding)
    )


def _prohibitions(order: Order, index: int, term: Term, own: frozenset[Exemption]) -> Iterable[Prohibition]:
    everyone = frozenset(order.protects)
    match term:
        case NoContact():
            yield Prohibition(
                order.id,
                index,
                term.kind,
                order.restrained,
                everyone if term.toward is None else frozenset(term.toward),
                channels=term.by,
                exemptions=frozenset(term.exemptions) | own,
            )
        case StayAway():
            for near in term.away_from or order.protects:
                yield Prohibition(
                    order.id,
                    index,
                    term.kind,
                    order.restrained,
                    frozenset({near}) if isinstance(near, PersonId) else everyone,
                    near=near,
                    distance=term.distance,
                    exemptions=frozenset(term.exemptions) | _near(own, near),
                )
        case NoAbuse():
            toward = everyone if term.toward is None else frozenset(term.toward)
            yield Prohibition(order.id, index, term.kind, order.restrained, toward, channels=ABUSIVE_CHANNELS)
        case MoveOut() if term.of is not None:
            yield Prohibition(
                order.id, index, term.kind, order.restrained, everyone, near=term.of, exemptions=_near(own, term.of)
            )
        case Other():
            yield Prohibition(order.id, index, term.kind, order.restrained, everyone, EVERY_CHANNEL, certain=False)
        case _:
            return


def _granted_by_exchange(terms: tuple[Term, ...]) -> frozenset[Exemption]:
    """An order that provides for handing over children excepts that hand-over from its own bans."""
    granted: set[Exemption] = set()
    for term in terms:
        if isinstance(term, Exchange):
            if term.place is not None:
                in_person = frozenset({Channel.IN_PERSON})
                granted.add(Exemption(about=ABOUT_CHILDREN, by=in_person, at=term.place, when=term.when))
            if term.by is not None:
                granted.add(Exemption(about=ABOUT_CHILDREN, by=term.by))
    return frozenset(granted)


def _near(granted: frozenset[Exemption], near: PersonId | PlaceId) -> frozenset[Exemption]:
    """A hand-over excuses being at its own place and near the people met there, never being near another place."""
    return frozenset(exemption for exemption in granted if isinstance(near, PersonId) or exemption.at == near)


def join(prohibitions: Iterable[Prohibition]) -> frozenset[Prohibition]:
    """The prohibitions that matter of several orders: one that another makes superfluous is dropped.

    Ties between orders that forbid exactly the same go to the order whose key and term come first, so that the result
    does not depend on the order of reading.
    """
    every = frozenset(prohibitions)
    return frozenset(one for one in every if not any(_makes_superfluous(other, one) for other in every - {one}))


def _makes_superfluous(strong: Prohibition, weak: Prohibition) -> bool:
    if not covers(strong, weak):
        return False
    if covers(weak, strong):
        return (strong.order, strong.term) < (weak.order, weak.term)
    return True


def covers(strong: Prohibition, weak: Prohibition) -> bool:
    """Does `strong` forbid everything that `weak` forbids?

    It must bind the same person, protect at least the same people, reach as many channels or as far, and grant no
    exception that `weak` does not grant.
    """
    same = strong.restrained == weak.restrained and strong.near == weak.near and strong.certain == weak.certain
    if not same or not weak.toward <= strong.toward or not weak.channels <= strong.channels:
        return False
    if not strong.certain and strong.kind is not weak.kind:
        return False
    if not strong.certain and (strong.order, strong.term) != (weak.order, weak.term):
        return False
    if weak.near is not None and not _reaches(strong, weak):
        return False
    return all(any(grants(wide, narrow) for wide in weak.exemptions) for narrow in strong.exemptions)


def _reaches(strong: Prohibition, weak: Prohibition) -> bool:
    """Whether `strong` keeps at least as far away. A distance that is not named compares only with itself."""
    if strong.metres is None or weak.metres is None:
        return strong.metres is weak.metres is None
    return strong.metres >= weak.metres


def grants(wide: Exemption, narrow: Exemption) -> bool:
    """Does `wide` allow everything that `narrow` allows?

    >>> grants(Exemption(about="children"), Exemption(about="children", by=frozenset({Channel.TEXT})))
    True
    """
    return all(
        getattr(wide, part) is None or getattr(wide, part) == getattr(narrow, part)
        for part in ("errand", "about", "through", "at", "when")
    ) and (wide.by is None or (narrow.by is not None and narrow.by <= wide.by))


def granted_by_every(exemptions: Iterable[frozenset[Exemption]]) -> frozenset[Exemption]:
    """The exceptions that survive: what every one of several orders grants.

    Two orders that each grant something grant together only what meets both: contact about children, and contact by
    text, leave texts about children.
    """
    survivors: frozenset[Exemption] | None = None
    for each in exemptions:
        survivors = each if survivors is None else _meet(survivors, each)
    return _widest(survivors or frozenset())


def _meet(ones: frozenset[Exemption], others: frozenset[Exemption]) -> frozenset[Exemption]:
    met = (both(one, other) for one in ones for other in others)
    return _widest(frozenset(found for found in met if found is not None))


def both(one: Exemption, other: Exemption) -> Exemption | None:
    """What meets two exceptions at once; None where nothing can."""
    parts: dict[str, object] = {}
    for part in ("errand", "about", "through", "at", "when"):
        here, there = getattr(one, part), getattr(other, part)
        if here is not None and there is not None and here != there:
            return None
        parts[part] = here if here is not None else there
    by = one.by if other.by is None else other.by if one.by is None else one.by & other.by
    if by is not None and not by:
        return None
    return Exemption(by=by, **parts)  # type: ignore[arg-type]  # the parts keep the types they had


def _widest(exemptions: frozenset[Exemption]) -> frozenset[Exemption]:
    return frozenset(one for one in exemptions if not any(grants(other, one) for other in exemptions if other != one))
