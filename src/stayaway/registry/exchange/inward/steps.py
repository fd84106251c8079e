"""A case of an order file as one step of entries, in the order in which things happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from stayaway.files.where import Loc
from stayaway.files.write import mapping
from stayaway.model import Case, CaseEntry, CaseEvent, CaseId, Kind, Moment, OrderEntry, OrderId, Papers, start_of
from stayaway.reasoning.authority import Role
from stayaway.reasoning.docketing import REQUESTS
from stayaway.registry.accounts.models import Agency, new_id
from stayaway.registry.entries import Proposal, What

from .source import More

NAMES = frozenset(
    {
        *("petitioner", "respondent", "defendant", "victims", "witnesses", "restrained", "protects"),
        *("toward", "from", "of", "to", "place", "at", "through"),
    }
)
"""The keys behind which a case or an order names people and places. Behind all others stands plain text."""
SECRETS_OF_PERSON = ("phones", "emails", "handles")
SECRETS_OF_PLACE = ("address", "at")


@dataclass(frozen=True, slots=True)
class CaseStep:
    """The entries of one case, and of the people whom it names for the first time.

    `name` is what the file calls the case; `orders` are the ids of its orders by the names that the file gives them;
    `locs` say for each entry which part of the file it comes from.
    """

    name: str
    case: str
    orders: Mapping[str, str]
    proposals: tuple[Proposal, ...]
    locs: tuple[Loc, ...]
    expected: Mapping[str, int]
    is_new_today: bool = False
    """Whether an order of it is as new as the day of loading, so that it is held against all others first."""

    @property
    def newcomers(self) -> tuple[Proposal, ...]:
        """The entries of people who are recorded with this case."""
        return tuple(one for one in self.proposals if one.what is What.PERSON_RECORDED)


@dataclass
class Naming:
    """Ids for the names of one file. A person keeps theirs in all of the file's cases, and so does a place."""

    people: dict[str, str]
    recorded: set[str]
    places: dict[str, str]

    @staticmethod
    def of(same: Mapping[str, str]) -> Naming:
        """Begin, with the people who are on record already."""
        return Naming(dict(same), set(same.values()), {})


class Written:
    """Papers in the words of an order file, with what belongs to each case found once."""

    def __init__(self, papers: Papers) -> None:
        self.papers = papers
        whole = plain(mapping(replace(papers, jurisdiction=None)))
        self.people: dict[str, dict[str, Any]] = whole.get("people", {})
        self.places: dict[str, dict[str, Any]] = whole.get("places", {})
        self.cases: dict[str, dict[str, Any]] = whole.get("cases", {})
        self.orders: dict[str, dict[str, Any]] = whole.get("orders", {})
        self.orders_of: dict[str, list[str]] = {key: [] for key in self.cases}
        for key, order in self.orders.items():
            self.orders_of[order["case"]].append(key)
        self._rank = {key: rank for rank, key in enumerate((*self.people, *self.places))}
        self.used = {key: self._used(key) for key in self.cases}
        self.named = {one for used in self.used.values() for one in used}

    def _used(self, case: str) -> list[str]:
        """The people and places that a case and its orders name, as the file lists them."""
        found = {
            *_names_in(self.cases[case]),
            *(one for key in self.orders_of[case] for one in _names_in(self.orders[key])),
        }
        return sorted(found & self._rank.keys(), key=self._rank.__getitem__)


def step_of(
    name: str,
    written: Written,
    naming: Naming,
    court: Agency,
    foreign: bool,
    now: datetime,
    more: Mapping[str, More],
) -> CaseStep:
    """The entries of one case. `naming` is told whom and what it names."""
    case = written.papers.cases[CaseId(name)]
    orders = {key: written.papers.orders[OrderId(key)] for key in written.orders_of[name]}
    about = dict(written.cases[name])
    if not foreign:
        about.setdefault("court", court.name)
    ids: dict[str, str] = {}
    people = [key for key in written.used[name] if key in written.people]
    for key in people:
        ids[key] = naming.people.setdefault(key, new_id("p"))
    alone = len(written.cases) == 1
    places = list(written.places) if alone else [key for key in written.used[name] if key in written.places]
    for place in places:
        ids[place] = naming.places.setdefault(place, new_id("l"))
    made = {key: new_id("o") for key in orders}

    opened = _opened(case, orders.values(), now)
    found: list[tuple[Proposal, Loc]] = []
    for key in people:
        if ids[key] not in naming.recorded:
            naming.recorded.add(ids[key])
            person = _person(ids[key], dict(written.people[key]), more.get(key), now)
            found.append((person, ("people", key)))
    stream = new_id("c")
    docket = about.pop("docket", [])
    found.append((_case(stream, about, ids, opened, court, foreign), ("cases", name)))
    for place in places:
        found.append((_place(stream, ids[place], dict(written.places[place]), opened), ("places", place)))
    found += _in_time(case, docket, orders, written.orders, ids, made, stream, opened)
    return CaseStep(
        name=name,
        case=stream,
        orders=made,
        proposals=tuple(one for one, _ in found),
        locs=tuple(loc for _, loc in found),
        expected={one.stream: 0 for one, _ in found},
        is_new_today=not foreign
        and any(
            one.what is What.ORDER_RECORDED and one.happened[:10] >= now.astimezone(case.time_zone).date().isoformat()
            for one, _ in found
        ),
    )


def plain(value: Any) -> Any:
    """A value as JSON has it: days and instants as an order file writes them."""
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _person(stream: str, facts: dict[str, Any], more: More | None, now: datetime) -> Proposal:
    secrets = {key: facts.pop(key) for key in SECRETS_OF_PERSON if key in facts}
    if more is not None and more.identifiers:
        secrets["identifiers"] = dict(more.identifiers)
    return Proposal(What.PERSON_RECORDED, stream, now.astimezone(UTC).date().isoformat(), facts, secrets)


def _case(
    stream: str, about: dict[str, Any], ids: Mapping[str, str], opened: str, court: Agency, foreign: bool
) -> Proposal:
    facts: dict[str, Any] = {"case": renamed(about, ids)}
    if foreign:
        facts["foreign"] = True
    acting = Role.PROTECTED_PERSON if about["kind"] == Kind.CIVIL.value else None
    return Proposal(What.CASE_OPENED, stream, opened, facts, acting=acting, court=court.id)


def _place(stream: str, place: str, facts: dict[str, Any], opened: str) -> Proposal:
    secrets = {key: facts.pop(key) for key in SECRETS_OF_PLACE if key in facts}
    return Proposal(What.PLACE_RECORDED, stream, opened, {"place": place, **facts}, secrets)


def _in_time(
    case: Case,
    docket: list[dict[str, Any]],
    orders: Mapping[Any, Any],
    written: Mapping[str, dict[str, Any]],
    ids: Mapping[str, str],
    made: Mapping[str, str],
    stream: str,
    opened: str,
) -> Iterator[tuple[Proposal, Loc]]:
    """The dockets of a case and its orders as they happened. On one day the case comes first, then what it led to."""
    zone = case.time_zone
    found: list[tuple[tuple[datetime, int], Proposal, Loc]] = []
    for index, (entry, one) in enumerate(zip(case.docket, docket, strict=True)):
        proposal = Proposal(What.CASE_EVENT, stream, one["on"], {"entry": one}, acting=_of_case(entry, case.kind))
        found.append(((start_of(entry.on, zone), 0), proposal, ("cases", case.id, "docket", index)))
    for key, order in orders.items():
        file = dict(written[key])
        entries = file.pop("docket", [])
        began = order.issued or min(
            (entry.on for entry in order.docket), key=lambda on: start_of(on, zone), default=None
        )
        facts = {"order": made[key], "file": {**renamed(file, ids), "case": stream}}
        happened = opened if began is None else began.isoformat()
        begins = start_of(began, zone) if began is not None else start_of(_read(opened), zone)
        found.append(((begins, 1), Proposal(What.ORDER_RECORDED, stream, happened, facts), ("orders", key)))
        for index, (entry, one) in enumerate(zip(order.docket, entries, strict=True)):
            facts = {"order": made[key], "entry": renamed(one, ids)}
            acting = _of_order(entry, case.kind)
            proposal = Proposal(What.ORDER_EVENT, stream, one["on"], facts, acting=acting)
            when = (max(begins, start_of(entry.on, zone)), 2)
            found.append((when, proposal, ("orders", key, "docket", index)))
    for _, proposal, loc in sorted(found, key=lambda one: one[0]):
        yield proposal, loc


def _read(text: str) -> Moment:
    return date.fromisoformat(text) if len(text) == len("2024-05-03") else datetime.fromisoformat(text)


def _opened(case: Case, orders: Any, now: datetime) -> str:
    """When the case was opened: when it was filed or charged, or at the latest when the first thing happened in it."""
    began = [entry.on for entry in case.docket if entry.event in {CaseEvent.FILED, CaseEvent.CHARGED}]
    first = began or [
        *(entry.on for entry in case.docket),
        *(order.issued for order in orders if order.issued is not None),
        *(entry.on for order in orders for entry in order.docket),
    ]
    zone: ZoneInfo = case.time_zone
    today = now.astimezone(zone).date()
    return min(first, key=lambda on: start_of(on, zone), default=today).isoformat()


def _of_case(entry: CaseEntry, kind: Kind) -> Role | None:
    """Who did what a court has received. The file does not say it, so it is who does so as a rule."""
    if entry.event is CaseEvent.FILED and kind is Kind.CIVIL:
        return Role.PROTECTED_PERSON
    return Role.PROSECUTOR if entry.event is CaseEvent.CHARGED and kind is Kind.CRIMINAL else None


def _of_order(entry: OrderEntry, kind: Kind) -> Role | None:
    if entry.event not in REQUESTS:
        return None
    return Role.PROTECTED_PERSON if kind is Kind.CIVIL else Role.PROSECUTOR


def _names_in(value: Any, named: bool = False) -> Iterator[str]:
    if isinstance(value, str):
        if named:
            yield str(value)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _names_in(part, key in NAMES)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _names_in(part, named)


def renamed(value: Any, ids: Mapping[str, str], named: bool = False) -> Any:
    """A part of a file with other names for the people and places that it names."""
    if isinstance(value, str):
        return ids.get(value, value) if named else value
    if isinstance(value, Mapping):
        return {key: renamed(part, ids, key in NAMES) for key, part in value.items()}
    return [renamed(part, ids, named) for part in value] if isinstance(value, list) else value
