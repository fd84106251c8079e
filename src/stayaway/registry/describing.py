"""What a person looks like and is known by, as other systems ask: read from what was recorded of them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from stayaway.model import Reason, because
from stayaway.wording.describing import DescribingCode

from .exchange.outward.descriptors import Descriptors, Eyes, Hair, Number, Race, Sex
from .finding.identifiers import identifier_kind

LISTS: Mapping[str, type[StrEnum]] = MappingProxyType({"sex": Sex, "race": Race, "eyes": Eyes, "hair": Hair})
MEASURES: Mapping[str, tuple[int, int]] = MappingProxyType({"height": (12, 107), "weight": (1, 999)})
"""Inches and pounds, within what a worksheet can hold."""
WORDS = frozenset({"given", "middle", "surname"})
ALSO_KNOWN_AS = "also_known_as"


class NotDescribed(ValueError):
    """A description that cannot be: each fault is a name, what was read, and what is wanted."""

    def __init__(self, faults: tuple[tuple[str, str, str], ...]) -> None:
        self.faults = faults
        super().__init__(", ".join(name for name, _, _ in faults))


def described(descriptors: Mapping[str, Any], numbers: Mapping[str, str] = MappingProxyType({})) -> Descriptors:
    """The descriptors of a person. Raises NotDescribed with every fault.

    >>> described({"sex": "F", "height": 65}).height
    65
    """
    faults: list[tuple[str, str, str]] = []
    known: dict[str, Any] = {}
    for name, value in descriptors.items():
        if name == ALSO_KNOWN_AS:
            if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) and one.strip() for one in value):
                faults.append((name, str(value), "names"))
        elif name in LISTS and value in set(LISTS[name]):
            known[name] = LISTS[name](value)
        elif _fits(name, value):
            known[name] = value
        else:
            faults.append((name, str(value), wanted(name)))
    if faults:
        raise NotDescribed(tuple(faults))
    placed, unplaced = _placed(numbers)
    return Descriptors(**known, numbers=placed, unplaced=unplaced)


def _placed(numbers: Mapping[str, str]) -> tuple[dict[Number, str], tuple[str, ...]]:
    """The numbers that other systems have a field for, and the kinds of those that they have none for.

    A field holds one number: that which was written under the field's own code first of all.
    """
    placed: dict[Number, str] = {}
    unplaced: list[str] = []
    for kind in sorted(numbers, key=lambda one: (one != identifier_kind(one), one)):
        field = identifier_kind(kind)
        if field not in set(Number) or placed.get(Number(field), numbers[kind]) != numbers[kind]:
            unplaced.append(kind)
        else:
            placed[Number(field)] = numbers[kind]
    return placed, tuple(unplaced)


def _fits(name: str, value: object) -> bool:
    """Whether a measure or a part of the name can be this."""
    if name in MEASURES:
        least, most = MEASURES[name]
        return type(value) is int and least <= value <= most
    return name in WORDS and isinstance(value, str)


def word_for(name: str) -> Reason | str:
    """What a descriptor is called, in the reader's language; one that there is not, as it was written."""
    return because(DescribingCode(f"describing.{name}")) if name in {*LISTS, *MEASURES} else name


def wanted(name: str) -> str:
    """What a descriptor may be, or which there are."""
    if name in LISTS:
        return ", ".join(LISTS[name])
    if name in MEASURES:
        return "{}-{}".format(*MEASURES[name])
    return ", ".join(sorted({*LISTS, *MEASURES, *WORDS, ALSO_KNOWN_AS}))
