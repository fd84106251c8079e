"""The whole table as CSV: a row for each place, fact and key."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

HEADER = ("place", "fact", "key", "value", "cite", "url", "kind", "as_of")


def sheet(rows: Iterable[dict[str, Any]]) -> str:
    """The rows as CSV, with a header.

    >>> print(sheet([{"place": "us-xx", "fact": "fees", "key": "petition_free", "value": True}]), end="")
    place,fact,key,value,cite,url,kind,as_of
    us-xx,fees,petition_free,true,,,,
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in HEADER])
    return text.getvalue()


def _cell(value: Any) -> str:
    """Text as it is, nothing for what is not known, and all else as JSON writes it: `true`, `5000`, `["court"]`."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
