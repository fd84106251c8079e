"""The facts that a paper shows, for saying which kind of order it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What can be read on one paper, in its own words. What it does not show is None.

    `conditions` are words such as those of a bail or probation condition; `who_asked` is who asked for the order.
    """

    jurisdiction: str | None = None
    title: str | None = None
    court: str | None = None
    caption: str | None = None
    number: str | None = None
    who_asked: str | None = None
    conditions: tuple[str, ...] = ()
    signed_by: str | None = None
