"""Which given names are names of the same person: Bob and Robert, Pepe and José, Chuy and Jesús.

English comes from the package `nicknames` (Apache-2.0, kept by hand since 2010); Spanish, formal names that papers put
into the other language, and some spellings from `given_names.csv` beside this module. Two nicknames of one formal name
are the same too (Bob and Rob); two formal names with one nickname are not (Alexander and Alfred, both Al).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from nicknames import name_triplets

from .names import folded

NOBODY: frozenset[str] = frozenset()


def are_nicknames(one: str, other: str) -> bool:
    """Whether two folded names may be names of one person. A name is no nickname of itself.

    >>> are_nicknames("bob", "robert"), are_nicknames("al", "alfred"), are_nicknames("alexander", "alfred")
    (True, True, False)
    """
    return other in same_person_names(one)


@lru_cache(maxsize=16384)
def same_person_names(name: str) -> frozenset[str]:
    """The other names of whoever is called by this folded one: its formal names, its nicknames, and their nicknames.

    >>> sorted(same_person_names("chuy"))
    ['chucho', 'chus', 'jesus']
    """
    formal_of, nicknames_of = _tables()
    formal = formal_of.get(name, NOBODY)
    same = formal | nicknames_of.get(name, NOBODY)
    for one in formal:
        same |= nicknames_of.get(one, NOBODY)
    return same - {name}


@lru_cache(maxsize=1)
def _tables() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Formal names by nickname, and nicknames by formal name."""
    formal_of: defaultdict[str, set[str]] = defaultdict(set)
    nicknames_of: defaultdict[str, set[str]] = defaultdict(set)
    english = [(one.name1, one.name2) for one in name_triplets() if one.relationship == "has_nickname"]
    for formal, nickname in [*english, *_own()]:
        formal_of[folded(nickname)].add(folded(formal))
        nicknames_of[folded(formal)].add(folded(nickname))
    return (
        {name: frozenset(others) for name, others in formal_of.items()},
        {name: frozenset(others) for name, others in nicknames_of.items()},
    )


def _own() -> list[tuple[str, str]]:
    """The rows of `given_names.csv`: a formal name, then its nicknames."""
    text = files(__package__).joinpath("given_names.csv").read_text("utf-8")
    rows = [line.split(",") for line in text.splitlines() if line and not line.startswith("#")]
    return [(formal, nickname) for formal, *nicknames in rows for nickname in nicknames]
