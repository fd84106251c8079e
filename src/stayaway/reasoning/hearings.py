"""What came of the hearing that an order lasts until: a denial, a longer life, a change, or the order made after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stayaway.model import (
    Answer,
    AsOf,
    CaseState,
    Moment,
    Order,
    OrderState,
    Papers,
    Stage,
    Until,
    day_in,
    fold_case,
    fold_order,
    issue_of,
)

AWAITING_HEARING = frozenset({Stage.EMERGENCY, Stage.TEMPORARY})
DECIDES_A_HEARING = frozenset({Stage.FINAL, Stage.TEMPORARY})
"""Orders that a hearing leads to: the final one, or a further temporary one where it was put off."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """An order that took another's place after its hearing. `told`: when the restrained person knew of it."""

    by: Order
    made: Moment
    hearing: Moment
    told: Moment | None


def lasts_until_hearing(order: Order) -> bool:
    """Whether an order waits for a hearing, by its paper or by what it is for."""
    return order.until is Until.HEARING or order.stage in AWAITING_HEARING


def hearing_of(state: OrderState, case: CaseState) -> Moment | None:
    """The latest hearing that the order's docket, or else the case's, has set."""
    return state.hearing or case.hearing


def has_result(order: Order, state: OrderState, hearing: Moment, papers: Papers | None, at: AsOf) -> bool:
    """Whether the papers show what came of a hearing, so that an order whose last day is over has ended.

    A change counts only if it says until when the order lasts: any other leaves that open.
    """
    changed = state.modified_by
    settled = (state.denied_by, state.lengthened_by, changed if changed is not None and changed.until else None)
    zone, day = order.case.time_zone, day_in(hearing, order.case.time_zone)
    if any(entry is not None and day_in(entry.on, zone) >= day for entry in settled):
        return True
    return any(True for _ in made_after(order, day, DECIDES_A_HEARING, papers, at))


def taken_over(order: Order, state: OrderState, papers: Papers | None, at: AsOf) -> TakenOver | None:
    """The final order that took the place of one that lasts until a hearing. None: there is none of which it is sure.

    It was made on or after the hearing that was set by then. A hearing that the case sets later is about something
    else; one that the order's own docket sets later is its own, and leaves it waiting.
    """
    zone = order.case.time_zone
    if state.issued is None:
        return None
    issued = day_in(state.issued, zone)
    found = []
    for other, made in made_after(order, issued, frozenset({Stage.FINAL}), papers, at):
        by_then = AsOf(day_in(made, zone))
        hearing = state.hearing or fold_case(order.case, by_then).hearing
        if hearing is not None and issued <= day_in(hearing, zone) <= day_in(made, zone):
            known = fold_order(other, at, open_counts=False)
            found.append(TakenOver(other, made, hearing, known.served or known.noticed))
    # The one that was handed over first: from then on, this order is no longer the one that speaks.
    return min(found, key=lambda one: (one.told is None, day_in(one.told or one.made, zone)), default=None)


def made_after(
    order: Order, day: date, stages: frozenset[Stage], papers: Papers | None, at: AsOf
) -> Iterator[tuple[Order, Moment]]:
    """Orders of these stages made from a day on in the same case, against the same person, for everybody it protects.

    Whom another order leaves out is perhaps still protected by the first. An order that restrains the other side says
    nothing about this one.
    """
    zone = order.case.time_zone
    for other in papers.orders.values() if papers is not None else ():
        made = issue_of(other)
        if (
            other.id != order.id
            and other.case.id == order.case.id
            and other.restrained == order.restrained
            and set(order.protects) <= set(other.protects)
            and other.stage in stages
            and made is not None
            and day_in(made, zone) >= day
            and at.reached(made, zone) is Answer.YES
        ):
            yield other, made
