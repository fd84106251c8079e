"""What a court wants to know before it signs: would this draft clash with the orders in force?

Each clash names both orders and both terms, and carries wording that avoids it. The law of every order is kept apart:
a draft changes nothing but itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from stayaway.law.book import LawBook
from stayaway.model import (
    AsOf,
    Exchange,
    OrderId,
    Papers,
    PersonId,
    Reason,
    TermKind,
    because,
)

from .codes.governing import GoverningCode as Code
from .collisions import exchanges_forbidden
from .conduct import compile_orders
from .governing import LiveOrder, live_orders
from .matching import Renaming, rename, same_people, same_places
from .prohibitions import Prohibition, compile_terms, duties_of, grants
from .standing import Standing, standing


class ClashKind(StrEnum):
    """How two orders clash."""

    REQUIRES = "requires"
    """One requires what the other forbids."""
    ALLOWS = "allows"
    """One provides for something that the other forbids."""
    EXCEPTION = "exception"
    """One excepts something from its ban that the other does not."""
    DISTANCE = "distance"
    """They keep different distances from the same person or place."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One clash between a draft and an order in force. Terms are counted from 0 within their order."""

    kind: ClashKind
    draft: OrderId
    draft_term: int | None
    order: OrderId
    order_term: int | None
    reason: Reason
    why: tuple[Reason, ...]
    avoid: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What a draft clashes with. `people` are those found in both papers; `standings` those of the orders compared."""

    clashes: tuple[Clash, ...]
    people: dict[PersonId, PersonId]
    standings: tuple[Standing, ...]


def check(draft: Papers, against: Papers, book: LawBook, at: AsOf) -> Check:
    """Would the orders of a draft clash with the orders that are or may be in force?

    People and places of the two papers are the same when they are named the same (and no birth date speaks against
    it); a key alone makes them the same only where neither paper gives a name.
    """
    people = same_people(draft, against)
    renaming = Renaming(people, same_places(draft, against))
    renamed = rename(draft, renaming, taken=against)
    keys = dict(zip(renamed.orders, draft.orders, strict=True))
    both = replace(
        against,
        people={**renamed.people, **against.people},
        places={**renamed.places, **against.places},
    )
    live = live_orders(compile_orders(against, book), at)
    drafts = [_as_if_signed(renamed, key, book, at) for key in renamed.orders]
    clashes = [
        replace(clash, draft=keys[clash.draft])
        for drafted in drafts
        for one in live
        if one.order.restrained == drafted.order.restrained
        for clash in _clashes(drafted, one, both)
    ]
    return Check(tuple(clashes), people, tuple(one.standing for one in live))


def _as_if_signed(papers: Papers, key: OrderId, book: LawBook, at: AsOf) -> LiveOrder:
    """A draft taken as an order: what it says counts, whether or not it is in force yet."""
    order = papers.orders[key]
    terms = order.terms or ()
    found = standing(order, book, at, papers)
    prohibitions = None if order.terms is None else compile_terms(order, terms)
    return LiveOrder(order, found, prohibitions, duties_of(order, terms))


def _clashes(draft: LiveOrder, one: LiveOrder, papers: Papers) -> Iterator[Clash]:
    yield from _exchanges(draft, one, papers, draft_first=True)
    yield from _exchanges(one, draft, papers, draft_first=False)
    yield from _exceptions(draft, one, draft_first=True)
    yield from _exceptions(one, draft, draft_first=False)
    yield from _distances(draft, one)


def _exchanges(giver: LiveOrder, other: LiveOrder, papers: Papers, *, draft_first: bool) -> Iterator[Clash]:
    for found in exchanges_forbidden(giver, other, papers):
        term = giver.order.terms[found.term] if giver.order.terms else None
        assert isinstance(term, Exchange)
        kind = ClashKind.REQUIRES if found.required else ClashKind.ALLOWS
        move = because(Code.AVOID_MOVE_EXCHANGE, place=term.place, order=other.order.id, channels=term.by)
        yield _clash(kind, giver, found.term, other, None, found.reason, found.why, move, draft_first=draft_first)


def _exceptions(giver: LiveOrder, other: LiveOrder, *, draft_first: bool) -> Iterator[Clash]:
    """Contact that one order excepts from its ban, and the other bans without that exception."""
    for mine in _bans(giver):
        for theirs in _bans(other):
            shared = mine.channels & theirs.channels
            if not mine.toward & theirs.toward:
                continue
            for exemption in sorted(mine.exemptions, key=repr):
                reached = shared if exemption.by is None else shared & exemption.by
                if reached and not any(grants(wide, exemption) for wide in theirs.exemptions):
                    told = {"order": giver.order.id, "other": other.order.id, "exceptions": (exemption,)}
                    yield _clash(
                        ClashKind.EXCEPTION,
                        giver,
                        mine.term,
                        other,
                        theirs.term,
                        because(Code.COLLISION_EXCEPTION, **told),
                        (),
                        because(Code.AVOID_EXCEPTION, **told),
                        draft_first=draft_first,
                    )


def _bans(one: LiveOrder) -> list[Prohibition]:
    return [p for p in one.prohibitions or () if p.kind is TermKind.NO_CONTACT]


def _distances(draft: LiveOrder, one: LiveOrder) -> Iterator[Clash]:
    for mine in draft.prohibitions or ():
        for theirs in one.prohibitions or ():
            if mine.near is None or mine.near != theirs.near or mine.kind is not theirs.kind:
                continue
            if mine.distance is None or theirs.distance is None or mine.metres == theirs.metres:
                continue
            told = {
                "order": draft.order.id,
                "other": one.order.id,
                "place": mine.near,
                "distance": mine.distance,
                "limit": theirs.distance,
            }
            reason = because(Code.DIFFERS_DISTANCE, **told)
            avoid = because(Code.AVOID_DISTANCE, **told)
            yield _clash(ClashKind.DISTANCE, draft, mine.term, one, theirs.term, reason, (), avoid, draft_first=True)


def _clash(
    kind: ClashKind,
    giver: LiveOrder,
    giver_term: int,
    other: LiveOrder,
    other_term: int | None,
    reason: Reason,
    why: tuple[Reason, ...],
    avoid: Reason,
    *,
    draft_first: bool,
) -> Clash:
    existing = other if draft_first else giver
    court = existing.order.case.court
    ask = because(Code.AVOID_ASK_COURT_FIRST if court else Code.AVOID_ASK_FIRST, order=existing.order.id, court=court)
    pairs = (giver.order.id, giver_term), (other.order.id, other_term)
    (draft, draft_term), (order, order_term) = pairs if draft_first else pairs[::-1]
    return Clash(kind, draft, draft_term, order, order_term, reason, why, (avoid, ask))
