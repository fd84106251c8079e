"""Reading the body of a call: JSON in UTF-8, of a size that an order can have, with nothing that a text cannot hold."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.request import UnreadablePostError
from ninja.parser import Parser

from stayaway.files.tree import DEEPEST

JSON = "application/json"
LARGEST = 1024 * 1024
"""Bytes of a body. A step of a hundred orders stays far below."""


class NotJson(ValueError):
    """A body that is not JSON in UTF-8."""


class TooDeep(NotJson):
    """A body with more levels, one inside another, than are read."""


class SaidTwice(NotJson):
    """A body that says one thing of an object twice: which of them was meant, nobody can tell."""


class WrongMedia(ValueError):
    """A body that says that it is something else."""


class TooLarge(ValueError):
    """A body larger than any that is read."""


class BodyParser(Parser):
    """Reads JSON strictly."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The value of a body. Raises NotJson (TooDeep, SaidTwice), WrongMedia or TooLarge."""
        if request.content_type != JSON:
            raise WrongMedia(request.content_type)
        content = request.body
        if len(content) > LARGEST:
            raise TooLarge(len(content))
        try:
            value = json.loads(content.decode("utf-8"), parse_constant=_no_number, object_pairs_hook=_said_once)
            if _is_deeper(value, DEEPEST):
                raise TooDeep
            said = canonical(value)
        except NotJson:
            raise
        except RecursionError as error:
            raise TooDeep from error
        except ValueError as error:
            raise NotJson from error
        if "\\u0000" in said and _holds_null(value):
            raise NotJson
        return value


def read_body(request: HttpRequest, most: int) -> bytes:
    """A body that is no JSON. Raises TooLarge."""
    try:
        content = request.read(most + 1)
    except (RequestDataTooBig, UnreadablePostError) as error:
        raise TooLarge from error
    if len(content) > most:
        raise TooLarge(len(content))
    return bytes(content)


def canonical(value: Any) -> str:
    """One text for equal values. Raises ValueError for what JSON in UTF-8 cannot say."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
    text.encode("utf-8")
    return text


def _said_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of which each thing is said once. Raises SaidTwice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise SaidTwice
    return found


def _is_deeper(value: Any, most: int) -> bool:
    """Whether more levels than these lie one inside another. Looks at one level after the other."""
    level = [value]
    for _ in range(most + 1):
        level = [one for one in level if isinstance(one, (dict, list))]
        if not level:
            return False
        level = [part for one in level for part in (one.values() if isinstance(one, dict) else one)]
    return True


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _holds_null(value: Any) -> bool:
    """Whether a text holds the character that no database keeps."""
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(_holds_null(key) or _holds_null(part) for key, part in value.items())
    return isinstance(value, list) and any(map(_holds_null, value))
