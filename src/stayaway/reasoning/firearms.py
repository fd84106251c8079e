"""Does an order bring the federal firearm ban? Its three tests, one by one, and what else forbids firearms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stayaway.law.book import FederalLaw, LawBook, PlaceLaw
from stayaway.law.schema import FirearmsRule
from stayaway.model import (
    Answer,
    AsOf,
    Authority,
    ChargeCategory,
    CriminalCase,
    Kind,
    LawText,
    Order,
    OrderId,
    Papers,
    Period,
    Reason,
    Relationship,
    Stage,
    TermKind,
    because,
    fold_order,
)

from .codes.exposure import FirearmCode

MADE_EARLY = frozenset({Stage.EMERGENCY, Stage.TEMPORARY})
"""Orders that are usually made before the other side is heard."""


@dataclass(frozen=True, slots=True)
class Element:
    """One test of the federal rule, by its letter in the law data, and what decided it."""

    letter: str
    answer: Answer
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class FirearmRule:
    """Whether an order meets every test, each test, and all that is to be said of firearms beside it."""

    order: OrderId
    qualifies: Answer
    elements: tuple[Element, ...]
    reasons: tuple[Reason, ...]


def firearms(order: Order, book: LawBook, at: AsOf, papers: Papers | None = None) -> FirearmRule:
    """The federal firearm rule for an order, as the papers stand at a moment. What no paper says stays unsure.

    >>> from stayaway.model import CaseId, CivilCase, Findings, NoAbuse, OrderId, PersonId, UTC
    >>> from stayaway.law.load import law_book
    >>> from datetime import date
    >>> order = Order(
    ...     OrderId("order"), CivilCase(CaseId("case"), "us-tx", UTC), PersonId("dan"), (PersonId("rosa"),),
    ...     stage=Stage.FINAL, terms=(NoAbuse(),), relationship=Relationship.CHILD_IN_COMMON,
    ...     findings=Findings(heard=Answer.YES, credible_threat=Answer.YES),
    ... )
    >>> rule = firearms(order, law_book(), AsOf(date(2020, 3, 2)))
    >>> rule.qualifies, [element.answer for element in rule.elements]
    (<Answer.YES: 'yes'>, [<Answer.YES: 'yes'>, <Answer.YES: 'yes'>, <Answer.YES: 'yes'>])
    """
    law = book.of(order.case.jurisdiction)
    federal = book.federal
    elements = (_hearing(order, federal), _restraint(order, federal, at, papers), _threat(order, federal))
    qualifies = Answer.every(element.answer for element in elements)
    reasons = (
        _verdict(order, qualifies, federal),
        *(reason for element in elements for reason in element.reasons),
        *_federal_rest(order, qualifies, federal),
        *_own_and_state(order, law, at),
    )
    return FirearmRule(order.id, qualifies, elements, reasons)


def _rule(federal: FederalLaw) -> Authority:
    return federal["firearms_922g8"].authority


def _test(federal: FederalLaw, letter: str) -> LawText:
    return LawText(federal["firearms_922g8"].elements.get(letter, ""))


def _verdict(order: Order, qualifies: Answer, federal: FederalLaw) -> Reason:
    code = {
        Answer.YES: FirearmCode.BARRED,
        Answer.UNSURE: FirearmCode.MAYBE_BARRED,
        Answer.NO: FirearmCode.NOT_BARRED,
    }[qualifies]
    return because(code, _rule(federal), restrained=order.restrained)


def _hearing(order: Order, federal: FederalLaw) -> Element:
    """A: a hearing with actual notice and a chance to take part. Only the paper's own words decide it."""
    heard = order.findings.heard
    if heard is Answer.YES:
        code = FirearmCode.HEARING_MET
    elif heard is Answer.NO:
        code = FirearmCode.HEARING_NOT_MET
    elif order.stage in MADE_EARLY:
        code = FirearmCode.HEARING_OPEN_EARLY_ORDER
    else:
        code = FirearmCode.HEARING_OPEN
    return Element("A", heard, (because(code, _rule(federal), restrained=order.restrained, test=_test(federal, "A")),))


def _restraint(order: Order, federal: FederalLaw, at: AsOf, papers: Papers | None) -> Element:
    """B: it restrains from harassing, stalking or threatening, and whom it protects is a partner or a child."""
    state = fold_order(order, at)
    kinds = {term.kind for term in state.terms or ()}
    # A term against abuse says it; a bare ban on contact may or may not count, and a court would have to say.
    restrains = Answer.YES if TermKind.NO_ABUSE in kinds and not state.terms_may_differ else Answer.UNSURE
    code = FirearmCode.RESTRAINT_MET if restrains is Answer.YES else FirearmCode.RESTRAINT_OPEN
    partner, who = _partner(order, federal, papers)
    restraint = because(code, _rule(federal), test=_test(federal, "B"))
    return Element("B", Answer.every((restrains, partner)), (restraint, who))


def _partner(order: Order, federal: FederalLaw, papers: Papers | None) -> tuple[Answer, Reason]:
    """Is a protected person an intimate partner, or a child of that partner or of the restrained person?"""
    item = federal["firearms_intimate_partner"]
    facts = {"restrained": order.restrained, "protected": order.protects, "rule": LawText(item.plain)}
    relationship = order.relationship
    for known in (relationship, *_told_elsewhere(order, papers)):
        if known in item.relationships:
            return Answer.YES, because(FirearmCode.PARTNER_MET, item.authority, relationship=known, **facts)
    if relationship is None or not item.relationships:
        return Answer.UNSURE, because(FirearmCode.PARTNER_OPEN, item.authority, **facts)
    # A family member may be the restrained person's own child; so may another of several protected people.
    if relationship is Relationship.FAMILY or len(order.protects) != 1:
        return Answer.UNSURE, because(FirearmCode.PARTNER_OPEN_CHILD, item.authority, **facts)
    return Answer.NO, because(FirearmCode.PARTNER_NOT_MET, item.authority, relationship=relationship, **facts)


def _told_elsewhere(order: Order, papers: Papers | None) -> Iterator[Relationship]:
    """What another order says two of the same people are to each other. It can meet the test, never fail it."""
    for other in papers.orders.values() if papers is not None else ():
        same_people = other.restrained == order.restrained and set(other.protects) <= set(order.protects)
        if other.id != order.id and other.protects and same_people and other.relationship is not None:
            yield other.relationship


def _threat(order: Order, federal: FederalLaw) -> Element:
    """C: a finding of a credible threat, or words that forbid force. Either is enough."""
    found = order.findings
    answer = Answer.either((found.credible_threat, found.forbids_force))
    codes: list[FirearmCode] = []
    if found.credible_threat is Answer.YES:
        codes.append(FirearmCode.THREAT_FOUND)
    if found.forbids_force is Answer.YES:
        codes.append(FirearmCode.FORCE_FORBIDDEN)
    if not codes:
        codes.append(FirearmCode.THREAT_NOT_MET if answer is Answer.NO else FirearmCode.THREAT_OPEN)
    facts = {"restrained": order.restrained, "protected": order.protects, "test": _test(federal, "C")}
    return Element("C", answer, tuple(because(code, _rule(federal), **facts) for code in codes))


def _federal_rest(order: Order, qualifies: Answer, federal: FederalLaw) -> Iterator[Reason]:
    """The punishment, the Supreme Court's word, official use; and the ban that a conviction brings by itself."""
    if qualifies is not Answer.NO:
        penalty = federal["firearms_penalty"]
        if isinstance(penalty.max_jail, str):
            facts = {"max_jail": Period(penalty.max_jail), "rule": LawText(penalty.plain)}
            yield because(FirearmCode.PENALTY, penalty.authority, **facts)
        if order.findings.credible_threat is Answer.YES:
            upheld = federal["rahimi"]
            yield because(FirearmCode.UPHELD, upheld.authority, rule=LawText(upheld.plain))
        official = federal["firearms_official_use"]
        yield because(FirearmCode.OFFICIAL_USE, official.authority, rule=LawText(official.plain))
    case = order.case
    if isinstance(case, CriminalCase) and case.charge and case.charge.category is ChargeCategory.DOMESTIC_VIOLENCE:
        conviction = federal["firearms_922g9"]
        yield because(FirearmCode.AFTER_CONVICTION, conviction.authority, rule=LawText(conviction.plain))


def _own_and_state(order: Order, law: PlaceLaw, at: AsOf) -> Iterator[Reason]:
    """The order's own term, and the law of the place. Neither depends on the federal tests."""
    if any(term.kind is TermKind.SURRENDER_FIREARMS for term in fold_order(order, at).terms or ()):
        yield because(FirearmCode.OWN_TERM, restrained=order.restrained)
    relief = law.own.civil_relief if law.known else None
    if order.kind is Kind.CIVIL and relief is not None and relief.firearms is FirearmsRule.MANDATORY:
        yield because(FirearmCode.STATE_TAKES, relief.authority, place=law.name)
    elif order.kind is Kind.CIVIL and relief is not None and relief.firearms is FirearmsRule.DISCRETIONARY:
        yield because(FirearmCode.STATE_MAY_TAKE, relief.authority, place=law.name)
    else:
        yield because(FirearmCode.STATE_OPEN)
