"""What a page of the registry shows."""

from __future__ import annotations

import re
from html import unescape

from django.http.response import HttpResponseBase


def html_of(response: HttpResponseBase) -> str:
    """The page as it was sent."""
    return bytes(getattr(response, "content")).decode()  # noqa: B009 - Django's client types hide that there is one


def shown(response: HttpResponseBase, part: str = "main") -> str:
    """The words of a part of a page, as a reader gets them."""
    html = html_of(response)
    found = re.search(rf"<{part}\b.*?</{part}>", html, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found.group() if found else html)).split())
