"""Files that are there whole or not at all, also when the power fails, and that their owner alone can read."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

ONLY_THE_OWNER = 0o600


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, and put it there when all of it is on the disk."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_THE_OWNER)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
