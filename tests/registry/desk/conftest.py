"""A world with desks in it, and a clock that a test can turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from django.conf import settings

from stayaway.registry.accounts.acting import forget_tokens
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import Post
from stayaway.registry.desk import frame
from tests.registry.desk.visiting import Clock, Desk, sit_down
from tests.registry.world import World, make_world


class SitDown(Protocol):
    """Seats somebody in a post."""

    def __call__(
        self,
        post: Post,
        agency: Agency | None = None,
        *,
        language: str = "en",
        confirmed: bool = True,
        person: str | None = None,
    ) -> Desk:
        """They sit, and have opened no page yet."""


@pytest.fixture
def world(db: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    del db, tmp_path_factory
    forget_tokens()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    yield make_world()
    forget_tokens()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The hour that pages are answered for."""
    found = Clock()
    monkeypatch.setattr(frame, "timezone", found)
    return found


@pytest.fixture
def desk(world: World, clock: Clock) -> SitDown:
    """Sit down in a post."""
    del clock

    def sit(
        post: Post,
        agency: Agency | None = None,
        *,
        language: str = "en",
        confirmed: bool = True,
        person: str | None = None,
    ) -> Desk:
        return sit_down(world, post, agency, language=language, confirmed=confirmed, person=person)

    return sit
