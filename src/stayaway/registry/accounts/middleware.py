"""Nothing answers before somebody has signed in with both factors and chosen a post; only the doors are open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from .acting import actor_of, is_enrolled

Respond = Callable[[HttpRequest], HttpResponse]

OPEN = frozenset({"account_login", "mfa_authenticate", "invitation", "invitation_link", "language"})
"""Pages for whoever has not signed in."""
BEFORE_SECOND_FACTOR = OPEN | {"mfa_activate_totp", "account_logout"}
"""Pages for whoever has signed in with a password and has no second factor yet."""
BEFORE_POST = BEFORE_SECOND_FACTOR | {
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "account_reauthenticate",
    "account_change_password",
    "own_account",
    "own_sessions",
    "choose_post",
}
"""Pages for whoever has signed in and acts in no post."""
OWN_DOORS = ("/api/", "/health", "/metrics", "/static/")
"""Addresses that ask by themselves who comes, or that are for everybody."""


class SignedInFirst:
    """Lead to signing in, to the second factor, to choosing a post; in this order."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.respond(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Lead elsewhere, or let the page answer."""
        name = request.resolver_match.url_name if request.resolver_match else None
        if request.path.startswith(OWN_DOORS) or name in OPEN:
            return None
        if not request.user.is_authenticated:
            return _lead(request, "account_login")
        if not is_enrolled(request):
            return None if name in BEFORE_SECOND_FACTOR else HttpResponseRedirect(reverse("mfa_activate_totp"))
        if name not in BEFORE_POST and actor_of(request) is None:
            return _lead(request, "choose_post")
        return None


def _lead(request: HttpRequest, name: str) -> HttpResponse:
    is_page = request.method == "GET" and request.path != "/"
    after = f"?{urlencode({'next': request.path})}" if is_page else ""
    return HttpResponseRedirect(reverse(name) + after)
