"""The first administrators, whom whoever runs the machine adds; everybody else comes through them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse

from stayaway.registry.accounts.administering import Refused, add_first_administrator
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import AgencyKind


class NotAdded(Exception):
    """An administrator was not added. The message says why."""


def first_administrator(email: str, name: str, agency: str) -> str:
    """Add an administrator in an agency, which is made where there is none of that name. Returns the invitation's path.

    Raises NotAdded.
    """
    try:
        validate_email(email)
    except ValidationError:
        raise NotAdded(f"{email!r} is not an e-mail address") from None
    if not name.strip():
        raise NotAdded("the name is empty")
    place, _ = Agency.objects.get_or_create(name=agency, defaults={"kind": AgencyKind.OVERSIGHT.value})
    try:
        _, said = add_first_administrator(email=email, name=name.strip(), agency=place)
    except Refused:
        raise NotAdded(f"there is an account with the e-mail address {email} already") from None
    return reverse("invitation_link", args=[said])
