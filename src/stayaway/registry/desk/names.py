"""Orders by names that people read, in place of the random ids that they are kept under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from stayaway.law.load import law_book
from stayaway.model import Order, OrderId, Papers
from stayaway.pages.orders import Shown
from stayaway.pages.voice import Voice

from .frame import upper


@dataclass(frozen=True, slots=True)
class Named:
    """Papers in which every order is called by a name. `ids` leads back, `names` there."""

    papers: Papers
    ids: Mapping[str, str]
    names: Mapping[str, OrderId]

    def name_of(self, order: str) -> str:
        """What an order is called; empty where it is not in the papers."""
        return str(self.names.get(order, ""))


def named(papers: Papers, voice: Voice) -> Named:
    """The papers with a name for every order: what it is and in which case."""
    names: dict[str, OrderId] = {}
    for key, order in papers.orders.items():
        wanted = _name(order, voice)
        taken = {str(one) for one in names.values()}
        choices = (wanted, *(f"{wanted} ({number})" for number in range(2, len(taken) + 3)))
        names[str(key)] = OrderId(next(one for one in choices if one not in taken))
    orders = {names[str(key)]: replace(order, id=names[str(key)]) for key, order in papers.orders.items()}
    return Named(replace(papers, orders=orders), {str(name): key for key, name in names.items()}, names)


def _name(order: Order, voice: Voice) -> str:
    told = Shown(order, law_book(), voice)
    what = upper(told.name() or told.kind())
    return f"{what}, {order.case.number}" if order.case.number else what
