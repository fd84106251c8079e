"""Making the index of names anew, where a release has other keys than those that people stand under."""

from __future__ import annotations

from django.db import transaction

from .comparing import batches
from .finding.keys import KEYS_EDITION
from .journal import lock_head
from .models import NameKey, PersonRow
from .rows import name_keys


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
            PersonRow.objects.filter(id__in=ids).update(keys_edition=KEYS_EDITION)
        count += len(rows)
    return count
