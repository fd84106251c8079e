"""The cells of one column: its distinct values as Python has them, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc


def distinct_in(column: pa.ChunkedArray) -> tuple[list[Any], Sequence[int]]:
    """The distinct values of a column, and for each row the place of its own; -1 where it has none.

    Times are cut to the microsecond. Text that is stored as bytes is text; the items of a list stand beside each other.
    """
    array = column.combine_chunks()
    if pa.types.is_timestamp(array.type) and array.type.unit == "ns":
        array = array.cast(pa.timestamp("us", array.type.tz), safe=False)
    if pa.types.is_nested(array.type):
        array = pa.array([_text(value) for value in array.to_pylist()], pa.string())
    encoded = pc.dictionary_encode(array)
    return [_plain(value) for value in encoded.dictionary.to_pylist()], encoded.indices.fill_null(-1).to_pylist()


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return "; ".join(str(_plain(one)) for one in value if one is not None)
    return None if value is None else str(value)


def _plain(value: Any) -> Any:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
