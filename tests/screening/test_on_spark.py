"""The same expressions on a local Spark give the same hits. Without Java this is not tested, and says so."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from random import Random
from unittest.mock import MagicMock

import pyarrow as pa
import pytest
from hypothesis import Phase, given, seed, settings

from stayaway.law.load import law_book
from stayaway.model import Order
from stayaway.reasoning.conduct import compile_orders
from stayaway.screening.columns import words
from stayaway.screening.compiling import compile_columns
from stayaway.screening.engines import DuckDB
from stayaway.screening.screening import Screen
from stayaway.screening.spark import Spark
from stayaway.screening.telling import columns_of
from tests.reasoning.random_papers import orders, papers_of
from tests.screening.making_contacts import contacts_at_the_edges, with_near_likes

pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="NOT TESTED ON SPARK: no Java on this machine")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared")


@pytest.fixture(scope="module")
def spark(shared: Path) -> Iterator[Spark]:
    from pyspark.sql import SparkSession

    told = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "UTC",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master("local[2]").appName("stayaway tests")
    for name, value in told.items():
        builder = builder.config(name, value)
    # Spark's own parts warn of what comes in later versions of Python; that is not ours to mend.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        engine = Spark(builder.getOrCreate(), shared=shared)
        yield engine
        engine.close()


def test_closing_leaves_no_table_behind(tmp_path: Path) -> None:
    """In a folder of its own, or in one that was handed over and stays, with whatever else is in it."""
    other = tmp_path / "another's.parquet"
    other.write_bytes(b"x")
    for folder in (None, tmp_path):
        engine = Spark(MagicMock(version="of no kind"), shared=folder)
        for number in range(3):
            engine.put(f"table{number % 2}", pa.table({"a": [number]}))
        assert len(list(engine.shared.glob("table*.parquet"))) == 2
        engine.close()
        assert engine.shared.exists() is (folder is not None)
    assert list(tmp_path.iterdir()) == [other]


@pytest.mark.filterwarnings("ignore")
def test_spark_and_duckdb_find_the_same_hits(spark: Spark) -> None:
    random = Random(6)
    drawn = drawn_orders(random, 8)
    papers = papers_of(*with_near_likes(drawn, random))
    told = contacts_at_the_edges(compile_orders(papers, law_book()), random, 1000)
    found = []
    for engine in (DuckDB(threads=1), spark):
        compiled, named = compile_columns(papers, law_book()), words()
        hits = Screen(compiled, engine, named).hits(columns_of(told, compiled, named))
        found.append(hits.sort_by([("row", "ascending"), ("order", "ascending")]).to_pylist())
    assert len(found[0]) > 200
    assert found[0] == found[1]


def drawn_orders(random: Random, count: int) -> list[Order]:
    """Orders drawn once, always the same."""
    kept: list[Order] = []

    @seed(random.randrange(2**32))
    @settings(max_examples=count, database=None, phases=[Phase.generate], deadline=None)
    @given(orders())
    def draw(order: Order) -> None:
        kept.append(order)

    draw()
    return kept
