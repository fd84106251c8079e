"""The registry takes an entry if and only if the rulebook of the core says *may*, to whoever holds that role here."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from stayaway.law.load import law_book
from stayaway.model import AsOf, CaseEvent, Kind, Order, OrderEvent, OrderId, Papers
from stayaway.reasoning.authority import Role, Ruling, ruling
from stayaway.reasoning.docketing import ACT_OF, REQUESTS, SERVICE
from stayaway.registry.accounts.models import Agency, new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Entry, OrderRow, Party, Task
from stayaway.registry.reading import read_case
from stayaway.registry.recording import may_record
from stayaway.registry.refusing import Refused
from tests.registry.world import NOW, World, enter, happens, happens_in, made, make_world, open_civil, open_criminal

TODAY = NOW.date().isoformat()
COURTS = {Kind.CIVIL: Role.CIVIL_COURT, Kind.CRIMINAL: Role.CRIMINAL_COURT}
ENTERED = [event for event in OrderEvent if event is not OrderEvent.ISSUED]
LENGTHENING = {OrderEvent.RENEWED, OrderEvent.EXTENDED}
HISTORIES: dict[str, list[tuple[str, str]]] = {
    "fresh": [],
    "served": [("served", "2025-03-05")],
    "asked": [("renewal_requested", "2027-02-01")],
    "ended": [("terminated", "2025-04-01")],
    "expired": [],
}
LATER = {"expired": "2027-06-01", "asked": "2027-02-10"}


def role_of(post: Post, kind: Kind, hears: frozenset[Kind]) -> Role | None:
    """The role that a post holds in a case of a kind, told here by itself, without the registry."""
    other = {Kind.CIVIL: Kind.CRIMINAL, Kind.CRIMINAL: Kind.CIVIL}[kind]
    return {
        Post.CIVIL_CLERK: Role.CIVIL_COURT,
        Post.CRIMINAL_CLERK: Role.CRIMINAL_COURT,
        Post.JUDGE: COURTS[kind if kind in hears else other],
        Post.PROSECUTOR: Role.PROSECUTOR,
        Post.DEFENSE_LAWYER: Role.DEFENSE_COUNSEL,
        Post.OFFICER: Role.LAW_ENFORCEMENT,
        Post.ADVOCATE: Role.ADVOCATE,
        Post.PROTECTED_PERSON: Role.PROTECTED_PERSON,
        Post.RESTRAINED_PERSON: Role.RESTRAINED_PERSON,
    }.get(post)


def expected(event: OrderEvent, role: Role, order: Order, on: str, kind: Kind) -> bool:
    """What the rulebook says, asked directly."""
    act = ACT_OF.get(event)
    if act is None:
        return role is COURTS[kind] or (event in SERVICE and role in {Role.LAW_ENFORCEMENT, *COURTS.values()})
    found = ruling(order, act, role, law_book(), AsOf(date.fromisoformat(on))).ruling
    return found is Ruling.MAY or (event in REQUESTS and found is Ruling.MAY_ASK)


def entry(case: str, order: str, event: OrderEvent, on: str) -> Proposal:
    more: dict[str, Any] = {"until": "2032-03-01"} if event in LENGTHENING else {}
    return happens(case, order, event.value, on=on, why="a reason", **more)


def is_theirs(actor: Actor, role: Role, keeper: Agency, appears: bool, event: OrderEvent) -> bool:
    """Whether the role is held in this very case."""
    if role in COURTS.values():
        return actor.agency == keeper.id
    if actor.post in {Post.PROTECTED_PERSON, Post.RESTRAINED_PERSON}:
        return True
    if actor.post is Post.OFFICER:
        return event in SERVICE
    return appears and actor.post in {Post.PROSECUTOR, Post.DEFENSE_LAWYER}


class TestRandomly(TestCase):
    @settings(max_examples=150, deadline=None)
    @given(
        post=st.sampled_from(list(Post)),
        elsewhere=st.booleans(),
        appears=st.booleans(),
        kind=st.sampled_from(list(Kind)),
        place=st.sampled_from(["us-wa", "us-ca", "us-id", "us-ny"]),
        history=st.sampled_from(sorted(HISTORIES)),
        event=st.sampled_from(ENTERED),
    )
    def test_an_entry_is_taken_if_and_only_if_the_rulebook_says_so(
        self, post: Post, elsewhere: bool, appears: bool, kind: Kind, place: str, history: str, event: OrderEvent
    ) -> None:
        world = make_world()
        case, order, keeper = opened(world, kind, place, history)
        where = world.other_court if elsewhere and post in {Post.CIVIL_CLERK, Post.CRIMINAL_CLERK, Post.JUDGE} else None
        if post is Post.JUDGE and not elsewhere:
            where = keeper
        actor = world.actor(post, where, confirmed=True)
        if appears:
            appear(world, case, actor, keeper)
        on = LATER.get(history, "2025-05-01")
        now = datetime.fromisoformat(f"{on}T20:00:00+00:00")  # a request is made on the day that it says
        papers = before(world, case, keeper, now)
        role = role_of(post, kind, actor.kinds)
        wanted = (
            role is not None
            and expected(event, role, papers.orders[OrderId(order)], on, kind)
            and is_theirs(actor, role, keeper, appears, event)
        )
        number = Entry.objects.count()
        try:
            enter(actor, entry(case, order, event, on), now=now)
            taken = True
        except Refused as refused:
            taken = False
            codes = [reason.code.value for reason in refused.reasons]
            if codes[0] == "standing.entry_after_end":  # not who, but what: the docket cannot hold it
                return
            assert codes[-1].partition(".")[2].startswith("path_"), codes
        assert taken is wanted
        assert Entry.objects.count() == number + taken


def opened(world: World, kind: Kind, place: str, history: str) -> tuple[str, str, Agency]:
    if kind is Kind.CIVIL:
        keeper = world.civil_court
        case, order = open_civil(world, law=place)
        clerk = world.clerk
    else:
        keeper = world.criminal_court
        case, order = open_criminal(world, place=place, until="further_order")
        clerk = world.criminal_clerk
    for event, on in HISTORIES[history]:
        if kind is Kind.CRIMINAL and event == "renewal_requested":
            continue
        said = "lifted" if event == "terminated" and kind is Kind.CRIMINAL else event
        acting = Role.PROTECTED_PERSON if event == "renewal_requested" else None
        enter(clerk, happens(case, order, said, on=on, acting=acting), now=NOW.replace(year=2027, month=5))
    return case, order, keeper


def appear(world: World, case: str, actor: Actor, keeper: Agency) -> None:
    post = Post.CIVIL_CLERK if keeper == world.civil_court else Post.CRIMINAL_CLERK
    facts = {"account": actor.account, "agency": actor.agency or "", "person": world.dan}
    enter(
        world.actor(post, keeper),
        Proposal(What.APPEARED, case, "2025-03-02", facts),
        now=NOW.replace(year=2027, month=5),
    )


def before(world: World, case: str, keeper: Agency, now: Any) -> Papers:
    post = Post.CIVIL_CLERK if keeper == world.civil_court else Post.CRIMINAL_CLERK
    return read_case(world.actor(post, keeper), case, now).papers


def refused(actor: Actor, *proposals: Proposal) -> list[str]:
    with pytest.raises(Refused) as told:
        enter(actor, *proposals)
    return [reason.code.value for reason in told.value.reasons]


def test_a_civil_clerk_cannot_lift_a_criminal_order_and_is_told_who_can(world: World) -> None:
    case, order = open_criminal(world)
    codes = refused(world.clerk, happens(case, order, "lifted"))
    assert (codes[0], codes[-1]) == ("authority.wrong_court", "authority.path_criminal_court")
    enter(world.criminal_clerk, happens(case, order, "lifted"))


def test_another_court_of_the_same_kind_is_told_whose_case_it_is(world: World) -> None:
    case, order = open_civil(world)
    codes = refused(
        world.actor(Post.CIVIL_CLERK, world.other_court, confirmed=True), happens(case, order, "terminated")
    )
    assert codes == ["record.not_the_court_of_the_case", "record.path_court_of_the_case"]


def test_ending_asks_for_password_and_code_again(world: World) -> None:
    case, order = open_civil(world)
    assert refused(world.actor(Post.CIVIL_CLERK), happens(case, order, "terminated"))[0] == "record.confirm_again"


def test_a_clerk_receives_what_a_party_asks_and_nothing_else_in_anothers_name(world: World) -> None:
    case, order = open_civil(world)
    asked = happens(case, order, "dismissal_requested", acting=Role.RESTRAINED_PERSON)
    enter(world.clerk, asked)
    assert refused(world.clerk, happens(case, order, "terminated", acting=Role.PROTECTED_PERSON)) == [
        "record.court_receives_only",
        "record.path_whoever_acted",
    ]
    assert refused(world.clerk, happens(case, order, "change_requested", acting=Role.PROSECUTOR))[0] == (
        "authority.prosecutor_has_no_say"
    )


def test_a_lawyer_who_does_not_appear_is_told_how_to(world: World) -> None:
    case, order = open_civil(world)
    lawyer = world.actor(Post.DEFENSE_LAWYER)
    asked = happens(case, order, "change_requested")
    assert refused(lawyer, asked) == ["record.not_in_this_case", "record.path_appear_first"]
    appear(world, case, lawyer, world.civil_court)
    enter(lawyer, happens(case, order, "change_requested", on=TODAY))


def test_an_office_that_does_not_prosecute_the_case_has_no_say_in_it(world: World) -> None:
    case, order = open_criminal(world)
    prosecutor = world.actor(Post.PROSECUTOR)
    asked = happens(case, order, "change_requested")
    assert refused(prosecutor, asked)[0] == "record.not_in_this_case"
    appear(world, case, prosecutor, world.criminal_court)
    enter(prosecutor, happens(case, order, "change_requested", on=TODAY))


def test_only_a_judge_of_the_court_seals_and_a_sealed_record_takes_nothing(world: World) -> None:
    case, order = open_civil(world)
    sealing = Proposal(What.SEALED, case, "2025-05-01", {}, why="ordered sealed")
    assert refused(world.clerk, sealing)[0] == "record.judge_seals"
    judge = world.actor(Post.JUDGE, world.civil_court, confirmed=True)
    enter(judge, sealing)
    assert refused(world.clerk, happens(case, order, "served")) != []
    assert refused(world.clerk, Proposal(What.UNSEALED, case, "2025-05-02", {}, why="ordered open"))[0] == (
        "record.judge_seals"
    )
    enter(judge, Proposal(What.UNSEALED, case, "2025-05-02", {}, why="ordered open"))
    enter(world.clerk, happens(case, order, "served"))


def test_the_orders_of_a_sealed_case_are_not_recorded_a_second_time_and_come_back_whole(world: World) -> None:
    case, order = open_civil(world)
    other, _ = open_criminal(world)
    rows = list(OrderRow.objects.order_by("id").values())
    parts = list(Party.objects.filter(case=case).order_by("person").values_list("person", "role"))
    judge = world.actor(Post.JUDGE, world.civil_court, confirmed=True)
    enter(judge, Proposal(What.SEALED, case, "2025-05-01", {}, why="ordered sealed"))
    assert list(OrderRow.objects.order_by("id").values()) == rows
    assert list(Party.objects.filter(case=case).order_by("person").values_list("person", "role")) == parts
    assert not Task.objects.filter(case=case).exists()
    assert refused(world.criminal_clerk, made(world, other, order, stage="pretrial", until="case_disposition"))[0] == (
        "record.not_by_this_entry"
    )
    enter(judge, Proposal(What.UNSEALED, case, "2025-05-02", {}, why="ordered open"))
    assert list(OrderRow.objects.order_by("id").values()) == rows


def test_a_civil_court_cannot_open_a_criminal_case_nor_one_that_it_does_not_hear(world: World) -> None:
    case = Proposal(
        What.CASE_OPENED,
        "c" + "0" * 20,
        "2025-03-01",
        {"case": {"kind": "criminal", "jurisdiction": "us-wa", "defendant": world.dan}},
        court=world.civil_court.id,
    )
    assert refused(world.actor(Post.CIVIL_CLERK), case) == ["authority.wrong_court", "authority.path_criminal_court"]
    prosecutor = world.actor(Post.PROSECUTOR)
    assert refused(prosecutor, case) == ["record.court_does_not_hear", "record.path_court_that_hears"]


def place(case: str, of: str, name: str | None = None) -> Proposal:
    facts = {"place": name or new_id("l"), "label": "a place", **({"of": of} if of else {})}
    return Proposal(What.PLACE_RECORDED, case, "2025-05-01", facts, {"address": "3 Another Way"})


def test_the_protected_side_records_places_of_its_own_and_no_others(world: World) -> None:
    case, _ = open_civil(world)
    (courts,) = enter(world.clerk, place(case, ""))
    (theirs,) = enter(world.clerk, place(case, world.dan))
    lawyer = world.actor(Post.DEFENSE_LAWYER)
    facts = {"account": lawyer.account, "agency": lawyer.agency or "", "person": world.rosa}
    enter(world.clerk, Proposal(What.APPEARED, case, "2025-03-02", facts))
    for actor in (world.actor(Post.PROTECTED_PERSON), lawyer):
        for name in (json.loads(courts.facts)["place"], json.loads(theirs.facts)["place"]):
            for of in (world.rosa, world.dan, ""):
                assert refused(actor, place(case, of, name)) == [
                    "authority.only_the_court_keeps_docket",
                    "authority.path_tell_the_clerk",
                ]
        for of in (world.dan, ""):
            refused(actor, place(case, of))
        for name in (None, world.home):
            assert enter(actor, place(case, world.rosa, name))
    correction = Proposal(
        What.CORRECTED, case, "2025-05-01", {"instead": json.loads(courts.facts)}, why="mine", corrects=courts.number
    )
    refused(world.actor(Post.PROTECTED_PERSON), correction)
    refused(world.actor(Post.RESTRAINED_PERSON), place(case, world.dan))
    assert enter(world.clerk, place(case, "", json.loads(theirs.facts)["place"]))


def test_whether_an_entry_would_be_taken_is_what_recording_does(world: World) -> None:
    case, order = open_civil(world)
    said = set()
    for actor in (world.clerk, world.criminal_clerk, world.actor(Post.OFFICER), world.actor(Post.PROTECTED_PERSON)):
        for proposal in (
            *(happens(case, order, event) for event in ("served", "dismissal_requested", "terminated", "hearing_set")),
            happens_in(case, CaseEvent.HEARING_SET.value),
            place(case, world.rosa),
            place(case, ""),
        ):
            may = bool(may_record(actor, proposal, NOW))
            assert takes(actor, proposal) is may, (actor.post, proposal)
            said.add(may)
    assert said == {True, False}


def takes(actor: Actor, proposal: Proposal) -> bool:
    """Whether an entry is taken; nothing stays of it."""
    number = Entry.objects.count()
    try:
        with transaction.atomic():
            enter(actor, proposal)
            assert Entry.objects.count() == number + 1
            raise Undone
    except Undone:
        return True
    except Refused:
        return False


class Undone(Exception):
    """It was taken, and is taken back."""


@pytest.mark.parametrize("what", [What.ERASED, What.LOOKS_SEALED])
def test_nobody_makes_the_entries_that_the_registry_makes_by_itself(world: World, what: What) -> None:
    case, _ = open_civil(world)
    for actor in (world.clerk, world.actor(Post.JUDGE, confirmed=True), world.actor(Post.AUDITOR)):
        refused(actor, Proposal(what, case, "2025-05-01", {"entries": [1]}, why="because"))
