"""People and places."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .answers import PersonId, PlaceId


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in an order. What is not known is None."""

    id: PersonId
    name: str | None = None
    born: date | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The name, or the key where no name is written down."""
        return self.name or str(self.id)


@dataclass(frozen=True, slots=True)
class Position:
    """Degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere an order speaks of. A confidential place is never shown to the restrained side."""

    id: PlaceId
    label: str | None = None
    confidential: bool = False
    # Kept out of repr, so that a log or a traceback never carries where somebody lives.
    at: Position | None = field(default=None, repr=False)
    address: str | None = field(default=None, repr=False)

    @property
    def shown(self) -> str:
        """The label, or the key where no label is written down. Never the address."""
        return self.label or str(self.id)
