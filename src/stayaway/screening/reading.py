"""Reads a log of contacts part by part: CSV, JSON Lines or Parquet. A row that cannot be read is told of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from .layouts import Found, Layout, Part, columns_in, found_in, unmet
from .records import OpenQuote, Records


class Unreadable(StrEnum):
    """Why a row could not be read at all."""

    COLUMNS = "columns"
    """It has more or fewer columns than the header."""
    ENCODING = "encoding"
    """It is not UTF-8."""
    QUOTES = "quotes"
    """A quote in it is never closed, or closed where a later row begins."""
    JSON = "json"
    """It is no JSON object."""
    PARQUET = "parquet"
    """Said of a whole file: it is no Parquet file, or not all of one."""


class WrongLog(Exception):
    """A file that cannot be read as a log at all."""

    def __init__(self, why: Unreadable) -> None:
        self.why = why
        super().__init__(why)


class Kind(StrEnum):
    """The kinds of file that are read."""

    CSV = "csv"
    JSON_LINES = "jsonl"
    PARQUET = "parquet"


FIRST_OBJECTS = 100
"""How many objects of a file of JSON Lines are taken to show its keys."""
ENDINGS = {
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".txt": Kind.CSV,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".parquet": Kind.PARQUET,
}


@dataclass(frozen=True)
class Chunk:
    """Some rows of a log. `numbers` are those of the rows in `table`; rows count from 1, without the header."""

    numbers: Sequence[int]
    table: pa.Table
    unreadable: Sequence[tuple[int, Unreadable]]
    over_lines: int = 0
    """How many of the rows in `table` go over several lines of the file."""

    @property
    def rows(self) -> int:
        """How many rows came in."""
        return len(self.numbers) + len(self.unreadable)


def kind_of(path: Path) -> Kind | None:
    """The kind of a file, by its ending; None for one that is not read."""
    return ENDINGS.get(path.suffix.casefold())


def header_of(path: Path, delimiter: str | None = None) -> list[str]:
    """The names of the columns. Of JSON Lines: the keys of its first objects."""
    kind = kind_of(path)
    if kind is Kind.PARQUET:
        with _as_parquet():
            return [str(name) for name in pq.ParquetFile(path).schema_arrow.names]
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        if kind is Kind.CSV:
            return _header(Records(stream, _delimiter(path, delimiter)))
        return list(_keys_of(islice(stream, FIRST_OBJECTS)))


def look(path: Path, layout: Layout) -> Found:
    """Which columns of a log the layout finds. Raises WrongLayout, WrongLog or OSError.

    A key of JSON Lines that a mapping file names may come late: then the file is read on up to it, or to the end.
    """
    header = header_of(path, layout.delimiter)
    open_ended = kind_of(path) is Kind.JSON_LINES
    wanted = {one.casefold() for part in unmet(layout, header) for one in layout.columns[part]}
    if open_ended and wanted:
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
            for key in _keys_of(stream):
                if key.strip().casefold() in wanted:
                    header.append(key)
                    if not unmet(layout, header):
                        break
    return found_in(layout, header, path.name, open_ended=open_ended)


def rows_in(path: Path) -> int | None:
    """How many rows a file says that it has; None where only reading it would tell."""
    return int(pq.ParquetFile(path).metadata.num_rows) if kind_of(path) is Kind.PARQUET else None


def chunks(path: Path, found: Found, size: int) -> Iterator[Chunk]:
    """The rows of a log, `size` at a time, with the columns that the layout found alone."""
    kind, columns = kind_of(path), list(found.columns.values())
    if kind is Kind.PARQUET:
        yield from _parquet(path, columns, size)
        return
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        if kind is Kind.CSV:
            records = Records(stream, _delimiter(path, found.layout.delimiter))
            yield from _csv(records, columns, size, found.columns.get(Part.AT))
        else:
            yield from _json_lines(stream, found, size)


def _delimiter(path: Path, delimiter: str | None) -> str:
    return delimiter or ("\t" if path.suffix.casefold() == ".tsv" else ",")


def _parquet(path: Path, columns: Sequence[str], size: int) -> Iterator[Chunk]:
    first = 1
    with _as_parquet():
        batches = pq.ParquetFile(path).iter_batches(batch_size=size, columns=list(columns))
    while True:
        with _as_parquet():
            batch = next(batches, None)
        if batch is None:
            return
        yield Chunk(range(first, first + batch.num_rows), pa.Table.from_batches([batch]), ())
        first += batch.num_rows


@contextmanager
def _as_parquet() -> Iterator[None]:
    try:
        yield
    except (pa.ArrowException, OSError) as wrong:
        if isinstance(wrong, OSError) and wrong.errno is not None:
            raise  # of the disk, not of what stands in the file
        raise WrongLog(Unreadable.PARQUET) from wrong


def _header(records: Records) -> list[str]:
    """The first row. Raises WrongLog where a quote in it takes rows for its own."""
    try:
        header = records.row() or []
    except OpenQuote as wrong:
        raise WrongLog(Unreadable.QUOTES) from wrong
    if records.took(lambda line: len(line) == len(header)):
        raise WrongLog(Unreadable.QUOTES)
    return header


def _csv(records: Records, columns: Sequence[str], size: int, at: str | None) -> Iterator[Chunk]:
    header = _header(records)
    places = [header.index(column) for column in columns]
    is_row = _reads_as_a_row(len(header), None if at is None else header.index(at))
    number = 0
    while True:
        numbers: list[int] = []
        rows: list[list[str]] = []
        bad: list[tuple[int, Unreadable]] = []
        over_lines = 0
        for _ in range(size):
            try:
                row = records.row()
                if records.lines > 1 and records.took(is_row):
                    records.read_again()
                    raise OpenQuote
            except OpenQuote:
                number += 1
                bad.append((number, Unreadable.QUOTES))
                continue
            if row is None:
                break
            if not row:
                continue  # an empty line is no row
            number += 1
            if len(row) != len(header):
                bad.append((number, Unreadable.COLUMNS))
            elif not _is_utf8(row):
                bad.append((number, Unreadable.ENCODING))
            else:
                numbers.append(number)
                rows.append(row)
                over_lines += records.lines > 1
        if not numbers and not bad:
            return
        picked = [pa.array([row[place] for row in rows], pa.string()) for place in places]
        yield Chunk(numbers, pa.table(picked, names=list(columns)), bad, over_lines)


def _reads_as_a_row(width: int, at: int | None) -> Callable[[Sequence[str]], bool]:
    """Whether a line has the columns of a row, with figures where a row has its time."""
    return lambda line: len(line) == width and (at is None or any(char.isdigit() for char in line[at]))


def _is_utf8(row: Sequence[str]) -> bool:
    return not any("\ud800" <= char <= "\udfff" for field in row if not field.isascii() for char in field)


def _json_lines(stream: Any, found: Found, size: int) -> Iterator[Chunk]:
    number, names = 0, list(found.columns.values())
    picked_in = lru_cache(maxsize=1000)(lambda keys: _keys(found, keys))  # most objects have the same keys
    while lines := list(islice(stream, size)):
        numbers: list[int] = []
        rows: list[list[str | None]] = []
        bad: list[tuple[int, Unreadable]] = []
        for line in lines:
            if not line.strip():
                continue
            number += 1
            one = _object(line)
            if one is None:
                bad.append((number, Unreadable.JSON))
                continue
            keys = picked_in(tuple(key for key, value in one.items() if value is not None))
            told = [None if key is None else _text(one[key]) for key in keys]
            if _is_utf8([line]) and _is_utf8([text for text in told if text]):
                numbers.append(number)
                rows.append(told)
            else:
                bad.append((number, Unreadable.ENCODING))
        picked = [pa.array([row[place] for row in rows], pa.string()) for place in range(len(names))]
        if numbers or bad:
            yield Chunk(numbers, pa.table(picked, names=names), bad)


def _keys(found: Found, keys: Sequence[str]) -> list[str | None]:
    """The key of an object for each column: objects of one file need not use the same name for a part."""
    there = columns_in(found.layout, keys)
    return [there.get(part) for part in found.columns]


def _keys_of(lines: Iterable[str]) -> Iterator[str]:
    """Every key of these objects, once, as it first comes."""
    seen: set[str] = set()
    for line in lines:
        for key in _object(line) or ():
            if key not in seen:
                seen.add(key)
                yield key


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(_text(one) or "" for one in value)
    return json.dumps(value, ensure_ascii=False)
