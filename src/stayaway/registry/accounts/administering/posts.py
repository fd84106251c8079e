"""Posts: giving one, which awaits a second administrator, and ending one, which counts at once."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q, QuerySet
from django.utils import timezone

from stayaway.model import Code
from stayaway.registry.accounts import acting
from stayaway.registry.accounts.models import Account, Agency, Client, Holding
from stayaway.registry.accounts.sessions import end_sessions, in_force
from stayaway.registry.actors import PARTY_POSTS, Actor, AgencyKind, Post
from stayaway.registry.models import PersonRow
from stayaway.wording.accounts import AccountsCode as Says

from .acts import act

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
    with act(actor, why, faults) as record:
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
    if leaves_nobody(Q(pk=holding.pk)):
        faults[""] = Says.LAST_ADMINISTRATOR
    with act(actor, why, faults) as record:
        end_all(Holding.objects.filter(pk=holding.pk))
        end_sessions(holding.account_id, holding=holding.pk)
        record("end_post", holding.account_id, holding.post, holding.agency_id or "")
    acting.forget_tokens()


def end_all(holdings: QuerySet[Holding]) -> None:
    """End posts, and the machine clients that act in them."""
    now = timezone.now()
    Client.objects.filter(holding__in=holdings, ended=None).update(ended=now)
    holdings.filter(ended=None).update(ended=now)


def leaves_nobody(ended: Q) -> bool:
    """Whether no administrator would be left."""
    administrators = in_force(Holding.objects.filter(post=Post.ADMINISTRATOR.value))
    return administrators.filter(ended).exists() and not administrators.exclude(ended).exists()


def _has_post(agency: Agency, post: Post) -> bool:
    if AgencyKind(agency.kind) not in KINDS[post]:
        return False
    hears = {Post.CIVIL_CLERK: agency.hears_civil, Post.CRIMINAL_CLERK: agency.hears_criminal}
    return hears.get(post, True)
