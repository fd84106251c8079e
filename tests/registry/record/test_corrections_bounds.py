"""What no entry does: undo another's act, turn a case into one of the other kind, bring in what nobody judged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from stayaway.files.faults import FileFaults
from stayaway.reasoning.authority import Role
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
        refused(actor, correction(opened, {"case": about, "foreign": True}))
    row = CaseRow.objects.get(id=case)
    assert (row.kind, row.is_foreign) == ("criminal", False)


def foreign_case(world: World) -> tuple[str, dict[str, Any]]:
    """An order of another state that a civil court keeps here."""
    case = new_id("c")
    about = {"kind": "civil", "jurisdiction": "us-or", "petitioner": world.rosa, "respondent": world.dan}
    opened = Proposal(
        What.CASE_OPENED, case, "2025-03-01", {"case": about, "foreign": True}, court=world.civil_court.id
    )
    enter(world.clerk, opened)
    return case, about


def test_a_foreign_case_does_not_become_one_from_here_and_so_tells_nobody(world: World) -> None:
    case, about = foreign_case(world)
    opened = Entry.objects.get(stream=case, what="case_opened")
    refused(world.clerk, replace(correction(opened, {"case": about}), acting=Role.PROTECTED_PERSON))
    assert not CaseRow.objects.get(id=case).tells_restrained
    assert enter(world.clerk, correction(opened, {"case": about | {"number": "OR-17"}, "foreign": True}))


def test_a_civil_clerk_cannot_lift_a_criminal_order_by_way_of_a_correction(world: World) -> None:
    both(world)
    case, order = open_criminal(world)
    clerk = world.actor(Post.CIVIL_CLERK, world.criminal_court, confirmed=True)
    opened = Entry.objects.get(stream=case, what="case_opened")
    about = CaseRow.objects.get(id=case).folded["case"]
    refused(clerk, correction(opened, {"case": about, "foreign": True}))
    refused(clerk, correction(opened, {"case": about | {"jurisdiction": "us-ca"}}))
    refused(clerk, happens(case, order, "lifted"))


def test_what_a_case_began_with_is_put_right_by_its_court_alone(world: World) -> None:
    """A party may petition, and a prosecutor charge; but they do not rewrite the case that came of it."""
    case, _ = open_civil(world)
    opened = Entry.objects.get(stream=case, what="case_opened")
    about = CaseRow.objects.get(id=case).folded["case"]
    turned = about | {"petitioner": world.dan, "respondent": world.rosa}
    for post in (Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON):
        refused(world.actor(post, confirmed=True), correction(opened, {"case": turned}))
    assert enter(world.clerk, correction(opened, {"case": about | {"number": "25-2-00018-1"}}))
    charged, _ = open_criminal(world)
    prosecutor = world.actor(Post.PROSECUTOR, confirmed=True)
    appears = {"account": prosecutor.account, "agency": prosecutor.agency, "person": ""}
    enter(world.criminal_clerk, Proposal(What.APPEARED, charged, "2025-03-02", appears))
    about = CaseRow.objects.get(id=charged).folded["case"]
    refused(prosecutor, correction(Entry.objects.get(stream=charged, what="case_opened"), {"case": about}))


def test_a_correction_names_no_other_court_as_the_keeper(world: World) -> None:
    case, _ = open_civil(world)
    opened = Entry.objects.get(stream=case, what="case_opened")
    about = CaseRow.objects.get(id=case).folded["case"]
    other = world.actor(Post.CIVIL_CLERK, world.other_court, confirmed=True)
    refused(other, replace(correction(opened, {"case": about}), court=world.other_court.id))
    enter(world.clerk, replace(correction(opened, {"case": about}), court=world.other_court.id))
    row = CaseRow.objects.get(id=case)
    assert (row.keeper_id, row.court_id) == (world.civil_court.id, world.civil_court.id)


def test_another_place_of_law_lets_nobody_else_act(world: World) -> None:
    """The law of a place says how an order may be renewed or ended; whose case it is stays as it was."""
    case, order = open_criminal(world)
    opened = Entry.objects.get(stream=case, what="case_opened")
    about = CaseRow.objects.get(id=case).folded["case"]
    for place in ("us-ca", "us-id", "us-ny", "us-ar"):
        enter(world.criminal_clerk, correction(opened, {"case": about | {"jurisdiction": place}}))
        for actor in (
            world.clerk,
            world.actor(Post.PROSECUTOR, confirmed=True),
            world.actor(Post.PROTECTED_PERSON, confirmed=True),
            world.actor(Post.CRIMINAL_CLERK, world.other_court, confirmed=True),
        ):
            refused(actor, happens(case, order, "lifted"))


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
