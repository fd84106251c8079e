"""A program that calls the API with a token, for tests; and one for each post of the world."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from stayaway.registry.accounts.acting import SCOPES, make_client
from stayaway.registry.accounts.models import Account, Agency, Holding, new_id
from stayaway.registry.actors import Post
from tests.registry.signing_in import holding_of, new_account
from tests.registry.world import World


@dataclass
class Answer:
    """What came back: the status, the headers, the JSON."""

    status: int
    headers: Mapping[str, str]
    body: Any
    content: bytes


@dataclass
class Program:
    """Calls the API. Each write gets a key of its own unless one is given."""

    token: str | None = None
    language: str = "en"
    client: Client = field(default_factory=Client)

    def get(self, path: str, **query: Any) -> Answer:
        """Ask."""
        return self.call("GET", path, query=query)

    def post(self, path: str, body: Any = None, *, key: str | None = None, **more: Any) -> Answer:
        """Enter, or ask with a body."""
        return self.call("POST", path, body=body or {}, key=key or new_id("k"), **more)

    def call(
        self,
        method: str,
        path: str,
        *,
        body: Any = None,
        raw: bytes | None = None,
        media: str = "application/json",
        key: str | None = None,
        query: Mapping[str, Any] | None = None,
        **headers: str,
    ) -> Answer:
        """One call."""
        sent = {"Accept-Language": self.language, **{name.replace("_", "-"): value for name, value in headers.items()}}
        if self.token is not None:
            sent["Authorization"] = f"Bearer {self.token}"
        if key is not None:
            sent["Idempotency-Key"] = key
        content = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
        response = self.client.generic(
            method, f"/api{path}", content, content_type=media, headers=sent, query_params=dict(query or {})
        )
        kind = response.headers.get("Content-Type", "")
        found = json.loads(response.content) if "json" in kind else None
        return Answer(response.status_code, response.headers, found, response.content)


def hold(world: World, post: Post, where: Agency | None = None) -> tuple[Account, Holding]:
    """An account in a post of the world."""
    actor = world.actor(post, where)
    agency = Agency.objects.get(id=actor.agency) if actor.agency else None
    account = new_account(f"{new_id('e')}@example.org", name="Ana Invented")
    return account, holding_of(account, post, agency, str(actor.person or ""))


def program(world: World, post: Post, where: Agency | None = None, scopes: frozenset[str] = SCOPES) -> Program:
    """A machine client in a post."""
    _, holding = hold(world, post, where)
    _, token = make_client(holding, "example", scopes, datetime.now(UTC) + timedelta(days=1))
    return Program(token)
