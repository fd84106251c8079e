"""Which order is enforced first when two differ. What to obey never depends on it: obey every order.

The rule is data of the place with its citation: a ladder, the strictest, both; or the law is silent, or not known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.law.schema import BothOrdersRule, Rung
from stayaway.model import (
    EVERY_CHANNEL,
    Answer,
    CriminalCase,
    Exemption,
    Kind,
    LawText,
    Order,
    OrderId,
    PersonId,
    Reason,
    TermKind,
    because,
    day_in,
    issue_of,
)

from .codes.governing import GoverningCode as Code
from .prohibitions import Prohibition, covers

if TYPE_CHECKING:
    from .governing import LiveOrder


@dataclass(frozen=True, slots=True)
class Enforcement:
    """What is enforced first between two people. `first` None: no single order comes first, or it is not known.

    `known` is *unsure* where the law of the place is silent or not known.
    """

    restrained: PersonId
    protected: PersonId
    rule: BothOrdersRule
    first: OrderId | None
    known: Answer
    reasons: tuple[Reason, ...]


def enforced_first(live: tuple[LiveOrder, ...], book: LawBook) -> tuple[Enforcement, ...]:
    """For each pair of people under several orders: which order is enforced first, by the law of the place."""
    pairs = dict.fromkeys((one.order.restrained, person) for one in live for person in one.order.protects)
    found = []
    for restrained, protected in pairs:
        between = [o for o in live if o.order.restrained == restrained and protected in o.order.protects]
        if len(between) > 1:
            found.append(_between(restrained, protected, between, book))
    return tuple(found)


def _between(restrained: PersonId, protected: PersonId, orders: list[LiveOrder], book: LawBook) -> Enforcement:
    places = {one.order.case.jurisdiction for one in orders}
    if len(places) > 1:
        why = (because(Code.ENFORCED_PLACES_DIFFER), because(Code.OBEY_ALL))
        return Enforcement(restrained, protected, BothOrdersRule.UNKNOWN, None, Answer.UNSURE, why)
    law = book.of(places.pop())
    first, known, reason = _by_rule(orders, law)
    reasons = (reason, because(Code.OBEY_ALL))
    return Enforcement(restrained, protected, law.both_orders.rule, first, known, reasons)


def _by_rule(orders: list[LiveOrder], law: PlaceLaw) -> tuple[OrderId | None, Answer, Reason]:
    rule = law.both_orders
    told = {"place": law.name, "detail": LawText(rule.detail or "")}
    match rule.rule:
        case BothOrdersRule.MOST_RESTRICTIVE:
            return None, Answer.YES, because(Code.ENFORCED_STRICTEST, rule.authority, **told)
        case BothOrdersRule.BOTH_ENFORCED:
            return None, Answer.YES, because(Code.ENFORCED_BOTH, rule.authority, **told)
        case BothOrdersRule.CRIMINAL_FIRST:
            return _by_ladder(orders, (Rung(kind=Kind.CRIMINAL), Rung(pick="latest")), law)
        case BothOrdersRule.LAST_ISSUED:
            return _by_ladder(orders, (Rung(pick="latest"),), law)
        case BothOrdersRule.STATUTORY_LADDER:
            return _by_ladder(orders, rule.ladder, law)
        case BothOrdersRule.SILENT:
            return None, Answer.UNSURE, because(Code.ENFORCED_SILENT, rule.authority, **told)
        case BothOrdersRule.UNKNOWN:
            code = Code.ENFORCED_UNKNOWN if law.known else Code.ENFORCED_PLACE_UNKNOWN
            return None, Answer.UNSURE, because(code, rule.authority, **told)


def _by_ladder(
    orders: list[LiveOrder], ladder: tuple[Rung, ...], law: PlaceLaw
) -> tuple[OrderId | None, Answer, Reason]:
    """Each rung keeps the orders that fit, where any do, until one is left."""
    rule = law.both_orders
    told = {"place": law.name, "detail": LawText(rule.detail or "")}
    left = orders
    for rung in ladder:
        left = _on_rung(left, rung) or left
        if len(left) == 1:
            first = left[0].order.id
            return first, Answer.YES, because(Code.ENFORCED_FIRST, rule.authority, **told, order=first)
    return None, Answer.UNSURE, because(Code.ENFORCED_LADDER_OPEN, rule.authority, **told)


def _on_rung(orders: list[LiveOrder], rung: Rung) -> list[LiveOrder]:
    if rung.when == "both_kinds" and len({one.order.kind for one in orders}) < 2:
        return []
    tests: list[Callable[[LiveOrder], bool]] = []
    if rung.kind is not None:
        tests.append(lambda one: one.order.kind is rung.kind)
    if rung.stage is not None:
        tests.append(lambda one: one.order.stage is rung.stage)
    if rung.instruments:
        tests.append(lambda one: one.order.instrument in rung.instruments)
    if rung.if_charge is not None:
        tests.append(lambda one: _charged_with(one.order, rung.if_charge or ()))
    if rung.term is not None:
        tests.append(lambda one: _has_term(one, rung.term, unqualified=rung.unqualified))
    if rung.when == "more_restrictive":
        tests.append(lambda one: all(_stricter(one, other) for other in orders if other is not one))
    fit = [one for one in orders if all(test(one) for test in tests)]
    return _latest(fit) if rung.pick == "latest" else fit


def _charged_with(order: Order, categories: tuple[str, ...]) -> bool:
    charge = order.case.charge if isinstance(order.case, CriminalCase) else None
    return charge is not None and charge.category in categories


def _has_term(one: LiveOrder, kind: TermKind | None, *, unqualified: bool) -> bool:
    """Whether an order has this term; unqualified: on every channel, and excepting only lawyers, court and service."""
    return any(
        not unqualified or (p.channels >= EVERY_CHANNEL and _only_errands(p))
        for p in one.prohibitions or ()
        if p.kind is kind
    )


def _only_errands(prohibition: Prohibition) -> bool:
    return all(exemption == Exemption(errand=exemption.errand) for exemption in prohibition.exemptions)


def _stricter(one: LiveOrder, other: LiveOrder) -> bool:
    """Whether one order forbids all that the other forbids, and more."""
    if one.prohibitions is None or other.prohibitions is None:
        return False
    mine, theirs = one.prohibitions, other.prohibitions
    covered = all(any(covers(a, b) for a in mine) for b in theirs)
    return covered and not all(any(covers(b, a) for b in theirs) for a in mine)


def _latest(orders: list[LiveOrder]) -> list[LiveOrder]:
    made = [(issue_of(one.order), one) for one in orders]
    dated = [(day_in(moment, one.order.case.time_zone), one) for moment, one in made if moment is not None]
    if len(dated) < len(orders) or not dated:
        return []
    newest = max(day for day, _ in dated)
    return [one for day, one in dated if day == newest]
