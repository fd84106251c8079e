"""From text to events: the marks of a YAML or JSON text, one after another, each with its place.

A text that is JSON is read as JSON, because YAML of today's libraries stumbles over some of it (escaped surrogate
pairs, long keys). Everything else is read as YAML by libyaml. No scalar is given a type here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from .codes import FileCode
from .faults import Fault, FileFaults

if TYPE_CHECKING:
    _Parser = yaml.SafeLoader
else:
    _Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(Enum):
    """What an event marks."""

    DOCUMENT = auto()
    TEXT = auto()
    MAPPING = auto()
    LISTING = auto()
    CLOSE = auto()
    ALIAS = auto()


class Event(NamedTuple):
    """One mark. `plain` is a scalar without quotes; line and column count from 1."""

    mark: Mark
    line: int
    column: int
    text: str = ""
    plain: bool = False
    anchor: str | None = None
    tag: str | None = None


def is_json(text: str) -> bool:
    """Whether a text is a JSON object."""
    if not text.lstrip().startswith("{"):
        return False
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return False
    return True


_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[^\s,:\[\]{}"]+|[\[\]{}]|\n')
_OPENING = {"{": Mark.MAPPING, "[": Mark.LISTING}


def json_events(text: str) -> Iterator[Event]:
    """The events of a text of which `is_json` is true."""
    yield Event(Mark.DOCUMENT, 1, 1)
    line, start = 1, 0
    for found in _TOKEN.finditer(text):
        token, column = found[0], found.start() - start + 1
        if token == "\n":
            line, start = line + 1, found.end()
        elif token in _OPENING:
            yield Event(_OPENING[token], line, column)
        elif token in "}]":
            yield Event(Mark.CLOSE, line, column)
        elif token[0] == '"':
            yield Event(Mark.TEXT, line, column, json.loads(token))
        else:
            yield Event(Mark.TEXT, line, column, token, plain=True)


def yaml_events(text: str, name: str) -> Iterator[Event]:
    """The events of a YAML text. Raises FileFaults where the text stops being YAML."""
    text, restore = _without_old_breaks(text)
    parser = _Parser(text)
    try:
        while parser.check_event():
            found: Any = parser.get_event()  # type: ignore[no-untyped-call]
            event = _event(found)
            if event is not None:
                yield event if restore is None else event._replace(text=event.text.translate(restore))
    except yaml.MarkedYAMLError as error:
        raise FileFaults((_syntax_fault(error, text, name),)) from None
    except (yaml.YAMLError, ValueError):
        # ValueError: the parser written in Python takes an escape for a character that there is none of.
        raise FileFaults((Fault(FileCode.SYNTAX, name),)) from None
    finally:
        parser.dispose()


def _event(found: Any) -> Event | None:
    line, column = found.start_mark.line + 1, found.start_mark.column + 1
    if isinstance(found, yaml.ScalarEvent):
        # A single `!` only says that the text is text.
        tag = None if found.tag in ("!", "tag:yaml.org,2002:str") else found.tag
        plain = bool(found.implicit[0]) and found.tag is None
        return Event(Mark.TEXT, line, column, found.value, plain, found.anchor, tag)
    if isinstance(found, yaml.MappingStartEvent):
        tag = None if found.tag in ("!", "tag:yaml.org,2002:map") else found.tag
        return Event(Mark.MAPPING, line, column, anchor=found.anchor, tag=tag)
    if isinstance(found, yaml.SequenceStartEvent):
        tag = None if found.tag in ("!", "tag:yaml.org,2002:seq") else found.tag
        return Event(Mark.LISTING, line, column, anchor=found.anchor, tag=tag)
    if isinstance(found, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
        return Event(Mark.CLOSE, line, column)
    if isinstance(found, yaml.AliasEvent):
        return Event(Mark.ALIAS, line, column, anchor=found.anchor)
    if isinstance(found, yaml.DocumentStartEvent):
        return Event(Mark.DOCUMENT, line, column)
    return None


# YAML 1.1, which libyaml speaks, breaks lines at these three; YAML 1.2 takes them for ordinary characters.
_OLD_BREAKS = "\x85\u2028\u2029"


def _without_old_breaks(text: str) -> tuple[str, dict[int, str] | None]:
    """The text with stand-ins for the old line breaks, and the table that puts them back, where it has any."""
    if not any(old in text for old in _OLD_BREAKS):
        return text, None
    used = set(text)
    spare = [chr(code) for code in range(0xE000, 0xF900) if chr(code) not in used][: len(_OLD_BREAKS)]
    if len(spare) < len(_OLD_BREAKS):
        return text, None
    away, back = zip(_OLD_BREAKS, spare, strict=True), zip(spare, _OLD_BREAKS, strict=True)
    return text.translate({ord(old): new for old, new in away}), {ord(new): old for new, old in back}


_SYNTAX = (
    ("mapping values are not allowed", FileCode.COLON_IN_TEXT),
    ("unexpected end of stream", FileCode.UNCLOSED_QUOTE),
    ("unexpected document indicator", FileCode.UNCLOSED_QUOTE),
    ("expected ',' or '}'", FileCode.UNCLOSED_BRACKET),
    ("expected ',' or ']'", FileCode.UNCLOSED_BRACKET),
    ("escape", FileCode.BAD_ESCAPE),
    ("undefined alias", FileCode.UNKNOWN_ALIAS),
)


def _syntax_fault(error: yaml.MarkedYAMLError, text: str, name: str) -> Fault:
    """The library's message is English and may quote the file, so only its kind is kept."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Fault(FileCode.SYNTAX, name)
    problem = f"{error.context} {error.problem}"
    code = next((code for words, code in _SYNTAX if words in problem), FileCode.SYNTAX)
    # An unclosed quote or bracket is noticed far below where it was opened.
    if code in (FileCode.UNCLOSED_QUOTE, FileCode.UNCLOSED_BRACKET) and error.context_mark is not None:
        mark = error.context_mark
    if "cannot start any token" in problem or "that violates indentation" in problem:
        lines = text.splitlines()
        at = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
        code = FileCode.TAB if at == "\t" else FileCode.SPECIAL_START
    return Fault(code, name, mark.line + 1, mark.column + 1)
