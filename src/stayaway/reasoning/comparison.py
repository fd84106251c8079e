"""The two kinds of order side by side (I1 to I5), and the four common questions (L1 to L4).

Nothing is decided here: every answer is read from the rulebook, from exposure, and from the law data, for the general
rule or for one place, so that a page of questions and answers cannot drift from what the other commands say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.law.schema import Cited, EndRule, Instrument, MandatoryRule
from stayaway.model import (
    Answer,
    AsOf,
    Authority,
    CaseId,
    CivilCase,
    CriminalCase,
    Kind,
    LawText,
    Order,
    OrderId,
    Period,
    PersonId,
    Reason,
    Stage,
    because,
)

from .authority import RulingFinding, ruling
from .codes.comparison import ComparisonCode as C
from .codes.exposure import ExposureCode
from .exposure import exposure
from .rulebook import COURT_OF, Act, Role, Ruling, general_rule

COURTS = {Role.CIVIL_COURT: C.COURT_CIVIL, Role.CRIMINAL_COURT: C.COURT_CRIMINAL}
_ANY_DAY = date(2025, 6, 1)
RECORDS = (ExposureCode.RECORD_OF_ORDER, ExposureCode.RECORD_OF_CHARGE)


@dataclass(frozen=True, slots=True)
class Row:
    """One question of the quick reference, with the answer for each kind."""

    question: Reason
    civil: tuple[Reason, ...]
    criminal: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long an order type of a place lasts."""

    instrument: Instrument
    length: Reason


@dataclass(frozen=True, slots=True)
class FaqAnswer:
    """A common question: yes, no, or (where it depends) unsure, with what to know. The first reason answers."""

    question: Reason
    answer: Answer
    reasons: tuple[Reason, ...]

    @property
    def authority(self) -> Authority | None:
        """What the answer rests on."""
        return next((reason.authority for reason in self.reasons if reason.authority is not None), None)


def compare(book: LawBook, jurisdiction: str | None, at: AsOf) -> tuple[Row, ...]:
    """The quick reference: general, or (a place given) with what the law of the place adds.

    >>> from datetime import date
    >>> from stayaway.law.load import law_book
    >>> rows = compare(law_book(), None, AsOf(date(2025, 3, 10)))
    >>> [str(row.question.code) for row in rows][:2], str(rows[2].criminal[0].code)
    (['comparison.who_files', 'comparison.which_court'], 'comparison.end_not_alone')
    """
    law = book.of(jurisdiction)
    civil, criminal = _sample(Kind.CIVIL, law), _sample(Kind.CRIMINAL, law)
    facts = law.general.facts
    return (
        _who_files(law),
        Row(because(C.WHICH_COURT), *((because(COURTS[COURT_OF[kind]]),) for kind in Kind)),
        Row(
            because(C.CAN_THEY_END_IT),
            tuple(_ending(ruling(civil, Act.ASK_TO_END, Role.PROTECTED_PERSON, book, at), law)),
            tuple(_ending(ruling(criminal, Act.ASK_TO_END, Role.PROTECTED_PERSON, book, at), law)),
        ),
        Row(because(C.HOW_LONG), tuple(_renewable(law)), tuple(_with_its_case(law))),
        Row(
            because(C.CASE_PENDING),
            (because(C.NO_CASE_NEEDED, _authority(facts.civil_petitioners)),),
            # By definition: the kind of an order is the kind of its case.
            (because(C.CASE_NEEDED),),
        ),
    )


def lasting(law: PlaceLaw) -> tuple[Lasting, ...]:
    """The order types of a place with how long each lasts.

    >>> from stayaway.law.load import place_law
    >>> {str(one.length.code) for one in lasting(place_law("us-wa")) if one.instrument.id == "wa-dvpo"}
    {'comparison.length_at_least'}
    """
    if not law.known:
        return ()
    return tuple(Lasting(instrument, _length(instrument)) for instrument in law.file.instruments)


def faq(book: LawBook, jurisdiction: str | None, at: AsOf) -> tuple[FaqAnswer, ...]:
    """The four common questions, answered by the rules: general, or (a place given) with the law of the place.

    >>> from datetime import date
    >>> from stayaway.law.load import law_book
    >>> [found.answer.value for found in faq(law_book(), None, AsOf(date(2025, 3, 10)))]
    ['yes', 'yes', 'yes', 'unsure']
    """
    law = book.of(jurisdiction)
    return (_both(law), _without_case(law), _never_asked(law), _record(law, book, at))


# ---- the quick reference ----------------------------------------------------------------------------------------


def _sample(kind: Kind, law: PlaceLaw) -> Order:
    """An order of the place of which nothing more is known, to ask the rulebook about."""
    case = (CivilCase if kind is Kind.CIVIL else CriminalCase)(CaseId(kind.value), law.code, law.time_zone)
    stage = Stage.FINAL if kind is Kind.CIVIL else Stage.PRETRIAL
    return Order(OrderId(kind.value), case, PersonId("restrained"), (PersonId("protected"),), stage)


def _who_files(law: PlaceLaw) -> Row:
    """I1: who starts it, by the rulebook; and whom the law of the place names."""
    assert general_rule(Kind.CIVIL, Act.PETITION, Role.PROTECTED_PERSON).ruling is Ruling.MAY
    assert general_rule(Kind.CRIMINAL, Act.PETITION, Role.PROTECTED_PERSON).ruling is Ruling.MAY_NOT
    general = law.general.facts
    civil = [because(C.FILES_PROTECTED_PERSON, _authority(general.civil_petitioners))]
    criminal = [because(C.FILES_CRIMINAL_COURT, _authority(general.criminal_pretrial))]
    own, asked = law.own.civil_petitioners, law.own.criminal_pretrial
    if law.known and own is not None and own.who:
        civil.append(because(C.FILES_NAMED, own.authority, place=law.name, who=_listed(own.who)))
    if law.known and asked is not None and asked.asked_by:
        criminal.append(because(C.FILES_NAMED, asked.authority, place=law.name, who=_listed(asked.asked_by)))
    return Row(because(C.WHO_FILES), tuple(civil), tuple(criminal))


def _authority(fact: Cited | None) -> Authority | None:
    return None if fact is None else fact.authority


def _listed(words: tuple[str, ...]) -> LawText:
    return LawText("; ".join(words))


def _ending(found: RulingFinding, law: PlaceLaw) -> Iterator[Reason]:
    """I3: may the protected person end it? By petition, or not alone; some places let them ask the criminal court."""
    authority = found.reasons[0].authority
    if found.ruling is Ruling.MAY_NOT:
        yield because(C.END_NOT_ALONE, authority)
    elif str(found.order) == Kind.CIVIL.value:
        yield because(C.END_BY_PETITION, authority)
    else:
        general = law.general.facts.criminal_modify
        yield because(C.END_NOT_ALONE, _authority(general))
        yield because(C.END_MAY_ASK_COURT, authority, place=law.name)


def _renewable(law: PlaceLaw) -> Iterator[Reason]:
    """I4, civil: a set time, and when renewal is asked for."""
    general = law.general.facts.civil_renewal
    yield because(C.LASTS_SET_TIME, _authority(general))
    yield from renewal_here(law)


def renewal_here(law: PlaceLaw) -> Iterator[Reason]:
    """When renewal is asked for by the law of a place; nothing where the place is silent."""
    own = law.own.civil_renewal
    if not law.known or own is None:
        return
    if own.opens_before is not None:
        yield because(C.RENEWAL_OPENS, own.authority, place=law.name, length=own.opens_before)
    if own.closes_after is not None and own.closes_after.after(_ANY_DAY) > _ANY_DAY:
        yield because(C.RENEWAL_AFTER_END, own.authority, place=law.name, length=own.closes_after)
    elif own.must_ask_before_expiry is True:
        yield because(C.RENEWAL_BEFORE_END, own.authority, place=law.name)


def _with_its_case(law: PlaceLaw) -> Iterator[Reason]:
    """I4, criminal: as long as the case or the probation; and what a dismissal does here."""
    general, own = law.general.facts.criminal_ends, law.own.criminal_ends
    yield because(C.LASTS_WITH_CASE, _authority(general))
    if law.known and own is not None and own.on_dismissal is not EndRule.UNKNOWN:
        yield because(C.ON_DISMISSAL, own.authority, place=law.name, rule=own.on_dismissal)


def _length(instrument: Instrument) -> Reason:
    term = instrument.term
    default = term.default if isinstance(term.default, Period) else None
    most = term.maximum if isinstance(term.maximum, Period) else None
    limitless = "none" in (term.maximum, term.default)
    told = {"length": default, "least": term.minimum, "most": most, "until": term.until}
    codes = (
        (C.LENGTH_SET_AT_MOST, default is not None and most not in (None, default)),
        (C.LENGTH_SET, default is not None),
        (C.LENGTH_BETWEEN, term.minimum is not None and most is not None),
        (C.LENGTH_AT_MOST, most is not None),
        (C.LENGTH_AT_LEAST, term.minimum is not None),
        (C.LENGTH_UNTIL, term.until is not None),
        (C.LENGTH_NO_LIMIT, limitless),
    )
    code = next((code for code, fits in codes if fits), C.LENGTH_NOT_KNOWN)
    return because(code, instrument.authority, **told)


# ---- the common questions ---------------------------------------------------------------------------------------


def _both(law: PlaceLaw) -> FaqAnswer:
    """L1: both govern; all terms of each; the stricter one where they differ (`reasoning.governing`)."""
    general, own = law.general.facts.both_orders, law.own.both_orders
    said = [because(C.BOTH_GOVERN, _authority(general)), because(C.BOTH_LAWYER)]
    if law.known and own is not None:
        detail = LawText(own.detail or "")
        said.append(because(C.BOTH_HERE, own.authority, place=law.name, rule=own.rule, detail=detail))
    return FaqAnswer(because(C.ASK_BOTH), Answer.YES, tuple(said))


def _without_case(law: PlaceLaw) -> FaqAnswer:
    """L2: a civil order needs no criminal case: the rulebook lets the protected person petition, whatever else is."""
    general, own = law.general.facts.civil_petitioners, law.own.civil_petitioners
    may = general_rule(Kind.CIVIL, Act.PETITION, Role.PROTECTED_PERSON).ruling is Ruling.MAY
    rests = _authority(general)
    said = [because(C.WITHOUT_CASE_YES, rests), because(C.WITHOUT_CASE_GROUNDS, rests)]
    if law.known and own is not None and own.who:
        said.append(because(C.WITHOUT_CASE_HERE, own.authority, place=law.name, who=_listed(own.who)))
    return FaqAnswer(because(C.ASK_WITHOUT_CASE), Answer.YES if may else Answer.NO, tuple(said))


def _never_asked(law: PlaceLaw) -> FaqAnswer:
    """L3: the criminal court may make one unasked: asking is no precondition (`criminal_pretrial`)."""
    general, own = law.general.facts.criminal_pretrial, law.own.criminal_pretrial
    may = general_rule(Kind.CRIMINAL, Act.IMPOSE, Role.CRIMINAL_COURT).ruling is Ruling.MAY
    rests = _authority(general)
    said = [because(C.NEVER_ASKED_YES, rests), because(C.NEVER_ASKED_ROUTINE, rests)]
    if law.known and own is not None and own.asked_by:
        said.append(because(C.NEVER_ASKED_HERE, own.authority, place=law.name, who=_listed(own.asked_by)))
    if law.known and own is not None and own.mandatory is not MandatoryRule.UNKNOWN:
        said.append(because(C.NEVER_ASKED_DUTY_HERE, own.authority, place=law.name, rule=own.mandatory))
    return FaqAnswer(because(C.ASK_NEVER_ASKED), Answer.YES if may else Answer.NO, tuple(said))


def _record(law: PlaceLaw, book: LawBook, at: AsOf) -> FaqAnswer:
    """L4: what a background check can show, as exposure says it."""
    found = exposure(_sample(Kind.CIVIL, law), book, at)
    said = [item.reason for item in found if item.reason.code in RECORDS]
    return FaqAnswer(because(C.ASK_RECORD), Answer.UNSURE, (*said, because(C.RECORD_LOOK)))
