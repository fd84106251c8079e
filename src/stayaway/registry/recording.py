"""The one way into the record. Nothing else writes an entry: not a page, not the API, not an import.

A step of one or more entries is taken whole or not at all. It is folded and read by the same checker as an order file,
so whatever is wrong with it is said with every fault at once; each entry is asked of the rulebook as things stood just
before it; then all are appended, and the projections are brought up to date, in one transaction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction

from stayaway.api import moment
from stayaway.files.faults import FileFaults
from stayaway.law.load import law_book
from stayaway.model import (
    UTC,
    AsOf,
    CaseEvent,
    CaseId,
    Order,
    OrderEvent,
    OrderId,
    Papers,
    because,
    fold_order,
)
from stayaway.reasoning.docketing import Entering
from stayaway.reasoning.standing import refusal_reason
from stayaway.wording.record import RecordCode as C

from . import projecting
from .accounts.models import Agency
from .actors import Actor
from .bounds import corrected_as, is_beyond, is_no_correction
from .describing import NotDescribed, described, word_for
from .documents import has_document
from .drafting import drafted
from .ending import ends_an_order
from .entries import ABOUT_PEOPLE, BEGINS, Line, Proposal, What
from .folding import Folded, as_corrected, file_of, fold, last_corrections, papers_of, people_in
from .journal import Stale, append, lines_of, lines_of_cases, lock_head
from .models import CaseRow, Entry, Party
from .naming import beyond_sight, knows_of, nothing_to_name
from .permission import Matter, may_enter, reasons_of
from .refusing import Refused
from .timing import day_said, why_ahead, why_not_asked_then

__all__ = ["FileFaults", "Refused", "Stale", "Step", "judge", "may_record", "record"]


@dataclass(frozen=True, slots=True)
class Step:
    """A step being judged: its lines after those before, and what the two say."""

    lines: list[Line]
    added: list[Line]
    before: Folded
    after: Folded
    papers: Papers
    keepers: dict[str, Agency | None] = field(default_factory=dict)
    """The agencies that were looked up already."""


def record(actor: Actor, proposals: Sequence[Proposal], expected: Mapping[str, int], now: datetime) -> list[Entry]:
    """Take a step of entries, whole or not at all.

    `expected` says, for each stream, the version that the actor had looked at (0: it is new). Raises Stale when
    somebody else was faster, Refused with reasons and a path when the rulebook does not allow an entry, and FileFaults
    when what it says cannot be.
    """
    with transaction.atomic():
        head = lock_head()
        step = judge(actor, proposals, expected, now)
        entries = append(
            head, actor, [(one, line.version) for one, line in zip(proposals, step.added, strict=True)], now
        )
        projecting.project(step.after, {entry.stream: entry.number for entry in entries}, now)
    return entries


def judge(
    actor: Actor,
    proposals: Sequence[Proposal],
    expected: Mapping[str, int],
    now: datetime,
    *,
    lines: Sequence[Line] | None = None,
    keepers: dict[str, Agency | None] | None = None,
) -> Step:
    """The step as it would be taken. The caller holds the head's lock. Raises as `record` does.

    Whoever loads many steps passes what it knows already: the entries before, of all streams that the step names
    (None: they are read), and the agencies looked up so far.
    """
    names_the_unseen = beyond_sight(actor, proposals, now)
    if names_the_unseen is not None:
        raise Refused(reasons_of(nothing_to_name()), names_the_unseen)
    step = _stepped(proposals, expected, lines, keepers)
    for index, proposal in enumerate(proposals):
        found = _judged(actor, proposal, index, step, now)
        if not found:
            raise Refused(reasons_of(found), index)
    _holds_together(step)
    _is_confirmed(actor, step, now)
    _are_described(proposals)
    _clashes_were_seen(actor, proposals, step, now)
    return step


def may_record(actor: Actor, proposal: Proposal, now: datetime) -> Entering:
    """Whether an entry would be taken, without taking it. What it says is not checked, only who may say it."""
    try:
        step = _stepped([proposal], {})
    except (FileFaults, Refused) as error:
        reasons = error.reasons if isinstance(error, Refused) else ()
        return Entering(False, reasons)
    return _judged(actor, proposal, 0, step, now)


def _stepped(
    proposals: Sequence[Proposal],
    expected: Mapping[str, int],
    known: Sequence[Line] | None = None,
    keepers: dict[str, Agency | None] | None = None,
) -> Step:
    streams = {proposal.stream for proposal in proposals}
    lines = _lines_around(proposals) if known is None else list(known)
    versions = {stream: max((line.version for line in lines if line.stream == stream), default=0) for stream in streams}
    for stream, version in expected.items():
        if versions.get(stream, 0) != version:
            raise Stale(stream, version, versions.get(stream, 0))
    number = max((line.number for line in lines), default=0)
    added: list[Line] = []
    for index, proposal in enumerate(proposals):
        is_first = versions[proposal.stream] == 0
        if is_first != (proposal.what in BEGINS) or is_no_correction(proposal):
            raise Refused((because(C.NOT_BY_THIS_ENTRY), because(C.PATH_RIGHT_ENTRY)), index)
        versions[proposal.stream] += 1
        added.append(_line(proposal, number + index + 1, versions[proposal.stream]))
    before = fold(lines)
    try:
        after = fold([*lines, *added])
    except KeyError:
        raise Refused((because(C.OTHERS_REST_ON_IT), because(C.PATH_CORRECT_THOSE_FIRST))) from None
    papers = papers_of(file_of(after, secrets=True))
    return Step(lines, added, before, after, papers, {} if keepers is None else keepers)


def _lines_around(proposals: Sequence[Proposal]) -> list[Line]:
    """The entries before, of the cases that are written to and of everybody whom they name."""
    cases = {one.stream for one in proposals if one.stream.startswith("c")}
    people = {one.stream for one in proposals if one.stream.startswith("p")}
    people |= {person for one in proposals for person in people_in(one.facts)}
    lines = {line.number: line for line in lines_of_cases(cases, secrets=True)}
    lines |= {line.number: line for line in lines_of(people, secrets=True)}
    return [lines[number] for number in sorted(lines)]


def _line(proposal: Proposal, number: int, version: int) -> Line:
    facts = json.loads(json.dumps(dict(proposal.facts)))
    return Line(
        number=number,
        stream=proposal.stream,
        version=version,
        what=proposal.what,
        happened=proposal.happened,
        facts=facts,
        secrets=dict(proposal.secrets) or None,
        court=proposal.court,
        corrects=proposal.corrects,
    )


def _judged(actor: Actor, proposal: Proposal, index: int, step: Step, now: datetime) -> Entering:
    """One entry, asked of the rulebook as things stood just before it."""
    wrong = Entering(False, (because(C.NOT_BY_THIS_ENTRY),), because(C.PATH_RIGHT_ENTRY))
    if _is_dated_otherwise(proposal) or is_beyond(proposal, step.before, step.after):
        return wrong
    if proposal.what is not What.CORRECTED:
        found = _judged_as(actor, proposal, proposal, step.added[index], step, now)
        # Asked last, so that nobody learns which papers are kept who may enter nothing.
        if found and proposal.document and not has_document(proposal.document):
            return Entering(False, (because(C.DOCUMENT_NEEDED),), because(C.PATH_ATTACH_PAPER))
        return found
    corrected = corrected_as(proposal, step.lines) if knows_of(actor, proposal, now) else None
    if corrected is None:
        return wrong
    if not proposal.why.strip():
        return Entering(False, (because(C.WHY_NEEDED),), because(C.PATH_SAY_WHY))
    original, all_of_it = corrected
    found = wrong
    for judged in all_of_it:
        found = _judged_as(actor, proposal, judged, original, step, now)
        if not found:
            return found
    if proposal.document and not has_document(proposal.document):
        return Entering(False, (because(C.DOCUMENT_NEEDED),), because(C.PATH_ATTACH_PAPER))
    return found


def _judged_as(actor: Actor, proposal: Proposal, judged: Proposal, line: Line, step: Step, now: datetime) -> Entering:
    """An entry, judged as what it does and for when it happened: of a correction, each part for the day it says."""
    matter = _matter(actor, judged, line, step)
    zone = matter.case.time_zone if matter.case is not None else UTC
    ahead = why_ahead(proposal, judged, zone, now)
    if ahead is not None:
        return ahead
    found = may_enter(actor, judged, matter, law_book(), moment(day_said(judged) or line.happened, zone))
    untimely = why_not_asked_then(actor, proposal, judged, line, zone, now) if found else None
    return found if untimely is None else untimely


def _is_dated_otherwise(proposal: Proposal) -> bool:
    """Whether an entry says of itself another day than what it records. A correction has a day of its own."""
    said = day_said(proposal)
    # What happens to an order or in a case always says when; an order may leave out when it was issued.
    unsaid = said is None and proposal.what in {What.CASE_EVENT, What.ORDER_EVENT}
    return unsaid or said not in {None, proposal.happened}


def _matter(actor: Actor, proposal: Proposal, line: Line, step: Step) -> Matter:
    if proposal.what is What.PERSON_RECORDED:
        return Matter()  # nobody keeps who was not recorded yet
    if proposal.what in ABOUT_PEOPLE:
        linked = proposal.facts.get("same_as") or step.after.people[proposal.stream].same_as
        before = step.before.people.get(proposal.stream)
        people = {proposal.stream, linked, before.same_as if before is not None else ""} - {""}
        return Matter(keeps=_keeps(actor, people))
    folded = step.before.cases.get(proposal.stream) or step.after.cases.get(proposal.stream)
    if folded is None:
        return Matter()
    case = step.papers.cases.get(CaseId(proposal.stream))
    if case is None:
        # A sealed case answers nothing, except to the one who may open it.
        if proposal.what not in {What.UNSEALED, What.SEALED}:
            return Matter()
        opened = file_of(Folded(step.after.people, {proposal.stream: replace(folded, is_sealed=False)}))
        case = papers_of(opened).cases[CaseId(proposal.stream)]
    opens = any(one.what is What.CASE_OPENED and one.stream == proposal.stream for one in step.added)
    if folded.keeper not in step.keepers:
        step.keepers[folded.keeper] = Agency.objects.filter(id=folded.keeper, is_active=True).first()
    keeper = step.keepers[folded.keeper]
    order, event = _order_before(proposal, line, step)
    return Matter(
        case=case,
        order=order,
        event=event,
        folded=folded,
        keeper_name=keeper.name if keeper is not None else "",
        keeper_hears=keeper.kinds if keeper is not None else frozenset(),
        opens=opens,
    )


def _order_before(proposal: Proposal, line: Line, step: Step) -> tuple[Order | None, OrderEvent | CaseEvent | None]:
    """The order that an entry is about, with its docket as it stood before; and what happens by the entry."""
    if proposal.what is What.CASE_OPENED:
        kind = proposal.facts["case"].get("kind")
        return None, CaseEvent.FILED if kind == "civil" else CaseEvent.CHARGED
    if proposal.what is What.CASE_EVENT:
        return None, CaseEvent(proposal.facts["entry"]["entry"])
    if proposal.what not in {What.ORDER_RECORDED, What.ORDER_EVENT}:
        return None, None
    order = step.papers.orders.get(OrderId(proposal.facts["order"]))
    if order is None:
        return None, None
    if proposal.what is What.ORDER_RECORDED:
        return replace(order, docket=()), OrderEvent.ISSUED
    lines = (*step.lines, *step.added)
    corrections = last_corrections(lines)
    earlier = [
        one
        for one in lines
        if one.what is What.ORDER_EVENT
        and one.facts["order"] == order.id
        and one.number < line.number
        and as_corrected(one, corrections.get(one.number)) is not None
    ]
    return replace(order, docket=order.docket[: len(earlier)]), OrderEvent(proposal.facts["entry"]["entry"])


def _keeps(actor: Actor, people: set[str]) -> bool:
    """Whether the actor's agency keeps a case that names one of these people, or they stand in no case yet."""
    named = Party.objects.filter(person__in=people)
    if not named.exists():
        return True
    return CaseRow.objects.filter(keeper_id=actor.agency, parties__person__in=people).exists()


def _holds_together(step: Step) -> None:
    """Refuse what the fold of the core would not count: an entry before the order, after its end, by another court."""
    events: dict[str, list[int]] = {}
    for index, line in enumerate(step.added):
        if line.what is What.ORDER_EVENT:
            events.setdefault(line.facts["order"], []).append(index)
    for key, indexes in events.items():
        order = step.papers.orders.get(OrderId(key))
        if order is None:
            continue
        entered = order.docket[-len(indexes) :]
        for refused in fold_order(order, AsOf(date.max)).refused:
            if refused.entry in entered:
                why = refusal_reason(refused, order)
                raise Refused((why, because(C.PATH_ASK_THE_CLERK)), indexes[entered.index(refused.entry)])


def _is_confirmed(actor: Actor, step: Step, now: datetime) -> None:
    """Whoever ends an order has just said again who they are: also who ends it by a change or by a correction."""
    if not actor.confirmed and ends_an_order(step.added, step.before, step.after, now):
        raise Refused((because(C.CONFIRM_AGAIN), because(C.PATH_CONFIRM_AGAIN)))


def _clashes_were_seen(actor: Actor, proposals: Sequence[Proposal], step: Step, now: datetime) -> None:
    """An order that is signed today is held against all others first, and whoever signs has seen each clash."""
    for index, proposal in enumerate(proposals):
        if proposal.what is not What.ORDER_RECORDED or step.after.cases[proposal.stream].foreign:
            continue
        zone = step.papers.cases[CaseId(proposal.stream)].time_zone
        if moment(proposal.happened, zone).day(zone) < now.astimezone(zone).date():
            continue  # it was signed before; the record says what is
        found = drafted(actor, step.after, proposal.stream, proposal.facts["order"], proposal.facts["file"], now)
        count = len(found.check.clashes)
        if count != proposal.clashes_seen:
            raise Refused((because(C.CLASHES_NOT_SEEN, count=count), because(C.PATH_LOOK_AT_CLASHES)), index)


def _are_described(proposals: Sequence[Proposal]) -> None:
    """What somebody looks like is said in the words that other systems know."""
    for index, proposal in enumerate(proposals):
        facts = proposal.facts.get("instead", proposal.facts)
        try:
            described(facts.get("descriptors", {}))
        except NotDescribed as error:
            raise Refused(
                tuple(
                    because(C.DESCRIPTOR_UNKNOWN, name=word_for(name), read=read, wanted=wanted)
                    for name, read, wanted in error.faults
                ),
                index,
            ) from None
