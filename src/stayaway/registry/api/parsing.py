"""Reading the body of a call: JSON in UTF-8, of a size that an order can have, with nothing that a text cannot hold."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.request import UnreadablePostError
from ninja.parser import Parser

JSON = "application/json"
LARGEST = 1024 * 1024
"""Bytes of a body. A step of a hundred orders stays far below."""


class NotJson(ValueError):
    """A body that is not JSON in UTF-8."""


class WrongMedia(ValueError):
    """A body that says that it is something else."""


class TooLarge(ValueError):
    """A body larger than any that is read."""


class BodyParser(Parser):
    """Reads JSON strictly."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The value of a body. Raises NotJson, WrongMedia or TooLarge."""
        if request.content_type != JSON:
            raise WrongMedia(request.content_type)
        content = request.body
        if len(content) > LARGEST:
            raise TooLarge(len(content))
        try:
            value = json.loads(content.decode("utf-8"), parse_constant=_no_number)
            said = canonical(value)
        except (ValueError, RecursionError) as error:
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


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _holds_null(value: Any) -> bool:
    """Whether a text holds the character that no database keeps."""
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(_holds_null(key) or _holds_null(part) for key, part in value.items())
    return isinstance(value, list) and any(map(_holds_null, value))
