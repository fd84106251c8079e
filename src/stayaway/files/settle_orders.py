"""Orders of a file, and whether what each says of itself can be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from stayaway.model import (
    UTC,
    Answer,
    Case,
    CaseId,
    CivilCase,
    Claim,
    CriminalCase,
    Findings,
    Moment,
    Order,
    OrderEntry,
    OrderEvent,
    OrderId,
    PersonId,
    day_in,
)

from .codes import FileCode
from .reading import Reading
from .settle_cases import NOBODY_DAY
from .settle_instrument import settled
from .settle_lengths import check_lengths
from .settle_terms import settled_terms
from .shape import FileShape, FindingsShape, OrderEntryShape, OrderShape
from .where import Loc

LENGTHENING = frozenset({OrderEvent.RENEWED, OrderEvent.EXTENDED})
MAY_COME_FIRST = frozenset({OrderEvent.ISSUED, OrderEvent.HEARING_SET})
"""A hearing about an order can be set before the order is made."""


def settled_orders(file: FileShape, cases: Mapping[str, Case], reading: Reading) -> dict[str, Order]:
    """The orders by id."""
    orders = {}
    for name, shape in (file.orders or {}).items():
        order = _order(name, shape or OrderShape(), cases, reading, ("orders", name))
        if order is not None:
            orders[name] = order
    return orders


def _order(name: str, shape: OrderShape, cases: Mapping[str, Case], reading: Reading, loc: Loc) -> Order | None:
    reading.needs(shape, loc)
    reading.has_case(shape.case, (*loc, "case"))
    case = cases.get(shape.case) if shape.case is not None else None
    zone = case.time_zone if case is not None else UTC
    restrained = reading.person(shape.restrained, (*loc, "restrained"))
    protects = reading.persons(shape.protects, (*loc, "protects"))
    if restrained is not None:
        _right_person(restrained, shape, case, reading, loc)
    instrument, stage = settled(shape, case, reading, loc)
    issued = reading.instant(shape.issued, zone, (*loc, "issued"))
    terms = settled_terms(shape.terms, restrained, reading, (*loc, "terms"))
    docket = tuple(
        _entry(entry, restrained, zone, reading, (*loc, "docket", index))
        for index, entry in enumerate(shape.docket)
        if entry is not None
    )
    dated = _dated(shape, docket, loc)
    made = _in_order(shape, issued, dated, zone, reading, loc)
    check_lengths(shape.expires, dated, made, case, zone, reading)
    claims = _claims(shape, zone, reading, loc)
    if case is None or restrained is None:
        return None
    return Order(
        id=OrderId(name),
        case=case,
        restrained=restrained,
        protects=protects,
        stage=stage,
        instrument=instrument,
        issued=issued,
        expires=shape.expires,
        until=shape.until,
        terms=terms,
        docket=docket,
        relationship=shape.relationship,
        findings=_findings(shape.findings),
        claims=claims,
    )


def _right_person(restrained: PersonId, shape: OrderShape, case: Case | None, reading: Reading, loc: Loc) -> None:
    """Whom an order can restrain: the defendant, or a party of the civil case; never whom it protects."""
    for index, name in enumerate(shape.protects):
        if name == restrained:
            reading.fault(FileCode.RESTRAINED_PROTECTED, (*loc, "protects", index))
    at = (*loc, "restrained")
    if isinstance(case, CriminalCase) and case.defendant is not None and restrained != case.defendant:
        reading.fault(FileCode.RESTRAINED_NOT_DEFENDANT, at, near=case.defendant, case=CaseId(case.id))
    if isinstance(case, CivilCase) and len(case.parties) > 1 and restrained not in case.parties:
        reading.fault(FileCode.RESTRAINED_NOT_PARTY, at, wanted=case.parties, case=CaseId(case.id))


def _entry(
    shape: OrderEntryShape, restrained: PersonId | None, zone: ZoneInfo, reading: Reading, loc: Loc
) -> OrderEntry:
    reading.needs(shape, loc)
    if shape.entry in LENGTHENING and shape.until is None and not reading.refused((*loc, "until")):
        reading.fault(FileCode.UNTIL_MISSING, loc, read=str(shape.entry))
    return OrderEntry(
        event=shape.entry or OrderEvent.ISSUED,
        on=reading.instant(shape.on, zone, (*loc, "on")) or NOBODY_DAY,
        until=shape.until,
        hearing=reading.instant(shape.hearing, zone, (*loc, "hearing")),
        court=shape.court,
        terms=settled_terms(shape.terms, restrained, reading, (*loc, "terms")),
        note=shape.note,
    )


def _dated(shape: OrderShape, docket: tuple[OrderEntry, ...], loc: Loc) -> list[tuple[OrderEntry, Loc]]:
    """The entries that say what happened and when, each with its place."""
    places = ((index, written) for index, written in enumerate(shape.docket) if written is not None)
    return [
        (entry, (*loc, "docket", index))
        for (index, written), entry in zip(places, docket, strict=True)
        if written.on is not None and written.entry is not None
    ]


def _in_order(
    shape: OrderShape,
    issued: Moment | None,
    dated: list[tuple[OrderEntry, Loc]],
    zone: ZoneInfo,
    reading: Reading,
    loc: Loc,
) -> date | None:
    """Nothing happens to an order before it is made, and it does not end before it starts. The day it was made."""
    made = [(entry.on, at) for entry, at in dated if entry.event is OrderEvent.ISSUED]
    if issued is not None and made and all(_differ(issued, on, zone) for on, _ in made):
        for _, at in made:
            reading.fault(FileCode.ISSUED_DISAGREE, (*at, "on"), issued=day_in(issued, zone))
    if issued is None and made:
        issued = min((on for on, _ in made), key=lambda moment: day_in(moment, zone))
    if issued is None:
        return None
    start = day_in(issued, zone)
    if isinstance(shape.expires, date) and shape.expires < start:
        reading.fault(FileCode.ENDS_BEFORE_ISSUE, (*loc, "expires"), issued=start)
    for entry, at in dated:
        if entry.event not in MAY_COME_FIRST and _precedes(entry.on, issued, zone):
            reading.fault(FileCode.ENTRY_BEFORE_ISSUE, (*at, "on"), event=entry.event, issued=start)
        if isinstance(entry.until, date) and entry.until < start:
            reading.fault(FileCode.ENDS_BEFORE_ISSUE, (*at, "until"), issued=start)
    return start


def _differ(one: Moment, other: Moment, zone: ZoneInfo) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one != other
    return day_in(one, zone) != day_in(other, zone)


def _precedes(one: Moment, other: Moment, zone: ZoneInfo) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_in(one, zone) < day_in(other, zone)


def _findings(shape: FindingsShape | None) -> Findings:
    if shape is None:
        return Findings()
    return Findings(
        heard=shape.heard or Answer.UNSURE,
        credible_threat=shape.credible_threat or Answer.UNSURE,
        forbids_force=shape.forbids_force or Answer.UNSURE,
    )


def _claims(shape: OrderShape, zone: ZoneInfo, reading: Reading, loc: Loc) -> tuple[Claim, ...]:
    claims = []
    for index, claim in enumerate(shape.claims):
        if claim is not None:
            at = (*loc, "claims", index)
            reading.needs(claim, at)
            on = reading.instant(claim.on, zone, (*at, "on"))
            claims.append(Claim(claim.status or "", claim.by or "", on))
    return tuple(claims)
