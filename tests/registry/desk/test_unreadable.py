"""A record that this release cannot read is told as that: no page breaks, and nobody takes it for no order."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from stayaway.registry.actors import Post
from stayaway.registry.journal import append, lock_head
from stayaway.registry.models import CaseRow, Entry, OrderRow, Task
from stayaway.registry.projecting import refresh
from tests.registry.desk.conftest import SitDown
from tests.registry.world import NOW, World, happens, open_civil, open_criminal


def contradict(world: World, case: str, order: str) -> None:
    """Put what an older release might have taken: a renewal that ends before it was granted."""
    odd = happens(case, order, "renewed", on="2025-05-01", until="2025-04-01")
    with transaction.atomic():
        version = CaseRow.objects.get(id=case).version + 1
        append(lock_head(), world.clerk, [(odd, version)], Entry.objects.latest("number").recorded)
    OrderRow.objects.filter(case=case).update(law="an older one")


@pytest.mark.parametrize("post", [Post.CIVIL_CLERK, Post.OFFICER, Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON])
def test_it_says_that_its_orders_are_to_be_treated_as_in_force(world: World, desk: SitDown, post: Post) -> None:
    case, order = open_civil(world)
    contradict(world, case, order)
    reader = desk(post)
    page = reader.get(f"/cases/{case}/")
    assert reader.status == 500
    assert "Treat every order in it as in force." in page
    if post is Post.OFFICER:
        assert "NOT SURE" in reader.send("/find/", name="Daniel Cole", purpose="a stop") or "not sure" in reader.html
        assert "Treat every order in it as in force." in reader.get(f"/officer/{world.dan}/")


def test_it_holds_up_no_other(world: World) -> None:
    first, order = open_civil(world)
    other, _ = open_criminal(world)
    contradict(world, first, order)
    Task.objects.filter(case=other).update(kind="work.end_unknown")
    assert refresh(NOW + timedelta(days=1)) == 2
    assert not Task.objects.filter(case=other, kind="work.end_unknown").exists()
