"""Screening columns: every contact against every order, decided by the core once for each distinct question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from . import expressions
from .columns import CONTACTS, NOT_TOLD, SAID, Names, moment_of
from .compiling import Compiled
from .deciding import Decider
from .engines import Engine
from .footers import extent_in


@dataclass
class Screen:
    """Orders loaded into an engine, ready for one part of the contacts after the other."""

    compiled: Compiled
    engine: Engine
    words: Names
    asked: int = 0
    """How many distinct questions came up, part by part."""
    alone: int = 0
    """How many of them were about one contact alone."""

    def __post_init__(self) -> None:
        self.decider = Decider(self.compiled, self.words)
        self._load()

    def _load(self) -> None:
        self._reaches: pa.Table | None = None
        columns = self.compiled.columns
        self.engine.put("toward", columns.toward)
        self.engine.put("anyone", columns.anyone)
        self.engine.put("places", columns.places)

    def hits(self, contacts: pa.Table | Path) -> pa.Table:
        """The hits among some contacts: the columns of `expressions.hits`, and what the core said."""
        found = self.engine.arrow(self.found_in(contacts))
        said = list(zip(*self.decider.said, strict=True)) or [()] * len(SAID)
        for name, texts in zip(SAID, said, strict=True):
            found = found.append_column(name, pa.array(texts, pa.string()).take(found["said"]))
        return found.drop_columns(["said"])

    def found_in(self, contacts: pa.Table | Path) -> ir.Table:
        """The hits among some contacts, as an expression that is worked out when it is asked for."""
        self.engine.show("contacts", contacts)
        told = expressions.table("contacts", CONTACTS)
        stated = extent_in(contacts) if isinstance(contacts, Path) else None
        extent = stated or self.engine.rows(expressions.extent(told))[0]
        self._cover(extent)
        reaches = self.decider.reaches(self._told(told))
        if self._reaches is None or not reaches.equals(self._reaches):
            self.engine.put("reaches", reaches)
            self.engine.keep("reached", expressions.reached())
            self._reaches = reaches
        same = expressions.same_in(extent)
        self.engine.keep("pairs", expressions.pairs(same))
        kept = expressions.kept_pairs(same)
        cells = self.engine.rows(expressions.cells(kept))
        self.asked += len(cells)
        self.alone += sum(cell["exact"] != NOT_TOLD for cell in cells)
        self.engine.put("decisions", self.decider.decide(cells))
        return expressions.hits(kept, marked=("marks", 0) not in same)

    def _told(self, contacts: ir.Table) -> list[tuple[int, int, int, bool]]:
        told = self.engine.rows(expressions.told(contacts))
        return [(one["channel"], one["through"], one["about"], one["open"]) for one in told]

    def _cover(self, extent: dict[str, Any]) -> None:
        """Compile the years that come up. A court's year can be the one beside that in UTC."""
        ends = (extent[f"{end}_{kind}"] for end in ("first", "last") for kind in ("day", "instant"))
        years = [moment_of(number).year for number in ends if number is not None]
        if years and self.compiled.cover(max(1, min(years) - 1), min(9998, max(years) + 1)):
            self.decider = Decider(self.compiled, self.words)
            self._load()
