"""The one catalogue: every code and every word of a list, with its English sentence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from stayaway.model import Code

from . import sentences


@lru_cache(maxsize=1)
def every_sentence() -> Mapping[Code, str]:
    """All sentences by code. Each module of `sentences` has a `SENTENCES` for one question."""
    found: dict[Code, str] = {}
    for module in iter_modules(sentences.__path__):
        found.update(getattr(import_module(f"{sentences.__name__}.{module.name}"), "SENTENCES", {}))
    return found


@lru_cache(maxsize=512)
def sentence_of(code: Code) -> str:
    """The English sentence of a code. Reads only the module of the question that the code belongs to."""
    question = str(code).split(".", 1)[0]
    try:
        module = import_module(f"{sentences.__name__}.{question}")
    except ModuleNotFoundError as error:
        raise KeyError(f"no wording for {code}") from error
    sentence: str = module.SENTENCES[code]
    return sentence


def word_of(member: StrEnum) -> str:
    """The English word for a member of a list; raises KeyError where there is none (a test forbids that)."""
    from .words import WORDS

    return WORDS[member]
