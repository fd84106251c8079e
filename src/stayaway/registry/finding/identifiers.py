"""Numbers that a person or a case is known by: a driver licence, a case number. They match exactly or not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from stayaway.model import Reason, because
from stayaway.wording.finding import FindingCode

KNOWN_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "SOC": ("social_security", "social_security_number", "ssn"),
        "OLN": (
            *("driver_license", "drivers_license", "driver_license_number", "drivers_license_number", "dl"),
            *("driver_licence", "drivers_licence", "driving_license", "driving_licence", "operator_license_number"),
        ),
        "OLS": ("license_state", "driver_license_state", "drivers_license_state"),
        "OLY": ("license_year", "driver_license_year", "drivers_license_year"),
        "FBI": ("fbi_number",),
        # A state's identity card is no state identification number, so `state_id` is a kind of its own.
        "SID": ("state_identification", "sid_number"),
        "MNU": ("other_number", "miscellaneous_number"),
    }
)
"""The kinds that other systems have a field for, and how else people write them."""
LONGEST_KIND = 24
_QUIET = re.compile(r"['‘’ʼ.]")
_APART = re.compile(r"[\W_]+")
_KIND_OF = {
    written.replace("_", ""): kind for kind, others in KNOWN_KINDS.items() for written in (kind.lower(), *others)
}


def identifier_kind(written: str) -> str:
    """The one form of a kind of number: of those in `KNOWN_KINDS` their code, of all others the word in small letters.

    >>> identifier_kind("Driver's License"), identifier_kind("oln"), identifier_kind("Passport No.")
    ('OLN', 'OLN', 'passport_no')
    """
    plain = _APART.sub("_", _QUIET.sub("", unicodedata.normalize("NFKC", written).lower())).strip("_")
    return _KIND_OF.get(plain.replace("_", ""), plain[:LONGEST_KIND] or written)


def identifier_text(kind: str, number: str) -> str:
    """What a digest is made of, the same for each way to write a kind and its number.

    Whoever was recorded before kinds had one form is put under this text by `renewing`, so nobody asks for others.
    """
    return f"{identifier_kind(kind)}:{identifier_key(number)}"


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
