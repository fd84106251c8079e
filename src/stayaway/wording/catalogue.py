"""The one catalogue: every code and every word of a list, with its English sentence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from stayaway.model import Code

from . import sentences


@lru_cache(maxsize=1)
def every_sentence() -> Mapping[Code, str]:
    """All sentences by code."""
    return {code: sentence for module in questions() for code, sentence in sentences_about(module).items()}


def questions() -> list[str]:
    """The questions that have sentences: the modules of `sentences`, by name."""
    return sorted(module.name for module in iter_modules(sentences.__path__))


def sentences_about(question: str) -> Mapping[Code, str]:
    """The sentences of one question: the `SENTENCES` of its module."""
    name = f"{sentences.__name__}.{question}"
    if find_spec(name) is None:
        return {}
    found: Mapping[Code, str] = import_module(name).SENTENCES
    return found


@lru_cache(maxsize=512)
def sentence_of(code: Code) -> str:
    """The English sentence of a code; KeyError where there is none (a test forbids that).

    A code such as `standing.lifted` names its question, and only that question's module is read.
    """
    return sentences_about(code.value.split(".", 1)[0])[code]


def word_of(member: StrEnum) -> str:
    """The English word for a member of a list; KeyError where there is none (a test forbids that)."""
    from .words import WORDS

    return WORDS[type(member).__name__][member.value]
