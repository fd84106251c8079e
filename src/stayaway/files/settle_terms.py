"""Terms of an order, from their shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from stayaway.model import (
    EVERY_CHANNEL,
    Channel,
    Custody,
    Exchange,
    Exemption,
    MoveOut,
    NoAbuse,
    NoContact,
    Other,
    PaySupport,
    PersonId,
    StayAway,
    SurrenderFirearms,
    Term,
)

from .codes import FileCode
from .reading import Reading
from .shape_terms import (
    CustodyShape,
    ExceptionShape,
    ExchangeShape,
    FirearmsShape,
    MoveOutShape,
    NoAbuseShape,
    NoContactShape,
    StayAwayShape,
    SupportShape,
    TermShape,
)
from .where import Loc


def settled_terms(
    shapes: tuple[TermShape | None, ...], restrained: str | None, reading: Reading, loc: Loc
) -> tuple[Term, ...] | None:
    """The terms of a list; None where none is written down, which is *not known* and not *none*."""
    settler = _Settler(reading, restrained)
    found = (settler.term(shape, (*loc, index)) for index, shape in enumerate(shapes) if shape is not None)
    return tuple(term for term in found if term is not None) or None


@dataclass(frozen=True)
class _Settler:
    reading: Reading
    restrained: str | None

    def term(self, shape: TermShape, loc: Loc) -> Term | None:
        for name in type(shape).model_fields:
            options = getattr(shape, name)
            if options is not None:
                return (
                    Other(options) if isinstance(options, str) else _SETTLE[type(options)](self, options, (*loc, name))
                )
        return None

    def no_abuse(self, shape: NoAbuseShape, loc: Loc) -> Term:
        return NoAbuse(self._toward(shape.toward, loc))

    def no_contact(self, shape: NoContactShape, loc: Loc) -> Term:
        ways = self._ways(shape.by, loc)
        exemptions = self._exemptions(shape.exemptions, loc)
        return NoContact(self._toward(shape.toward, loc), EVERY_CHANNEL if ways is None else ways, exemptions)

    def stay_away(self, shape: StayAwayShape, loc: Loc) -> Term:
        at = (*loc, "from")
        self.reading.not_empty(at)
        found = [self.reading.person_or_place(name, (*at, index)) for index, name in enumerate(shape.away_from)]
        for index, name in enumerate(found):
            self._not_from_self(name, (*at, index))
        away_from = tuple(name for name in found if name is not None)
        return StayAway(away_from, shape.distance, self._exemptions(shape.exemptions, loc))

    def move_out(self, shape: MoveOutShape, loc: Loc) -> Term:
        return MoveOut(self.reading.place(shape.of, (*loc, "of")))

    def surrender_firearms(self, shape: FirearmsShape, loc: Loc) -> Term:
        return SurrenderFirearms(shape.note)

    def pay_support(self, shape: SupportShape, loc: Loc) -> Term:
        return PaySupport(shape.note)

    def custody(self, shape: CustodyShape, loc: Loc) -> Term:
        return Custody(self.reading.person(shape.to, (*loc, "to")), shape.note)

    def exchange(self, shape: ExchangeShape, loc: Loc) -> Term:
        if (shape.allowed is not None and shape.required is shape.allowed) or (
            shape.allowed is False and shape.required is None
        ):
            self.reading.fault(FileCode.EXCHANGE_BOTH, (*loc, "allowed"))
        place = self._place(shape, loc)
        return Exchange(place, shape.when, bool(shape.required), self._ways(shape.by, loc))

    def _exemptions(self, shapes: tuple[ExceptionShape | None, ...], loc: Loc) -> tuple[Exemption, ...]:
        return tuple(
            self._exemption(shape, (*loc, "except", index)) for index, shape in enumerate(shapes) if shape is not None
        )

    def _exemption(self, shape: ExceptionShape, loc: Loc) -> Exemption:
        ways = self._ways(shape.by, loc)
        found = Exemption(shape.errand, shape.about, ways, shape.through, self._place(shape, loc), shape.when)
        # An exception to everything would take the ban away.
        if found == Exemption() and not self.reading.ledger.has_below(self.reading.where.path(loc)):
            self.reading.fault(FileCode.EMPTY_EXCEPTION, loc)
        return found

    def _place(self, shape: ExceptionShape | ExchangeShape, loc: Loc) -> Any:
        if shape.at is not None and shape.place is not None:
            self.reading.fault(FileCode.TWO_NAMES, (*loc, "place"), at_key=True, other="at")
        key = "at" if shape.at is not None else "place"
        return self.reading.place(shape.at or shape.place, (*loc, key))

    def _toward(self, names: tuple[str | None, ...], loc: Loc) -> tuple[PersonId, ...] | None:
        at = (*loc, "toward")
        self.reading.not_empty(at)
        found = self.reading.persons(names, at)
        for index, name in enumerate(names):
            self._not_from_self(name, (*at, index))
        return found or None

    def _ways(self, ways: tuple[Channel | None, ...], loc: Loc) -> frozenset[Channel] | None:
        self.reading.not_empty((*loc, "by"))
        return frozenset(way for way in ways if way is not None) or None

    def _not_from_self(self, name: str | None, loc: Loc) -> None:
        if name is not None and name == self.restrained:
            self.reading.fault(FileCode.RESTRAINED_FROM_SELF, loc)


_SETTLE: Mapping[type[Any], Callable[[_Settler, Any, Loc], Term]] = {
    NoAbuseShape: _Settler.no_abuse,
    NoContactShape: _Settler.no_contact,
    StayAwayShape: _Settler.stay_away,
    MoveOutShape: _Settler.move_out,
    FirearmsShape: _Settler.surrender_firearms,
    SupportShape: _Settler.pay_support,
    CustodyShape: _Settler.custody,
    ExchangeShape: _Settler.exchange,
}
