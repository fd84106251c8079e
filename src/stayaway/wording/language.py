"""Which language is spoken, and how a sentence gets into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

DOMAIN = "stayaway"
LANGUAGES = ("en", "es")
"""The languages that faces may ask for. English is the source; what another one lacks is said in English."""


def N_(message: str) -> str:
    """Mark a sentence for extraction (`make messages`); it is translated where it is said."""
    return message


@lru_cache(maxsize=8)
def translator(language: str) -> Callable[[str], str]:
    """A function that puts an English sentence into a language; English itself where nothing is translated yet."""
    if not is_available(language) or language == "en":
        return N_
    translated = _translations(language)
    return lambda message: translated.get(message, message)


def is_available(language: str) -> bool:
    """Whether there are sentences in a language."""
    return language == "en" or (language in LANGUAGES and _catalogue(language).is_file())


def _catalogue(language: str) -> Traversable:
    from importlib.resources import files

    return files("stayaway.wording").joinpath("locale", language, "LC_MESSAGES", f"{DOMAIN}.po")


def _translations(language: str) -> Mapping[str, str]:
    # The translators' own file is read, so that there is no compiled copy that could be out of date. A sentence that
    # a translator has yet to check again (`fuzzy`) is left out.
    from babel.messages.pofile import read_po

    with _catalogue(language).open("rb") as stream:
        catalogue = read_po(stream, locale=language, domain=DOMAIN)
    return {
        entry.id: entry.string
        for entry in catalogue
        if isinstance(entry.id, str) and isinstance(entry.string, str) and entry.id and entry.string and not entry.fuzzy
    }
