"""What a reader is warned of beside a source: that its text is old, or that it only speaks about the law."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from stayaway.model import Authority, SourceKind

from .rests import year_of

OLD_AFTER = 5
"""A text of this many years ago or more is marked as old.

Every legislature sits at least every second year, so by then each has met twice or more since the text was read and
may have changed it. A shorter time would mark nearly everything, and a mark on everything is read by nobody.
"""


class Mark(StrEnum):
    """A warning about a source. Guides and secondary pages speak about the law and are not the law."""

    OLD = "old"
    GUIDE = "guide"
    SECONDARY = "secondary"


_BY_KIND = {SourceKind.GUIDE: Mark.GUIDE, SourceKind.SECONDARY: Mark.SECONDARY}


def marks(authority: Authority, year: int | None) -> tuple[Mark, ...]:
    """The warnings about a source, for who reads it in this year; `year` None: nothing is said of its age.

    >>> marks(Authority("A guide", as_of="2019", kind=SourceKind.GUIDE), 2024)
    (<Mark.GUIDE: 'guide'>, <Mark.OLD: 'old'>)
    >>> marks(Authority("A code", as_of="2020"), 2024)
    ()
    """
    found = [_BY_KIND[authority.kind]] if authority.kind in _BY_KIND else []
    read_in = year_of(authority.as_of)
    if authority.kind is not SourceKind.GENERAL and year is not None and read_in is not None:
        found += [Mark.OLD] if year - read_in >= OLD_AFTER else []
    return tuple(found)


def authority_view(authority: Authority | None, year: int | None) -> dict[str, Any] | None:
    """A source as plain data, with its warnings under `marked`."""
    if authority is None:
        return None
    return {
        "cite": authority.cite,
        "url": authority.url,
        "as_of": authority.as_of,
        "kind": authority.kind.value,
        "marked": [mark.value for mark in marks(authority, year)],
    }
