"""The words that a law file may use where the law of places differs, and how it writes lengths of time."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, PlainValidator

from stayaway.model import Period


def _period(value: object) -> Period:
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise ValueError("a duration is written like P90D, P1Y or PT72H")
    return Period(value)


class _AsText:
    """How JSON Schema describes a duration (pydantic's own class for it takes long to import)."""

    @staticmethod
    def __get_pydantic_json_schema__(_core: object, _handler: object) -> dict[str, str]:
        return {"type": "string", "pattern": "^P", "description": "an ISO 8601 duration such as P90D"}


Duration = Annotated[Period, PlainValidator(_period), PlainSerializer(str), _AsText()]
Flag = Annotated[bool, Field(strict=True)]
"""True or false and nothing that could be taken for it: `yes`, `no` and `on` are words."""
Unlimited = Literal["none"]
Unknown = Literal["unknown"]


class EndRule(StrEnum):
    """What an event in the case does to an order made in it."""

    AUTOMATIC = "automatic"
    NEEDS_ORDER = "needs_order"
    BY_ITS_TERMS = "by_its_terms"
    REPLACED_OR_EXTENDED = "replaced_or_extended"
    UNKNOWN = "unknown"


class EnforceableFrom(StrEnum):
    """From when a violation can be punished."""

    ISSUANCE = "issuance"
    SERVICE = "service"
    NOTICE = "notice"
    UNKNOWN = "unknown"


class Scope(StrEnum):
    """Whom an instrument is for."""

    DOMESTIC = "domestic"
    HARASSMENT = "harassment"
    STALKING = "stalking"
    SEXUAL_ASSAULT = "sexual_assault"
    VULNERABLE_ADULT = "vulnerable_adult"
    ANY = "any"


class ArrestRule(StrEnum):
    """Whether police must arrest on a violation."""

    MANDATORY = "mandatory"
    PERMITTED = "permitted"
    UNKNOWN = "unknown"


class FirearmsRule(StrEnum):
    """Whether a civil order takes firearms away."""

    MANDATORY = "mandatory"
    DISCRETIONARY = "discretionary"
    NONE = "none"
    UNKNOWN = "unknown"


class MandatoryRule(StrEnum):
    """Whether a criminal court must impose a no-contact order before trial."""

    ALWAYS = "always"
    IN_DV = "in_dv"
    DISCRETIONARY = "discretionary"
    UNKNOWN = "unknown"


class BothOrdersRule(StrEnum):
    """What the law says is enforced when two orders differ."""

    MOST_RESTRICTIVE = "most_restrictive"
    STATUTORY_LADDER = "statutory_ladder"
    CRIMINAL_FIRST = "criminal_first"
    LAST_ISSUED = "last_issued"
    BOTH_ENFORCED = "both_enforced"
    SILENT = "silent"
    UNKNOWN = "unknown"


class Asker(StrEnum):
    """Who may ask a court for something."""

    PROTECTED_PERSON = "protected_person"
    RESTRAINED_PERSON = "restrained_person"
    PROSECUTOR = "prosecutor"
    COURT = "court"
    """The court acts on its own."""
    LAW_ENFORCEMENT = "law_enforcement"
    FAMILY = "family"
    """A parent, guardian, relative or other who stands in for somebody who cannot ask alone."""
    ADVOCATE = "advocate"
    AGENCY = "agency"


class FelonyTrigger(StrEnum):
    """What makes breaking an order a felony."""

    ALWAYS = "always"
    PRIOR_CONVICTION = "prior_conviction"
    """Earlier convictions, for breaking orders or for what else the law lists."""
    REPEATED = "repeated"
    """Several violations, convicted or not."""
    ASSAULT = "assault"
    """Violence, an attempt at it, or an injury."""
    THREAT = "threat"
    DANGER = "danger"
    """Conduct that puts somebody in danger of death or serious injury."""
    WEAPON = "weapon"
    STALKING = "stalking"
    UNDERLYING_FELONY = "underlying_felony"
    """The case that the order belongs to is, or ended in, a felony."""
    OTHER_FELONY = "other_felony"
    """Another felony is committed at the same time."""
    SHELTER = "shelter"
    """Entering a safe house or shelter."""
    DEVICE = "device"
    """Tampering with a monitoring device."""
    CHILD = "child"
    """A child is protected, present or taken."""
    OTHER = "other"
