"""What a program can enter, in the words of the order file: one body for each kind of entry.

Whatever names a person, case, order or place does so by the id that the registry gave. In a step of several entries,
what is made by an earlier one is named by a name of the caller's own with a `+` before it, such as `+rosa`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field, WithJsonSchema

from stayaway.model import CaseEvent, Kind, OrderEvent, Relationship, Stage, TermKind, Until
from stayaway.registry.describing import MEASURES
from stayaway.registry.exchange.outward.descriptors import Eyes, Hair, Race, Sex

FIRST_YEAR, LAST_YEAR = 1850, 2400
"""Days outside are slips of the hand."""
NAME = "[a-z][a-z0-9_]{0,29}"
HEX = "[0-9a-f]{20}"


def _day_that_is(text: str) -> str:
    """A day that the calendar has."""
    if not FIRST_YEAR <= date.fromisoformat(text[:10]).year <= LAST_YEAR:
        raise ValueError(text)
    return text


def _near(instant: datetime) -> datetime:
    """An instant that every zone can say, in UTC."""
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise ValueError(instant)
    return instant.astimezone(UTC)


Text = Annotated[str, Field(max_length=300)]
Note = Annotated[str, Field(max_length=4000)]
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME = "([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
Day = Annotated[str, Field(pattern=f"^{DAY}$", json_schema_extra={"format": "date"}), AfterValidator(_day_that_is)]
Moment = Annotated[str, Field(pattern=f"^{DAY}{TIME}$", max_length=25), AfterValidator(_day_that_is)]
End = Literal["never"] | Day
Instant = Annotated[AwareDatetime, AfterValidator(_near)]
IdentifierKind = Annotated[str, Field(pattern="^[A-Za-z_]{1,24}$")]
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


PersonName = Annotated[str, Field(pattern=f"^(p{HEX}|[+]{NAME})$")]
CaseName = Annotated[str, Field(pattern=f"^(c{HEX}|[+]{NAME})$")]
OrderName = Annotated[str, Field(pattern=f"^(o{HEX}|[+]{NAME})$")]
PlaceName = Annotated[str, Field(pattern=f"^(l{HEX}|[+]{NAME})$")]
MadeName = Annotated[str, Field(pattern=f"^[+]{NAME}$")]
AgencyId = Annotated[str, Field(pattern=f"^a{HEX}$")]
AccountId = Annotated[str, Field(pattern=f"^u{HEX}$")]
Versions = Annotated[dict[str, Annotated[int, Field(ge=0, le=2**31)]], Field(max_length=500)]


def is_name(text: str) -> bool:
    """Whether a text is a name of the caller's own for something that a step makes."""
    return re.fullmatch(f"[+]{NAME}", text) is not None


SHAPE = "x-shape"
"""Stands in a schema for a reference to a part of the order file, until `face` puts the reference there."""


def shape(name: str) -> WithJsonSchema:
    """The schema of a part of the order file. The reader of order files says what is wrong with it, not this schema."""
    return WithJsonSchema({SHAPE: name})


Term = Annotated[
    str | dict[str, Any],
    WithJsonSchema({"anyOf": [{"enum": [*TermKind]}, {SHAPE: "TermShape"}]}),
]
Terms = Annotated[list[Term], Field(max_length=200)]


TAGS = ("what", "about", "versions")
"""What a body carries for the call that it is sent with; no part of what is entered."""


class Words(Schema):
    """Words of the order file. What is not known is left out."""

    model_config = ConfigDict(extra="forbid")

    def known(self, *but: str) -> dict[str, Any]:
        """What was said, as the journal holds it."""
        found = self.model_dump(mode="json", exclude_none=True, exclude_unset=True, exclude={*but, *TAGS})
        return {name.rstrip("_"): value for name, value in found.items()}


class CaseWords(Words):
    """A case, as an order file holds it, without its docket."""

    kind: Kind
    jurisdiction: Annotated[str, Field(max_length=10, min_length=1)] | None = None
    time_zone: Annotated[str, Field(max_length=60, min_length=1)] | None = None
    court: Text | None = None
    number: Annotated[str, Field(max_length=80)] | None = None
    petitioner: PersonName | None = None
    respondent: PersonName | None = None
    defendant: PersonName | None = None
    victims: Annotated[list[PersonName], Field(max_length=100)] | None = None
    witnesses: Annotated[list[PersonName], Field(max_length=100)] | None = None
    charge: Annotated[dict[str, Any], shape("ChargeShape")] | None = None


class OrderWords(Words):
    """An order, as an order file holds it, without its case and its docket."""

    instrument: Text | None = None
    stage: Stage | None = None
    restrained: PersonName
    protects: Annotated[list[PersonName], Field(max_length=100)] | None = None
    issued: Moment | None = None
    expires: End | None = None
    until: Until | None = None
    terms: Terms | None = None
    relationship: Relationship | None = None
    findings: Annotated[dict[str, Any], shape("FindingsShape")] | None = None
    claims: Annotated[list[Annotated[dict[str, Any], shape("ClaimShape")]], Field(max_length=50)] | None = None


class OrderEntryWords(Words):
    """An entry on the docket of an order, as an order file holds it."""

    on: Moment
    entry: OrderEvent
    until: End | None = None
    hearing: Moment | None = None
    court: Text | None = None
    terms: Terms | None = None
    note: Note | None = None


class CaseEntryWords(Words):
    """An entry on the docket of a case, as an order file holds it."""

    on: Moment
    entry: CaseEvent
    until: End | None = None
    hearing: Moment | None = None
    note: Note | None = None


class Descriptors(Words):
    """How somebody can be recognised, as a warrant describes them."""

    also_known_as: Annotated[list[Text], Field(max_length=50)] | None = None
    given: Text | None = None
    middle: Text | None = None
    surname: Text | None = None
    sex: Sex | None = None
    race: Race | None = None
    height: Annotated[int, Field(ge=MEASURES["height"][0], le=MEASURES["height"][1])] | None = None
    """Inches."""
    weight: Annotated[int, Field(ge=MEASURES["weight"][0], le=MEASURES["weight"][1])] | None = None
    """Pounds."""
    eyes: Eyes | None = None
    hair: Hair | None = None
