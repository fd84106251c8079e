from __future__ import annotations

from collections.abc import Iterator

import pytest

from stayaway.registry.accounts.acting import forget_tokens
from stayaway.registry.actors import Post
from tests.registry.api.program import Program, program
from tests.registry.world import World, make_world


@pytest.fixture
def world(db: None) -> Iterator[World]:
    del db
    forget_tokens()
    yield make_world()
    forget_tokens()


@pytest.fixture
def clerk(world: World) -> Program:
    """A machine client of the civil court's clerk."""
    return program(world, Post.CIVIL_CLERK)
