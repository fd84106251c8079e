"""Hiding what somebody may not see: in the papers, before anything is said of them, so that nothing leaks later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from stayaway.model import Case, CaseEntry, CaseId, Order, OrderEntry, Papers, Person, PersonId, Place
from stayaway.reasoning.sides import protected_side

from .folding import Folded
from .sight import Seen, Sight

Entry = TypeVar("Entry", CaseEntry, OrderEntry)


def redact(papers: Papers, seen: Mapping[str, Seen], folded: Folded, agency: str | None, hidden: str) -> Papers:
    """The papers as somebody sees them, given how much of each case they see.

    `hidden` is what stands in place of the name of a confidential place. What is secret of a person is shown to them
    and to the court that was told it, while it keeps a case of theirs; a place's address to the court that keeps the
    case and to the person whose place it is.
    """
    owners: dict[str, list[str]] = {}
    for case in seen:
        for place in folded.cases[case].places:
            owners.setdefault(place, []).append(case)
    full = people_in_full(papers, seen, folded, agency)
    return replace(
        papers,
        people={key: person if key in full else _person(person, papers, seen) for key, person in papers.people.items()},
        places={
            key: _in_every_case(
                place, [(seen[case], folded.cases[case].place_of.get(key, "")) for case in owners[key]], hidden
            )
            for key, place in papers.places.items()
        },
        cases={key: _case(case, seen[key]) for key, case in papers.cases.items()},
        orders={key: _order(order, seen[order.case.id]) for key, order in papers.orders.items()},
    )


def people_in_full(papers: Papers, seen: Mapping[str, Seen], folded: Folded, agency: str | None) -> frozenset[PersonId]:
    """The people of whom somebody sees everything: themselves, and those who told it to their court."""
    return frozenset(
        person
        for person in papers.people
        if any(one.person == person for one in seen.values())
        or (Sight.EVERYTHING in _sights(person, papers, seen) and folded.people[person].told == agency)
    )


def _sights(person: PersonId, papers: Papers, seen: Mapping[str, Seen]) -> set[Sight]:
    return {one.sight for case, one in seen.items() if _is_named(person, papers, case)}


def _person(person: Person, papers: Papers, seen: Mapping[str, Seen]) -> Person:
    sights = _sights(person.id, papers, seen)
    bare = replace(person, phones=(), emails=(), handles=())
    on_the_other_side = Sight.RESTRAINED in sights or Sight.PROTECTED in sights
    restrained = {order.restrained for order in papers.orders.values()}
    return replace(bare, born=None) if on_the_other_side and person.id not in restrained else bare


def _is_named(person: PersonId, papers: Papers, case: str) -> bool:
    found = papers.cases[CaseId(case)]
    named = {getattr(found, role, None) for role in ("petitioner", "respondent", "defendant")}
    named |= {*getattr(found, "victims", ()), *getattr(found, "witnesses", ())}
    for order in papers.orders.values():
        if order.case.id == case:
            named |= {order.restrained, *protected_side(order)}
    return person in named


def _in_every_case(place: Place, cases: list[tuple[Seen, str]], hidden: str) -> Place:
    """A place that several cases of a court share is shown as far as each of them shows it."""
    for seen, of in cases:
        place = _place(place, seen, of, hidden)
    return place


def _place(place: Place, seen: Seen, of: str, hidden: str) -> Place:
    if seen.sight is Sight.EVERYTHING:
        return place
    if seen.sight is Sight.PROTECTED and of and of == seen.person:
        return place
    bare = replace(place, at=None, address=None)
    other_side = seen.sight is Sight.RESTRAINED or (seen.sight is Sight.PROTECTED and of != seen.person)
    return replace(bare, label=hidden) if place.confidential and other_side else bare


def _case(case: Case, seen: Seen) -> Case:
    return replace(case, docket=tuple(_entry(entry, seen) for entry in case.docket))


def _order(order: Order, seen: Seen) -> Order:
    return replace(order, case=_case(order.case, seen), docket=tuple(_entry(entry, seen) for entry in order.docket))


def _entry(entry: Entry, seen: Seen) -> Entry:
    """Notes are the court's own words to itself."""
    return entry if seen.sight is Sight.EVERYTHING or entry.note is None else replace(entry, note=None)
