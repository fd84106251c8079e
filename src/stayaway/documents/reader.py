"""The papers as one reader may hold them: only their own orders, and nothing that says where somebody can be found.

An address or a position is taken out for everyone, also where it stands in an order's free text. The label of a
confidential place can give it away as well, so only the side that it protects sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from stayaway.model import Case, Order, Papers, Person, PersonId, Place, PlaceId
from stayaway.reasoning.rulebook import Role
from stayaway.reasoning.sides import role_of
from stayaway.wording.document import DocumentCode as Code
from stayaway.wording.say import Speaker

from .seeking import Change, pattern_of, putting, words_in
from .text import clean

_NOT_TEXT = frozenset({"jurisdiction", "instrument"})
"""Fields that hold a key of the law."""
SHORTEST_LABEL = 3
"""A shorter label stands in too many words that mean something else."""

_A_PART = re.compile(r"[,;\n]")
_NUMBERED = re.compile(r"\d")


def papers_for(papers: Papers, person: PersonId, speaker: Speaker) -> Papers:
    """The papers as they are told to one person: every text made safe to print, and what is hidden from them hidden."""
    orders = {id: order for id, order in papers.orders.items() if role_of(person, order) is not Role.FAMILY}
    orders = orders or dict(papers.orders)
    mine = any(order.restrained == person for order in orders.values())
    elsewhere = speaker.sentence(Code.PLACE_IN_YOUR_ORDER if mine else Code.PLACE_IN_THE_ORDER)
    hidden = frozenset(place.id for place in papers.places.values() if _is_hidden(place, person, orders.values()))
    concerned = {order.case.id for order in orders.values()}
    cases = {id: case for id, case in papers.cases.items() if id in concerned or person in _sides(case)}
    return without_whereabouts(
        replace(papers, cases=cases, orders=orders), hidden, elsewhere, speaker.sentence(Code.LEFT_OUT)
    )


def without_whereabouts(papers: Papers, hidden: frozenset[PlaceId], elsewhere: str, left_out: str) -> Papers:
    """The papers without any address or position, every text in them safe to print.

    A place that is `hidden` is called `elsewhere`; where a free text gives a confidential address, it says `left_out`.
    Of a person only the name and the birth date stay.
    """
    elsewhere = clean(elsewhere)
    scrub = scrubber(papers.places.values(), hidden, elsewhere, left_out)
    return replace(
        papers,
        people={id: Person(id, scrub(who.shown), who.born) for id, who in papers.people.items()},
        places={
            id: Place(id, elsewhere if id in hidden else scrub(place.shown), place.confidential)
            for id, place in papers.places.items()
        },
        cases={id: with_texts(case, scrub) for id, case in papers.cases.items()},
        orders={id: with_texts(order, scrub) for id, order in papers.orders.items()},
    )


def _sides(case: Case) -> Iterator[PersonId]:
    for name in ("petitioner", "respondent", "defendant"):
        if (who := getattr(case, name, None)) is not None:
            yield who
    yield from (*getattr(case, "victims", ()), *getattr(case, "witnesses", ()))


def _is_hidden(place: Place, person: PersonId, orders: Iterable[Order]) -> bool:
    """A confidential place is told only to somebody whom an order that names it protects, and none restrains."""
    if not place.confidential:
        return False
    roles = {role_of(person, order) for order in orders if place.id in set(places_in(order))}
    return roles != {Role.PROTECTED_PERSON}


def places_in(value: object) -> Iterator[PlaceId]:
    """Every place that an order speaks of, wherever it stands in it."""
    if isinstance(value, PlaceId):
        yield value
    elif isinstance(value, (tuple, frozenset)):
        for part in value:
            yield from places_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from places_in(getattr(value, field.name))


# ---- free text --------------------------------------------------------------------------------------------------


def scrubber(places: Iterable[Place], hidden: frozenset[PlaceId], elsewhere: str, left_out: str) -> Change:
    """A function that makes a text safe to print and takes out of it where a confidential place is.

    Addresses and positions of the confidential ones among these places become `left_out`; the names of those that are
    `hidden` become `elsewhere`.
    """
    instead: dict[tuple[str, ...], str] = {}
    for place in places:
        if not place.confidential:
            continue
        for secret in _whereabouts(place):
            for words in _as_told(words_in(secret)):
                instead[words] = left_out
        if place.id in hidden and place.label and len(place.label) >= SHORTEST_LABEL:
            instead.setdefault(tuple(words_in(place.label)), elsewhere)
    instead.pop((), None)
    if not instead:
        return clean
    longest_first = sorted(instead.items(), key=lambda one: len(" ".join(one[0])), reverse=True)
    put = putting((rf"(?<!\w){pattern_of(words)}(?!\w)", said) for words, said in longest_first)
    return lambda text: put(clean(text))


def _as_told(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of an address as they may be told: with the number of the house before or behind the street."""
    yield tuple(words)
    number = next((index for index, word in enumerate(words) if not word[0].isdigit()), 0)
    if 0 < number < len(words):
        yield (*words[number:], *words[:number])


def _whereabouts(place: Place) -> Iterator[str]:
    """The address, each part of it that could stand alone (`12 Elm Street`, `Unit 4`), the degrees of the position."""
    if place.address:
        yield place.address
        first, *others = (part.strip() for part in _A_PART.split(place.address))
        yield from (part for part in (first, *others) if " " in part and (part == first or _NUMBERED.search(part)))
    if place.at is not None:
        yield from (text for text in map(str, (place.at.latitude, place.at.longitude)) if len(text) > 4)


def with_texts(value: Any, change: Change) -> Any:
    """The same value with every text in it changed; keys, days and members of lists stay."""
    if type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(with_texts(part, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in _NOT_TEXT}
        return replace(value, **{name: with_texts(part, change) for name, part in parts.items()})
    return value
