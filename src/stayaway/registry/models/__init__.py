"""The tables: the journal, which is the record; the projections, which can be remade from it; who looked."""

from .access import Access
from .journal import Document, Entry, Head, Secret
from .keys import KnownKey
from .projections import (
    Appearance,
    CaseRow,
    Consent,
    IdentifierKey,
    NameKey,
    OrderRow,
    Party,
    PersonRow,
    Reminder,
    Task,
)

__all__ = [
    "Access",
    "Appearance",
    "CaseRow",
    "Consent",
    "Document",
    "Entry",
    "Head",
    "IdentifierKey",
    "KnownKey",
    "NameKey",
    "OrderRow",
    "Party",
    "PersonRow",
    "Reminder",
    "Secret",
    "Task",
]
