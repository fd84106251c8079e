"""A log is held against the orders of an agency, as whoever screens may see them."""

from __future__ import annotations

import pytest

from stayaway.files import read_text
from stayaway.law.load import law_book
from stayaway.model import PersonId
from stayaway.registry import screening
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.exchange.outward.order_file import order_file_of
from stayaway.registry.models import Access
from stayaway.registry.refusing import Refused
from stayaway.registry.screening import views_to_screen
from tests.registry.marks import MARKS, marked, marks_in
from tests.registry.world import NOW, PHONE, World, enter, open_civil, open_criminal


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


@pytest.mark.parametrize("batch", [1, 2, 300])
def test_people_found_to_be_the_same_are_one_however_many_cases_are_read_at_a_time(
    world: World, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    """Also through a third record that no case names; with every number that was told of any of them."""
    monkeypatch.setattr(screening, "BATCH", batch)
    open_civil(world)
    danny, between = new_id("p"), new_id("p")
    phones = {"phones": ["+1 206 555 0177"]}
    enter(
        world.clerk,
        Proposal(What.PERSON_RECORDED, danny, "2025-03-01", {"name": "Danny Coleman"}, phones),
        Proposal(What.PERSON_RECORDED, between, "2025-03-01", {"name": "D. Cole"}),
        Proposal(What.PERSON_CHANGED, world.dan, "2025-03-01", {"name": "Daniel Cole"}, {"phones": [PHONE]}),
    )
    dan, world.dan = world.dan, danny
    open_civil(world)
    for one, same in ((danny, between), (between, dan)):
        enter(world.clerk, Proposal(What.PEOPLE_LINKED, one, "2025-05-01", {"same_as": same}, why="the same number"))
    papers = read_text(order_file_of(*screening.views_to_screen(world.clerk, NOW, purpose="x")), "x", law_book())
    assert {order.restrained for order in papers.orders.values()} == {dan}
    assert set(papers.people[PersonId(dan)].phones) == {PHONE, "+1 206 555 0177"}
