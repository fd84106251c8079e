"""Where a list goes on: an opaque word that the registry signs, good for the list that it came from alone."""

from __future__ import annotations

from typing import Any

from django.core import signing

from stayaway.wording.api import ApiCode as C

from .problems import Faults, Wrong

PAGE = 100
"""Rows of a page."""


def new_cursor(of: str, after: list[Any]) -> str:
    """The word for going on in a list after a row."""
    return signing.dumps([of, after], salt="stayaway.api.cursor")


def read_cursor(of: str, word: str | None) -> list[Any] | None:
    """The row that a word was given for; None: from the beginning. Raises Faults."""
    if word is None:
        return None
    try:
        found, after = signing.loads(word, salt="stayaway.api.cursor")
    except (signing.BadSignature, ValueError):
        found, after = None, None
    if found != of or not isinstance(after, list):
        raise Faults([Wrong("cursor", C.BAD_CURSOR)])
    return after
