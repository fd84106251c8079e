"""Sealing the list of looks: once a day the journal takes up a digest of it, so that a look removed later shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction

from .actors import Actor, Post
from .chain import Break
from .entries import Proposal, What
from .journal import append, lock_head
from .models import Access, Entry
from .secret_fields import canonical

LOOKS = "looks"
"""The stream of the seals."""
SETTLED = timedelta(hours=1)
"""A look is numbered before it is written; after this long, none with a lower number can still come."""
KEEPER = Actor(account="sealing", post=Post.AUDITOR)
"""The registry itself. It makes no other entry."""


def seal_looks(now: datetime) -> int:
    """Take up into the journal all looks that are settled and not sealed yet. Returns how many they were."""
    with transaction.atomic():
        head = lock_head()
        before = Entry.objects.filter(stream=LOOKS).order_by("-version").first()
        after = json.loads(before.facts)["last"] if before is not None else 0
        last = (
            Access.objects.filter(id__gt=after, at__lt=now - SETTLED)
            .order_by("-id")
            .values_list("id", flat=True)
            .first()
        )
        if last is None:
            return 0
        digest, count = _digest(after, last)
        facts = {"first": after + 1, "last": last, "count": count, "digest": digest}
        version = before.version + 1 if before is not None else 1
        append(head, KEEPER, [(Proposal(What.LOOKS_SEALED, LOOKS, now.date().isoformat(), facts), version)], now)
    return count


def broken_seals() -> Iterator[Break]:
    """Every seal under which the looks are not what they were: `looks_changed`, by the number of the seal's entry."""
    for entry in Entry.objects.filter(stream=LOOKS).order_by("number"):
        facts = json.loads(entry.facts)
        if _digest(facts["first"] - 1, facts["last"]) != (facts["digest"], facts["count"]):
            yield Break(entry.number, "looks_changed")


def _digest(after: int, last: int) -> tuple[str, int]:
    """One digest of the looks behind one number, up to another, and how many they are."""
    found, count = hashlib.sha256(), 0
    for look in Access.objects.filter(id__gt=after, id__lte=last).order_by("id").values().iterator(2000):
        found.update(canonical(look | {"at": look["at"].isoformat()}).encode() + b"\n")
        count += 1
    return found.hexdigest(), count
