"""What no text may say to whoever may not know it: where somebody is, how they are reached, what numbers they go by.

What was erased cannot be looked for in a text any more. Then an order's own words are left out whole: they may be all
that still says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stayaway.documents.seeking import Change

from .entries import Line, What
from .folding import Folded, fold, is_person, people_in
from .joining import everybody_same
from .journal import lines_of, lines_of_cases
from .models import Party
from .reaching import Way, text_without_ways, ways_to
from .sight import Seen
from .whereabouts import Whereabouts, is_known_to, text_without_places, whereabouts


@dataclass(frozen=True, slots=True)
class Hidden:
    """What stands where something is hidden: in place of a place, and of other words. Faces pass their own."""

    place: str = "—"
    words: str = "—"


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What texts may give away. `erased`: cases with secrets that were erased, each with the person whose one was.

    The person is empty where that is unknown, or not agreed on. `names` are those of all people concerned.
    """

    places: tuple[Whereabouts, ...]
    ways: frozenset[Way]
    erased: frozenset[tuple[str, str]]
    names: frozenset[str]


def unsaid(lines: Iterable[Line], *folded: Folded) -> Unsaid:
    """All that was ever told of the people whom these entries of cases name, and that not everybody may know.

    An order can say in its words what was entered in another case of theirs, also in one that is sealed, or of another
    record of the same person. `folded`: the cases, as they were known then, and as they are now.
    """
    lines = [*lines]
    more = _told_elsewhere(lines)
    if more:
        lines = sorted([*lines, *more], key=lambda line: line.number)
        folded = (*folded, fold(lines))
    gone = {number for line in lines if line.what is What.ERASED for number in line.facts["entries"]}
    places = tuple(whereabouts(lines, *folded))
    erased = {(one.case, one.of) for one in places if one.entry in gone}
    bare = {line.stream for line in lines if line.number in gone and is_person(line.stream)}
    erased |= {(line.stream, person) for line in lines for person in people_in(line.facts) & bare}
    names = {str(person.facts.get("name", "")) for one in folded for person in one.people.values()}
    return Unsaid(places, frozenset(ways_to(lines)), frozenset(erased), frozenset(names))


def _told_elsewhere(lines: Sequence[Line]) -> list[Line]:
    """The entries of all other cases of the people whom some entries name, and of all other records of them."""
    here = {line.stream for line in lines}
    named = {person for line in lines for person in people_in(line.facts)} | {one for one in here if is_person(one)}
    people = everybody_same(named)
    cases = set(Party.objects.filter(person__in=people).values_list("case_id", flat=True)) - here
    found = lines_of_cases(cases, secrets=True)
    known = here | {line.stream for line in found}
    found += lines_of(people - known, secrets=True)
    return [line for line in found if line.stream not in here]


@dataclass(frozen=True, slots=True)
class Words:
    """How words are told to a reader: `without` what they may not know (None: nothing to take out).

    Of orders of the cases that are `left_out` no word of the order's own is told: what it may say was erased.
    """

    without: Change | None
    left_out: frozenset[str]
    hidden: Hidden


def words_for(told: Unsaid, seen: Mapping[str, Seen], hidden: Hidden) -> Words:
    """How the words of some cases are told to somebody who sees so much of each."""
    return Words(_without(told, seen, hidden), _left_out(told, seen), hidden)


def _without(told: Unsaid, seen: Mapping[str, Seen], hidden: Hidden) -> Change | None:
    oneself = {one.person for one in seen.values()}
    places = text_without_places(told.places, seen, hidden.place)
    ways = text_without_ways((one for one in told.ways if one.person not in oneself), told.names, hidden.words)
    if places is None or ways is None:
        return places or ways
    return lambda text: ways(places(text))


def _left_out(told: Unsaid, seen: Mapping[str, Seen]) -> frozenset[str]:
    return frozenset(
        case
        for case, person in told.erased
        if not is_known_to(case, person, seen) and not _is_oneself(seen.get(case), person)
    )


def _is_oneself(seen: Seen | None, person: str) -> bool:
    return seen is not None and person != "" and seen.person == person
