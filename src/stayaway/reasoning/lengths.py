"""How long the law lets an order last that was made with a sentence or probation, and whose own end is not known.

It bounds the order, and never says that it stands or that it has ended: a court may have set less, or made it longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from stayaway.law.book import PlaceLaw
from stayaway.law.schema import SentenceMaximum
from stayaway.model import (
    Answer,
    CaseEvent,
    CriminalCase,
    LawText,
    OneOf,
    Order,
    Period,
    Reason,
    Stage,
    Until,
    because,
    day_in,
)

from .codes.standing import StandingCode as Code
from .ends import Circumstances, Verdict
from .instruments import stage_of

WITH_A_SENTENCE = frozenset({Stage.SENTENCE, Stage.PROBATION})
EVENTS = {"sentence": Until.SENTENCE_ENDS, "probation": Until.PROBATION_ENDS}


@dataclass(frozen=True, slots=True)
class Counted:
    """A length of the law, counted on the calendar."""

    end: date
    start: date
    length: Period


def bounded_by_law(facts: Circumstances, verdict: Verdict) -> Verdict:
    """The verdict, with how long the law lets such an order last where nothing shows when it ends.

    Through that day nothing changes. After it, an order that was taken to go on may have ended.
    """
    if verdict.answer is Answer.NO or verdict.ends is not None or facts.state.lengthened_by is not None:
        return verdict
    rule, lengths = facts.law.criminal_sentence, lengths_of(facts.order, facts.law)
    answer, said = verdict.answer, _in_words(lengths, facts, verdict)
    counted = [day for one in lengths if (day := _counted(one, facts)) is not None]
    if lengths and len(counted) == len(lengths):
        last = max(counted, key=lambda day: day.end)
        over = facts.is_past(last.end)
        code, answer = (Code.LONGEST_PASSED, Answer.UNSURE) if over else (Code.LONGEST_AHEAD, answer)
        said = because(code, rule.authority, length=last.length, start=last.start, end=last.end)
    if said is None:
        return verdict
    by_law = rule if verdict.by_law is None else verdict.by_law
    return replace(verdict, answer=answer, reasons=(*verdict.reasons, said), by_law=by_law)


def days_counted_by_law(order: Order, law: PlaceLaw, issued: date | None) -> Iterator[date]:
    """The last days by law, from every day that they may be counted from."""
    zone = order.case.time_zone
    sentenced = [day_in(entry.on, zone) for entry in order.case.docket if entry.event is CaseEvent.SENTENCED]
    for one in lengths_of(order, law):
        if isinstance(one.length, Period):
            yield from (one.length.after(start) for start in (*sentenced, issued) if start is not None)


def lengths_of(order: Order, law: PlaceLaw) -> tuple[SentenceMaximum, ...]:
    """The lengths that the law may set for an order: all that its stage, instrument and charge do not rule out."""
    stage = stage_of(order, law)
    if stage not in WITH_A_SENTENCE:
        return ()
    charge = order.case.charge if isinstance(order.case, CriminalCase) else None
    return tuple(
        one
        for one in law.criminal_sentence.maxima
        if _may_be_its_kind(one, order, stage, law)
        and (charge is None or _may_be(one.level, charge.level))
        and (charge is None or _may_be(one.charge, charge.category))
    )


def _may_be(wanted: str | None, given: str | None) -> bool:
    return wanted is None or given is None or wanted == given


def _may_be_its_kind(one: SentenceMaximum, order: Order, stage: Stage | None, law: PlaceLaw) -> bool:
    instrument = law.instrument_of(order)
    if not one.instruments:
        return True
    if instrument is not None:
        return instrument.id in one.instruments
    return any(law.instruments[key].stage is stage for key in one.instruments if key in law.instruments)


def _counted(one: SentenceMaximum, facts: Circumstances) -> Counted | None:
    """A length from the day that it counts from; None where the papers do not show that day, or it is no length."""
    if not isinstance(one.length, Period) or one.plus is not None or one.counts_from in ("release", "end_of_sentence"):
        return None
    made = facts.day(facts.state.issued) if facts.state.issued is not None else None
    sentenced = facts.day(facts.case.sentenced.on) if facts.case.sentenced is not None else None
    starts = {"entry": (made,), "sentencing": (sentenced or made,), None: (made, sentenced)}[one.counts_from]
    known = [day for day in starts if day is not None]
    return Counted(one.length.after(max(known)), max(known), one.length) if known else None


def _in_words(lengths: tuple[SentenceMaximum, ...], facts: Circumstances, verdict: Verdict) -> Reason | None:
    """What bounds it where no day can be counted: the end of the sentence or probation, or what the sources say."""
    if not lengths:
        return None
    rule = facts.law.criminal_sentence
    if all(one.length in EVENTS and one.plus is None for one in lengths):
        until = OneOf(dict.fromkeys(EVENTS[one.length] for one in lengths))
        if any(reason.facts.get("until") in until for reason in verdict.reasons):
            return None
        return because(Code.LONGEST_UNTIL, rule.authority, until=until)
    return because(Code.LONGEST_IN_WORDS, rule.authority, law=LawText(rule.maximum)) if rule.maximum else None
