"""May this contact happen? One contact, assessed against every order.

The answer is whether the contact is *prohibited*. An invitation or consent is no input to it (D3, D4, H4). What is not
known never makes it a plain no: unknown standing and unknown terms give *unsure*, and *unsure* is to be treated as
forbidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from stayaway.law.book import LawBook
from stayaway.model import (
    Answer,
    AsOf,
    Channel,
    Distance,
    Order,
    OrderId,
    Papers,
    PersonId,
    PlaceId,
    Reason,
    because,
)

from .codes.conduct import ConductCode as Code
from .forbidding import deciding, forbids
from .moments import Moments, orders_by_case
from .prohibitions import Prohibition, compile_terms
from .standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact. What is not known is None.

    `to` None means being somewhere, with nobody addressed. `through` is a person of the papers or a word such as
    `counsel`. `distance` is how near one comes to the person addressed. `started_by` is who reached out first; it is
    kept for the record and changes no answer.
    """

    by_whom: PersonId
    to: PersonId | None = None
    by: Channel | None = None
    through: str | None = None
    about: str | None = None
    distance: Distance | None = None
    at: PlaceId | None = None
    started_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """Whether one order prohibits the contact, and why."""

    order: OrderId
    prohibited: Answer
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """Whether a contact is prohibited: by any order, by each order, and why.

    `reasons` are about all orders together; those about one order are with it.
    """

    prohibited: Answer
    orders: tuple[OrderAnswer, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class CompiledOrders:
    """Orders made ready for many questions: terms compiled once, standing kept for each stretch of time.

    Made by `compile_orders`. It holds no answer that `standing` would not give.
    """

    papers: Papers
    book: LawBook
    moments: Mapping[OrderId, Moments]
    _standings: dict[tuple[OrderId, str, int, int], Standing] = field(default_factory=dict, repr=False)
    _prohibitions: dict[tuple[OrderId, int], tuple[Prohibition, ...]] = field(default_factory=dict, repr=False)

    def standing_of(self, order: Order, at: AsOf) -> Standing:
        """The standing of an order at a moment."""
        key = (order.id, *self.moments[order.id].stretch(at))
        found = self._standings.get(key)
        if found is None:
            found = self._standings[key] = standing(order, self.book, at, self.papers)
        return found

    def prohibitions_of(self, order: Order, found: Standing) -> tuple[Prohibition, ...] | None:
        """The prohibitions of the terms in effect; None where the terms are not known."""
        terms = found.state.terms
        if terms is None:
            return None
        key = (order.id, id(terms))
        compiled = self._prohibitions.get(key)
        if compiled is None:
            compiled = self._prohibitions[key] = compile_terms(order, terms)
        return compiled


def compile_orders(papers: Papers, book: LawBook) -> CompiledOrders:
    """Make the orders of some papers ready for `assess`."""
    beside = orders_by_case(papers)
    moments = {order.id: Moments.of(order, book, beside[order.case.id]) for order in papers.orders.values()}
    return CompiledOrders(papers, book, moments)


def assess(contact: Contact, orders: CompiledOrders, at: AsOf) -> Assessment:
    """Is this contact prohibited at a moment, by which orders, and why?

    A whole day means: at some time that day. So where an order ended in the course of the day, the answer is unsure.

    >>> from datetime import date
    >>> from stayaway.law.load import law_book
    >>> from stayaway.model import UTC, CaseId, CivilCase, NoContact
    >>> dan, rosa = PersonId("dan"), PersonId("rosa")
    >>> case = CivilCase(CaseId("family"), None, UTC)
    >>> order = Order(OrderId("civil"), case, dan, (rosa,), issued=date(2024, 3, 1), expires=date(2025, 3, 1),
    ...     terms=(NoContact(),))
    >>> ready = compile_orders(Papers({}, {}, {case.id: case}, {order.id: order}), law_book())
    >>> assess(Contact(dan, rosa, Channel.TEXT, started_by=rosa), ready, AsOf(date(2024, 6, 1))).prohibited
    <Answer.YES: 'yes'>
    >>> assess(Contact(rosa, dan, Channel.TEXT), ready, AsOf(date(2024, 6, 1))).prohibited
    <Answer.NO: 'no'>
    """
    answers = tuple(assess_order(contact, order, orders, at) for order in orders.papers.orders.values())
    prohibited = Answer.either(answer.prohibited for answer in answers)
    return Assessment(prohibited, answers, _about_all(contact, orders.papers, answers, prohibited))


def assess_order(contact: Contact, order: Order, orders: CompiledOrders, at: AsOf) -> OrderAnswer:
    """Does one of the orders prohibit this contact at a moment, and why? `assess` asks this of every order."""
    if contact.by_whom != order.restrained:
        return OrderAnswer(order.id, Answer.NO, _not_restrained(contact, order))
    found, earlier = deciding_standing(order, orders, at)
    if found.in_force is Answer.NO:
        return OrderAnswer(order.id, Answer.NO, (because(Code.NOT_IN_FORCE), *found.reasons))
    forbidden, why = _forbidden(contact, order, orders, found)
    if forbidden is Answer.NO:
        return OrderAnswer(order.id, Answer.NO, why)
    if found.in_force is Answer.UNSURE or earlier:
        unsure = (*why, because(Code.MAY_BE_IN_FORCE), *earlier, *found.reasons)
        return OrderAnswer(order.id, Answer.UNSURE, unsure)
    return OrderAnswer(order.id, forbidden, why)


def deciding_standing(order: Order, orders: CompiledOrders, at: AsOf) -> tuple[Standing, tuple[Reason, ...]]:
    """The standing that decides about contacts at a moment; where it is *no*, the order prohibits none of them.

    With the reason that it is that of earlier in the day, where a whole day is asked for and the order ended in it.
    """
    found = orders.standing_of(order, at)
    if found.in_force is Answer.NO and at.is_day:
        # The day is over and the order with it, but the contact may have come before that.
        began = orders.standing_of(order, _start_of_day(at, order))
        if began.in_force is not Answer.NO:
            return began, (because(Code.EARLIER_THAT_DAY, day=at.moment),)
    return found, ()


def deciding_terms(contact: Contact, order: Order, orders: CompiledOrders, at: AsOf) -> tuple[Prohibition, ...]:
    """The prohibitions on which the answer of one order rests; none where its terms are not known or forbid nothing."""
    prohibitions = orders.prohibitions_of(order, deciding_standing(order, orders, at)[0]) or ()
    return deciding(prohibitions, contact, orders.papers)


def _not_restrained(contact: Contact, order: Order) -> tuple[Reason, ...]:
    if contact.by_whom in order.protects:
        protected = because(Code.PROTECTED_BREAKS_NOTHING, person=contact.by_whom, restrained=order.restrained)
        return (protected, because(Code.OTHER_MAY_NOT_ANSWER, restrained=order.restrained))
    return (because(Code.NOT_RESTRAINED, restrained=order.restrained, person=contact.by_whom),)


def _forbidden(
    contact: Contact, order: Order, orders: CompiledOrders, found: Standing
) -> tuple[Answer, tuple[Reason, ...]]:
    prohibitions = orders.prohibitions_of(order, found)
    if prohibitions is None:
        return Answer.UNSURE, (because(Code.TERMS_UNKNOWN),)
    if not order.protects:
        return Answer.UNSURE, (because(Code.PROTECTS_UNKNOWN),)
    answer, reasons = forbids(prohibitions, contact, orders.papers)
    if answer is not Answer.NO:
        return answer, reasons
    if found.state.terms_may_differ:
        return Answer.UNSURE, (*reasons, because(Code.TERMS_MAY_HAVE_CHANGED))
    if not reasons and contact.to is not None and contact.to not in order.protects:
        reasons = (because(Code.NOT_PROTECTED, person=contact.to, protects=order.protects),)
    return Answer.NO, reasons or (because(Code.NOTHING_FORBIDS),)


def _about_all(
    contact: Contact, papers: Papers, answers: tuple[OrderAnswer, ...], prohibited: Answer
) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    restraining = {papers.orders[answer.order].restrained for answer in answers}
    if contact.by_whom not in restraining:
        reasons.append(because(Code.NOBODY_RESTRAINED, person=contact.by_whom))
        if not any(contact.by_whom in papers.orders[answer.order].protects for answer in answers):
            reasons.append(because(Code.CARRYING_MESSAGES, restrained=tuple(sorted(restraining))))
    if prohibited is Answer.NO:
        return tuple(reasons)
    if contact.started_by not in (None, contact.by_whom):
        reasons.append(because(Code.INVITATION_CHANGES_NOTHING, person=contact.started_by))
    if prohibited is Answer.UNSURE:
        reasons.append(because(Code.TREAT_AS_FORBIDDEN))
    covered = [a for a in answers if any(reason.code is Code.EXCEPTION_COVERS for reason in a.reasons)]
    if covered and prohibited is Answer.YES:
        reasons.append(because(Code.BOTH_MUST_ALLOW, orders=tuple(answer.order for answer in covered)))
    return tuple(reasons)


def _start_of_day(at: AsOf, order: Order) -> AsOf:
    zone = order.case.time_zone
    return AsOf(datetime.combine(at.day(zone), time.min, zone))
