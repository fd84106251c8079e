"""What no entry does: undo another's act, turn a case into one of the other kind, bring in what nobody judged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from stayaway.files.faults import FileFaults
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import CaseRow, Entry
from stayaway.registry.refusing import Refused
from tests.registry.world import World, enter, happens, made, open_civil, open_criminal

DOCKET = [{"on": "2025-03-02", "entry": "terminated"}]


def correction(of: Entry, instead: dict[str, Any] | None) -> Proposal:
    facts = {} if instead is None else {"instead": instead}
    return Proposal(What.CORRECTED, of.stream, "2025-05-01", facts, why="It was wrong.", corrects=of.number)


def refused(actor: Actor, *proposals: Proposal) -> None:
    before = Entry.objects.count()
    with pytest.raises(Refused) as told:
        enter(actor, *proposals)
    assert len(told.value.reasons) > 1, "there is a way to go"
    assert Entry.objects.count() == before


def test_an_officer_cannot_put_service_in_the_place_of_a_courts_end(world: World) -> None:
    case, order = open_criminal(world)
    (ended,) = enter(world.criminal_clerk, happens(case, order, "lifted"))
    served = {"order": order, "entry": {"on": "2025-04-01", "entry": "served"}}
    refused(world.actor(Post.OFFICER, confirmed=True), correction(ended, served))
    assert enter(world.criminal_clerk, correction(ended, served))


def test_what_a_correction_put_there_is_judged_when_it_is_corrected_again(world: World) -> None:
    case, order = open_criminal(world)
    (served,) = enter(world.actor(Post.OFFICER), happens(case, order, "served"))
    lifted = {"order": order, "entry": {"on": "2025-04-01", "entry": "lifted"}}
    enter(world.criminal_clerk, correction(served, lifted))
    refused(world.actor(Post.OFFICER, confirmed=True), correction(served, None))
    refused(world.actor(Post.OFFICER, confirmed=True), correction(served, served_facts(order)))


def served_facts(order: str) -> dict[str, Any]:
    return {"order": order, "entry": {"on": "2025-04-01", "entry": "served"}}


def test_a_correction_is_not_corrected_but_what_it_corrects(world: World) -> None:
    case, order = open_civil(world)
    (served,) = enter(world.clerk, happens(case, order, "served"))
    (corrected,) = enter(world.clerk, correction(served, None))
    refused(world.clerk, correction(corrected, None))


def test_a_person_is_corrected_by_those_alone_who_keep_a_case_of_theirs(world: World) -> None:
    open_civil(world)
    entry = Entry.objects.get(stream=world.dan)
    instead = {"name": "Somebody Else"}
    other = world.actor(Post.CIVIL_CLERK, world.other_court, confirmed=True)
    for actor in (other, world.actor(Post.PROSECUTOR, confirmed=True)):
        refused(actor, correction(entry, instead))
    assert enter(world.clerk, correction(entry, instead))


def test_who_was_recorded_and_what_was_opened_does_not_vanish(world: World) -> None:
    case, _ = open_civil(world)
    refused(world.clerk, correction(Entry.objects.get(stream=world.dan), None))
    refused(world.clerk, correction(Entry.objects.get(stream=case, what="case_opened"), None))


def both(world: World) -> World:
    """The world with courts that hear both kinds."""
    for court in (world.civil_court, world.criminal_court):
        court.hears_civil = court.hears_criminal = True
        court.save()
    return world


def test_a_case_never_becomes_one_of_the_other_kind(world: World) -> None:
    both(world)
    case = new_id("c")
    about = {"kind": "criminal", "jurisdiction": "us-wa", "defendant": world.dan, "victims": [world.rosa]}
    enter(
        world.criminal_clerk,
        Proposal(What.CASE_OPENED, case, "2025-03-01", {"case": about}, court=world.criminal_court.id),
    )
    civil = {"kind": "civil", "jurisdiction": "us-wa", "petitioner": world.rosa, "respondent": world.dan}
    clerk = world.actor(Post.CIVIL_CLERK, world.criminal_court, confirmed=True)
    opened = Entry.objects.get(stream=case, what="case_opened")
    for actor in (clerk, replace(clerk, post=Post.CRIMINAL_CLERK), replace(clerk, post=Post.JUDGE)):
        refused(actor, Proposal(What.CASE_CHANGED, case, "2025-05-01", {"case": civil}))
        refused(actor, replace(correction(opened, {"case": civil}), acting=None))
    assert CaseRow.objects.get(id=case).kind == "criminal"


def test_no_docket_comes_in_with_a_case_or_an_order(world: World) -> None:
    case, order = open_civil(world)
    about = dict(CaseRow.objects.get(id=case).folded["case"])
    events = [{"on": "2025-03-02", "entry": "dismissed"}]
    refused(world.clerk, Proposal(What.CASE_CHANGED, case, "2025-05-01", {"case": about | {"docket": events}}))
    draft = made(world, case, new_id("o"))
    file = {**draft.facts["file"], "docket": DOCKET}
    refused(world.clerk, replace(draft, facts={**draft.facts, "file": file}))
    recorded = Entry.objects.get(stream=case, what="order_recorded")
    refused(world.clerk, correction(recorded, {"order": order, "file": file}))


def test_an_order_is_recorded_once_and_in_its_own_case(world: World) -> None:
    case, order = open_civil(world)
    other, theirs = open_criminal(world)
    refused(world.clerk, made(world, case, order))
    refused(world.clerk, made(world, case, theirs))
    elsewhere = made(world, other, new_id("o"))
    with pytest.raises(FileFaults):
        enter(world.clerk, replace(elsewhere, stream=case))
