"""What a row says of a day is what the core says of it, whatever happened to the order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from stayaway.files.faults import FileFaults
from stayaway.law.load import law_book
from stayaway.model import AsOf, CaseEvent, OrderEvent, OrderId
from stayaway.reasoning.conduct import compile_orders
from stayaway.registry.finding.glancing import standing_on
from stayaway.registry.folding import papers_of
from stayaway.registry.models import CaseRow
from stayaway.registry.rows import order_rows

FIRST, LAST = date(2023, 1, 1), date(2027, 12, 31)
days = st.dates(FIRST, LAST)
moments = days.map(date.isoformat) | st.tuples(days, st.integers(0, 23)).map(
    lambda drawn: f"{drawn[0].isoformat()}T{drawn[1]:02}:30:00-07:00"
)
ORDER = OrderId("o1")


def with_known(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping of what is known; what is not is left out."""
    return st.fixed_dictionaries({}, optional=fields)


entries = st.builds(
    lambda on, what, more: {"on": on, "entry": what.value} | more,
    moments,
    st.sampled_from(list(OrderEvent)),
    with_known(until=days.map(date.isoformat) | st.just("never"), hearing=moments),
)
case_entries = st.builds(lambda on, what: {"on": on, "entry": what.value}, moments, st.sampled_from(list(CaseEvent)))
orders = st.builds(
    lambda known, docket: (
        {"case": "c1", "restrained": "dan", "protects": ["rosa"], "terms": ["no_contact"]}
        | known
        | ({"docket": docket} if docket else {})
    ),
    with_known(
        issued=moments,
        expires=days.map(date.isoformat) | st.just("never"),
        stage=st.sampled_from(["temporary", "final", "pretrial", "sentence"]),
    ),
    st.lists(entries, max_size=5),
)
PARTIES: dict[str, dict[str, Any]] = {
    "civil": {"petitioner": "rosa", "respondent": "dan"},
    "criminal": {"defendant": "dan", "victims": ["rosa"]},
}


def made(kind: str, place: str, order: dict[str, Any], docket: list[dict[str, Any]]) -> dict[str, Any]:
    about = {"kind": kind, "jurisdiction": place, **PARTIES[kind], **({"docket": docket} if docket else {})}
    people = {"rosa": {"name": "Rosa Marin"}, "dan": {"name": "Daniel Cole"}}
    return {"people": people, "cases": {"c1": about}, "orders": {ORDER: order}}


files = st.builds(
    made,
    st.sampled_from(list(PARTIES)),
    st.sampled_from(["us-wa", "us-ca", "us-tx"]),
    orders,
    st.lists(case_entries, max_size=3),
)
ENDED = {"case": "c1", "restrained": "dan", "protects": ["rosa"], "issued": "2024-01-01", "expires": "2024-06-30"}


@given(files, st.lists(days, min_size=1, max_size=6))
@example(made("civil", "us-wa", ENDED, []), [date(2023, 12, 31), date(2024, 6, 30), date(2024, 7, 1)])
@settings(max_examples=400, deadline=None)
def test_a_row_says_of_a_day_what_the_core_says(file: dict[str, Any], asked: list[date]) -> None:
    try:
        papers = papers_of(file)
    except FileFaults:
        event("no such order")
        return
    event("an order")
    (row,) = order_rows(CaseRow(id="c1"), papers)
    compiled = compile_orders(papers, law_book())
    edges = {date.fromisoformat(day) for span in row.spans for day in span[:2] if day} - {date.min}
    for edge in edges:
        asked = [*asked, edge - timedelta(days=1), edge, edge + timedelta(days=1)]
    for day in asked:
        said = compiled.standing_of(papers.orders[ORDER], AsOf(day))
        assert standing_on(row.spans, day) == (said.in_force, said.enforceable), day
