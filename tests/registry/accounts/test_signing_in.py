"""Signing in takes a password and a second factor; who fails learns nothing, and is stopped after five tries."""

from __future__ import annotations

import re
import time
from typing import Any
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver

from stayaway.registry.accounts.models import Account, Session
from stayaway.registry.actors import Post
from tests.registry.pages import html_of, shown
from tests.registry.signing_in import PASSWORD, SECRET, code_now, enrol, holding_of, new_account, new_agency, signed_in

EMAIL = "clerk@example.org"


@pytest.fixture
def clerk() -> Account:
    account = new_account(EMAIL, password=PASSWORD)
    holding_of(account, Post.CIVIL_CLERK, new_agency())
    enrol(account)
    return account


def give_password(browser: Client, email: str = EMAIL, password: str = PASSWORD, **more: Any) -> Any:
    return browser.post("/sign-in/", {"login": email, "password": password}, **more)


def without(response: Any, email: str) -> str:
    """The page without the token of its form and the email that was written."""
    return re.sub(r'(csrfmiddlewaretoken" value=")\w+', r"\1", html_of(response)).replace(email, "")


def is_in(browser: Client) -> bool:
    return browser.get("/").headers["location"] not in ("/sign-in/", "/account/app/")


@pytest.mark.usefixtures("clerk")
def test_password_and_code_open(browser: Client) -> None:
    assert give_password(browser).headers["location"] == "/sign-in/code/"
    assert not is_in(browser)
    assert browser.post("/sign-in/code/", {"code": code_now()}).headers["location"] == "/"
    assert browser.get("/").headers["location"] == "/tasks/"


@pytest.mark.usefixtures("clerk")
def test_the_password_is_kept_under_argon2() -> None:
    assert Account.objects.get(email=EMAIL).password.startswith("argon2$argon2id$")


@pytest.mark.usefixtures("clerk")
def test_the_password_alone_opens_nothing(browser: Client) -> None:
    give_password(browser)
    for path in ("/", "/tasks/", "/account/", "/account/sessions/", "/administration/", "/account/password/"):
        assert browser.get(path).status_code in (302, 404), path
        assert "/sign-in/" in browser.get(path).headers.get("location", "/sign-in/"), path


@pytest.mark.usefixtures("clerk")
def test_a_wrong_code_opens_nothing(browser: Client) -> None:
    give_password(browser)
    wrong = browser.post("/sign-in/code/", {"code": "000000"})
    assert "The code is not right" in shown(wrong)
    assert not is_in(browser)


@pytest.mark.usefixtures("clerk")
def test_a_code_of_the_step_before_opens_and_one_of_long_ago_does_not(browser: Client) -> None:
    give_password(browser)
    assert browser.post("/sign-in/code/", {"code": code_now(-4)}).status_code == 200
    assert browser.post("/sign-in/code/", {"code": code_now(-1)}).status_code == 302


@pytest.mark.usefixtures("clerk")
def test_a_code_opens_once_even_after_allauth_forgot_that_it_was_used(browser: Client) -> None:
    code = code_now(1)  # good for more than half a minute yet
    give_password(browser)
    assert browser.post("/sign-in/code/", {"code": code}).status_code == 302
    account = Account.objects.get(email=EMAIL)
    assert cache.delete(f"allauth.mfa.totp.used?user={account.pk}&code={code}")
    second = Client()
    give_password(second)
    assert second.post("/sign-in/code/", {"code": code}).status_code == 200
    assert not is_in(second)


def test_a_recovery_code_opens_once(browser: Client, clerk: Account) -> None:
    code = Authenticator.objects.get(user=clerk, type="recovery_codes").wrap().get_unused_codes()[0]
    give_password(browser)
    assert browser.post("/sign-in/code/", {"code": code}).status_code == 302
    second = Client()
    give_password(second)
    assert second.post("/sign-in/code/", {"code": code}).status_code == 200


@pytest.mark.usefixtures("clerk")
def test_who_has_no_account_gets_the_same_answer_for_the_same_work(browser: Client) -> None:
    answers, hashed = [], []
    for email in (EMAIL, "nobody@example.org"):
        with (
            patch.object(
                Argon2PasswordHasher, "encode", autospec=True, side_effect=Argon2PasswordHasher.encode
            ) as encoding,
            patch.object(
                Argon2PasswordHasher, "verify", autospec=True, side_effect=Argon2PasswordHasher.verify
            ) as verifying,
        ):
            answers.append(give_password(browser, email, "not the password at all"))
        hashed.append(encoding.call_count + verifying.call_count)
    known, unknown = answers
    assert "The email or the password is not right" in shown(known)
    assert without(known, EMAIL) == without(unknown, "nobody@example.org")
    assert known.status_code == unknown.status_code
    assert hashed == [1, 1]


def test_an_account_that_has_ended_answers_as_one_that_never_was(browser: Client, clerk: Account) -> None:
    unknown = give_password(browser, "nobody@example.org")
    Account.objects.filter(pk=clerk.pk).update(is_active=False)
    ended = give_password(browser)
    assert ended.status_code == 200
    assert without(ended, EMAIL) == without(unknown, "nobody@example.org")


@pytest.mark.parametrize("email", [EMAIL, "nobody@example.org"])
@pytest.mark.usefixtures("clerk")
def test_after_five_wrong_passwords_the_right_one_is_refused_too(email: str) -> None:
    for _ in range(5):
        assert "is not right" in shown(give_password(Client(), email, "wrong wrong wrong"))
    assert "Too many tries" in shown(give_password(Client(), email))


@pytest.mark.usefixtures("clerk")
def test_naming_another_host_port_or_case_gives_no_more_tries() -> None:
    for port in range(5):
        give_password(Client(), password="wrong wrong wrong", HTTP_HOST=f"localhost:{8000 + port}")
    said = shown(give_password(Client(), EMAIL.upper(), HTTP_HOST="127.0.0.1:9999"))
    assert "Too many tries" in said


@pytest.mark.usefixtures("clerk")
def test_the_tries_are_over_after_a_quarter_of_an_hour() -> None:
    for _ in range(5):
        give_password(Client(), password="wrong wrong wrong")
    with patch("allauth.core.internal.ratelimit.time.time", return_value=time.time() + 15 * 60 + 1):
        assert give_password(Client()).status_code == 302


@pytest.mark.usefixtures("clerk")
def test_a_flood_of_made_up_emails_pushes_out_no_count() -> None:
    """Django's cache in a database keeps 300 entries unless it is told more."""
    for _ in range(5):
        give_password(Client(), password="wrong wrong wrong")
    for number in range(400):
        cache.set(f"flood:{number}", "x", 900)
    assert "Too many tries" in shown(give_password(Client()))


@pytest.mark.usefixtures("clerk")
def test_after_five_wrong_codes_the_right_one_is_refused_too(browser: Client) -> None:
    give_password(browser)
    for number in range(5):
        browser.post("/sign-in/code/", {"code": f"00000{number}"})
    assert "Too many tries" in shown(browser.post("/sign-in/code/", {"code": code_now()}))
    assert not is_in(browser)


def test_nobody_signs_up_and_nobody_resets_by_mail() -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert "account_login" in names
    assert not {name for name in names if "signup" in name or "reset" in name or "email" in name}


def test_somebody_without_second_factor_gets_nothing_but_enrolment(browser: Client) -> None:
    account = new_account(EMAIL, password=PASSWORD)
    holding_of(account, Post.CIVIL_CLERK, new_agency())
    assert give_password(browser).status_code == 302
    for path in ("/", "/account/", "/account/post/", "/account/sessions/", "/account/password/", "/administration/"):
        assert browser.get(path).headers["location"] == "/account/app/", path
    assert "Connect an app" in shown(browser.get("/account/app/"))


def test_the_secret_of_the_second_factor_is_encrypted(clerk: Account) -> None:
    kept = Authenticator.objects.get(user=clerk, type="totp").data["secret"]
    assert SECRET not in kept
    assert kept.startswith("gAAAA")


def test_who_has_enrolled_cannot_enrol_another_app(clerk: Account) -> None:
    browser = signed_in(clerk)
    assert browser.get("/account/app/").headers["location"] == "/"
    assert browser.post("/account/app/", {"code": code_now()}).headers["location"] == "/"


def test_signing_out_ends_the_session(clerk: Account) -> None:
    browser = signed_in(clerk, clerk.holdings.get())
    assert browser.get("/sign-out/").status_code == 405
    browser.post("/sign-out/")
    assert not Session.objects.filter(account=clerk).exists()
    assert not is_in(browser)


def test_signing_in_leads_nowhere_else(browser: Client, clerk: Account) -> None:
    enrol(clerk)
    browser.post("/sign-in/?next=https://evil.example/", {"login": EMAIL, "password": PASSWORD})
    assert browser.post("/sign-in/code/", {"code": code_now()}).headers["location"] == "/"


def test_forms_need_their_token() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/sign-in/", {"login": EMAIL, "password": PASSWORD}).status_code == 403
