"""Apache Spark as the engine: the same expressions, on this machine or on a cluster that `spark-submit` names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from .engines import said_in

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


class Spark:
    """A Spark session. `shared` is a folder that every machine of the cluster sees; tables are handed over through it.

    Left to itself, it starts Spark on this machine. Java 17 or newer must be there.
    """

    def __init__(self, session: SparkSession | None = None, *, shared: Path | None = None) -> None:
        from pyspark.sql import SparkSession

        _ = ibis.pyspark  # Ibis knows its own settings for Spark once it has been looked at
        self.session = session or (
            SparkSession.builder.appName("stayaway screen")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.ui.showConsoleProgress", "false")
            .getOrCreate()
        )
        self.name = f"Apache Spark {self.session.version}"
        self.shared = shared or Path(mkdtemp(prefix="stayaway-"))
        self._made_folder = shared is None
        self._kept: dict[str, DataFrame] = {}
        self._files: dict[str, Path] = {}
        self._count = 0

    def put(self, name: str, table: pa.Table) -> None:
        """Hand a table over."""
        self._count += 1
        path = self.shared / f"{name}-{self._count}.parquet"
        pq.write_table(table, path)
        self.show(name, path)
        if name in self._files:
            self._files[name].unlink()
        self._files[name] = path

    def show(self, name: str, table: pa.Table | Path) -> None:
        """Make a table or a Parquet file known."""
        if isinstance(table, Path):
            self.session.read.parquet(table.resolve().as_uri()).createOrReplaceTempView(name)
        else:
            self.put(name, table)

    def keep(self, name: str, expression: ir.Table) -> None:
        """Hold what an expression gives, once it is first asked for."""
        found = self._frame(expression).persist()
        found.createOrReplaceTempView(name)
        before = self._kept.pop(name, None)
        if before is not None:
            before.unpersist()
        self._kept[name] = found

    def rows(self, expression: ir.Table) -> Sequence[dict[str, Any]]:
        """The rows that an expression gives."""
        return [row.asDict() for row in self._frame(expression).collect()]

    def arrow(self, expression: ir.Table) -> pa.Table:
        """What an expression gives."""
        return self._frame(expression).toArrow()

    def close(self) -> None:
        """Stop the session, and remove the tables that were handed over, with the folder where it was made for them."""
        self.session.stop()
        for path in self._files.values():
            path.unlink(missing_ok=True)
        if self._made_folder:
            rmtree(self.shared, ignore_errors=True)

    def _frame(self, expression: ir.Table) -> DataFrame:
        return self.session.sql(said_in("pyspark", expression.op()))
