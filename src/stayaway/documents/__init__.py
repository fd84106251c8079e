"""Papers to hold: a plain-language sheet, a wallet card, a calendar and a timeline, made for one person on one day.

`making.documents_for` makes them all. What each one says is put together from findings (`sheet`, `card`, `calendar`,
`timeline`), by one `Teller` that speaks for the reader, from papers out of which `reader` has taken what the reader is
not to see. `typeset` turns what is said into tagged PDF; the text is handed over as data and is never markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .making import Document, documents_for

__all__ = ["Document", "documents_for"]


def __getattr__(name: str) -> object:
    # Loaded when first asked for: the libraries that typeset are large.
    if name in __all__:
        from . import making

        return getattr(making, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
