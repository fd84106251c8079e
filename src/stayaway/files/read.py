"""Reading an order file: its papers, or every fault that it has."""

from __future__ import annotations

import os

from stayaway.law.book import LawBook
from stayaway.model import CaseId, OrderId, Papers, Person, PersonId, Place, PlaceId
from stayaway.model.paper import PaperFacts

from .faults import Ledger
from .fit import Fitter
from .reading import Reading
from .settle_cases import jurisdiction_of, settled_cases
from .settle_orders import settled_orders
from .shape import FileShape, PaperShape
from .source import bytes_of, text_of
from .tree import tree_of
from .where import Where


def read_path(path: str | os.PathLike[str], book: LawBook) -> Papers:
    """The papers of an order file. Raises FileFaults with everything that is wrong with it."""
    return read_text(bytes_of(path), os.fspath(path), book)


def read_text(text: str | bytes, name: str, book: LawBook) -> Papers:
    """The papers of an order file's text; `name` is what faults call the file.

    Raises FileFaults with everything that is wrong with it; then nothing is computed from it.
    """
    ledger = Ledger(name)
    where = Where(tree_of(text_of(text, name), ledger))
    file = Fitter(where, ledger).fit(FileShape)
    reading = Reading.of(where, ledger, book)
    reading.identities()
    jurisdiction, cases = settled_cases(file, reading)
    orders = settled_orders(file, cases, reading)
    ledger.settle()
    return Papers(
        people={PersonId(key): _person(key, file) for key in file.people or {}},
        places={PlaceId(key): _place(key, file) for key in file.places or {}},
        cases={CaseId(key): case for key, case in cases.items()},
        orders={OrderId(key): order for key, order in orders.items()},
        jurisdiction=jurisdiction,
    )


def read_paper_path(path: str | os.PathLike[str], book: LawBook | None = None) -> PaperFacts:
    """The facts of one paper from a file. Raises FileFaults."""
    return read_paper_facts(bytes_of(path), os.fspath(path), book)


def read_paper_facts(text: str | bytes, name: str, book: LawBook | None = None) -> PaperFacts:
    """The facts of one paper, a mapping in which every key may be left out. Raises FileFaults.

    Without a law book, the jurisdiction is taken as it is written.
    """
    ledger = Ledger(name)
    where = Where(tree_of(text_of(text, name), ledger))
    paper = Fitter(where, ledger).fit(PaperShape)
    place = paper.jurisdiction
    if book is not None:
        place = jurisdiction_of(place, Reading.of(where, ledger, book), ("jurisdiction",))
    ledger.settle()
    return PaperFacts(
        jurisdiction=place,
        title=paper.title,
        court=paper.court,
        caption=paper.caption,
        number=paper.number,
        who_asked=paper.who_asked,
        conditions=tuple(words for words in paper.conditions if words is not None),
        signed_by=paper.signed_by,
    )


def _person(key: str, file: FileShape) -> Person:
    shape = (file.people or {})[key]
    if shape is None:
        return Person(PersonId(key))
    return Person(
        id=PersonId(key),
        name=shape.name,
        born=shape.born,
        phones=_words(shape.phones),
        emails=_words(shape.emails),
        handles=_words(shape.handles),
    )


def _place(key: str, file: FileShape) -> Place:
    shape = (file.places or {})[key]
    if shape is None:
        return Place(PlaceId(key))
    return Place(PlaceId(key), shape.label, bool(shape.confidential), shape.at, shape.address)


def _words(words: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word is not None)
