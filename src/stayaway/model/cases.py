"""Cases. A case decides the kind of every order made in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from .answers import CaseId, PersonId
from .docket import CaseEntry


class Kind(StrEnum):
    """Civil orders are restraining orders; criminal orders are no-contact orders."""

    CIVIL = "civil"
    CRIMINAL = "criminal"


class ChargeCategory(StrEnum):
    """What a charge is about, as far as rules differ by it."""

    DOMESTIC_VIOLENCE = "domestic_violence"
    SEXUAL_ASSAULT = "sexual_assault"
    STALKING = "stalking"
    HARASSMENT = "harassment"
    ASSAULT = "assault"
    OTHER = "other"


class ChargeLevel(StrEnum):
    """How heavy a charge is."""

    FELONY = "felony"
    MISDEMEANOR = "misdemeanor"


@dataclass(frozen=True, slots=True)
class Charge:
    """The charge of a criminal case. What is not written down is None."""

    name: str | None = None
    category: ChargeCategory | None = None
    level: ChargeLevel | None = None
    jail_possible: bool | None = None


@dataclass(frozen=True, slots=True)
class CivilCase:
    """A case between two private people. The government is not one of them."""

    id: CaseId
    jurisdiction: str | None
    time_zone: ZoneInfo
    court: str | None = None
    number: str | None = None
    petitioner: PersonId | None = None
    respondent: PersonId | None = None
    docket: tuple[CaseEntry, ...] = ()
    kind = Kind.CIVIL

    @property
    def parties(self) -> tuple[PersonId, ...]:
        """Petitioner and respondent, as far as they are known."""
        return tuple(person for person in (self.petitioner, self.respondent) if person is not None)


@dataclass(frozen=True, slots=True)
class CriminalCase:
    """A case of the prosecution against a defendant. Victims and witnesses are not parties."""

    id: CaseId
    jurisdiction: str | None
    time_zone: ZoneInfo
    court: str | None = None
    number: str | None = None
    defendant: PersonId | None = None
    victims: tuple[PersonId, ...] = ()
    witnesses: tuple[PersonId, ...] = ()
    charge: Charge | None = None
    docket: tuple[CaseEntry, ...] = ()
    kind = Kind.CRIMINAL


Case = CivilCase | CriminalCase
