"""All documents of one person on one day, each with the name of its file: names that give nothing away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stayaway.law.book import LawBook
from stayaway.model import Answer, AsOf, OrderId, Papers, PersonId
from stayaway.reasoning.governing import Governing, governing_terms
from stayaway.wording.say import Speaker

from .calendar import calendar
from .card import Qr, card
from .reader import papers_for
from .sheet import sheet
from .timeline import timeline
from .told import OrderSpeaker, Teller
from .typeset import pdf


@dataclass(frozen=True, slots=True)
class Document:
    """A file to write: its name, what is in it, and which orders it is about."""

    name: str
    content: bytes
    about: tuple[OrderId, ...]


NAMES = r"(sheet|card)(-\d+)?\.pdf|calendar\.ics|timeline\.(svg|txt)"
"""What the names of documents look like."""


def documents_for(
    papers: Papers,
    person: PersonId,
    book: LawBook,
    at: AsOf,
    speaker: Speaker,
    *,
    neutral: bool = False,
    qr: Qr = Qr.NONE,
) -> tuple[Document, ...]:
    """The documents of one person: of all their orders together, and of each where there are several.

    The same papers, person and day make the same bytes.
    """
    told = papers_for(papers, person, speaker)
    numbers = {id: number for number, id in enumerate(told.orders, 1)}
    teller = Teller(told, person, book, at, OrderSpeaker(speaker.language, told, speaker.zone, numbers))
    found = governing_terms(told, book, at)
    drawn = timeline(teller, found, neutral=neutral)
    every = tuple(told.orders)
    days = calendar(teller, found, neutral=neutral)
    made = [
        *_pdfs(teller, found, None, neutral=neutral, qr=qr),
        *([Document("calendar.ics", days, every)] if days is not None else []),
        Document("timeline.svg", drawn.svg, every),
        Document("timeline.txt", drawn.text.encode("utf-8"), every),
    ]
    for id in every if len(every) > 1 else ():
        made += _pdfs(teller, _of_one(id, found, told, book, at), id, neutral=neutral, qr=qr)
    return tuple(made)


def _of_one(id: OrderId, found: Governing, papers: Papers, book: LawBook, at: AsOf) -> Governing:
    """What one order says by itself. Whether it stands is asked of all papers: another may have taken its place."""
    standings = tuple(standing for standing in found.standings if standing.order == id)
    alone = governing_terms(replace(papers, orders={id: papers.orders[id]}), book, at)
    stands = any(standing.in_force is not Answer.NO for standing in standings)
    return Governing(
        standings=standings,
        terms=alone.terms if stands else (),
        collisions=(),
        changes=tuple(change for change in found.changes if change.order == id),
        timeline=(),
        enforcement=(),
    )


def _pdfs(teller: Teller, found: Governing, only: OrderId | None, *, neutral: bool, qr: Qr) -> Iterator[Document]:
    which = "" if only is None else f"-{teller.speaker.numbers[only]}"
    about = tuple(standing.order for standing in found.standings)
    day = teller.at.day(teller.speaker.zone)
    # Each document lists the sources that it names itself.
    for_sheet = replace(teller, cited=[])
    yield Document(f"sheet{which}.pdf", pdf("sheet", sheet(for_sheet, found, only, neutral=neutral), day), about)
    shown = card(teller, found, neutral=neutral, qr=qr)
    if shown is not None:
        yield Document(f"card{which}.pdf", pdf("card", shown, day), about)
