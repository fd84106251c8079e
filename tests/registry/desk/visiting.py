"""Somebody before the registry's pages: signed in, in a post, at an hour that the test sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.http.response import HttpResponseBase
from django.test import Client

from stayaway.registry.accounts.models import Account, Agency
from stayaway.registry.actors import Post
from tests.registry.pages import html_of, shown
from tests.registry.signing_in import holding_of, new_account, signed_in
from tests.registry.world import World


@dataclass
class Clock:
    """What hour the pages take it to be."""

    at: datetime = field(default_factory=lambda: datetime(2025, 6, 2, 18, 0, tzinfo=UTC))

    def now(self) -> datetime:
        """The hour."""
        return self.at

    def turn_to(self, day: str) -> None:
        """Noon or so of a day at the courts of the world."""
        self.at = datetime.fromisoformat(f"{day}T19:00+00:00")


@dataclass
class Desk:
    """One reader, with what the last page said."""

    client: Client
    account: Account
    answer: HttpResponseBase = field(default_factory=HttpResponseBase)

    def get(self, path: str) -> str:
        """Open a page; the words of its main part."""
        self.answer = self.client.get(path)
        return shown(self.answer)

    def send(self, path: str, **said: Any) -> str:
        """Send a form, follow where it leads, and read that page."""
        self.answer = self.client.post(path, said, follow=True)
        return shown(self.answer)

    @property
    def status(self) -> int:
        """The status of the last answer."""
        return self.answer.status_code

    @property
    def html(self) -> str:
        """The last page as it was sent."""
        return html_of(self.answer)

    @property
    def path(self) -> str:
        """Where the last form led."""
        return str(self._request["PATH_INFO"])

    @property
    def query(self) -> str:
        """What stood behind the question mark of the address where the last form led."""
        return str(self._request["QUERY_STRING"])

    @property
    def _request(self) -> dict[str, Any]:
        found: dict[str, Any] = getattr(self.answer, "request")  # noqa: B009 - Django's client puts it there
        return found


def sit_down(
    world: World,
    post: Post,
    agency: Agency | None = None,
    *,
    language: str = "en",
    confirmed: bool = True,
    person: str | None = None,
) -> Desk:
    """Somebody who works in a post, by default where the world has such a post, or one of its two people."""
    acts = world.actor(post, agency)
    account = new_account(
        f"{post.value}{Account.objects.count()}@example.org", name=f"{post.value} Invented", language=language
    )
    there = agency if agency is not None else Agency.objects.filter(pk=acts.agency).first()
    holding = holding_of(account, post, there if acts.person is None else None, person or acts.person or "")
    return Desk(signed_in(account, holding, confirmed=confirmed), account)
