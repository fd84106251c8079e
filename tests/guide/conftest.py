"""A browser, as a test has one: it keeps cookies, and has read the page about leaving."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from stayaway.guide.sessions import VISITS
from tests.guide.browsing import new_client


@pytest.fixture(autouse=True)
def no_visits() -> Iterator[None]:
    """Each test begins and ends without visits."""
    VISITS.clear()
    yield
    VISITS.clear()


@pytest.fixture
def stranger() -> Client:
    """Somebody who comes here for the first time. Forms need their token, as with a real browser."""
    return new_client()


@pytest.fixture
def client() -> Client:
    """Somebody who has read the page about leaving. Forms may be sent without their token."""
    client = new_client(enforce_csrf_checks=False)
    client.get("/law/?seen=1")
    return client
