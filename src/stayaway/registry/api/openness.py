"""A call about what its caller may not see is answered as if it were not there, before anything else is looked at."""

from __future__ import annotations

from datetime import datetime

from stayaway.registry.actors import COURT_POSTS, Actor, Post
from stayaway.registry.models import CaseRow, PersonRow
from stayaway.registry.refusing import nothing_here
from stayaway.registry.sight import Sight, seen_by


def must_see(actor: Actor, stream: str, now: datetime, *, opens: bool = False) -> None:
    """Refuse a call about a case or person that the actor may not see. Raises Refused.

    `opens`: the call unseals, which a judge of the court that keeps the case may ask for although nobody sees it.
    """
    is_open = _sees_case(actor, stream, now, opens) if stream.startswith("c") else _knows(actor, stream)
    if not is_open:
        raise nothing_here()


def _sees_case(actor: Actor, case: str, now: datetime, opens: bool) -> bool:
    row = CaseRow.objects.filter(id=case).first()
    if row is None:
        return False
    is_keeping_judge = actor.post is Post.JUDGE and actor.agency == row.keeper_id
    return (opens and row.is_sealed and is_keeping_judge) or seen_by(actor, row, now).sight is not Sight.NOTHING


def _knows(actor: Actor, person: str) -> bool:
    """Courts know of everybody whom the registry names; everybody else of nobody but themselves."""
    may = actor.post in COURT_POSTS or actor.person == person
    return PersonRow.objects.filter(id=person).exists() and may
