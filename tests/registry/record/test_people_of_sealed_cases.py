"""Somebody whom only sealed cases name is not there: not for a draft, and not for whoever would enter about them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from stayaway.registry.accounts.acting import forget_tokens
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Post
from stayaway.registry.drafting import check_draft
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Access
from tests.registry.api.program import program
from tests.registry.desk.visiting import sit_down
from tests.registry.record.test_sides import opened, person
from tests.registry.world import NOW, World, enter, open_civil


@pytest.fixture(autouse=True)
def no_tokens() -> Iterator[None]:
    forget_tokens()
    yield
    forget_tokens()


def seal(world: World, case: str) -> None:
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, case, "2025-05-01", why="ordered"))


def twin(world: World) -> tuple[str, str]:
    """Somebody named and born like the restrained person, and their only case."""
    found = person(world, "Daniel Cole", born="1988-02-03")
    case = opened(world, petitioner=world.rosa, respondent=found)
    enter(world.clerk, case)
    return found, case.stream


def draft(world: World, case: str) -> dict[str, object]:
    people = {"restrained": world.dan, "protects": [world.rosa]}
    days = {"issued": "2025-06-02", "expires": "2027-03-01"}
    return {"case": case, "stage": "final", "terms": ["no_abuse"], **people, **days}


def test_a_draft_is_told_of_people_alike_but_of_nobody_in_sealed_cases(world: World) -> None:
    case, _ = open_civil(world)
    alike, other = twin(world)
    found = check_draft(world.clerk, case, new_id("o"), draft(world, case), NOW)
    assert found.maybe == (alike,)
    assert alike in Access.objects.latest("id").found
    seal(world, other)
    found = check_draft(world.clerk, case, new_id("o"), draft(world, case), NOW)
    assert found.maybe == ()
    assert alike not in Access.objects.latest("id").found


def test_the_page_of_a_draft_names_nobody_of_a_sealed_case(world: World) -> None:
    case, _ = open_civil(world)
    alike, other = twin(world)

    def checked() -> str:
        desk = sit_down(world, Post.CIVIL_CLERK)
        desk.get(f"/cases/{case}/orders/new/")
        people = {"restrained": world.dan, "protects": [world.rosa]}
        desk.send(f"/cases/{case}/orders/new/", issued="2025-06-02", stage="final", expires="2027-03-01", **people)
        assert desk.path.endswith("/check/")
        return desk.html

    assert alike in checked()
    seal(world, other)
    assert alike not in checked()


@pytest.mark.parametrize("post", [Post.CRIMINAL_CLERK, Post.CIVIL_CLERK, Post.JUDGE])
def test_whoever_enters_about_somebody_of_a_sealed_case_is_told_what_they_are_of_nobody(
    world: World, post: Post
) -> None:
    zoe = person(world, "Zoe Else")
    case = opened(world, petitioner=zoe)
    enter(world.clerk, case)
    court = program(world, post)

    def changes(who: str) -> tuple[int, object]:
        answer = court.post(f"/people/{who}/changes", {"name": "x", "versions": {who: 9}})
        return answer.status, answer.body.get("found")

    assert changes(zoe) == (409, 1)
    seal(world, case.stream)
    assert changes(zoe) == changes(new_id("p")) == (404, None)
    linked = person(world, "Zoe Elsa")
    assert changes(linked) == (409, 1)  # just recorded, and in no case yet
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, linked, "2025-03-01", {"same_as": zoe}, why="same"))
    assert changes(linked) == (404, None)
    enter(world.clerk, opened(world, petitioner=linked))
    assert changes(zoe)[0] == 409
