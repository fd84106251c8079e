"""Accounts: inviting whoever is to have one, a new link for whoever lost theirs, and the end of one."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.utils import timezone

from stayaway.model import Code
from stayaway.registry.accounts import acting, inviting
from stayaway.registry.accounts.models import Account, Holding, Invitation
from stayaway.registry.accounts.sessions import end_sessions
from stayaway.registry.actors import Actor
from stayaway.wording.accounts import AccountsCode as Says
from stayaway.wording.language import LANGUAGES

from .acts import act
from .posts import end_all, leaves_nobody


def invite(
    actor: Actor, *, email: str, name: str, why: str, language: str = "en", is_named: bool = True
) -> tuple[Account, str]:
    """A new account, and what the link of its invitation says. Raises Refused.

    `is_named`: an order names, or may name, whoever it is for; then no mail ever goes to it.
    """
    email = email.strip().casefold()
    faults: dict[str, Code] = {} if name.strip() else {"name": Says.FILL_IN}
    try:
        validate_email(email)
    except ValidationError:
        faults["email"] = Says.WRITE_EMAIL
    if Account.objects.filter(email=email).exists():
        faults["email"] = Says.EMAIL_TAKEN
    if language not in LANGUAGES:
        faults["language"] = Says.CHOOSE
    with act(actor, why, faults) as record:
        account = Account.objects.create_user(email, name=name.strip(), language=language, may_be_mailed=not is_named)
        _, said = inviting.make(account, asked_by=actor.account)
        record("invite", account.pk)
    return account, said


def invite_again(actor: Actor, account_id: str, *, why: str) -> tuple[Invitation, str]:
    """A new link for somebody who lost their password or second factor. Raises Refused.

    It awaits a second administrator where the account holds, or is to hold, a post.
    """
    account = Account.objects.get(pk=account_id)
    held = Holding.objects.filter(account=account, ended=None)
    with act(actor, why, {} if account.is_active else {"": Says.IT_HAS_ENDED}) as record:
        invitation, said = inviting.make(account, asked_by=actor.account, awaits=held.exists())
        record("invite_again", account.pk)
    return invitation, said


def end_account(actor: Actor, account_id: str, *, why: str) -> None:
    """End an account for good: its posts, sessions, invitations and machine clients. Raises Refused."""
    account = Account.objects.get(pk=account_id)
    faults: dict[str, Code] = {} if account.is_active else {"": Says.IT_HAS_ENDED}
    if leaves_nobody(Q(account=account)):
        faults[""] = Says.LAST_ADMINISTRATOR
    with act(actor, why, faults) as record:
        account.is_active = False
        account.set_unusable_password()
        account.save(update_fields=["is_active", "password"])
        end_all(Holding.objects.filter(account=account))
        Invitation.objects.filter(account=account, used=None).update(used=timezone.now())
        end_sessions(account.pk)
        record("end_account", account.pk)
    acting.forget_tokens()
