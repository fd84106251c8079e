"""What is kept encrypted: addresses, phones, numbers that a person is known by, safe ways to reach somebody.

Each secret carries random salt inside, and its salted digest stands in the journal. So a secret can be encrypted anew
with another key, or erased when its time is over, while the chain of the journal still holds; and nobody can find out
a secret by trying digests.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

SALT_BYTES = 16


class Unreadable(Exception):
    """A secret that none of the keys opens."""


def canonical(value: Any) -> str:
    """One text for equal values: JSON with sorted keys and no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal(values: Mapping[str, Any]) -> tuple[bytes, str]:
    """Secrets encrypted under the newest key, and their salted digest."""
    text = canonical({"salt": secrets.token_hex(SALT_BYTES), "values": dict(values)}).encode()
    return _cipher().encrypt(text), hashlib.sha256(text).hexdigest()


def unseal(sealed: bytes | memoryview) -> dict[str, Any]:
    """Secrets that were sealed. Raises Unreadable."""
    values: dict[str, Any] = json.loads(_opened(sealed))["values"]
    return values


def digest_of(sealed: bytes | memoryview) -> str:
    """The salted digest of secrets that were sealed, for comparing with the journal. Raises Unreadable."""
    return hashlib.sha256(_opened(sealed)).hexdigest()


def sealed_anew(sealed: bytes | memoryview) -> bytes:
    """The same secrets under the newest key."""
    try:
        return _cipher().rotate(bytes(sealed))
    except InvalidToken:
        raise Unreadable("none of the keys opens this secret") from None


def keyed_digest(text: str) -> str:
    """A digest that nobody without the registry's key can make: for finding a number without keeping it readable."""
    return hmac.new(settings.LOOKUP_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def seal_bytes(content: bytes) -> bytes:
    """An attached paper, or what makes a second factor, encrypted under the newest key."""
    return _cipher().encrypt(content)


def unseal_bytes(sealed: bytes) -> bytes:
    """What `seal_bytes` encrypted, under any of the keys. Raises Unreadable."""
    return _opened(sealed)


def _opened(sealed: bytes | memoryview) -> bytes:
    try:
        return _cipher().decrypt(bytes(sealed))
    except InvalidToken:
        raise Unreadable("none of the keys opens this secret") from None


def _cipher() -> MultiFernet:
    return _made(tuple(settings.FIELD_KEYS))


@lru_cache(maxsize=4)
def _made(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])
