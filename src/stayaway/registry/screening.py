"""The orders that somebody may screen a log against: those of their agency, as they may see them, and journaled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from stayaway.model import because
from stayaway.wording.record import RecordCode as C

from .actors import COURT_POSTS, Actor, Post
from .looking import looked
from .models import CaseRow
from .reading import View, read_cases
from .refusing import Refused, nothing_here
from .sight import cases_open_to

MAY_SCREEN = COURT_POSTS | {Post.PROSECUTOR, Post.DEFENSE_LAWYER}
"""Whose work it is to hold a log against orders. The others have single contacts."""
BATCH = 300


def views_to_screen(actor: Actor, now: datetime, *, purpose: str) -> Iterator[View]:
    """Every case of the actor's agency or clients, some at a time, each with what they may see. Raises Refused.

    A phone or an e-mail that they do not see links nobody: a log is held against what they know anyway.
    """
    if not purpose.strip():
        looked(actor, "refused", now)
        raise Refused((because(C.PURPOSE_NEEDED), because(C.PATH_SAY_PURPOSE)))
    if actor.post not in MAY_SCREEN:
        looked(actor, "refused", now, purpose=purpose)
        raise nothing_here()
    cases = list(_cases(actor, now).order_by("id").values_list("id", flat=True))
    if not cases:
        looked(actor, "refused", now, purpose=purpose)
        raise nothing_here()
    for begin in range(0, len(cases), BATCH):
        yield read_cases(actor, cases[begin : begin + BATCH], now, purpose=purpose, how="screen")


def _cases(actor: Actor, now: datetime) -> QuerySet[CaseRow]:
    """A court screens against its own cases; an office or a lawyer against those that are open to them."""
    found = cases_open_to(actor, now)
    return found.filter(keeper_id=actor.agency) if actor.post in COURT_POSTS else found
