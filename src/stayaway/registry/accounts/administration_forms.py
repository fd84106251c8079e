"""Pages of administration: the forms of accounts, posts and machine clients, and of the second administrator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from stayaway.registry.actors import PARTY_POSTS, Actor, Post
from stayaway.web.languages import own_names
from stayaway.wording.accounts import AccountsCode as Says

from . import acting, administering, notices
from .asking import Field, asked, post_code, say
from .forms import Faults, chosen, for_a_form, form, reason, why
from .models import Account, Agency, Client, Holding, Invitation


@for_a_form
def invite(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A form for a new account."""

    def make() -> HttpResponse:
        made, said = administering.invite(
            actor,
            email=request.POST.get("email", "")[:254],
            name=request.POST.get("name", "")[:200],
            language=request.POST.get("language", ""),
            is_named=request.POST.get("named") != "no",
            why=reason(request),
        )
        return _invited(request, made, said, awaits=False)

    named = [("yes", say(request, Says.NAMED_YES)), ("no", say(request, Says.NAMED_NO))]

    def fields(faults: Faults) -> list[Field]:
        return [
            asked(request, "name", Says.NAME, faults=faults),
            asked(request, "email", Says.EMAIL, "email", faults=faults),
            asked(request, "language", Says.LANGUAGE, "menu", choices=own_names(), faults=faults),
            asked(request, "named", Says.NAMED, "menu", hint=Says.NAMED_HINT, choices=named),
            *_by_mail(request),
            why(request, faults),
        ]

    return form(request, Says.INVITE, fields, make)


def _by_mail(request: HttpRequest) -> list[Field]:
    choice = [("yes", say(request, Says.BY_MAIL))]
    return [asked(request, "mail", Says.HOW_TO_HAND_OVER, "boxes", hint=Says.BY_MAIL_HINT, choices=choice)]


def _invited(request: HttpRequest, made: Account, said: str, *, awaits: bool) -> HttpResponse:
    """The link, shown once; or that it was sent."""
    link = request.build_absolute_uri(reverse("invitation_link", args=[said]))
    is_sent = "mail" in request.POST and notices.invited(made, link)
    shown = {"one": made, "link": "" if is_sent else link, "awaits": awaits}
    return render(request, "accounts/invited.html", shown)


@for_a_form
def invite_again(request: HttpRequest, actor: Actor, account_id: str) -> HttpResponse:
    """A form for a new link."""
    found = get_object_or_404(Account, pk=account_id)

    def make() -> HttpResponse:
        made, said = administering.invite_again(actor, found.pk, why=reason(request))
        return _invited(request, found, said, awaits=made.awaits_second)

    return form(request, Says.NEW_LINK, lambda faults: [*_by_mail(request), why(request, faults)], make)


@for_a_form
def give_post(request: HttpRequest, actor: Actor, account_id: str) -> HttpResponse:
    """A form for giving a post."""
    found = get_object_or_404(Account, pk=account_id)

    def give() -> HttpResponse:
        administering.give_post(
            actor,
            found.pk,
            chosen(Post, request, "post"),
            agency=request.POST.get("agency") or None,
            person=request.POST.get("person", "").strip(),
            why=reason(request),
        )
        return redirect("account", found.pk)

    return form(request, Says.GIVE_POST, lambda faults: _post_fields(request, faults), give)


def _post_fields(request: HttpRequest, faults: Faults) -> list[Field]:
    posts = [(post.value, say(request, post_code(post))) for post in Post]
    agencies = [(one.pk, one.name) for one in Agency.objects.filter(is_active=True).order_by("name")]
    none = [("", say(request, Says.NO_AGENCY))]
    party = " · ".join(say(request, post_code(post)) for post in sorted(PARTY_POSTS))
    person = asked(request, "person", Says.PERSON, hint=Says.PERSON_HINT, faults=faults)
    person.hint = f"{person.hint} ({party})"
    return [
        asked(request, "post", Says.POST, "menu", choices=posts, faults=faults),
        asked(request, "agency", Says.AGENCY, "menu", choices=[*none, *agencies], faults=faults),
        person,
        why(request, faults),
    ]


@for_a_form
def make_client(request: HttpRequest, actor: Actor, holding_id: int) -> HttpResponse:
    """A form for a new machine client."""
    holding = get_object_or_404(Holding, pk=holding_id)

    def make() -> HttpResponse:
        days = request.POST.get("days", "")
        made, token = administering.make_client(
            actor,
            holding.pk,
            name=request.POST.get("name", "")[:200],
            scopes=request.POST.getlist("scopes"),
            days=int(days) if days.isascii() and days.isdigit() and len(days) < 5 else 0,
            why=reason(request),
        )
        return render(request, "accounts/client_made.html", {"client": made, "token": token, "holding": holding})

    def fields(faults: Faults) -> list[Field]:
        scopes = [(scope, say(request, Says(f"accounts.scope_{scope}"))) for scope in sorted(acting.SCOPES)]
        return [
            asked(request, "name", Says.CLIENT_NAME, faults=faults),
            asked(request, "scopes", Says.SCOPES, "boxes", choices=scopes, faults=faults),
            asked(request, "days", Says.DAYS, hint=Says.DAYS_HINT, faults=faults),
            why(request, faults),
        ]

    return form(request, Says.NEW_CLIENT, fields, make)


ENDINGS: Mapping[str, tuple[Says, Callable[..., None]]] = {
    "post": (Says.END_POST, administering.end_post),
    "account": (Says.END_ACCOUNT, administering.end_account),
    "client": (Says.END_CLIENT, administering.end_client),
}
AWAITING: Mapping[str, type[Holding] | type[Client] | type[Invitation]] = {
    "post": Holding,
    "client": Client,
    "invitation": Invitation,
}


@for_a_form
def end(request: HttpRequest, actor: Actor, what: str, one: str) -> HttpResponse:
    """A form for ending a post, an account or a machine client."""
    title, ending = ENDINGS[what]

    def do() -> HttpResponse:
        try:
            ending(actor, one, why=reason(request))
        except (Holding.DoesNotExist, Account.DoesNotExist, Client.DoesNotExist, ValueError):
            raise Http404 from None
        return redirect("administration")

    return form(request, title, lambda faults: [why(request, faults)], do, send=Says.END_IT)


@for_a_form
def confirm(request: HttpRequest, actor: Actor, what: str, one: str) -> HttpResponse:
    """A form for confirming, as the second administrator."""
    try:
        awaiting: Any = get_object_or_404(AWAITING[what], pk=one)
    except ValueError:
        raise Http404 from None

    def do() -> HttpResponse:
        administering.confirm(actor, awaiting, why=reason(request))
        return redirect("administration")

    return form(request, Says.CONFIRM_SECOND, lambda faults: [why(request, faults)], do, send=Says.CONFIRM_IT)
