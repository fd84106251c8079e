"""Tables of orders into the record: one row an order, and what happened to it in a second table."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from stayaway.files.where import Loc
from stayaway.model import because
from stayaway.registry.actors import Actor
from stayaway.registry.finding.identifiers import LONGEST_KIND, identifier_kind
from stayaway.wording.exchange_in import ImportCode as C

from .case_rows import CaseRows
from .cells import Row, rows_of
from .columns import (
    COLUMNS,
    DOCKET_COLUMNS,
    LISTS_OF_PERSON,
    OF_CASE,
    OF_CHARGE,
    OF_FINDINGS,
    OF_ORDER,
    OF_PERSON,
    OF_PLACE,
    OPTIONS,
    ORDERS_NEED,
    PEOPLE,
    PLACES,
    TERMS,
    TEXT_TERMS,
    is_order_column,
)
from .loading import Plan, plan
from .repeats import repeated
from .source import More, Problem, Source, Spot

NO = frozenset({"no", "false"})
BESIDE_THE_ORDER = frozenset({"order", "served"})
"""Columns in which two rows of one order may differ: what the file calls it, and what has happened to it since."""


def plan_tables(
    actor: Actor,
    orders: bytes,
    name: str,
    now: datetime,
    *,
    docket: bytes | None = None,
    docket_name: str = "docket.csv",
    foreign: bool = False,
    same: Mapping[str, str] | None = None,
) -> Plan:
    """A dry run of a table: what would be recorded, and everything that is wrong, by file, row and column."""
    return plan(actor, read_source(orders, name, docket, docket_name), now, foreign=foreign, same=same)


def read_source(orders: bytes, name: str, docket: bytes | None = None, docket_name: str = "docket.csv") -> Source:
    """A table of orders as read, each case through the checker of order files; or everything that is wrong with it."""
    digest = hashlib.sha256(orders + b"\0" + (docket or b"")).hexdigest()
    rows, problems = rows_of(orders, name, is_order_column, ORDERS_NEED, COLUMNS)
    entries: list[Row] = []
    if docket is not None:
        known = DOCKET_COLUMNS
        entries, wrong = rows_of(docket, docket_name, known.__contains__, ("order", "on", "entry"), known)
        problems += wrong
    if problems:
        return Source(name, digest, problems=tuple(problems))
    if not rows:
        nothing = Problem(Spot(name, 2, "1"), (because(C.NO_ROWS),), (because(C.WANTED_ROWS),))
        return Source(name, digest, problems=(nothing,))
    table = _Table(rows)
    for entry in entries:
        table.take_entry(entry)
    parts = [part for one in table.cases.values() for part in one.parts(table.problems)]
    return Source(name, digest, tuple(parts), table.more, tuple(table.problems))


class _Table:
    """A table being read: its cases, and what is wrong so far."""

    def __init__(self, rows: list[Row]) -> None:
        self.problems: list[Problem] = []
        self.cases: dict[str, CaseRows] = {}
        self.more: dict[str, More] = {}
        self.orders: dict[str, tuple[CaseRows, str, Row]] = {}
        self._people: dict[str, tuple[dict[str, Any], Row]] = {}
        self._alike: dict[tuple[str, str, str], str] = {}
        self._rows: dict[tuple[tuple[str, str], ...], Row] = {}
        for row in rows:
            self._take(row)

    def take_entry(self, row: Row) -> None:
        """One row of the docket."""
        found = self.orders.get(row.cells.get("order", ""))
        if found is None:
            code, wanted = C.NO_SUCH_ORDER, C.WANTED_ORDER
            self.problems.append(Problem(row.spot("order"), (because(code),), (because(wanted),)))
            return
        case, key, _ = found
        self._entry(case, key, row, {name: row.cells[name] for name in DOCKET_COLUMNS[1:] if name in row.cells})

    def _take(self, row: Row) -> None:
        missing = [column for column in ORDERS_NEED if column not in row.cells]
        for column in missing:
            empty = Problem(row.spot(column), (because(C.EMPTY_CELL),), (because(C.WANTED_SOMETHING),))
            self.problems.append(empty)
        if missing:
            return
        alike = tuple(sorted((column, cell) for column, cell in row.cells.items() if column not in BESIDE_THE_ORDER))
        first = self._rows.setdefault(alike, row)
        if first is not row:
            self.problems.append(repeated(row.spot("restrained_name"), first.spot("restrained_name")))
            return
        key = f"order{row.number}"
        case = self._case(row)
        if "order" in row.cells:
            other = self.orders.get(row.cells["order"])
            if other is not None:
                twice = because(C.REPEATED_ORDER, row=other[2].number)
                self.problems.append(Problem(row.spot("order"), (twice,), (because(C.WANTED_OTHER_NAME),)))
            self.orders.setdefault(row.cells["order"], (case, key, row))
        order: dict[str, Any] = {"case": case.key}
        case.orders[key] = order
        case.put(row, "instrument", ("orders", key))
        named = self._named(row, case)
        order["restrained"] = named["restrained"]
        protected = [named[one] for one in named if one.startswith("protected_")]
        if protected:
            order["protects"] = protected
        self._cast(case, "restrained", [order["restrained"]])
        self._cast(case, "protected", protected)
        for column, word in OF_ORDER.items():
            if column in row.cells:
                order[word] = row.cells[column]
                case.put(row, column, ("orders", key, word))
        findings = {word: row.cells[word] for word in OF_FINDINGS if word in row.cells}
        if findings:
            order["findings"] = findings
        for word in findings:
            case.put(row, word, ("orders", key, "findings", word))
        terms = self._terms(row, case, key, named)
        if terms:
            order["terms"] = terms
        if "served" in row.cells:
            self._entry(case, key, row, {"on": row.cells["served"], "entry": "served"}, "served")

    def _entry(self, case: CaseRows, key: str, row: Row, entry: dict[str, str], column: str = "") -> None:
        docket = case.orders[key].setdefault("docket", [])
        loc: Loc = ("orders", key, "docket", len(docket))
        case.put(row, column or "entry", loc)
        for word in entry:
            case.put(row, column or word, (*loc, word))
        docket.append(entry)

    def _cast(self, case: CaseRows, role: str, people: list[str]) -> None:
        roles = case.roles.setdefault(role, [])
        roles += [person for person in people if person not in roles]

    def _case(self, row: Row) -> CaseRows:
        """The case of a row: rows with the same court and number are one case; a row without a number is its own."""
        about: dict[str, Any] = {word: row.cells[column] for column, word in OF_CASE.items() if column in row.cells}
        charge = {word: row.cells[column] for column, word in OF_CHARGE.items() if column in row.cells}
        if charge:
            about["charge"] = charge
        number = (about.get("number", ""), about.get("court", "").casefold())
        name = repr(number) if number[0] else f"row {row.number}"
        case = self.cases.get(name)
        if case is None:
            case = self.cases[name] = CaseRows(f"case{row.number}", row, case=about)
            case.put(row, "kind", ("cases", case.key))
            for column, word in OF_CASE.items():
                if column in row.cells:
                    case.put(row, column, ("cases", case.key, word))
            for column, word in OF_CHARGE.items():
                if column in row.cells:
                    case.put(row, column, ("cases", case.key, "charge", word))
        elif about != case.case:
            self._differs(row, "case_number", case.row)
        return case

    def _named(self, row: Row, case: CaseRows) -> dict[str, str]:
        """The people and places of a row, by what its columns call them."""
        found: dict[str, str] = {}
        for one in ("restrained", *(f"protected_{number}" for number in range(1, PEOPLE + 1))):
            if any(f"{one}_{word}" in row.cells for word in ("id", "numbers", *OF_PERSON)):
                found[one] = self._person(row, one, case)
        for number in range(1, PLACES + 1):
            one = f"place_{number}"
            place = {word: row.cells[f"{one}_{word}"] for word in OF_PLACE if f"{one}_{word}" in row.cells}
            if not place:
                continue
            key = next((key for key, other in case.places.items() if other == place), f"place{row.number}-{number}")
            found[one] = key
            case.places.setdefault(key, place)
            case.put(row, f"{one}_label", ("places", key))
            for word in place:
                case.put(row, f"{one}_{word}", ("places", key, word))
        return found

    def _person(self, row: Row, one: str, case: CaseRows) -> str:
        """A person of a row. The same id in the file, or the same name and birth date in a case, is the same person."""
        about: dict[str, Any] = {}
        for word in OF_PERSON:
            cell = row.cells.get(f"{one}_{word}")
            if cell is not None:
                about[word] = _list(cell) if word in LISTS_OF_PERSON else cell
        given = row.cells.get(f"{one}_id")
        alike = (case.key, about.get("name", ""), about.get("born", ""))
        if given is not None:
            key = f"person {given}"
        elif about.get("name") and alike in self._alike:
            key = self._alike[alike]
        else:
            key = f"person{row.number}-{one}"
        self._alike.setdefault(alike, key)
        known, first = self._people.setdefault(key, (about, row))
        more = More(self._numbers(row, f"{one}_numbers"))
        if known != about or (first is not row and more != self.more.get(key, More())):
            self._differs(row, f"{one}_name", first)
        if more.identifiers:
            self.more.setdefault(key, more)
        case.people[key] = known
        case.put(row, f"{one}_name", ("people", key))
        for word in OF_PERSON:
            case.put(row, f"{one}_{word}", ("people", key, word))
        return key

    def _numbers(self, row: Row, column: str) -> dict[str, str]:
        found = {}
        for pair in _list(row.cells.get(column, "")):
            kind, sign, number = (part.strip() for part in pair.partition("="))
            if not (sign and kind and number) or len(kind) > LONGEST_KIND:
                self.problems.append(Problem(row.spot(column), (because(C.NOT_A_PAIR),), (because(C.WANTED_PAIR),)))
            elif identifier_kind(kind) in found:
                twice = because(C.KIND_TWICE)
                self.problems.append(Problem(row.spot(column), (twice,), (because(C.WANTED_KIND_ONCE),)))
            else:
                found[identifier_kind(kind)] = number
        return found

    def _terms(self, row: Row, case: CaseRows, key: str, named: Mapping[str, str]) -> list[Any]:
        terms: list[Any] = []

        def put(column: str, term: Any, *more: str) -> None:
            loc: Loc = ("orders", key, "terms", len(terms))
            case.put(row, column, loc)
            for option in more:
                case.put(row, option, (*loc, OPTIONS[option][0], OPTIONS[option][1]))
            terms.append(term)

        for term in TERMS:
            says = row.cells.get(term, "no").casefold()
            told = [column for column, (of, _) in OPTIONS.items() if of == term and column in row.cells]
            if says in NO:
                for column in told:
                    wanted = because(C.WANTED_OPTION_TERM, column=term)
                    self.problems.append(Problem(row.spot(column), (because(C.OPTION_WITHOUT_TERM),), (wanted,)))
                continue
            options = {OPTIONS[column][1]: _option(column, row.cells[column], named) for column in told}
            if says in {"yes", "true"}:
                put(term, {term: options} if options else term, *told)
            else:
                put(term, {term: says})  # the checker says what would be right
        if "move_out_of" in row.cells:
            put("move_out_of", {"move_out": {"of": named.get(row.cells["move_out_of"], row.cells["move_out_of"])}})
        for column, term in TEXT_TERMS.items():
            if column in row.cells:
                put(column, {term: row.cells[column]})
        return terms

    def _differs(self, row: Row, column: str, other: Row) -> None:
        what = because(C.ROWS_DIFFER, row=other.number)
        self.problems.append(Problem(row.spot(column), (what,), (because(C.WANTED_SAME),)))


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _option(column: str, cell: str, named: Mapping[str, str]) -> Any:
    if column.endswith("_distance"):
        return cell
    if column.endswith("_except"):
        return [_exception(one, named) for one in _list(cell)]
    return [named.get(one, one) for one in _list(cell)]


def _exception(text: str, named: Mapping[str, str]) -> Any:
    """`counsel`, or `by=text+email about=children`: what an order file holds as a mapping."""
    if "=" not in text:
        return text
    found: dict[str, Any] = {}
    for one in text.split(","):
        key, _, value = (part.strip() for part in one.partition("="))
        found[key] = [part.strip() for part in value.split("+")] if key == "by" else named.get(value, value)
    return found
