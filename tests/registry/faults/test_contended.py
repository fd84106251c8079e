"""Two hundred who write to one order at once; a lost connection; a full disk. Nobody's entry is lost or doubled."""

from __future__ import annotations

import errno
import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Thread

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, connection, connections

from stayaway.registry import projecting
from stayaway.registry.documents import keep_document, read_document
from stayaway.registry.journal import Stale
from stayaway.registry.models import Document, Entry
from stayaway.registry.operation.verifying import verify
from stayaway.registry.recording import record
from tests.registry.operation.installing import address_of
from tests.registry.world import NOW, World, enter, happens, make_world, open_civil

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 200
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="the embedded database")
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


@on_sqlite
def test_a_full_disk_loses_nothing(world: World) -> None:
    case, order = open_civil(world)
    with connection.cursor() as cursor:
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        kept = fill(world, case, order)
        assert Entry.objects.filter(number__in=kept).count() == len(kept)
        assert verify().faults == ()
        cursor.execute(f"PRAGMA max_page_count = {pages * 100}")
    enter(world.clerk, happens(case, order, "served"))
    assert verify().faults == ()


def fill(world: World, case: str, order: str) -> list[int]:
    """Enter until nothing more fits; the numbers of what was entered."""
    kept: list[int] = []
    for _ in range(2000):
        try:
            kept += [entry.number for entry in enter(world.clerk, happens(case, order, "served", why="x" * 1000))]
        except OperationalError as error:
            if "full" not in str(error):
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
