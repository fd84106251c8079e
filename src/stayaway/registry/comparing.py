"""Whether the rows of a table are those that the journal makes: all of them, and every field."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)
BATCH = 200
"""Rows that are compared at once: so many are in memory, however many there are."""
TELLS_HOW = frozenset({"law"})
"""Fields that say how a row was made, not what follows from the journal."""


def batches(rows: models.QuerySet[Row], size: int = BATCH) -> Iterator[list[Row]]:
    """All rows, some at a time, in the order of their ids, which are texts."""
    after = ""
    while found := list(rows.filter(pk__gt=after).order_by("pk")[:size]):
        yield found
        after = found[-1].pk


def by_owner(tables: Mapping[type[models.Model], str], owners: Sequence[str]) -> dict[str, list[models.Model]]:
    """The rows of some tables that belong to these owners, by owner. `tables` says which field names the owner."""
    found: dict[str, list[models.Model]] = {owner: [] for owner in owners}
    for table, field in tables.items():
        for row in table._default_manager.filter(**{f"{field}__in": owners}):
            found[getattr(row, field)].append(row)
    return found


def are_same(made: Iterable[models.Model], kept: Iterable[models.Model]) -> bool:
    """Whether two heaps of rows say the same, in whatever order they lie."""
    return sorted(map(_told, made)) == sorted(map(_told, kept))


def _told(row: models.Model) -> str:
    """All that a row says, as one text: its table and every field, but for a number that only counts rows."""
    fields = row._meta.concrete_fields
    said: dict[str, Any] = {
        field.attname: getattr(row, field.attname)
        for field in fields
        if not isinstance(field, models.AutoField) and field.attname not in TELLS_HOW
    }
    return json.dumps([row._meta.label, said], sort_keys=True, default=str)
