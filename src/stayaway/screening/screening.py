"""Screening columns: every contact against every order, decided by the core once for each distinct question."""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from . import expressions
from .columns import BEFORE_INSTANTS, CONTACTS, NOT_TOLD, Names, moment_of
from .compiling import Compiled
from .deciding import Decider
from .engines import Engine


@dataclass
class Screen:
    """Orders loaded into an engine, ready for one part of the contacts after the other."""

    compiled: Compiled
    engine: Engine
    words: Names

    def __post_init__(self) -> None:
        self.decider = Decider(self.compiled, self.words)
        self._load()

    def _load(self) -> None:
        columns = self.compiled.columns
        self.engine.put("toward", columns.toward)
        self.engine.put("anyone", columns.anyone)
        self.engine.put("places", columns.places)

    def hits(self, contacts: pa.Table) -> pa.Table:
        """The hits among some contacts, in the columns of `expressions.hits`."""
        self._cover(contacts)
        self.engine.put("contacts", contacts)
        self.engine.put("reaches", self.decider.reaches(self._told()))
        places = pc.any(pc.not_equal(contacts["place"], NOT_TOLD)).as_py() is True
        found = expressions.pairs(places=places)
        self.engine.keep("pairs", found)
        kept: ir.Table = ibis.table(found.schema(), name="pairs")
        self.engine.put("decisions", self.decider.decide(self.engine.rows(expressions.cells(kept))))
        return self.engine.arrow(expressions.hits(kept))

    def _told(self) -> list[tuple[int, int, int, bool]]:
        told = self.engine.rows(expressions.told(expressions.table("contacts", CONTACTS)))
        return [(one["channel"], one["through"], one["about"], one["open"]) for one in told]

    def _cover(self, contacts: pa.Table) -> None:
        if not contacts.num_rows:
            return
        # Days are numbered below every instant, so the least and the most of each kind are looked at.
        is_day = pc.less(contacts["at"], BEFORE_INSTANTS)
        years = set()
        for kind in (contacts.filter(is_day)["at"], contacts.filter(pc.invert(is_day))["at"]):
            if len(kind):
                ends = pc.min_max(kind).as_py()
                years |= {moment_of(ends["min"]).year, moment_of(ends["max"]).year}
        # A court's year can be the one beside that in UTC.
        if self.compiled.cover(max(1, min(years) - 1), min(9998, max(years) + 1)):
            self.decider = Decider(self.compiled, self.words)
            self._load()
