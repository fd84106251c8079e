"""Which instrument of a place a word on a paper means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz, process

from stayaway.model import Kind, Stage

from . import yaml12
from .book import PlaceLaw
from .load import data_folder, known_jurisdictions, place_law
from .schema import Flag, Instrument, Scope, Value

LIKENESS = 72
"""How like a known name a word must be, out of 100, to be suggested as what was meant."""
SUGGESTIONS = 3


class CommonAlias(Value):
    """What people call an order anywhere: what it is short for, and which instruments it can mean."""

    words: tuple[str, ...]
    names: tuple[str, ...] = ()
    track: Kind | None = None
    stages: tuple[Stage, ...] = ()
    scopes: tuple[Scope, ...] = ()
    broad: Flag = False
    """Whether the word is so common that a local name never rules the other meanings out."""

    @property
    def selects(self) -> bool:
        """Whether it can mean instruments by their kind, stage or scope, and not by name alone."""
        return bool(self.track or self.stages or self.scopes)


class AliasFile(Value):
    """The common aliases."""

    aliases: tuple[CommonAlias, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means at a place: one instrument, or several that it may mean, or those with the nearest names.

    At most one of the three is there. One instrument is taken only where a name of the place says so and no other
    instrument there shares the name; what a word merely suggests is a choice, and a nearest name only a suggestion.
    """

    instrument: Instrument | None = None
    choices: tuple[Instrument, ...] = ()
    nearest: tuple[Instrument, ...] = ()


def resolve_instrument(law: PlaceLaw, text: str) -> Resolution:
    """The instrument of a place that an id, a local name or a common alias means.

    >>> resolve_instrument(place_law("us-ca"), "D.V.R.O.").instrument.id
    'ca-dvro'
    >>> [choice.id for choice in resolve_instrument(place_law("us-ma"), "209A").choices]
    ['ma-209a-emergency', 'ma-209a-temporary', 'ma-209a-final']
    """
    wanted = plain(text, law.name)
    names, meanings = _Names.of(law), _common().get(wanted, ())
    if official := names.official.get(wanted):
        return _resolution(law, official, official)
    spellings = {wanted, *(plain(name) for meaning in meanings for name in meaning.names)}
    called = names.called(spellings)
    shared = called | names.containing(spellings)
    if not called or any(meaning.broad for meaning in meanings):
        shared |= _by_meaning(law, meanings)
    if shared:
        return _resolution(law, shared, called)
    return Resolution(nearest=() if meanings else _nearest(law, names, wanted))


def places_calling_it(text: str) -> tuple[tuple[str, Instrument], ...]:
    """Every place that has an instrument of this name; where none has, those with the word in a name.

    All law files are read.

    >>> [(code, instrument.id) for code, instrument in places_calling_it("HPO")]
    [('us-ma', 'ma-258e-final')]
    """
    wanted = plain(text)
    spellings = {wanted, *(plain(name) for meaning in _common().get(wanted, ()) for name in meaning.names)}
    laws = [place_law(code) for code in known_jurisdictions()]
    found = {law.code: _Names.of(law).called(spellings) for law in laws}
    if not any(found.values()):
        found = {law.code: _Names.of(law).containing({wanted}) for law in laws}
    return tuple(
        (law.file.jurisdiction, instrument)
        for law in laws
        for instrument in law.file.instruments
        if instrument.id in found[law.code]
    )


def common_meanings(text: str) -> tuple[CommonAlias, ...]:
    """What a word means where no place is known: each meaning with its kind, stages and scopes.

    >>> [meaning.track for meaning in common_meanings("no contact order")]
    [<Kind.CRIMINAL: 'criminal'>]
    """
    return _common().get(plain(text), ())


def plain(text: str, place: str | None = None) -> str:
    """A name as it is compared: without case, accents, punctuation, article and the name of the place.

    >>> plain("The Washington No-Contact Order", "Washington"), plain("T.P.O.")
    ('no contact order', 'tpo')
    """
    unaccented = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"[.'’]", "", unaccented.casefold())).split()
    for lead in (["the"], ["a"], ["an"], plain(place).split() if place else []):
        if lead and len(words) > len(lead) and words[: len(lead)] == lead:
            words = words[len(lead) :]
    return " ".join(words)


@cache
def _common() -> Mapping[str, tuple[CommonAlias, ...]]:
    text = data_folder().joinpath("aliases.yaml").read_text(encoding="utf-8")
    found: dict[str, tuple[CommonAlias, ...]] = {}
    for alias in AliasFile.model_validate(yaml12.read(text)).aliases:
        for word in alias.words:
            found[plain(word)] = (*found.get(plain(word), ()), alias)
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a place's instruments, each with the ids that carry it."""

    official: Mapping[str, frozenset[str]]
    other: Mapping[str, frozenset[str]]

    @staticmethod
    def of(law: PlaceLaw) -> _Names:
        """Ids and full names are official; aliases, and names without what stands in brackets, are not."""
        official: dict[str, frozenset[str]] = {}
        other: dict[str, frozenset[str]] = {}
        for instrument in law.file.instruments:
            bare = re.sub(r"\s*\([^)]*\)", "", instrument.name)
            for name in {plain(instrument.id), plain(instrument.name)}:
                official[name] = official.get(name, frozenset()) | {instrument.id}
            for name in {plain(bare), *map(plain, instrument.also_called)}:
                other[name] = other.get(name, frozenset()) | {instrument.id}
        return _Names(official, other)

    def items(self) -> Iterable[tuple[str, frozenset[str]]]:
        """Every name with its ids."""
        return (*self.official.items(), *self.other.items())

    def called(self, spellings: Collection[str]) -> frozenset[str]:
        """The instruments that carry one of the names."""
        return frozenset(found for name, ids in self.items() if name in spellings for found in ids)

    def containing(self, spellings: Collection[str]) -> frozenset[str]:
        """The instruments with a name that has one of these in it, as whole words."""
        return frozenset(
            found
            for name, ids in self.items()
            if any(spelling and f" {spelling} " in f" {name} " for spelling in spellings)
            for found in ids
        )


def _resolution(law: PlaceLaw, found: frozenset[str], certain: frozenset[str]) -> Resolution:
    chosen = tuple(instrument for instrument in law.file.instruments if instrument.id in found)
    if len(chosen) == 1 and chosen[0].id in certain:
        return Resolution(instrument=chosen[0])
    return Resolution(choices=chosen)


def _by_meaning(law: PlaceLaw, meanings: Iterable[CommonAlias]) -> frozenset[str]:
    return frozenset(
        instrument.id
        for meaning in meanings
        for instrument in law.file.instruments
        if meaning.selects
        and meaning.track in (None, instrument.track)
        and (not meaning.stages or instrument.stage in meaning.stages)
        and (not meaning.scopes or instrument.scope in meaning.scopes)
    )


def _nearest(law: PlaceLaw, names: _Names, wanted: str) -> tuple[Instrument, ...]:
    """The instruments with the names most like the word, nearest first; a common alias counts as a name."""
    known = dict(names.items())
    for word, meanings in _common().items():
        if word not in known:
            spellings = {plain(name) for meaning in meanings for name in meaning.names}
            known[word] = names.called(spellings) or _by_meaning(law, meanings)
    ranked = process.extract(wanted, known.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=2 * SUGGESTIONS)
    ids = dict.fromkeys(found for name, _, _ in ranked for found in sorted(known[name]))
    return tuple(law.instruments[found] for found in ids)[:SUGGESTIONS]
