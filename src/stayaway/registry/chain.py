"""The chain of the journal: what an entry's hash covers, and whether the chain holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from .entries import What
from .models import Entry, Head
from .secret_fields import Unreadable, canonical, digest_of

COVERED = (
    "number",
    "stream",
    "version",
    "what",
    "happened",
    "account",
    "post",
    "agency",
    "client",
    "acting",
    "court",
    "why",
    "document",
    "facts",
    "secret_digest",
    "corrects",
    "previous",
)


def hash_of(entry: Entry) -> str:
    """The hash of an entry: of all its fields and, through `previous`, of all entries before it."""
    covered: dict[str, Any] = {name: getattr(entry, name) for name in COVERED}
    covered["recorded"] = entry.recorded.isoformat()
    return hashlib.sha256(canonical(covered).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """One place where the chain does not hold: the number of the entry, and what is wrong with it."""

    number: int
    what: str


def broken(after: int = 0) -> Iterator[Break]:
    """Every place after a number where the chain does not hold; nothing where it does.

    `missing`: a number is not there. `changed`: an entry is not what its hash says. `unchained`: it does not follow the
    one before. `secret_missing`, `secret_changed`, `secret_unreadable`: the secrets are not those that were recorded
    (secrets erased at the end of their time are no break). `cut_off`: entries at the end are missing.
    `version`: the entries of a stream are not counted without a gap. Others may go on writing meanwhile.
    """
    with transaction.atomic():
        promised = Head.objects.get(id=1).number  # later entries may come while these are read
        expected, previous = after + 1, _hash_at(after)
        versions: dict[str, int] = {}
        for entry in Entry.objects.filter(number__gt=after).order_by("number").select_related("secret").iterator(2000):
            while expected < entry.number:
                yield Break(expected, "missing")
                expected, previous = expected + 1, entry.previous
            if entry.hash != hash_of(entry):
                yield Break(entry.number, "changed")
            elif entry.previous != previous:
                yield Break(entry.number, "unchained")
            if after == 0 and entry.version != versions.get(entry.stream, 0) + 1:
                yield Break(entry.number, "version")
            versions[entry.stream] = entry.version
            yield from _secret_breaks(entry)
            expected, previous = entry.number + 1, entry.hash
        for number in range(expected, promised + 1):
            yield Break(number, "cut_off")
        head = Head.objects.get(id=1)
        if head.number < expected - 1 or (head.number == expected - 1 and head.hash != previous):
            yield Break(head.number, "head")


def _secret_breaks(entry: Entry) -> Iterator[Break]:
    secret = getattr(entry, "secret", None)
    if not entry.secret_digest:
        if secret is not None:
            yield Break(entry.number, "secret_added")
        return
    if secret is None:
        yield Break(entry.number, "secret_missing")
        return
    if secret.sealed is None:
        if not _was_erased(entry):
            yield Break(entry.number, "secret_missing")
        return
    try:
        if digest_of(secret.sealed) != entry.secret_digest:
            yield Break(entry.number, "secret_changed")
    except Unreadable:
        yield Break(entry.number, "secret_unreadable")


def _was_erased(entry: Entry) -> bool:
    """Whether the journal itself says that the secrets of an entry were erased."""
    said = Entry.objects.filter(stream=entry.stream, what=What.ERASED).values_list("facts", flat=True)
    return any(entry.number in json.loads(facts)["entries"] for facts in said)


def _hash_at(number: int) -> str:
    return "" if number == 0 else Entry.objects.values_list("hash", flat=True).get(number=number)
