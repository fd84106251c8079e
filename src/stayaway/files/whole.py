"""Files that are there whole or not at all, also when the power fails, and that their owner alone can read."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

ONLY_THE_OWNER = 0o600
FOLDER_OF_THE_OWNER = 0o700
CANNOT_SYNC_A_FOLDER = frozenset({errno.EBADF, errno.EINVAL})
"""What file systems answer that have no such thing; the file itself is on the disk even there."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, and put it there when all of it is on the disk."""
    with writing_whole(path) as file:
        file.write(content)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """The same for a file that is written piece by piece. Where that fails, what was there before stays."""
    with _written_beside(path) as (part, file):
        yield file
        _on_the_disk(file)
        part.replace(path)
        _folder_on_the_disk(path.parent)


def write_first(path: Path, content: bytes) -> bool:
    """Write a file whole where there is none yet. False: there is one, and it stays as it is."""
    with _written_beside(path) as (part, file):
        file.write(content)
        _on_the_disk(file)
        try:
            os.link(part, path)
        except FileExistsError:
            return False
        _folder_on_the_disk(path.parent)
    return True


def private_folder(path: Path) -> None:
    """Make a folder that its owner alone can look into, and those above it, where they are not there yet.

    What is put into them is as safe from a power cut as they are themselves.
    """
    for folder in (*reversed(path.parents), path):
        if not folder.is_dir():
            folder.mkdir(mode=FOLDER_OF_THE_OWNER, exist_ok=True)
            _folder_on_the_disk(folder.parent)


def clear_away_parts(folder: Path) -> None:
    """Remove what a writer that was killed left behind in a folder that nobody else writes to."""
    for part in folder.glob("*.part"):
        part.unlink(missing_ok=True)


@contextmanager
def _written_beside(path: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A file under a name of its own, which is gone afterwards."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_THE_OWNER)
        with os.fdopen(handle, "wb") as file:
            yield part, file
    finally:
        part.unlink(missing_ok=True)


def _on_the_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _folder_on_the_disk(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # a system where a folder is no file that could be opened
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as wrong:
        if wrong.errno not in CANNOT_SYNC_A_FOLDER:
            raise
    finally:
        os.close(handle)
