"""How each fact is known over all places: read in a statute or elsewhere, looked for in vain, or not looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from stayaway.model import SourceKind

from .book import PlaceLaw
from .schema import Cited, Facts, Instrument, InstrumentTerm, Violation


class Known(StrEnum):
    """How a value is known, from best to worst."""

    STATUTE = "statute"
    """Its best source is a statute."""
    ELSEWHERE = "elsewhere"
    """Its best source is an official page, a guide or a secondary page."""
    UNKNOWN = "unknown"
    """Somebody looked and did not find it."""
    ABSENT = "absent"
    """Nobody looked, or nobody made it plain."""


OF_VIOLATION = ("grade", "max_jail", "max_fine", "felonies", "contempt", "arrest")
DECIDING = {
    "civil_petitioners": ("who",),
    "civil_relief": ("no_contact", "stay_away", "move_out", "firearms", "support", "custody"),
    "civil_renewal": ("must_ask_before_expiry", "opens_before", "closes_after", "continues_pending"),
    "civil_modify": ("asks",),
    "criminal_pretrial": ("asked_by", "mandatory"),
    "criminal_sentence": ("maxima",),
    "criminal_ends": ("on_dismissal", "on_acquittal", "on_conviction"),
    "criminal_modify": ("asks",),
    "violation_civil": OF_VIOLATION,
    "violation_criminal": (*OF_VIOLATION, "release_revocation"),
    "consent_no_defense": ("stated",),
    "both_orders": ("rule",),
    "fees": ("petition_free",),
}
"""The keys of each fact that decide answers. The other facts are for reading alone."""
OF_INSTRUMENTS = ("term", "enforceable_from")
"""The keys of an order type that decide answers."""
EMPTY = (None, (), "unknown")
"""What stands where nothing is known. `arrest: unknown` is such a value, and so is an empty list."""


@dataclass(frozen=True, slots=True)
class Covered:
    """How one fact, or one deciding key of it, is known in each place. `key` None: whether there is the fact at all.

    A place counts with its worst order type where the key is one of order types: `instrument.enforceable_from`.
    """

    fact: str
    key: str | None
    places: tuple[tuple[str, Known], ...]

    @property
    def name(self) -> str:
        """`criminal_ends.on_dismissal`, as the files write it."""
        return self.fact if self.key is None else f"{self.fact}.{'class' if self.key == 'grade' else self.key}"

    def count(self, known: Known) -> int:
        """In how many places it is known so."""
        return len(self.where(known))

    def where(self, *known: Known) -> tuple[str, ...]:
        """The places in which it is known so."""
        return tuple(place for place, found in self.places if found in known)


def coverage(laws: Iterable[PlaceLaw]) -> tuple[Covered, ...]:
    """How much is known of each fact and deciding key in these places.

    >>> from stayaway.law.load import place_law
    >>> found = {one.name: one for one in coverage([place_law("us-wa")])}
    >>> found["criminal_ends.on_dismissal"].count(Known.STATUTE)
    1
    """
    read = tuple(laws)
    return tuple(
        Covered(fact, key, tuple((law.file.jurisdiction, _known(law, fact, key)) for law in read))
        for fact, key in _rows()
    )


def _rows() -> Iterator[tuple[str, str | None]]:
    for key in OF_INSTRUMENTS:
        yield "instrument", key
    for fact in Facts.model_fields:
        yield fact, None
        for key in DECIDING.get(fact, ()):
            yield fact, key


def _known(law: PlaceLaw, fact: str, key: str | None) -> Known:
    if fact == "instrument":
        assert key is not None
        order = list(Known)
        return max((_of_instrument(one, key) for one in law.file.instruments), key=order.index, default=Known.ABSENT)
    value = getattr(law.own, fact)
    if not isinstance(value, Cited):
        return Known.ABSENT
    return _source(value) if key is None else _of_key(value, key)


def _of_instrument(instrument: Instrument, key: str) -> Known:
    term = instrument.term
    if key == "term" and term == InstrumentTerm(note=term.note):
        return Known.UNKNOWN if "term" in instrument.model_fields_set else Known.ABSENT
    return _of_key(instrument, key)


def _of_key(value: Cited, key: str) -> Known:
    if getattr(value, key) not in EMPTY:
        return _source(value)
    if key not in value.model_fields_set:
        nothing_to_make_plain = isinstance(value, Violation) and key == "felonies" and _says_no_felony(value)
        return _source(value) if nothing_to_make_plain else Known.ABSENT
    if key in ("asks", "felonies") and getattr(value, key) == ():
        return _source(value)
    return Known.UNKNOWN


def _says_no_felony(violation: Violation) -> bool:
    """Whether the file says, by an empty list, that no break of the order is a felony."""
    return "felony_when" in violation.model_fields_set and not violation.felony_when


def _source(value: Cited) -> Known:
    """Where a value was read. That a law is silent can rest on no text at all."""
    best = value.authority
    return Known.STATUTE if best is not None and best.kind is SourceKind.STATUTE else Known.ELSEWHERE
