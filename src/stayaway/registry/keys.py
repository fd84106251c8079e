"""Secrets that are made once and kept in the data folder, where the environment does not give them."""

from __future__ import annotations

from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from stayaway.files.whole import private_folder, write_first

SHORTEST = 32
"""Characters. Those that are made here have 44; anything shorter than this was cut off, or never was a secret."""


def kept_secret(path: Path) -> str:
    """The secret kept in a file; made there, readable by its owner alone, when there is none yet.

    Raises ImproperlyConfigured: the file is there without a whole secret in it. Another one is never put in its place,
    for what was kept under the first could not be read or found any more.
    """
    found = _read(path).strip()
    if len(found) < SHORTEST:
        raise _useless(path)
    return found


def kept_keys(path: Path) -> list[str]:
    """The keys kept in a file, newest first, one a line; one is made when there is none yet.

    Raises ImproperlyConfigured: the file is there with none, or with what is no key.
    """
    found = _read(path).split()
    if not found or not all(map(_is_key, found)):
        raise _useless(path)
    return found


def new_key() -> str:
    """A new key for encrypted fields: 32 random bytes as text."""
    return Fernet.generate_key().decode("ascii")


def _read(path: Path) -> str:
    if not path.exists():
        private_folder(path.parent)
        write_first(path, f"{new_key()}\n".encode("ascii"))  # whoever was faster, what is there counts
    try:
        return path.read_text("ascii")
    except UnicodeDecodeError:
        raise _useless(path) from None


def _is_key(said: str) -> bool:
    try:
        Fernet(said)
    except ValueError:
        return False
    return True


def _useless(path: Path) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"{path}: this file has to hold a key, and is empty, cut off, or something else. Bring it back from where the"
        " keys are kept apart from backups. Only if nothing was ever recorded here, remove it; a new one is then made."
    )
