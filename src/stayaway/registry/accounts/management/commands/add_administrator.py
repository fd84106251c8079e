"""Add an administrator, so that there is one to begin with; add two, as every post takes two."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from stayaway.registry.accounts.administering import Refused, add_first_administrator
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import AgencyKind


class Command(BaseCommand):
    """Prints the end of the link that sets password and second factor; it works once, for three days."""

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and in which agency, which is made where there is none of that name."""
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("agency")

    def handle(self, *_: Any, **asked: Any) -> None:
        """Add them."""
        agency, _made = Agency.objects.get_or_create(
            name=asked["agency"], defaults={"kind": AgencyKind.OVERSIGHT.value}
        )
        try:
            _account, said = add_first_administrator(email=asked["email"], name=asked["name"], agency=agency)
        except Refused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"/invitation/{said}/")
