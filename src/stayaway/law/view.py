"""The law of a place as plain data, for pages, the command line and other programs. Each value keeps its citation.

Nothing here is a sentence but what the data itself says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from stayaway.model import Authority, Kind

from .book import FederalLaw, LawBook, PlaceLaw
from .federal import FederalItem
from .load import known_jurisdictions
from .marks import authority_view
from .rests import OWN_FACTS
from .schema import Cited, Facts, Instrument

BOOKKEEPING = frozenset({"source", "mainly", "rests_on", "holds_from", "holds_until", "note", "cite", "authority"})
"""Keys that say where a value comes from, not what the law is."""


def place_view(law: PlaceLaw, year: int | None = None) -> dict[str, Any]:
    """Everything known of the law of a place, ready for JSON.

    Facts that the place does not have come from the general rules and are marked `general`. `year` is the one in which
    it is read, for the mark on old texts; None: the year of the research.

    >>> from stayaway.law.load import place_law
    >>> place_view(place_law("us-wa"))["facts"]["violation_civil"]["authority"]["cite"]
    'RCW 7.105.450'
    """
    year = law.file.researched.year if year is None else year
    return {
        "place": law.code,
        "name": law.name,
        "known": law.known,
        "time_zone": law.file.time_zone,
        "researched": law.file.researched.isoformat(),
        "note": law.file.note,
        "instruments": {
            kind.value: [_instrument(one, year) for one in law.file.instruments if one.track is kind] for kind in Kind
        },
        "facts": {name: _fact(fact, general, year) for name, fact, general in _facts(law)},
        "sources": {name: source.model_dump(mode="json") for name, source in law.sources.items()},
        "unknown": list(law.file.unknown),
        "not_found": [name for name in Facts.model_fields if getattr(law.own, name) is None],
    }


def federal_view(federal: FederalLaw, year: int | None = None) -> dict[str, Any]:
    """The federal layer, ready for JSON: its rules, the lines for help, and what was not found."""
    file = federal.file
    year = file.researched.year if year is None else year
    return {
        "place": file.jurisdiction,
        "name": file.name,
        "researched": file.researched.isoformat(),
        "note": file.currency_note,
        "items": [
            item.model_dump(mode="json") | {"authority": authority_view(item.authority, year)} for item in file.items
        ],
        "help_lines": [line.model_dump(mode="json") for line in file.help_lines],
        "unknown": list(file.unknown),
    }


def table(book: LawBook, places: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """Flat rows, one for each place, fact and key, each with its citation: for comparing places.

    Order types are facts too, under their ids. `places` None: every place that has a file, and the federal layer.
    """
    rows = [row for code in (known_jurisdictions() if places is None else places) for row in _rows(book.of(code))]
    if places is None:
        rows += [row for item in book.federal.file.items for row in _federal_rows(item)]
    return rows


def _facts(law: PlaceLaw) -> Iterator[tuple[str, Cited, bool]]:
    """The facts of a place, each with whether it is only the general rule."""
    for name in Facts.model_fields:
        own, general = getattr(law.own, name), getattr(law.general.facts, name)
        if isinstance(own, Cited):
            yield name, own, not law.known
        elif isinstance(general, Cited):
            yield name, general, True


def _fact(fact: Cited, general: bool, year: int) -> dict[str, Any]:
    return {"general": general, **_values(fact), **_support(fact, year)}


def _instrument(instrument: Instrument, year: int) -> dict[str, Any]:
    found = {**_values(instrument), **_support(instrument, year)}
    for name, own in _own_facts(instrument):
        found[name] = {**_values(own), **_support(own, year)}
    return found


def _own_facts(instrument: Instrument) -> Iterator[tuple[str, Cited]]:
    """The facts in which an instrument differs from its place."""
    for name in OWN_FACTS:
        own = getattr(instrument, name)
        if own is not None:
            yield name, own


def _values(value: BaseModel) -> dict[str, Any]:
    """What a value says of the law, under the names that its file uses."""
    dumped = value.model_dump(mode="json", by_alias=True)
    return {key: said for key, said in dumped.items() if key not in BOOKKEEPING}


def _support(value: Cited, year: int) -> dict[str, Any]:
    return {
        "note": value.note,
        "holds_from": value.holds_from.isoformat() if value.holds_from else None,
        "holds_until": value.holds_until.isoformat() if value.holds_until else None,
        "authority": authority_view(value.authority, year),
        "rests_on": [authority_view(found, year) for found in value.rests_on],
    }


def _rows(law: PlaceLaw) -> Iterator[dict[str, Any]]:
    for instrument in law.file.instruments:
        yield from _cited_rows(law.code, instrument.id, instrument)
        for name, own in _own_facts(instrument):
            yield from _cited_rows(law.code, instrument.id, own, f"{name}.")
    for name, fact, _ in _facts(law):
        yield from _cited_rows(law.code, name, fact)


def _cited_rows(place: str | None, name: str, value: Cited, lead: str = "") -> Iterator[dict[str, Any]]:
    said = _values(value)
    for own in OWN_FACTS:
        said.pop(own, None)
    for key, one in _flat(said | ({"note": value.note} if value.note else {}), lead):
        yield _row(place, name, key, one, value.authority)


def _federal_rows(item: FederalItem) -> Iterator[dict[str, Any]]:
    told = {"plain": item.plain, "applies": item.applies}
    for key, one in _flat(told | ({"elements": item.elements} if item.elements else {})):
        yield _row("us", item.key, key, one, item.authority)


def _row(place: str | None, fact: str, key: str, value: Any, best: Authority | None) -> dict[str, Any]:
    return {
        "place": place,
        "fact": fact,
        "key": key,
        "value": value,
        "cite": best.cite if best else None,
        "url": best.url if best else None,
        "kind": best.kind.value if best else None,
        "as_of": best.as_of if best else None,
    }


def _flat(values: dict[str, Any], lead: str = "") -> Iterator[tuple[str, Any]]:
    """Values within values become `outer.inner`; what is not known stays there as None."""
    for key, said in values.items():
        if isinstance(said, dict):
            yield from _flat(said, f"{lead}{key}.")
        else:
            yield f"{lead}{key}", said
