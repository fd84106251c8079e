"""Whom a search may be about: what the indexes bring back, of those whom the actor may know of, to be judged singly.

Two ways, so that nobody learns by trying. Courts, officers and prosecutors ask the index, and whoever is in no case
that is open to them is left out before anything is shown, counted or cut. The sides of a case, their lawyers and their
programs look through the people of their own cases alone, so a search costs them the same whoever else is on record;
and a birth date, other name or number that they may not see is not compared either, so they cannot find it out by
guessing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Max, Min

from stayaway.model import PersonId
from stayaway.registry.actors import PARTY_POSTS, Actor, Post
from stayaway.registry.models import PersonRow
from stayaway.registry.secret_fields import keyed_digest
from stayaway.registry.sight import SEE_EVERY_CASE, clients_of, consents_to, opposed_to
from stayaway.registry.statements import Statement, among, day, read_day, rows_of

from .asking import Asked, ByCase, ByIdentifier, ByName
from .dates import birth_range
from .glancing import FEW, Glance, beside, read_glance
from .identifiers import identifier_key, identifier_kind, identifier_text
from .keys import KEYS_EDITION, KeyKind, asked_keys
from .names import PersonName
from .opening import open_to
from .sketches import Sought, not_of_both_middles, sought_given, sought_surname

MOST_WITH_BIRTH_DATE = 5000
"""People looked through for a name and a birth date: more than any name has in two years of births of a large state."""
MOST_WITHOUT = 1000
"""The same for a name alone, and for people of one's own cases."""
SIDE_POSTS = PARTY_POSTS | {Post.DEFENSE_LAWYER, Post.ADVOCATE}
"""Those who stand on a side of a case."""


class KeysOutdated(Exception):
    """The index of names was made by another edition of the keys, so people would be missed."""

    def __init__(self) -> None:
        super().__init__("the index of names is of another edition: run `stayaway registry setup`, then search again")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom the index brought back: every name they go by, and the birth date as this actor may see it."""

    person: PersonId
    names: tuple[str, ...]
    born: date | None
    same_as: str
    number: str = ""
    """The number that was found: of a case or of the person."""
    is_born_hidden: bool = False
    """Whether this actor may not see the birth date, or whether there is one."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who was brought back, and whether there was more."""

    people: list[Candidate]
    truncated: bool = False
    seen: Glance | None = None
    """Their orders, where the same statement brought them."""


def candidates(actor: Actor, asked: Asked, now: datetime) -> Candidates:
    """Whom the search may be about, of those whom the actor may know of. Raises KeysOutdated."""
    if actor.post in SIDE_POSTS:
        return _of_own_cases(actor, asked, now)
    is_open = open_to(actor, now)
    if isinstance(asked, ByName):
        return _by_name(actor, asked, is_open, now)
    if isinstance(asked, ByIdentifier):
        return _by_identifier(asked, is_open)
    return _by_case(asked, is_open)


# ---- those who ask the index ------------------------------------------------------------------------------------

Keys = Mapping[KeyKind, list[str]]
_COLUMNS = ("id", "name", "born", "same_as", "descriptors")
_PERSON = ", ".join(f"p.{column}" for column in _COLUMNS)
_RESTRAINED_IN = "EXISTS (SELECT 1 FROM registry_orderrow o WHERE o.restrained_id = p.id AND o.case_id = {case})"
_IN_AN_OPEN_CASE = "EXISTS (SELECT 1 FROM registry_party t WHERE t.person_id = p.id AND t.case_id IN ({is_open}))"


def _by_name(actor: Actor, asked: ByName, is_open: Statement, now: datetime) -> Candidates:
    _must_be_current()
    name = asked.name
    if not name.words:
        return Candidates([])
    most = MOST_WITHOUT if asked.born is None else MOST_WITH_BIRTH_DATE
    people, seen = None, None
    if actor.post in SEE_EVERY_CASE:
        people, seen = _with_their_orders(of_the_index(asked), is_open, most, now)
    if people is None:
        people = _nearest(of_the_index(asked), is_open, most + 1)
    # A surname alone, or with an initial, is too common to be read through without a birth date.
    unread = asked.born is None and (not name.given or bool(name.initial))
    return Candidates([_candidate(row) for row in people[:most]], unread or len(people) > most, seen)


def _nearest(index: Statement, is_open: Statement, most: int) -> list[tuple[Any, ...]]:
    """The nearest of those whom the index brings, all of them in an open case."""
    return rows_of(
        f"SELECT {_PERSON} FROM (SELECT person_id, MIN(far) AS far FROM ({index[0]}) k"
        f" GROUP BY person_id) f JOIN registry_personrow p ON p.id = f.person_id"
        f" WHERE {_IN_AN_OPEN_CASE.format(is_open=is_open[0])} ORDER BY f.far, p.id LIMIT %s",
        [*index[1], *is_open[1], most],
    )


def _with_their_orders(
    index: Statement, is_open: Statement, most: int, now: datetime
) -> tuple[list[tuple[Any, ...]] | None, Glance | None]:
    """Those whom the index brings, and their orders if they are few. For whoever sees every case that is not sealed.

    Whether they are in an open case is known by their orders, or looked up for those who match alone: to ask it of
    everybody takes longer than all the rest. None where there are more people than looked through: then nobody may be
    cut off, and no cut be told, because of people whom the actor may not know of.
    """
    rows = rows_of(
        *beside(
            (
                f"SELECT {_PERSON} FROM (SELECT DISTINCT person_id FROM ({index[0]}) k) f"
                # The number stands there as it is, since the database plans by it.
                f" JOIN registry_personrow p ON p.id = f.person_id LIMIT {most + 1}",
                index[1],
            ),
            is_open,
            _COLUMNS,
        )
    )
    width = len(_COLUMNS)
    people = {row[0]: row[:width] for row in rows}
    if len(people) > most:
        return None, None
    if len(people) > FEW:
        return list(people.values()), None
    seen = read_glance((row[width:] for row in rows if row[width] is not None), now)
    return [row for person, row in people.items() if person in seen.known], seen


def of_the_index(asked: ByName) -> Statement:
    """The statement that brings the ids of whom the index has for a name, each with how far they are from it."""
    keys: dict[KeyKind, list[str]] = {kind: [] for kind in KeyKind}
    for key in asked_keys(asked.name):
        keys[key.kind].append(key.text)
    if asked.born is None:
        branches = _without(keys)
    else:
        branches = _with_birth_date(asked.name, keys, asked.born, asked.born_within_a_year)
    return " UNION ALL ".join(text for text, _ in branches), [value for _, found in branches for value in found]


def _with_birth_date(name: PersonName, keys: Keys, born: date, within_a_year: bool) -> list[Statement]:
    """Everybody with that date whom name and surname bring, or one of them alone if the other can match."""
    first, last = (day(one) for one in (birth_range(born) if within_a_year else (born, born)))
    near: Statement = ("born BETWEEN %s AND %s", [first, last])
    none: Statement = ("born IS NULL", [])
    more, values = not_of_both_middles(name, keys[KeyKind.SURNAME])
    return [
        _branch(keys, KeyKind.EXACT, near, 0),
        _branch(keys, KeyKind.EXACT, none, 0),
        _branch(keys, KeyKind.PAIR, none, 1),
        _branch(keys, KeyKind.PAIR, near, 1),
        _branch(keys, KeyKind.SURNAME, (f"{near[0]} AND {more}", [*near[1], *values]), 1, sought_given(name)),
        _branch(keys, KeyKind.GIVEN, ("born = %s", [day(born)]), 1, sought_surname(name)),
    ]


def _without(keys: Keys) -> list[Statement]:
    return [_branch(keys, KeyKind.EXACT, ("1 = 1", []), 0), _branch(keys, KeyKind.PAIR, ("1 = 1", []), 1)]


def _branch(keys: Keys, kind: KeyKind, condition: Statement, far: int, sought: Sought | None = None) -> Statement:
    """The people under the keys of one kind. What is nearer comes first where the number is cut."""
    found, values = among("key", keys[kind])
    rows, fits, row = "registry_namekey", "", list[Any]()
    if sought is not None and not sought.anything:
        text, row = sought.row
        rows, fits = f"registry_namekey, ({text}) AS want", f" AND {sought.condition}"
    return (
        f"SELECT person_id, {far} AS far FROM {rows} WHERE kind = '{kind.value}' AND {found} AND {condition[0]}{fits}",
        [*row, *values, *condition[1]],
    )


def _by_identifier(asked: ByIdentifier, is_open: Statement) -> Candidates:
    digest = _digest(asked)
    rows = rows_of(
        f"SELECT {_PERSON} FROM registry_personrow p WHERE p.id IN (SELECT person_id FROM registry_identifierkey"
        f" WHERE digest = %s AND kind = %s) AND {_IN_AN_OPEN_CASE.format(is_open=is_open[0])} ORDER BY p.id LIMIT %s",
        [digest, identifier_kind(asked.kind), *is_open[1], MOST_WITHOUT + 1],
    )
    number = asked.number if identifier_key(asked.number) else ""
    return Candidates([_candidate(row, number) for row in rows[:MOST_WITHOUT] if number], len(rows) > MOST_WITHOUT)


def _by_case(asked: ByCase, is_open: Statement) -> Candidates:
    key = identifier_key(asked.number)
    rows = rows_of(
        f"SELECT {_PERSON}, MIN(c.number) FROM registry_caserow c JOIN registry_party t ON t.case_id = c.id"
        f" JOIN registry_personrow p ON p.id = t.person_id WHERE c.number_key = %s AND c.id IN ({is_open[0]})"
        f" GROUP BY {_PERSON} ORDER BY p.id LIMIT %s",
        [key, *is_open[1], MOST_WITHOUT + 1],
    )
    people = [_candidate(row[:-1], row[-1]) for row in rows[:MOST_WITHOUT] if key]
    return Candidates(people, len(rows) > MOST_WITHOUT)


def _candidate(row: tuple[Any, ...], number: str = "") -> Candidate:
    person, name, born, same_as, descriptors = row
    others: list[str] = []
    if descriptors and descriptors != "{}":
        others = (json.loads(descriptors) if isinstance(descriptors, str) else descriptors).get("also_known_as", [])
    return Candidate(PersonId(person), tuple(one for one in (name, *others) if one), read_day(born), same_as, number)


def _digest(asked: ByIdentifier) -> str:
    return keyed_digest(identifier_text(asked.kind, asked.number))


def are_keys_current() -> bool:
    """Whether everybody stands in the index of names under the keys of this release."""
    kept = PersonRow.objects.aggregate(oldest=Min("keys_edition"), newest=Max("keys_edition"))
    return {kept["oldest"], kept["newest"]} <= {KEYS_EDITION, None}


_current: set[tuple[str, int]] = set()


def _must_be_current() -> None:
    """Raises KeysOutdated where anybody stands in the index under keys of another edition."""
    name = str(connection.settings_dict["NAME"])
    if (name, KEYS_EDITION) in _current:
        return
    if not are_keys_current():
        raise KeysOutdated
    _current.add((name, KEYS_EDITION))


# ---- those who look through their own cases -----------------------------------------------------------------------


def _of_own_cases(actor: Actor, asked: Asked, now: datetime) -> Candidates:
    """The people of one's own cases, each with the name and birth date that reading these cases shows (`redaction`).

    That is the birth date of those whom an order restrains in each case that names them, but of nobody who stands on
    the other side of the reader anywhere: where orders run both ways, the one who is restrained is protected too.
    """
    is_open, values = open_to(actor, now)
    rows = rows_of(
        f"SELECT {_PERSON}, t.case_id, t.role, c.number_key, c.number, {_RESTRAINED_IN.format(case='c.id')},"
        f" EXISTS (SELECT 1 FROM registry_party u WHERE u.person_id = p.id AND u.case_id IN ({is_open})"
        f" AND NOT {_RESTRAINED_IN.format(case='u.case_id')})"
        f" FROM registry_party t JOIN registry_personrow p ON p.id = t.person_id"
        f" JOIN registry_caserow c ON c.id = t.case_id WHERE c.id IN ({is_open}) ORDER BY p.id, c.id LIMIT %s",
        [*values, *values, MOST_WITHOUT + 1],
    )
    rows, truncated = rows[:MOST_WITHOUT], len(rows) > MOST_WITHOUT
    mine = _mine(actor, now, rows)
    opposed = opposed_to(mine)
    numbered = _numbered(asked, mine) if isinstance(asked, ByIdentifier) else set()
    key = identifier_key(asked.number) if isinstance(asked, ByCase) else ""
    found: dict[str, Candidate] = {}
    for *person, _case, _role, number_key, number, _restrained, is_elsewhere in rows:
        one = _candidate(tuple(person))
        if one.person not in mine:
            one = replace(one, names=(one.names[:1] if person[1] else ()))
            if is_elsewhere or one.person in opposed:
                one = replace(one, born=None, is_born_hidden=True)
        if isinstance(asked, ByName):
            found[one.person] = one
        elif isinstance(asked, ByIdentifier):
            if one.person in numbered:
                found[one.person] = replace(one, number=asked.number)
        elif key and key == number_key:
            found[one.person] = replace(one, number=number)
    return Candidates(list(found.values()), truncated)


def _mine(actor: Actor, now: datetime, rows: list[tuple[Any, ...]]) -> set[str]:
    """The people for whose side the actor sees their cases: of `reading`'s own rule, for all of the cases at once."""
    if actor.post in PARTY_POSTS:
        return {actor.person} if actor.person is not None else set()
    if actor.post is Post.ADVOCATE:
        consents = consents_to(actor.agency, now).order_by("person")
        own = list(consents.values_list("person_id", flat=True))
        sides = ["protected"]
    else:
        own = list(clients_of(actor).order_by("person").values_list("person", flat=True))
        sides = ["restrained", "protected"]
    parts: dict[str, set[tuple[str, str]]] = {}
    for person, *_, case, role, _key, _number, is_restrained, _elsewhere in rows:
        # Whoever an order of the case restrains stands on that side, also where another one protects them.
        parts.setdefault(case, set()).add(("restrained" if is_restrained else role, person))
    found = set()
    for every in parts.values():
        seen = next((person for side in sides for person in own if (side, person) in every), None)
        if seen is not None:
            found.add(seen)
    return found


def _numbered(asked: ByIdentifier, mine: set[str]) -> set[str]:
    """Those of one's own side who are known by a number. Nobody tries numbers on the other side."""
    if not identifier_key(asked.number):
        return set()
    people, values = among("person_id", mine)
    found = rows_of(
        f"SELECT person_id FROM registry_identifierkey WHERE digest = %s AND kind = %s AND {people}",
        [_digest(asked), identifier_kind(asked.kind), *values],
    )
    return {person for (person,) in found}
