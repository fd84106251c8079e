"""What a screening found, with the names back in place of numbers, and counted by order, day and hour."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from stayaway.wording.screening import ScreeningCode as Code

from .columns import (
    AMBIGUOUS_TIME,
    BEFORE_INSTANTS,
    FIRST_DAY,
    LINKED_BY_NAME,
    SAID,
    SEVERAL_NAMED,
    SHARED_IDENTIFIER,
    SHARED_LABEL,
)
from .compiling import Compiled
from .shaping import Shaped

EPOCH_DAY = 719_163
"""The number that `date.toordinal` gives the first of January 1970."""
MARKS = {
    AMBIGUOUS_TIME: Code.TIME_CAME_TWICE,
    SHARED_IDENTIFIER: Code.SHARED_IDENTIFIER,
    LINKED_BY_NAME: Code.LINKED_BY_NAME,
    SEVERAL_NAMED: Code.SEVERAL_NAMED,
    SHARED_LABEL: Code.SHARED_LABEL,
}

HITS = pa.schema(
    [
        ("row", pa.int64()),
        ("order", pa.string()),
        ("from", pa.string()),
        ("to", pa.string()),
        ("instant", pa.timestamp("us", "UTC")),
        ("day", pa.date32()),
        *((name, pa.string()) for name in SAID),
        ("marks", pa.string()),
    ]
)
"""A hit: a row and an order. `day`: where the row gives no time. `to`: where it is somebody of the papers."""


@dataclass
class Counts:
    """How many rows came in and what became of them. The keys of the tables are `order answer` and the like."""

    rows: int = 0
    judged: int = 0
    rejected: int = 0
    hit: int = 0
    yes: int = 0
    hits: int = 0
    senders_unknown: int = 0
    recipients_unknown: int = 0
    over_lines: int = 0
    asked: int = 0
    alone: int = 0
    marked: int = 0
    by_order: Counter[str] = field(default_factory=Counter)
    by_day: Counter[str] = field(default_factory=Counter)
    by_hour: Counter[str] = field(default_factory=Counter)
    by_reject: Counter[str] = field(default_factory=Counter)
    by_mark: Counter[str] = field(default_factory=Counter)

    @property
    def clear(self) -> int:
        """Rows that were judged and are no hit."""
        return self.judged - self.hit

    @property
    def agree(self) -> bool:
        """Whether every row that came in came out."""
        return self.rows == self.hit + self.clear + self.rejected

    @property
    def rows_told(self) -> tuple[tuple[Code, int], ...]:
        """What became of the rows, in the order in which people are told."""
        return (
            (Code.ROWS_IN, self.rows),
            (Code.ROWS_HIT, self.hit),
            (Code.ROWS_YES, self.yes),
            (Code.ROWS_UNSURE, self.hit - self.yes),
            (Code.ROWS_CLEAR, self.clear),
            (Code.SENDER_UNKNOWN, self.senders_unknown),
            (Code.RECIPIENT_UNKNOWN, self.recipients_unknown),
            (Code.ROWS_REJECTED, self.rejected),
            (Code.OVER_LINES, self.over_lines),
        )

    def add(self, other: Counts) -> None:
        """Count another part too."""
        for name, value in vars(other).items():
            if isinstance(value, Counter):
                getattr(self, name).update(value)
            else:
                setattr(self, name, getattr(self, name) + value)

    def document(self) -> dict[str, Any]:
        """The counts as data."""
        told = {name: dict(value) if isinstance(value, Counter) else value for name, value in vars(self).items()}
        return {**told, "clear": self.clear}

    @staticmethod
    def of(document: dict[str, Any]) -> Counts:
        """The counts of a document."""
        told: dict[str, Any] = {name: value for name, value in document.items() if name != "clear"}
        tables = {name: Counter(value) for name, value in told.items() if isinstance(value, dict)}
        return Counts(**{**told, **tables})


def named(found: pa.Table, compiled: Compiled) -> pa.Table:
    """The hits with the keys of orders and people, in the order of rows."""
    at, is_day = found["at"], pc.less(found["at"], BEFORE_INSTANTS)
    instant = pc.if_else(is_day, None, at).cast(pa.timestamp("us", "UTC"))
    day = pc.if_else(is_day, pc.subtract(at, FIRST_DAY + EPOCH_DAY), None).cast(pa.int32()).cast(pa.date32())
    people = pa.array(compiled.people.names, pa.string())
    whom = pc.if_else(pc.less(found["whom"], 0), None, found["whom"])
    marks = pa.array([_marks(number) for number in range(2 * max(MARKS))])
    table = pa.table(
        [
            found["row"],
            pa.array([str(order.id) for order in compiled.orders], pa.string()).take(found["order"]),
            people.take(found["who"]),
            people.take(whom),
            instant,
            day,
            *(found[name] for name in SAID),
            marks.take(found["marks"]),
        ],
        schema=HITS,
    )
    return table.sort_by([("row", "ascending"), ("order", "ascending")])


def _marks(number: int) -> str:
    return "; ".join(code.value for mark, code in MARKS.items() if number & mark)


def counted(hits: pa.Table, shaped: Shaped, zone: ZoneInfo, asked: int, alone: int) -> Counts:
    """The counts of one part."""
    local = hits["instant"].cast(pa.timestamp("us", zone.key))
    day = pc.coalesce(pc.strftime(local, format="%Y-%m-%d"), hits["day"].cast(pa.string()))
    hour = pc.coalesce(pc.strftime(local, format="%H"), "")
    rows = set(hits["row"].to_pylist())
    if not rows <= set(shaped.contacts["row"].to_pylist()):
        raise AssertionError("a hit is about a row that was not judged")
    return Counts(
        rows=shaped.rows,
        judged=shaped.judged,
        rejected=shaped.rejected,
        hit=len(rows),
        yes=len(set(hits.filter(pc.equal(hits["answer"], "yes"))["row"].to_pylist())),
        hits=hits.num_rows,
        senders_unknown=shaped.senders_unknown,
        recipients_unknown=shaped.recipients_unknown,
        over_lines=shaped.over_lines,
        asked=asked,
        alone=alone,
        marked=pc.sum(pc.not_equal(hits["marks"], "")).as_py() or 0,
        by_order=_tally(hits["order"], hits["answer"]),
        by_day=_tally(day, hits["answer"]),
        by_hour=_tally(hour, hits["answer"]),
        by_reject=Counter(reject.code.value for reject in shaped.rejects),
        by_mark=Counter(mark for marks in hits["marks"].to_pylist() if marks for mark in marks.split("; ")),
    )


def _tally(keys: pa.ChunkedArray, answers: pa.ChunkedArray) -> Counter[str]:
    grouped = pa.table({"key": keys, "answer": answers}).group_by(["key", "answer"]).aggregate([([], "count_all")])
    return Counter({f"{one['key']}\t{one['answer']}": one["count_all"] for one in grouped.to_pylist()})
