"""For the protected side: what to do, with days, and without blame."""

from __future__ import annotations

from stayaway.model import (
    Case,
    Charge,
    ChargeCategory,
    ChargeLevel,
    CriminalCase,
    Kind,
    Never,
    Reason,
    because,
)

from ..authority import Act, Role, Ruling, ruling
from ..codes.guidance import GuidanceCode as C
from ..instruments import stage_of
from ..renewal import SHORT, RenewalWindow, WindowState, must_ask_before_end, renewal_rule, renewal_window
from .situation import Held, Situation
from .step import Step, Steps, Urgency

ROLE = Role.PROTECTED_PERSON
SLOW_TO_LIFT = frozenset({ChargeCategory.DOMESTIC_VIOLENCE, ChargeCategory.SEXUAL_ASSAULT, ChargeCategory.STALKING})


def protected_steps(here: Situation) -> Steps:
    """Everything for the protected side of the papers."""
    live = here.live(ROLE)
    for held in live:
        yield from violations(held)
        yield from unclear(held)
        yield from change(held, here)
    for held in here.as_role(ROLE):
        if held.is_live and held.order.kind is Kind.CIVIL:
            yield from renewal(held, here)
        elif held.has_ended:
            yield from ended(held, here)
    for case in here.cases_as(ROLE):
        yield from hearings(case, here)
        if isinstance(case, CriminalCase) and not here.is_over(case):
            yield from criminal_case(case, here)
    if live:
        yield Step(because(C.CARRY_ORDER), urgency=Urgency.LATER)
        yield Step(because(C.MOVING, here.book.federal["ffc_no_registration_needed"].authority), urgency=Urgency.LATER)
    kinds = {held.order.kind for held in live}
    if kinds == set(Kind):
        yield Step(because(C.EACH_ORDER_ITS_OWN_COURT), urgency=Urgency.NEXT)
    if Kind.CIVIL not in kinds:
        yield from also_a_civil_order(here)


def violations(held: Held) -> Steps:
    """J2, H4: report a violation at once; the order binds the other person alone, and only the court changes it."""
    law = held.law.violation_of(held.order.kind, held.law.instrument_of(held.order))
    who, id = held.order.restrained, held.order.id
    yield Step(because(C.REPORT_VIOLATION, law.authority, restrained=who), urgency=Urgency.AT_ONCE)
    yield Step(because(C.KEEP_PROOF, restrained=who), urgency=Urgency.AT_ONCE)
    yield Step(
        because(C.ONLY_THE_COURT_CHANGES_IT, held.law.consent_no_defense.authority, restrained=who, order=id),
        None,
        id,
        Urgency.NEXT,
    )


def unclear(held: Held) -> Steps:
    """F7: when it is unclear whether it stands, ask; until then it counts as in force."""
    if held.is_unclear:
        where = held.order.case.court or held.order.case.id
        yield Step(because(C.UNCLEAR_PROTECTED, order=held.order.id, court=where), None, held.order.id, Urgency.AT_ONCE)


def change(held: Held, here: Situation) -> Steps:
    """C3, D1, D6: how the protected person is heard, by the rulebook."""
    order = held.order
    asks = ruling(order, Act.ASK_TO_END, ROLE, here.book, here.at)
    if order.kind is Kind.CIVIL and asks.ruling is not Ruling.MAY_ASK:
        return
    if order.kind is Kind.CIVIL:
        why = because(C.ASK_CIVIL_COURT, asks.reasons[0].authority, order=order.id)
    elif asks.ruling is Ruling.MAY_ASK:
        why = because(C.ASK_CRIMINAL_COURT_YOURSELF, asks.reasons[0].authority, order=order.id, place=held.law.name)
    else:
        why = because(C.TELL_PROSECUTOR_WISHES, held.law.criminal_modify.authority, order=order.id)
    yield Step(why, None, order.id, Urgency.LATER)
    charge = order.case.charge if isinstance(order.case, CriminalCase) else None
    if charge is not None and _slow_to_lift(charge):
        caution = held.law.general.facts.criminal_modify
        authority = caution.authority if caution else None
        yield Step(
            because(C.JUDGES_ARE_SLOW_TO_LIFT, authority, category=charge.category), None, order.id, Urgency.LATER
        )


def _slow_to_lift(charge: Charge) -> bool:
    """D6: domestic violence and serious assault. An assault of unknown weight counts as serious."""
    if charge.category is ChargeCategory.ASSAULT:
        return charge.level is not ChargeLevel.MISDEMEANOR
    return charge.category in SLOW_TO_LIFT


def renewal(held: Held, here: Situation) -> Steps:
    """F2: the days of the renewal window; reminders before the order runs out."""
    window = renewal_window(held.order, here.book, here.at)
    id, rule = held.order.id, renewal_rule(held.order, held.law)
    short = stage_of(held.order, held.law) in SHORT
    if short:
        yield Step(because(C.ASK_AT_HEARING_FOR_LONGER, order=id), None, id, Urgency.NEXT)
    if held.standing.state.renewal_asked is not None:
        yield Step(because(C.RENEWAL_WAITS, order=id), None, id, Urgency.AT_ONCE)
    elif window.state is WindowState.NOT_OPEN and window.end is not None:
        yield Step(
            because(C.RENEWAL_OPENS, rule.authority, order=id, opens=window.opens), window.opens, id, Urgency.NEXT
        )
        yield Step(_before_end(held, window), window.end, id, Urgency.LATER)
    elif window.state is WindowState.OPEN and window.end is not None:
        early = window.opens is None
        why = _before_end(held, window) if early else because(C.RENEW_NOW, rule.authority, order=id, end=window.end)
        yield Step(why, window.end, id, Urgency.LATER if early else Urgency.DUE)
    elif window.state is WindowState.UNKNOWN and not short:
        yield Step(because(C.RENEWAL_ASK_COURT, order=id), None, id, Urgency.NEXT)
    elif window.state in (WindowState.LATE_OPEN, WindowState.CLOSED):
        yield from too_late(held, window)


def _before_end(held: Held, window: RenewalWindow) -> Reason:
    _, authority = must_ask_before_end(held.order, held.law)
    return because(C.RENEWAL_BEFORE_END, authority, order=held.order.id, end=window.end)


def too_late(held: Held, window: RenewalWindow) -> Steps:
    """The end has passed: renewal may still be asked for, or a new petition is needed."""
    id, authority = held.order.id, renewal_rule(held.order, held.law).authority
    if window.state is WindowState.LATE_OPEN and window.closes is not None:
        yield Step(because(C.RENEW_LATE, authority, order=id, closes=window.closes), window.closes, id, Urgency.AT_ONCE)
    elif window.state is WindowState.LATE_OPEN:
        yield Step(because(C.RENEW_LATE_NO_LAST_DAY, authority, order=id), None, id, Urgency.AT_ONCE)
    elif window.state is WindowState.UNKNOWN:
        yield Step(because(C.RENEWAL_ASK_COURT, order=id), None, id, Urgency.AT_ONCE)
    elif window.state is WindowState.CLOSED:
        yield Step(because(C.NEW_PETITION, held.law.civil_petitioners.authority), urgency=Urgency.NEXT)


def ended(held: Held, here: Situation) -> Steps:
    """An order that has ended protects no longer; what can be asked for instead."""
    ends, court = held.standing.ends, held.order.case.court or held.order.case.id
    if ends is None or ends is Never.NEVER:
        why = because(C.ENDED_PROTECTED_NO_DAY, order=held.order.id, court=court)
    else:
        why = because(C.ENDED_PROTECTED, order=held.order.id, on=ends, court=court)
    yield Step(why, None, held.order.id, Urgency.AT_ONCE)
    if held.order.kind is Kind.CIVIL:
        yield from too_late(held, renewal_window(held.order, here.book, here.at))


def hearings(case: Case, here: Situation) -> Steps:
    """Hearings ahead, with their days."""
    for hearing, day in here.hearings(case):
        why = because(C.HEARING_PROTECTED, on=hearing, court=case.court or case.id)
        yield Step(why, day, None, Urgency.DUE)


def criminal_case(case: CriminalCase, here: Situation) -> Steps:
    """J2: ask the prosecutor which no-contact conditions exist; report any violation at once."""
    law = here.book.of(case.jurisdiction)
    yield Step(because(C.ASK_PROSECUTOR_FOR_CONDITIONS, law.criminal_pretrial.authority), urgency=Urgency.AT_ONCE)
    if not here.live(ROLE):
        # Of an order in the papers it has been said already, with who is bound by it.
        yield Step(because(C.REPORT_ANY_VIOLATION, law.violation_criminal.authority), urgency=Urgency.AT_ONCE)


def also_a_civil_order(here: Situation) -> Steps:
    """C2, J1: a civil order needs no criminal case, and does not end with one."""
    if any(isinstance(case, CriminalCase) for case in here.cases_as(ROLE)):
        yield Step(because(C.ALSO_A_CIVIL_ORDER, here.law.civil_petitioners.authority), urgency=Urgency.NEXT)
