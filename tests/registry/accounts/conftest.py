"""A browser, and counts that begin anew with each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from stayaway.registry.accounts.acting import forget_tokens


@pytest.fixture(autouse=True)
def _nothing_counted(db: None) -> Iterator[None]:  # noqa: ARG001 - the counts are in it
    cache.clear()
    forget_tokens()
    yield
    cache.clear()
    forget_tokens()


@pytest.fixture
def browser() -> Client:
    """A browser in which nobody has signed in."""
    return Client(headers={"accept-language": "en"})
