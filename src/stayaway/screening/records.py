"""The rows of a CSV, one after the other, so that a quote that was never closed costs its own row and no other.

A field in quotes may go over several lines, as a message does. A stray quote looks the same: it takes the lines after
it for its own, up to the next quote. So a row is given back to be read line by line where its quotes do not fit, or
where one of the lines that it took reads as a row by itself.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterator, Sequence

LONGEST_FIELD = 1_000_000
"""Characters. A field that is longer is one whose quote was never closed."""


class OpenQuote(Exception):
    """The quotes of a row do not fit. The lines after its first one are read again, as rows."""


class Records:
    """Reads the rows of a CSV from its lines."""

    def __init__(self, lines: Iterator[str], delimiter: str) -> None:
        csv.field_size_limit(LONGEST_FIELD)
        self.delimiter = delimiter
        self._rest = lines
        self._again: deque[str] = deque()
        self._held: list[str] = []
        self._start()

    def _start(self) -> None:
        self._reader = csv.reader(self._fed(), delimiter=self.delimiter, strict=True)

    def _fed(self) -> Iterator[str]:
        while (line := self._again.popleft() if self._again else next(self._rest, None)) is not None:
            self._held.append(line)
            yield line

    def row(self) -> list[str] | None:
        """The next row; None at the end. Raises OpenQuote."""
        self._held.clear()
        try:
            return next(self._reader, None)
        except csv.Error as error:
            self.read_again()
            raise OpenQuote from error

    @property
    def lines(self) -> int:
        """How many lines the last row took."""
        return len(self._held)

    def took(self, is_row: Callable[[Sequence[str]], bool]) -> bool:
        """Whether one of the lines that the last row took after its first reads as a row by itself."""
        return any(is_row(self._alone(line)) for line in self._held[1:])

    def read_again(self) -> None:
        """Give the lines of the last row back, but for its first."""
        self._again.extendleft(reversed(self._held[1:]))
        self._start()

    def _alone(self, line: str) -> list[str]:
        try:
            return next(csv.reader([line], delimiter=self.delimiter), [])
        except csv.Error:
            return []
