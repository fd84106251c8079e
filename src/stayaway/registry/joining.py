"""Bringing cases together: people found to be the same become one, and places of different courts stay apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .folding import Folded


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
    return replace(folded, people=people, cases=cases)


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
