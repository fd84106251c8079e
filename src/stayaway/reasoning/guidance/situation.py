"""Where somebody stands: their orders as they stand, and their cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.model import (
    Answer,
    AsOf,
    Case,
    CaseEvent,
    CivilCase,
    CriminalCase,
    Kind,
    Moment,
    Order,
    OrderEvent,
    Papers,
    PersonId,
    Term,
    day_in,
    fold_case,
    issue_of,
)

from ..rulebook import Role
from ..sides import role_of
from ..standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Held:
    """An order, how it stands, and the role that the reader holds in it."""

    order: Order
    standing: Standing
    role: Role
    law: PlaceLaw

    @property
    def is_live(self) -> bool:
        """In force, or not known to have ended: for conduct the two are the same."""
        return self.standing.in_force is not Answer.NO

    @property
    def is_unclear(self) -> bool:
        """Whether it is not known if it stands."""
        return self.standing.in_force is Answer.UNSURE

    @property
    def has_ended(self) -> bool:
        """Whether it was made and has ended; an order that is yet to be made has not."""
        return not self.is_live and (self.standing.state.issued is not None or issue_of(self.order) is None)

    @property
    def terms(self) -> tuple[Term, ...] | None:
        """The terms in effect; None where they are not known."""
        return None if self.standing.state.terms_may_differ else self.standing.state.terms


@dataclass(frozen=True)
class Situation:
    """The papers as one person meets them, as of a moment."""

    papers: Papers
    person: PersonId
    book: LawBook
    at: AsOf

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Every order of the papers."""
        return tuple(
            Held(
                order,
                standing(order, self.book, self.at, self.papers),
                role_of(self.person, order),
                self.book.of(order.case.jurisdiction),
            )
            for order in self.papers.orders.values()
        )

    def as_role(self, role: Role) -> tuple[Held, ...]:
        """The orders in which the reader holds a role."""
        return tuple(held for held in self.held if held.role is role)

    def live(self, role: Role, kind: Kind | None = None) -> tuple[Held, ...]:
        """Those of them that are in force or may be."""
        return tuple(held for held in self.as_role(role) if held.is_live and kind in (None, held.order.kind))

    def cases_as(self, role: Role) -> tuple[Case, ...]:
        """The cases in which the reader holds a role, with or without an order."""
        by_order = {held.order.case.id: held.order.case for held in self.as_role(role)}
        by_case = {case.id: case for case in self.papers.cases.values() if role_in_case(self.person, case) is role}
        return tuple({**by_order, **by_case}.values())

    @property
    def is_restrained(self) -> bool:
        """Whether an order or a case runs against the reader."""
        return bool(self.cases_as(Role.RESTRAINED_PERSON))

    @property
    def is_protected(self) -> bool:
        """Whether an order protects the reader, or a case is theirs."""
        return bool(self.cases_as(Role.PROTECTED_PERSON))

    @cached_property
    def law(self) -> PlaceLaw:
        """The law of the first case that concerns the reader, or else that of the papers."""
        for role in (Role.PROTECTED_PERSON, Role.RESTRAINED_PERSON):
            for case in self.cases_as(role):
                return self.book.of(case.jurisdiction)
        places = [case.jurisdiction for case in self.papers.cases.values()]
        return self.book.of(places[0] if places else self.papers.jurisdiction)

    @property
    def today(self) -> date:
        """The day asked about, where the reader's first case is."""
        cases = tuple(self.papers.cases.values())
        return self.at.day(cases[0].time_zone if cases else self.law.time_zone)

    def hearings(self, case: Case) -> Iterator[tuple[Moment, date]]:
        """Hearings ahead in a case and on its orders, each with its day."""
        set_in_case = [(entry.on, entry.hearing) for entry in case.docket if entry.event is CaseEvent.HEARING_SET]
        set_on_orders = [
            (entry.on, entry.hearing)
            for held in self.held
            if held.order.case.id == case.id and held.standing.state.ended_by is None
            for entry in held.order.docket
            if entry.event is OrderEvent.HEARING_SET
        ]
        today = self.at.day(case.time_zone)
        ahead: dict[Moment, date] = {}
        for on, hearing in (*set_in_case, *set_on_orders):
            moment = self._day_set(on, hearing, case)
            if moment is not None and day_in(moment, case.time_zone) >= today:
                ahead[moment] = day_in(moment, case.time_zone)
        yield from ahead.items()

    def _day_set(self, on: Moment, hearing: Moment | None, case: Case) -> Moment | None:
        """The day that an entry sets. An entry that names no other day is dated by the hearing itself."""
        if hearing is None:
            return on
        return hearing if self.at.reached(on, case.time_zone) is not Answer.NO else None

    @property
    def is_witness(self) -> bool:
        """Whether the reader is a witness in a criminal case that is not over."""
        cases = self.papers.cases.values()
        return any(
            isinstance(case, CriminalCase) and self.person in case.witnesses and not self.is_over(case)
            for case in cases
        )

    def is_over(self, case: Case) -> bool:
        """Whether a case ended without conviction, or was closed."""
        state = fold_case(case, self.at, open_counts=False)
        return any((state.dismissed, state.acquitted, state.closed))


def role_in_case(person: PersonId, case: Case) -> Role | None:
    """The side of a case that somebody is on; None for a witness and for everyone else."""
    restrained = case.respondent if isinstance(case, CivilCase) else case.defendant
    if person == restrained:
        return Role.RESTRAINED_PERSON
    protected = (case.petitioner,) if isinstance(case, CivilCase) else case.victims
    return Role.PROTECTED_PERSON if person in protected else None
