"""Administrators make and end what others work with: with a reason, journaled, and never come to a record alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from stayaway.registry.accounts import administering, inviting
from stayaway.registry.accounts.acting import SCOPES, actor_of_token, make_client
from stayaway.registry.accounts.administering import KINDS, Refused
from stayaway.registry.accounts.models import Account, Agency, Client, Holding, Invitation
from stayaway.registry.accounts.sessions import in_force
from stayaway.registry.actors import PARTY_POSTS, Actor, AgencyKind, Post
from stayaway.registry.models import Access, PersonRow
from stayaway.wording.accounts import AccountsCode as Says
from tests.registry.accounts.deeds import administrator, administrators_post
from tests.registry.signing_in import PASSWORD, enrol, holding_of, new_account, new_agency, signed_in

WHY = "because the test says so"


@pytest.fixture
def ada() -> Actor:
    return administrator()


@pytest.fixture
def bob() -> Actor:
    return administrator("bob@example.org")


def refused(act: Callable[[], object]) -> dict[str, object]:
    with pytest.raises(Refused) as found:
        act()
    return dict(found.value.faults)


def agency_for(post: Post) -> Agency:
    return new_agency(f"Agency of {post.value}", sorted(KINDS[post])[0])


def acts(actor: Actor, why: str = WHY) -> dict[str, Callable[[], object]]:
    """Every act, on things that are there."""
    account = new_account("somebody@example.org")
    holding = holding_of(account, Post.OFFICER, new_agency("Example Police", AgencyKind.LAW_ENFORCEMENT))
    client, _ = make_client(holding, "Program", ["read"], timezone.now() + timedelta(days=1))
    awaiting = Holding.objects.create(
        account=account, post=Post.JUDGE.value, agency=new_agency(), awaits_second=True, asked_by="u0"
    )
    return {
        "make_agency": lambda: administering.make_agency(actor, name="New", kind=AgencyKind.DEFENSE, why=why),
        "change_agency": lambda: administering.change_agency(actor, str(holding.agency_id), phone="1", why=why),
        "invite": lambda: administering.invite(actor, email="new@example.org", name="New", why=why),
        "confirm_holding": lambda: administering.confirm(actor, awaiting, why=why),
        "invite_again": lambda: administering.invite_again(actor, account.pk, why=why),
        "give_post": lambda: administering.give_post(
            actor, account.pk, Post.AUDITOR, agency=str(holding.agency_id), why=why
        ),
        "make_client": lambda: administering.make_client(
            actor, holding.pk, name="Program", scopes=["read"], days=3, why=why
        ),
        "end_client": lambda: administering.end_client(actor, client.pk, why=why),
        "end_post": lambda: administering.end_post(actor, holding.pk, why=why),
        "end_account": lambda: administering.end_account(actor, account.pk, why=why),
    }


def everything() -> list[object]:
    return [
        list(model.objects.order_by("pk").values()) for model in (Agency, Account, Holding, Client, Invitation, Access)
    ]


def test_every_act_is_journaled_with_who_what_on_whom_and_why(ada: Actor) -> None:
    for what, act in acts(ada).items():
        before = Access.objects.count()
        act()
        line = Access.objects.order_by("-id")[0]
        assert Access.objects.count() == before + 1, what
        assert (line.account, line.post, line.agency, line.how) == (
            ada.account,
            "administrator",
            ada.agency,
            "administer",
        )
        assert line.purpose.startswith(what)
        assert line.purpose.endswith(f": {WHY}")
        assert line.stream


@pytest.mark.parametrize("post", [post for post in Post if post is not Post.ADMINISTRATOR])
def test_nobody_but_an_administrator_does_any_of_it(ada: Actor, post: Post) -> None:
    every = acts(replace(ada, post=post))
    before = everything()
    for act in every.values():
        assert refused(act) == {"": Says.ONLY_ADMINISTRATORS}
    assert everything() == before


@pytest.mark.parametrize(
    ("changed", "why", "fault"),
    [
        ({"client": "m1"}, WHY, {"": Says.ONLY_ADMINISTRATORS}),
        ({"confirmed": False}, WHY, {"": Says.CONFIRM_FIRST}),
        ({}, "  ", {"why": Says.SAY_WHY}),
        ({}, "x" * 141, {"why": Says.WHY_TOO_LONG}),
    ],
    ids=["a machine", "not confirmed", "no reason", "too long a reason"],
)
def test_not_by_a_machine_nor_unconfirmed_nor_without_a_reason(
    ada: Actor, changed: dict[str, object], why: str, fault: dict[str, object]
) -> None:
    every = acts(replace(ada, **changed), why)  # type: ignore[arg-type]  # fields of several types
    before = everything()
    for act in every.values():
        assert refused(act) == fault
    assert everything() == before


def given(actor: Actor, account: str, post: Post) -> Holding:
    """A post that an administrator gives, in whatever it needs."""
    if post in PARTY_POSTS:
        PersonRow.objects.get_or_create(id="p01", defaults={"name": "Robin Example", "version": 1, "facts": {}})
        return administering.give_post(actor, account, post, person="p01", why=WHY)
    agency = new_agency(f"{post.value} {account}", sorted(KINDS[post])[0])
    return administering.give_post(actor, account, post, agency=agency.pk, why=WHY)


def counts(holding: Holding) -> bool:
    return in_force(Holding.objects.filter(pk=holding.pk)).exists()


@pytest.mark.parametrize("post", list(Post))
def test_a_post_counts_only_when_another_administrator_confirms(ada: Actor, bob: Actor, post: Post) -> None:
    holding = given(ada, new_account().pk, post)
    assert not counts(holding)
    assert refused(lambda: administering.confirm(ada, holding, why=WHY)) == {"": Says.ANOTHER_MUST_CONFIRM}
    assert not counts(holding)
    administering.confirm(bob, holding, why=WHY)
    assert counts(holding)
    assert refused(lambda: administering.confirm(bob, holding, why=WHY)) == {"": Says.NOTHING_AWAITS}


@pytest.mark.parametrize("post", list(Post))
def test_an_administrator_alone_comes_to_no_post_through_an_account_of_their_making(ada: Actor, post: Post) -> None:
    """Its link is in their hands, and they use it; then it signs in, and acts in nothing."""
    puppet, said = administering.invite(ada, email="puppet@example.org", name="Puppet", why=WHY)
    invitation = inviting.open_by(said)
    assert invitation is not None
    assert inviting.use(invitation, PASSWORD)
    holding = given(ada, puppet.pk, post)
    assert not counts(holding)
    if post is not Post.ADMINISTRATOR:
        found = refused(lambda: administering.make_client(ada, holding.pk, name="P", scopes=["read"], days=1, why=WHY))
        assert found == {"": Says.NO_CLIENT_FOR_POST}
    browser = signed_in(puppet, holding)
    for path in ("/tasks/", "/find/", "/audit/", "/administration/"):
        assert browser.get(path).status_code in (302, 404), path


@pytest.mark.parametrize("post", list(Post))
def test_an_administrator_alone_takes_over_nobody_who_holds_a_post(ada: Actor, bob: Actor, post: Post) -> None:
    account = new_account("holder@example.org", password=PASSWORD)
    enrol(account)
    holding = given(ada, account.pk, post)
    for awaits in (True, False):
        invitation, said = administering.invite_again(ada, account.pk, why=WHY)
        assert inviting.open_by(said) is None
        assert refused(partial(administering.confirm, ada, invitation, why=WHY)) == {"": Says.ANOTHER_MUST_CONFIRM}
        assert Account.objects.get(pk=account.pk).check_password(PASSWORD)
        invitation.used = timezone.now()
        invitation.save()
        if awaits:
            administering.confirm(bob, holding, why=WHY)
    invitation, said = administering.invite_again(ada, account.pk, why=WHY)
    administering.confirm(bob, invitation, why=WHY)
    assert inviting.open_by(said) is not None


def test_nobody_confirms_a_post_of_their_own_whoever_asked_for_it(ada: Actor, bob: Actor) -> None:
    holding = administering.give_post(ada, bob.account, Post.JUDGE, agency=agency_for(Post.JUDGE).pk, why=WHY)
    assert refused(lambda: administering.confirm(bob, holding, why=WHY)) == {"": Says.ANOTHER_MUST_CONFIRM}


def test_a_new_link_for_whoever_holds_no_post_works_at_once_and_the_old_one_no_more(ada: Actor) -> None:
    account, first = administering.invite(ada, email="officer@example.org", name="Officer Invented", why=WHY)
    _, second = administering.invite_again(ada, account.pk, why=WHY)
    assert inviting.open_by(first) is None
    assert inviting.open_by(second) is not None


@pytest.mark.parametrize("post", sorted(set(Post) - {Post.ADMINISTRATOR}))
def test_an_administrator_comes_to_no_post_of_their_own_alone(ada: Actor, post: Post) -> None:
    holding = given(ada, ada.account, post)
    assert not counts(holding)
    assert refused(lambda: administering.confirm(ada, holding, why=WHY)) == {"": Says.ANOTHER_MUST_CONFIRM}


def test_a_post_is_confirmed_only_when_its_holder_has_used_their_link(ada: Actor, bob: Actor) -> None:
    """Else whoever asked could use the link that they still have."""
    account, said = administering.invite(ada, email="judge@example.org", name="Judge Invented", why=WHY)
    holding = administering.give_post(ada, account.pk, Post.JUDGE, agency=new_agency().pk, why=WHY)
    assert refused(lambda: administering.confirm(bob, holding, why=WHY)) == {"": Says.LINK_FIRST}
    invitation = inviting.open_by(said)
    assert invitation is not None
    assert inviting.use(invitation, PASSWORD)
    administering.confirm(bob, holding, why=WHY)
    assert counts(holding)


@pytest.mark.parametrize("of", [Post.CIVIL_CLERK, Post.OFFICER])
def test_a_machine_client_takes_two(ada: Actor, bob: Actor, of: Post) -> None:
    post = holding_of(new_account(), of, agency_for(of))
    client, token = administering.make_client(ada, post.pk, name="Program", scopes=["write"], days=9, why=WHY)
    assert actor_of_token(f"Bearer {token}") is None
    administering.confirm(bob, client, why=WHY)
    assert actor_of_token(f"Bearer {token}") is not None


def test_a_machine_client_never_administers(ada: Actor) -> None:
    post = administrators_post("cleo@example.org")
    found = refused(lambda: administering.make_client(ada, post.pk, name="P", scopes=SCOPES, days=1, why=WHY))
    assert found == {"": Says.NO_CLIENT_FOR_POST}


@pytest.mark.parametrize(("days", "scopes"), [(0, ["read"]), (367, ["read"]), (5, []), (5, ["read", "rule"])])
def test_a_machine_client_has_an_end_and_known_scopes(ada: Actor, days: int, scopes: list[str]) -> None:
    post = holding_of(new_account(), Post.OFFICER, agency_for(Post.OFFICER))
    assert refused(lambda: administering.make_client(ada, post.pk, name="P", scopes=scopes, days=days, why=WHY))
    assert not Client.objects.exists()


@pytest.mark.parametrize("post", sorted(set(Post) - PARTY_POSTS))
def test_a_post_is_only_in_a_kind_of_agency_that_has_it(ada: Actor, post: Post) -> None:
    account = new_account()
    for kind in AgencyKind:
        agency = new_agency(f"{kind.value} {post.value}", kind)
        if kind in KINDS[post]:
            administering.give_post(ada, account.pk, post, agency=agency.pk, why=WHY)
        else:
            found = refused(partial(administering.give_post, ada, account.pk, post, agency=agency.pk, why=WHY))
            assert found == {"agency": Says.NO_SUCH_POST_THERE}


def test_a_civil_court_has_no_criminal_clerk(ada: Actor) -> None:
    court = new_agency(hears_criminal=False)
    found = refused(
        lambda: administering.give_post(ada, new_account().pk, Post.CRIMINAL_CLERK, agency=court.pk, why=WHY)
    )
    assert found == {"agency": Says.NO_SUCH_POST_THERE}


def test_a_partys_post_is_for_a_person_who_is_recorded_and_in_no_agency(ada: Actor) -> None:
    account = new_account()
    found = refused(lambda: administering.give_post(ada, account.pk, Post.PROTECTED_PERSON, person="pnone", why=WHY))
    assert found == {"person": Says.NO_SUCH_PERSON}
    PersonRow.objects.create(id="p01", name="Robin Example", version=1, facts={})
    holding = administering.give_post(
        ada, account.pk, Post.PROTECTED_PERSON, person="p01", agency=new_agency().pk, why=WHY
    )
    assert (holding.person, holding.agency) == ("p01", None)


def test_all_faults_are_told_at_once_and_nothing_is_done(ada: Actor) -> None:
    before = everything()
    found = refused(lambda: administering.invite(ada, email="no email", name=" ", language="xx", why=""))
    assert set(found) == {"email", "name", "language", "why"}
    found = refused(
        lambda: administering.make_agency(
            ada, name="", kind=AgencyKind.DEFENSE, hears_civil=True, time_zone="Nowhere", jurisdiction="us-zz", why=""
        )
    )
    assert set(found) == {"name", "hears", "time_zone", "jurisdiction", "why"}
    assert everything() == before


def test_the_last_administrator_cannot_be_ended(ada: Actor) -> None:
    own = Holding.objects.get(account_id=ada.account)
    for act in (
        lambda: administering.end_post(ada, own.pk, why=WHY),
        lambda: administering.end_account(ada, ada.account, why=WHY),
        lambda: administering.change_agency(ada, str(ada.agency), is_active=False, why=WHY),
    ):
        assert refused(act) == {"": Says.LAST_ADMINISTRATOR}
    second = administrators_post("bob@example.org")
    administering.end_post(ada, second.pk, why=WHY)
    assert refused(lambda: administering.end_post(ada, own.pk, why=WHY)) == {"": Says.LAST_ADMINISTRATOR}


def test_ended_posts_and_accounts_stay_on_record(ada: Actor) -> None:
    account = new_account()
    enrol(account)
    post = administering.give_post(ada, account.pk, Post.OFFICER, agency=agency_for(Post.OFFICER).pk, why=WHY)
    administering.end_account(ada, account.pk, why=WHY)
    post.refresh_from_db()
    assert post.ended is not None
    assert Account.objects.filter(pk=account.pk, is_active=False).exists()
    assert refused(lambda: administering.end_account(ada, account.pk, why=WHY)) == {"": Says.IT_HAS_ENDED}


def test_the_first_administrator_comes_from_whoever_runs_the_machine() -> None:
    agency = new_agency("Example Oversight", AgencyKind.OVERSIGHT)
    account, said = administering.add_first_administrator(email="Ada@Example.org", name="Ada", agency=agency)
    assert in_force(account.holdings.all()).get().post == "administrator"
    opened = inviting.open_by(said)
    assert opened is not None
    assert opened.account == account
    assert Access.objects.get().purpose.startswith("add_first_administrator")
