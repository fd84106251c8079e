"""Nobody learns a name, or that there is somebody, by naming them: not by a fault, nor by an entry, nor by a number."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from stayaway.model import PersonId
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.documents import keep_document
from stayaway.registry.drafting import check_draft
from stayaway.registry.entries import Proposal, What
from stayaway.registry.erasing import erase_old_secrets
from stayaway.registry.exchange.outward.order_file import order_file_of
from stayaway.registry.models import Access, Entry
from stayaway.registry.reading import read_case, read_person
from stayaway.registry.recording import FileFaults
from stayaway.registry.refusing import Refused
from tests.registry.api.program import program
from tests.registry.record.test_unsaid import LATE
from tests.registry.world import ADDRESS, NOW, PLACE, World, enter, happens, made, open_civil, open_criminal

TODAY = NOW.date().isoformat()


def somebody(world: World, case: str, clerk: Actor | None = None) -> tuple[str, str]:
    """A friend with whom she stays, whom no order names, and the place."""
    friend, place = new_id("p"), new_id("l")
    facts = {"place": place, "label": "Birch House", "of": friend}
    enter(
        clerk or world.clerk,
        Proposal(What.PERSON_RECORDED, friend, "2025-03-01", {"name": "Fay Friend", "born": "1985-01-01"}),
        Proposal(What.PLACE_RECORDED, case, "2025-03-01", facts, {"address": "9 X Road"}),
    )
    return friend, place


@pytest.mark.parametrize("post", [Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON, Post.OFFICER])
@pytest.mark.parametrize("event", ["modified", "change_requested", "served"])
def test_a_fault_lists_nobody_and_no_place(world: World, post: Post, event: str) -> None:
    case, order = open_civil(world, terms=["no_abuse"])
    hidden = {*somebody(world, case), world.home}
    one = program(world, post)
    versions = one.get(f"/cases/{case}").body["versions"]
    for terms in ([{"stay_away": {"from": ["x"]}}], [{"custody": {"to": "x"}}]):
        entry = {"on": TODAY, "entry": event, "terms": terms}
        answer = one.post(f"/cases/{case}/orders/docket", {"order": order, "entry": entry, "versions": versions})
        assert answer.status >= 400
        assert not any(one in answer.content.decode() for one in hidden)


def test_a_fault_lists_no_place_of_another_court_to_a_clerk_either(world: World) -> None:
    case, order = open_civil(world)
    draft = made(world, case, order, terms=[{"stay_away": {"from": ["l" + "0" * 20]}}]).facts["file"]
    with pytest.raises(FileFaults) as told:
        check_draft(world.criminal_clerk, case, "draft", draft, NOW)
    assert world.home not in repr(told.value.faults)
    assert Access.objects.filter(how="draft", stream=case).exists(), "it is journaled that somebody tried"


@pytest.mark.parametrize("post", [Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON])
def test_naming_somebody_by_an_id_brings_no_name(world: World, post: Post) -> None:
    case, order = open_civil(world, terms=["no_abuse"])
    friend, place = somebody(world, case)
    one = program(world, post)
    terms = [{"custody": {"to": friend}}, {"stay_away": {"from": [place]}}]
    entry = {"on": TODAY, "entry": "dismissal_requested", "terms": terms}
    versions = one.get(f"/cases/{case}").body["versions"]
    asked = one.post(f"/cases/{case}/orders/docket", {"order": order, "entry": entry, "versions": versions})
    assert asked.status >= 400
    read = one.get(f"/cases/{case}").content.decode()
    assert "Fay Friend" not in read
    assert one.get(f"/people/{friend}/cases").status == 404


def test_a_petition_names_whom_one_sees_or_somebody_new(world: World) -> None:
    case, _ = open_civil(world)
    friend, _ = somebody(world, case)
    dan = program(world, Post.RESTRAINED_PERSON)
    told = []
    for other in (friend, new_id("p"), world.rosa):
        about = {"kind": "civil", "jurisdiction": PLACE, "petitioner": world.dan, "respondent": other}
        told.append(dan.post("/cases", {"happened": TODAY, "court": world.civil_court.id, "case": about}))
    assert [one.status for one in told[:2]] == [404, 404], "whom one may not see and who is not there are one answer"
    assert told[0].content == told[1].content
    assert told[2].status == 201, told[2].body


def test_a_correction_tells_of_no_entry_that_is_not_told(world: World) -> None:
    """That her lawyer appeared, or that a place was recorded, has a number too."""
    case, _ = open_civil(world, terms=["no_abuse"])
    lawyer = {"account": "u" + "1" * 20, "agency": world.program.id, "person": world.rosa}
    enter(world.clerk, Proposal(What.APPEARED, case, "2025-03-03", lawyer))
    dan = program(world, Post.RESTRAINED_PERSON)
    versions = dan.get(f"/cases/{case}").body["versions"]
    hidden = [
        Entry.objects.filter(stream=case, what=what).latest("number").number for what in ("appeared", "place_recorded")
    ]
    told: dict[int, list[tuple[int, bytes]]] = {}
    ways: list[dict[str, Any]] = [
        {},
        {"instead": {"what": "appeared", "account": "u" + "0" * 20}},
        {"instead": {"what": "place_recorded", "label": "x"}},
    ]
    for number in (*hidden, max(hidden) + 1000):
        for way in ways:
            body = {"number": number, "why": "x", "versions": versions} | way
            answer = dan.post(f"/cases/{case}/corrections", body)
            told.setdefault(number, []).append((answer.status, answer.content))
    assert len({json.dumps(repr(one)) for one in told.values()}) == 1


def test_another_court_reads_no_name_that_only_the_keeping_court_was_told(world: World) -> None:
    civil, _ = open_civil(world)
    friend, _ = somebody(world, civil)
    open_criminal(world)
    seen = read_person(world.criminal_clerk, world.dan, NOW)
    assert PersonId(friend) not in seen.papers.people
    assert PersonId(friend) in read_case(world.clerk, civil, NOW).papers.people


def test_after_erasing_no_entry_says_what_was_erased(world: World) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served", court=f"at {ADDRESS}"))
    erase_old_secrets(LATE, years=5)
    for post in (Post.RESTRAINED_PERSON, Post.OFFICER):
        view = read_case(world.actor(post), case, LATE)
        assert ADDRESS not in order_file_of(view) + repr(view.entries)
    kept = read_case(world.clerk, case, LATE)
    assert ADDRESS in order_file_of(kept)


def test_who_ended_an_order_is_told_after_erasing_too(world: World) -> None:
    """The entry names the order's own court, and by that the order has ended."""
    case, order = open_civil(world)
    ended = happens(case, order, "terminated", court=world.civil_court.name)
    enter(replace(world.clerk, confirmed=True), ended)
    before = read_case(world.actor(Post.OFFICER), case, NOW).papers.orders
    erase_old_secrets(LATE, years=5)
    after = read_case(world.actor(Post.OFFICER), case, LATE).papers.orders
    assert [entry.court for one in after.values() for entry in one.docket] == [
        entry.court for one in before.values() for entry in one.docket
    ]


def test_nobody_learns_which_papers_are_kept_who_may_enter_nothing(world: World) -> None:
    digest = keep_document(b"%PDF-1.7 an invented paper").digest
    case, order = open_civil(world)
    told = []
    for paper in (digest, "0" * 64):
        with pytest.raises(Refused) as refused:
            enter(world.actor(Post.RESTRAINED_PERSON), happens(case, order, "terminated", document=paper))
        told.append(refused.value.reasons)
    assert told[0] == told[1]
