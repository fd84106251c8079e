"""A log is held against the orders of an agency, as whoever screens may see them."""

from __future__ import annotations

import pytest

from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.exchange.outward.order_file import order_file_of
from stayaway.registry.models import Access
from stayaway.registry.refusing import Refused
from stayaway.registry.screening import views_to_screen
from tests.registry.marks import MARKS, marked, marks_in
from tests.registry.world import NOW, World, enter, open_civil, open_criminal


def orders_of(actor: Actor) -> set[str]:
    return {str(order) for view in views_to_screen(actor, NOW, purpose="case CR-17") for order in view.papers.orders}


def appear(world: World, case: str, actor: Actor) -> None:
    facts = {"account": actor.account, "agency": actor.agency or "", "person": ""}
    enter(world.criminal_clerk, Proposal(What.APPEARED, case, "2025-03-02", facts))


def test_a_court_screens_against_its_own_orders_and_it_is_journaled(world: World) -> None:
    case, order = open_civil(world)
    open_criminal(world)
    assert orders_of(world.clerk) == {order}
    look = Access.objects.get(how="screen")
    assert (look.account, look.found, look.purpose) == (world.clerk.account, case, "case CR-17")


def test_a_prosecutor_screens_against_every_order_that_binds_a_defendant_of_the_office(world: World) -> None:
    _, civil = open_civil(world)
    case, criminal = open_criminal(world)
    prosecutor = world.actor(Post.PROSECUTOR)
    with pytest.raises(Refused):
        orders_of(prosecutor)
    appear(world, case, prosecutor)
    assert orders_of(prosecutor) == {civil, criminal}


def test_nothing_confidential_goes_along(world: World) -> None:
    _, criminal = marked(world)
    prosecutor = world.actor(Post.PROSECUTOR)
    appear(world, criminal, prosecutor)
    assert marks_in(order_file_of(*views_to_screen(prosecutor, NOW, purpose="case CR-17"))) == {"label"}
    court = order_file_of(*views_to_screen(world.clerk, NOW, purpose="case CR-17"))
    assert marks_in(court) == set(MARKS) - {"contact", "identifier", "why"}


@pytest.mark.parametrize(
    "post", [Post.OFFICER, Post.PROTECTED_PERSON, Post.RESTRAINED_PERSON, Post.AUDITOR, Post.ADMINISTRATOR]
)
def test_others_screen_nothing(world: World, post: Post) -> None:
    open_civil(world)
    with pytest.raises(Refused):
        orders_of(world.actor(post))


def test_screening_says_what_it_is_for(world: World) -> None:
    open_civil(world)
    with pytest.raises(Refused) as told:
        list(views_to_screen(world.clerk, NOW, purpose=" "))
    assert told.value.reasons[0].code.value == "record.purpose_needed"
