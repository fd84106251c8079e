"""The place that an option names."""

from __future__ import annotations

from stayaway.api import Asked, WrongWord
from stayaway.law.load import known_jurisdictions, place_law


def jurisdiction_of(text: str) -> str:
    """The code of a place that has a law file, from its code (whole, or only the two letters) or its name."""
    known = known_jurisdictions()
    word = text.strip().casefold().replace("_", "-")
    for code in (word, f"us-{word}"):
        if code in known:
            return code
    if len(word) > len("us-xx") or " " in word:
        for code in known:
            if place_law(code).name.casefold() == word:
                return code
    raise WrongWord(Asked.JURISDICTION, text, known)
