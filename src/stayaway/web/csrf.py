"""Django's protection of forms, for pages that never say where somebody comes from.

With `Referrer-Policy: no-referrer` a browser sends `Origin: null` and no `Referer` even with our own forms, which
Django takes for a foreign one. The token in the form still has to match the cookie, which another site can neither
read nor have sent (`SameSite=Strict`); a browser that says that the form came from elsewhere is believed.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


class Csrf(CsrfViewMiddleware):
    """Accepts a form without a known origin, unless the browser says that it came from another site."""

    def _origin_verified(self, request: HttpRequest) -> bool:
        if request.headers.get("Origin") == "null":
            return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        return bool(super()._origin_verified(request))  # type: ignore[misc]  # Django's types leave it out

    def _check_referer(self, request: HttpRequest) -> None:
        if request.headers.get("Referer"):
            super()._check_referer(request)  # type: ignore[misc]  # Django's types leave it out
