"""Who is who in two sets of papers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from stayaway.model import (
    CivilCase,
    CriminalCase,
    Custody,
    Exchange,
    Exemption,
    MoveOut,
    NoAbuse,
    NoContact,
    Order,
    OrderId,
    Papers,
    Person,
    PersonId,
    Place,
    PlaceId,
    StayAway,
    Term,
)


@dataclass(frozen=True, slots=True)
class Renaming:
    """The keys of one set of papers in terms of another's."""

    people: Mapping[PersonId, PersonId]
    places: Mapping[PlaceId, PlaceId]


def same_people(draft: Papers, against: Papers) -> dict[PersonId, PersonId]:
    """The people of a draft who are in the other papers too, by key here and there.

    The same name, and no two birth dates that differ. Where one paper gives no name, the same key.
    """
    found: dict[PersonId, PersonId] = {}
    for key, person in draft.people.items():
        match = next((other for other in against.people.values() if _same_person(person, other)), None)
        if match is not None:
            found[key] = match.id
    return found


def _same_person(one: Person, other: Person) -> bool:
    if one.born is not None and other.born is not None and one.born != other.born:
        return False
    if one.name is None or other.name is None:
        return one.id == other.id
    return _plain(one.name) == _plain(other.name)


def same_places(draft: Papers, against: Papers) -> dict[PlaceId, PlaceId]:
    """The places of a draft that are in the other papers too: same label or address; where none is given, same key."""
    found: dict[PlaceId, PlaceId] = {}
    for key, place in draft.places.items():
        match = next((other for other in against.places.values() if _same_place(place, other)), None)
        if match is not None:
            found[key] = match.id
    return found


def _same_place(one: Place, other: Place) -> bool:
    if one.address is not None and other.address is not None:
        return _plain(one.address) == _plain(other.address)
    if one.at is not None and other.at is not None:
        return one.at == other.at
    if one.label is None or other.label is None:
        return one.id == other.id
    return _plain(one.label) == _plain(other.label)


def _plain(text: str) -> str:
    """A name without case, accents, punctuation or doubled spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare.casefold()))


def rename(papers: Papers, renaming: Renaming, taken: Papers) -> Papers:
    """The papers with the other papers' keys for the same people and places; keys that would clash get a mark.

    Orders keep their order, so that each can be traced to the one it was made from.
    """
    people = {key: renaming.people.get(key) or PersonId(_free(key, taken.people)) for key in papers.people}
    places = {key: renaming.places.get(key) or PlaceId(_free(key, taken.places)) for key in papers.places}
    named = {key: OrderId(f"draft:{key}") if key in taken.orders else key for key in papers.orders}
    orders = {named[key]: replace(_order(order, people, places), id=named[key]) for key, order in papers.orders.items()}
    return Papers(
        people={people[key]: replace(person, id=people[key]) for key, person in papers.people.items()},
        places={places[key]: replace(place, id=places[key]) for key, place in papers.places.items()},
        cases={order.case.id: order.case for order in orders.values()},
        orders=orders,
        jurisdiction=papers.jurisdiction,
    )


def _free(key: str, taken: Collection[str]) -> str:
    while key in taken:
        key += "'"
    return key


def _order(order: Order, people: Mapping[PersonId, PersonId], places: Mapping[PlaceId, PlaceId]) -> Order:
    case = order.case
    if isinstance(case, CivilCase):
        case = replace(
            case,
            petitioner=people.get(case.petitioner) if case.petitioner else None,
            respondent=people.get(case.respondent) if case.respondent else None,
        )
    else:
        assert isinstance(case, CriminalCase)
        case = replace(
            case,
            defendant=people.get(case.defendant) if case.defendant else None,
            victims=tuple(people[p] for p in case.victims),
            witnesses=tuple(people[p] for p in case.witnesses),
        )
    return replace(
        order,
        case=case,
        restrained=people[order.restrained],
        protects=tuple(people[p] for p in order.protects),
        terms=None if order.terms is None else tuple(_term(term, people, places) for term in order.terms),
    )


def _term(term: Term, people: Mapping[PersonId, PersonId], places: Mapping[PlaceId, PlaceId]) -> Term:
    match term:
        case NoAbuse():
            return replace(term, toward=_people(term.toward, people))
        case NoContact():
            exemptions = tuple(_exemption(e, places) for e in term.exemptions)
            return replace(term, toward=_people(term.toward, people), exemptions=exemptions)
        case StayAway():
            away = tuple(people[k] if isinstance(k, PersonId) else places[k] for k in term.away_from)
            return replace(term, away_from=away, exemptions=tuple(_exemption(e, places) for e in term.exemptions))
        case MoveOut():
            return replace(term, of=places[term.of] if term.of else None)
        case Custody():
            return replace(term, to=people[term.to] if term.to else None)
        case Exchange():
            return replace(term, place=places[term.place] if term.place else None)
        case _:
            return term


def _people(keys: tuple[PersonId, ...] | None, people: Mapping[PersonId, PersonId]) -> tuple[PersonId, ...] | None:
    return None if keys is None else tuple(people[key] for key in keys)


def _exemption(exemption: Exemption, places: Mapping[PlaceId, PlaceId]) -> Exemption:
    return replace(exemption, at=places[exemption.at] if exemption.at else None)
