"""Everything that must have words, found by looking through the code, so that nothing new is left out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules, walk_packages

import stayaway
from stayaway.model import Code

DOMAIN = ("stayaway.model", "stayaway.law", "stayaway.reasoning", "stayaway.files")
"""The packages whose lists reach people. A list that only a face knows is shown by that face."""


OTHER_SETTINGS = "registry"
"""Its tables need Django settings of their own; that it has no codes is tested beside it."""


def modules() -> Iterator[str]:
    """The name of every module, but those of the registry."""
    for top in iter_modules(stayaway.__path__):
        if top.name != OTHER_SETTINGS:
            yield f"stayaway.{top.name}"
            if top.ispkg:
                below = import_module(f"stayaway.{top.name}").__path__
                yield from (found.name for found in walk_packages(below, f"stayaway.{top.name}."))


def classes() -> Iterator[type]:
    """Every class that a module of the package defines."""
    for name in modules():
        module = import_module(name)
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
