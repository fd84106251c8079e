"""A record that somebody may not see is no more work than one that is not there, so its cost tells nobody of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stayaway.registry.accounts.acting import forget_tokens
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.documents import keep_document
from stayaway.registry.entries import Proposal, What
from stayaway.registry.models import Access
from stayaway.registry.reading import read_attached, read_case, read_person, reveal_places
from stayaway.registry.refusing import Refused
from tests.registry.api.program import program
from tests.registry.desk.visiting import sit_down
from tests.registry.record.test_sides import appear, consent, opened, person
from tests.registry.world import NOW, World, enter, happens, open_civil, open_criminal

OF_SOME_CASES = [
    Post.RESTRAINED_PERSON,
    Post.PROTECTED_PERSON,
    Post.DEFENSE_LAWYER,
    Post.ADVOCATE,
    Post.PROSECUTOR,
    Post.AUDITOR,
]
SEES_ALL = [Post.CIVIL_CLERK, Post.CRIMINAL_CLERK, Post.JUDGE, Post.OFFICER]
READS: dict[str, Callable[[Actor, str], object]] = {
    "case": lambda actor, case: read_case(actor, case, NOW),
    "places": lambda actor, case: reveal_places(actor, case, NOW, purpose="I ask"),
    "paper": lambda actor, case: read_attached(actor, case, 1, NOW),
}


@pytest.fixture(autouse=True)
def no_tokens() -> Iterator[None]:
    forget_tokens()
    yield
    forget_tokens()


def begin_of(statement: str) -> str:
    """A statement without its values, and without the number of a savepoint."""
    return statement.split(" ")[0] if "SAVEPOINT" in statement else statement[:40]


def cost_of(do: Callable[[], object]) -> list[str]:
    """The statements of a look that is refused."""
    with CaptureQueriesContext(connection) as asked, pytest.raises(Refused):
        do()
    return [begin_of(str(one["sql"])) for one in asked.captured_queries]


def of_others(world: World) -> str:
    """A case of two other people, with a place and a paper in it."""
    hidden = opened(world, petitioner=person(world, "Uta Else"), respondent=person(world, "Ulf Else"))
    place = {"place": new_id("l"), "label": "home", "confidential": True}
    enter(world.clerk, hidden, Proposal(What.PLACE_RECORDED, hidden.stream, "2025-03-01", place, {"address": "9 X"}))
    return hidden.stream


def seal(world: World, case: str) -> None:
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, case, "2025-05-01", why="ordered"))


def with_cases(world: World, post: Post) -> Actor:
    """Somebody who has cases of their own, but not this one."""
    civil, _ = open_civil(world)
    criminal, _ = open_criminal(world)
    actor = world.actor(post)
    if post is Post.DEFENSE_LAWYER:
        appear(world, civil, actor, world.dan)
    elif post is Post.PROSECUTOR:
        appear(world, criminal, actor, "")
    elif post is Post.ADVOCATE:
        consent(world, world.rosa)
    return actor


@pytest.mark.parametrize("post", OF_SOME_CASES)
@pytest.mark.parametrize("read", READS)
def test_a_case_of_others_costs_what_no_case_costs(world: World, post: Post, read: str) -> None:
    actor, hidden = with_cases(world, post), of_others(world)
    costs = [cost_of(lambda one=one: READS[read](actor, one)) for one in (hidden, new_id("c"))]  # type: ignore[misc]
    assert costs[0] == costs[1]


@pytest.mark.parametrize("post", [*OF_SOME_CASES, *SEES_ALL])
@pytest.mark.parametrize("read", READS)
def test_a_sealed_case_costs_what_no_case_costs(world: World, post: Post, read: str) -> None:
    actor = with_cases(world, post)
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served", document=keep_document(b"%PDF-1.7 invented").digest))
    seal(world, case)
    costs = [cost_of(lambda one=one: READS[read](actor, one)) for one in (case, new_id("c"))]  # type: ignore[misc]
    assert costs[0] == costs[1]


@pytest.mark.parametrize("post", OF_SOME_CASES)
def test_a_person_with_other_records_costs_what_nobody_costs(world: World, post: Post) -> None:
    actor = with_cases(world, post)
    uta, again, third = (person(world, name) for name in ("Uta Else", "Uta Elsa", "Uta Elsie"))
    enter(world.clerk, opened(world, petitioner=uta))
    for one, same in ((again, uta), (third, again)):
        enter(world.clerk, Proposal(What.PEOPLE_LINKED, one, "2025-03-01", {"same_as": same}, why="same"))
    costs = [cost_of(lambda one=one: read_person(actor, one, NOW)) for one in (uta, new_id("p"))]  # type: ignore[misc]
    assert costs[0] == costs[1]


def kinds_of(do: Callable[[], object]) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        do()
    return [begin_of(str(one["sql"])) for one in asked.captured_queries]


def test_an_entry_by_a_side_costs_the_same_for_a_hidden_case_as_for_none(world: World) -> None:
    open_civil(world)
    hidden, absent = of_others(world), new_id("c")
    dan = program(world, Post.RESTRAINED_PERSON)

    def asks(case: str) -> int:
        entry = {"on": "2025-05-01", "entry": "dismissal_requested"}
        return dan.post(
            f"/cases/{case}/orders/docket", {"order": new_id("o"), "entry": entry, "versions": {case: 1}}
        ).status

    assert asks(absent) == 404
    assert kinds_of(lambda: asks(hidden)) == kinds_of(lambda: asks(absent))
    assert asks(hidden) == 404


@pytest.mark.parametrize("post", [Post.RESTRAINED_PERSON, Post.CRIMINAL_CLERK, Post.OFFICER])
def test_unsealing_costs_the_same_for_a_sealed_case_as_for_none_and_is_journaled(world: World, post: Post) -> None:
    case, _ = open_civil(world)
    seal(world, case)
    desk = sit_down(world, post)
    desk.get(f"/cases/{case}/unseal/")
    costs = []
    for one in (case, new_id("c")):
        before = Access.objects.count()
        costs.append(kinds_of(lambda one=one: desk.get(f"/cases/{one}/unseal/")))  # type: ignore[misc]
        assert desk.status == 404
        assert Access.objects.count() == before + 1
        assert (Access.objects.latest("id").how, Access.objects.latest("id").stream) == ("refused", one)
    assert costs[0] == costs[1]


def test_that_a_judge_looked_at_a_sealed_case_to_open_it_is_journaled(world: World) -> None:
    case, _ = open_civil(world)
    seal(world, case)
    judge = sit_down(world, Post.JUDGE)
    judge.get(f"/cases/{case}/unseal/")
    assert judge.status == 200
    look = Access.objects.latest("id")
    assert (look.how, look.stream, look.found, look.post) == ("read", case, case, "judge")
