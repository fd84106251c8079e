"""Order files into the record."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime

from stayaway.files.faults import FileFaults, Ledger
from stayaway.files.read import read_text
from stayaway.files.source import text_of
from stayaway.files.tree import tree_of
from stayaway.files.where import Loc, Where
from stayaway.law.load import law_book
from stayaway.model import Papers
from stayaway.registry.actors import Actor

from .loading import Plan, carry_out, plan, problems_of
from .source import Part, Source, Spot

__all__ = ["Plan", "carry_out", "plan_import", "read_source"]


def plan_import(
    actor: Actor,
    text: str | bytes,
    name: str,
    now: datetime,
    *,
    foreign: bool = False,
    same: Mapping[str, str] | None = None,
) -> Plan:
    """A dry run of an order file, called `name`: what would be recorded, and everything that is wrong.

    `foreign`: its orders are of other courts, and the restrained side is not told. `same` says which people of the
    file are on record, by id; only those whom a dry run listed. Everybody else is recorded anew.
    """
    return plan(actor, read_source(text, name), now, foreign=foreign, same=same)


def read_source(text: str | bytes, name: str) -> Source:
    """An order file as read, or everything that is wrong with it."""
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    digest = hashlib.sha256(raw).hexdigest()
    try:
        papers = read_text(text, name, law_book())
    except FileFaults as error:
        found = problems_of(error, lambda line, column, read: Spot(name, line, str(column), read))
        return Source(name, digest, problems=tuple(found))
    return Source(name, digest, (_part(papers, text, name),))


def _part(papers: Papers, text: str | bytes, name: str) -> Part:
    tree: list[Where] = []

    def spot(loc: Loc) -> Spot:
        if not tree:  # only files with something to say about them are looked through once more
            tree.append(Where(tree_of(text_of(text, name), Ledger(name))))
        where = tree[0]
        line, column = where.spot(loc)
        return Spot(name, line, str(column), where.read(loc))

    return Part(papers, spot)
