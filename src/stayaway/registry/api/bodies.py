"""Entries about cases and orders, as a program sends them; and all kinds together, as they stand in a step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from pydantic import Field, create_model

from stayaway.registry.entries import What

from .people import (
    ConsentEnded,
    ConsentGiven,
    ContactChosen,
    Entered,
    PeopleLinked,
    PeopleUnlinked,
    PersonChanged,
    PersonRecorded,
)
from .words import (
    HEX,
    NAME,
    AccountId,
    AgencyId,
    CaseEntryWords,
    CaseWords,
    MadeName,
    OrderEntryWords,
    OrderName,
    OrderWords,
    PersonName,
    PlaceName,
    Text,
)

__all__ = [
    "BODIES",
    "Appeared",
    "CaseChanged",
    "CaseDocketed",
    "CaseOpened",
    "ConsentEnded",
    "ConsentGiven",
    "ContactChosen",
    "Corrected",
    "Entered",
    "NoticeAsked",
    "OrderDocketed",
    "OrderRecorded",
    "PeopleLinked",
    "PeopleUnlinked",
    "PersonChanged",
    "PersonRecorded",
    "PlaceRecorded",
    "Sealed",
    "StepEntry",
    "TaskDone",
    "Unsealed",
    "Withdrew",
]


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
    kind: Literal["work.ends_soon", "work.renewal_open", "work.decide_after_case", "work.end_unknown"]

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
if TYPE_CHECKING:
    Instead = Entered
else:
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


if TYPE_CHECKING:

    class StepEntry(Entered):
        """An entry of a step, of whatever kind."""

        about: str
else:
    StepEntry = Annotated[Union[*map(_in_step, (*BODIES, Corrected))], Field(discriminator="what")]
