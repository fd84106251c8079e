"""What the footer of a Parquet file says of its columns, which spares reading them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from .columns import BEFORE_INSTANTS
from .expressions import FEATURES, MEASURES


def extent_in(path: Path) -> dict[str, Any] | None:
    """The same as `expressions.extent` gives; None where the footer does not say it all.

    A footer gives the least and the most of whole numbers as they are. Where days and instants are mixed, the first
    instant and the last day stand inside, and no footer tells them.
    """
    said = pq.read_metadata(path)
    found: dict[str, Any] = {"rows": said.num_rows}
    names = {said.schema.column(place).name: place for place in range(said.num_columns)}
    told: dict[str, tuple[list[Any], list[Any]]] = {name: ([], []) for name in ("at", *FEATURES)}
    counts = dict.fromkeys(MEASURES, 0)
    for number in range(said.num_row_groups):
        group = said.row_group(number)
        for name in (*told, *MEASURES):
            stated = group.column(names[name]).statistics
            if stated is None or not stated.has_null_count:
                return None
            if name in counts:
                counts[name] += group.num_rows - stated.null_count
                continue
            if not stated.has_min_max or stated.null_count:
                return None
            told[name][0].append(stated.min)
            told[name][1].append(stated.max)
    if not said.num_rows:
        return None
    first, last = min(told["at"][0]), max(told["at"][1])
    if first < BEFORE_INSTANTS <= last:
        return None
    kind, other = ("day", "instant") if last < BEFORE_INSTANTS else ("instant", "day")
    found |= {f"first_{kind}": first, f"last_{kind}": last, f"first_{other}": None, f"last_{other}": None}
    found |= {f"least_{name}": min(told[name][0]) for name in FEATURES}
    found |= {f"most_{name}": max(told[name][1]) for name in FEATURES}
    return found | {f"told_{name}": count for name, count in counts.items()}
