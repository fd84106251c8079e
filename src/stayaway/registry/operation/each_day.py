"""What each day brings, for a scheduler to run once a day: `stayaway registry daily`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime

from stayaway.registry.accounts.sessions import SessionStore
from stayaway.registry.erasing import erase_old_secrets
from stayaway.registry.projecting import refresh
from stayaway.registry.reminding import remind
from stayaway.registry.sealing import seal_looks


def each_day(now: datetime) -> Iterator[str]:
    """Do it all; says what was done as it goes, in numbers alone. Run twice on one day, it does nothing twice.

    Raises ValueError, before anything is done, when a setting is wrong.
    """
    years = years_kept()
    yield f"Cases whose tasks were looked at again: {refresh(now)}"
    yield f"Looks sealed: {seal_looks(now)}"
    yield f"Reminders sent: {remind(now)}"
    if years is None:
        yield "Secrets of old cases are kept: STAYAWAY_KEEP_YEARS is not set."
    else:
        yield f"Secrets erased of cases that ended more than {years} years ago: {erase_old_secrets(now, years)}"
    SessionStore.clear_expired()


def years_kept() -> int | None:
    """For how many years after a case's last order its secrets are kept; None: for good. Raises ValueError."""
    said = os.environ.get("STAYAWAY_KEEP_YEARS", "")
    if not said:
        return None
    if not said.isdecimal() or int(said) < 1:
        raise ValueError(f"STAYAWAY_KEEP_YEARS: a whole number of years, at least 1, not {said!r}")
    return int(said)
