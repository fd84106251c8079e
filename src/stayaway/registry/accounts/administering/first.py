"""The first administrators, whom nobody with an account can add."""

from __future__ import annotations

from django.db import transaction

from stayaway.registry.accounts import inviting
from stayaway.registry.accounts.models import Account, Agency, Holding
from stayaway.registry.actors import Post
from stayaway.wording.accounts import AccountsCode as Says

from .acts import Refused, write


def add_first_administrator(*, email: str, name: str, agency: Agency) -> tuple[Account, str]:
    """An administrator whom whoever runs the machine adds, so that there is one to begin with; and the invitation.

    Raises Refused. It is journaled as done by nobody with an account.
    """
    email = email.strip().casefold()
    if Account.objects.filter(email=email).exists():
        raise Refused({"email": Says.EMAIL_TAKEN})
    with transaction.atomic():
        account = Account.objects.create_user(email, name=name)
        Holding.objects.create(account=account, post=Post.ADMINISTRATOR.value, agency=agency)
        _, said = inviting.make(account)
        write("", "", "add_first_administrator", account.pk, "")
    return account, said
