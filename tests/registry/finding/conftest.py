from __future__ import annotations

import pytest

from tests.registry.world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    del db  # that there is one is enough
    return make_world()
