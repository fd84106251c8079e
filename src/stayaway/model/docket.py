"""The docket: dated entries on a case and on an order. Today's state is the fold of the docket."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .answers import Moment
from .terms import Term


class Never(StrEnum):
    """The paper says that there is no end (not the same as not knowing the end)."""

    NEVER = "never"


End = date | Never
"""A day that something ends, or that it never does."""


class CaseEvent(StrEnum):
    """What can happen in a case."""

    FILED = "filed"
    CHARGED = "charged"
    HEARING_SET = "hearing_set"
    RELEASED = "released"
    DISMISSED = "dismissed"
    ACQUITTED = "acquitted"
    CONVICTED = "convicted"
    SENTENCED = "sentenced"
    PROBATION_STARTED = "probation_started"
    PROBATION_ENDED = "probation_ended"
    RELEASE_REVOKED = "release_revoked"
    CLOSED = "closed"


class OrderEvent(StrEnum):
    """What can happen to an order."""

    ISSUED = "issued"
    SERVED = "served"
    NOTICED = "noticed"
    """The restrained person knew of the order without service: in court, shown, read out."""
    HEARING_SET = "hearing_set"
    MODIFIED = "modified"
    EXTENDED = "extended"
    RENEWAL_REQUESTED = "renewal_requested"
    RENEWED = "renewed"
    DISMISSAL_REQUESTED = "dismissal_requested"
    CHANGE_REQUESTED = "change_requested"
    DENIED = "denied"
    TERMINATED = "terminated"
    LIFTED = "lifted"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """Something that happened in a case. `until` is the end of a probation; `hearing` the day a hearing is set for."""

    event: CaseEvent
    on: Moment
    until: End | None = None
    hearing: Moment | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """Something that happened to an order.

    `until` is the new end after an extension or renewal, `hearing` the day a hearing is set for, `court` the court
    that acted (None: not written down), `terms` the terms as they stand after a change (None: not written down).
    """

    event: OrderEvent
    on: Moment
    until: End | None = None
    hearing: Moment | None = None
    court: str | None = None
    terms: tuple[Term, ...] | None = None
    note: str | None = None
