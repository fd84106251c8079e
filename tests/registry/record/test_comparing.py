"""Whatever is shown otherwise than the journal says is told, in every field of every row, but for tasks."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from stayaway.reasoning.authority import Role
from stayaway.registry import comparing, projecting
from stayaway.registry.accounts.models import Agency, new_id
from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import (
    Appearance,
    CaseRow,
    Consent,
    Entry,
    IdentifierKey,
    NameKey,
    OrderRow,
    Party,
    PersonRow,
    Secret,
)
from stayaway.registry.operation import verifying
from stayaway.registry.projecting import differences
from tests.registry.conftest import without_guards
from tests.registry.world import World, enter, happens, open_civil, open_criminal

TABLES = (CaseRow, OrderRow, Party, Appearance, PersonRow, NameKey, IdentifierKey, Consent)
FIELDS = [
    (table, field.attname)
    for table in TABLES
    for field in table._meta.concrete_fields
    if not field.primary_key and field.attname != "law"
]


@pytest.fixture
def life(world: World) -> World:
    """A record in which every table has rows."""
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served", on="2025-03-05"))
    open_criminal(world)
    enter(
        world.clerk,
        Proposal(
            What.PERSON_CHANGED,
            world.dan,
            "2025-03-02",
            {"name": "Daniel Cole", "born": "1988-02-03", "descriptors": {"sex": "M"}},
            {"identifiers": {"operator_license": "COLED88"}},
        ),
        Proposal(What.APPEARED, case, "2025-03-03", {"account": "u1", "agency": world.prosecution.id, "person": ""}),
        Proposal(
            What.CONSENT_GIVEN,
            world.rosa,
            "2025-03-03",
            {"agency": world.program.id, "until": "2026-01-01"},
            acting=Role.PROTECTED_PERSON,
        ),
    )
    assert differences() == []
    assert all(table._default_manager.exists() for table in TABLES)
    return world


def another(row: Any, field: str) -> Any:
    """Another value that a field could have."""
    kept, kind = getattr(row, field), row._meta.get_field(field)
    if isinstance(kind, models.ForeignKey):
        related: Any = kind.related_model
        return related._default_manager.exclude(pk=kept).values_list("pk", flat=True).first()
    if isinstance(kind, models.JSONField):
        return [] if kept else ["more"]
    if isinstance(kept, bool):
        return not kept
    if isinstance(kept, date):
        return kept + timedelta(days=1)
    return kept + 1 if isinstance(kept, int) else "x"


@pytest.mark.usefixtures("life")
@pytest.mark.parametrize(("table", "field"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_another_value_in_any_field_is_told(table: type[models.Model], field: str) -> None:
    for row in table._default_manager.all():
        # Or the database itself refuses it: nobody has one part in a case twice.
        with suppress(IntegrityError), transaction.atomic():
            table._default_manager.filter(pk=row.pk).update(**{field: another(row, field)})
            assert differences() != [], row.pk
            transaction.set_rollback(True)
    assert differences() == []


@pytest.mark.usefixtures("life")
@pytest.mark.parametrize("table", [OrderRow, Party, Appearance, NameKey, IdentifierKey, Consent])
def test_a_row_that_is_missing_or_too_many_is_told(table: type[models.Model]) -> None:
    row: Any = table._default_manager.first()
    owner = row.case_id if hasattr(row, "case_id") else row.person_id
    with transaction.atomic():
        row.delete()
        assert differences() == [owner]
        transaction.set_rollback(True)
    copy: Any = table._default_manager.first()
    copy.pk = new_id("o") if table is OrderRow else None
    if table is Party:
        copy.role = "named"
    copy._state.adding = True
    copy.save()
    assert differences() == [owner]


@pytest.mark.usefixtures("life")
def test_what_is_told_of_is_not_followed_by_everything_else() -> None:
    OrderRow.objects.filter(case__kind="civil").update(spans=[])
    case = CaseRow.objects.get(kind="civil").id
    assert differences() == [case]
    assert verifying.verify().faults == (f"{case}: what is shown does not follow from the journal",)


def test_what_looked_different_for_a_moment_is_looked_at_again_alone(
    life: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clerk may write between the reading of a row and of its entries."""
    PersonRow.objects.filter(id=life.dan).update(name="Somebody")
    case = CaseRow.objects.get(kind="civil").id
    asked: list[Any] = []

    def seen(among: Any = None) -> list[str]:
        asked.append(among)
        return [case, life.dan] if among is None else differences(among)

    monkeypatch.setattr(verifying, "differences", seen)
    assert verifying.sure_differences() == [life.dan]
    assert asked == [None, [case, life.dan]]


def test_a_sealed_case_that_is_shown_again_is_told(life: World) -> None:
    case = CaseRow.objects.get(kind="civil").id
    judge = life.actor(Post.JUDGE, confirmed=True)
    enter(judge, Proposal(What.SEALED, case, "2025-05-01", why="ordered sealed"))
    assert differences() == []
    CaseRow.objects.filter(id=case).update(is_sealed=False)
    assert differences() == [case]


def test_the_number_of_the_latest_entry_is_each_cases_own(life: World) -> None:
    """Also where a step goes on to somebody else."""
    case, order = open_civil(life, court=life.other_court)
    clerk = life.actor(Post.CIVIL_CLERK, life.other_court, confirmed=True)
    person = new_id("p")
    enter(
        clerk,
        replace(happens(case, order, "served", on="2025-03-06")),
        Proposal(What.PERSON_RECORDED, person, "2025-03-06", {"name": "Una Other"}),
    )
    assert CaseRow.objects.get(id=case).updated == Entry.objects.filter(stream=case).latest("number").number
    assert differences() == []


def test_a_record_without_rows_and_rows_without_a_record_are_told(life: World) -> None:
    lost = PersonRow(id=new_id("p"), version=1, facts={})
    lost.save()
    person = new_id("p")
    enter(life.clerk, Proposal(What.PERSON_RECORDED, person, "2025-03-06", {"name": "Una Other"}))
    PersonRow.objects.filter(id=person).delete()
    assert sorted(differences()) == sorted([lost.id, person])


def test_secrets_that_are_gone_or_unreadable_stop_nothing(life: World) -> None:
    entry = Entry.objects.filter(stream=life.dan, what=What.PERSON_CHANGED).get()
    with without_guards():
        Secret.objects.filter(entry=entry).update(sealed=b"nothing")
    PersonRow.objects.filter(id=life.rosa).update(name="Somebody")
    assert sorted(differences()) == sorted([life.dan, life.rosa])
    with without_guards():
        Secret.objects.filter(entry=entry).delete()
    assert sorted(differences()) == sorted([life.dan, life.rosa])


def test_many_records_are_compared_some_at_a_time(life: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing.batches, "__defaults__", (1,))
    assert differences() == []
    PersonRow.objects.update(name="Somebody")
    CaseRow.objects.update(keeper=Agency.objects.get(id=life.other_court.id))
    cases = set(CaseRow.objects.values_list("id", flat=True))
    assert set(projecting.differences()) == {life.rosa, life.dan, *cases}
