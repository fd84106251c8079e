"""What was read from a file: papers, where each part of them stands, and everything that was wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from stayaway.files.where import Loc
from stayaway.model import Papers, Reason


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: in a file, a row (or line) counted from 1, and a column by its name or number."""

    file: str
    row: int
    column: str
    read: str | None = None
    """What stood there; None where that is nobody's business."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, and what would be right."""

    spot: Spot
    wrong: tuple[Reason, ...]
    wanted: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class More:
    """What a table says of a person that an order file has no word for."""

    identifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """Papers that were read together. `spot` finds where a part of them stands, by the keys that lead to it."""

    papers: Papers
    spot: Callable[[Loc], Spot]


@dataclass(frozen=True, slots=True)
class Source:
    """A file, read. People have one name in all of its parts. `digest` tells equal files."""

    name: str
    digest: str
    parts: tuple[Part, ...] = ()
    more: Mapping[str, More] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
