"""Where one order requires or allows what another forbids. Follow the stricter, and go back to the courts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stayaway.model import Answer, Channel, Exchange, OrderId, Papers, PersonId, Reason, because

from .codes.governing import GoverningCode as Code
from .forbidding import forbids
from .prohibitions import ABOUT_CHILDREN, Duty

if TYPE_CHECKING:
    from .governing import LiveOrder


@dataclass(frozen=True, slots=True)
class Collision:
    """One order requires (or allows) something that another forbids.

    `why` says what forbids it; `advice` what to do while both are in force.
    """

    order: OrderId
    term: int
    forbidden_by: OrderId
    restrained: PersonId
    required: bool
    reason: Reason
    why: tuple[Reason, ...]
    advice: Reason


def collisions_between(live: tuple[LiveOrder, ...], papers: Papers) -> tuple[Collision, ...]:
    """All collisions among orders that may be in force."""
    return tuple(
        found
        for one in live
        for other in live
        if one.order.id != other.order.id and one.order.restrained == other.order.restrained
        for found in exchanges_forbidden(one, other, papers)
    )


def exchanges_forbidden(one: LiveOrder, other: LiveOrder, papers: Papers) -> Iterator[Collision]:
    """The hand-overs of one order that another order forbids."""
    for duty in one.duties:
        if isinstance(duty.term, Exchange) and other.prohibitions is not None:
            why = _forbidden(duty, duty.term, other, papers)
            if why:
                yield _collision(duty, duty.term, other, why)


def _forbidden(duty: Duty, term: Exchange, other: LiveOrder, papers: Papers) -> tuple[Reason, ...]:
    """Why the hand-over would break the other order, whomever of its protected people it meets; empty: it would not."""
    from .conduct import Contact

    assert other.prohibitions is not None
    people = [person for person in other.order.protects if person in duty.toward] or list(other.order.protects)
    ways = [(Channel.IN_PERSON, term.place)] if term.place is not None or term.by is None else []
    ways += [(channel, None) for channel in sorted(term.by or ())]
    for person in people:
        for channel, place in ways:
            contact = Contact(duty.restrained, person, channel, about=ABOUT_CHILDREN, at=place)
            answer, why = forbids(other.prohibitions, contact, papers)
            if answer is Answer.YES:
                return why
    return ()


def _collision(duty: Duty, term: Exchange, other: LiveOrder, why: tuple[Reason, ...]) -> Collision:
    if term.place is not None:
        code = Code.COLLISION_REQUIRED_AT if term.required else Code.COLLISION_ALLOWED_AT
    else:
        code = Code.COLLISION_REQUIRED if term.required else Code.COLLISION_ALLOWED
    reason = because(code, order=duty.order, other=other.order.id, place=term.place)
    advice = because(Code.OBEY_STRICTER, other=other.order.id)
    return Collision(duty.order, duty.index, other.order.id, duty.restrained, term.required, reason, why, advice)
