"""A write that is sent twice is done once: its answer is kept in the same transaction as its entries.

Only what was entered is kept. A call that was refused changed nothing, and is judged anew when it is sent again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction

from stayaway.registry.actors import Actor
from stayaway.registry.journal import lock_head
from stayaway.registry.secret_fields import keyed_digest

from .models import Answered

KEPT = timedelta(days=7)


class KeyUsed(Exception):
    """The key was used before, for something else."""


def once(actor: Actor, key: str, asked: str, work: Callable[[datetime], dict[str, Any]]) -> tuple[dict[str, Any], bool]:
    """The answer to a call, and whether it was given before. Raises KeyUsed, and whatever the work raises.

    `asked` is the call as one text; `work` is told the instant, does it, and says the answer. Every writer waits at the
    head of the chain, so of two calls with one key the second finds the first one's answer.
    """
    owner = "\0".join((actor.account, actor.client or "", actor.post.value, actor.agency or "", key))
    digest, asked = hashlib.sha256(owner.encode()).hexdigest(), keyed_digest(asked)
    with transaction.atomic():
        lock_head()
        now = datetime.now(UTC)
        Answered.objects.filter(at__lt=now - KEPT).delete()
        known = Answered.objects.filter(key=digest).first()
        if known is not None:
            if known.asked != asked:
                raise KeyUsed
            return dict(known.answer), True
        answer = work(now)
        Answered.objects.create(key=digest, asked=asked, answer=answer, at=now)
    return answer, False
