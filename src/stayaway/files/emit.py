"""Plain values as YAML that people like to read, and that every YAML reader takes for the same thing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

WIDTH = 100
"""A mapping or list stays on one line while it fits."""

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[ .'’/-]{1,2}[A-Za-z0-9_’]+)*\Z|[0-9]+(\.[0-9]+)? [a-z]+\Z", re.ASCII)
_TAKEN = frozenset(["true", "false", "yes", "no", "on", "off", "y", "n", "null", "none"])
"""Words that some reader takes for something else than a word."""
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def document(value: Mapping[str, Any]) -> str:
    """A whole document."""
    lines: list[str] = []
    for key, part in value.items():
        lines += _entry(key, part, 0)
    return "\n".join(lines) + "\n"


def word(text: str) -> str:
    """A word, in quotes where it could be taken for something else.

    >>> word("Rosa Marin"), word("no"), word("671234"), word("a: b")
    ('Rosa Marin', '"no"', '"671234"', '"a: b"')
    """
    if _PLAIN.match(text) and text.casefold() not in _TAKEN and len(text) < WIDTH:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{word(key)}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return word(value)
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return value.isoformat() if isinstance(value, date) else repr(value)


def _entry(key: str, value: Any, depth: int) -> list[str]:
    """A key with its value: on one line, or with the value below it."""
    indent = "  " * depth
    line = f"{indent}{word(key)}: {_flow(value)}"
    if not isinstance(value, (Mapping, list)) or not value or (depth and _fits(value, line)):
        return [line]
    lines = [f"{indent}{word(key)}:"]
    if isinstance(value, Mapping):
        for below, part in value.items():
            lines += _entry(below, part, depth + 1)
        return lines
    for item in value:
        lines += _item(item, depth + 1)
    return lines


def _item(value: Any, depth: int) -> list[str]:
    indent = "  " * depth
    line = f"{indent}- {_flow(value)}"
    if not isinstance(value, Mapping) or len(line) <= WIDTH:
        if isinstance(value, Mapping) and len(value) == 1:
            (key, part), *_ = value.items()
            return [f"{indent}- {word(key)}: {_flow(part)}"]
        return [line]
    lines: list[str] = []
    for key, part in value.items():
        lines += _entry(key, part, depth + 1)
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]


def _fits(value: Any, line: str) -> bool:
    """Whether a value stays on the line of its key: short, and with nothing nested that is better seen on its own."""
    if len(line) > WIDTH:
        return False
    if isinstance(value, Mapping):
        return len(value) <= 4 and not any(isinstance(part, Mapping) for part in value.values())
    return not any(isinstance(part, Mapping) for part in value)
