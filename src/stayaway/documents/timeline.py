"""The timeline: over which days each order is in force, may be, or is not; as a picture, and as a list of lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from stayaway.model import Answer, OrderId
from stayaway.reasoning.changes import Span
from stayaway.reasoning.governing import Governing
from stayaway.wording.document import DocumentCode as Say

from .drawing import Bar, Picture, Row, draw
from .text import short
from .told import Teller

FARTHEST = timedelta(days=3653)
"""How far ahead of the day asked about the picture goes: ten years."""
LONGEST_NAME = 92

STANDINGS = {Answer.YES: Say.SPAN_YES, Answer.UNSURE: Say.SPAN_UNSURE, Answer.NO: Say.SPAN_NO}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture (SVG), and the same as text."""

    svg: bytes
    text: str


def timeline(teller: Teller, found: Governing, *, neutral: bool) -> Timeline:
    """The timeline of the orders."""
    day = teller.at.day(teller.speaker.zone)
    spans = [span for order in teller.papers.orders for span in _joined(found, order)]
    lines = [_line(teller, span) for span in spans] or [teller.label(Say.NO_SPANS)]
    heading = teller.label(Say.TIMELINE)
    first = min((span.start for span in spans), default=day)
    last = _last(spans, day)
    rows = [
        Row(_name(teller, order), tuple(_bars(spans, order, last)))
        for order in teller.papers.orders
        if any(span.order == order for span in spans)
    ]
    picture = Picture(
        language=teller.language,
        title=teller.label(Say.TIMELINE_NEUTRAL) if neutral else heading,
        text=" ".join(lines),
        heading=heading,
        rows=tuple(rows),
        first=min(first, day),
        last=last,
        day=day,
        day_label=teller.label(Say.DAY_SHOWN, day=day),
        ticks=tuple((tick, str(tick.year)) for tick in _years(min(first, day), last)),
        ends=(teller.show(min(first, day)), teller.show(last)),
        goes_on=teller.label(Say.GOES_ON),
        legend=tuple((answer, teller.label(code)) for answer, code in STANDINGS.items()),
    )
    head = [heading, teller.label(Say.FOR_PERSON, person=teller.person), teller.as_of()]
    return Timeline(draw(picture), "\n".join([*head, "", *(f"- {line}" for line in lines), ""]))


def _joined(found: Governing, order: OrderId) -> Iterator[Span]:
    """The spans of an order; those that differ only in whether a break can be punished are one."""
    open_: Span | None = None
    for span in (span for span in found.timeline if span.order == order):
        if open_ is not None and span.in_force is open_.in_force:
            open_ = replace(open_, until=span.until)
            continue
        if open_ is not None:
            yield open_
        open_ = span
    if open_ is not None:
        yield open_


def _line(teller: Teller, span: Span) -> str:
    standing = teller.label(STANDINGS[span.in_force])
    if span.until is None and span.in_force is Answer.NO:
        return teller.label(Say.SPAN_FROM, order=span.order, start=span.start, standing=standing)
    if span.until is None:
        return teller.label(Say.SPAN_OPEN, order=span.order, start=span.start, standing=standing)
    code = Say.SPAN_ONE_DAY if span.until == span.start else Say.SPAN
    return teller.label(code, order=span.order, start=span.start, end=span.until, standing=standing)


def _name(teller: Teller, order: OrderId) -> str:
    told = teller.papers.orders[order]
    return short(f"{teller.show(order)}: {teller.kind(told)}, {teller.court(told)}", LONGEST_NAME)


def _last(spans: list[Span], day: date) -> date:
    """The last day of the picture: a little past the last change, so that what goes on can be seen to."""
    known = [day, *(moment for span in spans for moment in (span.start, span.until) if moment is not None)]
    first, farthest = min(known), _plus(day, FARTHEST)
    last = min(max(known), max(farthest, first))
    return _plus(last, max(timedelta(days=60), (last - first) / 8))


def _plus(day: date, more: timedelta) -> date:
    return date.max if date.max - day < more else day + more


def _bars(spans: list[Span], order: OrderId, last: date) -> Iterator[Bar]:
    for span in spans:
        if span.order == order and span.start <= last:
            goes_on = span.until is None or span.until > last
            yield Bar(span.in_force, span.start, last if goes_on or span.until is None else span.until, goes_on)


def _years(first: date, last: date) -> Iterator[date]:
    """The first days of years, at most about a dozen of them."""
    step = max(1, -(-(last.year - first.year) // 12))
    for year in range(first.year + 1, last.year + 1, step):
        yield date(year, 1, 1)
