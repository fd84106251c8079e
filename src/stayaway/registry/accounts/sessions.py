"""Sessions, kept in the database with whose they are and in which post, so that they can be listed and ended at once.

A session ends 12 hours after it began, or after 30 minutes without a request, whichever is first (settings
`SESSION_HOURS` and `SESSION_IDLE_MINUTES`). The cookie holds its key; the database holds only a digest of it. One query
brings a session with its account, its post, the agency, and whether there is a second factor.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import SESSION_KEY, user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from .models import Account, Holding, Session

HOLDING = "holding"
"""In a session's data: the id of the post that was chosen."""
BEGAN = "began"
DEVICE = "device"
LANGUAGE = "language"
BEFORE_SIGN_IN = timedelta(hours=1)
"""How long a session lasts in which nobody signs in."""
SEEN_EVERY = timedelta(minutes=1)

POSSESSIONS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""The second factors; recovery codes only stand in for one."""


def digest_of(key: str) -> str:
    """What the database keeps of a key: 160 bits of its SHA-256."""
    return hashlib.sha256(key.encode()).hexdigest()[:40]


class SessionStore(DatabaseStore):
    """Django's sessions in the database, with the limits and columns of ours."""

    row: Session | None = None
    """The session as it was read. `is_enrolled`: its account has a second factor. `is_in_force`: its post counts."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def _get_session_from_db(self) -> Session | None:
        now = timezone.now()
        chosen = Holding.objects.filter(pk=OuterRef("holding_id"), account=OuterRef("account_id"))
        self.row = (
            Session.objects.filter(pk=digest_of(str(self.session_key)), expire_date__gt=now, seen__gt=now - idle())
            .select_related("account", "holding__agency")
            .annotate(is_enrolled=has_second_factor(OuterRef("account_id")), is_in_force=Exists(in_force(chosen)))
            .first()
        )
        if self.row is None:
            self._session_key = None
        elif now - self.row.seen > SEEN_EVERY:
            Session.objects.filter(pk=self.row.pk).update(seen=now)
        return self.row

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row of the session as it stands."""
        return Session(
            session_key=digest_of(self._get_or_create_session_key()),  # type: ignore[attr-defined]  # Django's types leave it out
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            account_id=data.get(SESSION_KEY),
            holding_id=data.get(HOLDING),
            began=_began(data),
            seen=timezone.now(),
            device=data.get(DEVICE, ""),
        )

    def get_expiry_date(self, **_: Any) -> datetime:
        """The hard end, counted from signing in; nothing that happens in the session moves it."""
        data = self._session  # type: ignore[attr-defined]  # Django's types leave it out
        return _began(data) + timedelta(hours=settings.SESSION_HOURS) if BEGAN in data else _soon()

    def exists(self, session_key: str) -> bool:
        """Whether there is a session of that key."""
        return Session.objects.filter(pk=digest_of(session_key)).exists()

    def delete(self, session_key: str | None = None) -> None:
        """Remove the session of that key, or this one."""
        key = session_key or self.session_key
        if key is not None:
            Session.objects.filter(pk=digest_of(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        """Remove the sessions that are over."""
        now = timezone.now()
        Session.objects.filter(Q(expire_date__lte=now) | Q(seen__lte=now - idle())).delete()


def _began(data: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(data[BEGAN], UTC) if BEGAN in data else timezone.now()


def _soon() -> datetime:
    return timezone.now() + BEFORE_SIGN_IN


def idle() -> timedelta:
    """How long a session lasts without a request."""
    return timedelta(minutes=settings.SESSION_IDLE_MINUTES)


def has_second_factor(account: Any) -> Exists:
    """Whether an account, given by id or by a reference to one, has a second factor."""
    return Exists(Authenticator.objects.filter(user_id=account, type__in=POSSESSIONS))


def begin(sender: Any, request: HttpRequest, user: Account, **_: Any) -> None:
    """Somebody signed in: the hours count from now. Whoever holds one post alone has it chosen."""
    request.session[BEGAN] = timezone.now().timestamp()
    request.session[DEVICE] = request.headers.get("User-Agent", "")[:120]
    request.session.pop(HOLDING, None)
    held = list(in_force(Holding.objects.filter(account=user)).values_list("pk", flat=True)[:2])
    if len(held) == 1:
        request.session[HOLDING] = held[0]


user_logged_in.connect(begin, dispatch_uid="stayaway.begin_session")


def in_force(holdings: QuerySet[Holding]) -> QuerySet[Holding]:
    """Of some posts, those that count today."""
    return holdings.filter(
        Q(agency__isnull=True) | Q(agency__is_active=True), ended=None, awaits_second=False, account__is_active=True
    )


def going_on(account: str) -> QuerySet[Session]:
    """An account's sessions that are not over."""
    now = timezone.now()
    return Session.objects.filter(account_id=account, expire_date__gt=now, seen__gt=now - idle())


def end_sessions(account: str, *, holding: int | None = None, but: SessionBase | None = None) -> int:
    """End an account's sessions at once, or those in one post; `but`: the one that goes on. How many ended."""
    found = Session.objects.filter(account_id=account)
    if holding is not None:
        found = found.filter(holding_id=holding)
    if but is not None and but.session_key:
        found = found.exclude(pk=digest_of(but.session_key))
    return found.delete()[0]
