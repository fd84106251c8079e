"""An order of the record for other systems: read for whoever exports it, as they may see it, and journaled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from stayaway.law.load import law_book
from stayaway.model import AsOf, End, OrderId, PersonId

from .actors import COURT_POSTS, Actor, Post
from .describing import described
from .exchange.outward.descriptors import Agency, Descriptors
from .exchange.outward.niem import NiemExport, niem_export
from .exchange.outward.worksheet import Worksheet, ncic_worksheet
from .looking import looked
from .reading import View, read_case
from .refusing import nothing_here

MAY_EXPORT = COURT_POSTS | {Post.OFFICER, Post.PROSECUTOR}
"""Whose work it is to tell other systems of an order. The sides take their orders with them as order files."""


def worksheet_of(
    actor: Actor, case: str, order: str, now: datetime, *, end_to_enter: End | None = None, purpose: str = ""
) -> Worksheet:
    """The worksheet of an order for the national file. Raises Refused, and CannotExport with everything missing."""
    view = _view(actor, case, order, now, purpose)
    keeper = view.keepers[case]
    # The court that keeps a foreign order did not make it: whose identifier it is, the operator finds.
    made_here = not view.folded.cases[case].foreign
    agency = Agency(identifier=keeper.ori or None, court=(keeper.ori or None) if made_here else None)
    return ncic_worksheet(
        view.papers,
        OrderId(order),
        law_book(),
        AsOf.now(now),
        people=_described(view),
        agency=agency,
        end_to_enter=end_to_enter,
    )


def niem_of(actor: Actor, case: str, order: str, now: datetime, *, purpose: str = "") -> NiemExport:
    """The NIEM document of an order, and what it lost. Raises Refused, and CannotExport with everything missing."""
    view = _view(actor, case, order, now, purpose)
    return niem_export(view.papers, OrderId(order), law_book(), AsOf.now(now), people=_described(view))


def _view(actor: Actor, case: str, order: str, now: datetime, purpose: str) -> View:
    if actor.post not in MAY_EXPORT:
        looked(actor, "refused", now, stream=case, purpose=purpose)
        raise nothing_here()
    view = read_case(actor, case, now, purpose=purpose, how="export", leaves=True)
    if OrderId(order) not in view.papers.orders:
        raise nothing_here()
    return view


def _described(view: View) -> Mapping[PersonId, Descriptors]:
    """What the people look like. Numbers go along for those alone who see everything of the person."""
    return {
        key: described(
            view.folded.people[key].descriptors,
            view.folded.people[key].secrets.get("identifiers", {}) if key in view.full else {},
        )
        for key in view.papers.people
    }
