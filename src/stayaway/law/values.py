"""What every value of a law file has: it cannot be changed, and it says where and when it was read."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from stayaway.model import Authority, SourceKind


class Value(BaseModel):
    """What a law file holds: immutable, and without a key that is not known here."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Source(Value):
    """Where a value was read."""

    title: str
    kind: SourceKind
    url: str | None = None
    as_of: str | None = None
    note: str | None = None


class Cited(Value):
    """A value that says where it comes from. `rests_on` is filled in by the loader, best source first."""

    source: tuple[str, ...] = ()
    mainly: str | None = None
    """The one of these sources that decides, where it is not the one nearest to the law: a leading case, say."""
    note: str | None = None
    holds_from: date | None = None
    """The first day for which the value is known to hold; None where the sources do not say."""
    holds_until: date | None = None
    """The first day on which it is no longer known to hold, since the text read has been replaced; None: it has not."""
    rests_on: Annotated[tuple[Authority, ...], Field(exclude=True, repr=False)] = ()

    @property
    def authority(self) -> Authority | None:
        """The best authority for the value: a statute before an official page before a guide."""
        return self.rests_on[0] if self.rests_on else None
