"""What the end of a case does to the orders made in it.

A dismissal ends a no-contact order by itself in some places; in others the order goes on until a court lifts it, or
ends only if its own paper says so, or nobody knows (article, *How each order ends*; the place's `criminal_ends`).
"""

from __future__ import annotations

from stayaway.law.schema import EndRule, Ends
from stayaway.model import Answer, CaseEntry, CaseEvent, CivilCase, Stage, Until, because

from .codes.standing import StandingCode as Code
from .ends import Circumstances, Verdict
from .hearings import AWAITING_HEARING

AFTER_TRIAL = frozenset({Stage.SENTENCE, Stage.PROBATION})
PAPER_SAYS_SO = frozenset({Until.CASE_DISPOSITION, Until.RELEASE_ENDS})
"""What a paper says that ends it when its case is over: no release condition outlives the charge it hangs on."""


def criminal_case_over(facts: Circumstances) -> Verdict | None:
    """Dismissal, acquittal, conviction, the end of probation, a revoked release, a closed case."""
    if facts.order.stage in AFTER_TRIAL:
        return _after_trial(facts)
    for entry, rule in _events(facts):
        if entry is not None and facts.on_or_after_issue(entry.on):
            return _on_event(facts, entry, rule)
    return _loose_ends(facts)


def _events(facts: Circumstances) -> list[tuple[CaseEntry | None, EndRule]]:
    rules = facts.law.ends_of(facts.instrument)
    convicted = facts.case.sentenced or facts.case.convicted
    return [
        (facts.case.dismissed, rules.on_dismissal),
        (facts.case.acquitted, rules.on_acquittal),
        (convicted, rules.on_conviction),
    ]


def _on_event(facts: Circumstances, entry: CaseEntry, rule: EndRule) -> Verdict:
    """The verdict on an event that may end an order made before the end of its case."""
    ends, until = facts.law.ends_of(facts.instrument), facts.order.until
    if facts.order.stage is None:
        # It may be an order made with the sentence, which these rules are not about.
        why = because(Code.EVENT_DOES_NOT_SETTLE, event=entry.event, on=entry.on)
        return Verdict(Answer.UNSURE, facts.state.ends, (why,))
    told = {"event": entry.event, "on": entry.on}
    day = facts.day(entry.on)
    match rule:
        case EndRule.AUTOMATIC:
            continued = _may_be_continued(facts, ends)
            if continued:
                why = because(Code.EVENT_MAY_BE_CONTINUED, ends.authority, **told, place=facts.law.name)
                return Verdict(Answer.UNSURE, None, (why,), ends)
            why = because(Code.EVENT_ENDS_IT_BY_LAW, ends.authority, **told, place=facts.law.name)
            return Verdict(Answer.NO, day, (why,), ends)
        case EndRule.NEEDS_ORDER:
            if until in PAPER_SAYS_SO:
                why = because(Code.EVENT_PAPER_AND_LAW_DIFFER, ends.authority, **told, place=facts.law.name)
                return Verdict(Answer.UNSURE, None, (why,), ends)
            fixed = facts.state.ends
            why = because(Code.EVENT_NEEDS_ORDER, ends.authority, **told, place=facts.law.name)
            return Verdict(Answer.YES, fixed, (why,), ends)
        case EndRule.BY_ITS_TERMS:
            return _by_its_terms(facts, entry, ends)
        case EndRule.REPLACED_OR_EXTENDED:
            return _replaced_or_extended(facts, entry, ends)
        case EndRule.UNKNOWN:
            code = Code.EVENT_LAW_UNKNOWN if facts.law.known else Code.EVENT_PLACE_UNKNOWN
            why = because(code, **told, place=facts.law.name)
            return Verdict(Answer.UNSURE, facts.state.ends, (why,))


def _by_its_terms(facts: Circumstances, entry: CaseEntry, ends: Ends) -> Verdict:
    """The order ends on the event only if its own paper says so. The paper is silent: unsure."""
    until = facts.order.until
    told = {"event": entry.event, "on": entry.on, "until": until}
    if until in PAPER_SAYS_SO and _is_over(entry):
        why = because(Code.EVENT_ENDS_IT_BY_PAPER, ends.authority, **told)
        return Verdict(Answer.NO, facts.day(entry.on), (why,), ends)
    if until is Until.FURTHER_ORDER:
        return Verdict(Answer.YES, facts.state.ends, (because(Code.EVENT_PAPER_GOES_ON, **told),))
    why = because(Code.EVENT_PAPER_SILENT, ends.authority, event=entry.event, on=entry.on, place=facts.law.name)
    return Verdict(Answer.UNSURE, facts.state.ends, (why,), ends)


def _replaced_or_extended(facts: Circumstances, entry: CaseEntry, ends: Ends) -> Verdict:
    """On conviction a new order takes its place or it is carried on; the papers show which, or nobody knows."""
    after = facts.successors(AFTER_TRIAL)
    if after and facts.order.until in PAPER_SAYS_SO and _is_over(entry):
        replaced = because(Code.REPLACED, ends.authority, by=after[0].id, event=entry.event, on=entry.on)
        return Verdict(Answer.NO, facts.day(entry.on), (replaced,), ends)
    why = because(Code.EVENT_REPLACED_OR_EXTENDED, ends.authority, event=entry.event, on=entry.on)
    return Verdict(Answer.UNSURE, facts.state.ends, (why,), ends)


def _is_over(entry: CaseEntry) -> bool:
    """Whether the event concludes the case. A verdict of guilty alone does not: the sentence comes after it."""
    return entry.event is not CaseEvent.CONVICTED


def _may_be_continued(facts: Circumstances, ends: Ends) -> bool:
    """Whether the court may have carried the order on because the protected person asked for a civil one."""
    if "civil_petition" not in ends.may_be_continued_for or facts.papers is None:
        return False
    protected = set(facts.order.protects)
    cases = facts.papers.cases.values()
    return any(isinstance(case, CivilCase) and case.petitioner in protected for case in cases)


def _after_trial(facts: Circumstances) -> Verdict | None:
    """An order made with a sentence or with probation; one made with probation lasts for the probation (F6)."""
    case, order = facts.case, facts.order
    on_probation = order.stage is Stage.PROBATION or order.until is Until.PROBATION_ENDS
    ended, started = case.probation_ended, case.probation_started
    if on_probation and ended is not None and facts.on_or_after_issue(ended.on):
        if order.until is Until.FURTHER_ORDER or facts.state.ends is not None:
            why = because(Code.EVENT_DOES_NOT_SETTLE, event=ended.event, on=ended.on)
            return Verdict(Answer.UNSURE, facts.state.ends, (why,))
        return Verdict(Answer.NO, facts.day(ended.on), (because(Code.PROBATION_ENDED, on=ended.on),))
    runs = started.until if started is not None and facts.state.ends is None else None
    if on_probation and runs is not None and facts.is_past(runs):
        return Verdict(Answer.NO, runs, (because(Code.PROBATION_OVER, end=runs),))
    for entry in (case.dismissed, case.acquitted, case.closed):
        if entry is not None and facts.on_or_after_issue(entry.on):
            why = because(Code.EVENT_DOES_NOT_SETTLE, event=entry.event, on=entry.on)
            return Verdict(Answer.UNSURE, facts.state.ends, (why,))
    return None


def _loose_ends(facts: Circumstances) -> Verdict | None:
    """A closed case, or a revoked release where the order hangs on it: the papers do not say what became of it."""
    closed, revoked = facts.case.closed, facts.case.release_revoked
    if closed is not None and facts.on_or_after_issue(closed.on):
        # How it was closed is not said, and with that, which rule applies.
        why = because(Code.EVENT_DOES_NOT_SETTLE, event=closed.event, on=closed.on)
        return Verdict(Answer.UNSURE, facts.state.ends, (why,))
    if revoked is not None and facts.on_or_after_issue(revoked.on) and facts.order.until is Until.RELEASE_ENDS:
        why = because(Code.EVENT_DOES_NOT_SETTLE, event=revoked.event, on=revoked.on)
        return Verdict(Answer.UNSURE, facts.state.ends, (why,))
    return None


def civil_case_over(facts: Circumstances) -> Verdict | None:
    """A civil case that was dismissed, or closed before the hearing, may have taken its order along.

    Closing a case after a final order is ordinary and ends nothing.
    """
    case = facts.case
    waiting = facts.order.stage in AWAITING_HEARING
    for entry in (case.dismissed, case.closed if waiting else None):
        if entry is not None and facts.on_or_after_issue(entry.on):
            why = because(Code.CIVIL_CASE_OVER, event=entry.event, on=entry.on)
            return Verdict(Answer.UNSURE, facts.state.ends, (why,))
    return None
