"""Whom and what an entry may name: nobody brings in what they do not see, to read it afterwards by its name.

A court names whomever the registry has on record, and a prosecutor whoever is charged. The sides and those who help
them name people of the cases that are open to them, and those whom the same step records.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from stayaway.model import because
from stayaway.reasoning.docketing import Entering
from stayaway.wording.record import RecordCode as C

from .actors import COURT_POSTS, PARTY_POSTS, Actor, Post
from .entries import Proposal, What
from .folding import people_in
from .models import CaseRow, Party
from .sight import cases_open_to, seen_by
from .telling import is_shown

HAS_TERMS = "terms"
SIDES_AND_HELPERS = PARTY_POSTS | {Post.DEFENSE_LAWYER, Post.ADVOCATE}


def nothing_to_name() -> Entering:
    """The answer about whatever is not there, is sealed, or may not be seen: one for all."""
    return Entering(False, (because(C.NOTHING_HERE),), because(C.PATH_ASK_THE_CLERK))


def beyond_sight(actor: Actor, proposals: Sequence[Proposal], now: datetime) -> int | None:
    """Which entry of a step names somebody whom the actor does not see, or brings terms. None: none does.

    Terms name people and places, and only a court says what an order says.
    """
    if actor.post in COURT_POSTS:
        return None
    names_anybody = actor.post not in SIDES_AND_HELPERS
    known = {str(actor.person or ""), *(one.stream for one in proposals if one.what is What.PERSON_RECORDED)}
    for index, one in enumerate(proposals):
        named = people_in(dict(one.facts)) - known
        if named and not names_anybody and not named <= _seen_people(actor, named, now):
            return index
        if one.what is What.ORDER_EVENT and HAS_TERMS in one.facts.get("entry", {}):
            return index
    return None


def _seen_people(actor: Actor, named: set[str], now: datetime) -> set[str]:
    """Those of these people who are named by a case that is open to the actor."""
    found = Party.objects.filter(person__in=named, case__in=cases_open_to(actor, now).values("id"))
    return set(found.values_list("person_id", flat=True))


def knows_of(actor: Actor, correction: Proposal, now: datetime) -> bool:
    """Whether the entry that a correction is of is one that the actor is told of."""
    if actor.post in COURT_POSTS or correction.corrects is None:
        return True
    row = CaseRow.objects.filter(id=correction.stream).first()
    return row is None or is_shown(correction.corrects, correction.stream, seen_by(actor, row, now))
