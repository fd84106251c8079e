"""What other systems ask of a person or an agency that an order file does not hold. All of it is optional.

The members of the lists are the field codes of NCIC (tables 2, 3, 4 and 5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Sex(StrEnum):
    """NCIC table 2."""

    FEMALE = "F"
    MALE = "M"
    UNKNOWN = "U"


class Race(StrEnum):
    """NCIC table 3."""

    ASIAN = "A"
    BLACK = "B"
    HISPANIC = "H"
    NATIVE_AMERICAN = "I"
    PACIFIC_ISLANDER = "P"
    UNKNOWN = "U"
    WHITE = "W"


class Eyes(StrEnum):
    """NCIC table 4."""

    BLACK = "BLK"
    BLUE = "BLU"
    BROWN = "BRO"
    GREEN = "GRN"
    GRAY = "GRY"
    HAZEL = "HAZ"
    MAROON = "MAR"
    MULTICOLORED = "MUL"
    PINK = "PNK"
    UNKNOWN = "XXX"


class Hair(StrEnum):
    """NCIC table 5."""

    BALD = "BLD"
    BLACK = "BLK"
    BLOND = "BLN"
    BLUE = "BLU"
    BROWN = "BRO"
    GREEN = "GRN"
    GRAY = "GRY"
    ORANGE = "ONG"
    PURPLE = "PLE"
    PINK = "PNK"
    RED = "RED"
    SANDY = "SDY"
    WHITE = "WHI"
    UNKNOWN = "XXX"


class Number(StrEnum):
    """Numbers that identify a person, by their NCIC field."""

    SOCIAL_SECURITY = "SOC"
    DRIVER_LICENSE = "OLN"
    LICENSE_STATE = "OLS"
    LICENSE_YEAR = "OLY"
    FBI = "FBI"
    STATE = "SID"
    OTHER = "MNU"


@dataclass(frozen=True, slots=True)
class Descriptors:
    """What is known of a person beside name and birth date. `height` is in inches, `weight` in pounds.

    `given`, `middle` and `surname` are the parts of the name; without a surname it is guessed, and told as a loss.
    """

    sex: Sex | None = None
    race: Race | None = None
    height: int | None = None
    weight: int | None = None
    eyes: Eyes | None = None
    hair: Hair | None = None
    given: str | None = None
    middle: str | None = None
    surname: str | None = None
    # Kept out of repr, so that no log or traceback carries them.
    numbers: Mapping[Number, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    unplaced: tuple[str, ...] = ()
    """The kinds of further numbers, which no other system has a field for."""


@dataclass(frozen=True, slots=True)
class Agency:
    """Who enters the order: its NCIC identifier, its own case number, and the identifier of the court."""

    identifier: str | None = None
    case_number: str | None = None
    court: str | None = None


NOTHING_KNOWN = Descriptors()
NO_AGENCY = Agency()
