from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from stayaway.registry import chain, projecting
from stayaway.registry.exchange.inward import bulk
from stayaway.registry.exchange.inward.loading import carry_out, plan
from stayaway.registry.models import (
    Access,
    CaseRow,
    Entry,
    IdentifierKey,
    NameKey,
    OrderRow,
    Party,
    PersonRow,
    Secret,
    Task,
)
from stayaway.registry.secret_fields import unseal

from .courts import FILE, NOW, Court, known_files, make_court
from .test_tables import CIVIL, CRIMINAL, DOCKET, table

PROJECTIONS = (PersonRow, CaseRow, OrderRow, Party, Task, NameKey, IdentifierKey)
NOT_COMPARED = {"id", "hash", "previous", "secret_digest"}


def in_one_form(rows: Iterable[dict[str, Any]], names: dict[str, str]) -> list[str]:
    """Rows as texts, with each id of the record by the place where it first stood."""

    def renamed(found: re.Match[str]) -> str:
        return names.setdefault(found[0], f"id {len(names)}")

    texts = (json.dumps(row, default=str) for row in rows)
    found = (re.sub(r"\b[pclo][0-9a-f]{20}\b", renamed, text) for text in texts)
    # A database may keep a mapping in an order of its own, which for ids is by chance.
    return [json.dumps(json.loads(text), sort_keys=True) for text in found]


def whole_record() -> dict[str, list[str]]:
    """Everything in the journal and the projections, but for ids, times and hashes."""
    names: dict[str, str] = {}
    fields = [one.name for one in Entry._meta.fields if one.name not in NOT_COMPARED]
    found = {"Entry": in_one_form(Entry.objects.order_by("number").values(*fields), names)}
    secrets = Secret.objects.order_by("entry_id")
    found["Secret"] = [str(None if one.sealed is None else unseal(one.sealed)) for one in secrets]
    for model in PROJECTIONS:
        own = [
            one.attname
            for one in model._meta.fields
            if not (one.primary_key and one.get_internal_type() == "BigAutoField")
        ]
        found[model.__name__] = sorted(in_one_form(model.objects.order_by("pk").values(*own), names))
    return found


def loaded_by(load: Callable[[], None]) -> dict[str, list[str]]:
    """What is on record after loading, which is then undone."""
    with transaction.atomic():
        load()
        found = whole_record()
        assert list(chain.broken()) == []
        assert projecting.differences() == []
        transaction.set_rollback(True)
    return found


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Every file that there is, and two tables."""
    for name, text in known_files().items():
        (tmp_path / name).write_text(text, "utf-8")
    names = [str(tmp_path / name) for name in known_files()]
    (tmp_path / "more.csv").write_bytes(table(CIVIL, CRIMINAL))
    (tmp_path / "more.docket.csv").write_text(DOCKET, "utf-8")
    return [*names, str(tmp_path / "more.csv")]


@pytest.mark.django_db
def test_files_loaded_together_leave_the_same_record_as_one_entry_after_the_other(files: list[str]) -> None:
    registering = make_court("Registering Court of Nowhere", "us-dc")

    def one_at_a_time() -> None:
        for file in files:
            carry_out(plan(registering.judge, bulk.source_of(file), NOW, foreign=True))

    def together() -> None:
        list(bulk.load(registering.judge, files, NOW, foreign=True, batch=5))

    slow, fast = loaded_by(one_at_a_time), loaded_by(together)
    assert len(slow["Entry"]) > 90
    assert fast == slow


def test_own_cases_loaded_together_leave_the_same_record(court: Court, tmp_path: Path) -> None:
    path = tmp_path / "orders.yaml"
    path.write_text(FILE, "utf-8")

    def one_at_a_time() -> None:
        court.load(FILE)

    def together() -> None:
        list(bulk.load(court.judge, [str(path)], NOW))

    slow, fast = loaded_by(one_at_a_time), loaded_by(together)
    assert fast == slow


def test_a_bad_file_is_left_out_whole_and_the_others_are_loaded(court: Court, tmp_path: Path) -> None:
    texts = [FILE, FILE.replace("24-", "25-").replace("500 ft", "500 fet"), FILE.replace("24-", "26-"), FILE]
    texts.append(FILE.replace("24-1", "27-1").replace("24-2-", "27-2-").replace("on: 2024-02-21", "on: 2034-02-21"))
    files = [tmp_path / f"{number}.yaml" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    reports = {one.name: one for one in bulk.load(court.judge, map(str, files), NOW)}
    assert {name for name, one in reports.items() if one.problems} == {"1.yaml", "4.yaml"}
    assert reports["3.yaml"].before is not None
    assert CaseRow.objects.count() == 4
    assert PersonRow.objects.count() == 4
    assert Access.objects.filter(how="import").count() == 2
    assert list(chain.broken()) == []


def test_a_case_that_waits_to_be_written_is_known_to_the_next_file(court: Court, tmp_path: Path) -> None:
    (tmp_path / "1.yaml").write_text(FILE, "utf-8")
    (tmp_path / "2.yaml").write_text("# again\n" + FILE, "utf-8")
    first, second = bulk.load(court.judge, [str(tmp_path / "1.yaml"), str(tmp_path / "2.yaml")], NOW)
    assert len(first.cases) == 2
    assert len(second.notes) == 2
    assert CaseRow.objects.count() == 2


def test_loading_can_be_broken_off_and_begun_again(court: Court, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.yaml" for number in range(4)]
    for number, file in enumerate(files):
        file.write_text(FILE.replace("number: 24-", f"number: {30 + number}-"), "utf-8")
    begun = bulk.load(court.judge, map(str, files), NOW, batch=2)
    next(begun)
    del begun  # broken off
    assert 0 < CaseRow.objects.count() < 8
    again = list(bulk.load(court.judge, map(str, files), NOW, batch=2))
    assert any(one.before is not None for one in again)
    assert CaseRow.objects.count() == 8


def test_orders_of_today_are_held_against_all_others_first(court: Court, tmp_path: Path) -> None:
    today = FILE.replace("2024-03-01", "2026-06-02").replace("on: 2024-03-04", "on: 2026-06-02")
    (tmp_path / "1.yaml").write_text(today, "utf-8")
    (report,) = bulk.load(court.judge, [str(tmp_path / "1.yaml")], NOW)
    alone = court.load("# by hand\n" + today)
    assert [one.wrong for one in report.problems] == [one.wrong for one in alone.problems]
