"""Protective orders: what they are, what governs, and what follows. General information, not legal advice.

>>> import stayaway
>>> papers = stayaway.read('''
... people: {dan: , rosa: }
... cases: {assault: {kind: criminal, defendant: dan, victims: [rosa]}}
... orders:
...   bail:
...     {case: assault, restrained: dan, protects: [rosa], issued: 2024-03-01, expires: never, terms: [no_contact]}
... ''')
>>> stayaway.assess(papers, from_="dan", to="rosa", by="text", started_by="rosa", on="2024-05-03").prohibited.value
'yes'

Each question is a function here, and is loaded when it is first used. `on` says for which day or instant it is asked;
the library never reads the clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import (
        WrongWord,
        assess,
        check,
        exposure,
        governing,
        identify,
        make_documents,
        read,
        rulings,
        say,
        standing,
        steps,
    )
    from .files.faults import FileFaults
    from .model import Answer, AsOf, Papers

__all__ = [
    "Answer",
    "AsOf",
    "FileFaults",
    "Papers",
    "WrongWord",
    "assess",
    "check",
    "exposure",
    "governing",
    "identify",
    "make_documents",
    "read",
    "rulings",
    "say",
    "standing",
    "steps",
]

_ELSEWHERE = {"Answer": "model", "AsOf": "model", "Papers": "model", "FileFaults": "files.faults"}


if not TYPE_CHECKING:  # a type checker sees the names above, and no others

    def __getattr__(name: str) -> object:
        # Loaded when first asked for, so that starting costs nothing.
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_ELSEWHERE.get(name, 'api')}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
