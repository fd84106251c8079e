"""Settings as the environment says them: taken as they are meant, or refused with what would be right.

What may be a secret is never repeated in a message.
"""

from __future__ import annotations

import os
import re
from ipaddress import IPv6Address

from django.core.exceptions import ImproperlyConfigured

HOST = re.compile(r"\*|\.?[A-Za-z0-9_][A-Za-z0-9._-]*|\[[0-9A-Fa-f:.]+\]")
"""A name or an address that a browser can ask for; `*`: any."""


def is_on(name: str) -> bool:
    """Whether a switch is set to 1. Raises ImproperlyConfigured for what is neither 1 nor 0 nor nothing."""
    said = os.environ.get(name, "")
    if said not in ("", "0", "1"):
        raise ImproperlyConfigured(f"{name}: 1 for yes, 0 or nothing for no, not {said!r}")
    return said == "1"


def whole_number(name: str, default: int, least: int, most: int = 1_000_000) -> int:
    """A whole number between two. Raises ImproperlyConfigured."""
    said = os.environ.get(name) or str(default)
    if not (said.isascii() and said.isdecimal() and len(said) < 12 and least <= int(said) <= most):
        raise ImproperlyConfigured(f"{name}: a whole number from {least} to {most}, not {said!r}")
    return int(said)


def hosts(name: str, default: str) -> list[str]:
    """The names that a face answers to. Raises ImproperlyConfigured for what no browser asks for."""
    said = [one.strip() for one in (os.environ.get(name) or default).split(",")]
    found = [f"[{one}]" if _is_bare(one) else one for one in said if one]
    wrong = [one for one in found if not HOST.fullmatch(one)]
    if wrong or not found:
        read = f"not {wrong[0]!r}" if wrong else "and at least one"
        raise ImproperlyConfigured(
            f"{name}: names with commas between, such as registry.court.example, without https:// and without a port,"
            f" {read}"
        )
    return found


def _is_bare(said: str) -> bool:
    """Whether it is an IPv6 address without its brackets."""
    try:
        IPv6Address(said)
    except ValueError:
        return False
    return True
