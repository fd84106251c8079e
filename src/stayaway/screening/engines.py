"""What runs the expression: DuckDB in this process, or Apache Spark on a cluster. Both are told the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa


class Engine(Protocol):
    """Holds tables by name and answers expressions over them."""

    name: str
    """What it is called, with its version."""

    def put(self, name: str, table: pa.Table) -> None:
        """Make a table known, in place of one of the same name."""

    def show(self, name: str, table: pa.Table | Path) -> None:
        """Make a table, or a Parquet file, known without a copy of it, in place of one of the same name."""

    def keep(self, name: str, expression: ir.Table) -> None:
        """Work an expression out and hold what it gives, in place of a table of the same name."""

    def rows(self, expression: ir.Table) -> Sequence[dict[str, Any]]:
        """The rows that an expression gives."""

    def arrow(self, expression: ir.Table) -> pa.Table:
        """What an expression gives, as a table."""

    def close(self) -> None:
        """Let go of everything."""


class DuckDB:
    """DuckDB in this process. What does not fit into `memory` goes to `spill`."""

    def __init__(
        self,
        *,
        memory: str | None = None,
        threads: int | None = None,
        spill: Path | None = None,
    ) -> None:
        self.name = f"DuckDB {duckdb.__version__}"
        config: dict[str, Any] = {"preserve_insertion_order": False}
        if memory is not None:
            config["memory_limit"] = memory
        if threads is not None:
            config["threads"] = threads
        if spill is not None:
            config["temp_directory"] = str(spill)
        self.connection = duckdb.connect(":memory:", config=config)

    def put(self, name: str, table: pa.Table) -> None:
        """Copy a table in."""
        self.connection.register("incoming", table)
        self._do(f'CREATE OR REPLACE TABLE "{name}" AS FROM incoming')
        self.connection.unregister("incoming")

    def show(self, name: str, table: pa.Table | Path) -> None:
        """Read a table, or a Parquet file, where it lies."""
        if isinstance(table, Path):
            file = str(table).replace("'", "''")
            self._do(f"CREATE OR REPLACE TEMP VIEW \"{name}\" AS FROM read_parquet('{file}')")
        else:
            self.connection.register(name, table)

    def keep(self, name: str, expression: ir.Table) -> None:
        """Work an expression out into a table."""
        self._do(f'CREATE OR REPLACE TABLE "{name}" AS {self.sql(expression)}')

    def rows(self, expression: ir.Table) -> Sequence[dict[str, Any]]:
        """The rows that an expression gives."""
        found: list[dict[str, Any]] = self.arrow(expression).to_pylist()
        return found

    def arrow(self, expression: ir.Table) -> pa.Table:
        """What an expression gives."""
        return self.connection.sql(self.sql(expression)).to_arrow_table()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def _do(self, statement: str) -> None:
        # A connection does nothing else before what it was asked has been fetched to its end.
        self.connection.execute(statement).fetchall()

    @staticmethod
    def sql(expression: ir.Table) -> str:
        """An expression in DuckDB's words."""
        return said_in("duckdb", expression.op())


@lru_cache(maxsize=64)
def said_in(dialect: str, operation: Any) -> str:
    """An expression in the words of an engine. The same few are asked for every part."""
    return str(ibis.to_sql(operation.to_expr(), dialect=dialect))
