"""What the tests of the website share: a client, and what a page shows."""

from __future__ import annotations

import re
from html import unescape

import django
from django.conf import settings
from django.http.response import HttpResponseBase
from django.test import Client

django.setup()
settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]


def new_client(*, enforce_csrf_checks: bool = True) -> Client:
    """A browser without cookies that asks in English."""
    return Client(enforce_csrf_checks=enforce_csrf_checks, headers={"accept-language": "en"})


def html_of(response: HttpResponseBase) -> str:
    """The page as it was sent."""
    return bytes(getattr(response, "content")).decode()  # noqa: B009 - Django's client types hide that there is one


def shown(response: HttpResponseBase) -> str:
    """The words of a page's main part, as a reader gets them."""
    html = html_of(response)
    main = re.search(r"<main.*?</main>", html, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main.group() if main else html)).split())
