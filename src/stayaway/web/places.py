"""The places whose law is here, for lists and menus."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.http import Http404

from stayaway.law.book import PlaceLaw
from stayaway.law.load import known_jurisdictions, place_law


@dataclass(frozen=True, slots=True)
class Place:
    """A place and what it is called."""

    code: str
    name: str


@cache
def places() -> tuple[Place, ...]:
    """Every place with law of its own, by name."""
    found = (Place(code, place_law(code).name) for code in known_jurisdictions())
    return tuple(sorted(found, key=lambda place: place.name))


def chosen(code: str | None) -> str | None:
    """The code that a menu sent, if it is one of a place."""
    return code if code in known_jurisdictions() else None


def law_or_404(code: str) -> PlaceLaw:
    """The law of the place in an address."""
    if chosen(code) is None:
        raise Http404
    return place_law(code)
