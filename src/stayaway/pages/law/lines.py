"""What is said of the law of a place, line by line, each with its source."""

from __future__ import annotations

from collections.abc import Iterator

from stayaway.law.schema import CivilRelief, CivilRenewal, EnforceableFrom, FirearmsRule
from stayaway.model import Kind, TermKind
from stayaway.wording.place import PlaceCode as Code

from .breaking import breaking
from .lengths import longest
from .teller import Line, Teller, ended

CIVIL = (Code.WHO_ASKS, Code.CAN_SAY, Code.RENEWAL, Code.CIVIL_CHANGE, Code.CIVIL_BINDS, Code.COST)
CRIMINAL = (
    Code.PRETRIAL,
    Code.MUST,
    Code.AFTER_CONVICTION,
    Code.DISMISSED,
    Code.ACQUITTED,
    Code.CONVICTED,
    Code.CRIMINAL_CHANGE,
    Code.CRIMINAL_BINDS,
)
BREAKING = (
    Code.CIVIL_BREAK,
    Code.CRIMINAL_BREAK,
    Code.CONSENT,
    Code.BOTH,
    Code.FOREIGN,
    Code.REGISTRY,
    Code.HELP,
)
TOPICS = (*CIVIL, *CRIMINAL, *BREAKING)
"""All that is asked of a place, in the order in which it is told."""


def lines(teller: Teller) -> dict[Code, Line]:
    """What is known, by topic. A topic that is not here was not found."""
    found = {line.topic: line for line in (*_civil(teller), *_criminal(teller), *breaking(teller))}
    return {topic: found[topic] for topic in TOPICS if topic in found}


def not_found(teller: Teller, known: dict[Code, Line]) -> tuple[str, ...]:
    """The labels of what was not found; of orders of other places nothing is told unless all is wanted."""
    left_out = () if teller.full else (Code.FOREIGN,)
    return tuple(teller.say(topic) for topic in TOPICS if topic not in known and topic not in left_out)


def _civil(teller: Teller) -> Iterator[Line]:
    own = teller.law.own
    if own.civil_petitioners is not None and own.civil_petitioners.who:
        rule = own.civil_petitioners
        yield teller.line(Code.WHO_ASKS, teller.listed(rule.who), rule, teller.listed(rule.relationships))
    if own.civil_relief is not None:
        yield teller.line(Code.CAN_SAY, relief(teller, own.civil_relief), own.civil_relief)
    if own.civil_renewal is not None:
        said = renewal(teller, own.civil_renewal)
        yield teller.line(Code.RENEWAL, said, own.civil_renewal, own.civil_renewal.standard)
    if own.civil_modify is not None:
        change = own.civil_modify
        asks = teller.voice.show(change.asks) if change.asks else teller.listed(change.who)
        yield teller.line(Code.CIVIL_CHANGE, asks, change, change.limits)
    yield _binds(teller, Kind.CIVIL, Code.CIVIL_BINDS)
    if own.fees is not None and own.fees.petition_free is not None:
        yield teller.line(Code.COST, teller.say(Code.FREE if own.fees.petition_free else Code.NOT_FREE), own.fees)


def _criminal(teller: Teller) -> Iterator[Line]:
    own, show = teller.law.own, teller.voice.show
    if own.criminal_pretrial is not None:
        rule = own.criminal_pretrial
        yield teller.line(Code.PRETRIAL, teller.listed(rule.asked_by), rule)
        yield Line(Code.MUST, f"{show(rule.mandatory)}.{teller.voice.mark(rule.authority)}")
    if own.criminal_sentence is not None and (lengths := longest(teller, own.criminal_sentence)):
        several = len(lengths) > 1
        said = teller.say(Code.MAXIMUM_DEPENDS) if several else lengths[0]
        found = teller.line(Code.AFTER_CONVICTION, said, own.criminal_sentence)
        yield Line(found.topic, found.said, (*(map(ended, lengths) if several else ()), *found.more))
    if own.criminal_ends is not None:
        ends = own.criminal_ends
        mark = teller.voice.mark(ends.authority)
        yield Line(Code.DISMISSED, f"{show(ends.on_dismissal)}.{mark}")
        yield Line(Code.ACQUITTED, f"{show(ends.on_acquittal)}.{mark}")
        yield teller.line(Code.CONVICTED, show(ends.on_conviction), ends)
    if own.criminal_modify is not None:
        change = own.criminal_modify
        asks = show(change.asks) if change.asks else teller.listed(change.who)
        yield teller.line(Code.CRIMINAL_CHANGE, asks, change, change.victim_voice, change.limits)
    yield _binds(teller, Kind.CRIMINAL, Code.CRIMINAL_BINDS)


def _binds(teller: Teller, kind: Kind, topic: Code) -> Line:
    """From when a break can be punished: once where it is the same for every order type, else by rule."""
    by_rule: dict[EnforceableFrom, list[str]] = {}
    for instrument in teller.law.file.instruments:
        if instrument.track is kind:
            by_rule.setdefault(instrument.enforceable_from, []).append(instrument.name)
    show = teller.voice.show
    if len(by_rule) == 1:
        return Line(topic, f"{show(next(iter(by_rule)))}.")
    return Line(topic, "; ".join(f"{show(rule)}: {', '.join(names)}" for rule, names in by_rule.items()) + ".")


def relief(teller: Teller, rule: CivilRelief) -> str:
    """What an order can say."""
    known = {
        TermKind.NO_CONTACT: rule.no_contact,
        TermKind.STAY_AWAY: rule.stay_away,
        TermKind.MOVE_OUT: rule.move_out,
        TermKind.PAY_SUPPORT: rule.support,
        TermKind.CUSTODY: rule.custody,
    }
    can = [teller.voice.show(kind) for kind, is_so in known.items() if is_so]
    if rule.firearms in (FirearmsRule.MANDATORY, FirearmsRule.DISCRETIONARY):
        can.append(teller.voice.show(rule.firearms))
    return teller.listed(tuple(can))


def renewal(teller: Teller, rule: CivilRenewal) -> str:
    """When renewal may be asked for, by whom, and what happens while a request waits."""
    said = []
    if rule.opens_before is not None:
        said.append(teller.say(Code.RENEW_OPENS, length=rule.opens_before))
    if rule.closes_after is not None and any(char in "123456789" for char in rule.closes_after):
        said.append(teller.say(Code.RENEW_AFTER_END, length=rule.closes_after))
    elif rule.must_ask_before_expiry or rule.closes_after is not None:
        said.append(teller.say(Code.RENEW_BEFORE_END))
    elif rule.must_ask_before_expiry is False:
        said.append(teller.say(Code.RENEW_ANY_TIME))
    if rule.who:
        said.append(teller.say(Code.RENEW_WHO, who=teller.listed(rule.who)))
    if rule.continues_pending != "unknown":
        said.append(teller.say(Code.PENDING_KEEPS if rule.continues_pending else Code.PENDING_DOES_NOT_KEEP))
    return " ".join(said) or teller.voice.show(None)
