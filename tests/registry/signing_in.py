"""A browser of somebody who has signed in, without walking through the pages: for tests of what comes after."""

from __future__ import annotations

import time
from importlib import import_module
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from stayaway.registry.accounts.models import Account, Agency, Holding
from stayaway.registry.accounts.sessions import BEGAN, HOLDING
from stayaway.registry.actors import AgencyKind, Post

PASSWORD = "seven plain herons over one lake"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def new_agency(name: str = "Example Court", kind: AgencyKind = AgencyKind.COURT, **more: Any) -> Agency:
    """An agency. A court hears both kinds unless it is told."""
    if kind is AgencyKind.COURT:
        more = {"hears_civil": True, "hears_criminal": True} | more
    return Agency.objects.create(name=name, kind=kind.value, **more)


def new_account(
    email: str = "clerk@example.org", *, name: str = "Ana Invented", password: str | None = None, **more: Any
) -> Account:
    """An account; only with a password can it sign in through the pages."""
    account = Account.objects.create_user(email, password, name=name, **more)
    return account


def enrol(account: Account) -> None:
    """Give an account a second factor: the app with `SECRET`, and recovery codes."""
    if not Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists():
        TOTP.activate(account, SECRET)
        RecoveryCodes.activate(account)


def code_now(steps: int = 0) -> str:
    """What the app shows now, or some steps of 30 seconds away."""
    return str(format_hotp_value(hotp_value(SECRET, int(time.time()) // settings.MFA_TOTP_PERIOD + steps)))


def holding_of(account: Account, post: Post, agency: Agency | None = None, person: str = "") -> Holding:
    """A post that an account holds."""
    return Holding.objects.create(account=account, post=post.value, agency=agency, person=person)


def signed_in(
    account: Account, holding: Holding | None = None, *, confirmed: bool = True, csrf: bool = False
) -> Client:
    """A browser in which an account has signed in with both factors, in a post.

    `confirmed`: it did so a moment ago; otherwise an hour ago. `csrf`: forms need their token, as in a real browser.
    """
    enrol(account)
    at = time.time() - (0 if confirmed else 3600)
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = account.pk
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store[BEGAN] = at
    store["account_authentication_methods"] = [{"method": method, "at": at} for method in ("password", "mfa")]
    store["account_authentication_methods_user"] = account.pk
    if holding is not None:
        store[HOLDING] = holding.pk
    store.save(must_create=True)
    browser = Client(enforce_csrf_checks=csrf, headers={"accept-language": "en"})
    browser.cookies[settings.SESSION_COOKIE_NAME] = store.session_key
    return browser
