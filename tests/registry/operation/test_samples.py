"""The samples show a registry at work, say that they are invented, and never get near one in use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .installing import Installation, installed

TRY = """
import sys
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import authenticate
from stayaway.registry.accounts.models import Account, Agency
from stayaway.registry.models import OrderRow
from stayaway.registry.operation.samples import code_of, sign_ins
email, password = {!r}
account = authenticate(None, email=email, password=password)
assert account is not None
(mine,) = (one for one in sign_ins() if one.email == email)
assert TOTP(Authenticator.objects.get(user=account)).validate_code(code_of(mine))
assert all("(sample)" in agency.name for agency in Agency.objects.all())
assert all(account.email.endswith("@samples.example") for account in Account.objects.all())
print(OrderRow.objects.count())
"""


@pytest.fixture
def registry(
    tmp_path: Path,
    django_db_setup: None,  # noqa: ARG001 - its database is made beside that of the tests
) -> Installation:
    return installed(tmp_path / "data")


def test_each_post_can_be_looked_at(registry: Installation) -> None:
    said = registry.run("load-samples")
    assert "INVENTED" in said
    found = dict(re.findall(r"^  (\S+@samples\.example) +(\S+) +\w+$", said, re.MULTILINE))
    email, password = next(iter(found.items()))
    assert re.fullmatch(r"\d{6}", registry.run("sample-code", email).strip())
    assert int(registry.do(TRY.format((email, password)))) > 1
    assert "holds" in registry.run("verify")
    assert registry.run("load-samples") == said, "the second time they are only shown"
    assert "no account of the samples" in registry.run("sample-code", "nobody", fails=True)
    assert "only to this machine" in registry.run("serve", "--host", "0.0.0.0", fails=True)


def test_they_go_into_no_registry_in_use(registry: Installation) -> None:
    registry.run("setup")
    registry.run("first-administrator", "one@court.example", "One Example")
    assert "not empty" in registry.run("load-samples", fails=True)
    assert not (registry.data / "samples.json").exists()
