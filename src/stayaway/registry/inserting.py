"""Writing many new rows at once, by the way that the database has for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, models

MANY = 20
"""From here on, copying is faster than inserting."""


def insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert new rows of a model. None of them may be there yet."""
    if connection.vendor != "postgresql" or len(rows) < MANY:
        model._default_manager.bulk_create(rows, batch_size=2000)
        return
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    read = [(field.attname, _written(field)) for field in fields]
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            values = row.__dict__
            copy.write_row([values[name] if write is None else write(values[name]) for name, write in read])


def _written(field: Any) -> Callable[[Any], Any] | None:
    """How a value is written for the database; None: as it is."""
    return json.dumps if isinstance(field, models.JSONField) else None
