"""Which cases are open to an actor, as part of a statement: `sight` says it, and here it is only written down."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from stayaway.registry.actors import Actor, Post
from stayaway.registry.sight import SEE_EVERY_CASE, cases_open_to
from stayaway.registry.statements import Statement


def open_to(actor: Actor, now: datetime) -> Statement:
    """The statement that brings the ids of the cases open to an actor, for use inside another."""
    if actor.post not in SEE_EVERY_CASE:
        return _ids_of(cases_open_to(actor, now))
    if actor.post not in _same_for_all:
        _same_for_all[actor.post] = _ids_of(cases_open_to(actor, now))
    return _same_for_all[actor.post]


_same_for_all: dict[Post, Statement] = {}
"""Of the posts for which it is the same whoever asks: it takes longer to write than to carry out."""


def _ids_of(found: QuerySet[Any]) -> Statement:
    try:
        text, values = found.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return f'SELECT "id" FROM "{found.model._meta.db_table}" WHERE 1 = 0', []
    return text, list(values)
