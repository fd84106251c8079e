"""What somebody may enter about a case, as links; and for the rest why not and where to go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from stayaway.model import CaseId, CivilCase, Reason
from stayaway.pages.voice import Voice
from stayaway.reasoning.docketing import Entering
from stayaway.registry.accounts.models import new_id
from stayaway.registry.entries import Proposal, What
from stayaway.registry.offering import Offer, offers
from stayaway.registry.permission import person_of, reasons_of
from stayaway.registry.reading import View
from stayaway.registry.recording import may_record
from stayaway.registry.sight import Sight
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.record import RecordCode

from .frame import Asking, upper
from .names import Named

LATER = frozenset({RecordCode.CONFIRM_AGAIN, RecordCode.WHY_NEEDED, RecordCode.DOCUMENT_NEEDED})
"""What is settled by the form itself: giving both factors again, a reason, a paper."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """A form that can be opened."""

    said: str
    path: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one order, or of the case, that may be made."""

    heading: str
    entrances: tuple[Entrance, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """Entries that may not be made, all for the same reasons."""

    said: str
    reasons: tuple[str, ...]


def is_open(entering: Entering) -> bool:
    """Whether a form is worth opening: the entry may be made, or lacks only what the form asks for."""
    return bool(entering) or any(one.code in LATER for one in entering.reasons)


def offered(asking: Asking, case: str, view: View, known: Named, voice: Voice) -> tuple[list[Group], list[Closed]]:
    """What may be entered, by order; and what may not, by reason."""
    found = offers(asking.actor, case, view, asking.now)
    groups = [
        Group(
            str(name), tuple(_entrance(one, case, voice) for one in found if one.order == key and is_open(one.entering))
        )
        for key, name in known.names.items()
    ]
    on_case = [_entrance(one, case, voice) for one in found if one.order is None and is_open(one.entering)]
    whole, never = _of_whole_case(asking, case, view, voice)
    groups.append(Group(voice.speaker.sentence(Says.THE_CASE, {}), (*whole, *on_case)))
    refused: list[tuple[str, Entering]] = [
        (_said(one, voice), one.entering) for one in found if not is_open(one.entering)
    ]
    return [one for one in groups if one.entrances], _closed([*never, *refused], voice)


def _closed(refused: Iterable[tuple[str, Entering]], voice: Voice) -> list[Closed]:
    by_reason: dict[tuple[Any, ...], tuple[tuple[Reason, ...], list[str]]] = {}
    for said, entering in refused:
        reasons = reasons_of(entering)
        key = tuple(voice.sentence(one) for one in reasons)
        acts = by_reason.setdefault(key, (reasons, []))[1]
        if said not in acts:
            acts.append(said)
    return [
        Closed(", ".join(acts), tuple(voice.say_short(one) for one in reasons)) for reasons, acts in by_reason.values()
    ]


def _said(one: Offer, voice: Voice) -> str:
    return upper(voice.show(one.event))


def _entrance(one: Offer, case: str, voice: Voice) -> Entrance:
    if one.order is None:
        return Entrance(_said(one, voice), reverse("enter_on_case", args=[case, one.event.value]))
    return Entrance(_said(one, voice), reverse("enter_on_order", args=[case, one.order, one.event.value]))


def _of_whole_case(
    asking: Asking, case: str, view: View, voice: Voice
) -> tuple[list[Entrance], list[tuple[str, Entering]]]:
    """A new order, a place, an appearance, sealing, notice of a foreign order: asked one by one of the rulebook."""
    say = voice.speaker.sentence
    about = view.papers.cases[CaseId(case)]
    today = asking.now.astimezone(about.time_zone).date().isoformat()
    asked: list[tuple[Says, str, Proposal]] = []
    restrained, protects = sides_of(view, case)
    if restrained:
        order = new_id("o")
        file = {"case": case, "restrained": restrained, "protects": list(protects), "issued": today}
        asked.append(
            (Says.NEW_ORDER, "new_order", _proposal(What.ORDER_RECORDED, case, today, {"order": order, "file": file}))
        )
    place = {
        "place": new_id("l"),
        "label": "-",
        "confidential": True,
        "of": person_of(asking.actor, view.folded.cases[case]),
    }
    asked.append((Says.NEW_PLACE, "new_place", _proposal(What.PLACE_RECORDED, case, today, place)))
    lawyer = {"account": asking.actor.account, "agency": "", "person": restrained or ""}
    asked.append((Says.NEW_APPEARANCE, "new_appearance", _proposal(What.APPEARED, case, today, lawyer)))
    folded = view.folded.cases[case]
    # That there is a lawyer at all is told to the court of the case alone.
    if folded.appearances and view.seen[case].sight is Sight.EVERYTHING:
        asked.append((Says.WITHDRAWAL, "withdrawal", _proposal(What.WITHDREW, case, today, {"account": "-"})))
    file = {name: part for name, part in folded.case.items() if name != "docket"}
    asked.append((Says.CHANGE_CASE, "change_case", _proposal(What.CASE_CHANGED, case, today, {"case": file})))
    if folded.foreign and not folded.tells_restrained:
        asked.append((Says.ASK_NOTICE, "ask_notice", _proposal(What.NOTICE_ASKED, case, today, {})))
    asked.append((Says.SEAL, "seal", _proposal(What.SEALED, case, today, {})))
    may, may_not = [], []
    for code, name, proposal in asked:
        found = may_record(asking.actor, proposal, asking.now)
        if is_open(found):
            may.append(Entrance(say(code, {}), reverse(name, args=[case])))
        elif found.reasons:
            may_not.append((say(code, {}), found))
    return may, may_not


def _proposal(what: What, case: str, today: str, facts: dict[str, Any]) -> Proposal:
    return Proposal(what, case, today, facts, why="-")


def sides_of(view: View, case: str) -> tuple[str, tuple[str, ...]]:
    """Whom an order of a case would restrain, and whom it would protect; an empty text where nobody is named."""
    about = view.papers.cases[CaseId(case)]
    if isinstance(about, CivilCase):
        protects = (about.petitioner,) if about.petitioner else ()
        return about.respondent or "", protects
    return about.defendant or "", (*about.victims, *about.witnesses)
