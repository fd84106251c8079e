"""Where somebody can be found, as far as any entry ever told of it: what no text may say to whoever may not know it.

An address that was recorded anew, or a place that was called confidential later, is as secret as what stands now. So
whoever reads the registry as it was known earlier is shown no more than they are shown today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from stayaway.documents.reader import scrubber
from stayaway.documents.seeking import Change
from stayaway.model import Place, PlaceId, Position

from .entries import Line, What
from .folding import Folded, FoldedCase
from .sight import SIDES, Seen, Sight


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A confidential place of a case, as one entry told of it. `of`: whose it is; empty: unknown, or not agreed on."""

    case: str
    entry: int
    place: Place
    of: str


def as_hidden_since(then: Folded, now: Folded) -> Folded:
    """The cases as they were known then, with every place as confidential as it is today, and no less than then."""
    cases = {key: _sheltered(case, now.cases.get(key)) for key, case in then.cases.items()}
    return replace(then, cases=cases)


def _sheltered(then: FoldedCase, now: FoldedCase | None) -> FoldedCase:
    today = now.places if now is not None else {}
    whose = now.place_of if now is not None else {}
    return replace(
        then,
        # A place that was taken back since is shown to nobody who would not see it anyway.
        places={
            key: {**facts, "confidential": True}
            if today.get(key, {"confidential": True}).get("confidential")
            else facts
            for key, facts in then.places.items()
        },
        place_of={key: of if whose.get(key) == of else "" for key, of in then.place_of.items()},
        tells_restrained=then.tells_restrained and (now is None or now.tells_restrained),
        is_sealed=then.is_sealed or (now is not None and now.is_sealed),
    )


def whereabouts(lines: Iterable[Line], *ways: Folded) -> list[Whereabouts]:
    """Every address that a confidential place of these entries ever had. `ways`: the cases, as folded, then and now."""
    found = []
    entered = {line.number: line for line in lines if line.what is What.PLACE_RECORDED}
    for line in lines:
        facts: Mapping[str, Any] | None = line.facts
        if line.what is What.CORRECTED and line.corrects in entered:
            facts = line.facts.get("instead")
        elif line.what is not What.PLACE_RECORDED:
            continue
        if facts is None:
            continue
        key = facts["place"]
        cases = [one.cases[line.stream] for one in ways if line.stream in one.cases]
        if not facts.get("confidential") and not any(case.places.get(key, {}).get("confidential") for case in cases):
            continue
        owners = {facts.get("of", ""), *(case.place_of.get(key, "") for case in cases)}
        secrets = line.secrets or {}
        at = secrets.get("at")
        place = Place(
            PlaceId(key),
            facts.get("label"),
            confidential=True,
            at=None if at is None else Position(*map(float, at)),
            address=secrets.get("address"),
        )
        found.append(Whereabouts(line.stream, line.number, place, owners.pop() if len(owners) == 1 else ""))
    return found


def text_without_places(told: Iterable[Whereabouts], seen: Mapping[str, Seen], hidden: str) -> Change | None:
    """What takes out of a text where a place is, unless this reader may know it. None: there is nothing to take out.

    Texts that say nothing of the kind stay as they are, to the letter.
    """
    kept = [one for one in told if not is_known_to(one.case, one.of, seen)]
    if not kept:
        return None
    unnamed = frozenset(one.place.id for one in kept if _is_unnamed_for(one, seen))
    scrub, same = scrubber([one.place for one in kept], unnamed, hidden, hidden), scrubber((), frozenset(), "", "")

    def without(text: str) -> str:
        said = scrub(text)
        return text if said == same(text) else said

    return without


def is_known_to(case: str, of: str, seen: Mapping[str, Seen]) -> bool:
    """Whether a reader may know what is confidential of a person in a case: the case's court, and whose it is."""
    how = seen.get(case)
    if how is None:  # a case that is not looked at, of which an order's words tell here
        return of != "" and any(one.sight is Sight.PROTECTED and one.person == of for one in seen.values())
    return how.sight is Sight.EVERYTHING or (how.sight is Sight.PROTECTED and of != "" and of == how.person)


def _is_unnamed_for(one: Whereabouts, seen: Mapping[str, Seen]) -> bool:
    """Other courts and officers read what a place is called, though not where it is; the sides do not.

    Of a case that is not looked at, only a name of several words is looked for: one word may mean anything here.
    """
    if one.case in seen:
        return seen[one.case].sight is not Sight.ORDERS
    sides = any(how.sight in SIDES for how in seen.values())
    return sides and len((one.place.label or "").split()) > 1


def texts_in(value: Any, change: Change) -> Any:
    """Facts of an entry with each text in them changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {name: texts_in(part, change) for name, part in value.items()}
    return [texts_in(part, change) for part in value] if isinstance(value, list) else value


def without_secrets(folded: Folded, seen: Mapping[str, Seen], full: Iterable[str]) -> Folded:
    """What was folded, without the secrets that were opened only so that they can be kept out of texts."""
    everything = any(one.sight is Sight.EVERYTHING for one in seen.values())
    own = set(full)
    return replace(
        folded,
        people={
            key: person if everything or key in own else replace(person, secrets={}, contact={})
            for key, person in folded.people.items()
        },
        cases=dict(_closed(folded, seen)),
    )


def _closed(folded: Folded, seen: Mapping[str, Seen]) -> Iterator[tuple[str, FoldedCase]]:
    for key, case in folded.cases.items():
        is_open = key in seen and seen[key].sight is Sight.EVERYTHING
        yield key, case if is_open else replace(case, place_secrets={})
