"""What breaking an order can bring, as a law file says it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .values import Cited, Value
from .vocabulary import ArrestRule, Duration, FelonyTrigger, Flag, Unknown


class Felony(Value):
    """One way in which breaking an order becomes a felony. `max_fine` is in US dollars; None: not found.

    All of `when` must hold. `priors` is how many earlier convictions (or violations) it takes, `within` the time in
    which they count. `text` is the passage of `felony_when` that this makes plain.
    """

    when: tuple[FelonyTrigger, ...]
    priors: int | None = None
    within: Duration | None = None
    grade: Annotated[str | None, Field(alias="class")] = None
    max_jail: Duration | Literal["life"] | None = None
    max_fine: int | None = None
    text: str


class Violation(Cited):
    """What breaking an order can bring. `max_fine` is in US dollars. None: not found or no such number."""

    offense: str
    cite: str | None = None
    grade: Annotated[str | None, Field(alias="class")] = None
    max_jail: Duration | None = None
    max_fine: int | None = None
    felony_when: tuple[str, ...] = ()
    felonies: tuple[Felony, ...] = ()
    """`felony_when` made plain, one for each of its passages."""
    contempt: Flag | Unknown = "unknown"
    release_revocation: Flag | Unknown = "unknown"
    arrest: ArrestRule = ArrestRule.UNKNOWN
