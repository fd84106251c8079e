"""From a path or bytes to text: what is no text, or too much of it, is refused before anything is parsed."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path

from .codes import FileCode
from .faults import Fault, FileFaults

LARGEST = 1_000_000
"""In bytes. A thousand long orders fit."""

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text on paper has, and that a screen could take for commands."""


def bytes_of(path: str | os.PathLike[str]) -> bytes:
    """What stands in a file, and no more of it than is enough to see that it is too large. Raises FileFaults."""
    name = os.fspath(path)
    file = Path(name)
    try:
        if file.is_dir():
            raise _refusal(FileCode.IS_DIRECTORY, name)
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise _refusal(FileCode.DEAD_LINK if file.is_symlink() else FileCode.MISSING, name) from None
    except (OSError, ValueError):
        raise _refusal(FileCode.UNREADABLE, name) from None


def text_of(source: str | bytes, name: str) -> str:
    """The text, decoded and without a byte order mark. Raises FileFaults for what is no readable text."""
    if len(source) > LARGEST:
        raise _refusal(FileCode.TOO_LARGE, name, limit=LARGEST)
    text = (source if isinstance(source, str) else _decoded(source, name)).removeprefix("\ufeff")
    unfit = UNFIT.search(text)
    if unfit:
        line, column = position(text, unfit.start())
        code = f"U+{ord(unfit[0]):04X}"
        raise FileFaults((Fault(FileCode.BAD_CHARACTER, name, line, column, read=code),))
    return text


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in a text."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _decoded(source: bytes, name: str) -> str:
    wide = source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return source.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError as error:
        if wide:
            raise _refusal(FileCode.NOT_UTF8, name) from None
        good = source[: error.start].decode("utf-8")
        line, column = position(good, len(good))
        raise FileFaults((Fault(FileCode.NOT_UTF8, name, line, column),)) from None


def _refusal(code: FileCode, name: str, **facts: object) -> FileFaults:
    return FileFaults((Fault(code, name, facts=facts),))
