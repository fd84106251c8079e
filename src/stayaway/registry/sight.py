"""What an actor may see of a case: by agency, by case, and by need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from stayaway.model import PersonId

from .actors import COURT_POSTS, PARTY_POSTS, Actor, Post
from .models import Appearance, CaseRow, Consent, Party


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
        protected = Q(parties__person_id=actor.person, parties__role="protected")
        restrained = Q(parties__person_id=actor.person, parties__role="restrained", tells_restrained=True)
        return cases.filter(protected | restrained).distinct()
    if actor.post is Post.ADVOCATE:
        people = Consent.objects.filter(agency=actor.agency, until__gte=now.date()).values("person")
        return cases.filter(parties__person__in=people, parties__role="protected").distinct()
    if actor.post is Post.DEFENSE_LAWYER:
        clients = Appearance.objects.filter(account=actor.account).exclude(person="").values("person")
        told = Q(tells_restrained=True) | Q(parties__role="protected")
        return cases.filter(told, parties__person__in=clients).distinct()
    if actor.post is Post.PROSECUTOR:
        return cases.filter(parties__person__in=_defendants_of(actor), parties__role="restrained").distinct()
    return cases.none()


def _of_party(person: PersonId | None, case: CaseRow) -> Seen:
    roles = set(Party.objects.filter(case=case, person_id=person).values_list("role", flat=True))
    if "restrained" in roles:  # also where orders run both ways
        return Seen(Sight.RESTRAINED, person) if case.tells_restrained else NOTHING
    return Seen(Sight.PROTECTED, person) if "protected" in roles else NOTHING


def _of_advocate(actor: Actor, case: CaseRow, now: datetime) -> Seen:
    """A program sees the records of those who said in writing that it may, until the day that they said."""
    consent = (
        Consent.objects.filter(
            agency=actor.agency, until__gte=now.date(), person__parts__case=case, person__parts__role="protected"
        )
        .values_list("person_id", flat=True)
        .first()
    )
    if consent is None:
        return NOTHING
    is_restrained = Party.objects.filter(case=case, person_id=consent, role="restrained").exists()
    return NOTHING if is_restrained else Seen(Sight.PROTECTED, PersonId(consent))


def _of_lawyer(actor: Actor, case: CaseRow) -> Seen:
    """A lawyer sees what their client sees, in every case of the client."""
    clients = Appearance.objects.filter(account=actor.account).exclude(person="").values_list("person", flat=True)
    found = [_of_party(PersonId(client), case) for client in sorted(set(clients))]
    seen = {one.sight for one in found}
    strictest = next((sight for sight in (Sight.RESTRAINED, Sight.PROTECTED) if sight in seen), Sight.NOTHING)
    return next((one for one in found if one.sight is strictest), NOTHING)


def _prosecutes(actor: Actor, case: CaseRow) -> bool:
    """Whether the office prosecutes somebody whom an order of the case restrains."""
    return Party.objects.filter(case=case, role="restrained", person__in=_defendants_of(actor)).exists()


def _defendants_of(actor: Actor) -> QuerySet[Party, Any]:
    mine = Appearance.objects.filter(agency=actor.agency, case__kind="criminal").values("case")
    return Party.objects.filter(case__in=mine, role="restrained").values("person")
