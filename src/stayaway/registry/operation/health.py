"""`/health/` and `/metrics/`: for those who run the registry, not for those who use it."""

from __future__ import annotations

import hmac
import ipaddress
import os
from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from stayaway.registry.models import Entry, Head

from .known_keys import OtherKeys, refuse_other_keys
from .logs import tell
from .metrics import shown

FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
"""Headers that say that a request came through somebody else."""


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether the registry can work: 200 or 503. Which check failed is told only to those who run it."""
    found = {name: passes(check) for name, check in CHECKS.items()}
    is_well = all(found.values())
    said: dict[str, object] = {"status": "ok" if is_well else "failing"}
    if runs_it(request):
        said["checks"] = found
    return JsonResponse(said, status=200 if is_well else 503)


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The metrics. To everybody else there is no such page."""
    if not runs_it(request):
        raise Http404
    return HttpResponse(shown(), content_type=CONTENT_TYPE_LATEST)


def runs_it(request: HttpRequest) -> bool:
    """Whether a request comes from those who run the registry.

    With `STAYAWAY_METRICS_TOKEN` set: it brings that token. Without: it was made on this machine, and not handed on by
    a server in front, which may stand on this machine too.
    """
    token = os.environ.get("STAYAWAY_METRICS_TOKEN")
    if token:
        return hmac.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode())
    if any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def passes(check: Callable[[], bool]) -> bool:
    """Whether a check passes. A failure is logged by its kind."""
    try:
        return check()
    except (DatabaseError, ObjectDoesNotExist) as failed:
        tell("unhealthy", failed=failed, kind=check.__name__)
        return False


def database_answers() -> bool:
    """Whether the database can be reached."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def migrations_are_applied() -> bool:
    """Whether the tables are those of this version. Once they are, they stay so while it runs."""
    global _applied
    _applied = _applied or is_up_to_date()
    return _applied


_applied = False


def is_up_to_date() -> bool:
    """Whether no migration is left to apply."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def chain_ends_at_its_head() -> bool:
    """Whether the entry that the head of the chain names is there. Others may be writing the next one meanwhile."""
    head = Head.objects.get(id=1)
    return head.number == 0 or Entry.objects.filter(number=head.number, hash=head.hash).exists()


def keys_are_those_needed() -> bool:
    """Whether the keys here are those that the database needs; with others, a search would find nobody."""
    try:
        refuse_other_keys()
    except OtherKeys as wrong:
        tell("unhealthy", failed=wrong, kind="keys")
        return False
    return True


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "migrations": migrations_are_applied,
    "chain": chain_ends_at_its_head,
    "keys": keys_are_those_needed,
}
