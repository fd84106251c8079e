"""When an entry can have happened: not ahead, and what somebody asks for themselves, when they ask it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from stayaway.api import moment
from stayaway.model import OrderEvent, because
from stayaway.reasoning.docketing import REQUESTS, Entering
from stayaway.wording.record import RecordCode as C

from .actors import COURT_POSTS, Actor
from .entries import Line, Proposal, What

CLOCKS_DIFFER = timedelta(minutes=5)
"""So far may the clock of whoever enters something be ahead of the registry's."""


def day_said(proposal: Proposal) -> str | None:
    """The day, or the instant, that the facts of an entry say that it happened at, where they say one."""
    match proposal.what:
        case What.CASE_EVENT | What.ORDER_EVENT:
            return cast("str | None", proposal.facts["entry"].get("on"))
        case What.ORDER_RECORDED:
            return cast("str | None", proposal.facts["file"].get("issued"))
    return None


def why_ahead(proposal: Proposal, judged: Proposal, zone: ZoneInfo, now: datetime) -> Entering | None:
    """Why an entry cannot be made yet: what it says has not happened. None: it has.

    `judged`: of a correction, what it does as an entry of its own.
    """
    for said in filter(None, (proposal.happened, _put(proposal, judged))):
        on = moment(said, zone)
        is_ahead = on.day(zone) > now.astimezone(zone).date()
        if is_ahead or (isinstance(on.moment, datetime) and on.moment > now + CLOCKS_DIFFER):
            return Entering(False, (because(C.NOT_AHEAD, on=on.moment),), because(C.PATH_ENTER_WHEN_IT_HAPPENED))
    return None


def why_not_asked_then(
    actor: Actor, proposal: Proposal, judged: Proposal, line: Line, zone: ZoneInfo, now: datetime
) -> Entering | None:
    """Why somebody cannot have asked on the day that they say. None: they can, or it is no request of their own.

    By an earlier day somebody could bring back an order that has ended, or ask when the time for it is over. `line` is
    the entry that a correction is of: what stays as it was is no new request.
    """
    said = proposal.happened if proposal.what is not What.CORRECTED else _put(proposal, judged)
    stays = proposal.what is What.CORRECTED and said == line.happened
    if actor.post in COURT_POSTS or said is None or stays or not _asks(judged):
        return None
    if moment(said, zone).day(zone) == now.astimezone(zone).date():
        return None
    return Entering(False, (because(C.ASKED_TODAY),), because(C.PATH_COURT_THAT_RECEIVED))


def _put(proposal: Proposal, judged: Proposal) -> str | None:
    """The day of what a correction puts there."""
    put = proposal.facts.get("instead")
    return day_said(replace(judged, facts=put)) if put is not None else None


def _asks(judged: Proposal) -> bool:
    """Whether an entry is a request that somebody makes of a court."""
    return judged.what is What.ORDER_EVENT and OrderEvent(judged.facts["entry"]["entry"]) in REQUESTS
