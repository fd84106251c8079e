from __future__ import annotations

import pytest

from tests.registry.world import World, make_world


@pytest.fixture
def world(request: pytest.FixtureRequest) -> World:
    request.getfixturevalue("db")
    return make_world()
