"""What administrators do: agencies, accounts, posts and machine clients. Each act is journaled with its reason.

Only an administrator who gave both factors a moment ago may do any of it. Whatever opens records, or the way to them,
takes two, so that nobody comes from administration to the records alone: one administrator asks, another confirms, and
until then it counts for nothing. So it is with every post, with every machine client, and with a new link for whoever
holds a post: a link makes whoever has it into the holder.
"""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from stayaway.law.load import known_jurisdictions
from stayaway.model import Code
from stayaway.registry.actors import PARTY_POSTS, Actor, AgencyKind, Post
from stayaway.registry.models import Access, PersonRow
from stayaway.wording.accounts import AccountsCode as Says
from stayaway.wording.language import LANGUAGES

from . import acting, inviting
from .models import Account, Agency, Client, Holding, Invitation
from .sessions import end_sessions, in_force

KINDS: Mapping[Post, frozenset[AgencyKind]] = {
    Post.CIVIL_CLERK: frozenset({AgencyKind.COURT}),
    Post.CRIMINAL_CLERK: frozenset({AgencyKind.COURT}),
    Post.JUDGE: frozenset({AgencyKind.COURT}),
    Post.PROSECUTOR: frozenset({AgencyKind.PROSECUTION}),
    Post.DEFENSE_LAWYER: frozenset({AgencyKind.DEFENSE}),
    Post.OFFICER: frozenset({AgencyKind.LAW_ENFORCEMENT}),
    Post.ADVOCATE: frozenset({AgencyKind.VICTIM_PROGRAM}),
    Post.AUDITOR: frozenset(AgencyKind),
    Post.ADMINISTRATOR: frozenset(AgencyKind),
}
"""The kinds of agency in which there is a post; a party's post is in none."""
WHY_MOST = 140
WHAT_MOST = 58
DAYS_MOST = 366
"""The longest that a machine client's token is good for."""


class Refused(Exception):
    """An act that was refused, with every fault by the field it lies in; `` where it lies in none."""

    def __init__(self, faults: Mapping[str, Code]) -> None:
        super().__init__(", ".join(f"{name or 'act'}: {code.value}" for name, code in faults.items()))
        self.faults = dict(faults)


def make_agency(actor: Actor, *, name: str, kind: AgencyKind, why: str, **more: Any) -> Agency:
    """A new agency. `more`: jurisdiction, time_zone, hears_civil, hears_criminal, ori, phone. Raises Refused."""
    agency = Agency(name=name.strip(), kind=kind.value, **more)
    with _act(actor, why, _faults_of(agency)) as record:
        agency.save()
        record("make_agency", agency.pk)
    return agency


def change_agency(actor: Actor, agency_id: str, *, why: str, **changed: Any) -> Agency:
    """Change an agency; `is_active=False` ends the powers of all posts in it at once. Raises Refused."""
    agency = Agency.objects.get(pk=agency_id)
    for name, value in changed.items():
        setattr(agency, name, value)
    faults = _faults_of(agency)
    if not agency.is_active and _leaves_nobody(Q(agency_id=agency_id)):
        faults[""] = Says.LAST_ADMINISTRATOR
    with _act(actor, why, faults) as record:
        agency.save()
        record("change_agency", agency.pk, *sorted(changed))
    acting.forget_tokens()
    return agency


def invite(actor: Actor, *, email: str, name: str, why: str, language: str = "en") -> tuple[Account, str]:
    """A new account, and what the link of its invitation says. Raises Refused."""
    email = email.strip().casefold()
    faults: dict[str, Code] = {} if name.strip() else {"name": Says.FILL_IN}
    try:
        validate_email(email)
    except ValidationError:
        faults["email"] = Says.WRITE_EMAIL
    if Account.objects.filter(email=email).exists():
        faults["email"] = Says.EMAIL_TAKEN
    if language not in LANGUAGES:
        faults["language"] = Says.CHOOSE
    with _act(actor, why, faults) as record:
        account = Account.objects.create_user(email, name=name.strip(), language=language)
        _, said = inviting.make(account, asked_by=actor.account)
        record("invite", account.pk)
    return account, said


def invite_again(actor: Actor, account_id: str, *, why: str) -> tuple[Invitation, str]:
    """A new link for somebody who lost their password or second factor. Raises Refused.

    It awaits a second administrator where the account holds, or is to hold, a post.
    """
    account = Account.objects.get(pk=account_id)
    held = Holding.objects.filter(account=account, ended=None)
    with _act(actor, why, {} if account.is_active else {"": Says.IT_HAS_ENDED}) as record:
        invitation, said = inviting.make(account, asked_by=actor.account, awaits=held.exists())
        record("invite_again", account.pk)
    return invitation, said


def give_post(
    actor: Actor, account_id: str, post: Post, *, why: str, agency: str | None = None, person: str = ""
) -> Holding:
    """Give an account a post, in an agency or as a person whom orders name; it awaits a second. Raises Refused."""
    account = Account.objects.get(pk=account_id)
    faults: dict[str, Code] = {} if account.is_active else {"": Says.IT_HAS_ENDED}
    place = Agency.objects.filter(pk=agency).first() if agency else None
    if post in PARTY_POSTS:
        if not PersonRow.objects.filter(pk=person).exists():
            faults["person"] = Says.NO_SUCH_PERSON
        place = None
    else:
        person = ""
        if place is None or not place.is_active:
            faults["agency"] = Says.CHOOSE_AGENCY
        elif not _has_post(place, post):
            faults["agency"] = Says.NO_SUCH_POST_THERE
    if Holding.objects.filter(account=account, post=post.value, agency=place, person=person, ended=None).exists():
        faults["post"] = Says.HOLDS_IT_ALREADY
    with _act(actor, why, faults) as record:
        holding = Holding.objects.create(
            account=account,
            post=post.value,
            agency=place,
            person=person,
            asked_by=actor.account,
            awaits_second=True,
        )
        record("give_post", account.pk, post.value, place.pk if place else "")
    return holding


def end_post(actor: Actor, holding_id: int, *, why: str) -> None:
    """End a post. Its sessions end, and its machine clients open nothing any more. Raises Refused."""
    holding = Holding.objects.get(pk=holding_id)
    faults: dict[str, Code] = {"": Says.IT_HAS_ENDED} if holding.ended else {}
    if _leaves_nobody(Q(pk=holding.pk)):
        faults[""] = Says.LAST_ADMINISTRATOR
    with _act(actor, why, faults) as record:
        _end(Holding.objects.filter(pk=holding.pk))
        end_sessions(holding.account_id, holding=holding.pk)
        record("end_post", holding.account_id, holding.post, holding.agency_id or "")
    acting.forget_tokens()


def end_account(actor: Actor, account_id: str, *, why: str) -> None:
    """End an account for good: its posts, sessions, invitations and machine clients. Raises Refused."""
    account = Account.objects.get(pk=account_id)
    faults: dict[str, Code] = {} if account.is_active else {"": Says.IT_HAS_ENDED}
    if _leaves_nobody(Q(account=account)):
        faults[""] = Says.LAST_ADMINISTRATOR
    with _act(actor, why, faults) as record:
        account.is_active = False
        account.set_unusable_password()
        account.save(update_fields=["is_active", "password"])
        _end(Holding.objects.filter(account=account))
        Invitation.objects.filter(account=account, used=None).update(used=timezone.now())
        end_sessions(account.pk)
        record("end_account", account.pk)
    acting.forget_tokens()


def make_client(
    actor: Actor, holding_id: int, *, name: str, scopes: Iterable[str], days: int, why: str
) -> tuple[Client, str]:
    """A machine client that acts in a post for so many days, and its token, told this once. Raises Refused.

    Whoever makes it has its token in hand, so it awaits a second administrator.
    """
    holding = Holding.objects.get(pk=holding_id)
    asked = frozenset(scopes)
    faults: dict[str, Code] = {} if name.strip() else {"name": Says.FILL_IN}
    if not asked or asked - acting.SCOPES:
        faults["scopes"] = Says.CHOOSE
    if not 1 <= days <= DAYS_MOST:
        faults["days"] = Says.DAYS_WRONG
    if holding.post == Post.ADMINISTRATOR or not in_force(Holding.objects.filter(pk=holding.pk)).exists():
        faults["holding"] = Says.NO_CLIENT_FOR_POST
    with _act(actor, why, faults) as record:
        client, token = acting.make_client(
            holding,
            name.strip(),
            asked,
            timezone.now() + timedelta(days=days),
            asked_by=actor.account,
            awaits=True,
        )
        record("make_client", client.pk, *sorted(asked))
    return client, token


def end_client(actor: Actor, client_id: str, *, why: str) -> None:
    """End a machine client; within half a minute its token opens nothing anywhere. Raises Refused."""
    client = Client.objects.get(pk=client_id)
    with _act(actor, why, {"": Says.IT_HAS_ENDED} if client.ended else {}) as record:
        Client.objects.filter(pk=client.pk).update(ended=timezone.now())
        record("end_client", client.pk)
    acting.forget_tokens()


def confirm(actor: Actor, awaiting: Holding | Client | Invitation, *, why: str) -> None:
    """Confirm, as the second administrator, what another one asked for. Raises Refused.

    A post only once its holder has used their invitation: its link may still lie with the administrator who asked.
    """
    holder = awaiting.holding.account_id if isinstance(awaiting, Client) else awaiting.account_id
    faults: dict[str, Code] = {}
    if not awaiting.awaits_second or getattr(awaiting, "ended", None) or getattr(awaiting, "used", None):
        faults[""] = Says.NOTHING_AWAITS
    elif actor.account in (awaiting.asked_by, holder):
        faults[""] = Says.ANOTHER_MUST_CONFIRM
    elif isinstance(awaiting, Holding) and inviting.is_open(awaiting.account):
        faults[""] = Says.LINK_FIRST
    with _act(actor, why, faults) as record:
        awaiting.awaits_second = False
        awaiting.save(update_fields=["awaits_second"])
        record(f"confirm_{type(awaiting).__name__.casefold()}", holder, str(awaiting.pk))


def add_first_administrator(*, email: str, name: str, agency: Agency) -> tuple[Account, str]:
    """An administrator whom whoever runs the machine adds, so that there is one to begin with; and the invitation.

    Raises Refused. It is journaled as done by nobody with an account.
    """
    email = email.strip().casefold()
    if Account.objects.filter(email=email).exists():
        raise Refused({"email": Says.EMAIL_TAKEN})
    with transaction.atomic():
        account = Account.objects.create_user(email, name=name)
        Holding.objects.create(account=account, post=Post.ADMINISTRATOR.value, agency=agency)
        _, said = inviting.make(account)
        _write("", "", "add_first_administrator", account.pk, "")
    return account, said


def _leaves_nobody(ended: Q) -> bool:
    """Whether no administrator would be left."""
    administrators = in_force(Holding.objects.filter(post=Post.ADMINISTRATOR.value))
    return administrators.filter(ended).exists() and not administrators.exclude(ended).exists()


def _has_post(agency: Agency, post: Post) -> bool:
    if AgencyKind(agency.kind) not in KINDS[post]:
        return False
    hears = {Post.CIVIL_CLERK: agency.hears_civil, Post.CRIMINAL_CLERK: agency.hears_criminal}
    return hears.get(post, True)


def _end(holdings: Any) -> None:
    now = timezone.now()
    Client.objects.filter(holding__in=holdings, ended=None).update(ended=now)
    holdings.filter(ended=None).update(ended=now)


def _faults_of(agency: Agency) -> dict[str, Code]:
    faults: dict[str, Code] = {}
    if not agency.name:
        faults["name"] = Says.FILL_IN
    elif Agency.objects.filter(name=agency.name).exclude(pk=agency.pk).exists():
        faults["name"] = Says.NAME_TAKEN
    if agency.jurisdiction and agency.jurisdiction not in known_jurisdictions():
        faults["jurisdiction"] = Says.CHOOSE
    if agency.time_zone not in zoneinfo.available_timezones():
        faults["time_zone"] = Says.CHOOSE
    is_court = agency.kind == AgencyKind.COURT
    if is_court != (agency.hears_civil or agency.hears_criminal):
        faults["hears"] = Says.COURT_HEARS if is_court else Says.ONLY_A_COURT_HEARS
    return faults


Record = Callable[..., None]


@contextmanager
def _act(actor: Actor, why: str, faults: Mapping[str, Code]) -> Iterator[Record]:
    """Refuse an act, or do all of it together with its line in the journal, or none of it."""
    why = why.strip()
    found = dict(faults)
    if not why:
        found["why"] = Says.SAY_WHY
    elif len(why) > WHY_MOST:
        found["why"] = Says.WHY_TOO_LONG
    if actor.post is not Post.ADMINISTRATOR or actor.client is not None:
        found = {"": Says.ONLY_ADMINISTRATORS}
    elif not actor.confirmed:
        found = {"": Says.CONFIRM_FIRST}
    if found:
        raise Refused(found)

    def record(what: str, on: str, *more: str) -> None:
        _write(actor.account, actor.agency or "", " ".join((what, *filter(None, more)))[:WHAT_MOST], on, why)

    with transaction.atomic():
        yield record


def _write(account: str, agency: str, what: str, on: str, why: str) -> None:
    Access.objects.create(
        at=timezone.now(),
        account=account,
        post=Post.ADMINISTRATOR.value,
        agency=agency,
        how="administer",
        stream=on,
        purpose=f"{what}: {why}",
    )
