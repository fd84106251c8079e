"""Machine clients: programs that act in a post, with a token."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from stayaway.model import Code
from stayaway.registry.accounts import acting
from stayaway.registry.accounts.models import Client, Holding
from stayaway.registry.accounts.sessions import in_force
from stayaway.registry.actors import Actor, Post
from stayaway.wording.accounts import AccountsCode as Says

from .acts import act

DAYS_MOST = 366
"""The longest that a machine client's token is good for."""


def make_client(
    actor: Actor, holding_id: int, *, name: str, scopes: Iterable[str], days: int, why: str
) -> tuple[Client, str]:
    """A machine client that acts in a post for so many days, and its token, told this once. Raises Refused.

    Whoever makes it has its token in hand, so it awaits a second administrator.
    """
    holding = Holding.objects.get(pk=holding_id)
    asked = frozenset(scopes)
    faults: dict[str, Code] = {} if name.strip() else {"name": Says.FILL_IN}
    if not asked or asked - acting.SCOPES:
        faults["scopes"] = Says.CHOOSE
    if not 1 <= days <= DAYS_MOST:
        faults["days"] = Says.DAYS_WRONG
    if holding.post == Post.ADMINISTRATOR or not in_force(Holding.objects.filter(pk=holding.pk)).exists():
        faults[""] = Says.NO_CLIENT_FOR_POST
    with act(actor, why, faults) as record:
        client, token = acting.make_client(
            holding,
            name.strip(),
            asked,
            timezone.now() + timedelta(days=days),
            asked_by=actor.account,
            awaits=True,
        )
        record("make_client", client.pk, *sorted(asked))
    return client, token


def end_client(actor: Actor, client_id: str, *, why: str) -> None:
    """End a machine client; within half a minute its token opens nothing anywhere. Raises Refused."""
    client = Client.objects.get(pk=client_id)
    with act(actor, why, {"": Says.IT_HAS_ENDED} if client.ended else {}) as record:
        Client.objects.filter(pk=client.pk).update(ended=timezone.now())
        record("end_client", client.pk)
    acting.forget_tokens()
