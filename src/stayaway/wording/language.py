"""Which language is spoken, and how a sentence gets into it."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

DOMAIN = "stayaway"
LANGUAGES = ("en", "es")
"""The languages that faces may ask for. English is the source; the others are complete or fall back to it."""


def N_(message: str) -> str:
    """Mark a sentence for extraction (`make messages`); it is translated where it is said."""
    return message


@lru_cache(maxsize=8)
def translator(language: str) -> Callable[[str], str]:
    """A function that puts an English sentence into a language; English itself where nothing is translated yet."""
    if language == "en":
        return N_
    return gettext.translation(DOMAIN, str(files("stayaway.wording") / "locale"), [language], fallback=True).gettext


def is_available(language: str) -> bool:
    """Whether there is a catalogue for a language."""
    return language == "en" or gettext.find(DOMAIN, str(files("stayaway.wording") / "locale"), [language]) is not None
