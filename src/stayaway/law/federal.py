"""What the federal file says: the rules that reach into every place, and the national lines for help."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from stayaway.model import Authority, Relationship, SourceKind

from .schema import Flag, Value


class FederalItem(Value):
    """One rule of federal law."""

    key: str
    topic: str
    plain: str
    cite: str
    url: str
    also: tuple[str, ...] = ()
    as_of: str
    seen: Literal["full", "part", "secondary"]
    applies: Literal["civil", "criminal", "both"]
    note: str | None = None
    rule_for_software: str | None = None
    elements: dict[str, str] = Field(default_factory=dict)
    max_jail: Any = None
    relationships: tuple[Relationship, ...] = ()
    """For the firearm rule: the relationships that make somebody an intimate partner."""

    @property
    def authority(self) -> Authority:
        """The citation of the item; one read only on a secondary page says so."""
        kind = SourceKind.SECONDARY if self.seen == "secondary" else SourceKind.STATUTE
        return Authority(self.cite, self.url, self.as_of, kind)


class HelpLine(Value):
    """A national line for help. `contact` is the telephone number; a channel that is absent was not confirmed."""

    key: str
    name: str
    contact: str
    tty: str | None = None
    text: str | None = None
    chat: str | None = None
    hours: str | None = None
    for_restrained: Flag = False
    """Whether the line also speaks with people who worry about their own conduct."""
    note: str | None = None
    source: str
    also: tuple[str, ...] = ()
    as_of: str | None = None


class FederalFile(Value):
    """The federal layer."""

    jurisdiction: Literal["us"]
    name: str
    researched: date
    currency_note: str | None = None
    items: tuple[FederalItem, ...]
    help_lines: tuple[HelpLine, ...] = ()
    unknown: tuple[str, ...] = ()
