"""Does the journal hold, and does what is shown follow from it?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from stayaway.registry.chain import broken
from stayaway.registry.comparing import BATCH
from stayaway.registry.documents import Damaged, path_of, read_document
from stayaway.registry.journal import lock_head
from stayaway.registry.models import Document, Entry, Head
from stayaway.registry.projecting import differences
from stayaway.registry.retelling import outdated_cases
from stayaway.registry.sealing import broken_seals
from stayaway.registry.secret_fields import Unreadable

from .known_keys import OtherKeys, refuse_other_keys, unreadable_factors


class NoSuchEntry(ValueError):
    """There is no entry of the number behind which to begin."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found: how many entries, the last hash, and each fault as a line without any value of a record.

    `outdated`: how many cases wait to be told anew under the law of this release, which is no fault.
    """

    number: int
    hash: str
    faults: tuple[str, ...]
    outdated: int


def verify(after: int = 0) -> Report:
    """Check the chain behind an entry, all projections, each attached paper, and what opens second factors.

    Raises NoSuchEntry.
    """
    if after and not Entry.objects.filter(number=after).exists():
        raise NoSuchEntry(f"there is no entry {after} to begin behind")
    faults = wrong_keys()
    faults += [f"entry {found.number}: {found.what}" for found in broken(after)]
    faults += [f"entry {found.number}: {found.what}" for found in broken_seals()]
    faults += [f"{stream}: what is shown does not follow from the journal" for stream in sure_differences()]
    faults += [f"paper {digest}: {what}" for digest, what in wrong_papers()]
    faults += [f"second factor {number}: unreadable" for number in unreadable_factors()]
    head = Head.objects.get(id=1)
    return Report(head.number, head.hash, tuple(faults), len(outdated_cases()))


def sure_differences() -> list[str]:
    """The streams whose rows are not what they should be. What looks so while others write is looked at again alone.

    Some at a time, so that nobody who writes waits for long.
    """
    found, sure = differences(), []
    for first in range(0, len(found), BATCH):
        with transaction.atomic():
            lock_head()
            sure += differences(found[first : first + BATCH])
    return sure


def wrong_keys() -> list[str]:
    """What is said of the keys here where they are not those that the database needs."""
    try:
        refuse_other_keys()
    except OtherKeys as wrong:
        return [str(wrong)]
    return []


def wrong_papers() -> list[tuple[str, str]]:
    """The papers that cannot be read: `missing`, `damaged`, or `unreadable` with any of the keys.

    One is open at a time.
    """
    missing = set(missing_papers())
    return sorted(
        [(digest, "missing") for digest in missing]
        + [
            (digest, what)
            for digest in Document.objects.values_list("digest", flat=True).iterator()
            if digest not in missing and (what := _wrong_with(digest))
        ]
    )


def _wrong_with(digest: str) -> str:
    try:
        read_document(digest)
    except Damaged:
        return "damaged"
    except Unreadable:
        return "unreadable"
    return ""


def missing_papers() -> list[str]:
    """The digests of papers that an entry names, or that were kept, and whose file or row is not there."""
    named = set(Entry.objects.exclude(document="").values_list("document", flat=True).distinct().iterator())
    # After the entries: a paper is kept before the entry that names it, so whoever writes meanwhile raises no alarm.
    kept = set(Document.objects.values_list("digest", flat=True).iterator())
    return sorted(digest for digest in kept | named if digest not in kept or not path_of(digest).is_file())
