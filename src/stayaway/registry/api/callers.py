"""Who calls: somebody signed in in a browser, or a machine client with its token; with which scopes, and how often."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from ninja.security import APIKeyCookie, HttpBearer
from ninja.throttling import BaseThrottle

from stayaway.registry.accounts.acting import SCOPES, actor_of, actor_of_token
from stayaway.registry.actors import Actor
from stayaway.web.csrf import Csrf
from stayaway.web.languages import asked_for
from stayaway.wording.api import ApiCode as C

REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, in which language they are answered, and what a machine's token lets it do."""

    actor: Actor
    scopes: frozenset[str]
    language: str


class Asked(HttpRequest):
    """A request after its caller was made out."""

    auth: Caller


class NotAllowed(Exception):
    """A caller who is known, but may not call this so."""

    def __init__(self, code: C, **facts: object) -> None:
        self.code, self.facts = code, facts
        super().__init__(code.value)


class Bearer(HttpBearer):
    """`Authorization: Bearer …` with the token of a machine client that has the scope."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        super().__init__()

    def __call__(self, request: HttpRequest) -> Caller | None:
        """The caller; None: the token opens nothing, or there is none."""
        found = actor_of_token(request.headers.get("Authorization", ""))
        if found is None:
            return None
        actor, scopes = found
        if self.scope not in scopes:
            raise NotAllowed(C.SCOPE_NEEDED, scope=self.scope)
        return Caller(actor, scopes, asked_for(request))

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Never asked: `__call__` looks at the whole header."""
        raise NotImplementedError


class Session(APIKeyCookie):
    """The session of a browser, with the token against forged forms for whatever writes."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Caller | None:
        """The caller; None: nobody is signed in, or somebody calls with a token, which then has to be right."""
        if "Authorization" in request.headers:
            return None
        actor = actor_of(request)
        if actor is None:
            return None
        if _is_forged(request):
            raise NotAllowed(C.NOT_FROM_THIS_SITE)
        return Caller(actor, SCOPES, asked_for(request))

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """Never asked: a session is read by its middleware."""
        raise NotImplementedError


def whoever_may(scope: str) -> Sequence[Any]:
    """Who may call an operation: a machine client with the scope, or somebody signed in."""
    return [Bearer(scope), Session()]


def _is_forged(request: HttpRequest) -> bool:
    def refuse(_: HttpRequest) -> HttpResponse:
        return HttpResponseForbidden()

    guard = Csrf(refuse)
    request.csrf_processing_done = False  # type: ignore[attr-defined]  # Django's types leave it out
    guard.process_request(request)
    return guard.process_view(request, refuse, (), {}) is not None


class ByCaller(BaseThrottle):
    """So many calls of one caller in a minute, filling up steadily."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._left: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether the caller has a call left."""
        actor = cast(Asked, request).auth.actor
        most = float(settings.API_CALLS_A_MINUTE)
        who, now = (actor.account, actor.client or ""), time.monotonic()
        with self._lock:
            left, since = self._left.pop(who, (most, now))
            left = min(most, left + (now - since) * most / 60)
            self._left[who] = (max(0.0, left - 1), now)
            while len(self._left) > REMEMBERED:
                self._left.popitem(last=False)
        return left >= 1

    def wait(self) -> float:
        """Seconds after which there is one again."""
        return math.ceil(60 / float(settings.API_CALLS_A_MINUTE))
