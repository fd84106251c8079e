"""Journaling every look at records. A look that cannot be journaled does not happen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from .actors import Actor
from .models import Access
from .operation.metrics import count_look
from .secret_fields import keyed_digest


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
    Access.objects.create(
        at=now,
        account=actor.account,
        post=actor.post.value,
        agency=actor.agency or "",
        client=actor.client or "",
        how=how,
        stream=stream,
        asked=keyed_digest(asked) if asked else "",
        found=" ".join(found),
        purpose=purpose[:200],
    )
