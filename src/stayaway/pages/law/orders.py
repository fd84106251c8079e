"""The order types of a place: how long each lasts, and the rules that are its own."""

from __future__ import annotations

from collections.abc import Iterator

from stayaway.law.schema import Ends, Instrument
from stayaway.model import Kind, Stage
from stayaway.reasoning.comparison import lasting
from stayaway.wording.place import PlaceCode as Code

from .breaking import charged, felony_lines
from .lines import renewal
from .teller import Line, Teller, ended

WITH_THE_CASE = frozenset({Stage.EMERGENCY, Stage.PRETRIAL})
"""The stages of orders that the end of the case can end. What is made with a sentence comes after it."""


def order_types(teller: Teller, kind: Kind) -> Iterator[Line]:
    """The order types of one kind, each with what it does otherwise than its place."""
    broken: dict[str, str] = {}
    topic = Code.ORDER_TYPES_CIVIL if kind is Kind.CIVIL else Code.ORDER_TYPES_CRIMINAL
    for one in lasting(teller.law):
        if one.instrument.track is kind:
            told = teller.say(Code.ORDER_TYPE, name=one.instrument.name, stage=one.instrument.stage, length=one.length)
            mark = teller.voice.mark(one.instrument.authority)
            yield Line(
                topic, f"{told}{mark}{teller.replaced(one.instrument)}", tuple(_own(teller, one.instrument, broken))
            )


def _own(teller: Teller, instrument: Instrument, broken: dict[str, str]) -> Iterator[str]:
    """What an order type does otherwise. `broken`: what was said of breaking others, with the name of the first."""
    if teller.full and instrument.also_called:
        yield teller.say(Code.ALSO_CALLED, names="; ".join(instrument.also_called))
    if teller.full:
        yield from (ended(note) for note in (instrument.term.note, instrument.note) if note)
    mark = teller.voice.mark
    if instrument.ends is not None and (teller.full or instrument.stage in WITH_THE_CASE):
        said = " ".join(_ends(teller, instrument.ends))
        if said:
            yield said + mark(instrument.ends.authority)
    if instrument.asks is not None:
        code = Code.CIVIL_CHANGE if instrument.track is Kind.CIVIL else Code.CRIMINAL_CHANGE
        said = ended(teller.voice.show(instrument.asks)) + mark(instrument.authority)
        yield teller.say(Code.TOPIC, topic=teller.say(code), said=said)
    if instrument.renewal is not None:
        said = teller.say(Code.OWN_RENEWAL, said=ended(renewal(teller, instrument.renewal)))
        yield said + mark(instrument.renewal.authority)
    if instrument.violation is not None:
        parts = (charged(teller, instrument.violation, instrument.track), *felony_lines(teller, instrument.violation))
        said = teller.say(Code.OWN_BREAK, said=" ".join(parts)) + mark(instrument.violation.authority)
        first = broken.setdefault(said, instrument.name)
        yield said if first == instrument.name else teller.say(Code.OWN_BREAK_ALIKE, name=first)
    if teller.full:
        own = (instrument.ends, instrument.renewal, instrument.violation)
        yield from (ended(rule.note) for rule in own if rule is not None and rule.note)


def _ends(teller: Teller, ends: Ends) -> Iterator[str]:
    """What the end of its case does to it, as far as that differs from the rule of the place."""
    place = teller.law.criminal_ends
    rules = {
        Code.DISMISSED: (ends.on_dismissal, place.on_dismissal),
        Code.ACQUITTED: (ends.on_acquittal, place.on_acquittal),
        Code.CONVICTED: (ends.on_conviction, place.on_conviction),
    }
    differ = {topic: own for topic, (own, general) in rules.items() if own is not general}
    if len(differ) == len(rules) and len(set(differ.values())) == 1:
        yield teller.say(Code.OWN_END_ALWAYS, rule=ends.on_dismissal)
    else:
        for topic, rule in differ.items():
            yield teller.say(Code.OWN_END, topic=teller.say(topic), rule=rule)
    if ends.may_be_continued_for:
        yield teller.say(Code.OWN_CONTINUED)
