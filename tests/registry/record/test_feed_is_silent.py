"""What the feed does not tell of, it does not count: when something hidden was entered is a secret too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.listing import changes
from stayaway.registry.models import Entry
from tests.registry.record.test_sides import appear, consent
from tests.registry.world import NOW, World, enter, happens, open_civil

MANY = 7


def lawyer_of(world: World, case: str, client: str) -> Actor:
    lawyer = world.actor(Post.DEFENSE_LAWYER)
    appear(world, case, lawyer, client)
    return lawyer


def hide_something(world: World, case: str) -> None:
    """Another lawyer, a place with its correction, a consent: of no other's business."""
    appear(world, case, Actor("u-hers", Post.DEFENSE_LAWYER, agency=world.program.id), world.rosa)
    facts = {"place": new_id("l"), "label": "with a friend", "of": world.rosa}
    (place,) = enter(world.clerk, Proposal(What.PLACE_RECORDED, case, "2025-03-01", facts, {"address": "9 X Road"}))
    again = {"instead": {**facts, "label": "with another friend"}}
    enter(world.clerk, Proposal(What.CORRECTED, case, "2025-03-01", again, why="misspelt", corrects=place.number))
    consent(world, world.rosa)


@pytest.mark.parametrize("post", [Post.DEFENSE_LAWYER, Post.OFFICER, Post.CRIMINAL_CLERK])
def test_where_the_feed_goes_on_does_not_move_by_what_it_hides(world: World, post: Post) -> None:
    case, order = open_civil(world)
    actor = lawyer_of(world, case, world.dan) if post is Post.DEFENSE_LAWYER else world.actor(post)
    last = changes(actor, 0, NOW).after
    for most in (1, 100):
        hide_something(world, case)
        found = changes(actor, last, NOW, most=most)
        assert (found.entries, found.cases, found.after, found.more) == ((), (), last, False)
    enter(world.clerk, happens(case, order, "served"))
    (served,) = changes(actor, last, NOW).entries
    assert served.number == changes(actor, last, NOW).after == Entry.objects.latest("number").number
    assert changes(actor, served.number, NOW).entries == ()


@pytest.mark.parametrize("post", [Post.DEFENSE_LAWYER, Post.OFFICER, Post.CRIMINAL_CLERK])
def test_a_page_is_as_long_as_if_there_were_nothing_hidden(world: World, post: Post) -> None:
    case, order = open_civil(world)
    actor = lawyer_of(world, case, world.dan) if post is Post.DEFENSE_LAWYER else world.actor(post)
    after = changes(actor, 0, NOW).after
    made = []
    for _ in range(MANY):
        hide_something(world, case)
        (entry,) = enter(world.clerk, happens(case, order, "modified", terms=["no_contact"]))
        made.append(entry.number)
    pages = []
    for _ in made:
        page = changes(actor, after, NOW, most=2)
        pages.append([one.number for one in page.entries])
        after = page.after
        if not page.more:
            break
    assert pages == [made[:2], made[2:4], made[4:6], made[6:]]


def test_a_correction_of_what_is_told_is_told_too(world: World) -> None:
    case, order = open_civil(world)
    (entry,) = enter(world.clerk, happens(case, order, "served"))
    instead = {"instead": {"order": order, "entry": {"on": "2025-04-02", "entry": "served"}}}
    correction = Proposal(What.CORRECTED, case, entry.happened, instead, why="the day", corrects=entry.number)
    (corrected,) = enter(world.clerk, correction)
    for actor in (lawyer_of(world, case, world.dan), world.actor(Post.OFFICER), world.criminal_clerk):
        assert [one.number for one in changes(actor, entry.number, NOW).entries] == [corrected.number]


def test_the_court_of_a_case_is_told_of_everything_in_it(world: World) -> None:
    case, _ = open_civil(world)
    hide_something(world, case)
    told = [one.number for one in changes(world.clerk, 0, NOW).entries]
    assert told == list(Entry.objects.filter(stream=case).order_by("number").values_list("number", flat=True))


def test_a_case_that_comes_to_be_open_moves_it_and_one_that_was_never_told_of_does_not(world: World) -> None:
    case, _ = open_civil(world)
    lawyer = world.actor(Post.DEFENSE_LAWYER)
    other, _ = open_civil(world)
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, other, "2025-05-01", why="ordered"))
    assert changes(lawyer, 0, NOW).after == 0
    appear(world, case, lawyer, world.dan)
    found = changes(lawyer, 0, NOW)
    assert [(one.case, one.is_open) for one in found.cases] == [(case, True)]
    assert found.after == found.cases[0].number == Entry.objects.latest("number").number
    assert changes(lawyer, found.after, NOW).cases == ()
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, case, "2025-05-02", why="ordered"))
    closed = changes(lawyer, found.after, NOW + timedelta(days=1))
    assert [(one.case, one.is_open) for one in closed.cases] == [(case, False)]
    assert changes(lawyer, closed.after, NOW).after == closed.after
