"""Logs: one JSON object a line, with nothing of anybody in it.

A line says what kind of thing happened, and nothing of what was asked, by whom, or about whom: no address with its ids,
no query, no name, no e-mail, and of a failure only its kind and its place in the code, because messages hold values.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from traceback import extract_tb
from typing import Any

REQUEST: ContextVar[str] = ContextVar("request", default="")
"""A random id that the lines of one request share."""
LOGGER = logging.getLogger("stayaway.registry")
KNOWN = frozenset({"method", "route", "status", "milliseconds", "count", "kind", "seconds"})
"""What a line of ours may say besides. Anything else is left out, whoever hands it over."""


def tell(event: str, *, level: int = logging.INFO, failed: BaseException | None = None, **facts: object) -> None:
    """Write a line: an event in one word, and facts of `KNOWN` kinds."""
    LOGGER.log(level, event, extra={"facts": facts}, exc_info=failed)


class Lines(logging.Formatter):
    """A line of the log. What others log is known only by the name of their logger: their messages hold values."""

    def format(self, record: logging.LogRecord) -> str:
        """`{"time": …, "level": "info", "event": "request", "route": "order", "status": 200, …}`."""
        is_ours = record.name == LOGGER.name
        facts: Mapping[str, Any] = getattr(record, "facts", {}) if is_ours else {}
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": str(record.msg) if is_ours else record.name,
            "request": REQUEST.get(),
            **{name: fact for name, fact in facts.items() if name in KNOWN},
            **failure(record),
        }
        return json.dumps({name: fact for name, fact in line.items() if fact != ""})


def failure(record: logging.LogRecord) -> dict[str, str]:
    """The kind of a failure and the line of code where it came up; nothing of its message."""
    if not record.exc_info or record.exc_info[0] is None:
        return {}
    trace = extract_tb(record.exc_info[2])
    place = {"place": f"{trace[-1].filename}:{trace[-1].lineno}"} if trace else {}
    return {"failure": record.exc_info[0].__name__, **place}


def logging_settings() -> dict[str, object]:
    """Django's setting `LOGGING`."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "stayaway.registry.operation.logs.Lines"}},
        "handlers": {
            "lines": {"class": "logging.StreamHandler", "formatter": "lines"},
            "nowhere": {"class": "logging.NullHandler"},
        },
        "root": {"handlers": ["lines"], "level": "WARNING"},
        "loggers": {
            LOGGER.name: {"handlers": ["lines"], "level": "INFO", "propagate": False},
            "django": {"handlers": ["lines"], "level": "ERROR", "propagate": False},
            "django.server": {"handlers": ["nowhere"], "propagate": False},
        },
    }
