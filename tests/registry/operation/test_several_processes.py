"""Several processes answer at one address: one that ends is replaced, all end together, and they count together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from stayaway.registry.operation.serving import SHORTEST_LIFE

from .installing import Installation, installed

pytestmark = pytest.mark.django_db
PATIENCE = 120
"""Seconds, on a busy machine."""


def listen_to_interruptions() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def children_of(process: int) -> set[int]:
    """Those that answer: what this one started, but for the helper of the interpreter that watches shared things."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return {int(one) for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()}


def until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so."""
    last = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < last, "it never came to be so"
        time.sleep(0.1)


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/health/", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def counted(port: int) -> float:
    """How many answers about the registry's health the metrics tell of."""
    with urlopen(f"http://127.0.0.1:{port}/metrics/", timeout=5) as answer:
        lines = answer.read().decode().splitlines()
    return sum(
        float(line.split()[-1]) for line in lines if line.startswith("stayaway_requests_total{") and "health" in line
    )


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    registry = installed(tmp_path_factory.mktemp("several") / "data")
    registry.run("setup")
    return registry


@pytest.fixture
def serving(registry: Installation) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port = int(asking.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, "-m", "stayaway.cli", "registry", "serve", "--port", str(port), "--processes", "2"],
        env=registry.environment,
        cwd=registry.data,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=listen_to_interruptions,
    )
    until(lambda: answers(port))
    yield process, port
    process.kill()
    process.communicate()


def test_they_count_together_and_one_that_is_killed_is_replaced(
    serving: tuple[subprocess.Popen[bytes], int],
) -> None:
    process, port = serving
    until(lambda: len(children_of(process.pid)) == 2)
    began = time.monotonic()
    before = counted(port)
    for _ in range(40):  # each over a connection of its own, so that both get some
        assert answers(port)
    assert counted(port) == before + 40
    # One that ends as soon as it began is not replaced: it could not start.
    time.sleep(max(0.0, began + SHORTEST_LIFE - time.monotonic()))
    first = children_of(process.pid)
    os.kill(min(first), signal.SIGKILL)
    until(lambda: len(children_of(process.pid)) == 2 and children_of(process.pid) != first)
    until(lambda: answers(port))
    assert process.poll() is None


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_all_end_together(serving: tuple[subprocess.Popen[bytes], int], sent: signal.Signals) -> None:
    process, port = serving
    until(lambda: len(children_of(process.pid)) == 2)
    below = children_of(process.pid)
    process.send_signal(sent)
    process.communicate(timeout=PATIENCE)
    until(lambda: not any(Path(f"/proc/{one}").exists() for one in below))
    assert not answers(port)
