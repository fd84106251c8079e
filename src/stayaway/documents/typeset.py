"""What a document says, set as tagged PDF that claims PDF/UA-1: the text goes in as data and is never markup."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from .text import breakable

HERE = Path(str(files("stayaway.documents")))
FONTS = HERE / "fonts"
MISSING = "□"
"""What stands for a sign that no font on this machine has."""
ROUNDS = 8
"""How often missing signs are looked for. Each round finds all that the one before it hid."""

_UNSHOWN = re.compile(r'the text `("(?:[^"\\`]|\\.)*")` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")


def pdf(template: str, shown: Mapping[str, Any], made: date) -> bytes:
    """A document as PDF, the same bytes for the same content. `made` is the day that it gives as its own."""
    import typst

    def compile_(content: Any, own_fonts: bool) -> bytes:
        found: bytes = typst.compile(  # type: ignore[call-overload]  # its stubs want one type for paths and content
            _source(template),
            root=str(HERE),
            sys_inputs={"data": json.dumps(content)},
            font_paths=[str(FONTS)],
            ignore_system_fonts=own_fonts,
            pdf_standards="ua-1",
            timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
        )
        return found

    content = _each_text(shown, breakable)
    try:
        return compile_(content, True)
    except typst.TypstError as error:
        if not _unshown(error):
            raise
    # Signs that our fonts lack: other fonts of this machine may have them; what none has is shown as missing.
    for _ in range(ROUNDS):
        try:
            return compile_(content, False)
        except typst.TypstError as error:
            unshown = _unshown(error)
            if not unshown:
                raise
            content = _each_text(content, partial(_without, unshown))
    return compile_(_each_text(content, lambda text: text.encode("latin-1", "replace").decode("latin-1")), True)


@cache
def _source(template: str) -> bytes:
    templates = HERE / "templates"
    return b"\n".join((templates / f"{name}.typ").read_bytes() for name in ("common", template))


def _unshown(error: Any) -> tuple[str, ...]:
    """The signs that could not be shown, longest first; none where the error is about something else."""
    quoted = _UNSHOWN.findall(error.diagnostic)
    texts = {_ESCAPED.sub(lambda code: chr(int(code.group(1), 16)), text[1:-1]) for text in quoted}
    return tuple(sorted(filter(None, texts), key=lambda text: (-len(text), text)))


def _without(signs: tuple[str, ...], text: str) -> str:
    for sign in signs:
        text = text.replace(sign, MISSING)
    return text


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return value if value.startswith("<svg") else change(value)
    if isinstance(value, Mapping):
        return {key: _each_text(part, change) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_each_text(part, change) for part in value]
    return value
