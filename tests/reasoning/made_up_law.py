"""A place whose law is made up for a test, over the general rules."""

from __future__ import annotations

from typing import Any

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.law.load import federal_law, place_law
from stayaway.law.rests import resolved
from stayaway.law.schema import LawFile

HERE = "us-zz"


def made_up(*instruments: dict[str, Any], **facts: object) -> LawBook:
    """A book in which one place has these instruments and facts. A value with `source: [law]` rests on its code."""
    file = {
        "jurisdiction": HERE,
        "name": "Anywhere",
        "researched": "2026-01-01",
        "sources": {"law": {"title": "Code of Anywhere", "kind": "statute", "as_of": "2020"}},
        "instruments": instruments,
        "facts": facts,
    }
    place = PlaceLaw(HERE, resolved(LawFile.model_validate(file)), place_law(None).general)
    return LawBook(federal_law(), lambda code: place if code == HERE else place_law(code))


def an_instrument(id: str, track: str, stage: str, **given: Any) -> dict[str, Any]:
    """An instrument of that place."""
    known = {"name": id, "track": track, "stage": stage, "scope": "any", "authority": "Code of Anywhere § 1"}
    return {"id": id, **known, **given}
