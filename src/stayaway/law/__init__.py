"""What the law of each place says: data files, each value with its source and date.

The public names are read from their modules when they are first used, so that importing one module of the package
does not pay for the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .book import FederalLaw, LawBook, PlaceLaw
    from .check import check_law_file
    from .faults import LawFault
    from .load import federal_law, known_jurisdictions, law_book, place_law, read_law
    from .resolve import Resolution, common_meanings, places_calling_it, resolve_instrument
    from .view import federal_view, place_view, table

_HOME = {
    "FederalLaw": "book",
    "LawBook": "book",
    "LawFault": "faults",
    "PlaceLaw": "book",
    "Resolution": "resolve",
    "check_law_file": "check",
    "common_meanings": "resolve",
    "federal_law": "load",
    "federal_view": "view",
    "known_jurisdictions": "load",
    "law_book": "load",
    "place_law": "load",
    "place_view": "view",
    "places_calling_it": "resolve",
    "read_law": "load",
    "resolve_instrument": "resolve",
    "table": "view",
}

__all__ = [
    "FederalLaw",
    "LawBook",
    "LawFault",
    "PlaceLaw",
    "Resolution",
    "check_law_file",
    "common_meanings",
    "federal_law",
    "federal_view",
    "known_jurisdictions",
    "law_book",
    "place_law",
    "place_view",
    "places_calling_it",
    "read_law",
    "resolve_instrument",
    "table",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME[name]}", __name__), name)
