"""Is this order in force, and can a violation be punished?

*Yes*: issued, not ended by a docket entry, not past a fixed end. *No*: an act of the right court ended it, the law of
the place ends it by itself on what happened, or its fixed end passed with no renewal asked for. *Unsure*: anything
else. The rules are asked in turn (`RULES`); the first that has a verdict decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from stayaway.law.book import LawBook
from stayaway.law.schema import EnforceableFrom
from stayaway.model import (
    Answer,
    AsOf,
    End,
    Kind,
    Order,
    OrderId,
    OrderState,
    Papers,
    Reason,
    Refusal,
    Refused,
    Stage,
    because,
    fold_case,
    fold_order,
    issue_of,
)

from .codes.standing import StandingCode as Code
from .ends import (
    Circumstances,
    Verdict,
    ended_by_its_court,
    ended_in_its_case,
    ended_in_time,
    replaced_after_its_hearing,
    tied_to_an_event,
)
from .lengths import bounded_by_law

RULES = (ended_by_its_court, ended_in_time, replaced_after_its_hearing, ended_in_its_case, tied_to_an_event)

_REFUSALS = {
    Refusal.BEFORE_ISSUE: Code.ENTRY_BEFORE_ISSUE,
    Refusal.OTHER_COURT: Code.OTHER_COURT_CANNOT_END,
    Refusal.AFTER_END: Code.ENTRY_AFTER_END,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an order is in force and can be enforced, when it ends, and why.

    `ends` is the day it ends or ended, `Never` for a permanent order, None where no day is known. `reasons` are about
    `in_force`, `enforceable_reasons` about `enforceable`.
    """

    order: OrderId
    kind: Kind
    stage: Stage | None
    in_force: Answer
    enforceable: Answer
    ends: End | None
    reasons: tuple[Reason, ...]
    enforceable_reasons: tuple[Reason, ...]
    state: OrderState


def standing(order: Order, book: LawBook, at: AsOf, papers: Papers | None = None) -> Standing:
    """Is the order in force at a moment, is it enforceable, and when does it end?

    `papers` lets the answer see other orders of the same case, such as the one that took this one's place.

    >>> from datetime import date
    >>> from stayaway.law.load import law_book
    >>> from stayaway.model import UTC, CaseId, CivilCase, PersonId
    >>> order = Order(OrderId("civil"), CivilCase(CaseId("family"), None, UTC), PersonId("dan"), (PersonId("rosa"),),
    ...     issued=date(2024, 3, 1), expires=date(2025, 3, 1))
    >>> [str(standing(order, law_book(), AsOf(day)).in_force) for day in (date(2025, 3, 1), date(2025, 3, 2))]
    ['yes', 'no']
    """
    counted = _standing(order, book, at, papers, open_counts=True)
    if at.is_day or at.present:
        return counted
    left_out = _standing(order, book, at, papers, open_counts=False)
    if left_out.in_force == counted.in_force and left_out.enforceable == counted.enforceable:
        return counted
    day = because(Code.SAME_DAY, day=at.day(order.case.time_zone))
    return replace(
        counted,
        in_force=counted.in_force if left_out.in_force == counted.in_force else Answer.UNSURE,
        enforceable=counted.enforceable if left_out.enforceable == counted.enforceable else Answer.UNSURE,
        reasons=(day, *counted.reasons),
    )


def _standing(order: Order, book: LawBook, at: AsOf, papers: Papers | None, *, open_counts: bool) -> Standing:
    law = book.of(order.case.jurisdiction)
    state = fold_order(order, at, open_counts=open_counts)
    facts = Circumstances(
        order=order,
        state=state,
        case=fold_case(order.case, at, open_counts=open_counts),
        law=law,
        instrument=law.instrument_of(order),
        at=at,
        papers=papers,
    )
    verdict = _verdict(facts)
    noted = [*verdict.reasons, *_refused(facts), *_law_of_that_day(facts, verdict), *_claims(facts)]
    if verdict.answer is Answer.UNSURE:
        court = order.case.court
        noted.append(because(Code.TREAT_AS_IN_FORCE_ASK if court else Code.TREAT_AS_IN_FORCE, court=court))
    enforceable, why = _enforceable(facts, verdict.answer)
    return Standing(
        order=order.id,
        kind=order.kind,
        stage=order.stage,
        in_force=verdict.answer,
        enforceable=enforceable,
        ends=verdict.ends,
        reasons=tuple(noted),
        enforceable_reasons=why,
        state=state,
    )


def _verdict(facts: Circumstances) -> Verdict:
    issued = issue_of(facts.order)
    if facts.state.issued is None and issued is not None:
        return Verdict(Answer.NO, facts.state.ends, (because(Code.NOT_YET_ISSUED, on=issued),))
    verdict = bounded_by_law(facts, next(found for rule in RULES if (found := rule(facts)) is not None))
    if verdict.answer is Answer.YES and facts.state.issued is None:
        return Verdict(Answer.UNSURE, verdict.ends, (because(Code.ISSUE_UNKNOWN), *verdict.reasons))
    if facts.state.issued is not None:
        verdict = replace(verdict, reasons=(because(Code.ISSUED, on=facts.state.issued), *verdict.reasons))
    return verdict


def _refused(facts: Circumstances) -> list[Reason]:
    return [refusal_reason(refused, facts.order) for refused in facts.state.refused]


def refusal_reason(refused: Refused, order: Order) -> Reason:
    """Why an entry on the docket of an order changes nothing."""
    return because(
        _REFUSALS[refused.refusal],
        event=refused.entry.event,
        on=refused.entry.on,
        court=refused.entry.court,
        owner=order.case.court,
    )


def _law_of_that_day(facts: Circumstances, verdict: Verdict) -> list[Reason]:
    if verdict.by_law is None:
        return []
    day = facts.at.day(facts.order.case.time_zone)
    if facts.law.holds_on(verdict.by_law, day) is Answer.YES:
        return []
    return [because(Code.LAW_OF_THAT_DAY_UNKNOWN, verdict.by_law.authority, place=facts.law.name)]


def _claims(facts: Circumstances) -> list[Reason]:
    return [because(Code.CLAIM, status=claim.status, by=claim.by, on=claim.on) for claim in facts.order.claims]


def _enforceable(facts: Circumstances, in_force: Answer) -> tuple[Answer, tuple[Reason, ...]]:
    """From when a violation can be punished: issuance, service or notice, by instrument."""
    if in_force is Answer.NO:
        return Answer.NO, (because(Code.NOT_IN_FORCE),)
    binds, why = _binds(facts)
    if in_force is Answer.UNSURE and binds is Answer.YES:
        return Answer.UNSURE, (why, because(Code.MAY_NOT_BE_IN_FORCE))
    return binds, (why,)


def _binds(facts: Circumstances) -> tuple[Answer, Reason]:
    instrument, state = facts.instrument, facts.state
    rule = instrument.enforceable_from if instrument else EnforceableFrom.UNKNOWN
    authority = instrument.authority if instrument else None
    if rule is EnforceableFrom.ISSUANCE:
        return Answer.YES, because(Code.BINDS_FROM_ISSUANCE, authority)
    # Service is the strongest notice there is, so it is enough under every rule.
    if state.served is not None:
        return Answer.YES, because(Code.SERVED, authority, on=state.served)
    if state.noticed is not None:
        if rule is EnforceableFrom.NOTICE:
            return Answer.YES, because(Code.NOTICED, authority, on=state.noticed)
        if rule is EnforceableFrom.SERVICE:
            return Answer.NO, because(Code.NOTICE_IS_NOT_SERVICE, authority, on=state.noticed)
        return Answer.UNSURE, because(Code.WHEN_IT_BINDS_UNKNOWN, on=state.noticed)
    if rule is EnforceableFrom.NOTICE:
        return Answer.UNSURE, because(Code.NO_PROOF_OF_NOTICE, authority)
    return Answer.UNSURE, because(Code.NO_PROOF_OF_SERVICE, authority)
