"""Orders, and the papers that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .answers import Answer, CaseId, Moment, OrderId, PersonId, PlaceId
from .cases import Case, Kind
from .docket import End, OrderEntry
from .people import Person, Place
from .terms import Term


class Stage(StrEnum):
    """Where in its case an order was made."""

    EMERGENCY = "emergency"
    TEMPORARY = "temporary"
    FINAL = "final"
    PRETRIAL = "pretrial"
    PROBATION = "probation"
    SENTENCE = "sentence"


STAGES_OF: Mapping[Kind, frozenset[Stage]] = {
    Kind.CIVIL: frozenset({Stage.EMERGENCY, Stage.TEMPORARY, Stage.FINAL}),
    Kind.CRIMINAL: frozenset({Stage.EMERGENCY, Stage.PRETRIAL, Stage.PROBATION, Stage.SENTENCE}),
}


class Until(StrEnum):
    """The event that ends an order, when its paper names an event instead of a day."""

    HEARING = "hearing"
    CASE_DISPOSITION = "case_disposition"
    RELEASE_ENDS = "release_ends"
    SENTENCE_ENDS = "sentence_ends"
    PROBATION_ENDS = "probation_ends"
    FURTHER_ORDER = "further_order"


class Relationship(StrEnum):
    """What the restrained person is to the protected person, as far as rules differ by it."""

    SPOUSE = "spouse"
    FORMER_SPOUSE = "former_spouse"
    CHILD_IN_COMMON = "child_in_common"
    LIVE_TOGETHER = "live_together"
    LIVED_TOGETHER = "lived_together"
    DATING = "dating"
    FAMILY = "family"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Findings:
    """What the paper says the court found. Unsure: not written down."""

    heard: Answer = Answer.UNSURE
    """The restrained person had notice of the hearing and a chance to take part."""
    credible_threat: Answer = Answer.UNSURE
    """The court found a credible threat to the protected person's safety."""
    forbids_force: Answer = Answer.UNSURE
    """The order says in words that physical force, or trying or threatening it, is forbidden."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What some other system says of the order's status: kept beside our conclusion, never in its place."""

    status: str
    by: str
    on: Moment | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a court: it restrains one person and protects others. What the paper does not show is None.

    `terms` None means that the terms are not known. `kind` is no field: it follows from the case.
    """

    id: OrderId
    case: Case
    restrained: PersonId
    protects: tuple[PersonId, ...]
    stage: Stage | None = None
    instrument: str | None = None
    issued: Moment | None = None
    expires: End | None = None
    until: Until | None = None
    terms: tuple[Term, ...] | None = None
    docket: tuple[OrderEntry, ...] = ()
    relationship: Relationship | None = None
    findings: Findings = field(default_factory=Findings)
    claims: tuple[Claim, ...] = ()

    @property
    def kind(self) -> Kind:
        """Civil or criminal: the kind of the case."""
        return self.case.kind


@dataclass(frozen=True, slots=True)
class Papers:
    """What somebody holds: the people, places, cases and orders of one order file."""

    people: Mapping[PersonId, Person]
    places: Mapping[PlaceId, Place]
    cases: Mapping[CaseId, Case]
    orders: Mapping[OrderId, Order]
    jurisdiction: str | None = None
