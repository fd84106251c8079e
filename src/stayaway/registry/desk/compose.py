"""From what was written into a form to an order as an order file holds it, so that one checker reads all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

from stayaway.files import Fault
from stayaway.model import Never, TermKind
from stayaway.wording.desk import DeskCode

from .order_form import FINDINGS, PLAIN

FIELD_OF = {
    "instrument": "type",
    "stage": "type",
    "issued": "issued",
    "expires": "expires",
    "until": "until",
    "restrained": "restrained",
    "protects": "protects",
    "relationship": "relationship",
    "distance": "distance",
    "stay_away": "distance",
    "exchange": "exchange",
    "custody": "custody",
    "pay_support": "support",
    "other": "other",
    "terms": "terms",
}
"""Which field of the form a part of an order comes from."""


def order_file(written: QueryDict, case: str, also: Sequence[str] = ()) -> dict[str, Any]:
    """The order of a form. `also` are the ids of more people whom it protects."""
    kind = written.get("type", "")
    protects = [*written.getlist("protects"), *also]
    until = written.get("until", "")
    return known(
        case=case,
        **{"stage" if kind.startswith("stage:") else "instrument": kind.removeprefix("stage:")},
        restrained=said(written, "restrained"),
        protects=protects,
        issued=said(written, "issued"),
        expires=Never.NEVER.value if until == Never.NEVER else said(written, "expires"),
        until="" if until == Never.NEVER else until,
        relationship=said(written, "relationship"),
        findings=known(**{name: said(written, name) for name in FINDINGS}),
        terms=terms_of(written, protects),
    )


def said(written: QueryDict, name: str) -> str:
    """What was written into a field, without the spaces around it."""
    return str(written.get(name, "")).strip()[:2000]


def known(**parts: Any) -> dict[str, Any]:
    """What was filled in."""
    return {name: part for name, part in parts.items() if part not in (None, "", [], {})}


def terms_of(written: QueryDict, protects: Sequence[str]) -> list[Any]:
    """The terms in the words of an order file. Nothing ticked: they are not known, and left out."""
    ticked = written.getlist("terms")
    found: list[Any] = []
    if PLAIN[0] in ticked:
        found.append(TermKind.NO_ABUSE.value)
    if PLAIN[1] in ticked:
        exceptions = _exceptions(written)
        found.append({"no_contact": {"except": exceptions}} if exceptions else TermKind.NO_CONTACT.value)
    near, distance = written.getlist("near"), _distance(written)
    if near or distance:
        found.append({"stay_away": known(distance=distance) | {"from": near or list(protects)}})
    if said(written, "move_out"):
        place = said(written, "move_out")
        found.append(TermKind.MOVE_OUT.value if place == "yes" else {"move_out": {"of": place}})
    if PLAIN[2] in ticked:
        found.append(TermKind.SURRENDER_FIREARMS.value)
    if said(written, "support"):
        found.append({"pay_support": {"note": said(written, "support")}})
    if said(written, "custody"):
        found.append({"custody": {"note": said(written, "custody")}})
    if said(written, "exchange") in ("required", "allowed"):
        found.append({"exchange": _exchange(written)})
    return found + [{"other": line.strip()} for line in said(written, "other").splitlines() if line.strip()]


def lost_in(written: QueryDict) -> dict[str, DeskCode]:
    """Fields that were filled in and belong to a term that was not chosen, each with what to do about it.

    Such an order would be recorded without them, and nobody would notice.
    """
    found = {}
    excepted = [*written.getlist("except"), *written.getlist("except_by"), said(written, "except_about")]
    if any(excepted) and PLAIN[1] not in written.getlist("terms"):
        found["except"] = DeskCode.EXCEPTION_WITHOUT_BAN
    handed = [said(written, "exchange_place"), said(written, "exchange_when"), *written.getlist("exchange_by")]
    if any(handed) and said(written, "exchange") not in ("required", "allowed"):
        found["exchange"] = DeskCode.EXCHANGE_NOT_CHOSEN
    return found


def _exchange(written: QueryDict) -> dict[str, Any]:
    place, when = said(written, "exchange_place"), said(written, "exchange_when")
    return {said(written, "exchange"): "yes"} | known(place=place, when=when, by=written.getlist("exchange_by"))


def _exceptions(written: QueryDict) -> list[Any]:
    ticked = written.getlist("except")
    found: list[Any] = [one for one in ticked if one != "children"]
    ways = known(by=written.getlist("except_by"))
    if "children" in ticked:
        found.append({"about": "children", **ways})
    if said(written, "except_about"):
        found.append({"about": said(written, "except_about"), **ways})
    return found


def _distance(written: QueryDict) -> str:
    distance = said(written, "distance")
    return f"{distance} {said(written, 'unit') or 'ft'}" if distance else ""


def field_of(fault: Fault, rows: Mapping[str, str]) -> str | None:
    """The field of a form that a fault is about. `rows` says which rows people came from, by their ids."""
    steps = re.findall(r"\w+", fault.path)
    if steps[:1] == ["people"] and len(steps) > 1 and steps[1] in rows:
        part = steps[2] if len(steps) > 2 else "name"
        return f"{rows[steps[1]]}_{part if part in PERSON_PARTS else 'name'}"
    return next((FIELD_OF[step] for step in reversed(steps) if step in FIELD_OF), None)


PERSON_PARTS = frozenset({"name", "born", "phones", "emails"})
"""What a row of a form asks of a person."""
