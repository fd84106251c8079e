"""Finding people on record, for whoever may know of them: judged, sorted, with their orders at a glance, and journaled.

A hit exists only through a case that is open to the actor (`sight.cases_open_to`). Every search is written down with
who asked, what for and what it showed, and nothing is shown before the database has that row for good; where it cannot
be written, the search fails. A search that is refused is written down too.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from stayaway.model import PersonId, because
from stayaway.registry.actors import PARTY_POSTS, Actor
from stayaway.registry.looking import looked
from stayaway.registry.refusing import Refused
from stayaway.wording.finding import FindingCode
from stayaway.wording.record import RecordCode as C

from .asking import Asked, ByName, Found, Hit, Place, place_of
from .candidates import Candidate, candidates
from .glancing import Glance, glance
from .identifiers import match_identifier
from .matching import Grade, Inquiry, Match, Recorded, match
from .names import read_name

MOST_HITS = 25
"""Of one page, where the caller does not say."""
PAGE = 100
"""The largest page."""


def find(actor: Actor, asked: Asked, now: datetime, *, purpose: str, cursor: str = "", most: int = MOST_HITS) -> Found:
    """The people who may be the one asked for, best first, a page at a time.

    Raises Refused where somebody who searches for their work says no purpose, NotACursor, and KeysOutdated where the
    index has to be made anew first.
    """
    if actor.post not in PARTY_POSTS and not purpose.strip():
        looked(actor, "refused", now, asked=asked.canonical)
        raise Refused((because(C.PURPOSE_NEEDED), because(C.PATH_SAY_PURPOSE)))
    after = place_of(cursor) if cursor else None
    brought = candidates(actor, asked, now)
    judged = sorted(_judged(asked, brought.people), key=lambda one: one[0])
    waiting = [one for one in judged if after is None or one[0] > after]
    most = min(most, PAGE)
    page, seen = _open_ones(actor, waiting, brought.seen, most + 1, now)
    goes_on = len(page) > most
    page = page[:most]
    hits = tuple(
        Hit(
            person=one.person,
            name=one.names[0] if one.names else "",
            born=one.born,
            match=why,
            same_as=PersonId(one.same_as) if one.same_as in seen.known else None,
            orders=tuple(seen.orders.get(one.person, ())),
        )
        for _, one, why in page
    )
    shown = [*(hit.person for hit in hits), *sorted({order.case for hit in hits for order in hit.orders})]
    looked(actor, "find", now, asked=asked.canonical, found=shown, purpose=purpose)
    return Found(hits, brought.truncated, page[-1][0].cursor if goes_on else "")


_Judged = tuple[Place, Candidate, Match]


def _open_ones(
    actor: Actor, waiting: list[_Judged], seen: Glance | None, most: int, now: datetime
) -> tuple[list[_Judged], Glance]:
    """The first so many who are in a case that is open to the actor, and their orders, which may be known already."""
    if seen is not None:
        return waiting[:most], seen
    page: list[_Judged] = []
    seen = Glance()
    for some in (waiting[at : at + most] for at in range(0, len(waiting), most)):
        more = glance(actor, {one.person for _, one, _ in some}, now)
        seen.orders.update(more.orders)
        seen.known.update(more.known)
        page += [one for one in some if one[1].person in seen.known]
        if len(page) >= most:
            break
    return page[:most], seen


def _judged(asked: Asked, people: list[Candidate]) -> list[_Judged]:
    """Those who match, each once, with the best of their names, and where they stand among all."""
    found = []
    inquiry = asked.inquiry if isinstance(asked, ByName) else None
    for one in people:
        why = _why(one, inquiry) if inquiry is not None else _by_number(asked, one)
        if why is not None:
            found.append((Place(why.grade.rank, 100 - why.score, one.person), one, why))
    return found


def _why(one: Candidate, inquiry: Inquiry) -> Match | None:
    found = [why for name in one.names if (why := match(inquiry, Recorded(read_name(name), one.born))) is not None]
    best = min(found, key=lambda why: (why.grade.rank, -why.score), default=None)
    if best is None or not one.is_born_hidden:
        return best
    # Not even whether there is a birth date on record.
    hidden = because(FindingCode.BORN_HIDDEN)
    reasons = (hidden if why.code is FindingCode.BORN_NOT_RECORDED else why for why in best.reasons)
    return replace(best, reasons=tuple(reasons))


def _by_number(asked: Asked, one: Candidate) -> Match | None:
    """A number matches whole or not at all."""
    reason = None if isinstance(asked, ByName) else match_identifier(asked.number, one.number)
    return None if reason is None else Match(Grade.EXACT, 100, needs_confirming=False, reasons=(reason,))
