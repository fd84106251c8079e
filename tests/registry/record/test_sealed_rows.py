"""A sealed case keeps its rows, so that its orders end and their ids are taken. No reader of the rows tells of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core import mail
from pytest_django import Settings

from stayaway.model import OrderId
from stayaway.reasoning.authority import Role
from stayaway.registry.actors import Post
from stayaway.registry.drafting import check_draft
from stayaway.registry.entries import Proposal, What
from stayaway.registry.exchange.inward.likeness import Register, candidates
from stayaway.registry.finding.glancing import glance
from stayaway.registry.listing import changes, work_list
from stayaway.registry.models import OrderRow, Task
from stayaway.registry.reading import View, read_case
from stayaway.registry.reminding import remind
from stayaway.registry.sight import cases_open_to
from tests.registry.world import NOW, World, enter, made, open_civil, open_criminal

SOON = datetime(2027, 2, 10, 18, tzinfo=UTC)


@pytest.fixture
def sealed(world: World) -> tuple[str, str, View]:
    """A sealed case with its order, and how it looked before."""
    case, order = open_civil(world)
    chosen = {"email": "friend@example.org"}
    enter(
        world.clerk, Proposal(What.CONTACT_CHOSEN, world.rosa, "2025-05-01", {}, chosen, acting=Role.PROTECTED_PERSON)
    )
    view = read_case(world.clerk, case, NOW)
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, case, "2025-05-01", why="ordered sealed"))
    assert OrderRow.objects.filter(id=order, case=case).exists()
    return case, order, view


@pytest.mark.parametrize("post", [post for post in Post if post not in {Post.AUDITOR, Post.ADMINISTRATOR}])
def test_nobody_finds_or_lists_it(world: World, sealed: tuple[str, str, View], post: Post) -> None:
    case, order, _ = sealed
    actor = world.actor(post)
    assert glance(actor, [world.rosa, world.dan], NOW).orders == {}
    assert not cases_open_to(actor, NOW).exists()
    if actor.agency is not None:
        assert case not in {entry.stream for entry in changes(actor, 0, NOW).entries}
    if actor.kinds:
        assert work_list(actor, SOON) == []
    assert not Task.objects.filter(order=order).exists()


def test_nobody_is_reminded_of_it(world: World, sealed: tuple[str, str, View], settings: Settings) -> None:
    settings.SENDS_MAIL = True
    remind(SOON)
    assert mail.outbox == []
    judge = world.actor(Post.JUDGE, confirmed=True)
    enter(judge, Proposal(What.UNSEALED, sealed[0], "2025-05-02", why="ordered open"))
    remind(SOON)
    assert mail.outbox


def test_an_import_does_not_tell_that_its_order_is_on_record(world: World, sealed: tuple[str, str, View]) -> None:
    case, order, view = sealed
    about = replace(view.papers.orders[OrderId(order)].case, number=None)
    orders = {str(key): one for key, one in view.papers.orders.items()}
    for asked in (about, view.papers.orders[OrderId(order)].case):
        register = Register(world.civil_court, foreign=False)
        assert register.find(asked, orders, view.papers).orders == ()
    assert candidates(view.papers.people, {}) == []
    judge = world.actor(Post.JUDGE, confirmed=True)
    enter(judge, Proposal(What.UNSEALED, case, "2025-05-02", why="ordered open"))
    register = Register(world.civil_court, foreign=False)
    there = register.find(view.papers.orders[OrderId(order)].case, orders, view.papers)
    assert there.orders == (order,)


def test_a_draft_is_not_held_against_it(world: World, sealed: tuple[str, str, View]) -> None:
    case, order = open_criminal(world, terms=["no_abuse"])
    draft = made(world, case, order, stage="pretrial", until="case_disposition").facts["file"]
    found = check_draft(world.criminal_clerk, case, order, draft, NOW)
    assert sealed[0] not in found.cases
    assert OrderId(sealed[1]) not in found.against.orders
