"""A whole log, part by part. Each part is written and committed by itself, so a run that is cut off is carried on.

In the folder: `run.json` says of which files and choices the run is; `parts/` has for every part its hits, its rejects
and, written last, its counts. A part without counts is done again. At the end the parts are put together.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from stayaway.files.whole import clear_away_parts, private_folder, write_whole, writing_whole

from .columns import words
from .compiling import Compiled
from .engines import Engine
from .layouts import Found
from .reading import chunks
from .results import HITS, Counts, counted, named
from .screening import Screen
from .shaping import Shaper

PART = 500_000
"""Rows in a part."""
REJECTS = pa.schema([("row", pa.int64()), ("column", pa.string()), ("read", pa.string()), ("code", pa.string())])


class OtherRun(Exception):
    """The folder holds a run with other files or other choices."""


@dataclass(frozen=True)
class Job:
    """One log, the orders, and how they are read."""

    contacts: Path
    orders: Path
    found: Found
    compiled: Compiled
    zone: ZoneInfo
    """Of times without an offset, and of the days and hours that are counted."""
    out: Path
    csv: bool = False
    size: int = PART

    def fingerprint(self) -> dict[str, Any]:
        """What the answers depend on."""
        return {
            "version": version("stayaway"),
            "contacts": {"name": self.contacts.name, "sha256": sha256_of(self.contacts)},
            "orders": {"name": self.orders.name, "sha256": sha256_of(self.orders)},
            "layout": self.found.layout.model_dump(mode="json"),
            "zone": self.zone.key,
            "size": self.size,
            "csv": self.csv,
        }


@dataclass(frozen=True)
class Run:
    """A finished run: what it was of, and what was counted."""

    fingerprint: dict[str, Any]
    counts: Counts
    kept: int
    """Rows that an earlier, cut-off run had done."""
    engine: str


def run(job: Job, engine: Engine, progress: Callable[[int], None] | None = None) -> Run:
    """Screen a log into a folder. Raises OtherRun where the folder holds another one."""
    parts = job.out / "parts"
    private_folder(parts)
    fingerprint = job.fingerprint()
    _claim(job.out / "run.json", fingerprint)
    for folder in (job.out, parts):
        clear_away_parts(folder)
    total, kept = Counts(), 0
    shaper: Shaper | None = None
    screen: Screen | None = None
    for number, chunk in enumerate(chunks(job.contacts, job.found, job.size), 1):
        committed = parts / f"{number:06}.json"
        if committed.exists():
            counts = Counts.of(json.loads(committed.read_text("utf-8")))
            kept += counts.rows
        else:
            if screen is None or shaper is None:
                named_words = words()
                screen = Screen(job.compiled, engine, named_words)
                shaper = Shaper(job.found, job.compiled, named_words, job.zone)
            counts = _part(job, screen, shaper, chunk, parts / f"{number:06}")
        total.add(counts)
        if progress is not None:
            progress(total.rows)
    _together(job, parts)
    write_whole(job.out / "summary.json", _json({"run": fingerprint, "counts": total.document()}))
    return Run(fingerprint, total, kept, engine.name)


def _part(job: Job, screen: Screen, shaper: Shaper, chunk: Any, stem: Path) -> Counts:
    shaped = shaper.shape(chunk)
    before = (screen.asked, screen.alone)
    hits = named(screen.hits(shaped.contacts), job.compiled)
    counts = counted(hits, shaped, job.zone, screen.asked - before[0], screen.alone - before[1])
    rejects = pa.Table.from_pylist(
        [{"row": one.row, "column": one.column, "read": one.read, "code": one.code.value} for one in shaped.rejects],
        schema=REJECTS,
    ).sort_by("row")
    write_whole(stem.with_suffix(".hits.parquet"), _parquet(hits))
    write_whole(stem.with_suffix(".rejects.parquet"), _parquet(rejects))
    write_whole(stem.with_suffix(".json"), _json(counts.document()))
    return counts


def _together(job: Job, parts: Path) -> None:
    """The parts as one file."""
    kind, path = (pa_csv.CSVWriter, "hits.csv") if job.csv else (pq.ParquetWriter, "hits.parquet")
    with writing_whole(job.out / path) as file, kind(file, HITS) as writer:
        for table in tables_of(parts, "hits"):
            writer.write_table(table)


def tables_of(parts: Path, kind: str) -> Iterator[pa.Table]:
    """The hits, or the rejects, part by part."""
    for path in sorted(parts.glob(f"*.{kind}.parquet")):
        if path.with_name(f"{path.name.split('.')[0]}.json").exists():
            yield pq.read_table(path)


def _claim(path: Path, fingerprint: dict[str, Any]) -> None:
    if path.exists():
        if json.loads(path.read_text("utf-8")) != fingerprint:
            raise OtherRun
        return
    write_whole(path, _json(fingerprint))


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _json(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return bytes(sink.getvalue())
