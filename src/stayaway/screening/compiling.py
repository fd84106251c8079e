"""Orders as columns: for every stretch of time the class of each order, and whom and which places it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pyarrow as pa

from stayaway.law.book import LawBook
from stayaway.model import AsOf, Order, Papers, Place
from stayaway.reasoning.conduct import CompiledOrders, compile_orders
from stayaway.reasoning.forbidding import words_compared
from stayaway.reasoning.prohibitions import compile_terms

from .classes import Form, form_of
from .columns import ANYONE, PLACES, SLOTS, TOWARD, Names, number_of


@dataclass
class Columns:
    """The orders as tables, in the schemas of `columns`."""

    toward: pa.Table
    anyone: pa.Table
    places: pa.Table


@dataclass
class Compiled:
    """Orders made ready for screening. Made by `compile_columns`; it holds no answer that the core would not give."""

    ready: CompiledOrders
    orders: tuple[Order, ...]
    people: Names
    places: Names
    folds: Names
    vocabulary: frozenset[str]
    """The words, without case, that subjects and carriers are compared with."""
    limits: tuple[float, ...]
    """Every distance that an order compares with, in metres, sorted."""
    classes: dict[tuple[Any, ...], int]
    samples: list[tuple[int, int]]
    """For every class an order of it, and a moment."""
    columns: Columns
    years: tuple[int, int] | None

    @property
    def papers(self) -> Papers:
        """The papers that the orders are from."""
        return self.ready.papers

    def cover(self, first: int, last: int) -> bool:
        """Compile for these years too, where that has not been done; whether it had to be."""
        if self.years is not None:
            if self.years[0] <= first and last <= self.years[1]:
                return False
            first, last = min(first, self.years[0]), max(last, self.years[1])
        wider = compile_columns(self.papers, self.ready.book, (first, last))
        self.__dict__.update(wider.__dict__)
        return True


def compile_columns(papers: Papers, book: LawBook, years: tuple[int, int] | None = None) -> Compiled:
    """Compile the orders of some papers for contacts of these years, both included.

    The numbers of people, places and words do not depend on the years. Without years, no stretch of time is compiled
    until `Compiled.cover` is told which are needed.
    """
    ready = compile_orders(papers, book)
    maker = _Maker(ready)
    for number, order in enumerate(papers.orders.values()):
        maker.name(order)
        if years is not None:
            maker.add(number, order, years)
    return Compiled(
        ready=ready,
        orders=tuple(papers.orders.values()),
        people=maker.people,
        places=maker.places,
        folds=maker.folds,
        vocabulary=frozenset(maker.words),
        limits=tuple(sorted(maker.limits)),
        classes=maker.classes,
        samples=maker.samples,
        columns=maker.columns(),
        years=years,
    )


class _Maker:
    def __init__(self, ready: CompiledOrders) -> None:
        self.ready = ready
        self.people, self.places, self.folds = Names(), Names(), Names()
        for person in ready.papers.people:
            self.people.number(person)
        for place in ready.papers.places:
            self.places.number(place)
            self.folds.number(place.casefold())
        self.words: set[str] = set(words_compared(()))
        self.limits: set[float] = set()
        self.classes: dict[tuple[Any, ...], int] = {}
        self.samples: list[tuple[int, int]] = []
        self.toward: list[tuple[Any, ...]] = []
        self.anyone: list[tuple[Any, ...]] = []
        self.spots: dict[tuple[int, int, int], tuple[Any, ...]] = {}

    def name(self, order: Order) -> None:
        """Note what any version of the terms compares with, so that nothing depends on the years."""
        for terms in (order.terms, *(entry.terms for entry in order.docket)):
            if terms is not None:
                prohibitions = compile_terms(order, terms)
                self.words |= words_compared(prohibitions)
                self.limits |= {one.metres for one in prohibitions if one.metres is not None}

    def add(self, number: int, order: Order, years: tuple[int, int]) -> None:
        who = self.people.number(order.restrained)
        for start, end, form in self._stretches(order, years):
            cls = self._class(form, number, start)
            alone = len(form.slots) > SLOTS
            span = (who, number, start, end, cls, alone)
            people = [self.people.number(person) for person in form.people]
            self.anyone.append((*span, people))
            self.toward.extend((*span, person, role) for role, person in enumerate(people))
            if not alone:
                self._place(number, cls, form)

    def _stretches(self, order: Order, years: tuple[int, int]) -> Iterator[tuple[int, int, Form]]:
        """The stretches in which the order can prohibit anything, with its form. Like ones side by side are one."""
        moments = self.ready.moments[order.id]
        for starts in (moments.instants_from(*years), moments.days_from(*years)):
            open_: tuple[int, int, Form] | None = None
            for start, end in pairwise(starts):
                form = form_of(order, self.ready, AsOf(start))
                if open_ is not None and not _alike(open_[2], form):
                    yield open_
                    open_ = None
                if form is not None:
                    open_ = (number_of(start) if open_ is None else open_[0], number_of(end), form)
            if open_ is not None:
                yield open_

    def _class(self, form: Form, order: int, at: int) -> int:
        found = self.classes.get(form.key)
        if found is None:
            found = self.classes[form.key] = len(self.classes)
            self.samples.append((order, at))
        return found

    def _place(self, order: int, cls: int, form: Form) -> None:
        for slot, (role, limit) in enumerate(form.slots):
            key = form.places[role]
            spot = self.ready.papers.places.get(key, Place(key)).at
            self.spots[order, cls, slot] = (
                order,
                cls,
                16**slot,
                self.places.number(key),
                self.folds.number(key.casefold()),
                None if spot is None else spot.latitude,
                None if spot is None else spot.longitude,
                limit,
            )

    def columns(self) -> Columns:
        return Columns(
            toward=_table(self.toward, TOWARD),
            anyone=_table(self.anyone, ANYONE),
            places=_table(self.spots.values(), PLACES),
        )


def _alike(one: Form, other: Form | None) -> bool:
    return other is not None and (one.key, one.people, one.places) == (other.key, other.people, other.places)


def _table(rows: Iterable[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    listed = list(rows)
    columns = zip(*listed, strict=True) if listed else ([] for _ in schema)
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )
