"""A changed or missing entry shows, whoever changed it and wherever."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import Error, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stayaway.reasoning.authority import Role
from stayaway.registry.chain import broken
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Access, Entry, Head, Secret
from tests.registry.conftest import without_guards
from tests.registry.world import NOW, World, enter, happens, make_world, open_civil

COLUMNS = {
    "stream": "c-other",
    "version": 7,
    "what": "sealed",
    "happened": "2020-01-01",
    "recorded": NOW - timedelta(days=400),
    "account": "u-other",
    "post": "judge",
    "agency": "a-other",
    "client": "m-other",
    "acting": "prosecutor",
    "court": "a-other",
    "why": "other",
    "document": "d" * 64,
    "facts": "{}",
    "secret_digest": "e" * 64,
    "corrects": 1,
    "previous": "f" * 64,
    "hash": "0" * 64,
}


def test_a_chain_that_nobody_touched_holds(world: World) -> None:
    open_civil(world)
    assert list(broken()) == []


def test_every_column_of_an_entry_is_covered() -> None:
    named = {field.attname for field in Entry._meta.concrete_fields}
    assert named == set(COLUMNS) | {"number"}


class TestAnyChange(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(column=st.sampled_from(sorted(COLUMNS)), back=st.integers(0, 4))
    def test_is_found_at_its_entry(self, column: str, back: int) -> None:
        open_civil(make_world())
        number = Entry.objects.count() - back
        with without_guards():
            Entry.objects.filter(number=number).update(**{column: COLUMNS[column]})
        assert number in {one.number for one in broken()}


@pytest.mark.parametrize("back", [0, 1, 3])
def test_a_missing_entry_is_found(world: World, back: int) -> None:
    open_civil(world)
    number = Entry.objects.count() - back
    with without_guards():
        Secret.objects.filter(entry_id=number).delete()
        Entry.objects.filter(number=number).delete()
    assert number in {one.number for one in broken()}


def test_entries_cut_off_at_the_end_are_found_from_the_head(world: World) -> None:
    open_civil(world)
    last = Head.objects.get().number
    with without_guards():
        Secret.objects.filter(entry_id__gte=last - 1).delete()
        Entry.objects.filter(number__gte=last - 1).delete()
    assert [(one.number, one.what) for one in broken()] == [(last - 1, "cut_off"), (last, "cut_off")]


def test_a_secret_that_was_changed_or_removed_is_found(world: World) -> None:
    open_civil(world)
    first, second = Secret.objects.order_by("entry_id")[:2]
    Secret.objects.filter(pk=first.pk).update(sealed=second.sealed)
    assert [(one.number, one.what) for one in broken()] == [(first.pk, "secret_changed")]
    Secret.objects.filter(pk=first.pk).update(sealed=None)
    assert [(one.number, one.what) for one in broken()] == [(first.pk, "secret_missing")]
    Secret.objects.filter(pk=first.pk).update(sealed=b"no cipher text")
    assert [(one.number, one.what) for one in broken()] == [(first.pk, "secret_unreadable")]


def test_the_end_of_the_chain_is_verified_from_where_it_was_verified_before(world: World) -> None:
    case, order = open_civil(world)
    before = Head.objects.get().number
    enter(world.clerk, happens(case, order, "served"))
    assert list(broken(before)) == []
    with without_guards():
        Entry.objects.filter(number=before + 1).update(why="other")
    assert [one.number for one in broken(before)] == [before + 1]


@pytest.mark.parametrize("model", [Entry, Access])
@pytest.mark.parametrize("statement", ["UPDATE {} SET account = 'u-other'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_or_remove(world: World, model: type[Entry], statement: str) -> None:
    open_civil(world)
    Access.objects.create(at=NOW, account="u", post="officer", how="find")
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(model._meta.db_table))
    assert list(broken()) == []


def test_what_is_secret_is_nowhere_in_the_journal_as_text(world: World) -> None:
    open_civil(world)
    stored = " ".join(str(value) for entry in Entry.objects.values() for value in entry.values())
    assert "Hidden Lane" not in stored
    assert "555 0142" not in stored
    assert all(b"Hidden" not in bytes(secret.sealed or b"") for secret in Secret.objects.all())


def test_equal_secrets_have_different_digests(world: World) -> None:
    for _ in range(2):
        enter(
            world.clerk,
            Proposal(
                What.CONTACT_CHOSEN,
                world.rosa,
                "2025-05-01",
                {},
                {"email": "r@example.org"},
                acting=Role.PROTECTED_PERSON,
            ),
        )
    digests = list(Entry.objects.filter(what=What.CONTACT_CHOSEN).values_list("secret_digest", flat=True))
    assert len(set(digests)) == 2
