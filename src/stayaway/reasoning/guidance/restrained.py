"""For somebody under an order: what to do, never how to get around it."""

from __future__ import annotations

from collections.abc import Iterable

from stayaway.law.book import PlaceLaw
from stayaway.law.schema import FirearmsRule
from stayaway.model import (
    EVERY_CHANNEL,
    Answer,
    ChargeLevel,
    CriminalCase,
    Custody,
    Exchange,
    Kind,
    MoveOut,
    Never,
    NoContact,
    OneOf,
    Other,
    PaySupport,
    PersonId,
    Reason,
    StayAway,
    SurrenderFirearms,
    Term,
    because,
)

from ..codes.guidance import GuidanceCode as C
from ..firearms import firearms
from ..rulebook import Role
from .situation import Held, Situation
from .step import Step, Steps, Urgency

ROLE = Role.RESTRAINED_PERSON


def restrained_steps(here: Situation) -> Steps:
    """Everything for the restrained side of the papers."""
    live = here.live(ROLE)
    yield from contact(live)
    if not here.as_role(ROLE):
        # A case runs against the reader, and the papers hold no order of it.
        yield from before_an_order(here.law)
    for held in live:
        yield Step(because(C.OBEY_EVERY_TERM, order=held.order.id), None, held.order.id, Urgency.AT_ONCE)
        yield from unclear(held)
        yield from guns(held, here)
        yield from duties(held, here)
        yield from change(held)
        yield from last_day(held)
    for case in here.cases_as(ROLE):
        for hearing, day in here.hearings(case):
            where = case.court or case.id
            yield Step(because(C.HEARING_RESTRAINED, on=hearing, court=where), day, None, Urgency.DUE)
        if isinstance(case, CriminalCase) and not here.is_over(case):
            yield from counsel(case, here)
    yield from both(here)
    for held in here.as_role(ROLE):
        if held.has_ended:
            yield from ended(held)


def before_an_order(law: PlaceLaw) -> Steps:
    """J3, J4, where no order is at hand: obey, no contact, go to the hearings, contest through the court."""
    yield Step(because(C.OBEY_THE_ORDER, law.consent_no_defense.authority), urgency=Urgency.AT_ONCE)
    yield Step(because(C.IF_CONTACTED), urgency=Urgency.AT_ONCE)
    yield Step(because(C.GO_TO_EVERY_HEARING), urgency=Urgency.DUE)
    yield Step(because(C.CONTEST_THROUGH_THE_COURT, law.civil_modify.authority), urgency=Urgency.NEXT)


def contact(live: Iterable[Held]) -> Steps:
    """J4, H3: no contact, whoever starts it. An exception counts only where every order that forbids contact has it."""
    strict: dict[PersonId, None] = {}
    excepted: dict[PersonId, None] = {}
    for held in live:
        for person, has_exception in _forbidden(held):
            (excepted if has_exception else strict).setdefault(person)
    people = OneOf(strict)
    rest = OneOf(person for person in excepted if person not in strict)
    if people:
        yield Step(because(C.NO_CONTACT, protected=people), urgency=Urgency.AT_ONCE)
        yield Step(because(C.IF_THEY_CONTACT_YOU, protected=people), urgency=Urgency.AT_ONCE)
        yield Step(because(C.NO_MESSENGERS, protected=people), urgency=Urgency.DUTY)
    if rest:
        yield Step(because(C.NO_CONTACT_BEYOND_EXCEPTIONS, protected=rest), urgency=Urgency.AT_ONCE)
        yield Step(because(C.IF_CONTACT_GOES_BEYOND, protected=rest), urgency=Urgency.AT_ONCE)


def _forbidden(held: Held) -> Iterable[tuple[PersonId, bool]]:
    """Whom the order keeps the reader from, and whether some contact is left. Terms not known: none is."""
    if held.terms is None:
        return [(person, False) for person in held.order.protects]
    return [
        (person, _leaves_some(term))
        for term in held.terms
        if isinstance(term, NoContact | StayAway)
        for person in _toward(term, held)
    ]


def _leaves_some(term: NoContact | StayAway) -> bool:
    return isinstance(term, StayAway) or bool(term.exemptions) or term.by != EVERY_CHANNEL


def _toward(term: NoContact | StayAway, held: Held) -> Iterable[PersonId]:
    if isinstance(term, NoContact):
        return held.order.protects if term.toward is None else term.toward
    return [person for person in held.order.protects if person in term.away_from]


def unclear(held: Held) -> Steps:
    """F7: when it is unclear whether it stands, do not take it to have ended."""
    if held.is_unclear:
        where = held.order.case.court or held.order.case.id
        why = because(C.UNCLEAR_RESTRAINED, order=held.order.id, court=where)
        yield Step(why, None, held.order.id, Urgency.AT_ONCE)


def guns(held: Held, here: Situation) -> Steps:
    """The order's own term, the federal rule where it may apply, and what the place orders."""
    order = held.order
    if any(isinstance(term, SurrenderFirearms) for term in held.standing.state.terms or ()):
        yield Step(because(C.FIREARMS_OWN_TERM, order=order.id), None, order.id, Urgency.AT_ONCE)
    rule = firearms(order, here.book, here.at, here.papers)
    if rule.qualifies is not Answer.NO:
        authority = here.book.federal["firearms_922g8"].authority
        yield Step(because(C.FIREARMS_FEDERAL, authority), urgency=Urgency.DUTY)
    relief = held.law.own.civil_relief if held.law.known else None
    if order.kind is Kind.CIVIL and relief is not None and relief.firearms is FirearmsRule.MANDATORY:
        yield Step(because(C.FIREARMS_PLACE, relief.authority, place=held.law.name), urgency=Urgency.DUTY)


def duties(held: Held, here: Situation) -> Steps:
    """What the order requires: leave a home, pay, keep to the terms on children, and its other words."""
    id = held.order.id
    for term in held.standing.state.terms or ():
        reason = _duty(term, held, here)
        if reason is not None:
            yield Step(reason, None, id, Urgency.DUTY)


def _duty(term: Term, held: Held, here: Situation) -> Reason | None:
    id = held.order.id
    match term:
        case MoveOut(of=home):
            place = here.papers.places.get(home) if home is not None else None
            # A confidential place is never named to the restrained side, not even by its label.
            if place is None or place.confidential:
                return because(C.MOVE_OUT, order=id)
            return because(C.MOVE_OUT_OF, order=id, home=home)
        case PaySupport(note=None):
            return because(C.PAY_SUPPORT, order=id)
        case PaySupport(note=note):
            return because(C.PAY_SUPPORT_AS_WRITTEN, order=id, words=note)
        case Custody() | Exchange():
            return because(C.CHILDREN_TERMS, order=id)
        case Other(text=text):
            return because(C.OTHER_TERM, order=id, words=text)
    return None


def change(held: Held) -> Steps:
    """J3: contest it or have it changed through the court, never by ignoring it."""
    civil = held.order.kind is Kind.CIVIL
    rule = held.law.civil_modify if civil else held.law.criminal_modify
    code = C.CONTEST_IN_COURT if civil else C.CHANGE_THROUGH_DEFENSE
    yield Step(because(code, rule.authority, order=held.order.id), None, held.order.id, Urgency.NEXT)


def last_day(held: Held) -> Steps:
    """A fixed end: the order stands through it, and may be carried on."""
    ends = held.standing.ends
    if held.standing.in_force is Answer.YES and ends is not None and ends is not Never.NEVER:
        yield Step(because(C.STANDS_THROUGH, order=held.order.id, end=ends), ends, held.order.id, Urgency.LATER)


def counsel(case: CriminalCase, here: Situation) -> Steps:
    """J5: whoever may go to jail and cannot pay has a right to a lawyer."""
    charge = case.charge
    if charge is not None and charge.jail_possible is False:
        return
    federal = here.book.federal
    yield Step(because(C.APPOINTED_LAWYER, federal["counsel_gideon"].authority), urgency=Urgency.DUTY)
    if charge is None or charge.level is not ChargeLevel.FELONY:
        suspended = because(C.APPOINTED_LAWYER_SUSPENDED, federal["counsel_shelton"].authority)
        yield Step(suspended, urgency=Urgency.NEXT)


def both(here: Situation) -> Steps:
    """G4: under both kinds, know exactly what each requires, and ask the criminal defence lawyer about both."""
    civil, criminal = here.live(ROLE, Kind.CIVIL), here.live(ROLE, Kind.CRIMINAL)
    if civil and criminal:
        orders = tuple(held.order.id for held in (*civil, *criminal))
        yield Step(because(C.BOTH_ORDERS, orders=orders), urgency=Urgency.DUTY)


def ended(held: Held) -> Steps:
    """An order that has ended is not to be obeyed as if in force; to be sure, check with the court."""
    ends, court = held.standing.ends, held.order.case.court or held.order.case.id
    if ends is None or ends is Never.NEVER:
        why = because(C.ENDED_RESTRAINED_NO_DAY, order=held.order.id, court=court)
    else:
        why = because(C.ENDED_RESTRAINED, order=held.order.id, on=ends, court=court)
    yield Step(why, None, held.order.id, Urgency.LATER)
