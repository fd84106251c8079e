"""The bulk answer and the explained answer are one answer: whatever `assess` says of a contact, screening says.

Each example has papers of up to six orders and several hundred contacts at their edges. `STAYAWAY_SCREENING_PAIRS`
sets how many pairs of a contact and an order are compared in all.
"""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from stayaway.law.load import law_book
from stayaway.model import Answer, Order, Place, PlaceId
from stayaway.reasoning.conduct import CompiledOrders, assess, compile_orders
from stayaway.screening.columns import words
from stayaway.screening.compiling import compile_columns
from stayaway.screening.deciding import with_place
from stayaway.screening.engines import DuckDB
from stayaway.screening.screening import Screen
from stayaway.screening.telling import Told, columns_of
from tests.reasoning.random_papers import orders, papers_of
from tests.screening.making_contacts import contacts_at_the_edges, with_near_likes

PAIRS = int(os.environ.get("STAYAWAY_SCREENING_PAIRS", "100000"))
CONTACTS, ORDERS = 600, 8
SPOT = PlaceId("where they were")


def asked(told: Told, ready: CompiledOrders) -> dict[str, tuple[str, str]]:
    """What the core says of one contact: for each order that it does not say no of, the answer and the reasons."""
    contact = told.contact
    if told.position is not None and contact.at not in ready.papers.places:
        contact = replace(contact, at=contact.at or SPOT)
        assert contact.at is not None
        ready = with_place(ready, Place(contact.at, at=told.position))
    found = assess(contact, ready, told.at)
    return {
        one.order: (one.prohibited.value, "; ".join(dict.fromkeys(reason.code.value for reason in one.reasons)))
        for one in found.orders
        if one.prohibited is not Answer.NO
    }


@pytest.fixture(scope="module")
def engine() -> DuckDB:
    return DuckDB(threads=1)


@settings(
    max_examples=-(-PAIRS // (CONTACTS * ORDERS)),
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # an example is a seed for hundreds of contacts: nothing to shrink
    suppress_health_check=list(HealthCheck),
)
@given(drawn=st.lists(orders(), min_size=ORDERS // 2, max_size=ORDERS // 2), chance=st.integers(0, 2**32))
def test_every_pair_gets_the_answer_of_the_core(engine: DuckDB, drawn: list[Order], chance: int) -> None:
    random = Random(chance)
    papers = papers_of(*with_near_likes(drawn, random))
    ready = compile_orders(papers, law_book())
    told = contacts_at_the_edges(ready, random, CONTACTS)
    compiled, named = compile_columns(papers, law_book()), words()
    screen = Screen(compiled, engine, named)
    found: dict[int, dict[str, tuple[str, str]]] = {}
    for hit in screen.hits(columns_of(told, compiled, named)).to_pylist():
        order = compiled.orders[hit["order"]].id
        assert order not in found.get(hit["row"], {}), "one line for a contact and an order"
        found.setdefault(hit["row"], {})[order] = (hit["answer"], hit["reasons"])
    for row, one in enumerate(told, 1):
        assert found.get(row, {}) == asked(one, ready), one
