"""A correction is judged like what it puts there: by its day, its words, and what else was corrected."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from stayaway.model import OrderEvent, PersonId
from stayaway.reasoning.authority import Role
from stayaway.reasoning.docketing import Entering
from stayaway.registry import recording
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Entry, OrderRow
from stayaway.registry.permission import may_enter
from stayaway.registry.reading import read_case
from stayaway.registry.refusing import Refused
from tests.registry.world import NOW, PHONE, World, enter, happens, made, open_civil, open_criminal

TOMORROW = (NOW + timedelta(days=1)).date().isoformat()


def correction(of: Entry, instead: Any = None, **more: Any) -> Proposal:
    facts = {} if instead is None else {"instead": instead}
    return replace(
        Proposal(What.CORRECTED, of.stream, "2025-05-01", facts, why="It was wrong.", corrects=of.number), **more
    )


def facts_of(entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(entry.facts)
    return found


def refused(actor: Actor, *proposals: Proposal) -> list[str]:
    before = Entry.objects.count()
    with pytest.raises(Refused) as told:
        enter(actor, *proposals)
    assert Entry.objects.count() == before
    return [reason.code.value for reason in told.value.reasons]


def test_what_is_secret_in_a_correction_is_shown_to_the_court_that_was_told_it(world: World) -> None:
    """The first court was told one phone; another was told the right one, and keeps a case of hers too."""
    civil, _ = open_civil(world)
    criminal, _ = open_criminal(world)
    recorded = Entry.objects.get(stream=world.rosa)
    enter(world.criminal_clerk, correction(recorded, facts_of(recorded), secrets={"phones": ["+1 206 555 0188"]}))
    rosa = PersonId(world.rosa)
    assert read_case(world.clerk, civil, NOW).papers.people[rosa].phones == ()
    assert read_case(world.criminal_clerk, criminal, NOW).papers.people[rosa].phones == ("+1 206 555 0188",)


def test_a_correction_without_secrets_leaves_them_with_the_court_that_was_told(world: World) -> None:
    civil, _ = open_civil(world)
    criminal, _ = open_criminal(world)
    recorded = Entry.objects.get(stream=world.rosa)
    enter(world.criminal_clerk, correction(recorded, facts_of(recorded) | {"name": "Rosa M. Marin"}))
    rosa = PersonId(world.rosa)
    assert read_case(world.clerk, civil, NOW).papers.people[rosa].phones == (PHONE,)
    assert read_case(world.criminal_clerk, criminal, NOW).papers.people[rosa].phones == ()


def test_a_correction_puts_nothing_in_the_future(world: World) -> None:
    case, order = open_civil(world)
    (served,) = enter(world.clerk, happens(case, order, "served", on="2025-03-05"))
    (recorded,) = enter(world.clerk, made(world, case, new_id("o")))
    ahead = facts_of(recorded)
    ahead["file"]["issued"] = TOMORROW
    for proposal in (
        correction(served, {"order": order, "entry": {"on": TOMORROW, "entry": "served"}}),
        correction(recorded, ahead),
    ):
        assert refused(world.clerk, proposal) == ["record.not_ahead", "record.path_enter_when_it_happened"]
    today = NOW.date().isoformat()
    assert enter(world.clerk, correction(served, {"order": order, "entry": {"on": today, "entry": "served"}}))


def test_a_renewal_is_not_moved_to_a_day_on_which_none_could_be_granted(world: World) -> None:
    """The window to renew is asked for the day that the correction says, not for the one that it corrects."""
    case, order = open_civil(world)
    later = NOW.replace(year=2028)
    (renewed,) = enter(
        world.clerk, happens(case, order, "renewed", on="2027-02-01", until="2029-03-01"), now=NOW.replace(year=2027)
    )
    after = {"order": order, "entry": {"on": "2027-08-01", "entry": "renewed", "until": "2029-03-01"}}
    direct = happens(case, order, "renewed", on="2027-08-01", until="2029-03-01")
    with pytest.raises(Refused):
        enter(world.clerk, correction(renewed), direct, now=later)
    with pytest.raises(Refused):
        enter(world.clerk, correction(renewed, after), now=later)


def test_an_entry_stays_about_the_order_or_place_that_it_is_about(world: World) -> None:
    case, order = open_civil(world)
    (second,) = enter(world.clerk, made(world, case, new_id("o")))
    elsewhere, theirs = open_civil(world, court=world.other_court)
    assert elsewhere != case
    (served,) = enter(world.clerk, happens(case, order, "served", on="2025-03-05"))
    place = Entry.objects.get(stream=case, what="place_recorded")
    rows = list(OrderRow.objects.order_by("id").values())
    for name in (order, theirs, new_id("o")):
        refused(world.clerk, correction(second, facts_of(second) | {"order": name}))
    refused(world.clerk, correction(served, facts_of(served) | {"order": facts_of(second)["order"]}))
    refused(world.clerk, correction(place, facts_of(place) | {"place": new_id("l")}))
    assert list(OrderRow.objects.order_by("id").values()) == rows


@pytest.mark.parametrize("nothing", [None, [], "served"])
def test_a_correction_that_puts_no_facts_there_is_refused(world: World, nothing: Any) -> None:
    case, order = open_civil(world)
    (served,) = enter(world.clerk, happens(case, order, "served", on="2025-03-05"))
    proposal = replace(correction(served), facts={"instead": nothing})
    assert refused(world.clerk, proposal) == ["record.not_by_this_entry", "record.path_right_entry"]


def test_an_entry_put_back_counts_when_the_rulebook_is_asked(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    case, order = open_civil(world)
    (served,) = enter(world.clerk, happens(case, order, "served", on="2025-03-05"))
    enter(world.clerk, correction(served))
    dockets: list[list[OrderEvent]] = []

    def spy(actor: Actor, proposal: Proposal, matter: Any, *more: Any) -> Entering:
        if matter.order is not None:
            dockets.append([entry.event for entry in matter.order.docket])
        return may_enter(actor, proposal, matter, *more)

    monkeypatch.setattr(recording, "may_enter", spy)
    enter(world.clerk, happens(case, order, "hearing_set", on="2025-05-02"))
    enter(world.clerk, correction(served, facts_of(served)))
    dockets.clear()
    enter(world.clerk, happens(case, order, "dismissal_requested", on="2025-05-03", acting=Role.RESTRAINED_PERSON))
    assert dockets == [[OrderEvent.SERVED, OrderEvent.HEARING_SET]]


def test_what_a_correction_says_of_looks_is_said_in_the_words_that_other_systems_know(world: World) -> None:
    open_civil(world)
    recorded = Entry.objects.get(stream=world.dan)
    for wrong in ({"sex": "purple"}, {"height": 11}):
        codes = refused(world.clerk, correction(recorded, facts_of(recorded) | {"descriptors": wrong}))
        assert codes == ["record.descriptor_unknown"]
    assert enter(world.clerk, correction(recorded, facts_of(recorded) | {"descriptors": {"height": 70}}))


def test_nobody_is_the_same_as_a_person_who_is_not_there(world: World) -> None:
    open_civil(world)
    link = Proposal(What.PEOPLE_LINKED, world.rosa, "2025-05-01", {"same_as": new_id("p")}, why="same")
    for facts in (link.facts, {}, {"same_as": ""}, {"same_as": world.rosa}):
        refused(world.clerk, replace(link, facts=facts))
    twin = new_id("p")
    enter(world.clerk, Proposal(What.PERSON_RECORDED, twin, "2025-03-01", {"name": "Rosa Marin"}))
    (linked,) = enter(world.clerk, replace(link, facts={"same_as": twin}))
    refused(world.clerk, correction(linked, {"same_as": new_id("p")}))
