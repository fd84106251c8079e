"""A whole log, part by part. Each part is written and committed by itself, so a run that is cut off is carried on.

In the folder: `run.json` says of which files and choices the run is; `parts/` has for every part its hits, its rejects
and, written last, its counts. A part without counts is done again. At the end the parts are put together.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
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
CLAIM, SUMMARY = "run.json", "summary.json"
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

    def fingerprint(self, engine: Engine) -> dict[str, Any]:
        """What the answers depend on, and what gave them."""
        return {
            **of_log(self.contacts, self.found, csv=self.csv, size=self.size),
            "orders": {"name": self.orders.name, "sha256": sha256_of(self.orders)},
            "zone": self.zone.key,
            "engine": engine.name,
        }


def of_log(contacts: Path, found: Found, *, csv: bool = False, size: int = PART) -> dict[str, Any]:
    """What a fingerprint says of the log and of how it is read."""
    return {
        "version": version("stayaway"),
        "contacts": {"name": contacts.name, "sha256": sha256_of(contacts)},
        "layout": found.layout.model_dump(mode="json"),
        "size": size,
        "csv": csv,
    }


@dataclass(frozen=True)
class Run:
    """A finished run: what it was of, and what was counted."""

    fingerprint: dict[str, Any]
    counts: Counts
    kept: int
    """Rows that an earlier run had done."""
    was_finished: bool
    """The earlier run had come to its end; otherwise it was cut off."""


def run(job: Job, engine: Engine, progress: Callable[[int], None] | None = None) -> Run:
    """Screen a log into a folder. Raises OtherRun where the folder holds another one."""
    parts = job.out / "parts"
    fingerprint = job.fingerprint(engine)
    refuse_another(job.out, fingerprint)
    private_folder(parts)
    if not (job.out / CLAIM).exists():
        write_whole(job.out / CLAIM, _json(fingerprint))
    was_finished = (job.out / SUMMARY).exists()
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
    write_whole(job.out / SUMMARY, _json({"run": fingerprint, "counts": total.document()}))
    return Run(fingerprint, total, kept, was_finished and kept == total.rows)


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


def refuse_another(out: Path, known: Mapping[str, Any]) -> None:
    """Raises OtherRun where a folder is claimed by a run of which a fingerprint says something else."""
    claim = out / CLAIM
    claimed = json.loads(claim.read_text("utf-8")) if claim.exists() else known
    if any(claimed.get(name) != value for name, value in known.items()):
        raise OtherRun


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
