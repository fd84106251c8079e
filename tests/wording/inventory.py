"""Everything that must have words, found by looking through the code, so that nothing new is left out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages

from stayaway.model import Code

SPOKEN = ("stayaway.model", "stayaway.law", "stayaway.reasoning", "stayaway.files")
"""The packages whose codes and lists reach people."""


def classes() -> Iterator[type]:
    """Every class that a module of those packages defines."""
    for package in map(import_module, SPOKEN):
        names = [package.__name__, *(found.name for found in walk_packages(package.__path__, f"{package.__name__}."))]
        for module in map(import_module, names):
            for thing in vars(module).values():
                if isinstance(thing, type) and thing.__module__ == module.__name__:
                    yield thing


def codes() -> list[Code]:
    """Every code of a finding."""
    return [code for cls in classes() if issubclass(cls, Code) for code in cls]


def lists() -> list[type[StrEnum]]:
    """Every list of the domain: what a fact of a finding may be a member of."""
    return [cls for cls in classes() if issubclass(cls, StrEnum) and not issubclass(cls, Code)]
