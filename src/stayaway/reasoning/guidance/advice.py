"""The two questions of guidance: for somebody in the papers, and for a reader without papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.model import AsOf, Papers, PersonId, because

from ..codes.guidance import GuidanceCode as C
from ..rulebook import Role
from .beside import beside, danger, help_lines, local_help, seeking, unsure_which, working
from .protected import protected_steps
from .restrained import before_an_order, restrained_steps
from .situation import Situation
from .step import Step, Steps, Urgency, in_order


class Audience(StrEnum):
    """Who reads (A1): whoever seeks protection, is under an order, is protected, or stands beside either."""

    SEEKING_PROTECTION = "seeking_protection"
    RESTRAINED = "restrained"
    PROTECTED = "protected"
    FAMILY = "family"
    ADVOCATE = "advocate"
    PROFESSIONAL = "professional"


def steps(papers: Papers, person: PersonId, book: LawBook, at: AsOf) -> tuple[Step, ...]:
    """The next steps of one person of the papers, most urgent first.

    >>> from datetime import date
    >>> from stayaway.law.load import law_book
    >>> from stayaway.model import UTC, CaseId, CriminalCase, Order, OrderId
    >>> assault = CriminalCase(CaseId("assault"), "us-al", UTC, defendant=PersonId("dan"), victims=(PersonId("rosa"),))
    >>> order = Order(OrderId("no-contact"), assault, PersonId("dan"), (PersonId("rosa"),), issued=date(2025, 1, 14))
    >>> papers = Papers({}, {}, {assault.id: assault}, {order.id: order})
    >>> found = steps(papers, PersonId("dan"), law_book(), AsOf(date(2025, 1, 20)))
    >>> found[0].reason.code.value, "guidance.appointed_lawyer" in {step.reason.code.value for step in found}
    ('guidance.no_contact', True)
    """
    here = Situation(papers, person, book, at)
    return in_order(_of_papers(here), here.today)


def steps_without_papers(audience: Audience, book: LawBook, jurisdiction: str | None, at: AsOf) -> tuple[Step, ...]:
    """The next steps of a reader who has no order file, in a place or (None) anywhere, most urgent first.

    >>> from datetime import date
    >>> from stayaway.law.load import law_book
    >>> found = steps_without_papers(Audience.SEEKING_PROTECTION, law_book(), "us-wa", AsOf(date(2025, 1, 20)))
    >>> [step.reason.code.value for step in found][:2]
    ['guidance.call_emergency', 'guidance.petition']
    """
    law = book.of(jurisdiction)
    return in_order(_ALONE[audience](law, book), at.day(law.time_zone))


def _of_papers(here: Situation) -> Steps:
    if not here.is_protected and not here.is_restrained:
        yield from beside(here.law, here.book)
        if here.is_witness:
            why = because(C.ASK_PROSECUTOR_FOR_CONDITIONS, here.law.criminal_pretrial.authority)
            yield Step(why, urgency=Urgency.AT_ONCE)
        if not here.papers.orders:
            yield from seeking(here.law, here.book)
        return
    if here.is_restrained:
        yield from restrained_steps(here)
        yield from help_lines(here.book, restrained=True)
    if here.is_protected:
        yield from danger(here.book)
        yield from protected_steps(here)
        yield Step(because(C.SAFETY_PLAN), urgency=Urgency.DUTY)
        yield from help_lines(here.book)
    if here.live(Role.PROTECTED_PERSON) and here.live(Role.RESTRAINED_PERSON):
        yield Step(because(C.ORDERS_BOTH_WAYS), urgency=Urgency.AT_ONCE)
    yield from local_help(here.law)


def _seeking(law: PlaceLaw, book: LawBook) -> Steps:
    yield from seeking(law, book)
    yield Step(because(C.IF_A_CRIMINAL_CASE, law.criminal_pretrial.authority), urgency=Urgency.DUTY)
    yield from unsure_which()
    yield from local_help(law)
    yield from help_lines(book)


def _protected(law: PlaceLaw, book: LawBook) -> Steps:
    yield from danger(book)
    yield Step(because(C.REPORT_ANY_VIOLATION, law.violation_civil.authority), urgency=Urgency.AT_ONCE)
    yield Step(because(C.IF_A_CRIMINAL_CASE, law.criminal_pretrial.authority), urgency=Urgency.DUTY)
    yield Step(because(C.RENEWAL_IN_TIME, law.civil_renewal.authority), urgency=Urgency.NEXT)
    yield Step(because(C.CARRY_ORDER), urgency=Urgency.LATER)
    yield Step(because(C.MOVING, book.federal["ffc_no_registration_needed"].authority), urgency=Urgency.LATER)
    yield Step(because(C.SAFETY_PLAN), urgency=Urgency.DUTY)
    yield from unsure_which()
    yield from local_help(law)
    yield from help_lines(book)


def _restrained(law: PlaceLaw, book: LawBook) -> Steps:
    yield from before_an_order(law)
    yield Step(because(C.IF_BOTH_ORDERS), urgency=Urgency.NEXT)
    federal = book.federal
    yield Step(because(C.APPOINTED_LAWYER, federal["counsel_gideon"].authority), urgency=Urgency.DUTY)
    yield Step(because(C.FIREARMS_FEDERAL, federal["firearms_922g8"].authority), urgency=Urgency.DUTY)
    yield from unsure_which()
    yield from local_help(law)
    yield from help_lines(book, restrained=True)


_ALONE: Mapping[Audience, Callable[[PlaceLaw, LawBook], Steps]] = {
    Audience.SEEKING_PROTECTION: _seeking,
    Audience.RESTRAINED: _restrained,
    Audience.PROTECTED: _protected,
    Audience.FAMILY: beside,
    Audience.ADVOCATE: partial(working, advocate=True),
    Audience.PROFESSIONAL: partial(working, advocate=False),
}
