"""What somebody may enter about a case and its orders now, and for the rest why not and where to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from stayaway.law.load import law_book
from stayaway.model import AsOf, CaseEvent, CaseId, Kind, Order, OrderEvent
from stayaway.reasoning.authority import Role
from stayaway.reasoning.docketing import REQUESTS, Entering
from stayaway.reasoning.standing import standing

from .actors import COURT_POSTS, Actor
from .entries import Proposal, What
from .models import Party
from .permission import Matter, may_enter
from .reading import View

ENDINGS_OF = {Kind.CIVIL: OrderEvent.TERMINATED, Kind.CRIMINAL: OrderEvent.LIFTED}
"""The word for an order's end by its court, by kind."""
CIVIL_EVENTS = (CaseEvent.HEARING_SET, CaseEvent.DISMISSED, CaseEvent.CLOSED)


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry that could be made: on the docket of an order, or of the case (`order` None).

    `acting` is who would have acted, where a court only receives it. `by`: it is too late for it today, but a court may
    still enter what happened by that day.
    """

    order: str | None
    event: OrderEvent | CaseEvent
    acting: Role | None
    entering: Entering
    by: date | None = None


def offers(actor: Actor, case: str, view: View, now: datetime) -> list[Offer]:
    """Every entry on the dockets of a case, each with whether this actor may make it now."""
    return [
        *(
            _offer(actor, case, order, event, view, now)
            for order in view.papers.orders.values()
            if order.case.id == case
            for event in OrderEvent
            if _fits(event, order)
        ),
        *(_offer(actor, case, None, event, view, now) for event in _case_events(view.papers.cases[CaseId(case)].kind)),
    ]


def is_protected(person: str) -> bool:
    """Whether a case that is not sealed protects somebody. Reminders and consents are of them alone."""
    return Party.objects.filter(person_id=person, role="protected", case__is_sealed=False).exists()


def _fits(event: OrderEvent, order: Order) -> bool:
    """Whether an entry goes with the kind of order. That it was made is entered with the order itself."""
    if event is OrderEvent.ISSUED:
        return False
    return event not in ENDINGS_OF.values() or event is ENDINGS_OF[order.kind]


def _case_events(kind: Kind) -> tuple[CaseEvent, ...]:
    return CIVIL_EVENTS if kind is Kind.CIVIL else tuple(event for event in CaseEvent if event is not CaseEvent.FILED)


def _offer(
    actor: Actor, case: str, order: Order | None, event: OrderEvent | CaseEvent, view: View, now: datetime
) -> Offer:
    acting = _whose(actor, event, order)
    today = now.astimezone(view.papers.cases[CaseId(case)].time_zone).date()
    about = {} if order is None else {"order": str(order.id)}
    proposal = Proposal(
        What.CASE_EVENT if order is None else What.ORDER_EVENT,
        case,
        today.isoformat(),
        {**about, "entry": {"on": today.isoformat(), "entry": event.value}},
        acting=acting,
        # Whether a paper is needed is said when it is missing.
        document="attached",
    )
    keeper = view.keepers[case]
    matter = Matter(
        case=view.papers.cases[CaseId(case)],
        order=order,
        event=event,
        folded=view.folded.cases[case],
        keeper_name=keeper.name,
        keeper_hears=keeper.kinds,
    )
    entering, by = may_enter(actor, proposal, matter, law_book(), AsOf(today)), None
    if not entering and order is not None and actor.post in COURT_POSTS:
        ends = standing(order, law_book(), AsOf(today), view.papers).ends
        if isinstance(ends, date) and ends < today:
            in_time = may_enter(actor, proposal, matter, law_book(), AsOf(ends))
            entering, by = (in_time, ends) if in_time else (entering, None)
    return Offer(None if order is None else order.id, event, acting, entering, by)


def _whose(actor: Actor, event: OrderEvent | CaseEvent, order: Order | None) -> Role | None:
    """A court receives requests from the side that makes them; which side is asked when it is entered."""
    if order is None or actor.post not in COURT_POSTS or event not in REQUESTS:
        return None
    if order.kind is Kind.CIVIL:
        return Role.PROTECTED_PERSON
    return Role.PROSECUTOR
