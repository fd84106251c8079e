"""Whoever asks for what they may not see is on the list of looks, also where they were refused for how they asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stayaway.registry.actors import Post
from stayaway.registry.listing import changes, looks, work_list
from stayaway.registry.models import Access
from stayaway.registry.reading import reveal_places
from stayaway.registry.refusing import Refused
from stayaway.registry.screening import views_to_screen
from tests.registry.world import NOW, World, open_civil

Look = Callable[[World, str], object]
REFUSED: dict[str, tuple[Post, Look]] = {
    "the list of looks": (Post.OFFICER, lambda w, _: looks(w.actor(Post.OFFICER), NOW, purpose="I ask")),
    "the list of looks, for nothing": (Post.AUDITOR, lambda w, _: looks(w.actor(Post.AUDITOR), NOW, purpose=" ")),
    "the feed": (Post.RESTRAINED_PERSON, lambda w, _: changes(w.actor(Post.RESTRAINED_PERSON), 0, NOW)),
    "the feed, by an auditor": (Post.AUDITOR, lambda w, _: changes(w.actor(Post.AUDITOR), 0, NOW)),
    "the work list": (Post.OFFICER, lambda w, _: work_list(w.actor(Post.OFFICER), NOW)),
    "an address": (
        Post.RESTRAINED_PERSON,
        lambda w, case: reveal_places(w.actor(Post.RESTRAINED_PERSON), case, NOW, purpose=""),
    ),
    "a screening": (
        Post.PROSECUTOR,
        lambda w, _: list(views_to_screen(w.actor(Post.PROSECUTOR), NOW, purpose="  ")),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_look_that_is_refused_is_journaled_once(world: World, name: str) -> None:
    case, _ = open_civil(world)
    post, look = REFUSED[name]
    before = Access.objects.count()
    with pytest.raises(Refused):
        look(world, case)
    assert Access.objects.count() == before + 1
    last = Access.objects.latest("id")
    assert (last.how, last.post, last.found) == ("refused", post.value, "")
    assert last.stream == (case if name == "an address" else "")
