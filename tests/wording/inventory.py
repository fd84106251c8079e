"""Everything that must have words, found by looking through the code, so that nothing new is left out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages

import stayaway
from stayaway.model import Code

DOMAIN = ("stayaway.model", "stayaway.law", "stayaway.reasoning", "stayaway.files")
"""The packages whose lists reach people. A list that only a face knows is shown by that face."""


def classes() -> Iterator[type]:
    """Every class that a module of the package defines."""
    for found in walk_packages(stayaway.__path__, "stayaway."):
        module = import_module(found.name)
        for thing in vars(module).values():
            if isinstance(thing, type) and thing.__module__ == module.__name__:
                yield thing


def codes() -> list[Code]:
    """Every code of a finding."""
    return [code for cls in classes() if issubclass(cls, Code) for code in cls]


def lists() -> list[type[StrEnum]]:
    """Every list of the domain: what a fact of a finding may be a member of."""
    return [
        cls
        for cls in classes()
        if issubclass(cls, StrEnum) and not issubclass(cls, Code) and cls.__module__.startswith(DOMAIN)
    ]
