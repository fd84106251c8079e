"""Sessions end by themselves, can be seen and ended by their owner, and end at once when the power behind them does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from stayaway.registry.accounts import administering
from stayaway.registry.accounts.models import Account, Agency, Holding, Session
from stayaway.registry.actors import Post
from tests.registry.accounts.deeds import administrator
from tests.registry.pages import shown
from tests.registry.signing_in import PASSWORD, holding_of, new_account, new_agency, signed_in

WHY = "because the test says so"


@pytest.fixture
def post() -> Holding:
    return holding_of(new_account(password=PASSWORD), Post.CIVIL_CLERK, new_agency())


def is_in(browser: Client) -> bool:
    return bool(browser.get("/").headers["location"] == "/tasks/")


def test_a_session_ends_after_half_an_hour_without_a_request(post: Holding) -> None:
    browser = signed_in(post.account, post)
    Session.objects.update(seen=timezone.now() - timedelta(minutes=29))
    assert is_in(browser)
    Session.objects.update(seen=timezone.now() - timedelta(minutes=31))
    assert not is_in(browser)


def test_a_request_puts_off_the_half_hour(post: Holding) -> None:
    browser = signed_in(post.account, post)
    Session.objects.update(seen=timezone.now() - timedelta(minutes=20))
    assert is_in(browser)
    assert Session.objects.get().seen > timezone.now() - timedelta(minutes=1)


def test_a_session_ends_twelve_hours_after_it_began_whatever_it_did(post: Holding) -> None:
    browser = signed_in(post.account, post)
    end = Session.objects.get().expire_date
    assert timedelta(hours=11, minutes=59) < end - timezone.now() <= timedelta(hours=12)
    browser.post("/account/post/", {"holding": post.pk})
    assert Session.objects.get().expire_date == end
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not is_in(browser)


def test_the_database_holds_no_key_that_opens(post: Holding) -> None:
    browser = signed_in(post.account, post)
    kept = Session.objects.get().session_key
    assert browser.cookies[settings.SESSION_COOKIE_NAME].value != kept
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert not is_in(thief)


def test_the_cookie_ends_with_the_browser_and_is_closed_to_scripts_and_sites(post: Holding) -> None:
    browser = signed_in(post.account, post)
    cookie = browser.post("/account/post/", {"holding": post.pk}).cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert cookie["httponly"] is True
    assert cookie["samesite"] == "Strict"


def test_the_owner_sees_all_sessions_and_ends_the_others(post: Holding) -> None:
    first, second = signed_in(post.account, post), signed_in(post.account, post)
    stranger = holding_of(new_account("other@example.org"), Post.JUDGE, post.agency)
    third = signed_in(stranger.account, stranger)
    assert shown(first.get("/account/sessions/"), "tbody").count("Civil clerk") == 2
    first.post("/account/sessions/")
    assert is_in(first)
    assert not is_in(second)
    assert is_in(third)


def test_the_end_of_a_post_ends_its_sessions_at_once_and_no_other(post: Holding) -> None:
    other = holding_of(post.account, Post.CRIMINAL_CLERK, post.agency)
    first, second = signed_in(post.account, post), signed_in(post.account, other)
    administering.end_post(administrator(), post.pk, why=WHY)
    assert not is_in(first)
    assert is_in(second)


@pytest.mark.parametrize("how", ["post", "account", "agency"])
def test_a_session_that_nobody_removed_opens_nothing_when_its_power_has_ended(post: Holding, how: str) -> None:
    browser = signed_in(post.account, post)
    if how == "post":
        Holding.objects.update(ended=timezone.now())
    elif how == "account":
        Account.objects.update(is_active=False)
    else:
        Agency.objects.update(is_active=False)
    assert not is_in(browser)


def test_the_end_of_an_account_ends_everything_of_it(post: Holding) -> None:
    browser = signed_in(post.account, post)
    administering.end_account(administrator(), post.account_id, why=WHY)
    assert not Session.objects.filter(account=post.account).exists()
    assert not is_in(browser)
    assert not Account.objects.get(pk=post.account_id).has_usable_password()


def test_a_post_that_awaits_a_second_administrator_opens_nothing(post: Holding) -> None:
    Holding.objects.update(awaits_second=True)
    assert not is_in(signed_in(post.account, post))


def test_nobody_acts_in_the_post_of_another(post: Holding) -> None:
    thief = new_account("thief@example.org")
    assert not is_in(signed_in(thief, post))
    browser = signed_in(thief)
    assert browser.post("/account/post/", {"holding": post.pk}).status_code == 200
    assert not is_in(browser)


def test_who_holds_several_posts_chooses_and_changes(post: Holding) -> None:
    judge = holding_of(post.account, Post.AUDITOR, post.agency)
    browser = signed_in(post.account)
    assert browser.get("/administration/").headers["location"] == "/account/post/?next=%2Fadministration%2F"
    assert browser.post("/account/post/", {"holding": post.pk}).headers["location"] == "/tasks/"
    assert "Civil clerk" in shown(browser.get("/account/"), "nav")
    assert browser.post("/account/post/", {"holding": judge.pk}).headers["location"] == "/audit/"
    assert "Auditor" in shown(browser.get("/account/"), "nav")


def test_a_new_password_ends_the_other_sessions_and_needs_the_old_one(post: Holding) -> None:
    mine, other = signed_in(post.account, post), signed_in(post.account, post)
    new = "nine small otters under two bridges"
    wrong = mine.post("/account/password/", {"old": "not my password", "password": new, "again": new})
    assert "This is not your password." in shown(wrong)
    done = mine.post("/account/password/", {"old": PASSWORD, "password": new, "again": new})
    assert "Your password is changed" in shown(done)
    assert is_in(mine)
    assert not is_in(other)
    assert Account.objects.get(pk=post.account_id).check_password(new)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "too short"),
        ("password1234", "Many people use this one"),
        ("clerk@example.org", "too close to your name or email"),
        ("x" * 201, "too long"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(post: Holding, password: str, said: str) -> None:
    browser = signed_in(post.account, post)
    answer = browser.post("/account/password/", {"old": PASSWORD, "password": password, "again": password})
    assert said in shown(answer)
    assert Account.objects.get(pk=post.account_id).check_password(PASSWORD)


def test_a_long_password_of_small_letters_is_welcome(post: Holding) -> None:
    browser = signed_in(post.account, post)
    new = "onlysmallletters"
    answer = browser.post("/account/password/", {"old": PASSWORD, "password": new, "again": new})
    assert "Your password is changed" in shown(answer)


def test_a_signed_in_request_takes_two_questions_at_most(
    post: Holding, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = signed_in(post.account, post)
    with django_assert_max_num_queries(2):
        assert browser.get("/account/").status_code == 200
    Session.objects.update(seen=timezone.now() - timedelta(minutes=5))
    with django_assert_max_num_queries(2):
        assert browser.get("/account/").status_code == 200


def test_sessions_that_are_over_are_cleared(post: Holding) -> None:
    signed_in(post.account, post)
    Session.objects.update(seen=timezone.now() - timedelta(hours=2))
    signed_in(post.account, post)
    call_command("clearsessions")
    assert Session.objects.count() == 1
