"""The six journeys, in the order in which they are offered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Journey:
    """Where a journey begins. Its title and what it is for are the codes `<key>_title` and `<key>_about`."""

    key: str
    path: str

    @property
    def title(self) -> str:
        """The code of its title."""
        return f"{self.key}_title"

    @property
    def about(self) -> str:
        """The code of what it is for."""
        return f"{self.key}_about"


JOURNEYS = (
    Journey("which", "/which/"),
    Journey("now", "/now/"),
    Journey("contact", "/contact/"),
    Journey("change", "/change/"),
    Journey("next", "/next/"),
    Journey("law", "/law/"),
)
