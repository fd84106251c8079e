"""Which orders are alike: the form of an order in a stretch of time, with its people and places as mere roles.

Two orders of one form answer every contact alike, people for people and place for place. So the core is asked once for
a form and the features of a contact, not once for every order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from stayaway.model import AsOf, Exemption, Order, PersonId, PlaceId, Reason
from stayaway.reasoning.conduct import CompiledOrders, deciding_standing
from stayaway.reasoning.prohibitions import Prohibition
from stayaway.reasoning.standing import Standing


@dataclass(frozen=True, slots=True)
class Form:
    """An order in a stretch of time. `key` is the same for orders that are alike; people and places stand by role.

    `slots` are the places by role, each with a distance to keep from it (None: none to compare with).
    """

    key: tuple[Any, ...]
    people: tuple[PersonId, ...]
    places: tuple[PlaceId, ...]
    slots: tuple[tuple[int, float | None], ...]


def form_of(order: Order, ready: CompiledOrders, at: AsOf) -> Form | None:
    """The form of an order at a moment; None where it can prohibit nothing, because it is not in force."""
    found, earlier = deciding_standing(order, ready, at)
    if found.in_force == "no":
        return None
    prohibitions = ready.prohibitions_of(order, found)
    people = tuple(dict.fromkeys((*order.protects, *_people_in(prohibitions or ()))))
    places = tuple(dict.fromkeys(_places_in(prohibitions or ())))
    roles = {key: role for role, key in enumerate(people)}
    spots = {key: role for role, key in enumerate(places)}
    limits = {(spots[one.near], one.metres) for one in prohibitions or () if isinstance(one.near, PlaceId)}
    compared = {place for place, _ in limits}
    slots = sorted(
        [*limits, *((spots[key], None) for key in places if spots[key] not in compared)],
        key=lambda slot: (slot[0], slot[1] is not None, slot[1] or 0.0),
    )
    return Form(
        key=(
            *_standing_key(found, earlier),
            len(order.protects),
            None if prohibitions is None else tuple(_prohibition_key(one, roles, spots) for one in prohibitions),
            tuple(slots),
        ),
        people=people,
        places=places,
        slots=tuple(slots),
    )


def _standing_key(found: Standing, earlier: tuple[Reason, ...]) -> tuple[Any, ...]:
    return (
        found.in_force,
        found.enforceable,
        tuple(reason.code for reason in (*found.reasons, *earlier)),
        tuple(reason.code for reason in found.enforceable_reasons),
        found.state.served is not None,
        found.state.noticed is not None,
        found.state.terms_may_differ,
    )


def _prohibition_key(one: Prohibition, roles: Mapping[PersonId, int], spots: Mapping[PlaceId, int]) -> tuple[Any, ...]:
    near = None
    if one.near is not None:
        near = ("person", roles[one.near]) if isinstance(one.near, PersonId) else ("place", spots[one.near])
    return (
        one.term,
        one.kind,
        one.certain,
        tuple(sorted(roles[person] for person in one.toward)),
        tuple(sorted(one.channels)),
        near,
        one.metres,
        tuple(sorted((_exemption_key(exemption, spots) for exemption in one.exemptions), key=repr)),
    )


def _exemption_key(one: Exemption, spots: Mapping[PlaceId, int]) -> tuple[Any, ...]:
    by = None if one.by is None else tuple(sorted(one.by))
    return (one.errand, one.about, by, one.through, None if one.at is None else spots[one.at], one.when)


def _people_in(prohibitions: Iterable[Prohibition]) -> Iterable[PersonId]:
    for one in prohibitions:
        yield from sorted(one.toward)
        if isinstance(one.near, PersonId):
            yield one.near


def _places_in(prohibitions: tuple[Prohibition, ...]) -> Iterable[PlaceId]:
    yield from (one.near for one in prohibitions if isinstance(one.near, PlaceId))
    for one in prohibitions:
        yield from sorted(exemption.at for exemption in one.exemptions if exemption.at is not None)
