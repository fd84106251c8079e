"""What is exported of one order: its state on a day, and papers out of which whereabouts have been taken.

Everything an export says comes from here, so that what must not leave cannot: every confidential place is only *a
place named in the order*, no address or position is left, and neither is a phone, an email or an account.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from stayaway.documents.reader import without_whereabouts
from stayaway.law.book import LawBook
from stayaway.model import (
    Answer,
    AsOf,
    End,
    FactValue,
    Moment,
    Order,
    OrderId,
    OrderState,
    Papers,
    Person,
    PersonId,
    Term,
    day_in,
    fold_order,
    issue_of,
)
from stayaway.reasoning.firearms import firearms
from stayaway.reasoning.standing import Standing, standing
from stayaway.wording.document import DocumentCode
from stayaway.wording.exchange import ExchangeCode
from stayaway.wording.say import Speaker

from .conditions import Condition, pco_codes
from .descriptors import NOTHING_KNOWN, Descriptors


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the order that the other system cannot hold, or that whoever uses the export must check.

    The facts name no place, so that they can be said with any papers.
    """

    code: ExchangeCode
    facts: Mapping[str, FactValue]


def lost(code: ExchangeCode, /, **facts: FactValue) -> Loss:
    """A loss with its facts named."""
    return Loss(code, facts)


class CannotExport(ValueError):
    """The order cannot be exported as it stands. `faults` says everything that is missing or in the way."""

    def __init__(self, order: OrderId, faults: tuple[Loss, ...]) -> None:
        self.order = order
        self.faults = faults
        said = Speaker()
        super().__init__(" ".join(said.sentence(fault.code, fault.facts) for fault in faults))


@dataclass(frozen=True, slots=True, repr=False)
class OrderFacts:
    """One order at a moment, safe to export.

    `terms` None: not known. `brady` is the answer of the three federal tests together. `steady` is False where the
    terms or the end turn on the hour of an entry of which only the day is known.
    """

    papers: Papers
    order: Order
    standing: Standing
    state: OrderState
    brady: Answer
    conditions: tuple[Condition, ...]
    people: Mapping[PersonId, Descriptors]
    steady: bool

    @property
    def terms(self) -> tuple[Term, ...] | None:
        """The terms as they stand after every change."""
        return self.state.terms

    @property
    def ends(self) -> End | None:
        """The fixed end that the papers give; for an order that has ended, the day it did."""
        if self.standing.in_force is Answer.NO and self.state.issued is not None:
            return self.standing.ends or self.state.ends
        return self.state.ends

    @property
    def issued(self) -> date | None:
        """The day the order was made, also where that is still ahead."""
        return self.day(issue_of(self.order))

    def day(self, moment: Moment | None) -> date | None:
        """The day of a moment at the court."""
        return None if moment is None else day_in(moment, self.order.case.time_zone)

    def person(self, id: PersonId) -> Person:
        """Somebody of the papers, with name and birth date at most."""
        return self.papers.people.get(id) or Person(id)

    def describe(self, person: PersonId) -> Descriptors:
        """What is known of a person beside the papers."""
        return self.people.get(person, NOTHING_KNOWN)

    def speaker(self, language: str = "en") -> Speaker:
        """Who says what is in the export, from papers that hold nothing confidential."""
        return Speaker(language, self.papers, self.order.case.time_zone)


def gather(
    papers: Papers, order: OrderId, book: LawBook, at: AsOf, people: Mapping[PersonId, Descriptors] | None = None
) -> OrderFacts:
    """What is to be exported of an order at a moment. Raises KeyError where the papers have no such order."""
    held = papers.orders[order]
    english = Speaker()
    hidden = frozenset(place.id for place in papers.places.values() if place.confidential)
    told = without_whereabouts(
        papers, hidden, english.sentence(DocumentCode.PLACE_IN_THE_ORDER), english.sentence(DocumentCode.LEFT_OUT)
    )
    # A person without a name is told by key, which no other system may take for a name.
    nameless = {id: Person(id, None, told.people[id].born) for id, who in papers.people.items() if who.name is None}
    told = replace(told, people={**told.people, **nameless})
    safe = told.orders[order]
    state = fold_order(safe, at)
    sooner = fold_order(safe, at, open_counts=False)
    steady = all(getattr(state, what) == getattr(sooner, what) for what in ("terms", "ends", "terms_may_differ"))
    return OrderFacts(
        papers=told,
        order=safe,
        standing=standing(held, book, at, papers),
        state=state,
        brady=firearms(held, book, at, papers).qualifies if steady else Answer.UNSURE,
        conditions=pco_codes(safe, state.terms or ()),
        people=people or {},
        steady=steady,
    )
