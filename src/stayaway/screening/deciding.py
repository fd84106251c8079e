"""What the core says of each cell: a class of orders, and the features of a contact."""

from __future__ import annotations

import math
from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pyarrow as pa

from stayaway.model import (
    Answer,
    Distance,
    Exemption,
    OrderId,
    PersonId,
    Place,
    PlaceId,
    Position,
    Unit,
)
from stayaway.reasoning.codes.conduct import ConductCode
from stayaway.reasoning.conduct import (
    CompiledOrders,
    Contact,
    OrderAnswer,
    assess_order,
    deciding_standing,
    deciding_terms,
)

from .columns import (
    ANY_WORD,
    CHANNELS,
    DECISIONS,
    ELSEWHERE,
    KEY,
    NO_WORD,
    NOBODY,
    NOT_TOLD,
    OTHER_WORD,
    REACHES,
    STRANGER,
    Names,
    asked_of,
)
from .compiling import Compiled

SEVERITY = {Answer.UNSURE.value: 1, Answer.YES.value: 2}
"""Which answer is the stricter."""
EXCEPTIONS = frozenset(
    {
        ConductCode.EXCEPTION_COVERS,
        ConductCode.EXCEPTION_MIGHT_COVER,
        ConductCode.EXCEPTION_DOES_NOT_COVER,
    }
)
WORTH_ASKING = 100_000
"""Up to so many questions, it is asked beforehand which classes have nothing to say of strangers."""

SOMEBODY = PersonId("\x00somebody")
SOMEWHERE = PlaceId("\x00somewhere")

Cell = Mapping[str, Any]


@dataclass
class Decider:
    """Asks the core, and keeps what it said for every cell."""

    compiled: Compiled
    words: Names
    decided: dict[tuple[Any, ...], tuple[str, ...] | None] = field(default_factory=dict)
    said: list[tuple[str, ...]] = field(default_factory=list)
    """What the core said, by number, as `columns.SAID` names it."""
    _numbers: dict[tuple[str, ...], int] = field(default_factory=dict)
    _reaches: dict[tuple[Any, ...], bool] = field(default_factory=dict)

    def decide(self, cells: Sequence[Cell]) -> pa.Table:
        """What is not no, of these cells. Each is asked about once, however often it comes."""
        found = []
        for cell in cells:
            key = tuple(cell[name] for name in KEY)
            if cell["exact"] != NOT_TOLD:
                said = self._ask(cell)  # of one contact only; not kept
            elif key in self.decided:
                said = self.decided[key]
            else:
                said = self.decided[key] = self._ask(cell)
            if said is not None:
                found.append(
                    {**dict(zip(KEY, key, strict=True)), "severity": SEVERITY[said[0]], "said": self._number(said)}
                )
        return pa.Table.from_pylist(found, schema=DECISIONS)

    def _number(self, said: tuple[str, ...]) -> int:
        found = self._numbers.get(said)
        if found is None:
            found = self._numbers[said] = len(self.said)
            self.said.append(said)
        return found

    def _ask(self, cell: Cell) -> tuple[str, ...] | None:
        return said_of(*self.question(cell))

    def question(self, cell: Cell) -> tuple[Contact, OrderId, CompiledOrders, int]:
        """The contact that stands for a cell, the order, the papers it is asked with, and the moment."""
        place, ready = self._place(cell)
        contact = Contact(
            by_whom=PersonId(self.compiled.people.names[cell["who"]]),
            to=self._person(cell["whom"]),
            by=None if cell["channel"] == NOT_TOLD else CHANNELS[cell["channel"]],
            through=self._word(cell["through"]),
            about=self._word(cell["about"]),
            distance=None if math.isnan(cell["metres"]) else Distance(cell["metres"], Unit.METRES),
            at=place,
        )
        return contact, self.compiled.orders[cell["order"]].id, ready, cell["at"]

    def _person(self, number: int) -> PersonId | None:
        if number == NOBODY:
            return None
        return SOMEBODY if number == STRANGER else PersonId(self.compiled.people.names[number])

    def _word(self, number: int) -> str | None:
        return None if number == NO_WORD else self.words.names[number]

    def _place(self, cell: Cell) -> tuple[PlaceId | None, CompiledOrders]:
        ready = self.compiled.ready
        if cell["place"] == NOT_TOLD:
            return None, ready
        if cell["place"] != ELSEWHERE:
            return PlaceId(self.compiled.places.names[cell["place"]]), ready
        key = PlaceId(self.words.names[cell["word"]]) if cell["word"] > OTHER_WORD else SOMEWHERE
        if math.isnan(cell["latitude"]):
            return key, ready
        spot = Place(key, at=Position(cell["latitude"], cell["longitude"]))
        return key, with_place(ready, spot)

    # ---- what need not be looked at ---------------------------------------------------------------------------------

    def reaches(self, told: Sequence[tuple[int, int, int, bool]]) -> pa.Table:
        """Which classes can say anything but no of a contact with a stranger or with nobody, by channel.

        `told` are the channels, carriers and subjects that come up, and whether a place or a nearness comes with them;
        of those that do, nothing is said beforehand.
        """
        samples = self.compiled.samples
        if len(samples) * len(told) > WORTH_ASKING:
            rows = [{"cls": cls, "channels": -1} for cls in range(len(samples))]
            return pa.Table.from_pylist(rows, schema=REACHES)
        masks = dict.fromkeys(range(len(samples)), 0)
        for channel, through, about, open_ in told:
            for cls in masks:
                if open_ or self._says_anything(cls, channel, through, about):
                    masks[cls] |= 1 << (channel + 1)
        rows = [{"cls": cls, "channels": mask} for cls, mask in masks.items() if mask]
        return pa.Table.from_pylist(rows, schema=REACHES)

    def _says_anything(self, cls: int, channel: int, through: int, about: int) -> bool:
        key = (cls, channel, through, about)
        if key not in self._reaches:
            order, at = self.compiled.samples[cls]
            who = self.compiled.people.number(self.compiled.orders[order].restrained)
            told = {"who": who, "channel": channel, "through": through, "about": about, "order": order, "at": at}
            untold = {"place": NOT_TOLD, "metres": math.nan}
            self._reaches[key] = any(
                said_of(*self.question({**told, **untold, "whom": whom})) is not None for whom in (NOBODY, STRANGER)
            )
        return self._reaches[key]


def with_place(ready: CompiledOrders, place: Place) -> CompiledOrders:
    """The same orders, with one more place in the papers: that of a contact."""
    places = ChainMap({place.id: place}, ready.papers.places)  # type: ignore[arg-type]  # the papers' own are only read
    return replace(ready, papers=replace(ready.papers, places=places))


def said_of(contact: Contact, order_id: OrderId, ready: CompiledOrders, at: int) -> tuple[str, ...] | None:
    """What the core says of a contact and an order, as `columns.SAID` names it; None where it is a plain no."""
    order, moment = ready.papers.orders[order_id], asked_of(at)
    answer = assess_order(contact, order, ready, moment)
    if answer.prohibited is Answer.NO:
        return None
    found, _ = deciding_standing(order, ready, moment)
    terms = deciding_terms(contact, order, ready, moment)
    return (
        answer.prohibited.value,
        "; ".join(dict.fromkeys(f"{one.term + 1} {one.kind.value}" for one in terms)),
        found.in_force.value,
        found.enforceable.value,
        "served" if found.state.served else "noticed" if found.state.noticed else "unknown",
        _exception(answer),
        "; ".join(dict.fromkeys(reason.code.value for reason in answer.reasons)),
    )


def _exception(answer: OrderAnswer) -> str:
    said = [reason for reason in answer.reasons if reason.code in EXCEPTIONS]
    told = [f"{reason.code.value} {', '.join(_named(one) for one in reason.facts['exceptions'])}" for reason in said]
    return "; ".join(dict.fromkeys(told))


def _named(one: Exemption) -> str:
    """An exception as an order file writes it. Its place is not named: many orders share this text."""
    parts = {
        "errand": one.errand.value if one.errand else None,
        "about": one.about,
        "by": f"[{', '.join(sorted(one.by))}]" if one.by else None,
        "through": one.through,
        "at": ANY_WORD if one.at else None,
        "when": one.when,
    }
    return f"{{{', '.join(f'{name}: {said}' for name, said in parts.items() if said)}}}"
