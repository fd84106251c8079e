"""Terms: what an order forbids, requires or allows. They are read from the paper, never assumed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .answers import PersonId, PlaceId


class TermKind(StrEnum):
    """The kinds of term that an order may have."""

    NO_ABUSE = "no_abuse"
    NO_CONTACT = "no_contact"
    STAY_AWAY = "stay_away"
    MOVE_OUT = "move_out"
    SURRENDER_FIREARMS = "surrender_firearms"
    PAY_SUPPORT = "pay_support"
    CUSTODY = "custody"
    EXCHANGE = "exchange"
    OTHER = "other"


class Channel(StrEnum):
    """The ways in which one person can reach another."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    MAIL = "mail"
    SOCIAL_MEDIA = "social_media"
    GIFT = "gift"
    THROUGH_OTHERS = "through_others"
    SURVEILLANCE = "surveillance"


EVERY_CHANNEL = frozenset(Channel)


class Unit(StrEnum):
    """Units of distance that orders use."""

    FEET = "ft"
    YARDS = "yd"
    MILES = "mi"
    METRES = "m"
    KILOMETRES = "km"


METRES_IN = {
    Unit.FEET: 0.3048,
    Unit.YARDS: 0.9144,
    Unit.MILES: 1609.344,
    Unit.METRES: 1.0,
    Unit.KILOMETRES: 1000.0,
}
"""The international foot, yard and mile are exact multiples of the metre (since 1959)."""


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance as the paper writes it.

    >>> Distance(100, Unit.YARDS).metres > Distance(250, Unit.FEET).metres
    True
    """

    value: float
    unit: Unit

    @property
    def metres(self) -> float:
        """The distance in metres."""
        return self.value * METRES_IN[self.unit]

    def __str__(self) -> str:
        return f"{self.value:g} {self.unit}"


class Errand(StrEnum):
    """Exceptions that orders name by a single word."""

    COUNSEL = "counsel"
    """Contact through or between lawyers."""
    COURT = "court"
    """Being in the courtroom, and what the court itself arranges."""
    SERVICE = "service"
    """Service of court papers by someone allowed to serve them."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """An exception that an order makes to its own ban. Every part that is given must be met by the contact.

    `errand` is one of the single-word exceptions. `about` is what the contact is about (`children`, `property`…),
    `by` the channels that are allowed, `through` a person, `at` a place, and `when` a time in the order's own words
    (shown, never reasoned about: a contact can be said to meet it, not be found to).
    """

    errand: Errand | None = None
    about: str | None = None
    by: frozenset[Channel] | None = None
    through: str | None = None
    at: PlaceId | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class NoAbuse:
    """No violence, threats, harassment or stalking. `toward` None: everyone whom the order protects."""

    toward: tuple[PersonId, ...] | None = None
    kind = TermKind.NO_ABUSE


@dataclass(frozen=True, slots=True)
class NoContact:
    """No contact, direct or indirect, by the channels named (by default all of them)."""

    toward: tuple[PersonId, ...] | None = None
    by: frozenset[Channel] = EVERY_CHANNEL
    exemptions: tuple[Exemption, ...] = ()
    kind = TermKind.NO_CONTACT


@dataclass(frozen=True, slots=True)
class StayAway:
    """Stay away from people or places. No distance written: `distance` is None, and nearness cannot be measured."""

    away_from: tuple[PersonId | PlaceId, ...] = ()
    distance: Distance | None = None
    exemptions: tuple[Exemption, ...] = ()
    kind = TermKind.STAY_AWAY


@dataclass(frozen=True, slots=True)
class MoveOut:
    """Leave a shared home (None: the paper's place is not written down)."""

    of: PlaceId | None = None
    kind = TermKind.MOVE_OUT


@dataclass(frozen=True, slots=True)
class SurrenderFirearms:
    """Have no firearms; hand over those one has."""

    note: str | None = None
    kind = TermKind.SURRENDER_FIREARMS


@dataclass(frozen=True, slots=True)
class PaySupport:
    """Pay support, in the order's own words."""

    note: str | None = None
    kind = TermKind.PAY_SUPPORT


@dataclass(frozen=True, slots=True)
class Custody:
    """Who has the children, in the order's own words."""

    to: PersonId | None = None
    note: str | None = None
    kind = TermKind.CUSTODY


@dataclass(frozen=True, slots=True)
class Exchange:
    """Hand-over of children: at a place, at a time, required or only allowed, arranged by some channels (None: any)."""

    place: PlaceId | None = None
    when: str | None = None
    required: bool = False
    by: frozenset[Channel] | None = None
    kind = TermKind.EXCHANGE


@dataclass(frozen=True, slots=True)
class Other:
    """Anything else, in the order's own words: always shown, never reasoned about."""

    text: str
    kind = TermKind.OTHER


Term = NoAbuse | NoContact | StayAway | MoveOut | SurrenderFirearms | PaySupport | Custody | Exchange | Other
