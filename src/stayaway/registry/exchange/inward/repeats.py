"""What one file has twice: an order that says all that another one says is the same order, wherever it stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from stayaway.model import Case, CaseId, because
from stayaway.model.state import same_court
from stayaway.registry.finding import identifier_key
from stayaway.wording.exchange_in import ImportCode as C

from .source import Part, Problem, Spot
from .steps import Written, renamed

NOT_OF_THE_ORDER = frozenset({"case", "docket"})
"""What may be told otherwise of one order: what the file calls its case, and how much of its docket was known."""


class Repeats:
    """The orders and cases of one file that were met so far, and where the first of each stands.

    People whom the file tells apart are not taken for one, unless name and birth date say that they are: as little as
    two files are.
    """

    def __init__(self) -> None:
        self._first: dict[str, Spot] = {}
        self._cases: dict[str, list[Case]] = {}

    def is_case_met(self, case: Case, foreign: bool) -> bool:
        """Whether another case of the file has this number, at this court. A case of one's own need not name it."""
        number = identifier_key(case.number or "")
        met = self._cases.setdefault(number, [])
        # Without `foreign` every case is of the one court that loads it.
        is_met = bool(number) and any(not foreign or _is_one_court(one.court or "", case.court or "") for one in met)
        met.append(case)
        return is_met

    def orders_of(self, part: Part, name: CaseId, written: Written) -> list[Problem]:
        """The orders of a case that stand in the file before, each told where the first one is."""
        found = []
        for key in written.orders_of[name]:
            spot = part.spot(("orders", key))
            told = [self._first.setdefault(text, spot) for text in _texts(part, name, key, written)]
            other = next((one for one in told if one is not spot), None)
            if other is not None:
                found.append(repeated(spot, other))
        return found


def _is_one_court(one: str, other: str) -> bool:
    return same_court(one, other) or not (one or other)


def repeated(spot: Spot, first: Spot) -> Problem:
    """What is said of an order that stands in the file before."""
    twice = because(C.ORDER_TWICE, row=first.row)
    return Problem(spot, (twice,), (because(C.WANTED_ORDER_ONCE),))


def _texts(part: Part, name: CaseId, key: str, written: Written) -> Sequence[str]:
    """By what an order is the same as another: by the file's own names in one case, by what they stand for in two.

    Only cases without a number are held against each other: with the same number they are one case.
    """
    case = written.papers.cases[name]
    said = {word: value for word, value in written.orders[key].items() if word not in NOT_OF_THE_ORDER}
    if case.number:
        return [_text([str(name), id(part), said])]
    about = {word: value for word, value in written.cases[name].items() if word != "docket"}
    texts = [_text([about, said])]
    restrained = written.people.get(said["restrained"], {})
    if restrained.get("name") and restrained.get("born"):
        used = written.used[name]
        people = {one: written.people[one] for one in used if one in written.people}
        names = {one: _text([who.get("name", one), who.get("born", "")]) for one, who in people.items()}
        names |= {one: _text(written.places[one]) for one in used if one in written.places}
        texts.append(_text(renamed([about, said], names)))
    return texts


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)
