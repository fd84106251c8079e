"""An answer of *no*, with its reasons and where to go instead."""

from __future__ import annotations

from collections.abc import Sequence

from stayaway.model import Reason, because
from stayaway.wording.record import RecordCode as C

from .operation.metrics import count_refusal


class Refused(Exception):
    """An entry is not taken, or a record not shown.

    The last of `reasons` says where to go; `index` counts the entries of a step from 0.
    """

    def __init__(self, reasons: Sequence[Reason], index: int = 0) -> None:
        self.reasons = tuple(reasons)
        self.index = index
        for reason in self.reasons[:1]:
            count_refusal(reason.code.value)
        super().__init__(", ".join(reason.code.value for reason in self.reasons))


def nothing_here() -> Refused:
    """The one answer for what is not there, sealed, or not to be seen."""
    return Refused((because(C.NOTHING_HERE), because(C.PATH_ASK_THE_CLERK)))
