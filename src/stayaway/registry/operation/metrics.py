"""Metrics: how often and how quickly, by kind of page; nothing of who, what or about whom."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from django.db import DatabaseError
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

KEPT = CollectorRegistry()
SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""Names the folder in which several processes count together. The package reads it when it is imported."""
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

_requests = Counter("stayaway_requests", "Answers", ["route", "method", "status"], registry=KEPT)
_seconds = Histogram(
    "stayaway_request_seconds",
    "How long an answer took",
    ["route"],
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=KEPT,
)
_entries = Counter("stayaway_entries_written", "Entries written to the journal", ["what"], registry=KEPT)
_refusals = Counter("stayaway_refusals", "Refusals, by the code of their reason", ["code"], registry=KEPT)
_looks = Counter("stayaway_looks", "Looks at records that were journaled: searches, reads…", ["how"], registry=KEPT)


def count_answer(route: str, method: str, status: int, seconds: float) -> None:
    """One answer: the name of its route, never its address."""
    _requests.labels(route, method if method in METHODS else "other", str(status)).inc()
    _seconds.labels(route).observe(seconds)


def count_entries(whats: Iterable[str]) -> None:
    """Entries that were written to the journal and committed."""
    for what in whats:
        _entries.labels(what).inc()


def count_refusal(code: str) -> None:
    """Something was refused, for this reason first of all; also in a dry run."""
    _refusals.labels(code).inc()


def count_look(how: str) -> None:
    """One look at records, as it is journaled: `find`, `read`, `export`, `refused` and the like."""
    _looks.labels(how).inc()


class Chain:
    """How long the journal is, asked of the database when somebody looks."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The number of the last entry; nothing where the database does not answer."""
        from stayaway.registry.models import Head

        try:
            number = Head.objects.values_list("number", flat=True).get(id=1)
        except (DatabaseError, Head.DoesNotExist):
            return
        yield GaugeMetricFamily("stayaway_journal_entries", "Entries in the journal", value=number)


KEPT.register(Chain())
ProcessCollector(registry=KEPT)


def shown() -> bytes:
    """All metrics, as Prometheus reads them; where several processes answer, those of all of them together."""
    if SHARED not in os.environ:
        return generate_latest(KEPT)
    every = CollectorRegistry()
    MultiProcessCollector(every)  # type: ignore[no-untyped-call]  # the package leaves its types out
    every.register(Chain())
    return generate_latest(every)
