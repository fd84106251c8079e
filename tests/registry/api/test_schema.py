"""The schema is what the API does: whoever calls, and whatever they send, gets an answer that it declares."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
import requests
import schemathesis
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as effort
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Post
from tests.registry.api.program import hold, program
from tests.registry.signing_in import signed_in
from tests.registry.world import World, open_civil, open_criminal

EXAMPLES = int(os.environ.get("STAYAWAY_API_EXAMPLES", "2"))
"""Calls of each operation of each kind (what the schema allows, and what it does not), each by every caller."""
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
LONG = 2**20
TOKEN = "a" * 32
NOT_SENT = ("authorization", "cookie", "accept-encoding")
"""What the caller says in place of the schema, and what would only pack the answer."""


@dataclass
class Known:
    """What a caller sends along to be known by, and the answers that they got."""

    headers: Mapping[str, str]
    browser: Client = field(default_factory=Client)
    statuses: set[int] = field(default_factory=set)

    def call(self, case: Any) -> Response:
        """Send a call as this caller, whoever the schema made it for."""
        parts = case.as_transport_kwargs(base_url="http://localhost")
        parts["headers"] = {name: value for name, value in parts["headers"].items() if name.lower() not in NOT_SENT} | {
            **self.headers
        }
        parts.pop("cookies", None)
        sent = requests.Request(**parts).prepare()
        kind = sent.headers.pop("Content-Type", None)
        found = self.browser.generic(
            str(sent.method),
            str(sent.path_url),
            sent.body or b"",
            content_type=str(kind or "application/octet-stream"),
            headers={name: value for name, value in sent.headers.items() if name != "Content-Length"},
        )
        self.statuses.add(found.status_code)
        headers = {name.lower(): [value] for name, value in found.headers.items()}
        return Response(found.status_code, headers, found.content, sent, 0.1, verify=False)


@cache
def schema() -> Any:
    """The schema as it is served."""
    return schemathesis.openapi.from_dict(json.loads(Client(SERVER_NAME="localhost").get("/api/openapi.json").content))


def names() -> list[str]:
    """Every operation."""
    return [found.ok().label for found in schema().get_all_operations()]


@pytest.fixture
def _any_number_of_calls(settings: Any) -> None:
    settings.API_CALLS_A_MINUTE = LONG


def callers_of(world: World) -> dict[str, Known]:
    """A machine client in each post, a judge in a browser, and nobody."""
    browser = signed_in(*hold(world, Post.JUDGE), csrf=True)
    browser.cookies[settings.CSRF_COOKIE_NAME] = TOKEN
    machines = {post.value: Known({"Authorization": f"Bearer {program(world, post).token}"}) for post in Post}
    return {**machines, "browser": Known({"X-CSRFToken": TOKEN}, browser), "nobody": Known({})}


@pytest.mark.usefixtures("_any_number_of_calls")
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: str(mode.value))
@pytest.mark.parametrize("label", names())
def test_every_answer_is_one_that_the_schema_declares(world: World, label: str, mode: GenerationMode) -> None:
    civil, _ = open_civil(world)
    criminal, _ = open_criminal(world)
    callers = callers_of(world)
    known = {"case": [civil, criminal, new_id("c")], "person": [world.rosa, world.dan, new_id("p")]}
    operation = next(one.ok() for one in schema().get_all_operations() if one.ok().label == label)

    @effort(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(mode), data=st.data())
    def calls(case: Any, data: st.DataObject) -> None:
        for name, ids in known.items():
            if mode is GenerationMode.POSITIVE and name in (case.path_parameters or {}):
                case.path_parameters[name] = data.draw(st.sampled_from(ids))
        for caller in callers.values():
            case.validate_response(caller.call(case), checks=CHECKS)

    calls()
    found = {name: caller.statuses for name, caller in callers.items()}
    assert found.pop("nobody") <= {401, 404, 405}
    assert all(401 not in statuses for statuses in found.values())
