"""Secrets that are made once and kept in the data folder, where the environment does not give them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from stayaway.files.whole import private_folder, write_first

SHORTEST = 32
"""Characters. Those that are made here have 44; anything shorter than this was cut off, or never was a secret."""


def nothing_is_held() -> bool:
    """For a key that can be made anew without a loss: nobody has to be asked."""
    return True


def kept_secret(path: Path, holds_nothing: Callable[[], bool] = nothing_is_held) -> str:
    """The secret kept in a file; made there, readable by its owner alone, when there is none yet and nothing is held.

    Raises ImproperlyConfigured: the file is there without a whole secret in it. Another one is never put in its place,
    for what was kept under the first could not be read or found any more.
    """
    found = _read(path, holds_nothing).strip()
    if len(found) < SHORTEST:
        raise _useless(path)
    return found


def kept_keys(path: Path, holds_nothing: Callable[[], bool] = nothing_is_held) -> list[str]:
    """The keys kept in a file, newest first, one a line; one is made when there is none yet and nothing is held.

    Raises ImproperlyConfigured: the file is there with none, or with what is no key.
    """
    found = _read(path, holds_nothing).split()
    if not found or not all(map(is_key, found)):
        raise _useless(path)
    return found


def given_secret(name: str) -> str | None:
    """The secret that the environment gives; None: none. Raises ImproperlyConfigured, and does not repeat it."""
    said = os.environ.get(name)
    if said and len(said.strip()) < SHORTEST:
        raise ImproperlyConfigured(
            f"{name}: a secret has at least {SHORTEST} characters, and this one has {len(said.strip())}; it was cut"
            " off, or never was one. `stayaway registry new-key` makes one for a new registry."
        )
    return said or None


def given_keys(name: str) -> list[str]:
    """The keys that the environment gives, with commas between. Raises ImproperlyConfigured, and repeats none."""
    said = [one.strip() for one in os.environ.get(name, "").split(",")]
    for number, one in enumerate(said, 1):
        if one and not is_key(one):
            raise ImproperlyConfigured(
                f"{name}: number {number} of the keys with commas between is no key; one has 44 characters, and this"
                f" has {len(one)}. `stayaway registry new-key` makes one for a new registry."
            )
    return [one for one in said if one]


def new_key() -> str:
    """A new key for encrypted fields: 32 random bytes as text."""
    return Fernet.generate_key().decode("ascii")


def fingerprint(key: str) -> str:
    """What is said of a key where it must not stand. It is random through and through and cannot be found from this."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def is_key(said: str) -> bool:
    """Whether a text is a key for encrypted fields."""
    try:
        Fernet(said)
    except ValueError:
        return False
    return True


def _read(path: Path, holds_nothing: Callable[[], bool]) -> str:
    if not path.exists():
        if not holds_nothing():
            raise _gone(path)
        private_folder(path.parent)
        write_first(path, f"{new_key()}\n".encode("ascii"))  # whoever was faster, what is there counts
    try:
        return path.read_text("ascii")
    except UnicodeDecodeError:
        raise _useless(path) from None


def _useless(path: Path) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"{path}: this file has to hold a key, and is empty, cut off, or something else. Bring it back from where the"
        " keys are kept apart from backups. Only if nothing was ever recorded here, remove it; a new one is then made."
    )


def _gone(path: Path) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"{path}: this key is not there, and the database holds what was kept under it. Another one would not open or"
        " find it, so none is made. Bring the key back from where the keys are kept apart from backups; or, if"
        " STAYAWAY_DATA names the wrong folder, name the right one."
    )
