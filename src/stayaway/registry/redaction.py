"""Hiding what somebody may not see: in the papers, before anything is said of them, so that nothing leaks later."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from stayaway.documents.reader import places_in, with_texts
from stayaway.documents.seeking import Change
from stayaway.model import Case, CaseEntry, CaseId, Order, OrderEntry, Papers, Person, PersonId, Place, Term
from stayaway.model.state import same_court
from stayaway.reasoning.sides import protected_side

from .folding import Folded, people_in
from .sight import SIDES, Seen, Sight
from .unsaid import Words

Entry = TypeVar("Entry", CaseEntry, OrderEntry)


def redact(
    papers: Papers,
    seen: Mapping[str, Seen],
    folded: Folded,
    agency: str | None,
    words: Words,
    *,
    opposed: Collection[str] = (),
) -> Papers:
    """The papers as somebody sees them, given how much of each case they see.

    What is secret of a person is shown to them and to the court that was told it, while it keeps a case of theirs; a
    place's address to the court that keeps the case and to the person whose place it is. `opposed` are people who
    stand on the other side of the reader in any case, also in one that is not looked at.
    """
    owners: dict[str, list[str]] = {}
    for case in seen:
        for place in folded.cases[case].places:
            owners.setdefault(place, []).append(case)
    full = people_in_full(papers, seen, folded, agency)
    named = _people_named(seen, folded)
    spoken_of = {str(place) for order in papers.orders.values() for place in places_in(order)}
    told = replace(
        papers,
        people={
            key: person if key in full else _person(person, papers, seen, folded, opposed)
            for key, person in papers.people.items()
            if key in full or key in named
        },
        places={
            key: _in_every_case(
                place, [(seen[case], folded.cases[case].place_of.get(key, "")) for case in owners[key]], words
            )
            for key, place in papers.places.items()
            if key in spoken_of or any(seen[case].sight is not Sight.RESTRAINED for case in owners[key])
        },
    )
    return in_words(told, seen, words)


def in_words(papers: Papers, seen: Mapping[str, Seen], words: Words) -> Papers:
    """The papers, with what their cases and orders say in words of their own as it is told to somebody."""
    return replace(
        papers,
        cases={key: _case(case, seen[key], words.without) for key, case in papers.cases.items()},
        orders={key: _order(order, seen[order.case.id], words) for key, order in papers.orders.items()},
    )


def people_in_full(papers: Papers, seen: Mapping[str, Seen], folded: Folded, agency: str | None) -> frozenset[PersonId]:
    """The people of whom somebody sees everything: themselves, and those who told it to their court."""
    return frozenset(
        person
        for person in papers.people
        if any(one.person == person for one in seen.values())
        or (Sight.EVERYTHING in _sights(person, papers, seen) and folded.people[person].told == agency)
    )


def _people_named(seen: Mapping[str, Seen], folded: Folded) -> set[str]:
    """Who stands in what somebody sees. Whose place one is, or whom a lawyer appears for, only the court sees."""
    if all(one.sight is Sight.EVERYTHING for one in seen.values()):
        return set(folded.people)
    named = {person for case in seen for person in _named_in(case, folded)}
    for case, one in seen.items():
        if one.sight is Sight.EVERYTHING:
            found = folded.cases[case]
            named |= {*found.place_of.values(), *(lawyer.get("person", "") for lawyer in found.appearances.values())}
    return named


def _named_in(case: str, folded: Folded) -> set[str]:
    return people_in(folded.cases[case].case) | people_in(folded.cases[case].orders)


def _sights(person: PersonId, papers: Papers, seen: Mapping[str, Seen]) -> set[Sight]:
    return {one.sight for case, one in seen.items() if _is_named(person, papers, case)}


def _person(
    person: Person, papers: Papers, seen: Mapping[str, Seen], folded: Folded, opposed: Collection[str]
) -> Person:
    bare = replace(person, phones=(), emails=(), handles=())
    hides = person.id in opposed or any(
        one.sight in SIDES and person.id in _named_in(case, folded) and not _is_shown_born(person.id, papers, case, one)
        for case, one in seen.items()
    )
    return replace(bare, born=None) if hides else bare


def _is_shown_born(person: PersonId, papers: Papers, case: str, seen: Seen) -> bool:
    """Either side reads when the restrained person was born, by which they are known; not when anybody else was.

    Where orders run both ways, the one who is restrained is protected too.
    """
    orders = [order for order in papers.orders.values() if order.case.id == case]
    if not any(order.restrained == person for order in orders):
        return False
    return seen.sight is Sight.PROTECTED or not any(person in protected_side(order) for order in orders)


def _is_named(person: PersonId, papers: Papers, case: str) -> bool:
    found = papers.cases[CaseId(case)]
    named = {getattr(found, role, None) for role in ("petitioner", "respondent", "defendant")}
    named |= {*getattr(found, "victims", ()), *getattr(found, "witnesses", ())}
    for order in papers.orders.values():
        if order.case.id == case:
            named |= {order.restrained, *protected_side(order)}
    return person in named


def _in_every_case(place: Place, cases: list[tuple[Seen, str]], words: Words) -> Place:
    """A place that several cases of a court share is shown as far as each of them shows it."""
    for seen, of in cases:
        place = _place(place, seen, of, words)
    return place


def _place(place: Place, seen: Seen, of: str, words: Words) -> Place:
    if seen.sight is Sight.EVERYTHING or (seen.sight is Sight.PROTECTED and of and of == seen.person):
        return place
    bare = replace(place, at=None, address=None)
    # Hidden unless somebody may read what it is called: a new way of seeing begins with seeing nothing.
    if place.confidential and seen.sight is not Sight.ORDERS:
        return replace(bare, label=words.hidden.place)
    return bare if bare.label is None or words.without is None else replace(bare, label=words.without(bare.label))


def _case(case: Case, seen: Seen, without: Change | None) -> Case:
    if seen.sight is Sight.EVERYTHING:
        return case
    bare: Case = replace(case, docket=tuple(_entry(entry) for entry in case.docket))
    return bare if without is None else with_texts(bare, without)


def _order(order: Order, seen: Seen, words: Words) -> Order:
    if seen.sight is Sight.EVERYTHING:
        return order
    bare = replace(order, case=_case(order.case, seen, None), docket=tuple(_entry(entry) for entry in order.docket))
    if order.case.id in words.left_out:
        docket = tuple(_without_own_words(entry, order, words) for entry in bare.docket)
        bare = replace(bare, terms=_without_words(bare.terms, words), docket=docket)
    return bare if words.without is None else with_texts(bare, words.without)


def _without_own_words(entry: OrderEntry, order: Order, words: Words) -> OrderEntry:
    """An entry whose terms, and whose court where it is another than the order's, are not told."""
    bare = replace(entry, terms=_without_words(entry.terms, words))
    is_named = entry.court is not None and not same_court(entry.court, order.case.court or "")
    return replace(bare, court=words.hidden.words) if is_named else bare


def _without_words(terms: tuple[Term, ...] | None, words: Words) -> tuple[Term, ...] | None:
    told: tuple[Term, ...] | None = with_texts(terms, lambda _: words.hidden.words)
    return told


def _entry(entry: Entry) -> Entry:
    """Notes are the court's own words to itself."""
    return entry if entry.note is None else replace(entry, note=None)
