"""What a program can enter, in the words of the order file: one body for each kind of entry.

Whatever names a person, case, order or place does so by the id that the registry gave. In a step of several entries,
what is made by an earlier one is named by a name of the caller's own with a `+` before it, such as `+rosa`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar, Literal, Union

from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field, WithJsonSchema, create_model

from stayaway.model import CaseEvent, Kind, OrderEvent, Relationship, Stage, TermKind, Until
from stayaway.reasoning.authority import Role
from stayaway.registry.entries import What
from stayaway.registry.exchange.outward.descriptors import Eyes, Hair, Race, Sex
from stayaway.wording.work import WorkCode

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
    height: Annotated[int, Field(ge=10, le=110)] | None = None
    """Inches."""
    weight: Annotated[int, Field(ge=1, le=1500)] | None = None
    """Pounds."""
    eyes: Eyes | None = None
    hair: Hair | None = None


class Entered(Words):
    """What every entry can say of itself."""

    KIND: ClassVar[What]
    happened: Moment | None = None
    """When it happened: a day or an instant. Left out: now, or when the entry itself says."""
    why: Note = ""
    document: Digest | None = None
    """The digest of an attached paper that was kept before."""
    acting: Role | None = None
    """Who did it, where a court only received it."""

    def facts(self) -> Mapping[str, Any]:
        """What stands in the journal."""
        return {}

    def secrets(self) -> Mapping[str, Any]:
        """What of it is kept encrypted."""
        return {}

    def when(self) -> str | None:
        """When it happened, as far as the entry says."""
        return self.happened


class PersonRecorded(Entered):
    """A person."""

    KIND = What.PERSON_RECORDED
    name: Annotated[str, Field(min_length=1, max_length=300)]
    born: Day | None = None
    descriptors: Descriptors | None = None
    phones: Annotated[list[Text], Field(max_length=20)] | None = None
    emails: Annotated[list[Text], Field(max_length=20)] | None = None
    handles: Annotated[list[Text], Field(max_length=20)] | None = None
    identifiers: Annotated[dict[IdentifierKind, Text], Field(max_length=20)] | None = None

    def facts(self) -> Mapping[str, Any]:
        """Name, birth date and description."""
        return {
            **self.known(*Entered.model_fields, "phones", "emails", "handles", "identifiers", "descriptors"),
            **({"descriptors": self.descriptors.known()} if self.descriptors is not None else {}),
        }

    def secrets(self) -> Mapping[str, Any]:
        """Where to reach somebody, and the numbers that they are known by."""
        return self.known(*Entered.model_fields, "name", "born", "descriptors")


class PersonChanged(PersonRecorded):
    """A person, whole: what is left out is not known any more."""

    KIND = What.PERSON_CHANGED


class PeopleLinked(Entered):
    """That two records are of one person. A human being has found it; a likeness alone joins nobody."""

    KIND = What.PEOPLE_LINKED
    same_as: PersonName

    def facts(self) -> Mapping[str, Any]:
        """Who it is."""
        return {"same_as": self.same_as}


class PeopleUnlinked(Entered):
    """That they are not one person after all."""

    KIND = What.PEOPLE_UNLINKED


class ContactChosen(Entered):
    """Where reminders may go. Without an address: nowhere."""

    KIND = What.CONTACT_CHOSEN
    email: Annotated[str, Field(max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")] | None = None

    def secrets(self) -> Mapping[str, Any]:
        """The address."""
        return {"email": self.email} if self.email else {}


class ConsentGiven(Entered):
    """A person's written consent that a program may see their records, until a day."""

    KIND = What.CONSENT_GIVEN
    agency: AgencyId
    until: Day

    def facts(self) -> Mapping[str, Any]:
        """Which program, until when."""
        return {"agency": self.agency, "until": self.until}


class ConsentEnded(Entered):
    """That a program may not see them any more."""

    KIND = What.CONSENT_ENDED
    agency: AgencyId

    def facts(self) -> Mapping[str, Any]:
        """Which program."""
        return {"agency": self.agency}


class CaseOpened(Entered):
    """A case. `foreign`: of a court that is no agency of this registry, whose paper is entered here."""

    KIND = What.CASE_OPENED
    case: CaseWords
    foreign: bool = False
    court: AgencyId | None = None
    """The court whose case it is, or that keeps it here. Left out: the caller's own."""

    def facts(self) -> Mapping[str, Any]:
        """The case."""
        return {"case": self.case.known(), **({"foreign": True} if self.foreign else {})}


class CaseChanged(Entered):
    """A case, whole, without its docket. Its kind does not change."""

    KIND = What.CASE_CHANGED
    case: CaseWords

    def facts(self) -> Mapping[str, Any]:
        """The case."""
        return {"case": self.case.known()}


class PlaceRecorded(Entered):
    """A place, or one recorded before, whole. `of`: whose place it is."""

    KIND = What.PLACE_RECORDED
    place: PlaceName | None = None
    """Left out: a new one."""
    label: Text | None = None
    confidential: bool = False
    of: PersonName | None = None
    address: Text | None = None
    at: tuple[Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]] | None = None

    def facts(self) -> Mapping[str, Any]:
        """The place, without where it is."""
        confidential = {"confidential": True} if self.confidential else {}
        return {**self.known(*Entered.model_fields, "address", "at", "confidential"), **confidential}

    def secrets(self) -> Mapping[str, Any]:
        """Where it is."""
        return self.known(*Entered.model_fields, "place", "label", "confidential", "of")


class CaseDocketed(Entered):
    """An entry on the docket of a case."""

    KIND = What.CASE_EVENT
    entry: CaseEntryWords

    def facts(self) -> Mapping[str, Any]:
        """The entry."""
        return {"entry": self.entry.known()}

    def when(self) -> str | None:
        """When the entry says."""
        return self.entry.on


class OrderRecorded(Entered):
    """An order of the case.

    One that is signed today is held against all others first: `clashes_seen` says how many clashes the check of the
    draft showed to whoever signs it.
    """

    KIND = What.ORDER_RECORDED
    order: OrderWords
    clashes_seen: Annotated[int, Field(ge=0, le=10_000)] = 0

    def facts(self) -> Mapping[str, Any]:
        """The order; `steps` gives it its id and its case."""
        return {"file": self.order.known()}

    def when(self) -> str | None:
        """When it was issued."""
        return self.order.issued or self.happened


class OrderDocketed(Entered):
    """An entry on the docket of an order."""

    KIND = What.ORDER_EVENT
    order: OrderName
    entry: OrderEntryWords

    def facts(self) -> Mapping[str, Any]:
        """The entry."""
        return {"order": self.order, "entry": self.entry.known()}

    def when(self) -> str | None:
        """When the entry says."""
        return self.entry.on


class Appeared(Entered):
    """That a lawyer appears in the case, for somebody named in it; a prosecutor for nobody."""

    KIND = What.APPEARED
    account: AccountId
    agency: AgencyId | None = None
    person: PersonName | None = None

    def facts(self) -> Mapping[str, Any]:
        """Who, of which office, for whom."""
        return {"account": self.account, "agency": self.agency or "", "person": self.person or ""}


class Withdrew(Entered):
    """That a lawyer appears no more."""

    KIND = What.WITHDREW
    account: AccountId

    def facts(self) -> Mapping[str, Any]:
        """Who."""
        return {"account": self.account}


class TaskDone(Entered):
    """That something of the work list was done."""

    KIND = What.TASK_DONE
    order: OrderName | None = None
    kind: WorkCode

    def facts(self) -> Mapping[str, Any]:
        """What."""
        return self.known(*Entered.model_fields)


class NoticeAsked(Entered):
    """That the restrained side of a foreign order may be told here that it is recorded."""

    KIND = What.NOTICE_ASKED


class Sealed(Entered):
    """That the record is sealed: from then on it answers nothing."""

    KIND = What.SEALED


class Unsealed(Entered):
    """That it answers again."""

    KIND = What.UNSEALED


def _tagged(body: type[Entered], suffix: str, **parts: Any) -> type[Entered]:
    """A body that says of which kind it is, for where it stands among others."""
    parts["what"] = (Literal[body.KIND.value], ...)
    return create_model(f"{body.__name__}{suffix}", __base__=body, __doc__=body.__doc__, **parts)


BODIES: tuple[type[Entered], ...] = (
    PersonRecorded,
    PersonChanged,
    PeopleLinked,
    PeopleUnlinked,
    ContactChosen,
    ConsentGiven,
    ConsentEnded,
    CaseOpened,
    CaseChanged,
    PlaceRecorded,
    CaseDocketed,
    OrderRecorded,
    OrderDocketed,
    Appeared,
    Withdrew,
    TaskDone,
    NoticeAsked,
    Sealed,
    Unsealed,
)
Instead = Annotated[Union[*(_tagged(body, "Instead") for body in BODIES)], Field(discriminator="what")]


class Corrected(Entered):
    """A correction of an earlier entry: what should have stood there, or, without it, that it should not stand."""

    KIND = What.CORRECTED
    number: Annotated[int, Field(ge=1, lt=2**62)]
    """Of the entry, as the docket shows it."""
    instead: Instead | None = None

    def facts(self) -> Mapping[str, Any]:
        """What should stand there; `steps` adds the ids that the entry has."""
        return {} if self.instead is None else {"instead": dict(self.instead.facts())}

    def secrets(self) -> Mapping[str, Any]:
        """Its secrets."""
        return {} if self.instead is None else self.instead.secrets()


About = Annotated[str, Field(pattern=f"^([pc]{HEX}|[+]{NAME})$")]
"""The person or case that an entry is about. What it begins gets a name: `+rosa`."""


def _in_step(body: type[Entered]) -> type[Entered]:
    """A body in a step: with what it is about, and for an order with the name by which later entries call it."""
    named = {"name": (MadeName | None, None)} if body is OrderRecorded else {}
    return _tagged(body, "InStep", about=(About, ...), **named)


StepEntry = Annotated[Union[*map(_in_step, (*BODIES, Corrected))], Field(discriminator="what")]
