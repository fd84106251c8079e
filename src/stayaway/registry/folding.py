"""Folding the journal: what its entries, as far as they go, say of some people and cases.

What comes out is a mapping in the words of an order file, which the core reads with the same checker as any order file.
A correction counts from when it was recorded: folded up to an earlier instant, the journal says what was known then.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from stayaway.files.faults import Fault, FileFaults
from stayaway.files.read import read_text
from stayaway.law.load import law_book
from stayaway.model import Papers

from .entries import Line, What

ID_LENGTH = 21
"""A letter and 80 bits."""
PERSON_SECRETS = ("phones", "emails", "handles")
"""Secrets of a person that an order file has a word for."""


@dataclass
class FoldedPerson:
    """A person as the journal tells of them. `contact` is where reminders may go."""

    facts: dict[str, Any]
    secrets: dict[str, Any] = field(default_factory=dict)
    descriptors: dict[str, Any] = field(default_factory=dict)
    same_as: str = ""
    contact: dict[str, Any] = field(default_factory=dict)
    consents: dict[str, str] = field(default_factory=dict)
    told: str = ""
    """The agency that was told what is secret of them."""


@dataclass
class FoldedCase:
    """A case as the journal tells of it: the case, its places and its orders as an order file holds them."""

    case: dict[str, Any]
    court: str
    keeper: str
    foreign: bool
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    place_secrets: dict[str, dict[str, Any]] = field(default_factory=dict)
    place_of: dict[str, str] = field(default_factory=dict)
    """Whose place it is, where that was entered."""
    orders: dict[str, dict[str, Any]] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)
    """For when each order was entered: a day, or an instant."""
    appearances: dict[str, dict[str, str]] = field(default_factory=dict)
    done: list[tuple[str, str, str]] = field(default_factory=list)
    """Tasks said to be done: order, kind, and when."""
    is_sealed: bool = False
    tells_restrained: bool = True


@dataclass
class Folded:
    """What the journal says: people and cases by id, and the version that each stream has come to."""

    people: dict[str, FoldedPerson] = field(default_factory=dict)
    cases: dict[str, FoldedCase] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)


def fold(lines: Sequence[Line]) -> Folded:
    """What the lines, in the order of their numbers, say."""
    folded = Folded()
    corrections = last_corrections(lines)
    for line in lines:
        folded.versions[line.stream] = line.version
        stands = as_corrected(line, corrections.get(line.number))
        step = STEPS.get(line.what) if stands is not None else None
        if stands is not None and step is not None:
            step(folded, stands)
    return folded


def last_corrections(lines: Iterable[Line]) -> dict[int, Line]:
    """The correction that counts of each entry that was corrected: the last one, by the number of the entry."""
    return {line.corrects: line for line in lines if line.what is What.CORRECTED and line.corrects is not None}


def as_corrected(line: Line, correction: Line | None) -> Line | None:
    """An entry as it counts after its last correction. None: it was taken back.

    Secrets that a correction does not say anew stay, and so does the agency that was told them.
    """
    if correction is None:
        return line
    instead = correction.facts.get("instead")
    if instead is None:
        return None
    if not correction.secrets:
        return replace(line, facts=instead)
    return replace(line, facts=instead, secrets=correction.secrets, agency=correction.agency)


def file_of(folded: Folded, *, secrets: bool = False, sealed: bool = False) -> dict[str, Any]:
    """What was folded as one order file. Sealed cases answer nothing and are left out, but for the registry itself."""
    cases = {key: case for key, case in folded.cases.items() if sealed or not case.is_sealed}
    file: dict[str, Any] = {"people": {}, "places": {}, "cases": {}, "orders": {}}
    for key, person in folded.people.items():
        known = {name: person.secrets[name] for name in PERSON_SECRETS if secrets and person.secrets.get(name)}
        file["people"][key] = {**person.facts, **known}
    for key, case in cases.items():
        file["cases"][key] = case.case
        for place, facts in case.places.items():
            file["places"][place] = {**facts, **(case.place_secrets.get(place, {}) if secrets else {})}
        file["orders"].update(case.orders)
    return file


def papers_of(file: Mapping[str, Any], name: str = "registry") -> Papers:
    """The papers of a folded file. Raises FileFaults, with everything that is wrong with it.

    A fault names no person and no place that could have been meant: whoever wrote the file may not know of them.
    """
    text = json.dumps({key: part for key, part in file.items() if part} or {"people": {}})
    try:
        return read_text(text, name, law_book())
    except FileFaults as error:
        raise FileFaults(tuple(_without_ids(fault) for fault in error.faults)) from None


def _without_ids(fault: Fault) -> Fault:
    nearest = None if fault.nearest is None or is_id(fault.nearest) else fault.nearest
    return replace(fault, wanted=tuple(one for one in fault.wanted if not is_id(one)), nearest=nearest)


# ---- one step for each kind of entry ----------------------------------------------------------------------------


def _person(folded: Folded, line: Line) -> None:
    facts = dict(line.facts)
    descriptors = facts.pop("descriptors", {})
    before = folded.people.get(line.stream)
    person = FoldedPerson(facts, dict(line.secrets or {}), descriptors)
    if before is not None:
        person.same_as, person.contact, person.consents = before.same_as, before.contact, before.consents
    if line.secrets:
        person.told = line.agency
    elif before is not None:
        # Whoever changes a name may not see the phone, and so cannot write it again.
        person.secrets, person.told = before.secrets, before.told
    folded.people[line.stream] = person


def _linked(folded: Folded, line: Line) -> None:
    folded.people[line.stream].same_as = str(line.facts.get("same_as", ""))


def _contact(folded: Folded, line: Line) -> None:
    folded.people[line.stream].contact = dict(line.secrets or {})


def _consent(folded: Folded, line: Line) -> None:
    consents = folded.people[line.stream].consents
    if line.what is What.CONSENT_GIVEN:
        consents[line.facts["agency"]] = line.facts["until"]
    else:
        consents.pop(line.facts["agency"], None)


def _opened(folded: Folded, line: Line) -> None:
    foreign = bool(line.facts.get("foreign"))
    folded.cases[line.stream] = FoldedCase(
        case=dict(line.facts["case"]),
        court="" if foreign else line.court,
        keeper=line.court,
        foreign=foreign,
        tells_restrained=not foreign,
    )


def _changed(folded: Folded, line: Line) -> None:
    case = folded.cases[line.stream]
    docket = case.case.get("docket")
    case.case = dict(line.facts["case"]) | ({"docket": docket} if docket else {})


def _place(folded: Folded, line: Line) -> None:
    facts = dict(line.facts)
    place = facts.pop("place")
    case = folded.cases[line.stream]
    case.place_of[place] = facts.pop("of", "")
    case.places[place] = facts
    case.place_secrets[place] = dict(line.secrets or {})


def _case_event(folded: Folded, line: Line) -> None:
    folded.cases[line.stream].case.setdefault("docket", []).append(dict(line.facts["entry"]))


def _order(folded: Folded, line: Line) -> None:
    case, order = folded.cases[line.stream], line.facts["order"]
    case.orders[order], case.entered[order] = dict(line.facts["file"]), line.happened


def _order_event(folded: Folded, line: Line) -> None:
    order = folded.cases[line.stream].orders[line.facts["order"]]
    order.setdefault("docket", []).append(dict(line.facts["entry"]))


def _appeared(folded: Folded, line: Line) -> None:
    folded.cases[line.stream].appearances[line.facts["account"]] = dict(line.facts)


def _withdrew(folded: Folded, line: Line) -> None:
    folded.cases[line.stream].appearances.pop(line.facts["account"], None)


def _done(folded: Folded, line: Line) -> None:
    folded.cases[line.stream].done.append((line.facts.get("order", ""), line.facts["kind"], line.happened))


def _notice(folded: Folded, line: Line) -> None:
    folded.cases[line.stream].tells_restrained = True


def _sealed(folded: Folded, line: Line) -> None:
    folded.cases[line.stream].is_sealed = line.what is What.SEALED


STEPS: Mapping[What, Callable[[Folded, Line], None]] = {
    What.PERSON_RECORDED: _person,
    What.PERSON_CHANGED: _person,
    What.PEOPLE_LINKED: _linked,
    What.PEOPLE_UNLINKED: _linked,
    What.CONTACT_CHOSEN: _contact,
    What.CONSENT_GIVEN: _consent,
    What.CONSENT_ENDED: _consent,
    What.CASE_OPENED: _opened,
    What.CASE_CHANGED: _changed,
    What.PLACE_RECORDED: _place,
    What.CASE_EVENT: _case_event,
    What.ORDER_RECORDED: _order,
    What.ORDER_EVENT: _order_event,
    What.APPEARED: _appeared,
    What.WITHDREW: _withdrew,
    What.TASK_DONE: _done,
    What.NOTICE_ASKED: _notice,
    What.SEALED: _sealed,
    What.UNSEALED: _sealed,
}


def people_in(value: Any) -> set[str]:
    """The ids of the people that a folded case names, wherever in it."""
    if isinstance(value, str):
        return {value} if is_person(value) else set()
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return {person for part in parts for person in people_in(part)}


def is_id(text: str) -> bool:
    """Whether a text is an id, as the registry makes them."""
    return len(text) == ID_LENGTH and text[0].isalpha() and all(letter in "0123456789abcdef" for letter in text[1:])


def is_person(text: str) -> bool:
    """Whether a text is the id of a person, as the registry makes them."""
    return is_id(text) and text[0] == "p"
