"""Places side by side: for people a table, for programs every value of every fact."""

from __future__ import annotations

from typing import Any

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.law.schema import Facts
from stayaway.law.view import place_view, table
from stayaway.model import Kind
from stayaway.wording.place import PlaceCode as Code

from ..page import Page, Tone
from ..voice import Voice
from .lines import TOPICS, lines
from .orders import order_types
from .teller import Line, Teller

COLUMNS = 3
"""More places than this have no room beside each other: they are told one below the other, topic by topic."""


def beside_page(laws: tuple[PlaceLaw, ...], voice: Voice) -> Page:
    """The same topics of several places."""
    tellers = [Teller(law, voice) for law in laws]
    types = {kind: [tuple(order_types(teller, kind)) for teller in tellers] for kind in Kind}
    known = [lines(teller) for teller in tellers]
    say = tellers[0].say
    rows = [
        (say(Code.ORDER_TYPES_CIVIL), [_types(found) for found in types[Kind.CIVIL]]),
        (say(Code.ORDER_TYPES_CRIMINAL), [_types(found) for found in types[Kind.CRIMINAL]]),
    ]
    for topic in TOPICS:
        if any(topic in found for found in known):
            rows.append((say(topic), [_told(found.get(topic), say(Code.NOT_FOUND_HERE)) for found in known]))
    shown = Page()
    shown.text(say(Code.SIDE_BY_SIDE, places=tuple(law.name for law in laws)), tone=Tone.STRONG)
    shown.gap()
    if len(laws) > COLUMNS:
        for topic_said, cells in rows:
            shown.heading(topic_said)
            for law, cell in zip(laws, cells, strict=True):
                shown.item(say(Code.TOPIC, topic=law.name, said=cell.replace("\n", " ")))
        return shown
    headings = (say(Code.COLUMN_TOPIC), *(law.name for law in laws))
    shown.table(headings, [(topic_said, *cells) for topic_said, cells in rows], (1, *(2 for _ in laws)))
    return shown


def _types(found: tuple[Line, ...]) -> str:
    return "\n".join(f"- {line.said}" for line in found)


def _told(line: Line | None, nothing: str) -> str:
    return nothing if line is None else "\n".join((line.said, *(f"- {more}" for more in line.more)))


def beside_document(laws: tuple[PlaceLaw, ...], book: LawBook, year: int | None) -> dict[str, Any]:
    """The places as they are, and each value of each fact side by side (order types differ from place to place)."""
    codes = [law.file.jurisdiction for law in laws]
    values: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    for row in table(book, codes):
        if row["fact"] in Facts.model_fields:
            said = {key: row[key] for key in ("value", "cite", "url", "as_of", "kind")}
            values.setdefault((row["fact"], row["key"]), {})[row["place"]] = said
    return {
        "places": [place_view(law, year) for law in laws],
        "rows": [
            {
                "fact": fact,
                "key": key,
                "same": len({str(found.get(code, {}).get("value")) for code in codes}) == 1,
                "values": {code: found.get(code) for code in codes},
            }
            for (fact, key), found in values.items()
        ],
    }
