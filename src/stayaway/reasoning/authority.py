"""Who may ask for, make, change, renew, end or excuse an order, why, and the path where one may not.

One rulebook serves advice and the registry alike: an entry in a registry is accepted if and only if the ruling is
*may*. The general rule comes first (`rulebook`), then what the law of the place changes (`place_rules`), then what the
papers change: the renewal window, and whether the order has ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stayaway.law.book import LawBook
from stayaway.model import (
    Answer,
    AsOf,
    LawText,
    Order,
    OrderId,
    Papers,
    PersonId,
    Reason,
    because,
    fold_order,
)

from .codes.authority import AuthorityCode as C
from .place_rules import ASKS, PLACE_RULES, RENEWALS, Question, Verdict, own_fact, rests_on
from .renewal import WindowState, renewal_window
from .rulebook import Act, Role, Ruling, general_rule
from .sides import people_of, role_of
from .standing import standing

__all__ = ["Act", "Role", "Ruling", "RulingFinding", "ruling", "rulings"]


@dataclass(frozen=True, slots=True)
class RulingFinding:
    """What one role may do about one order. True only where the ruling is *may*.

    `person` is who holds the role in the papers, if somebody does. `path` is what one can do where one may not.
    """

    order: OrderId
    person: PersonId | None
    role: Role
    act: Act
    ruling: Ruling
    path: Reason | None
    reasons: tuple[Reason, ...]

    def __bool__(self) -> bool:
        return self.ruling is Ruling.MAY


def ruling(
    order: Order, act: Act, role: Role, book: LawBook, at: AsOf, person: PersonId | None = None
) -> RulingFinding:
    """May this role do this act about this order?

    >>> from datetime import date
    >>> from stayaway.law.load import law_book
    >>> from stayaway.model import CaseId, CriminalCase, UTC
    >>> assault = CriminalCase(CaseId("assault"), "us-wa", UTC, defendant=PersonId("dan"), victims=(PersonId("rosa"),))
    >>> order = Order(OrderId("no-contact"), assault, PersonId("dan"), (PersonId("rosa"),))
    >>> march = AsOf(date(2025, 3, 10))
    >>> [ruling(order, act, Role.PROTECTED_PERSON, law_book(), march).ruling.value for act in (Act.ASK_TO_END, Act.END)]
    ['may_ask', 'may_not']
    """
    question = Question(order, act, role, book, at)
    verdict = _general(question)
    for rule in (*PLACE_RULES, *PAPER_RULES):
        verdict = rule(question, verdict)
    return RulingFinding(order.id, person, role, act, verdict.ruling, verdict.path, verdict.reasons)


def rulings(
    papers: Papers, book: LawBook, at: AsOf, order: OrderId | None = None, person: PersonId | None = None
) -> tuple[RulingFinding, ...]:
    """Every act of every role for each order (or one order), or only what one person may do.

    People who hold no role in an order stand beside it, as family. That the law of that day is not known is said once
    for each order, with the first ruling that rests on such a rule.
    """
    chosen = papers.orders.values() if order is None else (papers.orders[order],)
    return tuple(
        found
        for one in chosen
        for found in _cautioned_once(
            ruling(one, act, role, book, at, holder) for role, holder in _holders(one, person) for act in Act
        )
    )


def _cautioned_once(found: Iterable[RulingFinding]) -> Iterator[RulingFinding]:
    """The same rulings, with the caution about the law of that day only where it comes first.

    Rulings of one person that have the same reasons stay alike, since they are said together.
    """
    first: RulingFinding | None = None
    for one in found:
        if any(reason.code is C.LAW_OF_THAT_DAY_UNKNOWN for reason in one.reasons):
            first = one if first is None else first
            if (one.role, one.person, one.reasons) != (first.role, first.person, first.reasons):
                kept = tuple(reason for reason in one.reasons if reason.code is not C.LAW_OF_THAT_DAY_UNKNOWN)
                one = replace(one, reasons=kept)
        yield one


def _holders(order: Order, person: PersonId | None) -> tuple[tuple[Role, PersonId | None], ...]:
    if person is not None:
        return ((role_of(person, order), person),)
    return tuple((role, holder) for role in Role for holder in (people_of(role, order) or (None,)))


def _general(question: Question) -> Verdict:
    cell = general_rule(question.order.kind, question.act, question.role)
    path = because(cell.path) if cell.path is not None else None
    return Verdict(cell.ruling, (because(cell.reason, rests_on(question)),), path)


def within_the_window(question: Question, verdict: Verdict) -> Verdict:
    """F2: renewal is asked for, and given, within the window. Too early: from which day. Too late: a new petition."""
    if not question.is_civil or question.act not in RENEWALS or verdict.ruling is Ruling.MAY_NOT:
        return verdict
    window = renewal_window(question.order, question.book, question.at)
    if window.state is WindowState.NOT_NEEDED:
        return Verdict(Ruling.MAY_NOT, window.reasons, because(C.PATH_NOTHING_NEEDED))
    if window.state is WindowState.CLOSED:
        return Verdict(Ruling.MAY_NOT, window.reasons, because(C.PATH_NEW_PETITION))
    if question.act is Act.RENEW:
        return verdict
    if window.state is WindowState.NOT_OPEN:
        return Verdict(Ruling.MAY_NOT, window.reasons, because(C.PATH_WAIT_UNTIL, opens=window.opens))
    rule = question.renewal
    if rule is not None and rule.standard:
        verdict = verdict.noting(because(C.RENEWAL_STANDARD, rule.authority, law=LawText(rule.standard)))
    return verdict.noting(*window.reasons)


def while_it_stands(question: Question, verdict: Verdict) -> Verdict:
    """An order that its court has ended is not acted on any more; one that has run out is not asked to be changed."""
    if question.act in {Act.PETITION, Act.REPORT_VIOLATION}:
        return verdict
    anew = because(C.PATH_NEW_PETITION if question.is_civil else C.PATH_PROSECUTOR_OR_PETITION)
    ended = fold_order(question.order, question.at, open_counts=False).ended_by
    if ended is not None:
        return Verdict(Ruling.MAY_NOT, (because(C.ORDER_ENDED, on=ended.on),), anew)
    if question.act in ASKS and verdict.ruling is Ruling.MAY_ASK:
        found = standing(question.order, question.book, question.at)
        if found.in_force is Answer.NO and found.state.issued is not None:
            over = because(C.ORDER_RAN_OUT, on=found.ends) if found.ends else because(C.ORDER_IS_OVER)
            return Verdict(Ruling.MAY_NOT, (over, *found.reasons), anew)
    return verdict


def by_the_law_of_that_day(question: Question, verdict: Verdict) -> Verdict:
    """Whether the rule of the place that the ruling rests on is known to have been the law of the day asked about."""
    rule, day = own_fact(question), question.at.day(question.order.case.time_zone)
    said = {reason.code for reason in verdict.reasons}
    if rule is None or rule.authority is None or C.LAW_OF_THAT_DAY_UNKNOWN in said:
        return verdict
    rests = any(reason.authority == rule.authority for reason in verdict.reasons)
    if not rests or question.law.holds_on(rule, day) is Answer.YES:
        return verdict
    return verdict.noting(because(C.LAW_OF_THAT_DAY_UNKNOWN, rule.authority, place=question.law.name, day=day))


PAPER_RULES = (within_the_window, while_it_stands, by_the_law_of_that_day)
