"""What is on record already: the same order, and people who may be the same. A likeness alone joins nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from stayaway.model import Case, Order, Papers, Person, PersonId
from stayaway.model.state import same_court
from stayaway.registry.accounts.models import Agency
from stayaway.registry.finding import KeyKind, identifier_key, identifier_text, read_name, search_keys
from stayaway.registry.models import CaseRow, IdentifierKey, NameKey, OrderRow
from stayaway.registry.secret_fields import keyed_digest
from stayaway.wording.exchange_in import ImportCode as C

from .source import More


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on record who may be the same as a person of the file, and why it seems so."""

    person: str
    record: str
    why: tuple[C, ...]


def candidates(people: Mapping[PersonId, Person], more: Mapping[str, More]) -> list[Candidate]:
    """Everybody on record with the same number, or the same name and birth date, as one of these people.

    A name is the same whatever the order of its words, their case and accents. People of sealed cases are not found.
    """
    found: dict[tuple[str, str], set[C]] = {}
    for key, person in people.items():
        for record in [] if person.born is None or not person.name else _named(person.name, person.born):
            found.setdefault((str(key), record), set()).add(C.SAME_NAME_AND_BIRTH)
        identifiers = more[key].identifiers if key in more else {}
        for record in _numbered(identifiers):
            found.setdefault((str(key), record), set()).add(C.SAME_NUMBER)
    return [Candidate(person, record, tuple(sorted(why))) for (person, record), why in sorted(found.items())]


def _named(name: str, born: date) -> list[str]:
    words = read_name(name).sorted_words
    keys = [key.text for key in search_keys(read_name(name)) if key.kind is KeyKind.EXACT]
    rows = NameKey.objects.filter(
        kind=KeyKind.EXACT.value, key__in=keys, born=born, person__parts__case__is_sealed=False
    )
    alike = set(rows.values_list("person_id", "person__name"))
    return sorted(person for person, other in alike if read_name(other).sorted_words == words)


def _numbered(identifiers: Mapping[str, str]) -> list[str]:
    digests = [keyed_digest(identifier_text(kind, number)) for kind, number in identifiers.items()]
    if not digests:
        return []
    rows = IdentifierKey.objects.filter(digest__in=digests, person__parts__case__is_sealed=False)
    return sorted(set(rows.values_list("person_id", flat=True)))


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What is on record of a case: which of its orders are, by name. `is_taken`: its number is, whatever its orders."""

    orders: tuple[str, ...] = ()
    is_taken: bool = False


class Register:
    """Cases that a court keeps, looked up by their numbers, many at a time."""

    def __init__(self, court: Agency, foreign: bool) -> None:
        self.court, self.foreign = court, foreign
        self._rows: dict[str, list[CaseRow]] = {}
        self._orders: dict[str, list[OrderRow]] = {}

    def look_up(self, numbers: Iterable[str]) -> None:
        """Read at once what is on record under these numbers."""
        keys = {identifier_key(number) for number in numbers} - self._rows.keys() - {""}
        if not keys:
            return
        self._rows |= {key: [] for key in keys}
        # A sealed case is not there: nobody but its judge is told that its number is taken.
        rows = CaseRow.objects.filter(keeper=self.court, is_foreign=self.foreign, is_sealed=False, number_key__in=keys)
        for row in rows:
            self._rows[row.number_key].append(row)
        found = OrderRow.objects.filter(case__in=list(rows)).select_related("restrained")
        for order in found if rows else ():
            self._orders.setdefault(order.case_id, []).append(order)

    def find(self, case: Case, orders: Mapping[str, Order], papers: Papers) -> OnRecord:
        """What is on record of a case of these papers."""
        number = identifier_key(case.number or "")
        if not number:
            return self._by_people(orders, papers)
        self.look_up([number])
        rows = [
            row
            for row in self._rows[number]
            if not self.foreign
            or same_court(str(row.folded["case"].get("court", "")), case.court or "")
            or (not case.court and not row.folded["case"].get("court"))
        ]
        kept = [order for row in rows for order in self._orders.get(row.id, ())]
        there = [key for key, order in orders.items() if any(_is_same(order, one, papers) for one in kept)]
        return OnRecord(tuple(there), bool(rows))

    def _by_people(self, orders: Mapping[str, Order], papers: Papers) -> OnRecord:
        """Without a number, an order is the same only where a birth date says who is restrained."""
        there = []
        for key, order in orders.items():
            restrained = papers.people[order.restrained]
            if not restrained.name or restrained.born is None:
                continue
            kept = OrderRow.objects.filter(
                case__keeper=self.court,
                case__is_foreign=self.foreign,
                case__is_sealed=False,
                case__number_key="",
                restrained__name=restrained.name,
                restrained__born=restrained.born,
            ).select_related("restrained")
            if any(_is_same(order, one, papers) for one in kept):
                there.append(key)
        return OnRecord(tuple(there))


def _is_same(order: Order, row: OrderRow, papers: Papers) -> bool:
    restrained = papers.people[order.restrained]
    return (
        row.instrument == (order.instrument or "")
        and row.issued == ("" if order.issued is None else order.issued.isoformat())
        and row.restrained.name == (restrained.name or "")
        and row.restrained.born == restrained.born
    )


def loaded_before(agency: str, digest: str) -> datetime | None:
    """When a court loaded this very file, if it did."""
    from stayaway.registry.models import Access

    rows = Access.objects.filter(how="import", agency=agency, asked=keyed_digest(digest))
    return rows.order_by("at").values_list("at", flat=True).first()
