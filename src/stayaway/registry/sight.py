"""What an actor may see of a case: by agency, by case, and by need."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from stayaway.model import PersonId

from .actors import COURT_POSTS, PARTY_POSTS, Actor, Post
from .days import today_at
from .models import Appearance, CaseRow, Consent, OrderRow, Party
from .sameness import same_people


class Sight(StrEnum):
    """How much of a case is shown."""

    EVERYTHING = "everything"
    """The court that keeps the case: also what is confidential."""
    PROTECTED = "protected"
    """The protected side: the orders, and what is confidential of that person alone."""
    RESTRAINED = "restrained"
    """The restrained side: the orders, and nothing that is confidential, not even that there is a place."""
    ORDERS = "orders"
    """Officers, prosecutors and other courts: the orders, without addresses and phones."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Seen:
    """How much an actor sees of a case, and as which person (for a side)."""

    sight: Sight
    person: PersonId | None = None


NOTHING = Seen(Sight.NOTHING)
SIDES = frozenset({Sight.PROTECTED, Sight.RESTRAINED})
SEE_EVERY_CASE = COURT_POSTS | {Post.OFFICER}
"""Posts that may see something of every case that is not sealed, whoever holds them and wherever."""


def seen_by(actor: Actor, case: CaseRow, now: datetime) -> Seen:
    """How much of a case an actor may see. A sealed case is seen by nobody."""
    if case.is_sealed:
        return NOTHING
    if actor.post in COURT_POSTS:
        return Seen(Sight.EVERYTHING if actor.agency == case.keeper_id else Sight.ORDERS)
    if actor.post is Post.OFFICER:
        return Seen(Sight.ORDERS)
    if actor.post in PARTY_POSTS:
        return _of_party(actor.person, case)
    if actor.post is Post.ADVOCATE:
        return _of_advocate(actor, case, now)
    if actor.post is Post.DEFENSE_LAWYER:
        return _of_lawyer(actor, case)
    if actor.post is Post.PROSECUTOR:
        return Seen(Sight.ORDERS) if _prosecutes(actor, case) else NOTHING
    return NOTHING


def cases_open_to(actor: Actor, now: datetime) -> QuerySet[CaseRow]:
    """The cases of which an actor may see something. What this leaves out does not exist for them."""
    cases = CaseRow.objects.filter(is_sealed=False)
    if actor.post in SEE_EVERY_CASE:
        return cases
    if actor.post in PARTY_POSTS:
        return cases.filter(id__in=_told_to(Party.objects.filter(person_id=actor.person)))
    if actor.post is Post.ADVOCATE:
        people = consents_to(actor.agency, now).values("person")
        consenting = Party.objects.filter(_PROTECTED, ~_RESTRAINED, person__in=people)
        return cases.filter(id__in=consenting.values("case"))
    if actor.post is Post.DEFENSE_LAWYER:
        return cases.filter(id__in=_told_to(Party.objects.filter(person__in=clients_of(actor))))
    if actor.post is Post.PROSECUTOR:
        return cases.filter(parties__person__in=_defendants_of(actor), parties__role="restrained").distinct()
    return cases.none()


def consents_to(agency: str | None, now: datetime) -> QuerySet[Consent]:
    """The consents by which a program sees somebody's records: each goes on to the end of its last day there."""
    return Consent.objects.filter(agency=agency, until__gte=today_at(agency, now))


_RESTRAINED = Q(role="restrained") | Exists(
    OrderRow.objects.filter(case=OuterRef("case"), restrained=OuterRef("person"))
)
"""A party whom an order of the case restrains, also where another one protects them."""
_PROTECTED = Q(role="protected")


def _told_to(parties: QuerySet[Party]) -> QuerySet[Party, Any]:
    """The cases that are told to these parties of them. Somebody who is only a witness is told of none."""
    told = Q(case__tells_restrained=True) | (_PROTECTED & ~_RESTRAINED)
    return parties.filter(_PROTECTED | _RESTRAINED).filter(told).values("case")


def _of_party(person: PersonId | None, case: CaseRow) -> Seen:
    mine = Party.objects.filter(case=case, person_id=person)
    if mine.filter(_RESTRAINED).exists():  # also where orders run both ways
        return Seen(Sight.RESTRAINED, person) if case.tells_restrained else NOTHING
    return Seen(Sight.PROTECTED, person) if mine.filter(_PROTECTED).exists() else NOTHING


def _of_advocate(actor: Actor, case: CaseRow, now: datetime) -> Seen:
    """A program sees the records of those who said in writing that it may, until the day that they said."""
    consents = consents_to(actor.agency, now).values("person")
    consenting = Party.objects.filter(_PROTECTED, ~_RESTRAINED, case=case, person__in=consents)
    person = consenting.order_by("person").values_list("person_id", flat=True).first()
    return NOTHING if person is None else Seen(Sight.PROTECTED, PersonId(person))


def _of_lawyer(actor: Actor, case: CaseRow) -> Seen:
    """A lawyer sees what their client sees, in every case of the client."""
    clients = clients_of(actor).values_list("person", flat=True).distinct().order_by("person")
    found = [_of_party(PersonId(client), case) for client in clients]
    seen = {one.sight for one in found}
    strictest = next((sight for sight in (Sight.RESTRAINED, Sight.PROTECTED) if sight in seen), Sight.NOTHING)
    return next((one for one in found if one.sight is strictest), NOTHING)


def clients_of(actor: Actor) -> QuerySet[Appearance, Any]:
    """Whom a lawyer appears for. An appearance in a sealed case opens nothing, as the case itself does not."""
    mine = Appearance.objects.filter(account=actor.account, case__is_sealed=False)
    return mine.exclude(person="").values("person")


def opposed_to(people: Collection[str]) -> set[str]:
    """Everybody else in the cases in which one of these people is restrained, also where this reader sees none.

    Whoever was found to be the same person counts as that person, on either side.
    """
    mine = same_people(people)
    against = Party.objects.filter(_RESTRAINED, person__in=mine).values("case")
    others = Party.objects.filter(case__in=against).exclude(person__in=mine)
    return same_people(set(others.values_list("person_id", flat=True))) - mine


def _prosecutes(actor: Actor, case: CaseRow) -> bool:
    """Whether the office prosecutes somebody whom an order of the case restrains."""
    return Party.objects.filter(case=case, role="restrained", person__in=_defendants_of(actor)).exists()


def _defendants_of(actor: Actor) -> QuerySet[Party, Any]:
    mine = Appearance.objects.filter(agency=actor.agency, case__kind="criminal", case__is_sealed=False).values("case")
    return Party.objects.filter(case__in=mine, role="restrained").values("person")
