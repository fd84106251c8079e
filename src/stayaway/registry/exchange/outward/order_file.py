"""A view of the record as an order file: what its reader may see, in words that read back."""

from __future__ import annotations

from dataclasses import replace

from stayaway.files.write import write_text
from stayaway.model import CaseId, OrderId, Papers
from stayaway.registry.reading import View


def order_file_of(view: View) -> str:
    """The order file of a view. What the reader of the view may not see is not in it.

    Names of people, places, cases and orders are the ids of the record. What nobody named is left out: a place that
    the reader sees nothing of, not even its name, stands in it as a name alone.
    """
    return write_text(papers_of_view(view))


def papers_of_view(view: View) -> Papers:
    """The papers that a view shows."""
    cases = {CaseId(key) for key in view.seen}
    return replace(
        view.papers,
        cases={key: case for key, case in view.papers.cases.items() if key in cases},
        orders={OrderId(key): order for key, order in view.papers.orders.items() if order.case.id in cases},
    )
