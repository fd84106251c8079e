"""What each day brings, for a scheduler to run once a day: `stayaway registry daily`."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from django.db import connection

from stayaway.registry.accounts.sessions import SessionStore
from stayaway.registry.erasing import erase_old_secrets
from stayaway.registry.lapsing import end_old_consents
from stayaway.registry.projecting import refresh
from stayaway.registry.reminding import NoMailServer, remind
from stayaway.registry.retelling import tell_anew
from stayaway.registry.sealing import seal_looks

from .logs import tell

MOST_YEARS = 1000


class NotAllDone(Exception):
    """Some of what the day brings was not done. The message says what."""


def each_day(now: datetime) -> Iterator[str]:
    """Do it all; says what was done as it goes, in numbers alone. Run twice on one day, it does nothing twice.

    Each is done whatever became of the one before. Raises ValueError, before anything is done, when a setting is
    wrong; and NotAllDone at the end.
    """
    years = years_kept()
    jobs: Mapping[str, Callable[[], str]] = {
        "law": lambda: _tell_anew(now),
        "tasks": lambda: f"Cases whose tasks were looked at again: {refresh(now)}",
        "consents": lambda: f"Consents that have run out: {end_old_consents(now)}",
        "looks": lambda: f"Looks sealed: {seal_looks(now)}",
        "reminders": lambda: _remind(now),
        "old secrets": lambda: _erase(now, years),
        "sessions": _forget_sessions,
    }
    undone = []
    for name, do in jobs.items():
        try:
            said = do()
        except Exception as error:  # whatever it is, the others have to be done, and its message may hold values
            said = str(error) if isinstance(error, NotAllDone) else f"Not done, {name}: {type(error).__name__}"
            tell("not_done", level=logging.ERROR, failed=error)
            connection.close_if_unusable_or_obsolete()
            undone.append(name)
        yield said
    if undone:
        raise NotAllDone(f"Not all was done: {', '.join(undone)}. What was not done is done the next time.")


def years_kept() -> int | None:
    """For how many years after a case's last order its secrets are kept; None: for good. Raises ValueError."""
    said = os.environ.get("STAYAWAY_KEEP_YEARS", "")
    if not said:
        return None
    if not said.isdecimal() or len(said) > 4 or not 1 <= int(said) <= MOST_YEARS:
        raise ValueError(f"STAYAWAY_KEEP_YEARS: a whole number of years, from 1 to {MOST_YEARS}, not {said!r}")
    return int(said)


def _tell_anew(now: datetime) -> str:
    """Raises NotAllDone: the rules of this release cannot read some."""
    done = tell_anew(now)
    said = f"Cases told anew under the law of this release: {done.count}"
    if done.unreadable:
        raise NotAllDone(f"{said}; not readable by it, and unsure in every search: {', '.join(done.unreadable)}")
    return said


def _remind(now: datetime) -> str:
    """Raises NotAllDone: some could not be sent."""
    try:
        done = remind(now)
    except NoMailServer:
        return "Reminders are not sent: STAYAWAY_MAIL is not set."
    if done.unsent:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(Counter(done.unsent).items()))
        raise NotAllDone(f"Reminders sent: {done.sent}; not sent, and due still: {len(done.unsent)} ({kinds})")
    return f"Reminders sent: {done.sent}"


def _erase(now: datetime, years: int | None) -> str:
    if years is None:
        return "Secrets of old cases are kept: STAYAWAY_KEEP_YEARS is not set."
    return f"Secrets erased of cases that ended more than {years} years ago: {erase_old_secrets(now, years)}"


def _forget_sessions() -> str:
    SessionStore.clear_expired()
    return "Sessions that have ended are forgotten."
