"""How long an order made with a sentence may last, in words."""

from __future__ import annotations

from stayaway.law.schema import CriminalSentence, SentenceMaximum
from stayaway.wording.place import PlaceCode as Code

from .teller import Teller

BOUNDED_BY = {
    "life": Code.MAXIMUM_LIFE,
    "none": Code.MAXIMUM_NONE,
    "sentence": Code.MAXIMUM_SENTENCE,
    "probation": Code.MAXIMUM_PROBATION,
    "statutory_maximum": Code.MAXIMUM_STATUTORY,
}
COUNTED_FROM = {
    "sentencing": Code.MAXIMUM_FROM_SENTENCE,
    "entry": Code.MAXIMUM_FROM_ENTRY,
    "release": Code.MAXIMUM_FROM_RELEASE,
    "end_of_sentence": Code.MAXIMUM_FROM_END,
}


def longest(teller: Teller, rule: CriminalSentence) -> tuple[str, ...]:
    """Each longest length with what it is for; the sources' own words where nobody made it plain."""
    if not rule.maxima:
        return (rule.maximum,) if rule.maximum else ()
    differ = len({one.instruments for one in rule.maxima}) > 1
    return tuple(_maximum(teller, one, named=differ) for one in rule.maxima)


def _maximum(teller: Teller, one: SentenceMaximum, *, named: bool) -> str:
    length = teller.say(BOUNDED_BY[one.length]) if one.length in BOUNDED_BY else teller.voice.show(one.length)
    if one.counts_from is not None:
        length = teller.say(COUNTED_FROM[one.counts_from], length=length)
    if one.plus is not None:
        length = teller.say(Code.MAXIMUM_PLUS, length=length, plus=one.plus)
    if one.text:
        length = f"{length} ({one.text.rstrip('.')})"
    names = [teller.law.instruments[key].name for key in one.instruments if key in teller.law.instruments]
    charges = [teller.voice.show(part) for part in (one.level, one.charge) if part is not None]
    of = [*(names if named else []), *charges]
    return teller.say(Code.MAXIMUM, charge=", ".join(of), length=length) if of else length
