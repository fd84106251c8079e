"""A search tells a side no more than reading does, and lets nobody find it out by guessing."""

from __future__ import annotations

from datetime import date

import pytest

from stayaway.model import PersonId
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.finding.asking import ByName
from stayaway.registry.reading import read_case, read_person
from stayaway.wording.finding import FindingCode
from tests.registry.finding.looking_for import codes, search
from tests.registry.record.test_sides import appear, both_ways, opened, person
from tests.registry.world import NOW, World, enter, made, open_civil

BORN = date(1990, 5, 1)
SIDES = [Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON, Post.DEFENSE_LAWYER]


def against_rosa(world: World, who: str) -> str:
    """Another case, in which the protected person of the first is restrained, under this record of hers."""
    other = opened(world, petitioner=world.dan, respondent=who)
    enter(world.clerk, other, made(world, other.stream, new_id("o"), restrained=who, protects=[world.dan]))
    return other.stream


def of_dan(world: World, post: Post, case: str) -> Actor:
    if post is not Post.DEFENSE_LAWYER:
        return Actor("u-x", post, person=PersonId(world.dan))
    lawyer = world.actor(post)
    appear(world, case, lawyer, world.dan)
    return lawyer


@pytest.mark.parametrize("post", SIDES)
@pytest.mark.parametrize("cases", [1, 2])
def test_where_orders_run_both_ways_no_birth_date_of_the_other_side_is_told(
    world: World, post: Post, cases: int
) -> None:
    if cases == 1:
        case, _ = both_ways(world)
    else:
        case, _ = open_civil(world)
        against_rosa(world, world.rosa)
    actor = of_dan(world, post, case)
    assert read_person(actor, world.rosa, NOW).papers.people[PersonId(world.rosa)].born is None
    right, wrong, none = (
        search(actor, ByName("Rosa Marin", born=born)) for born in (BORN, date(1971, 1, 1), date(1990, 5, 2))
    )
    assert right == wrong == none
    assert [(hit.person, hit.born) for hit in right.hits] == [(world.rosa, None)]
    assert codes(right)[-1] is FindingCode.BORN_HIDDEN
    (own,) = search(actor, ByName("Daniel Cole")).hits
    assert own.born == date(1988, 2, 3)


@pytest.mark.parametrize("post", SIDES)
def test_a_birth_date_is_told_by_no_other_record_of_the_same_person(world: World, post: Post) -> None:
    case, _ = open_civil(world)
    again = person(world, "Rosa Marin", born="1990-05-01")
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, again, "2025-03-01", {"same_as": world.rosa}, why="same"))
    other = against_rosa(world, again)
    actor = of_dan(world, post, case)
    assert read_case(actor, other, NOW).papers.people[PersonId(again)].born is None
    assert {hit.born for hit in search(actor, ByName("Rosa Marin")).hits} == {None}
    right, wrong = (search(actor, ByName("Rosa Marin", born=born)) for born in (BORN, date(1971, 1, 1)))
    assert right == wrong


def test_the_protected_side_finds_whom_an_order_restrains_by_their_birth_date(world: World) -> None:
    open_civil(world)
    rosa = world.actor(Post.PROTECTED_PERSON)
    (hit,) = search(rosa, ByName("Daniel Cole", born=date(1988, 2, 3))).hits
    assert (hit.person, hit.born) == (world.dan, date(1988, 2, 3))
    assert not search(rosa, ByName("Daniel Cole", born=date(1971, 1, 1))).hits


def test_a_birth_date_that_one_case_hides_is_told_by_no_other(world: World) -> None:
    open_civil(world)
    enter(world.clerk, opened(world, petitioner=world.rosa, respondent=world.dan))  # and no order was made
    rosa = world.actor(Post.PROTECTED_PERSON)
    assert read_person(rosa, world.dan, NOW).papers.people[PersonId(world.dan)].born is None
    (hit,) = search(rosa, ByName("Daniel Cole")).hits
    assert hit.born is None


@pytest.mark.parametrize("post", SIDES)
def test_a_side_finds_nobody_but_themselves_by_a_name_that_reading_does_not_show(world: World, post: Post) -> None:
    facts = {"name": "Rosa Marin", "born": "1990-05-01", "descriptors": {"also_known_as": ["Rosalind Fernsby"]}}
    enter(world.clerk, Proposal(What.PERSON_CHANGED, world.rosa, "2025-02-01", facts))
    case, _ = open_civil(world)
    actor = of_dan(world, post, case)
    assert "Rosalind" not in repr(read_case(actor, case, NOW).papers)
    for asked in ("Rosalind Fernsby", "R. Fernsbie", "Rosalind Marin"):
        assert not search(actor, ByName(asked)).hits
    assert search(actor, ByName("Rosa Marin")).hits
    (hit,) = search(world.actor(Post.PROTECTED_PERSON), ByName("Rosalind Fernsby")).hits
    assert hit.person == world.rosa
