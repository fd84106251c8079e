"""What follows from the kind of paper that an order is: its stage, and whether it has rules of its own."""

from __future__ import annotations

from typing import Literal

from stayaway.law.book import PlaceLaw
from stayaway.model import Order, Stage


def stage_of(order: Order, law: PlaceLaw) -> Stage | None:
    """The stage on the paper, or else that of its instrument."""
    instrument = law.instrument_of(order)
    return order.stage or (instrument.stage if instrument is not None else None)


def kinds_with_own(rule: Literal["renewal", "violation"], order: Order, law: PlaceLaw) -> tuple[str, ...]:
    """The names of the instruments that the order could be and that have a rule of their own.

    None for an order whose instrument is known: there is nothing to wonder about.
    """
    if law.instrument_of(order) is not None:
        return ()
    return tuple(
        instrument.name
        for instrument in law.file.instruments
        if instrument.track is order.kind
        and order.stage in (None, instrument.stage)
        and getattr(instrument, rule) is not None
    )
