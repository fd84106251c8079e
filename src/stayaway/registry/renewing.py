"""Making the index of names anew, where a release has other keys than those that people stand under."""

from __future__ import annotations

from django.db import transaction

from .comparing import batches
from .finding.identifiers import identifier_kind
from .finding.keys import KEYS_EDITION
from .folding import fold
from .journal import lines_of, lock_head
from .models import IdentifierKey, NameKey, PersonRow, Secret
from .rows import identifier_keys, name_keys
from .secret_fields import Unreadable


def renew_keys() -> int:
    """Put whoever stands under other keys under those of this release. Returns how many people that were.

    Some people at a time, each lot at once or not at all: broken off, it goes on where it was.
    """
    count = 0
    for people in batches(PersonRow.objects.exclude(keys_edition=KEYS_EDITION)):
        ids = [person.id for person in people]
        with transaction.atomic():
            lock_head()  # so that nobody corrects a name meanwhile
            rows = list(PersonRow.objects.filter(id__in=ids))
            NameKey.objects.filter(person_id__in=ids).delete()
            NameKey.objects.bulk_create(key for row in rows for key in name_keys(row))
            _renew_numbers(rows)
            PersonRow.objects.filter(id__in=ids).update(keys_edition=KEYS_EDITION)
        count += len(rows)
    return count


def _renew_numbers(people: list[PersonRow]) -> None:
    """The same for the numbers of whom a kind is written otherwise than this release does."""
    kept = IdentifierKey.objects.filter(person__in=people).values_list("person_id", "kind")
    outdated = {person for person, kind in kept if kind != identifier_kind(kind)}
    for row in (row for row in people if row.id in outdated):
        try:
            folded = fold(lines_of([row.id], secrets=True))
        except (Unreadable, Secret.DoesNotExist):  # verifying tells of those
            continue
        IdentifierKey.objects.filter(person=row).delete()
        IdentifierKey.objects.bulk_create(identifier_keys(row, folded.people[row.id]))
