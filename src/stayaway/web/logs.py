"""What may be written down when something fails: where in the code, and nothing of what was asked."""

from __future__ import annotations

import logging
from traceback import extract_tb


class OnlyThePlace(logging.Formatter):
    """Names the kind of failure and the line of code. Messages and addresses can hold answers and are left out."""

    def format(self, record: logging.LogRecord) -> str:
        """`KeyError at conduct.py:41`."""
        if not record.exc_info or record.exc_info[0] is None:
            return record.levelname
        trace = extract_tb(record.exc_info[2])
        place = f" at {trace[-1].filename}:{trace[-1].lineno}" if trace else ""
        return f"{record.exc_info[0].__name__}{place}"
