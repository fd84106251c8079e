"""Before a court signs: a draft is held against every order between the same people, in any court."""

from __future__ import annotations

from typing import Any

import pytest

from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Post
from stayaway.registry.drafting import check_draft
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Entry
from stayaway.registry.refusing import Refused
from stayaway.wording.say import Speaker
from tests.registry.world import NOW, World, enter, made, open_civil, open_criminal

BY_TEXT: list[Any] = ["no_abuse", {"no_contact": {"except": [{"by": "text", "about": "children"}]}}]
TODAY = NOW.date().isoformat()


def file_of(world: World, case: str, terms: list[Any]) -> dict[str, Any]:
    return {
        "case": case,
        "restrained": world.dan,
        "protects": [world.rosa],
        "stage": "final",
        "expires": "2027-03-01",
        "issued": TODAY,
        "terms": terms,
    }


def test_an_exception_here_and_no_contact_there_is_a_clash_with_wording_that_avoids_it(world: World) -> None:
    case, _ = open_civil(world)
    _, criminal = open_criminal(world)
    found = check_draft(world.clerk, case, "draft", file_of(world, case, BY_TEXT), NOW)
    clash = next(one for one in found.check.clashes if one.order == criminal)
    assert (clash.draft_term, clash.order_term) == (1, 1)
    said = [Speaker("en", found.against).say(reason) for reason in (clash.reason, *clash.avoid)]
    assert all(said)
    assert any("Alder Municipal Court" in one for one in said)


def test_a_draft_that_agrees_with_all_others_has_no_clash(world: World) -> None:
    case, _ = open_civil(world)
    open_criminal(world)
    assert (
        check_draft(world.clerk, case, "draft", file_of(world, case, ["no_abuse", "no_contact"]), NOW).check.clashes
        == ()
    )


def test_orders_of_people_found_to_be_the_same_count_and_others_are_only_named(world: World) -> None:
    case, _ = open_civil(world)
    twin = new_id("p")
    enter(
        world.clerk, Proposal(What.PERSON_RECORDED, twin, "2025-03-01", {"name": "Daniel Cole", "born": "1988-02-03"})
    )
    open_criminal(World(**{**world.__dict__, "dan": twin}))
    draft = file_of(world, case, BY_TEXT)
    first = check_draft(world.clerk, case, "draft", draft, NOW)
    assert first.maybe == (twin,)
    assert len(first.cases) == 0
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, twin, TODAY, {"same_as": world.dan}, why="same licence"))
    second = check_draft(world.clerk, case, "draft", draft, NOW)
    assert second.maybe == ()
    assert len(second.cases) == 1
    assert any(clash.order not in first.against.orders for clash in second.check.clashes)


def test_an_order_the_other_way_round_is_named_and_clashes_with_nothing(world: World) -> None:
    case, order = open_civil(world)
    back = file_of(world, case, BY_TEXT) | {"restrained": world.rosa, "protects": [world.dan]}
    found = check_draft(world.clerk, case, "draft", back, NOW)
    assert [one.order for one in found.check.standings] == [order]
    assert found.check.clashes == ()
    elsewhere, _ = open_civil(world, court=world.other_court)
    assert check_draft(world.clerk, case, "draft", back, NOW).cases == (elsewhere,)


def test_an_order_of_either_restrained_person_to_others_is_not_between_them(world: World) -> None:
    ana = new_id("p")
    enter(world.clerk, Proposal(What.PERSON_RECORDED, ana, "2025-03-01", {"name": "Ana Ficta"}))
    open_civil(World(**{**world.__dict__, "rosa": ana, "home": new_id("l")}))
    case, order = open_civil(world)
    back = file_of(world, case, BY_TEXT) | {"restrained": world.rosa, "protects": [world.dan]}
    found = check_draft(world.clerk, case, "draft", back, NOW)
    assert [one.order for one in found.check.standings] == [order]


def test_a_clash_in_a_case_with_orders_both_ways_is_found(world: World) -> None:
    """Each side of such a case is listed in it once: as protected, whoever the second order restrains."""
    mutual, _ = open_civil(world)
    second = new_id("o")
    order = made(world, mutual, second, terms=["no_abuse", "no_contact"])
    facts = {**order.facts, "file": {**order.facts["file"], "restrained": world.rosa, "protects": [world.dan]}}
    enter(world.clerk, Proposal(What.ORDER_RECORDED, mutual, "2025-03-01", facts))
    case, _ = open_civil(world, court=world.other_court)
    clerk = world.actor(Post.CIVIL_CLERK, world.other_court, confirmed=True)
    back = file_of(world, case, BY_TEXT) | {"restrained": world.rosa, "protects": [world.dan]}
    found = check_draft(clerk, case, "draft", back, NOW)
    assert [clash.order for clash in found.check.clashes] == [second]


def test_a_sealed_case_is_named_to_nobody_whichever_way_its_order_goes(world: World) -> None:
    sealed, order = open_civil(world)
    case, _ = open_civil(world, court=world.other_court)
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, sealed, "2025-05-01", why="ordered sealed"))
    clerk = world.actor(Post.CIVIL_CLERK, world.other_court, confirmed=True)
    for sides in ({}, {"restrained": world.rosa, "protects": [world.dan]}):
        found = check_draft(clerk, case, "draft", file_of(world, case, BY_TEXT) | sides, NOW)
        assert order not in found.against.orders
        assert found.cases == ()


def test_a_court_that_signs_today_has_seen_each_clash(world: World) -> None:
    case, _ = open_civil(world)
    open_criminal(world)
    order = new_id("o")
    proposal = made(world, case, order, terms=BY_TEXT, issued=TODAY)
    with pytest.raises(Refused) as told:
        enter(world.clerk, proposal)
    assert told.value.reasons[0].code.value == "record.clashes_not_seen"
    count = told.value.reasons[0].facts["count"]
    seen = Proposal(What.ORDER_RECORDED, case, TODAY, proposal.facts, clashes_seen=count)
    enter(world.clerk, seen)
    assert Entry.objects.filter(what=What.ORDER_RECORDED, facts__contains=order).exists()


def test_only_a_court_may_hold_a_draft_against_the_record(world: World) -> None:
    case, _ = open_civil(world)
    for post in (Post.OFFICER, Post.PROTECTED_PERSON, Post.RESTRAINED_PERSON, Post.PROSECUTOR):
        with pytest.raises(Refused):
            check_draft(world.actor(post), case, "draft", file_of(world, case, BY_TEXT), NOW)
