"""Does the journal hold, and does what is shown follow from it?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from stayaway.registry.chain import broken
from stayaway.registry.comparing import BATCH
from stayaway.registry.documents import path_of
from stayaway.registry.journal import lock_head
from stayaway.registry.models import Document, Entry, Head
from stayaway.registry.projecting import differences
from stayaway.registry.retelling import outdated_cases
from stayaway.registry.sealing import broken_seals


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
    """Check the chain behind an entry, all projections, and that each attached paper is there. Raises NoSuchEntry."""
    if after and not Entry.objects.filter(number=after).exists():
        raise NoSuchEntry(f"there is no entry {after} to begin behind")
    faults = [f"entry {found.number}: {found.what}" for found in broken(after)]
    faults += [f"entry {found.number}: {found.what}" for found in broken_seals()]
    faults += [f"{stream}: what is shown does not follow from the journal" for stream in sure_differences()]
    faults += [f"paper {digest}: missing" for digest in missing_papers()]
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


def missing_papers() -> list[str]:
    """The digests of papers that an entry names, or that were kept, and whose file or row is not there."""
    named = set(Entry.objects.exclude(document="").values_list("document", flat=True).distinct().iterator())
    # After the entries: a paper is kept before the entry that names it, so whoever writes meanwhile raises no alarm.
    kept = set(Document.objects.values_list("digest", flat=True).iterator())
    return sorted(digest for digest in kept | named if digest not in kept or not path_of(digest).is_file())
