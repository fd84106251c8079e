"""What the law of a place changes in the general rulebook. Each rule passes a verdict on, or changes it.

A rule reads one fact of the law data and says so; where the data is silent the general rule stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.law.schema import Cited, CivilModify, CivilRenewal, CriminalModify, Facts
from stayaway.model import AsOf, Authority, Kind, LawText, Order, Reason, Stage, because

from .codes.authority import AuthorityCode as C
from .instruments import stage_of
from .named import roles_named, roles_that_ask, standing_in
from .renewal import renewal_rule
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

    @property
    def renewal(self) -> CivilRenewal | None:
        """How the order is renewed by the law of its place; None where the place is silent."""
        found = renewal_rule(self.order, self.law)
        return None if found is self.law.general.facts.civil_renewal else found

    @property
    def asking(self) -> CivilModify | CriminalModify | None:
        """Who may ask to change or end the order by the law of its place; None where the place is silent."""
        if not self.law.known:
            return None
        instrument = self.law.instrument_of(self.order)
        if instrument is not None and instrument.asks is not None:
            return self.law.modify_of(self.order.kind, instrument)
        return self.law.own.civil_modify if self.is_civil else self.law.own.criminal_modify


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
    own, general = own_fact(question), _general_fact(question)
    if own is not None and question.act is Act.PERMIT_CONTACT:
        consent = question.law.consent_no_defense
        return consent.authority if consent.stated is True else _authority(general)
    if own is not None and question.role in _who(own):
        return own.authority
    return _authority(general)


def _authority(fact: Cited | None) -> Authority | None:
    return None if fact is None else fact.authority


def _who(fact: Cited) -> frozenset[Role]:
    if isinstance(fact, CivilModify | CriminalModify):
        return roles_that_ask(fact)
    return roles_named(getattr(fact, "who", ()) or getattr(fact, "asked_by", ()))


def own_fact(question: Question) -> Cited | None:
    """What the law of the place says of an act; None where it is silent."""
    if question.is_civil and question.act in RENEWALS:
        return question.renewal
    found = _fact(question, question.law.own)
    # An order type may have a rule of its own on who may ask; then that is what is cited.
    return question.asking if isinstance(found, CivilModify | CriminalModify) else found


def _general_fact(question: Question) -> Cited | None:
    return _fact(question, question.law.general.facts)


def _fact(question: Question, facts: Facts) -> Cited | None:
    """The fact of the law data that an act is about."""
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


def whom_the_place_lets_ask(question: Question, verdict: Verdict) -> Verdict:
    """D1, D6: whom the law of the place lets ask to change or end an order, beyond the general rule or short of it.

    A party to a civil case whom a law file leaves out in plain words may not ask: a file does that only where the law
    does. Whoever only does not stand among the law's own words may, with a caution.
    """
    rule, role = question.asking, question.role
    if rule is None or question.act not in ASKS or role in COURT_OF.values():
        return verdict
    named, place = role in roles_that_ask(rule), question.law.name
    if named and verdict.ruling is Ruling.MAY_NOT:
        if rule.asks is None and (question.is_civil or role is not Role.PROTECTED_PERSON):
            return verdict
        return Verdict(Ruling.MAY_ASK, (because(_lets(role), rule.authority, place=place),))
    if named or verdict.ruling is not Ruling.MAY_ASK:
        return verdict
    if rule.asks is not None and question.is_civil:
        why = because(C.PLACE_DOES_NOT_LET_ROLE_ASK, rule.authority, place=place)
        return Verdict(Ruling.MAY_NOT, (why,), because(C.PATH_LAWYER_LOOKS_FOR_A_WAY))
    if rule.asks is not None or rule.who:
        return verdict.noting(because(C.PLACE_DOES_NOT_NAME_ROLE, rule.authority, place=place))
    return verdict


def where_a_victim_asks_the_court(question: Question, verdict: Verdict) -> Verdict:
    """D2, D6: who cannot do it alone is sent to the court, where its law lets the protected person ask it."""
    if question.is_civil or question.role is not Role.PROTECTED_PERSON:
        return verdict
    rule = question.asking
    tells_prosecutor = verdict.path is not None and verdict.path.code is C.PATH_TELL_PROSECUTOR
    if not tells_prosecutor or rule is None or question.role not in roles_that_ask(rule):
        return verdict
    path = because(C.PATH_ASK_COURT_OR_TELL_PROSECUTOR, rule.authority, place=question.law.name)
    return replace(verdict, path=path)


def _lets(role: Role) -> C:
    """What a role may do that the general rule does not give it."""
    if role is Role.PROTECTED_PERSON:
        return C.PLACE_LETS_VICTIM_ASK
    return C.PLACE_LETS_OTHERS_ASK if role in {Role.FAMILY, Role.ADVOCATE} else C.PLACE_LETS_ROLE_ASK


def how_a_victim_is_heard(question: Question, verdict: Verdict) -> Verdict:
    """D6: how the protected person is heard, whether or not they may ask."""
    rule = question.law.own.criminal_modify
    if question.is_civil or question.role is not Role.PROTECTED_PERSON or rule is None or not question.law.known:
        return verdict
    if question.act not in ACTS_ON_TERMS | {Act.EXPRESS_WISHES} or not rule.victim_voice:
        return verdict
    return verdict.noting(because(C.VICTIM_IS_HEARD, rule.authority, law=LawText(rule.victim_voice)))


def limits_on_asking(question: Question, verdict: Verdict) -> Verdict:
    """D1, F3: what the place asks of a request to change or end an order."""
    rule = question.asking
    if rule is None or question.act not in ASKS or not rule.limits:
        return verdict
    if verdict.ruling is Ruling.MAY_ASK or verdict.reasons[0].code is C.PLACE_DOES_NOT_LET_ROLE_ASK:
        return verdict.noting(because(C.PLACE_SETS_LIMITS, rule.authority, law=LawText(rule.limits)))
    return verdict


def restrained_who_ask_to_renew(question: Question, verdict: Verdict) -> Verdict:
    """A few places let either side ask for a longer order."""
    if not question.is_civil or question.act is not Act.ASK_TO_RENEW or question.role not in RESTRAINED_SIDE:
        return verdict
    rule = question.renewal
    if rule is None or question.role not in roles_named(rule.who):
        return verdict
    why = because(C.PLACE_LETS_RESTRAINED_RENEW, rule.authority, place=question.law.name)
    return Verdict(Ruling.MAY_ASK, (why,))


PLACE_RULES = (
    others_who_petition,
    others_who_ask_for_an_order,
    where_a_victim_asks_for_an_order,
    whom_the_place_lets_ask,
    where_a_victim_asks_the_court,
    how_a_victim_is_heard,
    limits_on_asking,
    restrained_who_ask_to_renew,
)
