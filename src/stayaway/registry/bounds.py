"""What no entry does, whoever makes it: it does not bring in what nobody judged, nor turn a record into another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from stayaway.wording.work import WorkCode

from .entries import BEGINS, Line, Proposal, What
from .folding import Folded, FoldedCase
from .models import OrderRow

CHANGED_BY = {What.PERSON_RECORDED: What.PERSON_CHANGED, What.CASE_OPENED: What.CASE_CHANGED}
"""What a correction of a beginning amounts to. Many may begin a record; whoever keeps the case alone may change it."""

MARKED_BY_HAND = frozenset(
    {WorkCode.ENDS_SOON, WorkCode.RENEWAL_OPEN, WorkCode.DECIDE_AFTER_CASE, WorkCode.END_UNKNOWN}
)
"""Tasks that a court says are done. All others are done by the entry that they ask for, and stay until it is made."""


def is_beyond(proposal: Proposal, before: Folded, after: Folded) -> bool:
    """Whether an entry says more than it records, or something of another record."""
    facts = proposal.facts.get("instead", proposal.facts) if proposal.what is What.CORRECTED else proposal.facts
    if _holds_docket(facts) or _turns_case(proposal.stream, before, after) or _links_to_nobody(proposal, facts, after):
        return True
    if proposal.what is What.TASK_DONE and facts.get("kind") not in MARKED_BY_HAND:
        return True
    file = facts.get("file")
    if isinstance(file, Mapping) and file.get("case") != proposal.stream:
        return True
    return proposal.what is What.ORDER_RECORDED and _is_recorded(str(facts["order"]), before)


def is_no_correction(proposal: Proposal) -> bool:
    """Whether an entry is a correction that puts something there that is not facts at all."""
    if proposal.what is not What.CORRECTED or "instead" not in proposal.facts:
        return False
    return not isinstance(proposal.facts["instead"], Mapping)


def corrected_as(proposal: Proposal, lines: Sequence[Line]) -> tuple[Line, list[Proposal]] | None:
    """The entry that a correction is of, and what the actor must be allowed to enter: what it undoes and what it puts.

    None: it is of nothing that is corrected so. An earlier correction is not corrected, but what that corrected; what a
    stream begins with can be put right, not taken away; and an entry stays about the order or place that it is about.
    """
    original = next((line for line in lines if line.number == proposal.corrects), None)
    if original is None or original.stream != proposal.stream or original.what is What.CORRECTED:
        return None
    instead = proposal.facts.get("instead")
    if instead is None and original.what in BEGINS:
        return None
    if instead is not None and any(instead.get(name) != original.facts.get(name) for name in ("order", "place")):
        return None
    stood = [line.facts["instead"] for line in lines if _puts_right(line, original)]
    there = stood[-1] if stood else original.facts
    judged = replace(proposal, what=original.what)
    if original.what in CHANGED_BY:
        judged = replace(judged, what=CHANGED_BY[original.what], acting=None)
    return original, [replace(judged, facts=facts) for facts in (there, instead) if facts is not None]


def _puts_right(line: Line, original: Line) -> bool:
    return line.what is What.CORRECTED and line.corrects == original.number and line.facts.get("instead") is not None


def _links_to_nobody(proposal: Proposal, facts: Mapping[str, Any], after: Folded) -> bool:
    """Whether somebody is said to be the same as a person who is not there, or as themselves."""
    if proposal.what is not What.PEOPLE_LINKED and "same_as" not in facts:
        return False
    return facts.get("same_as") == proposal.stream or facts.get("same_as") not in after.people


def _holds_docket(facts: Mapping[str, Any]) -> bool:
    """Whether a docket comes in with a case or an order, past the rulebook."""
    return any("docket" in part for name in ("case", "file") if isinstance(part := facts.get(name), Mapping))


def _turns_case(case: str, before: Folded, after: Folded) -> bool:
    """Whether a case becomes another court's: one of the other kind, a foreign one or one from here; its orders too."""
    if case not in before.cases or case not in after.cases:
        return False
    return _whose(before.cases[case]) != _whose(after.cases[case])


def _whose(case: FoldedCase) -> tuple[object, ...]:
    """What of a case decides who may act in it."""
    return case.case.get("kind"), case.foreign, case.keeper, case.court


def _is_recorded(order: str, before: Folded) -> bool:
    """Whether there is an order of that id, in this case or any other."""
    return any(order in case.orders for case in before.cases.values()) or OrderRow.objects.filter(id=order).exists()
