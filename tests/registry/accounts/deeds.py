"""Administrators for tests, as actors."""

from __future__ import annotations

from dataclasses import replace

from stayaway.registry.accounts.acting import acting_in
from stayaway.registry.accounts.models import Agency, Holding
from stayaway.registry.actors import Actor, AgencyKind, Post
from tests.registry.signing_in import holding_of, new_account


def administrators_post(email: str = "ada@example.org") -> Holding:
    """The post of an administrator, in an agency that sees to the accounts."""
    agency, _ = Agency.objects.get_or_create(name="Example Oversight", kind=AgencyKind.OVERSIGHT.value)
    return holding_of(new_account(email, name="Ada Invented"), Post.ADMINISTRATOR, agency)


def administrator(email: str = "ada@example.org", *, confirmed: bool = True) -> Actor:
    """An administrator who gave both factors a moment ago."""
    return replace(acting_in(administrators_post(email)), confirmed=confirmed)
