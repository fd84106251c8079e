"""Whoever ends an order has just said again who they are, by whatever words it ends; and asks for nothing backdated."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from stayaway import standing
from stayaway.model import Answer
from stayaway.reasoning.authority import Role
from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Entry
from stayaway.registry.reading import read_case
from stayaway.registry.refusing import Refused
from tests.registry.api.program import program
from tests.registry.world import NOW, World, enter, happens, happens_in, open_civil, open_criminal

CONFIRM = ["record.confirm_again", "record.path_confirm_again"]
TODAY = NOW.date().isoformat()


def refused(actor: Actor, *proposals: Proposal, now: datetime = NOW) -> list[str]:
    """Why a step is refused; empty: it is taken."""
    try:
        enter(actor, *proposals, now=now)
    except Refused as told:
        return [reason.code.value for reason in told.reasons]
    return []


def in_force(world: World, case: str, order: str, on: str = TODAY) -> Answer:
    return standing(read_case(world.clerk, case, NOW).papers, order, on=on).in_force


def correction(case: str, what: What, **changed: Any) -> Proposal:
    """A correction of the latest entry of a kind; without what is changed, it is taken back."""
    entry = Entry.objects.filter(stream=case, what=what).latest("number")
    facts = json.loads(entry.facts)
    for part in ("file", "entry"):
        if part in facts:
            facts[part] |= changed
    instead = {"instead": facts} if changed else {}
    return Proposal(What.CORRECTED, case, TODAY, instead, why="a slip", corrects=entry.number)


@pytest.mark.parametrize(
    "how",
    [
        "a day on which it is marked as expired",
        "a change that ends it that day",
        "a change that ends it sooner",
        "a correction of its end",
        "a correction that takes it back",
    ],
)
def test_an_order_is_not_ended_by_other_words_without_both_factors(world: World, how: str) -> None:
    clerk = world.actor(Post.CIVIL_CLERK)
    open_end: dict[str, Any] = {"stage": "final", "until": "further_order"} if "expired" in how else {}
    case, order = open_civil(world, **open_end)
    proposal = {
        "a day on which it is marked as expired": happens(case, order, "expired", on="2025-06-01"),
        "a change that ends it that day": happens(case, order, "modified", on="2025-06-01", until="2025-06-01"),
        "a change that ends it sooner": happens(case, order, "modified", on="2025-06-01", until="2026-01-01"),
        "a correction of its end": correction(case, What.ORDER_RECORDED, expires="2026-01-01"),
        "a correction that takes it back": correction(case, What.ORDER_RECORDED),
    }[how]
    assert refused(clerk, proposal) == CONFIRM
    assert in_force(world, case, order) is not Answer.NO
    assert refused(replace(clerk, confirmed=True), proposal) == []


@pytest.mark.parametrize("what", [What.CASE_CHANGED, What.CORRECTED])
def test_an_order_is_not_put_under_a_law_that_ends_it_without_both_factors(world: World, what: What) -> None:
    """What becomes of it by a dismissal is not known in one of these places, and the law of the other ends it."""
    case, order = open_criminal(world, place="us-ar")
    clerk = world.actor(Post.CRIMINAL_CLERK)
    enter(clerk, happens_in(case, "dismissed", on="2025-05-01"))
    begins = Entry.objects.get(stream=case, what=What.CASE_OPENED)
    other = {"case": json.loads(begins.facts)["case"] | {"jurisdiction": "us-ny"}}
    correcting = Proposal(What.CORRECTED, case, TODAY, {"instead": other}, why="a slip", corrects=begins.number)
    proposal = correcting if what is What.CORRECTED else Proposal(what, case, TODAY, other)
    assert refused(clerk, proposal) == CONFIRM
    assert refused(replace(clerk, confirmed=True), proposal) == []
    assert standing(read_case(clerk, case, NOW).papers, order, on=TODAY).in_force is Answer.NO


def test_what_ends_nothing_needs_no_second_sign_in(world: World) -> None:
    clerk = world.actor(Post.CIVIL_CLERK)
    case, order = open_civil(world)
    for proposal in (
        happens(case, order, "served", on="2025-03-02"),
        happens(case, order, "modified", on="2025-04-01", terms=["no_abuse"]),
        happens(case, order, "modified", on="2025-04-02", until="2028-03-01"),
        happens(case, order, "hearing_set", on="2025-04-03", hearing="2025-07-01"),
        correction(case, What.ORDER_RECORDED, expires="2027-05-01"),
    ):
        assert refused(clerk, proposal) == [], proposal
    late = datetime(2028, 6, 1, 20, tzinfo=UTC)
    assert refused(clerk, happens(case, order, "expired", on="2028-03-01"), now=late) == [], "it had run out"


def test_what_becomes_of_a_case_is_entered_whatever_the_law_makes_of_it(world: World) -> None:
    case, order = open_criminal(world, place="us-ny")
    clerk = world.actor(Post.CRIMINAL_CLERK)
    assert refused(clerk, happens_in(case, "dismissed", on="2025-06-01")) == []
    assert standing(read_case(clerk, case, NOW).papers, order, on=TODAY).in_force is Answer.NO


def test_a_program_ends_no_order_by_other_words(world: World) -> None:
    clerk = program(world, Post.CIVIL_CLERK)
    case, order = open_civil(world)
    for entry in ({"entry": "modified", "until": "2025-06-01"}, {"entry": "modified", "until": "2026-06-01"}):
        body = {"order": order, "entry": entry | {"on": "2025-06-01"}}
        versions = clerk.get(f"/cases/{case}").body["versions"]
        answer = clerk.post(f"/cases/{case}/orders/docket", body | {"versions": versions})
        assert answer.status == 403, answer.body
    number = Entry.objects.get(stream=case, what=What.ORDER_RECORDED).number
    versions = clerk.get(f"/cases/{case}").body["versions"]
    taken_back = {"number": number, "why": "x", "versions": versions}
    assert clerk.post(f"/cases/{case}/corrections", taken_back).status == 403
    assert in_force(world, case, order) is Answer.YES


# ---- when ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("post", [Post.PROTECTED_PERSON, Post.RESTRAINED_PERSON, Post.DEFENSE_LAWYER])
def test_nobody_but_a_court_enters_a_request_of_an_earlier_day(world: World, post: Post) -> None:
    case, order = open_civil(world)
    actor = world.actor(post)
    if post is Post.DEFENSE_LAWYER:
        appears = {"account": actor.account, "agency": actor.agency, "person": world.dan}
        enter(world.clerk, Proposal(What.APPEARED, case, "2025-03-03", appears))
    event = "dismissal_requested" if post is Post.PROTECTED_PERSON else "change_requested"
    why = ["record.asked_today", "record.path_court_that_received"]
    assert refused(actor, happens(case, order, event, on="2025-06-01")) == why
    assert refused(actor, happens(case, order, event, on=TODAY)) == []


def test_no_request_of_an_earlier_day_brings_an_order_back(world: World) -> None:
    """Where a renewal that was asked for in time keeps an order in force until it is decided."""
    case, order = open_civil(world, law="us-md", issued="2023-03-01", expires="2024-03-01", stage="final")
    rosa = world.actor(Post.PROTECTED_PERSON)
    asks = happens(case, order, "renewal_requested", on="2024-02-20")
    assert refused(rosa, asks) == ["record.asked_today", "record.path_court_that_received"]
    assert in_force(world, case, order) is Answer.NO
    received = replace(asks, acting=Role.PROTECTED_PERSON)
    assert refused(world.clerk, received) == [], "the court has it from that day"
    assert in_force(world, case, order) is not Answer.NO


def test_no_correction_makes_a_request_one_of_an_earlier_day(world: World) -> None:
    case, order = open_civil(world)
    rosa = world.actor(Post.PROTECTED_PERSON)
    enter(rosa, happens(case, order, "dismissal_requested", on=TODAY))
    earlier = correction(case, What.ORDER_EVENT, on="2025-05-01")
    assert refused(rosa, earlier) != []
    assert refused(world.clerk, earlier)[:1] != ["record.asked_today"]


def test_an_hour_that_has_not_come_is_ahead_too(world: World) -> None:
    case, order = open_civil(world)
    at = [NOW + timedelta(minutes=minutes) for minutes in (-60, 1, 60)]
    told = [refused(world.clerk, happens(case, order, "served", on=one.isoformat())) for one in at]
    assert told == [[], [], ["record.not_ahead", "record.path_enter_when_it_happened"]]
