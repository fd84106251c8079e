"""How findings are said: the one place where sentences for people live.

`say` puts a reason into words in one language, `sentences/` holds the English sentence of every code, one module a
question, `words` the word for every member of a list, and `locale/` the translations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .say import Speaker

__all__ = ["Speaker"]


def __getattr__(name: str) -> object:
    # Loaded when it is first asked for: reading one list of sentences does not need the speaker.
    if name == "Speaker":
        from .say import Speaker

        return Speaker
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
