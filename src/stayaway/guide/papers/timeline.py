"""The timeline as a drawing: a bar for each stretch of each order, with the same as text below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stayaway.model import Answer, OrderId
from stayaway.pages.voice import Voice
from stayaway.reasoning.changes import Span
from stayaway.reasoning.governing import Governing
from stayaway.wording.papers import PapersCode as Say

WIDTH = 600
FARTHEST = timedelta(days=3653)
"""How far ahead is drawn where no end is known: ten years."""
A_WHILE = timedelta(days=365)
SPANS = {Answer.YES: Say.SPAN_YES, Answer.UNSURE: Say.SPAN_UNSURE, Answer.NO: Say.SPAN_NO}
OPEN_SPANS = {Answer.YES: Say.SPAN_YES_ON, Answer.UNSURE: Say.SPAN_UNSURE_ON, Answer.NO: Say.SPAN_NO_ON}


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days, as it is drawn."""

    x: int
    width: int
    standing: str


@dataclass(frozen=True, slots=True)
class Row:
    """An order, its bars, and the same in words."""

    name: str
    bars: tuple[Bar, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing."""

    width: int
    rows: tuple[Row, ...]
    today: int
    first: str
    last: str


def timeline(found: Governing, day: date, voice: Voice) -> Timeline | None:
    """The timeline of all orders; None where there is nothing to draw."""
    spans = [span for standing in found.standings for span in _joined(found, standing.order)]
    if not spans:
        return None
    first = min(day, *(span.start for span in spans))
    ends = [span.until for span in spans if span.until is not None]
    last = min(max(day, *ends, *(span.start for span in spans)) + A_WHILE, max(day, first) + FARTHEST)
    days = max((last - first).days, 1)

    def x(at: date) -> int:
        return round(WIDTH * min(max((at - first).days, 0), days) / days)

    rows: list[Row] = []
    for order in dict.fromkeys(span.order for span in spans):
        mine = [span for span in spans if span.order == order]
        bars = [Bar(x(s.start), max(x(s.until or last) - x(s.start), 3), s.in_force.value) for s in mine]
        lines = tuple(_line(span, voice) for span in mine)
        rows.append(Row(voice.show(order), tuple(bars), lines))
    return Timeline(WIDTH, tuple(rows), x(day), voice.show(first), voice.show(last))


def _joined(found: Governing, order: OrderId) -> Iterator[Span]:
    """The stretches of an order; those that differ only in whether a break can be punished are one."""
    last: Span | None = None
    for span in found.timeline:
        if span.order != order:
            continue
        if last is not None and last.in_force is span.in_force:
            last = Span(order, last.start, span.until, last.in_force, last.enforceable)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _line(span: Span, voice: Voice) -> str:
    if span.until is None:
        return voice.speaker.sentence(OPEN_SPANS[span.in_force], {"start": span.start})
    return voice.speaker.sentence(SPANS[span.in_force], {"start": span.start, "until": span.until})
