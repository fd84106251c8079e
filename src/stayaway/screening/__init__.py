"""Contacts in bulk: every contact against every order, with the answers that the core gives one at a time.

`compiling` turns orders into columns and `shaping` a log; `expressions` joins them, on any engine; `deciding` asks the
core once for each distinct question. `running` takes a whole log part by part, `report` writes down what was found.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from stayaway.law.book import LawBook
    from stayaway.model import Papers

    from .compiling import Compiled
    from .engines import Engine
    from .telling import Told

__all__ = ["screen"]


def screen(
    contacts: Iterable[Told], orders: Papers | Compiled, book: LawBook, engine: Engine | None = None
) -> pa.Table:
    """The hits among some contacts, in the columns of `results.HITS`; `row` counts the contacts from 1.

    What is screened against is what is handed over: whoever may see only some orders hands over only those.

    >>> from datetime import date
    >>> from stayaway.files import read_text
    >>> from stayaway.law.load import law_book
    >>> from stayaway.model import AsOf, Channel, PersonId
    >>> from stayaway.reasoning.conduct import Contact
    >>> from stayaway.screening.telling import Told
    >>> papers = read_text('''
    ... people: {dan: , rosa: }
    ... cases: {family: {kind: civil, petitioner: rosa, respondent: dan}}
    ... orders: {one: {case: family, restrained: dan, protects: rosa, issued: 2024-03-01, expires: never,
    ...   terms: [no_contact]}}
    ... ''', "orders.yaml", law_book())
    >>> text = Contact(PersonId("dan"), PersonId("rosa"), Channel.TEXT)
    >>> screen([Told(text, AsOf(date(2024, 5, 3)))], papers, law_book())["answer"].to_pylist()
    ['yes']
    """
    from .columns import words
    from .compiling import Compiled, compile_columns
    from .engines import DuckDB
    from .results import named
    from .screening import Screen
    from .telling import columns_of

    compiled = orders if isinstance(orders, Compiled) else compile_columns(orders, book)
    given = words()
    chosen = DuckDB() if engine is None else engine
    try:
        return named(Screen(compiled, chosen, given).hits(columns_of(contacts, compiled, given)), compiled)
    finally:
        if engine is None:
            chosen.close()
