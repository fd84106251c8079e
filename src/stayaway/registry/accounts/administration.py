"""Pages of administration: lists, and one form for each act. No record is reachable from here."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from stayaway.registry.actors import Actor, Post
from stayaway.wording.accounts import AccountsCode as Says

from . import acting
from .asking import agency_code, post_code, say
from .models import Account, Agency, Client, Holding, Invitation

Page = Callable[..., HttpResponse]


def for_administrators(*, confirmed: bool = False) -> Callable[[Page], Page]:
    """A page that only an administrator reaches; for everybody else it is not there.

    `confirmed`: it asks for password and second factor again when they were not given a moment ago.
    """

    def guarding(page: Page) -> Page:
        @wraps(page)
        def answering(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
            actor = acting.actor_of(request)
            if actor is None or actor.post is not Post.ADMINISTRATOR:
                raise Http404
            if confirmed and not actor.confirmed:
                return acting.confirm_and_return(request)
            return page(request, actor, *args, **more)

        return answering

    return guarding


@for_administrators()
@require_GET
def overview(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Agencies, accounts, and what awaits a second administrator."""
    agencies = [{"agency": one, "kind": say(request, agency_code(one.kind))} for one in Agency.objects.order_by("name")]
    accounts = Account.objects.order_by("name").prefetch_related("holdings__agency")
    shown = {
        "agencies": agencies,
        "accounts": [{"account": one, "held": _held(request, one.holdings.all())} for one in accounts],
        "awaiting": _awaiting(request, actor),
    }
    return render(request, "accounts/overview.html", shown)


@for_administrators()
@require_GET
def account(request: HttpRequest, actor: Actor, account_id: str) -> HttpResponse:
    """One account: its posts and machine clients."""
    found = get_object_or_404(Account, pk=account_id)
    shown = {
        "one": found,
        "held": _held(request, found.holdings.select_related("agency")),
        "clients": [
            (one, ", ".join(say(request, Says(f"accounts.scope_{scope}")) for scope in one.scopes.split()))
            for one in Client.objects.filter(holding__account=found).order_by("created")
        ],
    }
    return render(request, "accounts/account.html", shown)


def _held(request: HttpRequest, holdings: Any) -> list[dict[str, Any]]:
    return [{"holding": one, "post": say(request, post_code(one.post))} for one in holdings]


def _awaiting(request: HttpRequest, actor: Actor) -> list[dict[str, Any]]:
    """What awaits a second administrator, with whether this one may confirm it."""
    holdings = Holding.objects.filter(awaits_second=True, ended=None).select_related("account", "agency")
    clients = Client.objects.filter(awaits_second=True, ended=None).select_related("holding__account")
    invitations = Invitation.objects.filter(awaits_second=True, used=None).select_related("account")
    found: list[tuple[str, Any, Account, str]] = [
        *(("post", one, one.account, say(request, post_code(one.post))) for one in holdings),
        *(("client", one, one.holding.account, one.name) for one in clients),
        *(("invitation", one, one.account, say(request, Says.NEW_LINK)) for one in invitations),
    ]
    return [
        {
            "what": what,
            "one": one,
            "holder": holder,
            "said": said,
            "may": actor.account not in (one.asked_by, holder.pk),
        }
        for what, one, holder, said in found
    ]
