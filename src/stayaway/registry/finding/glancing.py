"""Orders at a glance: those of some people in the cases that are open to an actor, with how they stand on the day."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from stayaway.model import Answer, CaseId, Kind, OrderId
from stayaway.registry.actors import Actor
from stayaway.registry.statements import among, rows_of

from .asking import OrderAtAGlance
from .opening import open_to

_FIRST = {Answer.YES: 0, Answer.UNSURE: 1, Answer.NO: 2}


@dataclass(frozen=True, slots=True)
class Glance:
    """What is shown of some people: their orders, and the cases of which these are."""

    orders: dict[str, list[OrderAtAGlance]] = field(default_factory=dict)
    """By person: in force first. A person in an open case without an order has none, but is here."""
    cases: set[str] = field(default_factory=set)


def glance(actor: Actor, people: Collection[str], now: datetime) -> Glance:
    """The orders of some people in the cases that the actor may see; people without such a case are left out."""
    if not people:
        return Glance()
    who, values = among("t.person_id", people)
    is_open, more = open_to(actor, now)
    found = Glance()
    for row in rows_of(
        "SELECT t.person_id, c.id, c.number, c.kind, o.id, o.restrained_id, o.protects, o.instrument, o.stage,"
        " o.spans, o.time_zone, o.issued, o.served, o.ends, a.id, a.name, a.phone"
        " FROM registry_party t JOIN registry_caserow c ON c.id = t.case_id"
        " JOIN accounts_agency a ON a.id = c.keeper_id"
        f" LEFT JOIN registry_orderrow o ON o.case_id = c.id WHERE {who} AND c.id IN ({is_open})",
        [*values, *more],
    ):
        person, case, order, restrained, protects = row[0], row[1], row[4], row[5], row[6]
        mine = found.orders.setdefault(person, [])
        if order is not None and (restrained == person or person in _read(protects)):
            found.cases.add(case)
            mine.append(_order(row, is_restrained=restrained == person, now=now))
    for orders in found.orders.values():
        orders.sort(key=lambda one: (_FIRST[one.in_force], not one.is_restrained, one.order))
    return found


def standing_on(spans: Sequence[Sequence[str | None]], day: date) -> tuple[Answer, Answer]:
    """Whether an order is in force and enforceable on a day, as its row's spans tell. Outside of them: neither."""
    asked = day.isoformat()
    for first, last, in_force, enforceable in spans:
        if str(first) <= asked and (last is None or asked <= last):
            return Answer(str(in_force)), Answer(str(enforceable))
    return Answer.NO, Answer.NO


def _order(row: Sequence[Any], *, is_restrained: bool, now: datetime) -> OrderAtAGlance:
    _, case, number, kind, order, _, _, instrument, stage, spans, zone, issued, served, ends, keeper, name, phone = row
    in_force, enforceable = standing_on(_read(spans), now.astimezone(_zone(zone)).date())
    return OrderAtAGlance(
        order=OrderId(order),
        case=CaseId(case),
        number=number,
        kind=Kind(kind),
        instrument=instrument,
        stage=stage,
        is_restrained=is_restrained,
        in_force=in_force,
        enforceable=enforceable,
        issued=issued,
        served=served,
        ends=ends,
        keeper=keeper,
        keeper_name=name,
        keeper_phone=phone,
    )


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _read(value: Any) -> Any:
    """What a column of JSON holds: the databases bring it as text."""
    return json.loads(value) if isinstance(value, str) else value
