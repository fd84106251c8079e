"""Who may enter what on a docket: of an order, or of a case.

Most entries record an act of the rulebook (`authority`): an order is made, changed, renewed, ended, or one of these is
asked for. The rest keep the docket itself: a hearing is set, service is proved, somebody is charged. The general rule
for those is that a court keeps the docket of its own cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stayaway.law.book import LawBook
from stayaway.model import (
    AsOf,
    Case,
    CaseEvent,
    CivilCase,
    Order,
    OrderEvent,
    OrderId,
    PersonId,
    Reason,
    because,
)

from .authority import Act, Role, Ruling, ruling
from .codes.authority import AuthorityCode as C
from .rulebook import COURT_OF

ACT_OF: Mapping[OrderEvent, Act] = MappingProxyType(
    {
        OrderEvent.ISSUED: Act.IMPOSE,
        OrderEvent.MODIFIED: Act.CHANGE,
        OrderEvent.EXTENDED: Act.RENEW,
        OrderEvent.RENEWED: Act.RENEW,
        OrderEvent.TERMINATED: Act.END,
        OrderEvent.LIFTED: Act.END,
        OrderEvent.CHANGE_REQUESTED: Act.ASK_TO_CHANGE,
        OrderEvent.DISMISSAL_REQUESTED: Act.ASK_TO_END,
        OrderEvent.RENEWAL_REQUESTED: Act.ASK_TO_RENEW,
    }
)
"""The act of the rulebook that an entry records. Other entries keep the docket."""

REQUESTS = frozenset({OrderEvent.CHANGE_REQUESTED, OrderEvent.DISMISSAL_REQUESTED, OrderEvent.RENEWAL_REQUESTED})
"""Entries that record a request, for which *may ask* is enough."""
SERVICE = frozenset({OrderEvent.SERVED, OrderEvent.NOTICED})
COURTS = frozenset(COURT_OF.values())


@dataclass(frozen=True, slots=True)
class Entering:
    """Whether a role may make an entry, why, and the path where it may not. True where it may."""

    may: bool
    reasons: tuple[Reason, ...]
    path: Reason | None = None

    def __bool__(self) -> bool:
        return self.may


def may_enter_on_order(event: OrderEvent, role: Role, order: Order, book: LawBook, at: AsOf) -> Entering:
    """May this role make this entry on the docket of an order?

    >>> from stayaway.law.load import law_book
    >>> from stayaway.model import CaseId, CriminalCase, UTC
    >>> from datetime import date
    >>> assault = CriminalCase(CaseId("assault"), "us-wa", UTC, defendant=PersonId("dan"))
    >>> order = Order(OrderId("no-contact"), assault, PersonId("dan"), (PersonId("rosa"),))
    >>> day = AsOf(date(2025, 3, 10))
    >>> [bool(may_enter_on_order(OrderEvent.LIFTED, role, order, law_book(), day)) for role in COURT_OF.values()]
    [False, True]
    """
    act = ACT_OF.get(event)
    if act is None:
        return _serves(role) if event in SERVICE else keeps_docket(role, order.case)
    found = ruling(order, act, role, book, at)
    enough = {Ruling.MAY, Ruling.MAY_ASK} if event in REQUESTS else {Ruling.MAY}
    return Entering(found.ruling in enough, found.reasons, found.path or _way_to_ask(event, found.ruling))


def may_enter_on_case(event: CaseEvent, role: Role, case: Case, book: LawBook, at: AsOf) -> Entering:
    """May this role make this entry on the docket of a case? What opens a case is asked here too."""
    if event is CaseEvent.FILED:
        if not isinstance(case, CivilCase):
            return keeps_docket(role, case)
        found = ruling(_order_asked_for(case), Act.PETITION, role, book, at)
        return Entering(found.ruling is not Ruling.MAY_NOT, found.reasons, found.path)
    if event is CaseEvent.CHARGED and role is Role.PROSECUTOR:
        return Entering(True, (because(C.PROSECUTOR_CHARGES),))
    return keeps_docket(role, case)


def may_record_place(role: Role, case: Case, *, is_own: bool) -> Entering:
    """May this role record a place of a case, or one anew? Its court may any, somebody protected one of their own.

    `is_own`: it is said to be a place of theirs, and so was what stood there before, if anything did.
    """
    return Entering(True, ()) if role is Role.PROTECTED_PERSON and is_own else keeps_docket(role, case)


def _order_asked_for(case: CivilCase) -> Order:
    """The order that a petition asks for, before there is one."""
    restrained = case.respondent or PersonId("respondent")
    return Order(OrderId(case.id), case, restrained, (case.petitioner,) if case.petitioner else ())


def keeps_docket(role: Role, case: Case) -> Entering:
    """May this role enter what only keeps the docket of a case, and is no act of its own? Its court alone may."""
    own = COURT_OF[case.kind]
    if role is own:
        return Entering(True, (because(C.COURT_KEEPS_DOCKET),))
    if role in COURTS:
        there = C.PATH_CIVIL_COURT if own is Role.CIVIL_COURT else C.PATH_CRIMINAL_COURT
        return Entering(False, (because(C.WRONG_COURT),), because(there))
    return Entering(False, (because(C.ONLY_THE_COURT_KEEPS_DOCKET),), because(C.PATH_TELL_THE_CLERK))


def _serves(role: Role) -> Entering:
    """Service and notice are proved by the officer who gave it, or by the court that received the proof."""
    if role is Role.LAW_ENFORCEMENT or role in COURTS:
        return Entering(True, (because(C.SERVICE_IS_PROVED),))
    return Entering(False, (because(C.SERVICE_NEEDS_PROOF),), because(C.PATH_PROOF_OF_SERVICE))


def _way_to_ask(event: OrderEvent, found: Ruling) -> Reason | None:
    """Somebody who may only ask for what the entry would do has the court as a path."""
    return because(C.PATH_TELL_THE_CLERK) if found is Ruling.MAY_ASK and event not in REQUESTS else None
