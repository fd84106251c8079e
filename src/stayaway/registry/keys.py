"""Secrets that are made once and kept in the data folder, where the environment does not give them."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.fernet import Fernet

from .whole_files import ONLY_THE_OWNER


def kept_secret(path: Path) -> str:
    """The secret kept in a file; made there, readable by its owner alone, when there is none yet."""
    try:
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = new_key()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_THE_OWNER)
    except FileExistsError:  # another process was faster
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(made + "\n")
    return made


def kept_keys(path: Path) -> list[str]:
    """The keys kept in a file, newest first, one a line; one is made when there is none yet."""
    kept_secret(path)
    return path.read_text("ascii").split()


def new_key() -> str:
    """A new key for encrypted fields: 32 random bytes as text."""
    return Fernet.generate_key().decode("ascii")
