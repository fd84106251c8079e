"""Who is meant: keys, names, numbers, addresses and handles of a log, linked to the people of the orders."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

import phonenumbers

from stayaway.model import Papers, PersonId

END = 7
"""How many digits at its end a number must share with one of the papers before it is looked at more closely."""
_PLAIN_NUMBER = re.compile(r"[0-9+()./ \-\u00a0]{4,}")
_DIGITS = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Linked:
    """The people that a word of a log can mean. `by_name`: some of them by their name alone."""

    people: tuple[PersonId, ...] = ()
    by_name: bool = False


@dataclass
class Linker:
    """Links the words of a log to people. `region` is where a number without a country code is dialled."""

    papers: Papers
    region: str
    _known: dict[str, set[PersonId]] = field(default_factory=lambda: defaultdict(set))
    _names: dict[str, set[PersonId]] = field(default_factory=lambda: defaultdict(set))
    _ends: set[str] = field(default_factory=set)
    _found: dict[str, Linked] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key, person in self.papers.people.items():
            self._known[f"key {key}"].add(key)
            if person.name:
                self._names[_spaced(person.name)].add(key)
            for email in person.emails:
                self._known[f"email {_email(email)}"].add(key)
            for handle in person.handles:
                self._known[f"handle {_handle(handle)}"].add(key)
            for phone in person.phones:
                number = self._number(phone) or "".join(_DIGITS.findall(phone))
                self._known[f"phone {number}"].add(key)
                self._ends.add(number[-END:])

    def who(self, word: str) -> Linked:
        """The people that a word means; nobody of the papers where none fits."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._look(word.strip())
        return found

    def _look(self, word: str) -> Linked:
        people = set(self._known.get(f"key {word}", ()))
        people |= self._known.get(f"handle {_handle(word)}", set())
        if "@" in word[1:]:
            people |= self._known.get(f"email {_email(word)}", set())
        elif self._may_be_known(word):
            number = self._number(word) or "".join(_DIGITS.findall(word))
            people |= self._known.get(f"phone {number}", set())
        named = self._names.get(_spaced(word), set()) - people
        return Linked(tuple(sorted(people | named)), bool(named))

    def _may_be_known(self, word: str) -> bool:
        """Whether it is worth asking which number this is: the end of a plain one tells, and most are strangers'."""
        digits = _DIGITS.findall(word)
        if _PLAIN_NUMBER.fullmatch(word):
            return "".join(digits)[-END:] in self._ends
        return bool(self._ends) and len(digits) > 2

    def _number(self, text: str) -> str | None:
        try:
            found = phonenumbers.parse(text, self.region)
        except phonenumbers.NumberParseException:
            return None
        if not phonenumbers.is_possible_number(found):
            return None
        return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def region_of(papers: Papers) -> str:
    """Where numbers without a country code are dialled: the country of the papers' jurisdiction."""
    places = [papers.jurisdiction, *(case.jurisdiction for case in papers.cases.values())]
    regions = (place.split("-")[0].upper() for place in places if place)
    return next((region for region in regions if region in phonenumbers.SUPPORTED_REGIONS), "US")


def _email(text: str) -> str:
    return text.strip().casefold().removeprefix("mailto:")


def _handle(text: str) -> str:
    return text.strip().casefold().removeprefix("@")


def _spaced(text: str) -> str:
    return " ".join(text.casefold().split())
