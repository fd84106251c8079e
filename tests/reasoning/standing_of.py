"""How the tests ask whether an order stands, and the orders that several of them ask about."""

from __future__ import annotations

from datetime import date
from typing import Any

from stayaway.law.load import law_book
from stayaway.model import (
    Answer,
    AsOf,
    CaseEntry,
    CaseEvent,
    Order,
    Papers,
    Stage,
)
from stayaway.reasoning.standing import Standing, standing
from tests.reasoning.making_orders import (
    civil_order,
    criminal_case,
    criminal_order,
)

BOOK = law_book()
YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE
ISSUED = date(2024, 3, 1)
LATER = date(2024, 9, 10)


def on(order: Order, *day: int, papers: Papers | None = None) -> Standing:
    return standing(order, BOOK, AsOf(date(*day)), papers)


def codes(found: Standing) -> set[str]:
    return {str(reason.code) for reason in found.reasons}


def charged(place: str | None, *events: CaseEvent, stage: Stage | None = Stage.PRETRIAL, **given: Any) -> Order:
    docket = (CaseEntry(CaseEvent.CHARGED, date(2024, 2, 20)), *(CaseEntry(event, LATER) for event in events))
    return criminal_order(place, case=criminal_case(place, docket=docket), stage=stage, **given)


def temporary(**given: Any) -> Order:
    return civil_order(given.pop("place", None), stage=Stage.TEMPORARY, **{"expires": None, **given})
