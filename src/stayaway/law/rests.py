"""What a value rests on: the sources that it names, as authorities, best first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from stayaway.model import Authority, SourceKind

from .schema import Cited, Facts, Instrument, LawFile, Source

_RANK = {kind: rank for rank, kind in enumerate(SourceKind)}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SECTION = re.compile(r"\d[\d.:-]*\d[A-Za-z]?")
_Value = TypeVar("_Value", bound=Cited)


def year_of(as_of: str | None) -> int | None:
    """The latest year that the date of a text names; None where it names none.

    >>> year_of("2022 (2021 c 215)"), year_of("2024-2025"), year_of("undated page")
    (2022, 2025, None)
    """
    found = _YEAR.findall(as_of or "")
    return max(map(int, found)) if found else None


def resolved(law: LawFile) -> LawFile:
    """The same law, each value with the authorities it rests on."""
    with_authorities = {
        name: _rested(fact, law) for name in Facts.model_fields if isinstance(fact := getattr(law.facts, name), Cited)
    }
    return law.model_copy(
        update={
            "facts": law.facts.model_copy(update=with_authorities),
            "instruments": tuple(_instrument(instrument, law) for instrument in law.instruments),
        }
    )


OWN_FACTS = ("ends", "renewal", "violation")
"""Facts in which an instrument may differ from its place."""


def _instrument(instrument: Instrument, law: LawFile) -> Instrument:
    rested = _rested(instrument, law)
    own = {name: _own(fact, rested, law) for name in OWN_FACTS if (fact := getattr(rested, name)) is not None}
    return rested.model_copy(update=own) if own else rested


def _own(fact: _Value, instrument: Instrument, law: LawFile) -> _Value:
    """A fact of one instrument rests on its own sources, or on the instrument's where it names none."""
    sourced = fact if fact.source else fact.model_copy(update={"source": instrument.source})
    return _rested(sourced, law, cite=instrument.cite)


def _rested(value: _Value, law: LawFile, cite: str | None = None) -> _Value:
    cited = getattr(value, "cite", None) or cite
    found = authorities(value.source, law.sources, law.researched, cite=cited, mainly=value.mainly)
    return value.model_copy(update={"rests_on": found})


def authorities(
    ids: Iterable[str],
    sources: Mapping[str, Source],
    researched: date,
    *,
    cite: str | None = None,
    mainly: str | None = None,
) -> tuple[Authority, ...]:
    """The authorities behind a value, best first.

    Best is the one that the value mainly rests on, where it says so; then the nearest to the law itself, then one
    whose title names a section that the value cites, then the newest text. The best one is cited as the value cites
    the law itself, where it does; the others by their titles. A text without a date counts as read on the day of the
    research.
    """
    named = [(name, sources[name]) for name in ids if name in sources]
    wanted = set(_SECTION.findall(cite or ""))

    def place(item: tuple[str, Source]) -> tuple[bool, int, bool, int]:
        name, source = item
        mentions = bool(wanted.intersection(_SECTION.findall(source.title)))
        return (name != mainly, _RANK[source.kind], not mentions, -(year_of(source.as_of) or 0))

    return tuple(
        Authority(
            cite=cite if cite and position == 0 else source.title,
            url=source.url,
            as_of=source.as_of or researched.isoformat(),
            kind=source.kind,
        )
        for position, (_, source) in enumerate(sorted(named, key=place))
    )
