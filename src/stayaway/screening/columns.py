"""What contacts and orders look like as columns: numbers for everything that is compared, so that an engine can join.

A person, a place or a word is a number that `Names` gave out. An instant is a whole number of microseconds since 1970
(UTC); a day is a number far below every instant, so that one column holds both and neither is taken for the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pyarrow as pa

from stayaway.model import UTC, AsOf, Channel

NOBODY = -1
"""In place of the person addressed: nobody is; the contact is being somewhere."""
STRANGER = -2
"""In place of a person: somebody whom no order here names."""
NOT_TOLD = -1
"""In place of a channel, a place or a nearness: the contact does not tell it."""
ELSEWHERE = -2
"""In place of a place: a place, or a position, that is none of the papers'."""
ANY_WORD = "…"
NO_WORD, OTHER_WORD = 0, 1
"""In place of a word: none was told; one that no order compares with."""

AMBIGUOUS_TIME = 1
"""Mark: the clock showed this time twice that day; both were judged, and the stricter answer kept."""
SHARED_IDENTIFIER = 2
"""Mark: a number, address or handle that several people share; all were judged, and the stricter answer kept."""
LINKED_BY_NAME = 4
"""Mark: somebody was linked by a name alone."""
SEVERAL_NAMED = 8
"""Mark: the row names several, such as the recipients of a message; each was judged, and the stricter answer kept."""
SHARED_LABEL = 16
"""Mark: a word for a place fits several; each was judged, and the stricter answer kept."""

CHANNELS = tuple(Channel)
SLOTS = 15
"""How many comparisons with places one number can hold. An order with more is decided contact by contact."""

CONTACTS = pa.schema(
    [
        ("row", pa.int64()),
        ("at", pa.int64()),
        ("who", pa.int32()),
        ("whom", pa.int32()),
        ("channel", pa.int32()),
        ("through", pa.int32()),
        ("about", pa.int32()),
        ("near", pa.int32()),
        ("metres", pa.float64()),
        ("place", pa.int32()),
        ("fold", pa.int32()),
        ("word", pa.int32()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("marks", pa.int32()),
    ]
)
"""A contact that could fall under an order, once for each pair of people and each instant that it may mean.

`near` numbers the stretch that the distance lies in (`nearness.stretch_of`), `metres` is the distance itself. `fold` is
the number of the place's key without case, `word` that of the key where it is compared as a word.
"""

SPAN = [
    ("who", pa.int32()),
    ("order", pa.int32()),
    ("start", pa.int64()),
    ("end", pa.int64()),
    ("cls", pa.int32()),
    ("alone", pa.bool_()),
]
TOWARD = pa.schema([*SPAN, ("whom", pa.int32()), ("role", pa.int32())])
"""From when to when an order of a class stands between two people. `role` says which of the order's people it is."""
ANYONE = pa.schema([*SPAN, ("people", pa.list_(pa.int32()))])
"""The same for whoever else is addressed, or nobody. `people` are those whom `TOWARD` has."""
PLACES = pa.schema(
    [
        ("order", pa.int32()),
        ("cls", pa.int32()),
        ("slot", pa.int64()),
        ("place", pa.int32()),
        ("fold", pa.int32()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("limit", pa.float64()),
    ]
)
"""The places that an order speaks of, once for each distance to keep. `slot` is 16 to the power of its number."""
REACHES = pa.schema([("cls", pa.int32()), ("channels", pa.int32())])
"""Which classes can say anything but no of a contact with a stranger: a bit for each channel, one for none told."""

KEY = ("cls", "role", "channel", "through", "about", "near", "word", "placed", "exact", "exact_order")
"""What a decision depends on. `exact` and `exact_order`: one contact and one order, where they are decided alone."""
CELL = (*KEY, "row", "order", "at", "who", "whom", "place", "metres", "latitude", "longitude")

DECISIONS = pa.schema(
    [
        *((name, pa.int64() if name in ("placed", "exact") else pa.int32()) for name in KEY),
        ("severity", pa.int32()),
        ("said", pa.int32()),
    ]
)
"""The number of what the core said of one cell. Only what is not no is kept."""

SAID = ("answer", "terms", "standing", "enforceable", "service", "exception", "reasons")
"""What the core said, in words."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
FIRST_DAY = -(2**62)
"""The number of the day before the first; no instant that a calendar knows is as low."""
BEFORE_INSTANTS = -(2**61)


def number_of(moment: date | datetime) -> int:
    """The number of an instant or a day.

    >>> moment_of(number_of(date(2024, 5, 3))), number_of(EPOCH)
    (datetime.date(2024, 5, 3), 0)
    """
    if isinstance(moment, datetime):
        return (moment - EPOCH) // MICROSECOND
    return FIRST_DAY + moment.toordinal()


def moment_of(number: int) -> date | datetime:
    """The instant (UTC) or the day of a number."""
    if number < BEFORE_INSTANTS:
        return date.fromordinal(number - FIRST_DAY)
    return EPOCH + number * MICROSECOND


def asked_of(number: int) -> AsOf:
    """The moment that the core is asked for."""
    return AsOf(moment_of(number))


@dataclass
class Names:
    """Numbers for names, given out as they come."""

    names: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, name: str) -> int:
        """The number of a name; a new one where it has none."""
        found = self.numbers.get(name)
        if found is None:
            found = self.numbers[name] = len(self.names)
            self.names.append(name)
        return found


def words() -> Names:
    """Numbers for words: the first two stand for no word, and for any word that no order compares with."""
    return Names(["", ANY_WORD], {})
