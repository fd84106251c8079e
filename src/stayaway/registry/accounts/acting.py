"""Who acts in a request: somebody signed in, in the post they chose, or a machine client with its token."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Iterable
from datetime import datetime
from threading import Lock

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from stayaway.model import PersonId
from stayaway.registry.actors import Actor, Post

from .models import Account, Client, Holding, Session, new_id
from .sessions import HOLDING, has_second_factor, in_force

SCOPES = frozenset({"find", "read", "write", "import", "export", "feed"})
"""What a machine client may be allowed to do."""
CONFIRMED_SECONDS = 5 * 60
"""How long password and second factor count as given a moment ago."""
CACHED_SECONDS = 30.0
CACHED_MOST = 1024
TOKEN_BYTES = 32


def actor_of(request: HttpRequest) -> Actor | None:
    """Who acts in a request. None: nobody is signed in, has a second factor, and has chosen a post that they hold."""
    account = request.user
    if not isinstance(account, Account):
        return None
    row: Session | None = getattr(request.session, "row", None)
    if row is None or row.account_id != account.pk or not getattr(row, "is_enrolled", False):
        return None
    if row.holding is None or not getattr(row, "is_in_force", False):
        return None
    return acting_in(row.holding, confirmed=is_confirmed(request))


def is_enrolled(request: HttpRequest) -> bool:
    """Whether the account that is signed in has a second factor."""
    row: Session | None = getattr(request.session, "row", None)
    if row is not None and row.account_id == request.user.pk:
        return bool(getattr(row, "is_enrolled", False))
    return Account.objects.filter(has_second_factor(request.user.pk), pk=request.user.pk).exists()


def acting_in(holding: Holding, *, confirmed: bool = False, client: str | None = None) -> Actor:
    """The actor of a post."""
    agency = holding.agency
    return Actor(
        account=holding.account_id,
        post=Post(holding.post),
        agency=agency.pk if agency else None,
        kinds=agency.kinds if agency else frozenset(),
        person=PersonId(holding.person) if holding.person else None,
        confirmed=confirmed,
        client=client,
    )


def choose_post(request: HttpRequest, holding: Holding) -> bool:
    """Act in this post from now on. False: the account does not hold it."""
    if not in_force(Holding.objects.filter(pk=holding.pk, account_id=request.user.pk)).exists():
        return False
    request.session[HOLDING] = holding.pk
    request.session.cycle_key()
    return True


def is_confirmed(request: HttpRequest) -> bool:
    """Whether both the password and the second factor were given within the last five minutes."""
    given = {record["method"]: record["at"] for record in get_authentication_records(request, request.user)}
    since = time.time() - CONFIRMED_SECONDS
    return all(given.get(method, 0.0) > since for method in ("password", "mfa"))


def confirm_and_return(request: HttpRequest) -> HttpResponseRedirect:
    """To the page that asks for both factors again, and then back to this one. What a form held is not kept."""
    return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.path})}")


def make_client(
    holding: Holding, name: str, scopes: Iterable[str], expires: datetime, *, asked_by: str = "", awaits: bool = False
) -> tuple[Client, str]:
    """A machine client that acts in a post, and its token, which is told this once. ValueError: an unknown scope.

    It asks nobody's permission: `administering.make_client` does.
    """
    unknown = frozenset(scopes) - SCOPES
    if unknown:
        raise ValueError(f"no such scope: {', '.join(sorted(unknown))}; there are {', '.join(sorted(SCOPES))}")
    client_id = new_id("m")
    token = f"{client_id}.{secrets.token_urlsafe(TOKEN_BYTES)}"
    client = Client.objects.create(
        id=client_id,
        name=name,
        holding=holding,
        digest=digest_of(token),
        scopes=" ".join(sorted(set(scopes))),
        expires=expires,
        asked_by=asked_by,
        awaits_second=awaits,
    )
    return client, token


def digest_of(token: str) -> str:
    """What is kept of a token. It is random through and through, so a plain SHA-256 cannot be turned round."""
    return hashlib.sha256(token.encode()).hexdigest()


def actor_of_token(header: str) -> tuple[Actor, frozenset[str]] | None:
    """Who acts for the `Authorization` header of a request, and with which scopes. None: it opens nothing.

    What opened something is remembered for 30 seconds in this process; after that an ended client, post or account
    opens nothing.
    """
    scheme, _, token = header.partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not (token.isascii() and token.isprintable()) or len(token) > 200:
        return None
    digest = digest_of(token)
    found = _known.get(digest)
    if found is not None:
        return found
    acting = Client.objects.filter(holding__in=in_force(Holding.objects.all())).select_related("holding__agency")
    client = acting.filter(pk=token.partition(".")[0]).first()
    now = timezone.now()
    if client is None or not hmac.compare_digest(client.digest, digest):
        return None
    if client.ended is not None or client.awaits_second or client.expires <= now:
        return None
    found = (acting_in(client.holding, client=client.pk), frozenset(client.scopes.split()))
    _known.put(digest, found, min(CACHED_SECONDS, (client.expires - now).total_seconds()))
    return found


def forget_tokens() -> None:
    """Ask the database again for every token, in this process."""
    _known.clear()


class _Known:
    """The tokens that opened something a moment ago, by digest."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: OrderedDict[str, tuple[float, tuple[Actor, frozenset[str]]]] = OrderedDict()

    def get(self, digest: str) -> tuple[Actor, frozenset[str]] | None:
        with self._lock:
            until, found = self._found.get(digest, (0.0, None))
            return found if until > time.monotonic() else None

    def put(self, digest: str, found: tuple[Actor, frozenset[str]], seconds: float) -> None:
        with self._lock:
            self._found[digest] = (time.monotonic() + seconds, found)
            self._found.move_to_end(digest)
            while len(self._found) > CACHED_MOST:
                self._found.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._found.clear()


_known = _Known()
