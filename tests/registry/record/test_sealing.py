"""A look that is changed or removed after it was sealed shows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from stayaway.registry import projecting
from stayaway.registry.actors import Post
from stayaway.registry.chain import broken
from stayaway.registry.models import Access
from stayaway.registry.reading import read_case
from stayaway.registry.sealing import broken_seals, seal_looks
from tests.registry.conftest import without_guards
from tests.registry.world import NOW, World, open_civil

TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def looks(world: World) -> list[int]:
    case, _ = open_civil(world)
    for post in (Post.OFFICER, Post.CIVIL_CLERK, Post.PROTECTED_PERSON):
        read_case(world.actor(post), case, NOW, purpose="to see")
    return list(Access.objects.order_by("id").values_list("id", flat=True))


def test_looks_are_sealed_once_and_the_seal_holds(looks: list[int]) -> None:
    assert seal_looks(NOW) == 0  # not settled yet
    assert seal_looks(TOMORROW) == len(looks)
    assert seal_looks(TOMORROW) == 0
    assert list(broken_seals()) == []
    assert list(broken()) == []
    assert projecting.differences() == []


@pytest.mark.parametrize("which", [0, 1, -1])
def test_a_look_removed_or_changed_afterwards_shows(looks: list[int], which: int) -> None:
    seal_looks(TOMORROW)
    with without_guards():
        Access.objects.filter(id=looks[which]).update(purpose="another")
    assert [one.what for one in broken_seals()] == ["looks_changed"]
    with without_guards():
        Access.objects.filter(id=looks[which]).delete()
    assert [one.what for one in broken_seals()] == ["looks_changed"]


def test_each_seal_goes_on_where_the_one_before_ended(world: World, looks: list[int]) -> None:
    seal_looks(TOMORROW)
    case, _ = open_civil(world, court=world.other_court)
    read_case(world.actor(Post.OFFICER), case, TOMORROW)
    assert seal_looks(TOMORROW + timedelta(days=1)) == 1
    assert list(broken_seals()) == []
    assert len(looks) > 1
