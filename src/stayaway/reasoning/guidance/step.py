"""A step, and how steps are put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from stayaway.model import OrderId, Reason

SOON = timedelta(days=14)
"""A dated step that is due within this time comes before steps without a day."""


class Urgency(IntEnum):
    """How soon a step matters. Smaller is sooner."""

    DANGER = 0
    AT_ONCE = 1
    DUE = 2
    DUTY = 3
    NEXT = 4
    LATER = 5
    HELP = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: why and what (the reason says it), by which day if there is one, for which order if one."""

    reason: Reason
    by: date | None = None
    order: OrderId | None = None
    urgency: Urgency = Urgency.NEXT


Steps = Iterator[Step]


def in_order(found: Iterable[Step], today: date | None = None) -> tuple[Step, ...]:
    """The steps, most urgent first and each once. What is due soon moves up.

    >>> from stayaway.model import Code, because
    >>> class Example(Code):
    ...     CARD = "example.card"
    ...     HEARING = "example.hearing"
    >>> card = Step(because(Example.CARD), urgency=Urgency.DUTY)
    >>> hearing = Step(because(Example.HEARING), by=date(2025, 3, 5), urgency=Urgency.LATER)
    >>> [step.reason.code.value for step in in_order([card, hearing], date(2025, 3, 1))]
    ['example.hearing', 'example.card']
    """
    ordered = sorted((_raised(step, today) for step in found), key=lambda step: (step.urgency, step.by or date.max))
    once: dict[object, Step] = {}
    for step in ordered:
        once.setdefault((step.reason.code, tuple(sorted(step.reason.facts.items())), step.order), step)
    return tuple(once.values())


def _raised(step: Step, today: date | None) -> Step:
    if step.by is None or today is None or step.by - today > SOON:
        return step
    return replace(step, urgency=min(step.urgency, Urgency.DUE))
