"""Pages about one's own account: choosing a post, sessions, the password, the language, and where work begins."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from stayaway.model import Code
from stayaway.web.languages import page_to_return_to
from stayaway.wording.accounts import AccountsCode as Says
from stayaway.wording.language import is_available

from . import acting, notices
from .asking import asked, begins_at, post_code, say
from .models import Account, Holding
from .passwords import faults_of
from .sessions import LANGUAGE, digest_of, end_sessions, going_on, in_force
from .signing_in import FAULTS, new_password


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Where the work of the post begins."""
    actor = acting.actor_of(request)
    return redirect("choose_post") if actor is None else HttpResponseRedirect(begins_at(actor.post))


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of the pages; an account keeps it."""
    chosen = request.POST.get("language", "")
    if is_available(chosen):
        if isinstance(request.user, Account):
            Account.objects.filter(pk=request.user.pk).update(language=chosen)
        else:
            request.session[LANGUAGE] = chosen
    return HttpResponseRedirect(page_to_return_to(request))


@require_http_methods(["GET", "POST"])
def choose_post(request: HttpRequest) -> HttpResponse:
    """Choose in which of one's posts to act."""
    held = list(in_force(Holding.objects.filter(account_id=request.user.pk)).select_related("agency").order_by("pk"))
    if request.method == "POST":
        chosen = next((one for one in held if str(one.pk) == request.POST.get("holding")), None)
        if chosen is not None and acting.choose_post(request, chosen):
            return HttpResponseRedirect(_after(request) or begins_at(acting.acting_in(chosen).post))
    choices = [{"id": one.pk, "post": say(request, post_code(one.post)), "agency": one.agency} for one in held]
    return render(request, "accounts/choose_post.html", {"choices": choices, "next": _after(request)})


def _after(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else ""


@require_http_methods(["GET", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """One's own sessions, and ending all others."""
    if request.method == "POST":
        end_sessions(str(request.user.pk), but=request.session)
        return redirect("own_sessions")
    mine = digest_of(str(request.session.session_key))
    found = going_on(str(request.user.pk)).select_related("holding__agency").order_by("-seen")
    shown: list[dict[str, Any]] = [
        {
            "is_this": one.pk == mine,
            "began": one.began,
            "seen": one.seen,
            "device": one.device,
            "post": say(request, post_code(one.holding.post)) if one.holding else "",
        }
        for one in found
    ]
    return render(request, "accounts/sessions.html", {"sessions": shown, "others": len(shown) > 1})


@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """What there is to do about one's own account."""
    return render(request, "accounts/own.html")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """Change the password, giving the old one and, if that was long ago, both factors. All other sessions end."""
    if not acting.is_confirmed(request):
        return acting.confirm_and_return(request)
    faults: dict[str, Code] = {}
    account = request.user
    assert isinstance(account, Account)
    if request.method == "POST":
        chosen = request.POST.get("password", "")
        faults = _old_faults(request) or faults_of(chosen, request.POST.get("again", ""), account)
        if not faults:
            account.set_password(chosen)
            account.save(update_fields=["password"])
            update_session_auth_hash(request, account)
            end_sessions(account.pk, but=request.session)
            record_authentication(request, account, "password")
            notices.password_changed(account)
            return render(request, "account/password_changed.html")
    old = asked(request, "old", Says.OLD_PASSWORD, "password", autocomplete="current-password", faults=faults)
    shown = {
        "fields": [old, *new_password(request, faults)],
        "wrong": say(request, Says.LOOK_AGAIN) if faults else "",
    }
    return render(request, "account/password_change.html", shown)


def _old_faults(request: HttpRequest) -> dict[str, Code]:
    try:
        found = get_adapter().authenticate(
            request, email=getattr(request.user, "email", ""), password=request.POST.get("old", "")
        )
    except ValidationError as refused:
        return {"old": FAULTS.get(str(refused.code), Says.WRONG_PASSWORD)}
    return {} if found == request.user else {"old": Says.WRONG_PASSWORD}
