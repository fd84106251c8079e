"""The sheet: what the orders say and mean, what to do, and what it rests on, in the order in which a reader asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stayaway.model import Answer, LawText, Order, OrderId, PersonId
from stayaway.reasoning.authority import Act, Role, RulingFinding, rulings
from stayaway.reasoning.governing import Governing, GoverningTerm
from stayaway.reasoning.guidance import Step, steps
from stayaway.reasoning.standing import Standing
from stayaway.wording.document import DocumentCode as Say
from stayaway.wording.face import FaceCode as Face

from .told import Teller

Data = dict[str, Any]

MOST_BESIDE = 4
"""With more reasons than this an order needs the whole width."""
MOST_WHOLE = 1500
"""An order told in fewer letters is kept on one page."""
OUTCOMES = {Answer.NO: Face.PUNISHED_NO, Answer.UNSURE: Face.PUNISHED_UNSURE}


def sheet(teller: Teller, found: Governing, only: OrderId | None = None, *, neutral: bool = False) -> Data:
    """Everything that the sheet shows, as plain data. `only`: it is about this one of several orders."""
    told = [teller.papers.orders[standing.order] for standing in found.standings]
    heading = teller.label(Say.SHEET) if only is None else teller.label(Say.SHEET_OF_ONE, order=only)
    shown: Data = {
        "lang": teller.language,
        "title": teller.label(Say.NEUTRAL_TITLE) if neutral else heading,
        "heading": heading,
        "reader": teller.label(Say.FOR_PERSON, person=teller.person),
        "as_of": teller.as_of(),
        "notice": teller.label(Face.NOTICE),
        "page": teller.label(Say.PAGE_OF, page="{page}", pages="{pages}"),
        "warning": "" if only is None else teller.label(Say.OTHERS_MAY_BE_STRICTER, order=only),
        "orders": [_order(teller, order, standing) for order, standing in zip(told, found.standings, strict=True)],
        "beside": len(told) == 2 and all(len(standing.reasons) <= MOST_BESIDE for standing in found.standings),
        "no_orders": "" if told else teller.label(Face.NO_ORDERS),
        "rules": list(_rules(teller, found)),
        "sections": [section for section in _sections(teller, found, only) if section["items"]],
    }
    # Last, for it lists what all the rest rests on.
    shown["sources"] = {"heading": teller.label(Face.SOURCES), "items": teller.sources()}
    return shown


def _order(teller: Teller, order: Order, standing: Standing) -> Data:
    facts = [
        (Say.LABEL_KIND, teller.named(order)),
        (Say.LABEL_COURT, teller.court(order)),
        (Say.LABEL_NUMBER, teller.show(order.case.number)),
        (Say.LABEL_AGAINST, teller.show(order.restrained)),
        (Say.LABEL_PROTECTS, teller.show(order.protects)),
        (Say.LABEL_MADE, teller.made(order)),
        (Say.LABEL_ENDS, teller.until(order, standing.ends, standing.in_force)),
    ]
    why = [teller.say(reason) for reason in standing.reasons]
    if standing.in_force is not Answer.NO and standing.enforceable is not Answer.YES:
        why.append(teller.label(OUTCOMES[standing.enforceable]))
        why += [teller.say(reason) for reason in standing.enforceable_reasons]
        why.append(teller.label(Face.FOLLOW_ALL_THE_SAME))
    return {
        "state": standing.in_force.value,
        "whole": sum(len(fact) for _, fact in facts) + sum(map(len, why)) < MOST_WHOLE,
        "heading": teller.label(Say.STATUS_AND_ORDER, status=teller.status(standing), order=order.id),
        "facts": [[teller.label(name), fact] for name, fact in (*facts, (Say.LABEL_WHY, " ".join(why)))],
    }


# ---- what is forbidden and required -----------------------------------------------------------------------------


def _rules(teller: Teller, found: Governing) -> Iterator[Data]:
    """One table for each person whom the orders restrain."""
    for restrained in dict.fromkeys(row.restrained for row in found.terms):
        yield _table(teller, restrained, [row for row in found.terms if row.restrained == restrained])


def _table(teller: Teller, restrained: PersonId, rows: list[GoverningTerm]) -> Data:
    """What binds one person. People for whom the same is said share a row."""
    merged: dict[tuple[str, str, str], dict[PersonId, None]] = {}
    for row in rows:
        until = teller.until(teller.papers.orders[row.controlled_by], row.until, row.in_force)
        merged.setdefault((teller.say(row.detail), _from(teller, row), until), {})[row.protected] = None
    protected = tuple(dict.fromkeys(row.protected for row in rows))
    everyone = all(len(people) == len(protected) for people in merged.values())
    toward = [] if everyone else [teller.label(Face.COLUMN_TOWARD)]
    return {
        "heading": _heading(teller, restrained, protected if everyone else ()),
        "columns": [
            teller.label(Face.COLUMN_RULE),
            *toward,
            teller.label(Face.COLUMN_ORDER),
            teller.label(Face.COLUMN_UNTIL),
        ],
        "rows": [
            [rule, *([] if everyone else [teller.show(tuple(people))]), order, until]
            for (rule, order, until), people in merged.items()
        ],
        "note": teller.label(Face.UNSURE_ROWS_COUNT) if any(row.in_force is Answer.UNSURE for row in rows) else "",
    }


def _heading(teller: Teller, restrained: PersonId, protected: tuple[PersonId, ...]) -> str:
    if restrained == teller.person:
        code = Say.RULES_FOR_YOU_TOWARD if protected else Say.RULES_FOR_YOU
        return teller.label(code, protected=protected)
    code = Face.RULES_TOWARD if protected else Face.RULES  # type: ignore[assignment]
    return teller.label(code, restrained=restrained, protected=protected)


def _from(teller: Teller, row: GoverningTerm) -> str:
    by = teller.show(row.controlled_by)
    return f"{by}, {teller.label(Face.ALSO_IN, orders=row.also_in)}" if row.also_in else by


# ---- the rest ---------------------------------------------------------------------------------------------------


def _sections(teller: Teller, found: Governing, only: OrderId | None) -> Iterator[Data]:
    def section(heading: Say | Face, items: list[str], *, numbered: bool = False) -> Data:
        return {"heading": teller.label(heading), "items": items, "numbered": numbered}

    if found.standings and not found.terms:
        yield section(Say.RULES_FOR_YOU, [teller.label(Face.NOTHING_GOVERNS)])
    yield section(Face.COLLISIONS, list(_collisions(teller, found)))
    changes = [teller.say(change.reason) for change in found.changes] or [teller.label(Say.NO_CHANGES)]
    yield section(Face.CHANGES_NEXT, changes if found.standings else [])
    yield section(Face.ENFORCED_FIRST, list(_enforced(teller, found)))
    yield section(Say.WHO_CHANGES, list(_who_changes(teller, found)))
    yield section(Say.TO_DO, list(_to_do(teller, only)), numbered=True)


def _collisions(teller: Teller, found: Governing) -> Iterator[str]:
    for one in found.collisions:
        yield " ".join(teller.say(reason) for reason in (one.reason, *one.why, one.advice))


def _enforced(teller: Teller, found: Governing) -> Iterator[str]:
    reasons = dict.fromkeys(teller.say(reason) for one in found.enforcement for reason in one.reasons)
    yield from reasons


def _who_changes(teller: Teller, found: Governing) -> Iterator[str]:
    """Of each order that may stand: the one court that can, and how either side may ask it."""
    for standing in found.standings:
        if standing.in_force is Answer.NO:
            continue
        order = teller.papers.orders[standing.order]
        said = [teller.label(Say.ONLY_THE_COURT, order=order.id, court=teller.court(order))]
        asks = [one for one in rulings(teller.papers, teller.book, teller.at, order.id) if one.act is Act.ASK_TO_END]
        for role in (Role.PROTECTED_PERSON, Role.RESTRAINED_PERSON):
            said += dict.fromkeys(_asking(teller, one) for one in asks if one.role is role)
        yield " ".join(said)


def _asking(teller: Teller, one: RulingFinding) -> str:
    said = [teller.say(reason) for reason in one.reasons[:1] if not _quotes(reason.facts.values())]
    return " ".join([*said, teller.say(one.path)] if one.path is not None else said)


def _quotes(facts: Any) -> bool:
    return any(isinstance(fact, LawText) for fact in facts)


def _to_do(teller: Teller, only: OrderId | None) -> Iterator[str]:
    for step in steps(teller.papers, teller.person, teller.book, teller.at):
        if only is None or step.order in (None, only):
            yield _step(teller, step)


def _step(teller: Teller, step: Step) -> str:
    said = teller.say(step.reason)
    if step.by is not None:
        said = f"{teller.label(Face.BY_DAY, day=step.by)} {said}"
    if step.order is not None and teller.show(step.order) not in said:
        said = f"{said} {teller.label(Face.ABOUT_ORDER, order=step.order)}"
    return said
