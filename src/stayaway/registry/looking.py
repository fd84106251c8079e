"""Journaling every look at records. A look that cannot be journaled does not happen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from .actors import Actor
from .models import Access
from .operation.metrics import count_look
from .secret_fields import keyed_digest
from .statements import carry_out, on_postgresql


def looked(
    actor: Actor,
    how: str,
    now: datetime,
    *,
    stream: str = "",
    found: Iterable[str] = (),
    asked: str = "",
    purpose: str = "",
) -> None:
    """Write down that somebody looked. What they searched for is kept only as a keyed digest."""
    count_look(how)
    look = {
        "at": now,
        "account": actor.account,
        "post": actor.post.value,
        "agency": actor.agency or "",
        "client": actor.client or "",
        "how": how,
        "stream": stream,
        "asked": keyed_digest(asked) if asked else "",
        "found": " ".join(found),
        "purpose": purpose[:200],
    }
    if on_postgresql():
        # The same row as below, by a statement that is kept ready: it is written for every inquiry.
        carry_out(_ADD, list(look.values()))
    else:
        Access.objects.create(**look)


_ADD = (
    "INSERT INTO registry_access (at, account, post, agency, client, how, stream, asked, found, purpose)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
