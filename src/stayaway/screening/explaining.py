"""One row of a log, explained: the contacts that it may mean, as the core is asked about them."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import Any

from stayaway.model import AsOf
from stayaway.reasoning.conduct import CompiledOrders, Contact

from .columns import asked_of, words
from .deciding import Decider
from .reading import chunks
from .running import Job
from .shaping import Reject, Shaper


@dataclass(frozen=True)
class Meant:
    """A contact that a row means, with the orders that it is asked about and the moment."""

    contact: Contact
    ready: CompiledOrders
    at: AsOf


@dataclass(frozen=True)
class Explained:
    """A row: what it means, or why it was rejected. Neither: by nobody whom an order restrains."""

    meant: tuple[Meant, ...] = ()
    rejects: tuple[Reject, ...] = ()


class NoSuchRow(Exception):
    """A number beyond the end of the log; `last` is that of its last row."""

    def __init__(self, last: int) -> None:
        self.last = last
        super().__init__(last)


def explain(job: Job, row: int) -> Explained:
    """What a row of the log means. Raises NoSuchRow."""
    named = words()
    shaper = Shaper(job.found, job.compiled, named, job.zone)
    decider = Decider(job.compiled, named)
    last = 0
    for chunk in chunks(job.contacts, job.found, job.size):
        last += chunk.rows
        if row > last or row < 1:
            continue
        shaped = shaper.shape(chunk)
        rejects = tuple(reject for reject in shaped.rejects if reject.row == row)
        found = [one for one in shaped.contacts.to_pylist() if one["row"] == row]
        return Explained(tuple(_meant(decider, one) for one in found), rejects)
    raise NoSuchRow(last)


def _meant(decider: Decider, told: dict[str, Any]) -> Meant:
    measures = {name: nan if told[name] is None else told[name] for name in ("metres", "latitude", "longitude")}
    contact, _, ready, at = decider.question({**told, **measures, "order": 0})
    return Meant(contact, ready, asked_of(at))
