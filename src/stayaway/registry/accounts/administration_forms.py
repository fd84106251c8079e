"""Pages of administration: one form for each act. What is refused is shown with the form, every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stayaway.model import Code
from stayaway.registry.actors import PARTY_POSTS, Actor, AgencyKind, Post
from stayaway.web.languages import own_names
from stayaway.web.places import places
from stayaway.wording.accounts import AccountsCode as Says

from . import acting, administering, notices
from .administering import Refused
from .administration import for_administrators
from .asking import Field, agency_code, asked, post_code, say
from .models import Account, Agency, Client, Holding, Invitation


def _form(
    request: HttpRequest, title: Says, fields: list[Field], faults: Mapping[str, Code], *, send: Says = Says.DO_IT
) -> HttpResponse:
    """One form, with what is wrong with it."""
    wrong = faults.get("") or (Says.LOOK_AGAIN if faults else None)
    shown = {"title": title, "fields": fields, "wrong": say(request, wrong) if wrong else "", "send": send}
    return render(request, "accounts/form.html", shown, status=422 if faults else 200)


Listed = TypeVar("Listed", bound=StrEnum)


def _chosen(members: type[Listed], request: HttpRequest, name: str) -> Listed:
    """What a menu sent. Raises Refused: no member of the list."""
    try:
        return members(request.POST.get(name, ""))
    except ValueError:
        raise Refused({name: Says.CHOOSE}) from None


def _why(request: HttpRequest, faults: Mapping[str, Code]) -> Field:
    return asked(request, "why", Says.WHY, hint=Says.WHY_HINT, faults=faults)


def _agency_fields(request: HttpRequest, faults: Mapping[str, Code], is_new: bool) -> list[Field]:
    kinds = [(kind.value, say(request, agency_code(kind))) for kind in AgencyKind]
    hears = [("civil", say(request, Says.HEARS_CIVIL)), ("criminal", say(request, Says.HEARS_CRIMINAL))]
    states = [("", say(request, Says.NO_STATE)), *((place.code, place.name) for place in places())]
    found = [
        asked(request, "name", Says.AGENCY_NAME, faults=faults),
        asked(request, "kind", Says.AGENCY_KIND, "menu", choices=kinds, faults=faults),
        asked(request, "jurisdiction", Says.STATE, "menu", choices=states, faults=faults),
        asked(request, "time_zone", Says.TIME_ZONE, hint=Says.TIME_ZONE_HINT, faults=faults),
        asked(request, "hears", Says.HEARS, "boxes", choices=hears, faults=faults),
        asked(request, "ori", Says.ORI, hint=Says.ORI_HINT, faults=faults),
        asked(request, "phone", Says.PHONE, "tel", hint=Says.PHONE_HINT, faults=faults),
    ]
    if not is_new:
        active = [("yes", say(request, Says.AGENCY_WORKS))]
        found.append(asked(request, "is_active", Says.AGENCY_ACTIVE, "boxes", choices=active, faults=faults))
    return [*found, _why(request, faults)]


def _agency_asked(request: HttpRequest) -> dict[str, Any]:
    hears = request.POST.getlist("hears")
    return {
        "jurisdiction": request.POST.get("jurisdiction", "")[:10],
        "time_zone": request.POST.get("time_zone", "").strip() or "UTC",
        "hears_civil": "civil" in hears,
        "hears_criminal": "criminal" in hears,
        "ori": request.POST.get("ori", "").strip()[:9],
        "phone": request.POST.get("phone", "").strip()[:40],
    }


@for_administrators(confirmed=True)
@require_http_methods(["GET", "POST"])
def new_agency(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A form for a new agency."""
    faults: Mapping[str, Code] = {}
    if request.method == "POST":
        try:
            administering.make_agency(
                actor,
                name=request.POST.get("name", "")[:200],
                kind=_chosen(AgencyKind, request, "kind"),
                why=request.POST.get("why", ""),
                **_agency_asked(request),
            )
            return redirect("administration")
        except Refused as refused:
            faults = refused.faults
    return _form(request, Says.NEW_AGENCY, _agency_fields(request, faults, is_new=True), faults)


@for_administrators(confirmed=True)
@require_http_methods(["GET", "POST"])
def change_agency(request: HttpRequest, actor: Actor, agency_id: str) -> HttpResponse:
    """A form for changing an agency."""
    agency = get_object_or_404(Agency, pk=agency_id)
    faults: Mapping[str, Code] = {}
    if request.method == "POST":
        try:
            administering.change_agency(
                actor,
                agency.pk,
                why=request.POST.get("why", ""),
                name=request.POST.get("name", "").strip()[:200],
                is_active="is_active" in request.POST,
                **_agency_asked(request),
            )
            return redirect("administration")
        except Refused as refused:
            faults = refused.faults
    fields = [one for one in _agency_fields(request, faults, is_new=False) if one.name != "kind"]
    if request.method == "GET":
        for one in fields:
            one.value = str(getattr(agency, one.name, ""))
            one.chosen = [one.value]
            if one.name == "hears":
                one.chosen = [str(kind.value) for kind in agency.kinds]
            elif one.name == "is_active":
                one.chosen = ["yes"] if agency.is_active else []
    return _form(request, Says.CHANGE_AGENCY, fields, faults)


@for_administrators(confirmed=True)
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A form for a new account."""
    faults: Mapping[str, Code] = {}
    if request.method == "POST":
        try:
            made, said = administering.invite(
                actor,
                email=request.POST.get("email", "")[:254],
                name=request.POST.get("name", "")[:200],
                language=request.POST.get("language", ""),
                why=request.POST.get("why", ""),
            )
            return _invited(request, made, said, awaits=False)
        except Refused as refused:
            faults = refused.faults
    fields = [
        asked(request, "name", Says.NAME, faults=faults),
        asked(request, "email", Says.EMAIL, "email", faults=faults),
        asked(request, "language", Says.LANGUAGE, "menu", choices=own_names(), faults=faults),
        *_by_mail(request),
        _why(request, faults),
    ]
    return _form(request, Says.INVITE, fields, faults)


def _by_mail(request: HttpRequest) -> list[Field]:
    choice = [("yes", say(request, Says.BY_MAIL))]
    return [asked(request, "mail", Says.HOW_TO_HAND_OVER, "boxes", hint=Says.BY_MAIL_HINT, choices=choice)]


def _invited(request: HttpRequest, made: Account, said: str, *, awaits: bool) -> HttpResponse:
    """The link, shown once; or that it was sent."""
    link = request.build_absolute_uri(reverse("invitation_link", args=[said]))
    is_sent = "mail" in request.POST and notices.invited(made, link)
    shown = {"one": made, "link": "" if is_sent else link, "awaits": awaits}
    return render(request, "accounts/invited.html", shown)


@for_administrators(confirmed=True)
@require_http_methods(["GET", "POST"])
def invite_again(request: HttpRequest, actor: Actor, account_id: str) -> HttpResponse:
    """A form for a new link."""
    found = get_object_or_404(Account, pk=account_id)
    faults: Mapping[str, Code] = {}
    if request.method == "POST":
        try:
            made, said = administering.invite_again(actor, found.pk, why=request.POST.get("why", ""))
            return _invited(request, found, said, awaits=made.awaits_second)
        except Refused as refused:
            faults = refused.faults
    return _form(request, Says.NEW_LINK, [*_by_mail(request), _why(request, faults)], faults)


@for_administrators(confirmed=True)
@require_http_methods(["GET", "POST"])
def give_post(request: HttpRequest, actor: Actor, account_id: str) -> HttpResponse:
    """A form for giving a post."""
    found = get_object_or_404(Account, pk=account_id)
    faults: Mapping[str, Code] = {}
    if request.method == "POST":
        try:
            administering.give_post(
                actor,
                found.pk,
                _chosen(Post, request, "post"),
                agency=request.POST.get("agency") or None,
                person=request.POST.get("person", "").strip(),
                why=request.POST.get("why", ""),
            )
            return redirect("account", found.pk)
        except Refused as refused:
            faults = refused.faults
    posts = [(post.value, say(request, post_code(post))) for post in Post]
    agencies = [(one.pk, one.name) for one in Agency.objects.filter(is_active=True).order_by("name")]
    none = [("", say(request, Says.NO_AGENCY))]
    party = " · ".join(say(request, post_code(post)) for post in sorted(PARTY_POSTS))
    person = asked(request, "person", Says.PERSON, hint=Says.PERSON_HINT, faults=faults)
    person.hint = f"{person.hint} ({party})"
    fields = [
        asked(request, "post", Says.POST, "menu", choices=posts, faults=faults),
        asked(request, "agency", Says.AGENCY, "menu", choices=[*none, *agencies], faults=faults),
        person,
        _why(request, faults),
    ]
    return _form(request, Says.GIVE_POST, fields, faults)


@for_administrators(confirmed=True)
@require_http_methods(["GET", "POST"])
def make_client(request: HttpRequest, actor: Actor, holding_id: int) -> HttpResponse:
    """A form for a new machine client."""
    holding = get_object_or_404(Holding, pk=holding_id)
    faults: Mapping[str, Code] = {}
    if request.method == "POST":
        days = request.POST.get("days", "")
        try:
            made, token = administering.make_client(
                actor,
                holding.pk,
                name=request.POST.get("name", "")[:200],
                scopes=request.POST.getlist("scopes"),
                days=int(days) if days.isascii() and days.isdigit() and len(days) < 5 else 0,
                why=request.POST.get("why", ""),
            )
            shown = {"client": made, "token": token, "holding": holding}
            return render(request, "accounts/client_made.html", shown)
        except Refused as refused:
            faults = refused.faults
    scopes = [(scope, say(request, Says(f"accounts.scope_{scope}"))) for scope in sorted(acting.SCOPES)]
    fields = [
        asked(request, "name", Says.CLIENT_NAME, faults=faults),
        asked(request, "scopes", Says.SCOPES, "boxes", choices=scopes, faults=faults),
        asked(request, "days", Says.DAYS, hint=Says.DAYS_HINT, faults=faults),
        _why(request, faults),
    ]
    return _form(request, Says.NEW_CLIENT, fields, {"": faults["holding"]} if "holding" in faults else faults)


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


@for_administrators(confirmed=True)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, actor: Actor, what: str, one: str) -> HttpResponse:
    """A form for ending a post, an account or a machine client."""
    title, ending = ENDINGS[what]
    faults: Mapping[str, Code] = {}
    if request.method == "POST":
        try:
            ending(actor, one, why=request.POST.get("why", ""))
            return redirect("administration")
        except (Holding.DoesNotExist, Account.DoesNotExist, Client.DoesNotExist, ValueError):
            raise Http404 from None
        except Refused as refused:
            faults = refused.faults
    return _form(request, title, [_why(request, faults)], faults, send=Says.END_IT)


@for_administrators(confirmed=True)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, actor: Actor, what: str, one: str) -> HttpResponse:
    """A form for confirming, as the second administrator."""
    try:
        awaiting: Any = get_object_or_404(AWAITING[what], pk=one)
    except ValueError:
        raise Http404 from None
    faults: Mapping[str, Code] = {}
    if request.method == "POST":
        try:
            administering.confirm(actor, awaiting, why=request.POST.get("why", ""))
            return redirect("administration")
        except Refused as refused:
            faults = refused.faults
    return _form(request, Says.CONFIRM_SECOND, [_why(request, faults)], faults, send=Says.CONFIRM_IT)
