"""Two hundred who write to one order at once; a lost connection; a full disk. Nobody's entry is lost or doubled."""

from __future__ import annotations

import errno
import os
import re
import secrets
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier, Event, Thread

import psycopg
import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection, connections

from stayaway.registry import projecting
from stayaway.registry.documents import keep_document, read_document
from stayaway.registry.journal import Stale
from stayaway.registry.models import Document, Entry
from stayaway.registry.operation.verifying import verify
from stayaway.registry.recording import record
from tests.registry.bed import FOLDER
from tests.registry.operation.installing import address_of
from tests.registry.world import NOW, World, enter, happens, make_world, open_civil

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 200
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="a server")


@pytest.fixture
def world(transactional_db: None) -> World:
    del transactional_db
    return make_world()


def test_of_two_hundred_one_wins_each_version_and_the_others_are_told(world: World) -> None:
    case, order = open_civil(world)
    version = Entry.objects.filter(stream=case).count()
    together = Barrier(WRITERS, timeout=60)

    def write(_: int) -> list[str]:
        """Try for each version in turn, together with all others; what came of it."""
        found = []
        try:
            for turn in range(2):
                together.wait()
                try:
                    record(world.clerk, [happens(case, order, "served")], {case: version + turn}, NOW)
                    found.append("won")
                except Stale as told:
                    found.append(f"told {told.found - told.expected}")
        finally:
            connections.close_all()
        return found

    with ThreadPoolExecutor(WRITERS) as pool:
        outcomes = list(pool.map(write, range(WRITERS)))
    for turn in range(2):
        assert Counter(outcome[turn] for outcome in outcomes) == {"won": 1, "told 1": WRITERS - 1}
    assert list(Entry.objects.filter(stream=case).order_by("number").values_list("version", flat=True)) == list(
        range(1, version + 3)
    )
    assert verify().faults == ()


def test_who_verifies_while_others_write_raises_no_alarm(world: World) -> None:
    case, order = open_civil(world)
    is_over = Event()

    def write() -> None:
        try:
            while not is_over.is_set():
                enter(world.clerk, happens(case, order, "served"))
        finally:
            connections.close_all()

    thread = Thread(target=write)
    thread.start()
    try:
        found = [fault for _ in range(15) for fault in verify().faults]
    finally:
        is_over.set()
        thread.join()
    assert found == []


def lose_connection(*_: object) -> None:
    """What an operator, or a server that restarts, does to a connection; here after entries were written."""
    with connection.cursor() as cursor, psycopg.connect(address_of(connection), autocommit=True) as other:
        cursor.execute("SELECT pg_backend_pid()")
        other.execute("SELECT pg_terminate_backend(%s)", cursor.fetchone())
        cursor.execute("SELECT 1")


@on_postgresql
def test_a_lost_connection_loses_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    case, order = open_civil(world)
    before = Entry.objects.count()
    with monkeypatch.context() as patch:
        patch.setattr(projecting, "project", lose_connection)
        with pytest.raises((OperationalError, InterfaceError)):
            enter(world.clerk, happens(case, order, "served"))
    connection.close_if_unusable_or_obsolete()  # as Django does between requests
    assert Entry.objects.count() == before
    enter(world.clerk, happens(case, order, "served"))
    assert verify().faults == ()
    assert Entry.objects.count() == before + 1


SEGMENT = 16 * 1024 * 1024
"""Bytes of a file of PostgreSQL's write-ahead log, the largest file that the server of the tests begins with."""


@contextmanager
def full_disk() -> Iterator[None]:
    """The database's disk takes no more, or soon none.

    PostgreSQL takes a file that may not grow as it takes a full disk, and says so where it ignores SIGXFSZ. So its
    process for this connection gets such a limit, as its owner may give it.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            (pages,) = cursor.execute("PRAGMA page_count").fetchone()
            cursor.execute(f"PRAGMA max_page_count = {pages}")
            yield
            cursor.execute(f"PRAGMA max_page_count = {pages * 100}")
            return
        if not str(connection.get_connection_params().get("host", "")).startswith(os.environ[FOLDER]):
            pytest.skip("the server is not that of the tests")
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    limit(process, str(SEGMENT))
    try:
        yield
    finally:
        limit(process, "unlimited")


def limit(process: int, largest: str) -> None:
    """Let a process make no file larger, as the user that it runs as: a server never runs as root, the tests may."""
    owner = Path(f"/proc/{process}").stat()
    command = ["prlimit", f"--pid={process}", f"--fsize={largest}:"]
    subprocess.run(command, user=owner.st_uid, group=owner.st_gid, check=True)


def test_a_full_disk_loses_nothing(world: World) -> None:
    case, order = open_civil(world)
    with full_disk():
        kept = fill(world, case, order)
        assert Entry.objects.filter(number__in=kept).count() == len(kept)
        assert verify().faults == ()
    enter(world.clerk, happens(case, order, "served"))
    assert verify().faults == ()
    assert Entry.objects.filter(number__in=kept).count() == len(kept)


def fill(world: World, case: str, order: str) -> list[int]:
    """Enter until nothing more fits; the numbers of what was entered."""
    kept: list[int] = []
    size = 1000 if connection.vendor == "sqlite" else SEGMENT // 40
    for _ in range(2000):
        why = secrets.token_urlsafe(size)  # so that it is not kept smaller than it is
        try:
            kept += [entry.number for entry in enter(world.clerk, happens(case, order, "served", why=why))]
        except DatabaseError as error:
            if not re.search("is full|File too large", str(error)):
                raise
            return kept
    raise AssertionError("the disk was never full")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_paper_that_does_not_fit_is_not_kept(world: World, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    del world
    paper = b"%%PDF-1.7 an invented order %d" % code

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(OSError, match=os.strerror(code)):
            keep_document(paper)
    assert Document.objects.count() == 0
    kept = keep_document(paper)
    assert read_document(kept.digest) == paper
    assert verify().faults == ()
