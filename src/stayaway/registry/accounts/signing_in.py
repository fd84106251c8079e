"""Signing in and out: password, second factor, invitation, enrolment, and giving both factors again."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.account.views import LoginView, LogoutView
from allauth.core import ratelimit
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from stayaway.model import Code
from stayaway.wording.accounts import AccountsCode as Says

from . import inviting, notices
from .acting import is_enrolled
from .asking import Field, asked, say
from .passwords import faults_of
from .sessions import end_sessions

FAULTS: dict[str, Says] = {
    "email_password_mismatch": Says.WRONG_SIGN_IN,
    "invalid": Says.WRONG_SIGN_IN,
    "too_many_login_attempts": Says.TOO_MANY_TRIES,
    "rate_limited": Says.TOO_MANY_TRIES,
    "incorrect_code": Says.WRONG_CODE,
    "required": Says.FILL_IN_ALL,
}
INVITED = "invited"
"""In a session: what the link of an invitation said, so that it stands in no address."""
CODE_STEPS = 3
"""A code is good in its own 30 seconds and in those before and after."""


def fault_of(form: BaseForm) -> Says | None:
    """What is wrong with one of allauth's forms, in our words; all faults of a form at once are one."""
    codes = [str(error.code) for errors in form.errors.as_data().values() for error in errors]
    return FAULTS.get(codes[0], Says.FILL_IN_ALL) if codes else None


def use_once(user: Any, code: str) -> None:
    """A code from an app opens once. Allauth forgets used codes after 30 seconds, while they are good for longer.

    ValidationError: it was used.
    """
    key = f"used-code:{user.pk}:{''.join(code.split())}"
    if not cache.add(key, True, timeout=CODE_STEPS * settings.MFA_TOTP_PERIOD):
        raise ValidationError("", code="incorrect_code")


class SecondFactor(AuthenticateForm):
    """A code from the app, or a recovery code."""

    def clean_code(self) -> str:
        """The code, if it is right and new."""
        code: str = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP:
            use_once(self.user, code)
        return code


class SecondFactorAgain(ReauthenticateForm):
    """The same, for whoever is signed in."""

    def clean_code(self) -> str:
        """The code, if it is right and new."""
        code: str = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP:
            use_once(self.user, code)
        return code


class Shown:
    """A page of allauth's that is shown in our look: its fields and what is wrong, in the reader's language."""

    request: HttpRequest
    fields: tuple[tuple[str, Says, str, str], ...] = ()

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What allauth shows, and ours."""
        context: dict[str, Any] = super().get_context_data(**more)  # type: ignore[misc]  # allauth has no types
        form = context.get("form")
        wrong = fault_of(form) if form is not None and form.is_bound else None
        context["wrong"] = say(self.request, wrong) if wrong else ""
        context["fields"] = [
            asked(self.request, name, said, kind, autocomplete=filled) for name, said, kind, filled in self.fields
        ]
        return context


CODE = ("code", Says.CODE, "text", "one-time-code")


class SignIn(Shown, LoginView):
    """E-mail and password."""

    template_name = "account/login.html"
    fields = (
        ("login", Says.EMAIL, "email", "username"),
        ("password", Says.PASSWORD, "password", "current-password"),
    )


class GiveSecondFactor(Shown, AuthenticateView):
    """The second factor of somebody who gave their password."""

    template_name = "mfa/authenticate.html"
    form_class = SecondFactor
    fields = (CODE,)


class SignOut(LogoutView):
    """The session ends. A form asks for it; opening the address does nothing."""

    http_method_names = ("post",)


class Enrol(Shown, ActivateTOTPView):
    """The app that shows codes is connected, once."""

    template_name = "mfa/totp/activate_form.html"
    fields = (CODE,)

    def dispatch(self, request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        """Only where there is no second factor yet; a new one comes with a new invitation."""
        if is_enrolled(request):
            return redirect("home")
        response: HttpResponse = super().dispatch(request, *args, **more)
        return response

    def get_success_url(self) -> str:
        """The recovery codes are shown next, once."""
        return reverse("mfa_view_recovery_codes")

    def form_valid(self, form: Any) -> HttpResponse:
        """Connected; that counts as the second factor having been given."""
        response: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type="totp")
        notices.factor_changed(self.request.user)
        return response


class RecoveryCodes(ViewRecoveryCodesView):
    """The recovery codes, once."""

    template_name = "mfa/recovery_codes/index.html"


class NewRecoveryCodes(Shown, GenerateRecoveryCodesView):
    """New recovery codes; the old ones stop working."""

    template_name = "mfa/recovery_codes/generate.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Made; the account's owner is told."""
        response: HttpResponse = super().form_valid(form)
        notices.factor_changed(self.request.user)
        return response


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Give password and second factor again, and go on to `next`."""
    wrong: Code | None = None
    if request.method == "POST":
        wrong = _given_again(request)
        if wrong is None:
            return HttpResponseRedirect(_next(request))
    fields = [
        asked(request, "password", Says.PASSWORD, "password", autocomplete="current-password"),
        asked(request, "code", Says.CODE, autocomplete="one-time-code"),
    ]
    shown = {"fields": fields, "wrong": say(request, wrong) if wrong else "", "next": _next(request)}
    return render(request, "account/reauthenticate.html", shown)


def _given_again(request: HttpRequest) -> Code | None:
    """Both factors, checked in turn, so that a wrong password uses up no code. What is wrong."""
    try:
        account = get_adapter().authenticate(
            request, email=getattr(request.user, "email", ""), password=request.POST.get("password", "")
        )
    except ValidationError as refused:
        return FAULTS.get(str(refused.code), Says.WRONG_AGAIN)
    if account is None or account != request.user:
        return Says.WRONG_AGAIN
    form = SecondFactorAgain(user=request.user, data=request.POST)
    if not form.is_valid():
        return Says.TOO_MANY_TRIES if fault_of(form) is Says.TOO_MANY_TRIES else Says.WRONG_AGAIN
    reauthenticate_by_password(request)
    form.save()
    request.session.cycle_key()
    return None


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else "/"


def open_invitation(request: HttpRequest, said: str) -> HttpResponse:
    """The link of an invitation: what it says goes into the session, and out of the addresses that follow.

    It leads on by a link, not by itself: a browser that comes from a mail sends no cookie after a redirect.
    """
    limited: HttpResponse | None = ratelimit.consume_or_429(request, action="invitation", limit_get=True)
    if limited is not None:
        return limited
    if request.user.is_authenticated:
        get_adapter().logout(request)
    request.session[INVITED] = said
    return render(request, "accounts/invitation_door.html")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def accept_invitation(request: HttpRequest) -> HttpResponse:
    """Choose a password; what comes next is the second factor."""
    invitation = inviting.open_by(request.session.get(INVITED, ""))
    if invitation is None:
        return render(request, "accounts/invitation_over.html", status=410)
    faults: dict[str, Code] = {}
    if request.method == "POST":
        chosen = request.POST.get("password", "")
        faults = faults_of(chosen, request.POST.get("again", ""), invitation.account)
        if not faults and not inviting.use(invitation, chosen):
            return render(request, "accounts/invitation_over.html", status=410)
        if not faults:
            del request.session[INVITED]
            end_sessions(invitation.account_id)
            get_adapter().login(request, invitation.account)
            record_authentication(request, invitation.account, "password")
            notices.password_changed(invitation.account)
            return redirect("mfa_activate_totp")
    shown = {"fields": new_password(request, faults), "wrong": say(request, Says.LOOK_AGAIN) if faults else ""}
    return render(request, "accounts/invitation.html", shown)


def new_password(request: HttpRequest, faults: dict[str, Code]) -> list[Field]:
    """The fields of a new password."""
    return [
        asked(
            request,
            "password",
            Says.NEW_PASSWORD,
            "password",
            autocomplete="new-password",
            hint=Says.PASSWORD_RULES,
            faults=faults,
        ),
        asked(request, "again", Says.PASSWORD_AGAIN, "password", autocomplete="new-password", faults=faults),
    ]
