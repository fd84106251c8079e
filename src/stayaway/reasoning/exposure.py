"""What a violation of an order can bring, by kind, stage and place.

It speaks of an order while it is in force; whether it is in force is the question of `standing`. Nothing here depends
on who started a contact: an invitation is no input.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.law.schema import ArrestRule, Violation
from stayaway.model import (
    Answer,
    AsOf,
    Authority,
    Kind,
    LawText,
    OneOf,
    Order,
    OrderId,
    Papers,
    Reason,
    Stage,
    because,
    fold_case,
)

from .codes.exposure import ExposureCode as Code
from .felonies import felonies
from .firearms import firearms
from .instruments import kinds_with_own, stage_of

FEDERAL_RULES = (
    ("interstate_violation_travel", Code.FEDERAL_TRAVEL),
    ("interstate_violation_forced_travel", Code.FEDERAL_FORCED_TRAVEL),
    ("interstate_violation_penalties", Code.FEDERAL_PENALTIES),
    ("po_definition_release_conditions", Code.FEDERAL_CRIMINAL_ORDERS),
    ("ffc_duty", Code.FULL_FAITH),
    ("ffc_tests", Code.FULL_FAITH_TESTS),
)
"""The items of the federal layer that bear on a violation, in the order in which they are said."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """One thing that breaking an order can bring."""

    order: OrderId
    reason: Reason


def exposure(order: Order, book: LawBook, at: AsOf, papers: Papers | None = None) -> tuple[Exposure, ...]:
    """All that breaking an order can bring, most urgent first: arrest, charge, jail before trial, and so on.

    >>> from stayaway.model import CaseId, CriminalCase, PersonId, UTC
    >>> from stayaway.law.load import law_book
    >>> from datetime import date
    >>> case = CriminalCase(CaseId("case"), "us-wa", UTC)
    >>> order = Order(OrderId("order"), case, PersonId("dan"), (PersonId("rosa"),), stage=Stage.PRETRIAL)
    >>> [str(item.reason.code) for item in exposure(order, law_book(), AsOf(date(2026, 5, 1)))][:3]
    ['exposure.arrest_mandatory', 'exposure.charge', 'exposure.penalty']
    """
    law = book.of(order.case.jurisdiction)
    found = chain(
        _arrest(order, law),
        _charge(order, law),
        _custody(order, law, at),
        _contempt(order, law),
        _underlying_case(order, law),
        _notes(order, law, at),
        _consent(order, law),
        _federal(order, book),
        firearms(order, book, at, papers).reasons,
        _record(order, law),
    )
    return tuple(Exposure(order.id, reason) for reason in found)


def _violation(order: Order, law: PlaceLaw) -> Violation:
    """What breaking the order can bring: by its instrument, or else by the place, or else by the general rule."""
    return law.violation_of(order.kind, law.instrument_of(order))


def _own_violation(order: Order, law: PlaceLaw) -> Violation | None:
    """What the place itself says; None where only the general rule is left."""
    found = _violation(order, law)
    return None if found is _general_rule(order, law) else found


def _general_rule(order: Order, law: PlaceLaw) -> Violation | None:
    facts = law.general.facts
    return facts.violation_civil if order.kind is Kind.CIVIL else facts.violation_criminal


def _general(order: Order, law: PlaceLaw) -> Authority | None:
    rule = _general_rule(order, law)
    return rule.authority if rule is not None else None


def _arrest(order: Order, law: PlaceLaw) -> Iterator[Reason]:
    violation = _violation(order, law)
    match violation.arrest:
        case ArrestRule.MANDATORY:
            yield because(Code.ARREST_MANDATORY, violation.authority, restrained=order.restrained)
        case ArrestRule.PERMITTED:
            yield because(Code.ARREST_PERMITTED, violation.authority, restrained=order.restrained)
        case ArrestRule.UNKNOWN:
            yield because(Code.ARREST_UNKNOWN, _general(order, law), restrained=order.restrained)


def _charge(order: Order, law: PlaceLaw) -> Iterator[Reason]:
    """H1, H2: the crime, its weight, and what makes it a felony.

    A crime is claimed only where the law of the place gives a punishment for it. Where it gives none (no separate crime
    was found, or nobody read the number), the sources' own words stand.
    """
    violation = _own_violation(order, law)
    if violation is None:
        yield because(Code.CHARGE_GENERAL, _general(order, law))
        return
    authority = violation.authority
    punished = violation.max_jail is not None or violation.max_fine is not None
    facts = {"offense": LawText(violation.offense)}
    if violation.grade is not None:
        code = Code.CHARGE if punished else Code.CHARGE_AS_FOUND
        yield because(code, authority, **facts, grade=LawText(violation.grade))
    else:
        yield because(Code.CHARGE_UNGRADED if punished else Code.CHARGE_AS_FOUND_UNGRADED, authority, **facts)
    if violation.max_jail is not None and violation.max_fine is not None:
        yield because(Code.PENALTY, authority, max_jail=violation.max_jail, max_fine=violation.max_fine)
    elif violation.max_jail is not None:
        yield because(Code.PENALTY_JAIL, authority, max_jail=violation.max_jail)
    elif violation.max_fine is not None:
        yield because(Code.PENALTY_FINE, authority, max_fine=violation.max_fine)
    yield from felonies(order, violation)


def _custody(order: Order, law: PlaceLaw, at: AsOf) -> Iterator[Reason]:
    """H2: what stands to be lost at each stage of a criminal case. Stage unknown: each that could apply, as unsure."""
    if order.kind is Kind.CIVIL:
        return
    violation, general = _violation(order, law), _general(order, law)
    release = violation.authority if violation.release_revocation is True else general
    facts = {"restrained": order.restrained}
    stage = stage_of(order, law)
    if stage is None:
        yield because(Code.RELEASE_REVOKED_IF, release, **facts)
        yield because(Code.PROBATION_REVOKED_IF, general, **facts)
        yield because(Code.SENTENCE_CONSEQUENCES_IF, general, **facts)
        return
    if stage in (Stage.PRETRIAL, Stage.EMERGENCY) and violation.release_revocation is not False:
        yield because(Code.RELEASE_REVOKED, release, **facts)
    case = fold_case(order.case, at)
    if stage is Stage.PROBATION or (case.probation_started is not None and case.probation_ended is None):
        yield because(Code.PROBATION_REVOKED, general, **facts)
    if stage is Stage.SENTENCE:
        yield because(Code.SENTENCE_CONSEQUENCES, general, **facts)


def _contempt(order: Order, law: PlaceLaw) -> Iterator[Reason]:
    violation = _violation(order, law)
    if violation.contempt is True:
        yield because(Code.CONTEMPT, violation.authority)
    elif violation.contempt is False:
        yield because(Code.CONTEMPT_NOT_LISTED, violation.authority)
    else:
        yield because(Code.CONTEMPT_UNKNOWN, _general(order, law))


def _underlying_case(order: Order, law: PlaceLaw) -> Iterator[Reason]:
    if order.kind is Kind.CIVIL:
        return
    stage = stage_of(order, law)
    if stage is None:
        yield because(Code.UNDERLYING_CASE_IF, _general(order, law))
    elif stage in (Stage.PRETRIAL, Stage.EMERGENCY):
        yield because(Code.UNDERLYING_CASE, _general(order, law))


def _notes(order: Order, law: PlaceLaw, at: AsOf) -> Iterator[Reason]:
    """What the sources add (which orders and terms the rule reaches), and whether it was the law of that day."""
    own = kinds_with_own("violation", order, law)
    if own:
        yield because(Code.OWN_RULE_FOR_SOME, names=own)
    violation = _own_violation(order, law)
    if violation is None:
        return
    if violation.note is not None:
        yield because(Code.LAW_NOTE, violation.authority, note=LawText(violation.note))
    day = at.day(order.case.time_zone)
    if law.holds_on(violation, day) is not Answer.YES:
        yield because(Code.LAW_OF_THAT_DAY_UNKNOWN, violation.authority, day=day)


def _consent(order: Order, law: PlaceLaw) -> Iterator[Reason]:
    """H3, H4: an invitation changes nothing, and the order binds one side only. A defence in court is for a lawyer."""
    facts = law.general.facts
    general = facts.consent_no_defense.authority if facts.consent_no_defense is not None else None
    protected = OneOf(order.protects)
    yield because(Code.INVITED_ALL_THE_SAME, general, protected=protected)
    yield because(Code.BINDS_ONE_SIDE, general, restrained=order.restrained, protected=protected)
    consent = law.consent_no_defense
    detail = LawText(consent.detail or "")
    excepted = consent.except_instruments
    if consent.stated is False or (order.instrument is not None and order.instrument in excepted):
        yield because(Code.CONSENT_MAY_BE_RAISED, consent.authority, detail=detail)
    elif excepted and order.instrument is None and _could_be(order, law, excepted):
        names = tuple(law.instruments[key].name for key in excepted if key in law.instruments)
        yield because(Code.CONSENT_MAY_BE_RAISED_FOR_SOME, consent.authority, names=names, detail=detail)
    elif consent.stated is True:
        yield because(Code.CONSENT_NO_EXCUSE, consent.authority, detail=detail)
    else:
        yield because(Code.CONSENT_UNKNOWN, general)


def _could_be(order: Order, law: PlaceLaw, instruments: tuple[str, ...]) -> bool:
    return any(key in law.instruments and law.instruments[key].track is order.kind for key in instruments)


def _federal(order: Order, book: LawBook) -> Iterator[Reason]:
    """Crossing a state line, and that the order counts in every state: the federal layer's own words."""
    for key, code in FEDERAL_RULES:
        item = book.federal.items.get(key)
        if item is not None and item.applies in ("both", order.kind.value):
            yield because(code, item.authority, rule=LawText(item.plain))


def _record(order: Order, law: PlaceLaw) -> Iterator[Reason]:
    """L4: what a background check can show."""
    if order.kind is Kind.CIVIL:
        yield because(Code.RECORD_OF_ORDER, _general(order, law))
    yield because(Code.RECORD_OF_CHARGE, _general(order, law))
