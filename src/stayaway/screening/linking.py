"""Who is meant: keys, names, numbers, addresses and handles of a log, linked to the people of the orders."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from decimal import Decimal
from email.utils import getaddresses

import phonenumbers

from stayaway.model import Papers, PersonId

END = 7
"""How many digits at its end a number must share with one of the papers before it is looked at more closely."""
_PLAIN_NUMBER = re.compile(r"[0-9+()./ \-\u00a0]{4,}")
_DIGITS = re.compile(r"[0-9]")
_BETWEEN = re.compile(r"[,;|\n]")
_MAIL = re.compile(r"[^\s,;|<>\"()]+@[^\s,;|<>\"()]+")
_WORD = re.compile(r"[^\s,;|<>\"()]+")
_CALLED = re.compile(r"sips?:(?P<number>[^@;]+).*")
_NAMED = re.compile(r"(?P<name>.*)<(?P<address>[^<>]+)>")
_PARAMETER = re.compile(r"[\w-]+=.*")
_AS_A_MEASURE = re.compile(r"[0-9]+\.0+|[0-9]\.[0-9]+[eE]\+?[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class Linked:
    """The people that a cell of a log can mean."""

    people: tuple[PersonId, ...] = ()
    by_name: bool = False
    """Some of them by their name alone."""
    strangers: tuple[str, ...] = ()
    """What in the cell fits nobody of the papers."""
    shared: bool = False
    """Something in the cell fits several people."""
    several: bool = False
    """The cell names several, such as the recipients of a message."""

    @property
    def is_sure(self) -> bool:
        """Whether it is one person, by what is theirs alone."""
        return len(self.people) == 1 and not (self.by_name or self.strangers or self.several)


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

    def who(self, cell: str) -> Linked:
        """The people that a cell means, one or several; nobody of the papers where none fits."""
        found = self._found.get(cell)
        if found is None:
            found = self._found[cell] = self._read(cell.strip())
        return found

    def _read(self, cell: str) -> Linked:
        whole, parts = self._look(cell), parts_of(cell)
        if len(parts) == 2 and not whole.people:
            whole = self._look(" ".join(part.address for part in reversed(parts)))  # Example, Rosa
        each = [self._look(part.address) for part in parts]
        each = [one if one.people else self._look(part.name) for one, part in zip(each, parts, strict=True)]
        if not any(one.people for one in each):
            return whole if whole.people else replace(whole, strangers=(cell,), several=len(parts) > 1)
        linked = [whole, *each]
        people = {person for one in linked for person in one.people}
        several = len(parts) > 1
        return Linked(
            people=tuple(sorted(people)),
            by_name=any(one.by_name for one in linked),
            strangers=tuple(part.address for one, part in zip(each, parts, strict=True) if not one.people),
            shared=any(one.shared for one in linked) or (len(people) > 1 and not several),
            several=several,
        )

    def _look(self, word: str) -> Linked:
        """The people that one word means."""
        called = _CALLED.fullmatch(word)
        word = without_fraction(word if called is None else called["number"])
        people = set(self._known.get(f"key {word}", ()))
        people |= self._known.get(f"handle {_handle(word)}", set())
        if "@" in word[1:]:
            people |= self._known.get(f"email {_email(word)}", set())
        elif self._may_be_known(word):
            number = self._number(word) or "".join(_DIGITS.findall(word))
            people |= self._known.get(f"phone {number}", set())
        named = self._names.get(_spaced(word), set()) - people
        found = tuple(sorted(people | named))
        return Linked(found, bool(named), shared=len(found) > 1)

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


@dataclass(frozen=True, slots=True)
class Part:
    """One of those whom a cell names: by an address, a number or a word, and by a name beside it."""

    address: str
    name: str = ""


def parts_of(cell: str) -> list[Part]:
    """Those whom a cell names, as mail programs and telephones write them.

    >>> [part.address for part in parts_of("Rosa Example <rosa@example.org>; sam@example.org")]
    ['rosa@example.org', 'sam@example.org']
    """
    if _MAIL.search(cell):
        mailed = [Part(address, name) for name, address in getaddresses([_BETWEEN.sub(",", cell)])]
        # What it cannot make sense of it drops; then the words are taken as they stand.
        return mailed if all(part.address for part in mailed) else [Part(one) for one in _WORD.findall(cell)]
    found = []
    for text in (one.strip() for one in _BETWEEN.split(cell)):
        named = _NAMED.fullmatch(text)
        if named is not None:
            found.append(Part(named["address"].strip(), named["name"].strip(' "')))
        elif text and not _PARAMETER.fullmatch(text):  # as of a telephone's address: ;ext=12
            found.append(Part(text))
    return found


def without_fraction(word: str) -> str:
    """A number as digits where a spreadsheet made a measure of it.

    >>> without_fraction("2065550199.0"), without_fraction("2.065550199E+09"), without_fraction("206.555.0199")
    ('2065550199', '2065550199', '206.555.0199')
    """
    if not _AS_A_MEASURE.fullmatch(word):
        return word
    number = Decimal(word)
    return str(int(number)) if number == int(number) else word


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
