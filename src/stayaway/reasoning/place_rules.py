"""What the law of a place changes in the general rulebook. Each rule passes a verdict on, or changes it.

A rule reads one fact of the law data and says so; where the data is silent the general rule stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.law.schema import Cited
from stayaway.model import AsOf, Authority, Kind, LawText, Order, Reason, Stage, because

from .codes.authority import AuthorityCode as C
from .named import roles_named, standing_in
from .renewal import stage_of
from .rulebook import COURT_OF, Act, Role, Ruling

ASKS = frozenset({Act.ASK_TO_CHANGE, Act.ASK_TO_END})
ACTS_ON_TERMS = ASKS | {Act.CHANGE, Act.END}
RENEWALS = frozenset({Act.ASK_TO_RENEW, Act.RENEW})
RESTRAINED_SIDE = frozenset({Role.RESTRAINED_PERSON, Role.DEFENSE_COUNSEL})
BEFORE_TRIAL = frozenset({Stage.EMERGENCY, Stage.PRETRIAL, None})


@dataclass(frozen=True, slots=True)
class Question:
    """One act of one role on one order, under the law of its place, as of a moment."""

    order: Order
    act: Act
    role: Role
    book: LawBook
    at: AsOf

    @property
    def law(self) -> PlaceLaw:
        """The law of the order's place."""
        return self.book.of(self.order.case.jurisdiction)

    @property
    def is_civil(self) -> bool:
        """Whether the order is a civil one."""
        return self.order.kind is Kind.CIVIL


@dataclass(frozen=True, slots=True)
class Verdict:
    """A ruling with what decided it. The first reason is the one that decided."""

    ruling: Ruling
    reasons: tuple[Reason, ...]
    path: Reason | None = None

    def noting(self, *reasons: Reason) -> Verdict:
        """The same ruling with more said."""
        return replace(self, reasons=(*self.reasons, *reasons))


def rests_on(question: Question) -> Authority | None:
    """What a general rule rests on: the place's own law where that names the role, otherwise the general rule."""
    own, general = _fact(question, own=True), _fact(question, own=False)
    if own is not None and question.act is Act.PERMIT_CONTACT:
        consent = question.law.consent_no_defense
        return consent.authority if consent.stated is True else _authority(general)
    if own is not None and question.role in roles_named(_who(own)):
        return own.authority
    return _authority(general)


def _authority(fact: Cited | None) -> Authority | None:
    return None if fact is None else fact.authority


def _who(fact: Cited) -> tuple[str, ...]:
    who: tuple[str, ...] = getattr(fact, "who", ()) or getattr(fact, "asked_by", ())
    return who


def _fact(question: Question, *, own: bool) -> Cited | None:
    """The fact of the law data that an act is about."""
    facts = question.law.own if own else question.law.general.facts
    if question.act is Act.PERMIT_CONTACT:
        return facts.consent_no_defense
    if question.act is Act.REPORT_VIOLATION:
        return facts.violation_civil if question.is_civil else facts.violation_criminal
    if question.act in {Act.PETITION, Act.IMPOSE}:
        if question.is_civil:
            return facts.civil_petitioners
        return facts.criminal_pretrial if _before_trial(question) else facts.criminal_sentence
    if question.is_civil and question.act in RENEWALS:
        return facts.civil_renewal
    return facts.civil_modify if question.is_civil else facts.criminal_modify


def _before_trial(question: Question) -> bool:
    return stage_of(question.order, question.law) in BEFORE_TRIAL


def others_who_petition(question: Question, verdict: Verdict) -> Verdict:
    """Some places let a prosecutor petition for a civil order, or a relative or advocate ask in another's place."""
    if not (question.is_civil and question.act is Act.PETITION):
        return verdict
    rule = question.law.civil_petitioners
    if question.role is Role.PROSECUTOR and Role.PROSECUTOR in roles_named(rule.who):
        return Verdict(
            Ruling.MAY, (because(C.PLACE_LETS_PROSECUTOR_PETITION, rule.authority, place=question.law.name),)
        )
    if question.role in {Role.FAMILY, Role.ADVOCATE}:
        words = standing_in(rule.who, question.role)
        if words:
            return Verdict(
                Ruling.MAY_ASK,
                (because(C.PLACE_LETS_OTHERS_PETITION, rule.authority, place=question.law.name),),
                because(C.PATH_PETITION_FOR_ANOTHER, rule.authority, law=words),
            )
    return verdict


def others_who_ask_for_an_order(question: Question, verdict: Verdict) -> Verdict:
    """Some places let police ask for an order at once, or let the victim or family ask the criminal court."""
    if question.act is not Act.IMPOSE or verdict.ruling is not Ruling.MAY_NOT:
        return verdict
    if question.role in {*COURT_OF.values(), *RESTRAINED_SIDE}:
        return verdict
    law = question.law
    if question.is_civil:
        if question.role is Role.LAW_ENFORCEMENT and question.role in roles_named(law.civil_petitioners.who):
            why = because(C.PLACE_LETS_OFFICER_ASK, law.civil_petitioners.authority, place=law.name)
            return Verdict(Ruling.MAY_ASK, (why,))
        return verdict
    if not _before_trial(question) or question.role not in roles_named(law.criminal_pretrial.asked_by):
        return verdict
    code = C.PLACE_LETS_OFFICER_ASK if question.role is Role.LAW_ENFORCEMENT else C.PLACE_LETS_ONE_ASK_FOR_ORDER
    return Verdict(Ruling.MAY_ASK, (because(code, law.criminal_pretrial.authority, place=law.name),))


def where_a_victim_asks_for_an_order(question: Question, verdict: Verdict) -> Verdict:
    """C5 stands everywhere: there is no petition. But where the criminal court hears the victim, the path says so."""
    if question.is_civil or question.act is not Act.PETITION or question.role is not Role.PROTECTED_PERSON:
        return verdict
    rule = question.law.criminal_pretrial
    if not _before_trial(question) or question.role not in roles_named(rule.asked_by):
        return verdict
    return replace(verdict, path=because(C.PATH_ASK_THE_CRIMINAL_COURT_HERE, rule.authority, place=question.law.name))


def how_a_victim_is_heard(question: Question, verdict: Verdict) -> Verdict:
    """D6: where the place lets the victim ask the criminal court, they may ask; everywhere, how they are heard."""
    if question.is_civil or question.role is not Role.PROTECTED_PERSON:
        return verdict
    rule = question.law.own.criminal_modify
    if rule is None or question.act not in ACTS_ON_TERMS | {Act.EXPRESS_WISHES}:
        return verdict
    if question.act in ASKS and Role.PROTECTED_PERSON in roles_named(rule.who):
        verdict = Verdict(Ruling.MAY_ASK, (because(C.PLACE_LETS_VICTIM_ASK, rule.authority, place=question.law.name),))
    if rule.victim_voice and question.law.known:
        verdict = verdict.noting(because(C.VICTIM_IS_HEARD, rule.authority, law=LawText(rule.victim_voice)))
    return verdict


def limits_on_asking(question: Question, verdict: Verdict) -> Verdict:
    """D1, F3: what the place asks of a request to change or end an order, and whether it names this side at all."""
    if question.act not in ASKS or verdict.ruling is not Ruling.MAY_ASK or not question.law.known:
        return verdict
    own = question.law.own
    rule = own.civil_modify if question.is_civil else own.criminal_modify
    if rule is None:
        return verdict
    if rule.who and question.role not in roles_named(rule.who):
        verdict = verdict.noting(because(C.PLACE_DOES_NOT_NAME_ROLE, rule.authority, place=question.law.name))
    if rule.limits:
        verdict = verdict.noting(because(C.PLACE_SETS_LIMITS, rule.authority, law=LawText(rule.limits)))
    return verdict


def restrained_who_ask_to_renew(question: Question, verdict: Verdict) -> Verdict:
    """A few places let either side ask for a longer order."""
    if not question.is_civil or question.act is not Act.ASK_TO_RENEW or question.role not in RESTRAINED_SIDE:
        return verdict
    rule = question.law.civil_renewal
    if question.role not in roles_named(rule.who):
        return verdict
    why = because(C.PLACE_LETS_RESTRAINED_RENEW, rule.authority, place=question.law.name)
    return Verdict(Ruling.MAY_ASK, (why,))


PLACE_RULES = (
    others_who_petition,
    others_who_ask_for_an_order,
    where_a_victim_asks_for_an_order,
    how_a_victim_is_heard,
    limits_on_asking,
    restrained_who_ask_to_renew,
)
