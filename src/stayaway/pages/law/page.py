"""The page of one place."""

from __future__ import annotations

from stayaway.law.book import PlaceLaw
from stayaway.model import Kind
from stayaway.wording.place import PlaceCode as Code

from ..page import Page, Tone
from ..voice import Voice
from .lines import BREAKING, CIVIL, CRIMINAL, lines, not_found
from .orders import order_types
from .teller import Line, Teller


def place_page(law: PlaceLaw, voice: Voice, *, full: bool) -> Page:
    """The law of one place: order types, who may ask, renewal, ends, breaks, gaps. The voice lists the sources."""
    teller = Teller(law, voice, full)
    shown = Page()
    shown.text(teller.say(Code.LAW_OF, place=law.name), tone=Tone.STRONG)
    shown.text(teller.say(Code.RESEARCHED, day=law.file.researched))
    if full and law.file.note:
        shown.text(law.file.note)
    # The order types come first, so that their sources have the first numbers.
    civil, criminal = tuple(order_types(teller, Kind.CIVIL)), tuple(order_types(teller, Kind.CRIMINAL))
    known = lines(teller)
    _part(shown, teller, Code.CIVIL_ORDERS, civil, [known[topic] for topic in CIVIL if topic in known])
    _part(shown, teller, Code.CRIMINAL_ORDERS, criminal, [known[topic] for topic in CRIMINAL if topic in known])
    _part(shown, teller, Code.BREAKING, (), [known[topic] for topic in BREAKING if topic in known])
    missing = not_found(teller, known)
    if law.file.unknown or missing:
        shown.heading(teller.say(Code.GAPS))
        shown.items(law.file.unknown)
        if missing:
            shown.item(teller.say(Code.NOTHING_FOUND, topics="; ".join(missing)))
    if full:
        shown.heading(teller.say(Code.ALL_SOURCES))
        for source in law.sources.values():
            dated = f" ({source.as_of})" if source.as_of else ""
            shown.item(f"{source.title}{dated}. {voice.show(source.kind)}. {source.url or ''}".strip())
    return shown


def _part(shown: Page, teller: Teller, heading: Code, types: tuple[Line, ...], told: list[Line]) -> None:
    shown.heading(teller.say(heading, place=teller.law.name))
    for one in types:
        shown.item(one.said)
        _below(shown, one)
    if types and told:
        shown.gap()
    for line in told:
        shown.item(teller.say(Code.TOPIC, topic=teller.say(line.topic), said=line.said))
        _below(shown, line)


def _below(shown: Page, line: Line) -> None:
    for more in line.more:
        shown.item(more, indent=2)
