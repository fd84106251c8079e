"""Bringing cases together: people found to be the same become one, and places of different courts stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Q

from .folding import PERSON_SECRETS, Folded, FoldedPerson
from .models import PersonRow


def renamed(folded: Folded, names: Mapping[str, str]) -> Folded:
    """What was folded, with each person of `names` called by the name that it gives, in every case and order."""
    last = {key: _end_of(key, names) for key in names}
    cases = {
        key: replace(
            case,
            case=_put(case.case, last),
            orders=_put(case.orders, last),
            place_of={place: last.get(of, of) for place, of in case.place_of.items()},
        )
        for key, case in folded.cases.items()
    }
    people = {key: person for key, person in folded.people.items() if key not in last}
    for key, end in last.items():
        if key in folded.people and end in people:
            people[end] = _one(people[end], folded.people[key])
    return replace(folded, people=people, cases=cases)


def joined(folded: Folded) -> Folded:
    """What was folded, with people found to be the same as one, as far as they are in it."""
    names = {key: person.same_as for key, person in folded.people.items() if person.same_as in folded.people}
    return renamed(folded, names) if names else folded


def joined_everywhere(folded: Folded) -> Folded:
    """The same, with one name for each in whatever is folded, also where the others are in none of these cases."""
    ends = ends_of(folded.people)
    people = dict(folded.people)
    for key in sorted(ends):
        people.setdefault(ends[key], people[key])
    return renamed(replace(folded, people=people), ends) if ends else folded


def ends_of(people: Iterable[str]) -> dict[str, str]:
    """By whom each of these people is called who was found to be the same as another."""
    links: dict[str, str] = {}
    wanted, asked = set(people), set[str]()
    while wanted:
        asked |= wanted
        links |= PersonRow.objects.filter(id__in=wanted).exclude(same_as="").values_list("id", "same_as")
        wanted = set(links.values()) - asked
    found = {key: _end_of(key, links) for key in people if key in links}
    return {key: end for key, end in found.items() if end != key}


def everybody_same(people: Iterable[str]) -> set[str]:
    """These people, and everybody whom a human being found to be the same as one of them. A likeness joins nobody."""
    found, wanted = set[str](), set(people)
    while wanted:
        found |= wanted
        links = PersonRow.objects.exclude(same_as="").filter(Q(id__in=wanted) | Q(same_as__in=wanted))
        wanted = {one for link in links.values_list("id", "same_as") for one in link} - found
    return found


def _one(person: FoldedPerson, same: FoldedPerson) -> FoldedPerson:
    """A person, with what was told of them under another name to the same court."""
    if person.told != same.told:
        return person
    both = {
        name: [*dict.fromkeys([*person.secrets.get(name, ()), *same.secrets.get(name, ())])] for name in PERSON_SECRETS
    }
    numbers = {**same.secrets.get("identifiers", {}), **person.secrets.get("identifiers", {})}
    told = {name: value for name, value in (both | {"identifiers": numbers}).items() if value}
    return replace(person, secrets={**person.secrets, **told})


def apart(folded: Folded) -> Folded:
    """What was folded, with a place that two courts both entered under one id kept as two.

    Otherwise the later of two courts could say what the place of the earlier one is called, or that it is no secret.
    """
    keepers: dict[str, str] = {}
    cases = {}
    for key, case in folded.cases.items():
        names = {
            place: f"{place}-{key}" for place in case.places if keepers.setdefault(place, case.keeper) != case.keeper
        }
        cases[key] = (
            case
            if not names
            else replace(
                case,
                orders=_put(case.orders, names),
                places={names.get(place, place): facts for place, facts in case.places.items()},
                place_secrets={names.get(place, place): facts for place, facts in case.place_secrets.items()},
                place_of={names.get(place, place): of for place, of in case.place_of.items()},
            )
        )
    return replace(folded, cases=cases)


def _end_of(key: str, names: Mapping[str, str]) -> str:
    """Where a chain of names leads; one that leads in a circle ends at its least name."""
    walked: list[str] = []
    while key in names and key not in walked:
        walked.append(key)
        key = names[key]
    return min(walked[walked.index(key) :]) if key in walked else key


def _put(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, Mapping):
        return {key: _put(part, names) for key, part in value.items()}
    return [_put(part, names) for part in value] if isinstance(value, list) else value
