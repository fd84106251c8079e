"""A run that is killed is carried on: no row is lost, and none comes twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pyarrow.parquet as pq

from tests.screening.logs import write_calls, write_orders

PROGRAM = """
import sys
from pathlib import Path
from zoneinfo import ZoneInfo
from stayaway.files import read_path
from stayaway.law.load import law_book
from stayaway.screening.compiling import compile_columns
from stayaway.screening.engines import DuckDB
from stayaway.screening.layouts import layout_of
from stayaway.screening.reading import look
from stayaway.screening.report import write_report
from stayaway.screening.running import Job, run
from stayaway.wording.say import Speaker

contacts, orders, out = map(Path, sys.argv[1:])
papers = read_path(orders, law_book())
found = look(contacts, layout_of("calls"))
zone = ZoneInfo("America/Los_Angeles")
job = Job(contacts, orders, found, compile_columns(papers, law_book()), zone, out, size=400)
done = run(job, DuckDB(threads=1))
write_report(job, done, Speaker("en", papers, zone))
"""


def start(contacts: Path, orders: Path, out: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", PROGRAM, str(contacts), str(orders), str(out)])


def result(out: Path) -> tuple[object, ...]:
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    files = ("rejects.csv", "unsure.csv", "report.html")
    return (summary, pq.read_table(out / "hits.parquet").to_pylist(), *((out / name).read_bytes() for name in files))


KILLS = 3


def test_killed_again_and_again_gives_what_one_run_gives(tmp_path: Path) -> None:
    contacts, orders = write_calls(tmp_path, 12_000), write_orders(tmp_path)
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    assert start(contacts, orders, whole).wait() == 0
    random, kills = Random(int(os.environ.get("STAYAWAY_SCREENING_CHANCE", "6"))), 0
    while kills < KILLS:
        process = start(contacts, orders, cut)
        # Killed at some moment after it has begun to write, until it gets to its end.
        before = committed(cut)
        while process.poll() is None and committed(cut) < before + random.randrange(1, 8):
            time.sleep(0.002)
        time.sleep(random.random() / 40)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        if process.wait() == 0:
            break
    assert kills
    assert start(contacts, orders, cut).wait() == 0
    assert result(cut) == result(whole)
    counts = json.loads((cut / "summary.json").read_text("utf-8"))["counts"]
    assert counts["rows"] == 12_000 == counts["hit"] + counts["clear"] + counts["rejected"]
    rows = [(hit["row"], hit["order"]) for hit in pq.read_table(cut / "hits.parquet").to_pylist()]
    assert len(rows) == len(set(rows)) == counts["hits"] > 500


def committed(out: Path) -> int:
    return len(list((out / "parts").glob("*.json")))
