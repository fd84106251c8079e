"""The questions as functions, for use from Python. `import stayaway` has them all; the command line is built on them.

Nothing here reads the clock: each question is asked for a day or an instant (`on`), which is a `date`, an aware
`datetime`, or text such as `2024-05-03` or `2024-05-03T21:00-07:00`. Text without an offset is in the time zone of the
papers' court.

>>> papers = read('''
... people: {dan: {name: Dan}, rosa: {name: Rosa}}
... cases: {family: {kind: civil, petitioner: rosa, respondent: dan}}
... orders:
...   civil: {case: family, restrained: dan, protects: [rosa], issued: 2024-03-01, expires: 2025-03-01}
... ''')
>>> standing(papers, "civil", on="2024-05-03").in_force.value
'yes'
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from stayaway.model import (
    UTC,
    AsOf,
    Channel,
    Distance,
    OrderId,
    Papers,
    PersonId,
    PlaceId,
    Reason,
)

if TYPE_CHECKING:
    from stayaway.documents import Document
    from stayaway.model.paper import PaperFacts
    from stayaway.reasoning.authority import RulingFinding
    from stayaway.reasoning.checking import Check
    from stayaway.reasoning.conduct import Assessment
    from stayaway.reasoning.exposure import Exposure
    from stayaway.reasoning.governing import Governing
    from stayaway.reasoning.guidance import Step
    from stayaway.reasoning.identification import Identification
    from stayaway.reasoning.standing import Standing

When = date | datetime | AsOf | str
"""A day, an instant, or either as text."""

_WHEN = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?", re.ASCII)
_Key = TypeVar("_Key", bound=str)


class Asked(StrEnum):
    """What a question names, and can name wrongly."""

    PERSON = "person"
    PLACE = "place"
    ORDER = "order"
    CHANNEL = "channel"
    DISTANCE = "distance"
    MOMENT = "moment"
    JURISDICTION = "jurisdiction"
    AUDIENCE = "audience"


class WrongWord(ValueError):
    """A question that names what is not there. `known` is what there is, `nearest` what was most likely meant."""

    def __init__(self, asked: Asked, read: str, known: Iterable[str] = ()) -> None:
        self.asked = asked
        self.read = read
        self.known = tuple(known)
        self.nearest = _nearest(read, self.known)
        hint = f"; did you mean {self.nearest!r}?" if self.nearest else ""
        super().__init__(f"{read!r} is no {asked} here{hint}")


def read(source: str | os.PathLike[str]) -> Papers:
    """The papers of an order file: of a path, or of the text itself (anything with a line break in it).

    Raises `stayaway.FileFaults` with everything that is wrong.
    """
    from stayaway.files import read_path, read_text
    from stayaway.law.load import law_book

    if isinstance(source, str) and "\n" in source:
        return read_text(source, "<text>", law_book())
    return read_path(source, law_book())


def standing(papers: Papers, order: str, *, on: When) -> Standing:
    """Is this order in force, and can a break of it be punished?"""
    from stayaway.law.load import law_book
    from stayaway.reasoning.standing import standing

    return standing(papers.orders[order_of(papers, order)], law_book(), moment(on, zone_of(papers)), papers)


def governing(papers: Papers, *, on: When) -> Governing:
    """What governs: the standing of every order, all terms with the order each comes from, and what changes next.

    >>> papers = read(chr(10) + "orders: {}")
    >>> governing(papers, on="2024-05-03").terms
    ()
    """
    from stayaway.law.load import law_book
    from stayaway.reasoning.governing import governing_terms

    return governing_terms(papers, law_book(), moment(on, zone_of(papers)))


def assess(
    papers: Papers,
    *,
    from_: str,
    to: str | None = None,
    by: str | Channel | None = None,
    through: str | None = None,
    about: str | None = None,
    distance: str | Distance | None = None,
    at: str | None = None,
    started_by: str | None = None,
    on: When,
) -> Assessment:
    """Is this contact prohibited, and by which orders? What is not known about it is left out."""
    from stayaway.law.load import law_book
    from stayaway.reasoning.conduct import Contact, compile_orders
    from stayaway.reasoning.conduct import assess as assessed

    contact = Contact(
        by_whom=person_of(papers, from_),
        to=None if to is None else person_of(papers, to),
        by=None if by is None else channel_of(by),
        through=through,
        about=about.strip().lower() if about else None,
        distance=distance_of(distance) if isinstance(distance, str) else distance,
        at=None if at is None else place_of(papers, at),
        started_by=None if started_by is None else person_of(papers, started_by),
    )
    return assessed(contact, compile_orders(papers, law_book()), moment(on, zone_of(papers)))


def rulings(
    papers: Papers, *, order: str | None = None, person: str | None = None, on: When
) -> tuple[RulingFinding, ...]:
    """Who may ask for, change, renew, end or excuse: for every order or one, for every role or one person."""
    from stayaway.law.load import law_book
    from stayaway.reasoning.authority import rulings

    chosen = None if order is None else order_of(papers, order)
    holder = None if person is None else person_of(papers, person)
    return rulings(papers, law_book(), moment(on, zone_of(papers)), chosen, holder)


def exposure(papers: Papers, order: str, *, on: When) -> tuple[Exposure, ...]:
    """What breaking this order can bring, most urgent first."""
    from stayaway.law.load import law_book
    from stayaway.reasoning.exposure import exposure

    return exposure(papers.orders[order_of(papers, order)], law_book(), moment(on, zone_of(papers)), papers)


def steps(papers: Papers, person: str, *, on: When) -> tuple[Step, ...]:
    """The next steps of one person, most urgent first."""
    from stayaway.law.load import law_book
    from stayaway.reasoning.guidance import steps

    return steps(papers, person_of(papers, person), law_book(), moment(on, zone_of(papers)))


def identify(facts: PaperFacts | Mapping[str, Any]) -> Identification:
    """Which kind of order is a paper, from what it shows?

    >>> found = identify({"jurisdiction": "us-wa", "caption": "State of Washington v. Cole"})
    >>> found.kind.value
    'criminal'
    """
    from stayaway.law.load import law_book
    from stayaway.model.paper import PaperFacts
    from stayaway.reasoning.identification import identify

    if not isinstance(facts, PaperFacts):
        conditions = facts.get("conditions") or ()
        listed = (conditions,) if isinstance(conditions, str) else tuple(conditions)
        facts = PaperFacts(**{**facts, "conditions": listed})
    return identify(facts, law_book())


def check(draft: Papers, against: Papers, *, on: When) -> Check:
    """Would the orders of a draft clash with the orders that are or may be in force?"""
    from stayaway.law.load import law_book
    from stayaway.reasoning.checking import check

    return check(draft, against, law_book(), moment(on, zone_of(against)))


def make_documents(
    papers: Papers, person: str, *, on: When, language: str = "en", neutral: bool = False, qr: str = "none"
) -> tuple[Document, ...]:
    """The documents of one person, as files to write: sheets, wallet cards, a calendar, a timeline.

    `neutral`: titles and calendar entries that do not say what they are about. `qr`: `none`, or `case-number` for a
    code on each card that holds the case number and the court. Needs what `pip install 'stayaway[documents]'` installs.
    """
    from stayaway.documents import documents_for
    from stayaway.documents.card import Qr
    from stayaway.law.load import law_book
    from stayaway.wording.say import Speaker

    zone = zone_of(papers)
    speaker = Speaker(language, papers, zone)
    who, at = person_of(papers, person), moment(on, zone)
    return documents_for(papers, who, law_book(), at, speaker, neutral=neutral, qr=Qr(qr))


def say(finding: object, language: str = "en", *, papers: Papers | None = None) -> str:
    """A finding in words: a reason, or anything that carries reasons, a sentence a line.

    >>> found = identify({"caption": "State of Washington v. Cole"})
    >>> "criminal" in say(found.evidence[0])
    True
    """
    from stayaway.wording.say import Speaker

    speaker = Speaker(language, papers, zone_of(papers) if papers else UTC)
    return "\n".join(speaker.say(reason) for reason in _reasons(finding))


def _reasons(finding: object) -> list[Reason]:
    if isinstance(finding, Reason):
        return [finding]
    if isinstance(finding, (tuple, list)):
        return [reason for part in finding for reason in _reasons(part)]
    for name in ("reason", "detail"):
        found = getattr(finding, name, None)
        if isinstance(found, Reason):
            return [found]
    parts = (getattr(finding, name, ()) for name in ("orders", "reasons", "evidence", "terms", "path"))
    return [reason for part in parts if part for reason in _reasons(part)]


# ---- what a question names --------------------------------------------------------------------------------------


def moment(on: When, zone: ZoneInfo = UTC) -> AsOf:
    """The moment that a question is asked for. Text without an offset is in the zone given.

    >>> moment("2024-05-03").moment
    datetime.date(2024, 5, 3)
    >>> moment("2024-05-03T21:00-07:00").moment.isoformat()
    '2024-05-03T21:00:00-07:00'
    """
    if isinstance(on, AsOf):
        return on
    if not isinstance(on, str):
        return AsOf(on)
    if not _WHEN.fullmatch(on):
        raise WrongWord(Asked.MOMENT, on)
    try:
        if len(on) == len("2024-05-03"):
            return AsOf(date.fromisoformat(on))
        found = datetime.fromisoformat(on)
        local = found if found.tzinfo is not None else found.replace(tzinfo=zone)
        if local.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None) != found.replace(tzinfo=None):
            raise WrongWord(Asked.MOMENT, on)  # an hour that the clocks skipped
        return AsOf(local)
    except (ValueError, OverflowError) as error:
        raise WrongWord(Asked.MOMENT, on) from error


def zone_of(papers: Papers) -> ZoneInfo:
    """The time zone of the papers: that of most of their cases."""
    zones = Counter(case.time_zone for case in papers.cases.values())
    return zones.most_common(1)[0][0] if zones else UTC


def person_of(papers: Papers, name: str) -> PersonId:
    """The person that a key, or a name, means."""
    named = {person.name: key for key, person in papers.people.items() if person.name}
    return PersonId(_key(Asked.PERSON, name, papers.people, named))


def place_of(papers: Papers, name: str) -> PlaceId:
    """The place that a key, or a label, means."""
    labelled = {place.label: key for key, place in papers.places.items() if place.label}
    return PlaceId(_key(Asked.PLACE, name, papers.places, labelled))


def order_of(papers: Papers, name: str) -> OrderId:
    """The order that a key means."""
    return OrderId(_key(Asked.ORDER, name, papers.orders, {}))


def channel_of(name: str) -> Channel:
    """The way of contact that a word means."""
    try:
        return Channel(name)
    except ValueError:
        raise WrongWord(Asked.CHANNEL, name, (channel.value for channel in Channel)) from None


def distance_of(text: str) -> Distance:
    """A number and a unit, `500 ft`."""
    from pydantic_core import PydanticCustomError

    from stayaway.files.scalars import read_distance

    try:
        found = read_distance(text)
    except PydanticCustomError:
        found = None
    if found is None:
        raise WrongWord(Asked.DISTANCE, text)
    return found


def _key(asked: Asked, name: str, known: Mapping[_Key, object], also: Mapping[str, _Key]) -> str:
    keys = {str(key): str(key) for key in known}
    spoken = {said.casefold(): str(key) for said, key in also.items()}
    found = keys.get(name) or spoken.get(name.casefold())
    if found is None:
        raise WrongWord(asked, name, keys)
    return found


def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    from stayaway.files.words import nearest

    return nearest(word, known)
