"""What the second administrator does: without it, what the first one asked for counts for nothing."""

from __future__ import annotations

from stayaway.model import Code
from stayaway.registry.accounts import inviting
from stayaway.registry.accounts.models import Client, Holding, Invitation
from stayaway.registry.actors import Actor
from stayaway.wording.accounts import AccountsCode as Says

from .acts import act


def confirm(actor: Actor, awaiting: Holding | Client | Invitation, *, why: str) -> None:
    """Confirm, as the second administrator, what another one asked for. Raises Refused.

    A post only once its holder has used their invitation: its link may still lie with the administrator who asked.
    """
    holder = awaiting.holding.account_id if isinstance(awaiting, Client) else awaiting.account_id
    faults: dict[str, Code] = {}
    if not awaiting.awaits_second or getattr(awaiting, "ended", None) or getattr(awaiting, "used", None):
        faults[""] = Says.NOTHING_AWAITS
    elif actor.account in (awaiting.asked_by, holder):
        faults[""] = Says.ANOTHER_MUST_CONFIRM
    elif isinstance(awaiting, Holding) and inviting.is_open(awaiting.account):
        faults[""] = Says.LINK_FIRST
    with act(actor, why, faults) as record:
        awaiting.awaits_second = False
        awaiting.save(update_fields=["awaits_second"])
        record(f"confirm_{type(awaiting).__name__.casefold()}", holder, str(awaiting.pk))
