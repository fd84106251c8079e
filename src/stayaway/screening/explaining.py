"""One row of a log, explained: the contacts that it may mean, in the row's own words, as the core is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import nan
from typing import Any

from stayaway.model import AsOf, PersonId, PlaceId
from stayaway.reasoning.conduct import CompiledOrders, Contact

from .columns import ANY_WORD, asked_of, words
from .deciding import SOMEBODY, SOMEWHERE, Decider, with_place
from .layouts import Part
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
    """A row: what it means, or why it was rejected. Neither: by nobody whom an order restrains.

    `is_linked`: the sender is somebody of the papers.
    """

    meant: tuple[Meant, ...] = ()
    rejects: tuple[Reject, ...] = ()
    is_linked: bool = False


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
        if rejects:
            return Explained(rejects=rejects)
        told = shaper.told(chunk, row)
        strangers = ", ".join(shaper.linker.who(told[Part.TO]).strangers) if Part.TO in told else ""
        meant = tuple(_meant(decider, one, told, strangers) for one in found)
        return Explained(meant, is_linked=shaper.is_linked(told))
    raise NoSuchRow(last)


def _meant(decider: Decider, told: dict[str, Any], words: Mapping[Part, str], strangers: str) -> Meant:
    measures = {name: nan if told[name] is None else told[name] for name in ("metres", "latitude", "longitude")}
    contact, _, ready, at = decider.question({**told, **measures, "order": 0})
    if contact.to == SOMEBODY:
        contact = replace(contact, to=PersonId(strangers))
    if contact.through == ANY_WORD:
        contact = replace(contact, through=words[Part.THROUGH])
    if contact.about == ANY_WORD:
        contact = replace(contact, about=words[Part.ABOUT])
    if contact.at == SOMEWHERE:
        spot = ready.papers.places.get(SOMEWHERE)
        where = PlaceId(words.get(Part.PLACE) or f"{words[Part.LATITUDE]}, {words[Part.LONGITUDE]}")
        contact = replace(contact, at=where)
        if spot is not None:
            ready = with_place(decider.compiled.ready, replace(spot, id=where))
    return Meant(contact, ready, asked_of(at))
