"""Killed in the middle of writing, again and again: what was acknowledged is there, and nothing is there by halves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

from stayaway.registry.chain import broken
from stayaway.registry.journal import lock_head
from stayaway.registry.models import CaseRow, Entry, Head, OrderRow, PersonRow, Secret
from stayaway.registry.projecting import differences
from tests.registry.operation.installing import address_of
from tests.registry.world import agency

KILLS = int(os.environ.get("STAYAWAY_TEST_KILLS", "500"))
FIRST, THEN = 0.08, 0.03
"""Seconds. Every second writer is killed within the first, which is often before it has written anything; the others,
within the second after they said for the first time that they had."""


@dataclass
class Writer:
    """The process that forks writers, and the lines that it says."""

    process: subprocess.Popen[str]
    kept: dict[int, str] = field(default_factory=dict)

    def begin(self, seed: str) -> int:
        """Start a writer; its process id."""
        assert self.process.stdin is not None
        self.process.stdin.write(seed + "\n")
        self.process.stdin.flush()
        while True:
            words = self.hear()
            if words[0] == "began":
                return int(words[1])

    def hear(self) -> list[str]:
        """The next line. What was acknowledged is remembered."""
        assert self.process.stdout is not None
        words = self.process.stdout.readline().split()
        assert words, "the process is gone"
        assert words[0] != "failed", " ".join(words)
        if words[0] == "kept":
            self.kept |= {int(number): digest for number, digest in (word.split(":") for word in words[1:])}
        return words

    def kill(self, pid: int) -> None:
        """Kill a writer, and hear what it had said until then."""
        os.kill(pid, signal.SIGKILL)
        while self.hear()[0] != "ended":
            pass


@pytest.fixture
def writer(transactional_db: None) -> Iterator[Writer]:
    del transactional_db
    court = agency("Alder County Superior Court", "court", hears_civil=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.registry.faults.writer", court.pk],
        env={**os.environ, "DATABASE_URL": address_of(connection), "STAYAWAY_DATA": str(settings.DATA)},
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    started = Writer(process)
    while started.hear() != ["ready"]:
        pass
    yield started
    process.kill()
    process.communicate()


def test_nothing_acknowledged_is_lost_and_nothing_is_half_written(writer: Writer) -> None:
    chance = random.Random(KILLS)
    seen = ended = 0
    for turn in range(KILLS):
        pid = writer.begin(str(turn))
        while turn % 2 and not writer.kept:
            writer.hear()
        time.sleep(chance.uniform(0, THEN if turn % 2 else FIRST))
        writer.kill(pid)
        before, seen = seen, holds_after(seen, writer.kept)
        ended += seen > before
        writer.kept.clear()
    assert KILLS / 2 <= ended < KILLS, "the kills did not come in the middle of writing"
    assert list(broken()) == []
    assert differences() == []


def holds_after(seen: int, kept: dict[int, str]) -> int:
    """Check what was written after an entry; returns the number of the last one."""
    # A transaction that was being committed when its writer was killed may end a moment later; its lock says when.
    with transaction.atomic():
        lock_head()
    assert list(broken(after=seen)) == []
    entries = list(Entry.objects.filter(number__gt=seen).order_by("number"))
    found = {entry.number: entry.hash for entry in entries}
    assert kept.items() <= found.items(), "an entry was acknowledged and is not there"
    steps = Counter(entry.why for entry in entries)
    assert all(count == int(why.split()[1]) for why, count in steps.items()), "a step is there in part"
    streams = {entry.stream for entry in entries}
    people = {stream for stream in streams if stream.startswith("p")}
    assert PersonRow.objects.filter(id__in=people).count() == len(people)
    assert CaseRow.objects.filter(id__in=streams - people).count() == len(streams - people)
    assert OrderRow.objects.filter(case__in=streams - people).count() == len(streams - people)
    assert Secret.objects.filter(entry__gt=seen).count() == sum(bool(entry.secret_digest) for entry in entries)
    head = Head.objects.get()
    last = entries[-1] if entries else None
    assert last is None or (head.number, head.hash) == (last.number, last.hash)
    assert PersonRow.objects.count() + CaseRow.objects.count() == Entry.objects.values("stream").distinct().count()
    return head.number
