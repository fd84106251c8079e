"""An invitation sets a password and leads to the second factor; once, within three days, for whoever has the link."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from stayaway.registry.accounts import inviting, notices
from stayaway.registry.accounts.models import Account, Invitation
from stayaway.registry.actors import AgencyKind, Post
from tests.registry.accounts.deeds import administrators_post
from tests.registry.pages import html_of, shown
from tests.registry.signing_in import PASSWORD, enrol, holding_of, new_account, new_agency, signed_in

CHOSEN = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def invited() -> tuple[Account, str]:
    account = new_account("officer@example.org")
    holding_of(account, Post.OFFICER, new_agency("Example Police", AgencyKind.LAW_ENFORCEMENT))
    return account, inviting.make(account)[1]


def code_of(key: str) -> str:

    return str(format_hotp_value(hotp_value(key, int(time.time()) // 30)))


def test_a_link_leads_to_a_password_an_app_and_recovery_codes(browser: Client, invited: tuple[Account, str]) -> None:
    account, said = invited
    door = browser.get(f"/invitation/{said}/")
    assert door.status_code == 200
    assert said not in html_of(door).partition("<main")[2]
    assert browser.post("/invitation/", CHOSEN).headers["location"] == "/account/app/"
    page = html_of(browser.get("/account/app/"))
    assert re.search(r'<img [^>]*src="data:image/svg\+xml;base64,', page)
    key = re.search(r'enrol__key">(\w+)<', page)
    assert key
    assert "The code is not right" in shown(browser.post("/account/app/", {"code": "000000"}))
    assert browser.post("/account/app/", {"code": code_of(key[1])}).headers["location"] == "/account/codes/"
    codes = re.findall(r"\b\d{8}\b", shown(browser.get("/account/codes/")))
    assert len(codes) == 10
    again = shown(browser.get("/account/codes/"))
    assert "You have 10 left" in again
    assert not re.search(r"\d{8}", again)
    assert browser.get("/").headers["location"] == "/find/"
    assert Account.objects.get(pk=account.pk).check_password(PASSWORD)


def test_a_link_works_once(browser: Client, invited: tuple[Account, str]) -> None:
    account, said = invited
    browser.get(f"/invitation/{said}/")
    browser.post("/invitation/", CHOSEN)
    second = Client()
    second.get(f"/invitation/{said}/")
    answer = second.post("/invitation/", {"password": "other other other", "again": "other other other"})
    assert answer.status_code == 410
    assert Account.objects.get(pk=account.pk).check_password(PASSWORD)


@pytest.mark.parametrize("how", ["after three days", "after the account ended", "that awaits a second", "made up"])
def test_a_link_opens_nothing(browser: Client, invited: tuple[Account, str], how: str) -> None:
    account, said = invited
    if how == "after three days":
        expires = Invitation.objects.get().expires
        assert expires - timezone.now() <= timedelta(days=3)
        Invitation.objects.update(expires=timezone.now())
    elif how == "after the account ended":
        Account.objects.update(is_active=False)
    elif how == "that awaits a second":
        Invitation.objects.update(awaits_second=True)
    else:
        said = "made-up"
    browser.get(f"/invitation/{said}/")
    assert "This link no longer works" in shown(browser.get("/invitation/"))
    assert browser.post("/invitation/", CHOSEN).status_code == 410
    assert not Account.objects.get(pk=account.pk).has_usable_password()


def test_a_bad_password_leaves_the_link_open(browser: Client, invited: tuple[Account, str]) -> None:
    browser.get(f"/invitation/{invited[1]}/")
    said = shown(browser.post("/invitation/", {"password": "short", "again": "shorter"}))
    assert "This is too short" in said
    assert "The two are not the same" in said
    assert browser.post("/invitation/", CHOSEN).status_code == 302


def test_a_new_link_forgets_the_lost_phone_and_ends_what_went_on(browser: Client, invited: tuple[Account, str]) -> None:
    account, said = invited
    enrol(account)
    before = signed_in(account, account.holdings.get())
    browser.get(f"/invitation/{said}/")
    assert browser.post("/invitation/", CHOSEN).headers["location"] == "/account/app/"
    assert not Authenticator.objects.filter(user=account).exists()
    assert before.get("/").headers["location"] == "/sign-in/"


def test_the_database_holds_nothing_that_opens(invited: tuple[Account, str]) -> None:
    assert all(invited[1] not in str(value) for value in Invitation.objects.values_list().get())


def test_mail_is_neutral_and_in_the_readers_language(settings: Settings, invited: tuple[Account, str]) -> None:
    settings.SENDS_MAIL = True
    account, _ = invited
    account.language = "es"
    assert notices.invited(account, "https://registry.example/invitation/x/")
    notices.password_changed(account)
    texts = [f"{sent.subject} {sent.body}" for sent in mail.outbox]
    assert len(texts) == 2
    assert "Su cuenta" in texts[0]
    assert "https://registry.example/invitation/x/" in texts[0]
    for word in ("orden", "corte", "protec", "restring", "court", "order", "stayaway"):
        assert not any(word in text.lower().replace("registry.example", "") for text in texts), word


def test_nobody_whom_orders_name_is_written_to(settings: Settings) -> None:
    settings.SENDS_MAIL = True
    account = new_account("robin@example.org")
    holding_of(account, Post.PROTECTED_PERSON, person="p01")
    assert not notices.invited(account, "https://registry.example/invitation/x/")
    notices.password_changed(account)
    notices.factor_changed(account)
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("asked", "mails"),
    [
        ({"mail": "yes", "named": "no"}, 1),
        ({"mail": "yes", "named": "yes"}, 0),
        ({"mail": "yes"}, 0),
        ({"named": "no"}, 0),
    ],
)
def test_whoever_an_order_may_name_is_not_written_to_from_the_first_invitation_on(
    browser: Client, settings: Settings, asked: dict[str, str], mails: int
) -> None:
    """Their post comes later; nothing else tells who they are."""
    settings.SENDS_MAIL = True
    ada = administrators_post()
    page = signed_in(ada.account, ada).post(
        "/administration/accounts/new/",
        {"name": "Robin Example", "email": "robin@example.org", "language": "en", "why": "she asked for it"} | asked,
    )
    assert len(mail.outbox) == mails
    link = re.search(r"/invitation/(\S+)/", shown(page) + "".join(str(sent.body) for sent in mail.outbox))
    assert link
    browser.get(f"/invitation/{link[1]}/")
    assert browser.post("/invitation/", CHOSEN).status_code == 302
    notices.factor_changed(Account.objects.get(email="robin@example.org"))
    assert bool(mail.outbox) is (asked.get("named") == "no")


def test_without_a_mail_server_nothing_is_sent(invited: tuple[Account, str]) -> None:
    assert not notices.invited(invited[0], "https://registry.example/invitation/x/")
    assert mail.outbox == []
