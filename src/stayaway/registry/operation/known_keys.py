"""Which keys the database needs, by fingerprint: a registry with other keys would find nobody and open nothing.

Known are the field keys that something may be encrypted under, and the one that finds people by number. A new field key
is known from when a registry begins with it in the first place; an old one, until everything was encrypted anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from stayaway.registry.documents import Damaged, read_document
from stayaway.registry.folding import fold
from stayaway.registry.journal import lines_of, lock_head
from stayaway.registry.keys import fingerprint
from stayaway.registry.models import Document, IdentifierKey, KnownKey, Secret
from stayaway.registry.rows import identifier_keys
from stayaway.registry.secret_fields import Unreadable, unseal, unseal_bytes

FIELD, LOOKUP = "field", "lookup"
ENCRYPTED_IN_FACTORS = ("secret", "seed")
"""What of a second factor allauth keeps through the adapter's `encrypt`."""


class OtherKeys(Exception):
    """The keys here are not those that the database needs. The message says which, and what to do."""


def know_keys() -> None:
    """Compare the keys here with those known, and know one that is new. Raises OtherKeys."""
    refuse_other_keys()
    first, lookup = fingerprint(settings.FIELD_KEYS[0]), fingerprint(settings.LOOKUP_KEY)
    if first in needed(FIELD) and lookup in needed(LOOKUP):
        return
    with transaction.atomic():
        lock_head()
        refuse_other_keys()  # somebody may have begun with others meanwhile
        fields = [first]
        if not needed(FIELD):
            _refuse_what_does_not_open()
            fields = [fingerprint(key) for key in settings.FIELD_KEYS]
        for kind, one in (*((FIELD, one) for one in fields), (LOOKUP, lookup)):
            KnownKey.objects.get_or_create(kind=kind, fingerprint=one)


def refuse_other_keys() -> None:
    """Raises OtherKeys: one that is needed is not here."""
    missing = needed(FIELD) - set(map(fingerprint, settings.FIELD_KEYS))
    if missing:
        raise OtherKeys(_without_field_keys(missing))
    lookup = needed(LOOKUP)
    if lookup and fingerprint(settings.LOOKUP_KEY) not in lookup:
        raise OtherKeys(_without_lookup_key(next(iter(lookup))))


def needed(kind: str) -> set[str]:
    """The fingerprints of the keys that are known; none before the first setup of this version."""
    return set(KnownKey.objects.filter(kind=kind).values_list("fingerprint", flat=True))


def forget_keys(old: Iterable[str]) -> None:
    """Nothing is encrypted any more under these field keys."""
    KnownKey.objects.filter(kind=FIELD, fingerprint__in=list(old)).delete()


def unreadable_factors() -> list[int]:
    """The second factors that no key here opens."""
    found = []
    for number, held in Authenticator.objects.order_by("pk").values_list("pk", "data").iterator(500):
        try:
            for name in ENCRYPTED_IN_FACTORS:
                if held.get(name):
                    unseal_bytes(held[name].encode())
        except Unreadable:
            found.append(number)
    return found


def _refuse_what_does_not_open() -> None:
    """Try the keys on some of what is there already, where none was known yet. Raises OtherKeys."""
    secrets = Secret.objects.filter(sealed__isnull=False)
    some = [row for row in (secrets.order_by("entry_id").first(), secrets.order_by("-entry_id").first()) if row]
    paper = Document.objects.order_by("digest").first()
    try:
        for row in some:
            unseal(bytes(row.sealed or b""))
        if paper is not None:
            read_document(paper.digest)
    except Damaged:
        pass  # the file is gone, which says nothing of keys; `verify` tells of it
    except Unreadable:
        raise OtherKeys(_without_field_keys(())) from None
    if unreadable_factors():
        raise OtherKeys(_without_field_keys(()))
    _refuse_other_lookup_key()


def _refuse_other_lookup_key() -> None:
    found = IdentifierKey.objects.select_related("person").order_by("pk").first()
    if found is None:
        return
    folded = fold(lines_of([found.person_id], secrets=True)).people.get(found.person_id)
    here = {one.digest for one in identifier_keys(found.person, folded)} if folded is not None else set()
    if here and not IdentifierKey.objects.filter(person=found.person, digest__in=here).exists():
        raise OtherKeys(_without_lookup_key(""))


def _without_field_keys(missing: Iterable[str]) -> str:
    named = ", ".join(sorted(missing))
    which = f"the field key with the fingerprint {named} is" if named else "keys that opened it are"
    return (
        f"What this registry keeps encrypted cannot be opened: {which} not here. Bring it back from where the keys are"
        f" kept apart from backups, into STAYAWAY_KEYS or {settings.DATA / 'field-keys'}; nothing was changed. A key"
        " goes only after `stayaway registry rotate-keys` came to its end with it."
    )


def _without_lookup_key(needed: str) -> str:
    which = f"the key with the fingerprint {needed}" if needed else "another key"
    return (
        f"People are found by number under {which}, which is not the one here; a search would say that there is nobody."
        f" Bring it back from where the keys are kept apart from backups, into STAYAWAY_LOOKUP_KEY or"
        f" {settings.DATA / 'lookup-key'}; nothing was changed."
    )
