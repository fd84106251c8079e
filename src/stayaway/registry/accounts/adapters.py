"""What allauth asks of us: how tries are counted, who may sign in, and how second factors are kept."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from stayaway.registry.secret_fields import seal_bytes, unseal_bytes

from . import acting
from .models import Account


class Accounts(DefaultAccountAdapter):
    """Signing in. Nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: administrators make accounts."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Failed tries count for the e-mail alone.

        Allauth's own key has the host and port that the browser names, so another port would give five more tries.
        """
        return str(credentials.get("email", "")).strip().lower()

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Whoever these belong to. An account that has ended answers as one that never was."""
        account: AbstractBaseUser | None = super().authenticate(request, **credentials)
        return account if account is not None and account.is_active else None

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Before second factors are shown or changed, unless there is none yet."""
        request = context.request
        return acting.is_enrolled(request) and not acting.is_confirmed(request)


class Backend(AuthenticationBackend):
    """Passwords are checked as allauth does. The account of a session came with the session, so nothing is asked."""

    def get_user(self, user_id: str) -> AbstractBaseUser | None:
        """The account of an id, if it may sign in."""
        row = getattr(getattr(context.request, "session", None), "row", None)
        if row is not None and row.account_id == user_id:
            account: Account = row.account
            return account if account.is_active else None
        found: AbstractBaseUser | None = super().get_user(user_id)
        return found


class Factors(DefaultMFAAdapter):
    """Second factors. Their secrets are encrypted in the database."""

    def encrypt(self, text: str) -> str:
        """A secret under the newest key."""
        return seal_bytes(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """A secret that was encrypted under any of the keys. Raises Unreadable."""
        return unseal_bytes(encrypted_text.encode()).decode()
