"""Which law and rules told how an order stands: those of one release may tell otherwise than those of the last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

TELL = ("stayaway.files", "stayaway.law", "stayaway.model", "stayaway.reasoning")
"""The packages that an order's standing is told by: its reading, the law data, and the rules."""
MAKE_ROWS = ("folding.py", "rows.py", "work.py")
"""What makes the registry's rows of it, and its tasks."""
KINDS = (".py", ".yaml")
LENGTH = 16


@cache
def edition() -> str:
    """The edition of this release: a digest of the law data, and of the rules that tell by it how an order stands."""
    here = files(__package__)
    sources = (source for package in TELL for source in sources_in(files(package)))
    return digest_of([*sources, *(here.joinpath(name) for name in MAKE_ROWS)])


def sources_in(folder: Traversable) -> Iterator[Traversable]:
    """The files of rules and of data in a folder and below it, by name."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from sources_in(entry)
        elif entry.name.endswith(KINDS):
            yield entry


def digest_of(sources: Iterable[Traversable]) -> str:
    """One digest of several files, in their order, with their names."""
    found = hashlib.sha256()
    for source in sources:
        content = source.read_bytes()
        found.update(f"{source.name}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()[:LENGTH]
