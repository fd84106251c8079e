"""Orders at a glance: those of some people in the cases that are open to an actor, with how they stand on the day.

Whoever a human being found to be the same person counts as that person: nobody is told that there is no order in force
against somebody whose order stands under another record of theirs.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from stayaway.model import Answer, CaseId, Kind, OrderId
from stayaway.registry.actors import Actor
from stayaway.registry.edition import edition
from stayaway.registry.retelling import Spans, spans_now
from stayaway.registry.sameness import SAME
from stayaway.registry.statements import Statement, among, rows_of

from .asking import OrderAtAGlance
from .opening import open_to

_FIRST = {Answer.YES: 0, Answer.UNSURE: 1, Answer.NO: 2}


@dataclass(frozen=True, slots=True)
class Glance:
    """What is shown of some people: their orders, and who of them is in an open case."""

    orders: dict[str, list[OrderAtAGlance]] = field(default_factory=dict)
    """By person: in force first. Also those of whoever a human being found to be the same person."""
    known: set[str] = field(default_factory=set)
    """Those who are in an open case themselves, with an order or without."""


FEW = 12
"""So many people at most are brought together with their orders, before anybody has judged who of them matches."""

_SHOWN = (
    "same.asked, t.person_id, c.id, c.number, c.kind, o.id, o.restrained_id, o.protects, o.instrument, o.stage,"
    " o.spans, o.law, o.time_zone, o.issued, o.served, o.ends, a.id, a.name, a.phone"
)
_ORDER, _LAW = 5, 11
"""Where in those rows the order is, and the edition that its spans were told under."""
_IN_CASES = (
    "same JOIN registry_party t ON t.person_id = same.person JOIN registry_caserow c ON c.id = t.case_id"
    " JOIN accounts_agency a ON a.id = c.keeper_id LEFT JOIN registry_orderrow o ON o.case_id = c.id"
)


def glance(actor: Actor, people: Collection[str], now: datetime) -> Glance:
    """The orders of some people in the cases that the actor may see."""
    if not people:
        return Glance()
    who, values = among("id", people)
    is_open, more = open_to(actor, now)
    same = SAME.format(people=f"SELECT id FROM registry_personrow WHERE {who}")
    text = f"WITH RECURSIVE {same} SELECT {_SHOWN} FROM {_IN_CASES} WHERE c.id IN ({is_open})"
    return read_glance(rows_of(text, [*values, *more]), now)


def beside(people: Statement, is_open: Statement, columns: Sequence[str]) -> Statement:
    """A statement that brings `columns` of people, the first of them `id`, with the rows of `read_glance` beside each.

    Where these are more than `FEW`, or for whoever has no case that is open, there is nothing beside them.
    """
    text, values = people
    # The number stands there as it is: the database has to know before how few there are, or it reads whole tables.
    few = f"SELECT id FROM found WHERE (SELECT COUNT(*) FROM found) <= {FEW} LIMIT {FEW}"
    return (
        f"WITH RECURSIVE found AS MATERIALIZED ({text}), {SAME.format(people=few)}"
        f" SELECT {', '.join(f'found.{one}' for one in columns)}, {_SHOWN}"
        f" FROM found LEFT JOIN ({_IN_CASES}) ON same.asked = found.id AND c.id IN ({is_open[0]})",
        [*values, *is_open[1]],
    )


def read_glance(rows: Iterable[Sequence[Any]], now: datetime) -> Glance:
    """What some rows of such a statement tell. How an order stands is told by the law and rules of this release."""
    rows = list(rows)
    found = Glance()
    orders: dict[str, dict[str, OrderAtAGlance]] = {}
    outdated = {row[2] for row in rows if row[_ORDER] is not None and row[_LAW] != edition()}
    anew = spans_now(outdated) if outdated else {}
    for asked, person, case, *row in rows:
        found.known.add(person)
        order, restrained, protects = row[2:5]
        if order is not None and (restrained == person or person in _read(protects)):
            mine = orders.setdefault(asked, {})
            if order not in mine or restrained == person:
                mine[order] = _order(case, row, anew.get(order), is_restrained=restrained == person, now=now)
    for asked, theirs in orders.items():
        found.orders[asked] = sorted(
            theirs.values(), key=lambda one: (_FIRST[one.in_force], not one.is_restrained, one.order)
        )
    return found


def standing_on(spans: Sequence[Sequence[str | None]], day: date) -> tuple[Answer, Answer]:
    """Whether an order is in force and enforceable on a day, as its row's spans tell. Outside of them: neither."""
    asked = day.isoformat()
    for first, last, in_force, enforceable in spans:
        if str(first) <= asked and (last is None or asked <= last):
            return Answer(str(in_force)), Answer(str(enforceable))
    return Answer.NO, Answer.NO


def _order(case: str, row: Sequence[Any], anew: Spans | None, *, is_restrained: bool, now: datetime) -> OrderAtAGlance:
    """An order as its row tells it; `anew`: how it stands, where the row was told under other law."""
    number, kind, order, _, _, instrument, stage, spans, _, zone, issued, served, ends, keeper, name, phone = row
    in_force, enforceable = standing_on(_read(spans) if anew is None else anew, now.astimezone(_zone(zone)).date())
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
