"""The screening as one expression, for any engine that Ibis knows: join, measure, look the decision up.

Nothing here knows a rule. Contacts are joined to the orders that stand between the same two people at that instant;
what a decision depends on is put beside each pair; and the decision of the core is looked up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from .columns import (
    ANYONE,
    BEFORE_INSTANTS,
    CELL,
    CONTACTS,
    DECISIONS,
    KEY,
    NOBODY,
    NOT_TOLD,
    PLACES,
    REACHES,
    STRANGER,
    TOWARD,
)
from .nearness import bracket

TOLD = ("row", "at", "who", "whom", "channel", "through", "about", "near", "metres", "place", "fold", "word")
CARRIED = (*TOLD, "latitude", "longitude", "marks")
IDENTITY = ("row", "order", "at", "whom")
FEATURES = ("channel", "through", "about", "near", "place", "fold", "word", "marks")
MEASURES = ("metres", "latitude", "longitude")

TYPES = {
    "int32": "int32",
    "int64": "int64",
    "double": "float64",
    "bool": "boolean",
    "string": "string",
    "list<item: int32>": "array<int32>",
}
"""What Ibis calls the types of our columns."""

NOT_KNOWN, SAME, OPEN, WITHIN, BEYOND, SAME_WITHOUT_CASE = 0, 1, 2, 3, 4, 8
"""How a contact's place compares with a place of an order: one digit to the base 16."""


def table(name: str, schema: pa.Schema) -> ir.Table:
    """A table of the engine, by its name."""
    return ibis.table({field.name: TYPES[str(field.type)] for field in schema}, name=name)


@lru_cache(maxsize=64)
def pairs(same: tuple[tuple[str, int | None], ...] = ()) -> ir.Table:
    """Every contact beside every order that it may fall under, with the features that decide.

    `same`: the features that are the same in every contact (`extent`), which then need not be read. Where none tells
    its place, nothing is measured.
    """
    contacts = table("contacts", CONTACTS)
    places = ("place", NOT_TOLD) not in same
    contacts = _with_same(contacts, same)
    found = ibis.union(_with_named(contacts), _with_others(contacts), distinct=False)
    several_places = "place" not in dict(same)
    found = (
        _placed(found, (*IDENTITY, "place") if several_places else IDENTITY)
        if places
        else found.mutate(placed=_whole(NOT_TOLD), open=_whole(0))
    )
    alone = found.alone | (found.open > 0)
    return found.mutate(
        exact=ibis.ifelse(alone, found.row, _whole(NOT_TOLD)),
        exact_order=ibis.ifelse(alone, found.order, ibis.literal(NOT_TOLD, "int32")),
    ).drop("alone", "open", *dict(same))


def kept_pairs(same: tuple[tuple[str, int | None], ...] = ()) -> ir.Table:
    """The pairs as an engine holds them, under that name. What is the same in all of them is not held."""
    return _with_same(ibis.table(pairs(same).schema(), name="pairs"), same)


def _with_same(found: ir.Table, same: tuple[tuple[str, int | None], ...]) -> ir.Table:
    types = ibis.Schema({field.name: TYPES[str(field.type)] for field in CONTACTS})
    return found.mutate(
        **{name: ibis.null(types[name]) if value is None else ibis.literal(value, types[name]) for name, value in same}
    )


def _whole(number: int) -> ir.IntegerValue:
    return ibis.literal(number, "int64")


def _with_named(contacts: ir.Table) -> ir.Table:
    """Contacts with somebody whom the order names."""
    orders = table("toward", TOWARD)
    met = contacts.join(
        orders,
        [
            contacts.who == orders.who,
            contacts.whom == orders.whom,
            contacts.at >= orders.start,
            contacts.at < orders.end,
        ],
    )
    return met.select(*(contacts[name] for name in CARRIED), orders.order, orders.cls, orders.role, orders.alone)


def _with_others(contacts: ir.Table) -> ir.Table:
    """Contacts with anybody else, or nobody, for the classes that have anything to say of that."""
    orders = ibis.table(reached().schema(), name="reached")
    met = contacts.join(
        orders,
        [
            contacts.who == orders.who,
            contacts.at >= orders.start,
            contacts.at < orders.end,
            ~orders.people.contains(contacts.whom),
            (orders.channels & (ibis.literal(1, "int32") << (contacts.channel + 1))) != 0,
        ],
    )
    role = ibis.ifelse(contacts.whom == NOBODY, NOBODY, STRANGER).cast("int32")
    return met.select(*(contacts[name] for name in CARRIED), orders.order, orders.cls, role.name("role"), orders.alone)


def reached() -> ir.Table:
    """The orders of the classes that have anything to say of strangers."""
    reaches = table("reaches", REACHES)
    orders = table("anyone", ANYONE)
    return orders.join(reaches, orders.cls == reaches.cls).select(orders, reaches.channels)


def _placed(found: ir.Table, identity: tuple[str, ...]) -> ir.Table:
    """Beside each pair, how the place of the contact compares with every place that the order speaks of."""
    spots = table("places", PLACES)
    told = found.filter(found.place != NOT_TOLD)
    beside = told.join(spots, [told.order == spots.order, told.cls == spots.cls])
    least, most = bracket(told.latitude, told.longitude, spots.latitude, spots.longitude)
    same = told.place == spots.place
    unknown = told.latitude.isnull() | spots.latitude.isnull() | spots["limit"].isnull()
    digit = ibis.cases(
        (same, SAME),
        (unknown, NOT_KNOWN),
        (most <= spots["limit"], WITHIN),
        (least > spots["limit"], BEYOND),
        else_=OPEN,
    )
    cased = ibis.ifelse(same | (told.fold != spots.fold), 0, SAME_WITHOUT_CASE)
    measured = beside.select(
        *(told[name] for name in identity),
        digit=(digit + cased).cast("int64") * spots.slot,
        open=(digit == OPEN).cast("int64"),
    )
    summed = measured.group_by(list(identity)).agg(placed=measured.digit.sum(), open=measured.open.sum())
    joined = found.left_join(summed, [found[name] == summed[name] for name in identity])
    told_where = found.place != NOT_TOLD
    return joined.select(
        found,
        placed=ibis.ifelse(told_where, ibis.coalesce(summed.placed, 0), NOT_TOLD).cast("int64"),
        open=ibis.coalesce(summed.open, 0).cast("int64"),
    )


def cells(found: ir.Table) -> ir.Table:
    """The distinct questions among the pairs, each with one contact and order that stand for it."""
    # What is not known is no number: an engine that looks for the least row passes over what is null.
    known = found.mutate(**{name: ibis.coalesce(found[name], math.nan) for name in ("metres", "latitude", "longitude")})
    carried = {name: known[name].argmin(known.row) for name in CELL if name not in KEY and name != "row"}
    return known.group_by(list(KEY)).agg(row=known.row.min(), **carried)


def told(contacts: ir.Table) -> ir.Table:
    """The channels, carriers and subjects that come up, and whether a place or a nearness comes with them."""
    open_ = (contacts.place != NOT_TOLD) | (contacts.near != NOT_TOLD)
    return contacts.select("channel", "through", "about", open=open_).distinct()


def extent(contacts: ir.Table) -> ir.Table:
    """The first and the last instant and day that come up, and the least and the most of every feature."""
    is_day = contacts.at < BEFORE_INSTANTS
    return contacts.agg(
        rows=contacts.count(),
        first_day=contacts.at.min(where=is_day),
        last_day=contacts.at.max(where=is_day),
        first_instant=contacts.at.min(where=~is_day),
        last_instant=contacts.at.max(where=~is_day),
        **{f"least_{name}": contacts[name].min() for name in FEATURES},
        **{f"most_{name}": contacts[name].max() for name in FEATURES},
        **{f"told_{name}": contacts[name].count() for name in MEASURES},
    )


def same_in(extent: Mapping[str, Any]) -> tuple[tuple[str, int | None], ...]:
    """The features that are the same in every contact."""
    features = (
        (name, extent[f"least_{name}"]) for name in FEATURES if extent[f"least_{name}"] == extent[f"most_{name}"]
    )
    measures = ((name, None) for name in MEASURES if not extent[f"told_{name}"])
    return (*features, *measures)


def hits(found: ir.Table, *, marked: bool = True) -> ir.Table:
    """The pairs of which the core did not say no, with the number of what it said. One line for a contact and an order.

    `marked`: whether any contact has a mark, and so may mean several instants, people or places.
    """
    said = table("decisions", DECISIONS)
    met = found.join(said, [found[name] == said[name] for name in KEY])
    lines = met.select(
        found.row,
        found.order,
        found.at,
        found.who,
        found.whom,
        found.marks,
        found.place,
        said.severity,
        said.said,
    )
    if not marked:
        return lines.drop("place", "severity")
    # A contact that may mean several instants, people or places: the stricter answer is kept, whichever it is about.
    several = lines.filter(lines.marks != 0)
    ranked = several.mutate(
        rank=ibis.row_number().over(
            group_by=[several.row, several.order],
            order_by=[several.severity.desc(), several.at, several.who, several.whom, several.place],
        )
    )
    kept = ranked.filter(ranked.rank == 0).drop("rank")
    return ibis.union(lines.filter(lines.marks == 0), kept, distinct=False).drop("place", "severity")
