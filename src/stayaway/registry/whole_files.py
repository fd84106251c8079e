"""Files that are there whole or not at all, also when the power fails, and that their owner alone can read."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ONLY_THE_OWNER = 0o600


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, and put it there when all of it is on the disk."""
    with _written_beside(path, content) as part:
        part.replace(path)


def write_first(path: Path, content: bytes) -> bool:
    """Write a file whole where there is none yet. False: there is one, and it stays as it is."""
    with _written_beside(path, content) as part:
        try:
            os.link(part, path)
        except FileExistsError:
            return False
    return True


@contextmanager
def _written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """All of it on the disk, under a name of its own, which is gone afterwards."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_THE_OWNER)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield part
    finally:
        part.unlink(missing_ok=True)
