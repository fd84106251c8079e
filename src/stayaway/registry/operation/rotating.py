"""Changing the keys of what is kept encrypted: secrets of the journal, second factors, attached papers.

A new key is put before the old ones; everything is then encrypted anew under it, while the registry runs; then the old
ones can be thrown away. The chain of the journal holds throughout, because it covers digests.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from stayaway.files.whole import write_whole
from stayaway.registry.keys import fingerprint, new_key
from stayaway.registry.models import Secret
from stayaway.registry.secret_fields import sealed_anew

from .known_keys import ENCRYPTED_IN_FACTORS, FIELD, forget_keys, know_keys, needed

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many were encrypted anew."""

    secrets: int
    factors: int
    papers: int


class NoKeyHere(Exception):
    """The keys come from the environment, so a new one has to be put there."""


def put_new_key_first() -> None:
    """Make a key, write it before those kept in the data folder, and use it. Raises NoKeyHere."""
    if os.environ.get("STAYAWAY_KEYS"):
        raise NoKeyHere("the keys come from STAYAWAY_KEYS; put a new one first there: stayaway registry new-key")
    path, made = settings.DATA / "field-keys", new_key()
    write_whole(path, f"{made}\n{path.read_text('ascii')}".encode("ascii"))
    settings.FIELD_KEYS = [made, *settings.FIELD_KEYS]


def rotate() -> Rotated:
    """Encrypt everything anew under the newest key. It can be broken off and begun again. Raises Unreadable."""
    know_keys()  # the newest is needed from its first use on; the older ones, until the last is done
    old = needed(FIELD) - {fingerprint(settings.FIELD_KEYS[0])}
    done = Rotated(_secrets(), _factors(), _papers())
    forget_keys(old)
    return done


def _secrets() -> int:
    done, last = 0, 0
    while True:
        with transaction.atomic():
            some = list(
                Secret.objects.select_for_update()
                .filter(entry_id__gt=last, sealed__isnull=False)
                .order_by("entry_id")[:AT_ONCE]
            )
            for secret in some:
                secret.sealed = sealed_anew(bytes(secret.sealed or b""))
            Secret.objects.bulk_update(some, ["sealed"])
        if not some:
            return done
        done, last = done + len(some), some[-1].entry_id


def _factors() -> int:
    done = 0
    for found in Authenticator.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            factor = Authenticator.objects.select_for_update().filter(pk=found).first()
            held = [name for name in ENCRYPTED_IN_FACTORS if factor is not None and factor.data.get(name)]
            if factor is None or not held:
                continue
            factor.data |= {name: sealed_anew(factor.data[name].encode()).decode("ascii") for name in held}
            factor.save(update_fields=["data"])
            done += 1
    return done


def _papers() -> int:
    done = 0
    for path in sorted(Path(settings.DOCUMENTS).glob("??/*")):
        if path.suffix == ".part":
            continue
        write_whole(path, sealed_anew(path.read_bytes()))
        done += 1
    return done
