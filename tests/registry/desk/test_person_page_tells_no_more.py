"""The page of the other side says nothing of what is theirs: a consent, another case, another record of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from tests.registry.desk.visiting import sit_down
from tests.registry.record.test_sides import consent, opened, person
from tests.registry.world import World, enter, open_civil

PATHS = ("/people/{}/", "/people/{}/contact/", "/people/{}/consent/", "/people/{}/consent-end/", "/people/{}/not-same/")


def protected_elsewhere(world: World) -> None:
    enter(world.clerk, opened(world, petitioner=world.dan, respondent=person(world, "Xena Else")))


def recorded_again(world: World, who: str) -> None:
    again = person(world, "Somebody Again", born="1990-05-01")
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, again, "2025-03-01", {"same_as": who}, why="same"))


HAPPENS: dict[str, tuple[Post, str, Callable[[World], None]]] = {
    "the protected person lets a program in": (
        Post.RESTRAINED_PERSON,
        "rosa",
        lambda world: consent(world, world.rosa),
    ),
    "an officer looks at whom a program was let in by": (
        Post.OFFICER,
        "rosa",
        lambda world: consent(world, world.rosa),
    ),
    "a case protects the restrained person": (Post.PROTECTED_PERSON, "dan", protected_elsewhere),
    "the protected person is found on record twice": (
        Post.RESTRAINED_PERSON,
        "rosa",
        lambda world: recorded_again(world, world.rosa),
    ),
    "the restrained person is found on record twice": (
        Post.PROTECTED_PERSON,
        "dan",
        lambda world: recorded_again(world, world.dan),
    ),
}


@pytest.mark.parametrize("name", HAPPENS)
def test_the_page_of_the_other_side_stays_the_same(world: World, name: str) -> None:
    post, who, happens = HAPPENS[name]
    open_civil(world)
    reader, about = sit_down(world, post), getattr(world, who)
    before = [reader.get(path.format(about)) for path in PATHS]
    happens(world)
    assert [reader.get(path.format(about)) for path in PATHS] == before
    assert reader.get(PATHS[0].format(about)) == before[0]


def test_whoever_looks_at_themselves_is_offered_what_comes_to_something(world: World) -> None:
    open_civil(world)
    rosa, dan = sit_down(world, Post.PROTECTED_PERSON), sit_down(world, Post.RESTRAINED_PERSON)
    assert "/consent-end/" not in str(rosa.get(f"/people/{world.rosa}/"))
    assert f"/people/{world.rosa}/consent/" in rosa.html
    dan.get(f"/people/{world.dan}/")
    assert "/consent/" not in dan.html
    consent(world, world.rosa)
    rosa.get(f"/people/{world.rosa}/")
    assert "/consent-end/" in rosa.html
