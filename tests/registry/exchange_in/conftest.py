from __future__ import annotations

import pytest

from .courts import Court, make_court


@pytest.fixture
def court(db: None) -> Court:
    del db  # that there is one is enough
    return make_court("Alder County Superior Court")
