"""The tables hold what they promise on whichever database they lie."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from stayaway.registry.models import Access, Entry, Head
from tests.registry.entering import AT, enter


def look() -> Access:
    return Access.objects.create(at=AT, account="u1", post="auditor", how="audit")


@pytest.mark.django_db
def test_the_migrations_say_all_that_the_models_say() -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


@pytest.mark.django_db
def test_the_chain_begins_with_nothing_before_it() -> None:
    assert [(head.number, head.hash) for head in Head.objects.all()] == [(0, "")]


@pytest.mark.django_db
@pytest.mark.parametrize("make", [look, enter])
def test_the_database_itself_refuses_to_change_or_remove(make: type[Entry] | type[Access]) -> None:
    kept = make()
    rows = type(kept).objects.filter(pk=kept.pk)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(post="judge")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.delete()
    assert rows.count() == 1


@pytest.mark.django_db
def test_one_version_of_a_stream_is_taken_once() -> None:
    enter()
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.create(
            number=2, stream="c1", version=1, what="opened", happened="2025-04-01", recorded=AT, facts="{}"
        )


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_that_commits_finds_an_empty_registry_with_its_guards(turn: int) -> None:
    assert Entry.objects.count() == 0
    assert Head.objects.get().number == 0
    enter(turn)
    with pytest.raises(DatabaseError, match="append-only"):
        Entry.objects.update(post="judge")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the embedded database")
@pytest.mark.django_db
def test_the_embedded_database_never_makes_a_reader_wait() -> None:
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
