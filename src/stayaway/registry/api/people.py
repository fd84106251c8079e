"""Entries about people, as a program sends them; and what every entry can say of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field

from stayaway.reasoning.authority import Role
from stayaway.registry.entries import What
from stayaway.wording.language import LANGUAGES

from .words import AgencyId, Day, Descriptors, Digest, IdentifierKind, Moment, Note, PersonName, Text, Words


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
    language: Annotated[str, Field(pattern=f"^({'|'.join(LANGUAGES)})$")] = LANGUAGES[0]
    """What the reminders are written in."""

    def secrets(self) -> Mapping[str, Any]:
        """The address, and the language for it."""
        return {"email": self.email, "language": self.language} if self.email else {}


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
