"""Who acts: the account in its post, or a machine client with its token and scopes."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone
from hypothesis import example, given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from stayaway.model import Kind
from stayaway.registry.accounts import administering
from stayaway.registry.accounts.acting import (
    CACHED_SECONDS,
    actor_of,
    actor_of_token,
    choose_post,
    forget_tokens,
    make_client,
)
from stayaway.registry.accounts.models import Account, Agency, Client, Holding
from stayaway.registry.accounts.sessions import SessionStore
from stayaway.registry.actors import Actor, Post
from tests.registry.accounts.deeds import administrator
from tests.registry.signing_in import holding_of, new_account, new_agency, signed_in

SOON = timedelta(days=30)
WHY = "because the test says so"


@pytest.fixture
def post() -> Holding:
    return holding_of(new_account(), Post.CIVIL_CLERK, new_agency(hears_criminal=False))


def request_of(post: Holding, *, confirmed: bool = True, chosen: bool = True) -> HttpRequest:
    """A request as it reaches a page."""
    browser = signed_in(post.account, post if chosen else None, confirmed=confirmed)
    request = RequestFactory().get("/")
    request.session = SessionStore(browser.cookies["session"].value)
    assert request.session.get("began")
    request.user = Account.objects.get(pk=post.account_id)
    return request


def test_an_account_acts_in_its_post(post: Holding) -> None:
    assert actor_of(request_of(post)) == Actor(
        account=post.account_id,
        post=Post.CIVIL_CLERK,
        agency=post.agency_id,
        kinds=frozenset({Kind.CIVIL}),
        confirmed=True,
    )


def test_an_account_of_a_party_stands_for_a_person() -> None:
    post = holding_of(new_account(), Post.PROTECTED_PERSON, person="p0123")
    actor = actor_of(request_of(post))
    assert actor is not None
    assert (actor.person, actor.agency, actor.kinds) == ("p0123", None, frozenset())


def test_both_factors_count_as_given_for_five_minutes(post: Holding) -> None:
    request = request_of(post, confirmed=False)
    for method, ago, confirmed in (("password", 10, False), ("mfa", 290, True), ("mfa", 310, False)):
        records = request.session["account_authentication_methods"]
        request.session["account_authentication_methods"] = [
            *(one for one in records if one["method"] != method),
            {"method": method, "at": time.time() - ago},
        ]
        actor = actor_of(request)
        assert actor is not None
        assert actor.confirmed is confirmed, (method, ago)


def test_nobody_acts_without_a_post_or_a_second_factor(post: Holding) -> None:
    assert actor_of(request_of(post, chosen=False)) is None
    request = request_of(post)
    request.session.row.is_enrolled = False  # type: ignore[attr-defined]  # Django's types know its own session
    assert actor_of(request) is None


def test_a_post_of_another_cannot_be_chosen(post: Holding) -> None:
    other = holding_of(new_account("other@example.org"), Post.JUDGE, post.agency)
    assert not choose_post(request_of(post), other)


def test_a_token_opens_with_its_scopes_and_is_kept_as_a_digest(post: Holding) -> None:
    client, token = make_client(post, "Example program", ["read", "find"], timezone.now() + SOON)
    found = actor_of_token(f"Bearer {token}")
    assert found is not None
    actor, scopes = found
    assert scopes == {"find", "read"}
    assert (actor.account, actor.post, actor.agency) == (post.account_id, Post.CIVIL_CLERK, post.agency_id)
    assert actor.client == client.pk
    assert not actor.confirmed
    kept = [str(value) for value in Client.objects.values_list().get()]
    assert not any(token.partition(".")[2] in value for value in kept)


def test_an_unknown_scope_is_refused(post: Holding) -> None:
    with pytest.raises(ValueError, match="everything"):
        make_client(post, "Example program", ["everything"], timezone.now() + SOON)
    assert not Client.objects.exists()


def test_a_token_asks_once_and_then_not_at_all(
    post: Holding, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _, token = make_client(post, "Example program", ["read"], timezone.now() + SOON)
    with django_assert_num_queries(1):
        assert actor_of_token(f"Bearer {token}") is not None
    with django_assert_num_queries(0):
        assert actor_of_token(f"bearer {token}") is not None


@pytest.mark.parametrize("how", ["client", "expired", "post", "account", "agency", "awaits"])
def test_what_has_ended_opens_nothing_half_a_minute_later_at_the_latest(post: Holding, how: str) -> None:
    client, token = make_client(post, "Example program", ["read"], timezone.now() + SOON)
    assert actor_of_token(f"Bearer {token}") is not None
    now = timezone.now()
    change: Callable[[], object] = {
        "client": lambda: Client.objects.update(ended=now),
        "expired": lambda: Client.objects.update(expires=now),
        "post": lambda: Holding.objects.update(ended=now),
        "account": lambda: Account.objects.update(is_active=False),
        "agency": lambda: Agency.objects.update(is_active=False),
        "awaits": lambda: Client.objects.update(awaits_second=True),
    }[how]
    change()
    with patch("stayaway.registry.accounts.acting.time.monotonic", return_value=time.monotonic() + CACHED_SECONDS + 1):
        assert actor_of_token(f"Bearer {token}") is None
    assert client.pk


def test_a_token_that_runs_out_soon_is_not_remembered_beyond_its_end(post: Holding) -> None:
    _, token = make_client(post, "Example program", ["read"], timezone.now() + timedelta(seconds=5))
    assert actor_of_token(f"Bearer {token}") is not None
    later = timezone.now() + timedelta(seconds=6)
    with (
        patch("stayaway.registry.accounts.acting.time.monotonic", return_value=time.monotonic() + 6),
        patch("stayaway.registry.accounts.acting.timezone.now", return_value=later),
    ):
        assert actor_of_token(f"Bearer {token}") is None


def test_an_administrator_who_ends_a_client_here_ends_it_at_once(post: Holding) -> None:
    client, token = make_client(post, "Example program", ["read"], timezone.now() + SOON)
    assert actor_of_token(f"Bearer {token}") is not None
    administering.end_client(administrator(), client.pk, why=WHY)
    assert actor_of_token(f"Bearer {token}") is None


def test_another_secret_for_the_same_client_opens_nothing(post: Holding) -> None:
    client, token = make_client(post, "Example program", ["read"], timezone.now() + SOON)
    changed = token[:-1] + ("A" if token[-1] != "A" else "B")
    for header in (
        f"Bearer {changed}",
        f"Bearer {client.pk}.",
        f"Basic {token}",
        token,
        "Bearer",
        "",
        f"Bearer {client.digest}",
    ):
        assert actor_of_token(header) is None, header


@given(st.text(max_size=300))
@example("m\x00")
def test_no_header_that_somebody_makes_up_opens_or_breaks_anything(header: str) -> None:
    forget_tokens()
    assert actor_of_token(header) is None
    assert actor_of_token(f"Bearer {header}") is None
