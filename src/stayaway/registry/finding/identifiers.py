"""Numbers that a person or a case is known by: a driver licence, a case number. They match exactly or not at all."""

from __future__ import annotations

import unicodedata

from stayaway.model import Reason, because
from stayaway.wording.finding import FindingCode


def identifier_key(written: str) -> str:
    """An identifier without what differs from clerk to clerk: case, spaces and dashes. Everything else is kept.

    Leading zeros count, and so do slashes and dots: they can tell two numbers apart.

    >>> identifier_key(" d 012-345\u20136 ")
    'D0123456'
    """
    folded = unicodedata.normalize("NFKC", written).upper()
    return "".join(letter for letter in folded if not letter.isspace() and unicodedata.category(letter) != "Pd")


def match_identifier(asked: str, recorded: str) -> Reason | None:
    """Why two written identifiers are one, or None if they are not. An empty one is none."""
    key = identifier_key(asked)
    if not key or key != identifier_key(recorded):
        return None
    return because(FindingCode.IDENTIFIER_SAME, recorded=recorded)
