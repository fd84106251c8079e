"""Every search leaves its trace before it shows anything, and is the same work whatever there is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stayaway.registry.actors import PARTY_POSTS, Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.finding.asking import Asked, ByCase, ByIdentifier, ByName
from stayaway.registry.finding.searching import find
from stayaway.registry.models import Access
from stayaway.registry.refusing import Refused
from stayaway.registry.secret_fields import keyed_digest
from tests.registry.finding.looking_for import DAN, NOBODY, search, someone
from tests.registry.world import NOW, World, enter, open_civil


def test_every_search_is_journaled_with_what_it_showed(world: World) -> None:
    case, _order = open_civil(world)
    officer = world.actor(Post.OFFICER)
    search(officer, DAN)
    search(officer, ByName("COLE, Daniel", born=date(1988, 2, 3)))
    search(officer, NOBODY)
    looks = Access.objects.filter(account=officer.account).order_by("id")
    assert [(look.how, look.found, look.purpose) for look in looks] == [
        ("find", f"{world.dan} {case}", "a stop on Hill Road"),
        ("find", f"{world.dan} {case}", "a stop on Hill Road"),
        ("find", "", "a stop on Hill Road"),
    ]
    assert all(len(look.asked) == 64 and "cole" not in look.asked for look in looks)
    assert looks[0].asked == keyed_digest(DAN.canonical) != looks[2].asked


@pytest.mark.parametrize("post", sorted(set(Post) - PARTY_POSTS))
def test_who_searches_for_their_work_says_what_for(world: World, post: Post) -> None:
    open_civil(world)
    with pytest.raises(Refused) as told:
        find(world.actor(post), DAN, NOW, purpose=" ")
    assert [reason.code.value for reason in told.value.reasons] == ["record.purpose_needed", "record.path_say_purpose"]
    look = Access.objects.latest("id")
    assert (look.how, look.post, look.asked) == ("refused", post.value, keyed_digest(DAN.canonical))


@pytest.mark.parametrize("post", sorted(PARTY_POSTS))
def test_somebody_who_looks_for_their_own_orders_says_no_purpose(world: World, post: Post) -> None:
    open_civil(world)
    assert find(world.actor(post), DAN, NOW, purpose="").hits


def test_a_search_that_cannot_be_journaled_shows_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    open_civil(world)

    def fails(*_: Any, **__: Any) -> None:
        raise OSError("no room left")

    monkeypatch.setattr("stayaway.registry.finding.searching.looked", fails)
    with pytest.raises(OSError, match="no room"):
        search(world.actor(Post.OFFICER), DAN)


def statements(do: Callable[[], object]) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        do()
    return [str(query["sql"]).split(" ")[0] for query in asked.captured_queries]


@pytest.mark.parametrize("post", list(Post))
def test_forbidden_and_absent_are_the_same_work(world: World, post: Post) -> None:
    case, _order = open_civil(world)
    actor = world.actor(post)
    search(actor, NOBODY)
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, case, "2025-05-01", {}, why="by order"))
    forbidden = statements(lambda: search(actor, DAN))
    absent = statements(lambda: search(actor, NOBODY))
    assert forbidden == absent
    assert search(actor, DAN) == search(actor, NOBODY)


@pytest.mark.parametrize("post", list(Post))
@pytest.mark.parametrize("asked", [DAN, ByName("Daniel Cole"), ByCase("25-2-00017-1"), ByIdentifier("licence", "1")])
def test_a_search_asks_the_database_a_fixed_number_of_times(world: World, post: Post, asked: Asked) -> None:
    open_civil(world)
    actor = world.actor(post)
    search(actor, asked)
    few = len(statements(lambda: search(actor, asked)))
    for _ in range(4):
        someone(world, "Daniel Cole", "1988-02-03")
    assert len(statements(lambda: search(actor, asked))) == few <= 8
