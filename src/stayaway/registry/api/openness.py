"""A call about what its caller may not see is answered as if it were not there, before anything else is looked at."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, Q

from stayaway.registry.actors import COURT_POSTS, Actor, Post
from stayaway.registry.models import CaseRow, Party, PersonRow
from stayaway.registry.refusing import nothing_here
from stayaway.registry.sameness import same_people
from stayaway.registry.sight import cases_open_to


def must_see(actor: Actor, stream: str, now: datetime, *, opens: bool = False) -> None:
    """Refuse a call about a case or person that the actor may not see. Raises Refused.

    `opens`: the call unseals, which a judge of the court that keeps the case may ask for although nobody sees it.
    """
    is_open = _sees_case(actor, stream, now, opens) if stream.startswith("c") else _knows(actor, stream)
    if not is_open:
        raise nothing_here()


def _sees_case(actor: Actor, case: str, now: datetime, opens: bool) -> bool:
    """Asked in one statement, so that a hidden case is the same work as none."""
    found = cases_open_to(actor, now)
    if opens and actor.post is Post.JUDGE:
        found = CaseRow.objects.filter(Q(is_sealed=False) | Q(keeper_id=actor.agency))
    return found.filter(id=case).exists()


def _knows(actor: Actor, person: str) -> bool:
    """Courts know of everybody but those whom only sealed cases name; everybody else of nobody but themselves.

    Somebody who was just recorded stands in no case yet. Whoever was found to be the same counts as that person.
    """
    mine = Party.objects.filter(person_id__in=same_people([person]))
    of_sealed = Exists(mine) & ~Exists(mine.filter(case__is_sealed=False))
    is_there = PersonRow.objects.filter(id=person).exclude(of_sealed).exists()
    return is_there and (actor.post in COURT_POSTS or actor.person == person)
