"""Invitations: links that set an account's password, once, within three days."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from .models import Account, Invitation

GOOD_FOR = timedelta(days=3)


def make(account: Account, *, asked_by: str = "", awaits: bool = False) -> tuple[Invitation, str]:
    """A new invitation for an account, and what its link says, told this once. Earlier ones open nothing any more."""
    now = timezone.now()
    Invitation.objects.filter(account=account, used=None).update(used=now)
    said = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        account=account, digest=_digest(said), expires=now + GOOD_FOR, asked_by=asked_by, awaits_second=awaits
    )
    return invitation, said


def open_by(said: str) -> Invitation | None:
    """The invitation that a link opens now."""
    return (
        Invitation.objects.select_related("account")
        .filter(
            digest=_digest(said),
            used=None,
            expires__gt=timezone.now(),
            awaits_second=False,
            account__is_active=True,
        )
        .first()
    )


def is_open(account: Account) -> bool:
    """Whether there is a link out that would set the account's password."""
    return Invitation.objects.filter(account=account, used=None, expires__gt=timezone.now()).exists()


def use(invitation: Invitation, password: str) -> bool:
    """Set the password, and forget earlier second factors. False: somebody was faster."""
    with transaction.atomic():
        now = timezone.now()
        if not Invitation.objects.filter(pk=invitation.pk, used=None, expires__gt=now).update(used=now):
            return False
        account = invitation.account
        account.set_password(password)
        account.save(update_fields=["password"])
        Authenticator.objects.filter(user=account).delete()
    return True


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()
