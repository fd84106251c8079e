"""Which kind of order a paper is, from what it shows.

Each fact of the paper may carry signs, and each sign points to a civil case, to a criminal case, or (words that both
use) to neither. A strong sign decides where no strong sign points the other way, and weak signs never outweigh it.
Without a strong sign, weak ones decide only if two facts agree and none disagrees. All else is unsure: a person has to
read the order then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stayaway.law.book import LawBook, PlaceLaw
from stayaway.law.paper_signs import PaperFact, PaperSigns, Strength, paper_signs
from stayaway.law.resolve import common_meanings, resolve_instrument
from stayaway.law.schema import Instrument
from stayaway.model import Authority, Kind, Reason, Stage, because
from stayaway.model.paper import PaperFacts

from .codes.identification import IdentificationCode as Code
from .signs import LONGEST_TEXT, Caption, bare_name, found_in, read_caption, signs_in, words_in

MOST_CONDITIONS = 40
"""More conditions than any paper has are not read."""

AGREEING_WEAK_SIGNS = 2
"""From how many facts of a paper weak signs must come to decide."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one fact of the paper points to (None: its words are used for both kinds)."""

    fact: PaperFact
    points_to: Kind | None
    stage: Stage | None
    reason: Reason
    strength: Strength = "strong"


@dataclass(frozen=True, slots=True)
class Identification:
    """The kind of an order and its stage, as far as the paper tells. `settle_by` is there when the kind is not known.

    `instruments` are the order types of the place that fit.
    """

    kind: Kind | None
    stage: Stage | None
    evidence: tuple[Evidence, ...]
    settle_by: Reason | None
    instruments: tuple[str, ...] = ()


def identify(paper: PaperFacts, book: LawBook) -> Identification:
    """Say which kind of order a paper is, with the evidence for it, or that the paper does not settle it.

    >>> from stayaway.law.load import law_book
    >>> found = identify(PaperFacts(jurisdiction="us-wa", caption="State of Washington v. Cole"), law_book())
    >>> found.kind, [str(evidence.reason.code) for evidence in found.evidence]
    (<Kind.CRIMINAL: 'criminal'>, ['identification.caption_criminal'])
    >>> identify(PaperFacts(jurisdiction="us-ny", title="Order of Protection"), law_book()).kind is None
    True
    """
    law = book.of(paper.jurisdiction)
    signs = paper_signs()
    named = _named(law, paper.title)
    evidence = (*_title(law, paper, signs, named), *_caption(law, paper, signs), *_others(law, paper, signs))
    kind, settle_by = _decided(evidence)
    stages = {item.stage for item in evidence if item.points_to is kind and item.stage is not None}
    stage = stages.pop() if kind is not None and len(stages) == 1 else None
    return Identification(kind, stage, evidence, settle_by, _fitting(law, named, kind, stage))


def signs_to_look_for() -> tuple[Reason, ...]:
    """What to look for on a paper, when no facts of it are given.

    >>> str(signs_to_look_for()[0].code)
    'identification.look_at_court'
    """
    return tuple(because(code) for code in Code if code.value.startswith("identification.look_"))


def _decided(evidence: Iterable[Evidence]) -> tuple[Kind | None, Reason | None]:
    told = [item for item in evidence if item.points_to is not None]
    strong = {item.points_to for item in told if item.strength == "strong"}
    if len(strong) == 1:
        return strong.pop(), None
    weak = {item.points_to for item in told}
    if not strong and len(weak) == 1 and len({item.fact for item in told}) >= AGREEING_WEAK_SIGNS:
        return weak.pop(), None
    if not told:
        return None, because(Code.SETTLE_NOTHING_FOUND)
    return None, because(Code.SETTLE_CONFLICT if len(weak) > 1 else Code.SETTLE_TOO_WEAK)


def _named(law: PlaceLaw, title: str | None) -> tuple[Instrument, ...]:
    """The order types of the place that a title names: those it means, or those whose names stand in it."""
    words = words_in(title)
    if not law.known or not words:
        return ()
    meant = resolve_instrument(law, (title or "")[:LONGEST_TEXT])
    if meant.instrument is not None:
        return (meant.instrument,)
    if meant.choices:
        return meant.choices
    lengths = {
        instrument: len(name)
        for instrument in law.file.instruments
        for name in sorted(map(words_in, _names(instrument)), key=len)
        if len(name) > 1 and found_in(words, name)
    }
    longest = max(lengths.values(), default=0)
    return tuple(instrument for instrument, length in lengths.items() if length == longest)


def _names(instrument: Instrument) -> tuple[str, ...]:
    return (instrument.name, bare_name(instrument.name), *instrument.also_called)


def _title(law: PlaceLaw, paper: PaperFacts, signs: PaperSigns, named: tuple[Instrument, ...]) -> Iterator[Evidence]:
    """The place's own names come first; the common meaning of a title's words is asked only where they do not tell."""
    found = " ".join(words_in(paper.title))
    if named:
        kinds = {instrument.track for instrument in named}
        stages = {instrument.stage for instrument in named}
        kind = kinds.pop() if len(kinds) == 1 else None
        code = {Kind.CIVIL: Code.NAME_CIVIL, Kind.CRIMINAL: Code.NAME_CRIMINAL, None: Code.NAME_BOTH}[kind]
        reason = because(code, _authority(named), place=law.name, found=found)
        yield Evidence("title", kind, stages.pop() if kind is not None and len(stages) == 1 else None, reason)
        if kind is not None:
            return
    told = list(_signs("title", paper.title, law, paper, signs))
    # Words that this place uses for both kinds weigh less here than they do elsewhere.
    yield from (replace(item, strength="weak") for item in told) if named else told
    meanings = {meaning.track for meaning in common_meanings(found)} if found and not named and not told else set()
    if len(meanings) == 1 and (common := meanings.pop()) is not None:
        yield Evidence("title", common, None, because(_code("title", common), signs.practice, found=found))


def _authority(named: tuple[Instrument, ...]) -> Authority | None:
    return named[0].authority if len({instrument.track for instrument in named}) == 1 else None


def _caption(law: PlaceLaw, paper: PaperFacts, signs: PaperSigns) -> Iterator[Evidence]:
    """Who stands against whom. Where the government does, the role words of the caption say no more."""
    sides = read_caption(paper.caption, signs)
    if sides.reading is Caption.GOVERNMENT:
        reason = because(Code.CAPTION_CRIMINAL, signs.practice, found=sides.found)
        yield Evidence("caption", Kind.CRIMINAL, None, reason)
        return
    if sides.reading is Caption.GOVERNMENT_FOR_SOMEBODY:
        yield Evidence("caption", None, None, because(Code.CAPTION_BOTH, signs.practice, found=sides.found))
        return
    told = list(_signs("caption", paper.caption, law, paper, signs))
    yield from told
    if sides.reading is Caption.TWO_PEOPLE and not told:
        reason = because(Code.CAPTION_TWO_PEOPLE, signs.practice, found=sides.found)
        yield Evidence("caption", Kind.CIVIL, None, reason)


def _others(law: PlaceLaw, paper: PaperFacts, signs: PaperSigns) -> Iterator[Evidence]:
    yield from _signs("court", paper.court, law, paper, signs)
    yield from _signs("number", paper.number, law, paper, signs)
    yield from _signs("who_asked", paper.who_asked, law, paper, signs)
    for condition in paper.conditions[:MOST_CONDITIONS]:
        yield from _signs("conditions", condition, law, paper, signs)
    yield from _signs("signed_by", paper.signed_by, law, paper, signs)


def _signs(
    fact: PaperFact, text: str | None, law: PlaceLaw, paper: PaperFacts, signs: PaperSigns
) -> Iterator[Evidence]:
    """Of the signs that point the same way, the strongest and longest."""
    court = words_in(paper.court)
    seen: set[tuple[Kind | None, Stage | None]] = set()
    told = signs_in(fact, text, law.code, court, signs)
    for sign, found in sorted(told, key=lambda item: item[0].strength != "strong"):
        if (sign.kind, sign.stage) not in seen:
            seen.add((sign.kind, sign.stage))
            reason = because(_code(fact, sign.kind), sign.authority, found=found)
            yield Evidence(fact, sign.kind, sign.stage, reason, sign.strength)


def _code(fact: PaperFact, kind: Kind | None) -> Code:
    return Code(f"identification.{fact}_{kind.value if kind is not None else 'both'}")


def _fitting(law: PlaceLaw, named: tuple[Instrument, ...], kind: Kind | None, stage: Stage | None) -> tuple[str, ...]:
    """The order types of the place that the paper may be: those the title names, or else all of that kind and stage."""
    if not law.known or (kind is None and not named):
        return ()
    among = named or law.file.instruments
    fits = [item.id for item in among if kind in (None, item.track) and stage in (None, item.stage)]
    return tuple(fits)
