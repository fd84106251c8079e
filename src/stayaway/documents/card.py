"""The wallet card: front, in force or not and which order; back, the terms in short, and that it is not the order.

It can be lost or looked at, so it names no place at all, and a code to scan holds only what its bearer chose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from stayaway.model import Answer, Distance, Order, PersonId, TermKind
from stayaway.reasoning.codes.governing import GoverningCode
from stayaway.reasoning.governing import Governing, GoverningTerm
from stayaway.reasoning.standing import Standing
from stayaway.wording.document import DocumentCode as Say

from .text import short
from .told import Teller

Data = dict[str, Any]

PER_SIDE = 2
"""How many orders a front has room for. More orders take more fronts."""
MOST = {"kind": 90, "court": 70, "number": 34, "person": 40}
"""How long a text may be; a longer one ends in `…`, for a card has no second page."""
MOST_PEOPLE = 3


class Qr(StrEnum):
    """What the code to scan holds."""

    NONE = "none"
    CASE_NUMBER = "case-number"


def card(teller: Teller, found: Governing, *, neutral: bool, qr: Qr = Qr.NONE) -> Data | None:
    """Everything that the card shows, as plain data. None: no order is or may be in force."""
    live = [standing for standing in found.standings if standing.in_force is not Answer.NO]
    if not live:
        return None
    fronts = [_front(teller, standing) for standing in live]
    code = _code(teller.papers.orders[live[0].order], qr) if len(live) == 1 else None
    heading = teller.label(Say.CARD, orders=tuple(standing.order for standing in live))
    day = teller.at.day(teller.speaker.zone)
    return {
        "lang": teller.language,
        "title": teller.label(Say.NEUTRAL_TITLE) if neutral else heading,
        "fronts": [fronts[start : start + PER_SIDE] for start in range(0, len(fronts), PER_SIDE)],
        "qr": code,
        "qr_alt": teller.label(Say.CARD_QR),
        "back": {
            "heading": teller.label(Say.CARD_TERMS),
            "terms": list(dict.fromkeys(_terms(teller, found.terms))),
            "not_the_order": teller.label(Say.CARD_NOT_THE_ORDER),
            "checked": teller.label(Say.CARD_CHECKED, day=day),
        },
    }


def _front(teller: Teller, standing: Standing) -> Data:
    order = teller.papers.orders[standing.order]
    day = teller.at.day(teller.speaker.zone)
    status = Say.CARD_IN_FORCE if standing.in_force is Answer.YES else Say.CARD_ASK_THE_COURT
    facts = [
        (Say.LABEL_COURT, short(teller.court(order), MOST["court"])),
        (Say.LABEL_NUMBER, short(teller.show(order.case.number), MOST["number"])),
        (Say.LABEL_AGAINST, _people(teller, (order.restrained,))),
        (Say.LABEL_PROTECTS, _people(teller, order.protects)),
        (Say.LABEL_MADE, teller.made(order)),
        (Say.LABEL_ENDS, teller.until(order, standing.ends, standing.in_force)),
    ]
    return {
        "state": standing.in_force.value,
        "status": teller.label(status, day=day),
        "kind": short(teller.named(order), MOST["kind"]),
        "facts": [[teller.label(name), fact] for name, fact in facts],
    }


def _people(teller: Teller, people: Iterable[PersonId]) -> str:
    names = [short(teller.show(person), MOST["person"]) for person in people]
    if len(names) > MOST_PEOPLE:
        return teller.label(Say.CARD_AND_MORE, people=", ".join(names[:MOST_PEOPLE]))
    return teller.show(tuple(names))


def _code(order: Order, qr: Qr) -> str | None:
    """A picture (SVG) of a code that holds the case number and the court alone; None where none is to be or can be."""
    number = order.case.number
    if qr is Qr.NONE or number is None or len(number) > MOST["number"]:
        return None
    from io import BytesIO

    import segno

    held = [number, short(order.case.court or "", MOST["court"])]
    drawn = BytesIO()
    segno.make("\n".join(filter(None, held)), micro=False, error="m").save(drawn, kind="svg", xmldecl=False, border=2)
    return drawn.getvalue().decode("utf-8")


# ---- the terms in short -----------------------------------------------------------------------------------------

SHORT = {
    TermKind.NO_ABUSE: Say.CARD_NO_ABUSE,
    TermKind.MOVE_OUT: Say.CARD_MOVE_OUT,
    TermKind.SURRENDER_FIREARMS: Say.CARD_FIREARMS,
    TermKind.PAY_SUPPORT: Say.CARD_SUPPORT,
    TermKind.CUSTODY: Say.CARD_CHILDREN,
    TermKind.EXCHANGE: Say.CARD_CHILDREN,
    TermKind.OTHER: Say.CARD_OTHER,
    None: Say.CARD_TERMS_UNKNOWN,
}


def _terms(teller: Teller, rows: tuple[GoverningTerm, ...]) -> Iterator[str]:
    """What the orders together forbid and require, without a place: the widest distance stands for all of them."""
    contact = [row for row in rows if row.term is TermKind.NO_CONTACT]
    strict = tuple(dict.fromkeys(r.protected for r in contact if r.detail.code is GoverningCode.NO_CONTACT))
    some = tuple(dict.fromkeys(row.protected for row in contact if row.protected not in strict))
    if strict:
        yield teller.label(Say.CARD_NO_CONTACT, protected=_people(teller, strict))
    if some:
        yield teller.label(Say.CARD_NO_CONTACT_SOME, protected=_people(teller, some))
    yield from _away(teller, [row for row in rows if row.term is TermKind.STAY_AWAY])
    for row in rows:
        if row.term in SHORT:
            yield teller.label(SHORT[row.term])


def _away(teller: Teller, rows: list[GoverningTerm]) -> Iterator[str]:
    named = [row.detail.facts.get("distance") for row in rows]
    distances = [distance for distance in named if isinstance(distance, Distance)]
    if distances:
        widest = max(distances, key=lambda distance: distance.metres)
        yield teller.label(Say.CARD_STAY_AWAY_DISTANCE, distance=widest)
    elif rows:
        yield teller.label(Say.CARD_STAY_AWAY)
