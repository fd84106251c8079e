"""A log read and linked, for tests of reading."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from stayaway.files import read_text
from stayaway.law.load import law_book
from stayaway.screening.columns import (
    words,
)
from stayaway.screening.compiling import compile_columns
from stayaway.screening.layouts import layout_of
from stayaway.screening.reading import chunks, look
from stayaway.screening.shaping import Shaped, Shaper
from tests.screening.logs import ORDERS

PAPERS = read_text(ORDERS, "orders.yaml", law_book())
PACIFIC = ZoneInfo("America/Los_Angeles")


def shaped(path: Path, mapping: str | Path | None = None) -> list[Shaped]:
    layout = layout_of(mapping)
    found = look(path, layout)
    zone = ZoneInfo(layout.zone) if layout.zone else PACIFIC
    shaper = Shaper(found, compile_columns(PAPERS, law_book()), words(), zone)
    return [shaper.shape(chunk) for chunk in chunks(path, found, 3)]


def rows_of(parts: Sequence[Shaped]) -> list[dict[str, object]]:
    return [row for part in parts for row in part.contacts.to_pylist()]
