"""The store of visits: in this process's memory, never on a disk, and gone after twenty idle minutes.

Django finds it by `SESSION_ENGINE`. What is kept is not turned into text or bytes, so nothing of it can be read off a
cache server or a file; when the process ends, all of it is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Any

from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError

IDLE_SECONDS = 20 * 60
MOST_VISITS = 10_000
"""When more are open at once, the one that was idle longest is dropped."""


@dataclass
class Visits:
    """All visits of this process."""

    clock: Callable[[], float] = monotonic
    _kept: dict[str, tuple[float, dict[str, Any]]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, key: str) -> dict[str, Any] | None:
        """What is kept of a visit, which is thereby not idle."""
        with self._lock:
            self._sweep()
            if key not in self._kept:
                return None
            _, kept = self._kept.pop(key)
            self._kept[key] = (self.clock(), kept)  # last in the order of use
            return dict(kept)

    def has(self, key: str) -> bool:
        """Whether a visit is kept."""
        with self._lock:
            self._sweep()
            return key in self._kept

    def put(self, key: str, kept: dict[str, Any]) -> None:
        """Keep a visit."""
        with self._lock:
            self._sweep()
            self._kept.pop(key, None)
            self._kept[key] = (self.clock(), dict(kept))
            while len(self._kept) > MOST_VISITS:
                del self._kept[next(iter(self._kept))]

    def drop(self, key: str) -> None:
        """Forget a visit."""
        with self._lock:
            self._kept.pop(key, None)

    def clear(self) -> None:
        """Forget every visit."""
        with self._lock:
            self._kept.clear()

    def sweep(self) -> None:
        """Forget every visit that was idle too long."""
        with self._lock:
            self._sweep()

    def _sweep(self) -> None:
        # The dictionary is in the order of use: the longest idle come first.
        since = self.clock() - IDLE_SECONDS
        while self._kept:
            key = next(iter(self._kept))
            if self._kept[key][0] > since:
                return
            del self._kept[key]

    def __len__(self) -> int:
        return len(self._kept)


VISITS = Visits()


class SessionStore(SessionBase):
    """One visit, as Django's middleware wants it."""

    def load(self) -> dict[str, Any]:
        """What is kept; nothing, and a new key, where the visit is over."""
        kept = VISITS.get(self.session_key) if self.session_key else None
        if kept is None:
            self._session_key = None
            return {}
        return kept

    def exists(self, session_key: str) -> bool:
        """Whether the visit is kept."""
        return VISITS.has(session_key)

    def create(self) -> None:
        """Begin a visit."""
        self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]  # Django's types leave it out
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Keep the visit. One that was wiped meanwhile by another request is not brought back."""
        if self.session_key is None:
            return self.create()
        kept = self._get_session(no_load=must_create)  # type: ignore[attr-defined]  # Django's types leave it out
        is_there = VISITS.has(self.session_key)
        if must_create and is_there:
            raise CreateError
        if not must_create and not is_there:
            raise UpdateError
        return VISITS.put(self.session_key, kept)

    def delete(self, session_key: str | None = None) -> None:
        """Forget the visit."""
        key = session_key or self.session_key
        if key is not None:
            VISITS.drop(key)

    @classmethod
    def clear_expired(cls) -> None:
        """Forget every visit that was idle too long."""
        VISITS.sweep()
