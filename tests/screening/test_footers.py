"""A Parquet file is screened as a table is, and its footer says of it what reading it would."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from stayaway.files import read_text
from stayaway.law.load import law_book
from stayaway.reasoning.conduct import compile_orders
from stayaway.screening import expressions
from stayaway.screening.columns import BEFORE_INSTANTS, CONTACTS, words
from stayaway.screening.compiling import compile_columns
from stayaway.screening.engines import DuckDB
from stayaway.screening.footers import extent_in
from stayaway.screening.screening import Screen
from stayaway.screening.telling import columns_of
from tests.screening.logs import ORDERS
from tests.screening.making_contacts import contacts_at_the_edges

PAPERS = read_text(ORDERS, "orders.yaml", law_book())
WORDS = words()


@pytest.fixture(scope="module")
def contacts() -> pa.Table:
    told = contacts_at_the_edges(compile_orders(PAPERS, law_book()), Random(6), 2000)
    return columns_of(told, compile_columns(PAPERS, law_book()), WORDS)


@pytest.mark.parametrize("kind", ["instants", "days", "both"])
def test_the_footer_says_what_reading_says(contacts: pa.Table, kind: str, tmp_path: Path) -> None:
    days = [number < BEFORE_INSTANTS for number in contacts["at"].to_pylist()]
    chosen = {"instants": [not day for day in days], "days": days, "both": [True] * len(days)}[kind]
    path = tmp_path / "contacts.parquet"
    pq.write_table(contacts.filter(pa.array(chosen)), path, row_group_size=300)
    engine = DuckDB(threads=1)
    engine.show("contacts", path)
    read = engine.rows(expressions.extent(expressions.table("contacts", CONTACTS)))[0]
    assert extent_in(path) == (None if kind == "both" else read)


def test_a_file_gives_the_hits_that_a_table_gives(contacts: pa.Table, tmp_path: Path) -> None:
    path = tmp_path / "contacts.parquet"
    pq.write_table(contacts.filter(pa.array([at >= BEFORE_INSTANTS for at in contacts["at"].to_pylist()])), path)
    found = []
    for given in (path, pq.read_table(path)):
        hits = Screen(compile_columns(PAPERS, law_book()), DuckDB(threads=1), WORDS).hits(given)
        found.append(hits.sort_by([("row", "ascending"), ("order", "ascending")]).to_pylist())
    assert len(found[0]) > 100
    assert found[0] == found[1]
