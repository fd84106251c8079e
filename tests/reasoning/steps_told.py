"""How the tests ask what a reader is told to do next."""

from __future__ import annotations

from datetime import date

from stayaway.law.load import law_book
from stayaway.model import (
    AsOf,
    CaseEntry,
    CaseEvent,
    Papers,
    PersonId,
)
from stayaway.reasoning.codes.guidance import GuidanceCode as C
from stayaway.reasoning.guidance import Step, steps
from stayaway.wording.say import Speaker
from tests.reasoning.making_orders import (
    civil_order,
    on,
    papers_of,
)

BOOK = law_book()
MAY_2024 = on(2024, 5, 1)
DROPPED = CaseEntry(CaseEvent.DISMISSED, date(2024, 4, 1))


def told(papers: Papers, person: PersonId, at: AsOf = MAY_2024) -> tuple[Step, ...]:
    return steps(papers, person, BOOK, at)


def codes(papers: Papers, person: PersonId, at: AsOf = MAY_2024) -> list[C]:
    return [C(step.reason.code) for step in told(papers, person, at)]


def the(code: C, papers: Papers, person: PersonId, at: AsOf = MAY_2024) -> Step:
    (step,) = [step for step in told(papers, person, at) if step.reason.code is code]
    return step


def said(papers: Papers, person: PersonId, at: AsOf = MAY_2024) -> str:
    speaker = Speaker(papers=papers)
    return " ".join(speaker.say(step.reason) for step in told(papers, person, at))


def with_terms(*terms: object) -> Papers:
    return papers_of(civil_order(terms=terms))
