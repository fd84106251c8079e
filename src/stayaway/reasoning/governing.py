"""What governs when there are several orders: all terms of all orders that may be in force, the strictest controlling.

For each protected person every term stands in one row: what it says, which order controls it, which others have it
too, and until when (G2, G3). What to *obey* is every row. What is *enforced first* is another question
(`enforcement.py`), and so is where one order requires what another forbids (`collisions.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from stayaway.law.book import LawBook
from stayaway.model import (
    EVERY_CHANNEL,
    Answer,
    AsOf,
    Channel,
    Custody,
    End,
    Exchange,
    Exemption,
    MoveOut,
    Never,
    Order,
    OrderId,
    Other,
    Papers,
    PaySupport,
    PersonId,
    Reason,
    SurrenderFirearms,
    Term,
    TermKind,
    because,
)

from .changes import Change, Span, changes_ahead, timeline
from .codes.governing import GoverningCode as Code
from .collisions import Collision, collisions_between
from .conduct import CompiledOrders, compile_orders
from .enforcement import Enforcement, enforced_first
from .prohibitions import Duty, Prohibition, covers, duties_of, granted_by_every
from .standing import Standing

KINDS = tuple(TermKind)


@dataclass(frozen=True, slots=True)
class GoverningTerm:
    """One row: what binds one person toward another, and where it comes from.

    `term` None: an order may be in force whose terms are not known. `until` None: no day is known. `in_force` is the
    standing of the controlling order; *unsure* counts as in force.
    """

    restrained: PersonId
    protected: PersonId
    term: TermKind | None
    detail: Reason
    controlled_by: OrderId
    also_in: tuple[OrderId, ...]
    until: End | None
    in_force: Answer


@dataclass(frozen=True, slots=True)
class Governing:
    """The standing of every order, the terms that govern, where they collide, and what changes next."""

    standings: tuple[Standing, ...]
    terms: tuple[GoverningTerm, ...]
    collisions: tuple[Collision, ...]
    changes: tuple[Change, ...]
    timeline: tuple[Span, ...]
    enforcement: tuple[Enforcement, ...]


@dataclass(frozen=True, slots=True)
class LiveOrder:
    """An order that is or may be in force, with what it forbids and requires. None: its terms are not known."""

    order: Order
    standing: Standing
    prohibitions: tuple[Prohibition, ...] | None
    duties: tuple[Duty, ...]
    place: int = field(default=0)

    @property
    def rank(self) -> tuple[int, int, int]:
        """Which of two orders that say the same is named first: the surer one, the one that lasts longer."""
        sure = 0 if self.standing.in_force is Answer.YES else 1
        return (sure, -_lasting(self.standing.ends), self.place)


def governing_terms(papers: Papers, book: LawBook, at: AsOf) -> Governing:
    """What governs at a moment?

    >>> from stayaway.law.load import law_book
    >>> from stayaway.model import UTC, CaseId, CivilCase, NoContact
    >>> case = CivilCase(CaseId("family"), None, UTC)
    >>> order = Order(OrderId("civil"), case, PersonId("dan"), (PersonId("rosa"),), issued=date(2024, 3, 1),
    ...     expires=date(2025, 3, 1), terms=(NoContact(),))
    >>> found = governing_terms(Papers({}, {}, {case.id: case}, {order.id: order}), law_book(), AsOf(date(2024, 5, 1)))
    >>> [(row.term.value, row.controlled_by) for row in found.terms]
    [('no_contact', 'civil')]
    """
    compiled = compile_orders(papers, book)
    standings = tuple(compiled.standing_of(order, at) for order in papers.orders.values())
    live = live_orders(compiled, at)
    return Governing(
        standings=standings,
        terms=tuple(_rows(live)),
        collisions=collisions_between(live, papers),
        changes=changes_ahead(papers, standings, book, at),
        timeline=timeline(compiled),
        enforcement=enforced_first(live, book),
    )


def live_orders(compiled: CompiledOrders, at: AsOf) -> tuple[LiveOrder, ...]:
    """The orders that are or may be in force at a moment, in the order of the papers."""
    found = []
    for place, order in enumerate(compiled.papers.orders.values()):
        standing = compiled.standing_of(order, at)
        if standing.in_force is not Answer.NO:
            duties = duties_of(order, standing.state.terms or ())
            found.append(LiveOrder(order, standing, compiled.prohibitions_of(order, standing), duties, place))
    return tuple(found)


def _lasting(end: End | None) -> int:
    """How long an order lasts, for comparing. An end that is not known may be any, so it counts as long."""
    if end is Never.NEVER:
        return date.max.toordinal() + 1
    return date.max.toordinal() if end is None else end.toordinal()


def _rows(live: tuple[LiveOrder, ...]) -> Iterator[GoverningTerm]:
    pairs = dict.fromkeys((one.order.restrained, person) for one in live for person in one.order.protects)
    for restrained, protected in pairs:
        between = [o for o in live if o.order.restrained == restrained and protected in o.order.protects]
        rows = [*_unknown_terms(between, restrained, protected), *_forbidden(between, restrained, protected)]
        rows += _required(between, restrained, protected)
        yield from sorted(rows, key=lambda row: -1 if row.term is None else KINDS.index(row.term))


def _row(
    pair: tuple[PersonId, PersonId], kind: TermKind | None, detail: Reason, by: LiveOrder, others: Iterable[LiveOrder]
) -> GoverningTerm:
    also = dict.fromkeys(other.order.id for other in sorted(others, key=lambda o: o.place))
    also.pop(by.order.id, None)
    return GoverningTerm(*pair, kind, detail, by.order.id, tuple(also), by.standing.ends, by.standing.in_force)


def _unknown_terms(between: list[LiveOrder], restrained: PersonId, protected: PersonId) -> Iterator[GoverningTerm]:
    for one in between:
        if one.prohibitions is None:
            detail = because(Code.TERMS_UNKNOWN, order=one.order.id)
            yield _row((restrained, protected), None, detail, one, ())


# ---- what is forbidden ------------------------------------------------------------------------------------------

Held = tuple[LiveOrder, Prohibition]


def _forbidden(between: list[LiveOrder], restrained: PersonId, protected: PersonId) -> Iterator[GoverningTerm]:
    held = [(one, p) for one in between for p in one.prohibitions or () if protected in p.toward]
    pair = (restrained, protected)
    yield from _no_contact(pair, [(one, p) for one, p in held if p.kind is TermKind.NO_CONTACT])
    abuse = [one for one, p in held if p.kind is TermKind.NO_ABUSE]
    if abuse:
        yield _row(pair, TermKind.NO_ABUSE, because(Code.NO_ABUSE), min(abuse, key=lambda o: o.rank), abuse)
    near = [(one, p) for one, p in held if p.kind is TermKind.STAY_AWAY]
    for target in dict.fromkeys(p.near for _, p in near):
        yield from _stay_away(pair, [(one, p) for one, p in near if p.near == target])


def _no_contact(pair: tuple[PersonId, PersonId], held: list[Held]) -> Iterator[GoverningTerm]:
    """Channel by channel the strictest order controls; channels with one controlling term share a row."""
    groups: dict[tuple[int, int, frozenset[Exemption] | None], list[Channel]] = {}
    chosen: dict[tuple[int, int, frozenset[Exemption] | None], Held] = {}
    for channel in Channel:
        forbidding = [(one, p) for one, p in held if channel in p.channels]
        if not forbidding:
            continue
        surviving = granted_by_every(_exempt(p, channel) for _, p in forbidding)
        exact = [(one, p) for one, p in forbidding if _exempt(p, channel) == surviving]
        by = min(exact or forbidding, key=lambda h: (len(_exempt(h[1], channel)) if not exact else 0, h[0].rank))
        key = (by[0].place, by[1].term, None if exact else surviving)
        groups.setdefault(key, []).append(channel)
        chosen[key] = by
    for key, channels in groups.items():
        one, prohibition = chosen[key]
        survivors = key[2] if key[2] is not None else prohibition.exemptions
        shown = tuple(e for e in sorted(survivors, key=repr) if e.by is None or e.by & set(channels))
        others = [o for o, p in held if p.channels & set(channels)]
        yield _row(pair, TermKind.NO_CONTACT, _contact_detail(channels, shown), one, others)


def _exempt(prohibition: Prohibition, channel: Channel) -> frozenset[Exemption]:
    return frozenset(e for e in prohibition.exemptions if e.by is None or channel in e.by)


def _contact_detail(channels: list[Channel], exceptions: tuple[Exemption, ...]) -> Reason:
    every = frozenset(channels) == EVERY_CHANNEL
    if every:
        if exceptions:
            return because(Code.NO_CONTACT_EXCEPT, exceptions=exceptions)
        return because(Code.NO_CONTACT)
    if exceptions:
        return because(Code.NO_CONTACT_BY_EXCEPT, channels=tuple(channels), exceptions=exceptions)
    return because(Code.NO_CONTACT_BY, channels=tuple(channels))


def _stay_away(pair: tuple[PersonId, PersonId], held: list[Held]) -> Iterator[GoverningTerm]:
    """The widest distance controls. A distance that another order keeps with fewer exceptions has its own row."""
    shown: list[Held] = []
    for one, prohibition in sorted(held, key=lambda h: h[0].rank):
        if any(covers(other, prohibition) for _, other in shown):
            continue
        shown = [h for h in shown if not covers(prohibition, h[1])]
        shown.append((one, prohibition))
    for one, prohibition in shown:
        facts = {"place": prohibition.near, "distance": prohibition.distance}
        exceptions = tuple(sorted(prohibition.exemptions, key=repr))
        if prohibition.distance is None:
            code = Code.STAY_AWAY_EXCEPT if exceptions else Code.STAY_AWAY
        else:
            code = Code.STAY_AWAY_DISTANCE_EXCEPT if exceptions else Code.STAY_AWAY_DISTANCE
        detail = because(code, **facts, exceptions=exceptions)
        yield _row(pair, TermKind.STAY_AWAY, detail, one, [o for o, _ in held])


# ---- what is required or allowed --------------------------------------------------------------------------------


def _required(between: list[LiveOrder], restrained: PersonId, protected: PersonId) -> Iterator[GoverningTerm]:
    """Duties add up; the same duty of several orders is one row."""
    held: dict[Term, list[LiveOrder]] = {}
    for one in between:
        for duty in one.duties:
            held.setdefault(duty.term, []).append(one)
    for term, orders in held.items():
        by = min(orders, key=lambda o: o.rank)
        yield _row((restrained, protected), term.kind, describe_duty(term), by, orders)


def describe_duty(term: Term) -> Reason:
    """What a duty says."""
    match term:
        case MoveOut():
            return because(Code.MOVE_OUT if term.of else Code.MOVE_OUT_UNNAMED, place=term.of)
        case SurrenderFirearms():
            return because(Code.SURRENDER_FIREARMS_NOTE if term.note else Code.SURRENDER_FIREARMS, note=term.note)
        case PaySupport():
            return because(Code.PAY_SUPPORT_NOTE if term.note else Code.PAY_SUPPORT, note=term.note)
        case Custody():
            codes = {
                (True, True): Code.CUSTODY_TO_NOTE,
                (True, False): Code.CUSTODY_TO,
                (False, True): Code.CUSTODY_NOTE,
                (False, False): Code.CUSTODY,
            }
            code = codes[term.to is not None, term.note is not None]
            return because(code, to=term.to, note=term.note)
        case Exchange():
            return _describe_exchange(term)
        case Other():
            return because(Code.OTHER, text=term.text)
        case _:
            raise TypeError(f"{term.kind} is no duty")


def _describe_exchange(term: Exchange) -> Reason:
    parts = [
        because(Code.EXCHANGE_PLACE, place=term.place) if term.place else None,
        because(Code.EXCHANGE_WHEN, when=term.when) if term.when else None,
        because(Code.EXCHANGE_BY, channels=tuple(sorted(term.by))) if term.by else None,
    ]
    details = tuple(part for part in parts if part is not None)
    if not details:
        return because(Code.EXCHANGE_REQUIRED if term.required else Code.EXCHANGE_ALLOWED)
    return because(Code.EXCHANGE_REQUIRED_AS if term.required else Code.EXCHANGE_ALLOWED_AS, details=details)
