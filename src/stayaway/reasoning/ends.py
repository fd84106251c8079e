"""What ends an order: its court, its own end, what happens in its case, the event it is tied to.

Each rule looks at the circumstances and gives a verdict, or None where it has nothing to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stayaway.law.book import PlaceLaw
from stayaway.law.schema import Cited, Instrument
from stayaway.model import (
    Answer,
    AsOf,
    CaseState,
    End,
    Kind,
    Moment,
    Never,
    Order,
    OrderState,
    Papers,
    Period,
    Reason,
    Stage,
    Until,
    because,
    day_in,
    issue_of,
)

from .codes.standing import StandingCode as Code
from .hearings import AWAITING_HEARING, has_result, hearing_of, lasts_until_hearing, taken_over

UNTIL_BY_STAGE = {
    Stage.EMERGENCY: Until.HEARING,
    Stage.TEMPORARY: Until.HEARING,
    Stage.PRETRIAL: Until.CASE_DISPOSITION,
    Stage.PROBATION: Until.PROBATION_ENDS,
}
"""The general rule (article, *How each order ends*): what an order is for says what it lasts until."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that bears on one order at one moment."""

    order: Order
    state: OrderState
    case: CaseState
    law: PlaceLaw
    instrument: Instrument | None
    at: AsOf
    papers: Papers | None = None

    @property
    def is_criminal(self) -> bool:
        """Whether the order is a criminal one."""
        return self.order.kind is Kind.CRIMINAL

    def on_or_after_issue(self, moment: Moment) -> bool:
        """Whether something came after the order was made; what came before cannot end it."""
        zone = self.order.case.time_zone
        return self.state.issued is None or day_in(moment, zone) >= day_in(self.state.issued, zone)

    def day(self, moment: Moment) -> date:
        """The day of a moment at the court."""
        return day_in(moment, self.order.case.time_zone)

    def is_past(self, day: End) -> bool:
        """Whether the end of a day is over."""
        return day is not Never.NEVER and self.at.past_end_of(day, self.order.case.time_zone)

    def successors(self, stages: frozenset[Stage]) -> list[Order]:
        """Orders of these stages made later in the same case against the same person."""
        if self.papers is None or self.state.issued is None:
            return []
        issued = self.day(self.state.issued)
        return [
            other
            for other in self.papers.orders.values()
            if other.id != self.order.id
            and other.case.id == self.order.case.id
            and other.restrained == self.order.restrained
            and other.stage in stages
            and (made := issue_of(other)) is not None
            and self.day(made) >= issued
            and self.at.reached(made, self.order.case.time_zone) is not Answer.NO
        ]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found. `by_law` is the fact of law that decided, if one did."""

    answer: Answer
    ends: End | None
    reasons: tuple[Reason, ...]
    by_law: Cited | None = None


def ended_by_its_court(facts: Circumstances) -> Verdict | None:
    """Only the court that owns the case can end its order, by an entry on the docket (D5)."""
    entry = facts.state.ended_by
    if entry is not None:
        why = because(Code.ENDED_BY_COURT, event=entry.event, on=entry.on)
        return Verdict(Answer.NO, facts.day(entry.on), (why,))
    expired = facts.state.expired_by
    if expired is None:
        return None
    ends = facts.state.ends
    if ends is None:
        return Verdict(Answer.NO, facts.day(expired.on), (because(Code.DOCKET_SAYS_EXPIRED, on=expired.on),))
    if not facts.is_past(ends):
        code = Code.EXPIRED_TOO_EARLY if isinstance(ends, date) else Code.EXPIRED_BUT_PERMANENT
        return Verdict(Answer.UNSURE, ends, (because(code, on=expired.on, end=ends),))
    return None


def ended_in_time(facts: Circumstances) -> Verdict | None:
    """A fixed end that has passed ends the order, unless a renewal asked for in time still waits."""
    ends = facts.state.ends
    if ends is None or not facts.is_past(ends):
        return None
    assert isinstance(ends, date)
    passed = because(Code.END_PASSED, end=ends)
    asked = facts.state.renewal_asked
    if asked is not None and facts.day(asked) <= ends:
        return _renewal_pending(facts, ends, asked)
    if facts.order.until not in (None, Until.HEARING) and _still_open(facts):
        why = because(Code.END_PASSED_BUT_EVENT_OPEN, end=ends, until=facts.order.until)
        return Verdict(Answer.UNSURE, ends, (why,))
    if lasts_until_hearing(facts.order):
        hearing = hearing_of(facts.state, facts.case)
        if hearing is not None and not has_result(facts.order, facts.state, hearing, facts.papers, facts.at):
            return Verdict(Answer.UNSURE, ends, (because(Code.HEARING_PASSED, on=hearing),))
    if asked is not None:
        return Verdict(Answer.NO, ends, (passed, because(Code.RENEWAL_ASKED_TOO_LATE, asked=asked, end=ends)))
    return Verdict(Answer.NO, ends, (passed,))


def _renewal_pending(facts: Circumstances, ends: date, asked: Moment) -> Verdict:
    rule = facts.law.renewal_of(facts.instrument)
    if not facts.is_criminal and rule.continues_pending is True:
        why = because(Code.RENEWAL_KEEPS_IT, rule.authority, asked=asked, end=ends)
        return Verdict(Answer.YES, None, (why,), rule)
    if not facts.is_criminal and rule.continues_pending is False:
        why = because(Code.RENEWAL_DOES_NOT_KEEP_IT, rule.authority, asked=asked, end=ends)
        return Verdict(Answer.NO, ends, (why,), rule)
    return Verdict(Answer.UNSURE, ends, (because(Code.RENEWAL_UNDECIDED, asked=asked, end=ends),))


def replaced_after_its_hearing(facts: Circumstances) -> Verdict | None:
    """A final order took the place of one that its paper made to last until the hearing, and that has no other end."""
    if facts.state.ends is not None or facts.order.until is not Until.HEARING:
        return None
    found = _taken_over(facts, on_paper=True)
    return found if found is not None and found.answer is Answer.NO else None


def ended_in_its_case(facts: Circumstances) -> Verdict | None:
    """What happened in the case since may have ended the order."""
    from .case_ends import civil_case_over, criminal_case_over

    return criminal_case_over(facts) if facts.is_criminal else civil_case_over(facts)


def tied_to_an_event(facts: Circumstances) -> Verdict:
    """What is not ended goes on: to its fixed end, or to the event it is tied to. No end known: unsure."""
    ends, state = facts.state.ends, facts.state
    kept: tuple[Reason, ...] = ()
    if state.lengthened_by is not None:
        entry = state.lengthened_by
        code = Code.LENGTHENED if isinstance(entry.until, date) else Code.LENGTHENED_FOR_GOOD
        kept = (because(code, event=entry.event, on=entry.on, until=entry.until),)
    if ends is Never.NEVER:
        return Verdict(Answer.YES, ends, (*kept, because(Code.PERMANENT)))
    if ends is not None:
        return Verdict(Answer.YES, ends, (*kept, because(Code.END_AHEAD, end=ends)))
    until = ending_event(facts.order, facts.instrument)
    if until is Until.HEARING or facts.order.stage in AWAITING_HEARING:
        return _until_hearing(facts, on_paper=facts.order.until is Until.HEARING)
    started = facts.case.probation_started
    if until is Until.PROBATION_ENDS and started is not None and isinstance(started.until, date):
        return Verdict(Answer.YES, started.until, (because(Code.PROBATION_RUNS, until=started.until),))
    if until is not None:
        named = facts.order.until or (facts.instrument.term.until if facts.instrument else None)
        code = Code.UNTIL_EVENT if named else Code.UNTIL_EVENT_BY_KIND
        authority = facts.instrument.authority if facts.instrument and facts.order.until is None else None
        return Verdict(Answer.YES, None, (because(code, authority, until=until),))
    return Verdict(Answer.UNSURE, None, (because(Code.NO_END_KNOWN),))


def ending_event(order: Order, instrument: Instrument | None) -> Until | None:
    """The event that ends an order: named by its paper, its instrument, or its stage. None: not known."""
    named = order.until or (instrument.term.until if instrument is not None else None)
    return named or (UNTIL_BY_STAGE.get(order.stage) if order.stage else None)


def _until_hearing(facts: Circumstances, *, on_paper: bool) -> Verdict:
    """An order made to last until a hearing. Once the hearing is past and its result is not known: unsure."""
    replaced = _taken_over(facts, on_paper=on_paper)
    if replaced is not None:
        return replaced
    hearing = hearing_of(facts.state, facts.case)
    if hearing is not None:
        day = facts.day(hearing)
        if facts.state.denied_by is not None and facts.day(facts.state.denied_by.on) >= day:
            why = because(Code.PETITION_DENIED, on=facts.state.denied_by.on)
            return Verdict(Answer.NO if on_paper else Answer.UNSURE, facts.day(facts.state.denied_by.on), (why,))
        if facts.is_past(day):
            return Verdict(Answer.UNSURE, None, (because(Code.HEARING_PASSED, on=hearing),))
        return Verdict(Answer.YES, day, (because(Code.HEARING_AHEAD, on=hearing),))
    length = _length_by_law(facts)
    if length is not None and facts.state.issued is not None and facts.instrument is not None:
        end = length.after(facts.day(facts.state.issued))
        named = {"length": length, "end": end, "instrument": facts.instrument.name}
        if facts.is_past(end):
            why = because(Code.LAW_LENGTH_PASSED, facts.instrument.authority, **named)
            return Verdict(Answer.UNSURE, None, (why,), facts.instrument)
        why = because(Code.LAW_SETS_LENGTH, facts.instrument.authority, **named)
        return Verdict(Answer.YES, None, (why,), facts.instrument)
    if on_paper:
        return Verdict(Answer.YES, None, (because(Code.UNTIL_EVENT, until=Until.HEARING),))
    return Verdict(Answer.UNSURE, None, (because(Code.NO_END_KNOWN),))


def _taken_over(facts: Circumstances, *, on_paper: bool) -> Verdict | None:
    """A final order made at the hearing takes the place of one that lasted until then.

    In some places only once it was handed over, so until that is proved the first one may still stand.
    """
    found = taken_over(facts.order, facts.state, facts.papers, facts.at)
    if found is None or not facts.is_past(facts.day(found.made)):
        return None
    told = {"by": found.by.id, "on": found.hearing, "made": found.made}
    if found.told is None or not facts.is_past(facts.day(found.told)):
        return Verdict(Answer.UNSURE, None, (because(Code.FOLLOWED_BUT_NOT_SERVED, **told),))
    day = max(facts.day(found.made), facts.day(found.told))
    if not on_paper:
        return Verdict(Answer.UNSURE, None, (because(Code.FOLLOWED_AFTER_HEARING, **told),))
    return Verdict(Answer.NO, day, (because(Code.REPLACED_AFTER_HEARING, **told),))


def _length_by_law(facts: Circumstances) -> Period | None:
    if facts.instrument is None:
        return None
    term = facts.instrument.term
    return next((length for length in (term.maximum, term.default) if isinstance(length, Period)), None)


def _still_open(facts: Circumstances) -> bool:
    """Whether the event that the paper names has not been recorded."""
    case = facts.case
    over = (case.dismissed, case.acquitted, case.sentenced, case.closed, case.probation_ended)
    ended = any(entry is not None and facts.on_or_after_issue(entry.on) for entry in over)
    return not ended or facts.order.until is Until.FURTHER_ORDER
