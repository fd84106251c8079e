"""From what was written into a form to papers: through an order file, so that all checks and faults are the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from stayaway.files import Fault, FileCode, read_text, write_text
from stayaway.law import yaml12
from stayaway.law.load import law_book
from stayaway.model import Kind, OrderId, Papers, TermKind
from stayaway.pages.voice import Voice
from stayaway.reasoning.rulebook import Role
from stayaway.wording.papers import PapersCode as Say

from .order_form import ROWS

LONGEST = 2000
"""Characters of one answer; what is longer is cut."""
FILE = "form"
FIELD_OF = {
    "instrument": "type",
    "stage": "type",
    "jurisdiction": "place",
    "court": "court",
    "number": "number",
    "issued": "issued",
    "expires": "expires",
    "until": "until",
    "restrained": "restrained",
    "protects": "protected",
    "distance": "distance",
    "other": "other",
    "terms": "terms",
}
"""Which field a part of an order or a case comes from."""

File = dict[str, Any]
Entries = list[tuple[str, dict[str, str]]]
"""Entries of a docket, each with the field that it comes from."""


@dataclass(frozen=True)
class Composed:
    """An order file that holds the order of a form; which order that is, and which fields its dockets come from."""

    file: File
    order: str
    case: str
    order_fields: tuple[str, ...]
    case_fields: tuple[str, ...]

    def read(self) -> Papers:
        """The papers. Raises FileFaults."""
        return read_text(json.dumps(self.file, ensure_ascii=False), FILE, law_book())

    def field_of(self, fault: Fault) -> str | None:
        """The field of the form that a fault is about; None where it is about the order as a whole."""
        entry = re.search(r"\bdocket\[(\d+)\](?:\.(\w+))?", fault.path)
        if entry is not None:
            fields = self.case_fields if fault.path.startswith("cases") else self.order_fields
            at = int(entry[1])
            part = "until" if fault.code is FileCode.UNTIL_MISSING else entry[2]
            return _field_of_entry(fields[at], part) if at < len(fields) else None
        steps = re.findall(r"\w+", fault.path)
        return next((FIELD_OF[step] for step in reversed(steps) if step in FIELD_OF), None)


def _field_of_entry(name: str, part: str | None) -> str:
    if name == "served":
        return "served_on"
    return f"{name}_until" if part in ("until", "hearing") else f"{name}_on"


def file_of(papers: Papers | None) -> File:
    """The papers as the structure of an order file."""
    return dict(yaml12.read(write_text(papers))) if papers is not None else {}


def without(papers: Papers, order: OrderId) -> File:
    """The papers without one order, and without its case where no other order is of it."""
    file = file_of(papers)
    gone = file["orders"].pop(str(order))
    if all(one["case"] != gone["case"] for one in file["orders"].values()):
        file["cases"].pop(gone["case"], None)
    return file


def compose(written: QueryDict, kind: Kind, papers: Papers | None, mine: OrderId | None, voice: Voice) -> Composed:
    """The papers with the order of a form: one more, or in the place of `mine`."""
    file = file_of(papers)
    for part in ("people", "places", "cases", "orders"):
        file.setdefault(part, {})
    said = _said(written)
    order = str(mine) if mine is not None else _new_key(file["orders"], _order_name(kind, voice))
    restrained = _person(file, said, "restrained", Role.RESTRAINED_PERSON, voice)
    protected = _person(file, said, "protected", Role.PROTECTED_PERSON, voice)
    also = [_named(file, name) for name in _lines(said.get("also"))]
    before = file["orders"].get(order, {}).get("case")
    case = said.get("case") or before or _new_key(file["cases"], order)
    case_entries = list(_entries(written, "event", ROWS))
    if not said.get("case") or case == before:
        file["cases"][case] = _case(said, kind, restrained, [protected, *also], case_entries)
    order_entries = _order_entries(written, said)
    kind_of_type = "stage" if said.get("type", "").startswith("stage:") else "instrument"
    file["orders"][order] = _known(
        case=case,
        **{kind_of_type: said.get("type", "").removeprefix("stage:")},
        restrained=restrained,
        protects=[protected, *also],
        issued=said.get("issued"),
        expires="never" if said.get("until") == "never" else said.get("expires"),
        until=said.get("until") if said.get("until") != "never" else None,
        relationship=said.get("relationship"),
        terms=_terms(file, written, said, protected, voice),
        docket=[entry for _, entry in order_entries],
    )
    if before and all(one["case"] != before for one in file["orders"].values()):
        del file["cases"][before]
    fields = tuple(name for name, _ in order_entries), tuple(name for name, _ in case_entries)
    return Composed(file, order, case, *fields)


def _said(written: QueryDict) -> dict[str, str]:
    return {name: said for name in written if (said := written.get(name, "").strip()[:LONGEST])}


def _known(**parts: Any) -> File:
    return {name: part for name, part in parts.items() if part not in (None, "", [], {})}


def _lines(said: str | None) -> list[str]:
    return [line.strip() for line in (said or "").splitlines() if line.strip()]


def _order_name(kind: Kind, voice: Voice) -> str:
    return voice.speaker.sentence(Say.A_CIVIL_ORDER if kind is Kind.CIVIL else Say.A_CRIMINAL_ORDER, {})


def _new_key(taken: Iterable[str], wanted: str) -> str:
    keys = set(taken)
    names = (wanted, *(f"{wanted} {number}" for number in range(2, len(keys) + 3)))
    return next(name for name in names if name not in keys)


# ---- people and places -------------------------------------------------------------------------------------------


def _person(file: File, said: dict[str, str], side: str, role: Role, voice: Voice) -> str:
    """Somebody who is in the papers, or somebody new. Without a name they are called by their role."""
    chosen = said.get(side)
    if chosen in file["people"]:
        return str(chosen)
    return _named(file, said.get(f"{side}_name") or voice.show(role))


def _named(file: File, name: str) -> str:
    """The key of the person of a name."""
    for key, person in file["people"].items():
        if ((person or {}).get("name") or key).casefold() == name.casefold():
            return str(key)
    key = _new_key((*file["people"], *file["places"]), f"person-{len(file['people']) + 1}")
    file["people"][key] = {"name": name}
    return key


def _place(file: File, near: str, person: str, voice: Voice) -> str:
    """The home, work or school of somebody. No address is asked for."""
    key = f"{near}-of-{person}"
    codes = {"home": Say.HOME_OF, "work": Say.WORK_OF, "school": Say.SCHOOL_OF}
    name = (file["people"][person] or {}).get("name") or person
    file["places"].setdefault(key, {"label": voice.speaker.sentence(codes[near], {"person": name})})
    return key


# ---- the case and the order ----------------------------------------------------------------------------------------


def _case(said: dict[str, str], kind: Kind, restrained: str, protected: list[str], entries: Entries) -> File:
    about = {"kind": kind.value} | _known(
        jurisdiction=said.get("place"), court=said.get("court"), number=said.get("number")
    )
    if kind is Kind.CIVIL:
        sides: File = {"petitioner": protected[0], "respondent": restrained}
    else:
        sides = {"defendant": restrained, "victims": protected} | _known(charge=_known(category=said.get("charge")))
    return about | sides | _known(docket=[entry for _, entry in entries])


def _entries(written: QueryDict, prefix: str, rows: Iterable[str]) -> Iterable[tuple[str, dict[str, str]]]:
    for name in (f"{prefix}{row}" for row in rows):
        event = written.get(name, "")
        if not event:
            continue
        ends = "hearing" if event == "hearing_set" else "until"
        yield name, _known(on=written.get(f"{name}_on"), entry=event, **{ends: written.get(f"{name}_until")})


def _order_entries(written: QueryDict, said: dict[str, str]) -> Entries:
    first: Entries = []
    if said.get("served"):
        first.append(("served", _known(on=said.get("served_on"), entry=said["served"])))
    return first + list(_entries(written, "change", ROWS))


def _terms(file: File, written: QueryDict, said: dict[str, str], protected: str, voice: Voice) -> list[Any]:
    """The terms, in the words of an order file. Where nothing was ticked they are not known, and left out."""
    ticked = written.getlist("terms")
    found: list[Any] = []
    if TermKind.NO_ABUSE in ticked:
        found.append("no_abuse")
    if TermKind.NO_CONTACT in ticked:
        exceptions = _exceptions(written, said)
        found.append({"no_contact": {"except": exceptions}} if exceptions else "no_contact")
    near = [
        protected if one == "person" else _place(file, one, protected, voice)
        for one in written.getlist("near")
        if one in ("person", "home", "work", "school")
    ]
    if near or said.get("distance"):
        found.append({"stay_away": _known(distance=_distance(said)) | {"from": near or [protected]}})
    if TermKind.MOVE_OUT in ticked:
        found.append({"move_out": {"of": _place(file, "home", protected, voice)}})
    if TermKind.SURRENDER_FIREARMS in ticked:
        found.append("surrender_firearms")
    found += [one for one in written.getlist("more_terms") if one in ("pay_support", "custody")]
    if said.get("exchange") in ("required", "allowed"):
        found.append({"exchange": {said["exchange"]: "yes"}})
    return found + [{"other": line} for line in _lines(said.get("other"))]


def _exceptions(written: QueryDict, said: dict[str, str]) -> list[Any]:
    ticked = written.getlist("except")
    found: list[Any] = [one for one in ticked if one != "children"]
    ways = _known(by=written.getlist("except_by"))
    if "children" in ticked:
        found.append({"about": "children", **ways})
    if said.get("except_about"):
        found.append({"about": said["except_about"], **ways})
    return found


def _distance(said: dict[str, str]) -> str | None:
    """A number with its unit, `500 ft`."""
    distance = said.get("distance")
    return f"{distance} {said.get('unit') or 'ft'}" if distance else None
