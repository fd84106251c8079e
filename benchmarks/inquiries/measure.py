"""The run itself: one server after the other, asked from a process of its own, all on the same machine."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from .beside import bare, bring_into_memory, datasette_requests, make_sqlite, read_through
from .inquiries import Inquiry, inquiries
from .rate import STRETCH, Timed

NATIONAL_RATE = 146
"""Inquiries a second of the national file, on average, as published."""
NATIONAL_MEAN = 60.0
"""Its mean answer time in milliseconds, as published."""
MEAN_AIM, P99_AIM = 6, 25
"""Milliseconds at that rate."""
COUNT = 20_000
HERE = Path(__file__).parent


def measure(folder: Path, orders: int, token: str, seconds: float, datasette: str) -> None:
    """Measure all of them and print the table."""
    url = os.environ["DATABASE_URL"]
    asked = inquiries(COUNT, orders, seed=int(time.time()))
    rows: list[tuple[str, Timed]] = []
    ours = _file(folder, "ours", [_registry_request(one, token) for one in asked])
    exact = _file(folder, "exact", [_registry_request(one, token) for one in asked if not one.within])
    near = _file(folder, "near", [_registry_request(one, token) for one in asked if one.within])
    bring_into_memory(url)
    with serving(
        [sys.executable, "-m", "stayaway.cli", "registry", "serve", "--port", "8391"], "http://127.0.0.1:8391/health/"
    ) as process:
        at = "http://127.0.0.1:8391"
        ask(ours, at, "closed", 4, seconds / 3)  # so that every thread has its connection and its plans
        database = int((folder / f"postgresql-{orders}" / "postmaster.pid").read_text().split()[0])
        spent = [_spent(process.pid), _spent(database)]
        rows.append(("registry, at the top", ask(ours, at, "closed", 8, seconds)))
        spent = [
            (after - before) / rows[-1][1].count
            for before, after in zip(spent, (_spent(process.pid), _spent(database)), strict=True)
        ]
        rows.append((f"registry, {NATIONAL_RATE} a second", ask(ours, at, "open", NATIONAL_RATE, 4 * seconds)))
        rows.append(("  of these: the very day", ask(exact, at, "open", NATIONAL_RATE, seconds)))
        rows.append(("  of these: within a year, one at a time", ask(near, at, "closed", 1, seconds / 2)))
    path = folder / f"orders-{orders}" / "orders.db"
    path.parent.mkdir(exist_ok=True)
    make_sqlite(url, path)
    read_through(path)
    # Its question is longer than a URL is by default; a request may take as long as it takes.
    command = [datasette, "serve", "-i", str(path), "-p", "8392", "--setting", "sql_time_limit_ms", "10000"]
    with serving(command, "http://127.0.0.1:8392/-/versions.json") as process:
        at = "http://127.0.0.1:8392"
        for said, plain in (("the same question", False), ("the very name alone", True)):
            requests = _file(folder, "datasette", datasette_requests(asked, plain=plain))
            ask(requests, at, "closed", 4, seconds / 3)
            before = _spent(process.pid)
            rows.append((f"Datasette, {said}, at the top", ask(requests, at, "closed", 8, seconds)))
            spent.append((_spent(process.pid) - before) / rows[-1][1].count)
            rows.append(
                (f"Datasette, {said}, {NATIONAL_RATE} a second", ask(requests, at, "open", NATIONAL_RATE, seconds))
            )
    bare(url, asked, seconds / 3)
    rate, took = bare(url, asked, seconds)
    middle, high = took[len(took) // 2], took[int(len(took) * 0.99)]
    rows.append(
        ("bare lookup, one connection", Timed(rate, sum(took) / len(took), middle, high, took[-1], len(took), 0, 0))
    )
    _print(rows, orders)
    print("\nprocessor time an inquiry at the top, in milliseconds, which says more on a busy machine:")
    print(f"  registry {spent[0]:.2f}, its database {spent[1]:.2f}")
    print(f"  Datasette, the same question {spent[2]:.2f}, the very name {spent[3]:.2f}")
    (folder / f"measured-{orders}.json").write_text(json.dumps([(name, asdict(one)) for name, one in rows], indent=1))


def _print(rows: Sequence[tuple[str, Timed]], orders: int) -> None:
    print(f"\n{orders:,} orders; {os.cpu_count()} cores ({platform.machine()}), load before {os.getloadavg()[0]:.1f}")
    print(f"{'':46}{'a second':>9}{'mean ms':>9}{'p50':>8}{'p99':>8}{'worst':>8}{'asked':>8}{'found':>8}{'failed':>7}")
    for name, one in rows:
        print(
            f"{name:46}{one.rate:9.0f}{one.mean:9.2f}{one.p50:8.2f}{one.p99:8.2f}{one.worst:8.1f}{one.count:8}"
            f"{one.found:8}{one.wrong:7}"
        )
    known = dict(rows)
    top, steady = known["registry, at the top"], known[f"registry, {NATIONAL_RATE} a second"]
    same, plain = (known[f"Datasette, {said}, at the top"] for said in ("the same question", "the very name alone"))
    print(f"\npublished for the national file: {NATIONAL_RATE} a second on average, {NATIONAL_MEAN / 1000} s mean")
    print(f"registry at the top / that rate: {top.rate / NATIONAL_RATE:.1f}")
    print(f"that mean / the registry's at that rate: {NATIONAL_MEAN / steady.mean:.1f}")
    print(f"registry / Datasette at the top, the same question: {top.rate / same.rate:.2f}")
    print(f"registry / Datasette at the top, the very name: {top.rate / plain.rate:.2f}")
    print(f"registry / bare lookup: {top.rate / known['bare lookup, one connection'].rate:.2f}")
    good = sum(mean < MEAN_AIM and p99 < P99_AIM for mean, p99 in steady.stretches)
    print(f"registry at that rate, by stretches of {STRETCH:.0f} s (mean/p99 ms): ", end="")
    print(*(f"{mean:.1f}/{p99:.0f}" for mean, p99 in steady.stretches), sep=", ")
    print(f"  {good} of {len(steady.stretches)} meet both aims")
    for said, is_met in (
        (f"mean under {MEAN_AIM} ms at the national load", steady.mean < MEAN_AIM),
        (f"p99 under {P99_AIM} ms at the national load", steady.p99 < P99_AIM),
        ("at the top at least Datasette's rate for the same question", top.rate >= same.rate),
        ("at the top at least Datasette's rate for the very name", top.rate >= plain.rate),
    ):
        print(f"  {'met    ' if is_met else 'NOT MET'} {said}")


def _registry_request(one: Inquiry, token: str) -> str:
    asked = {"by": "name", "name": one.name, "born": one.born.isoformat(), "born_within_a_year": one.within}
    body = json.dumps({"asked": asked, "purpose": "traffic stop"})
    return (
        f"POST /api/find HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}"
    )


def _spent(process: int) -> float:
    """Processor time of a process and those that it started, in milliseconds; 0 where the system does not tell."""
    spent, waiting = 0.0, [process]
    while waiting:
        one = Path(f"/proc/{waiting.pop()}")
        try:
            told = (one / "stat").read_text().rsplit(")", 1)[1].split()
            started = [(task / "children").read_text() for task in (one / "task").iterdir()]
        except OSError:
            continue
        spent += (int(told[11]) + int(told[12])) * 1000 / os.sysconf("SC_CLK_TCK")
        waiting += [int(child) for text in started for child in text.split()]
    return spent


def _file(folder: Path, name: str, requests: list[str]) -> Path:
    path = folder / f"requests-{name}.json"
    path.write_text(json.dumps(requests))
    return path


def ask(requests: Path, url: str, how: str, much: float, seconds: float) -> Timed:
    """Ask from a process of its own."""
    command = [sys.executable, str(HERE / "rate.py"), str(requests), url, how, str(int(much)), str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return Timed(**json.loads(done.stdout))


@contextmanager
def serving(command: list[str], url: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server that answers, until it is not needed any more."""
    with Path(os.devnull).open("wb") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        try:
            _until(lambda: bool(urlopen(url, timeout=2).read()), process)
            yield process
        finally:
            process.terminate()
            process.wait(20)


def _until(answers: Callable[[], Any], process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit(f"a server ended with {process.returncode}: {process.args!r}")
        try:
            answers()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"a server does not answer: {process.args!r}")
