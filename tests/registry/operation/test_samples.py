"""The samples show a registry at work, say that they are invented, and never get near one in use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .installing import Installation, installed

SAMPLE = Path(__file__).parents[3] / "samples" / "two-orders.yaml"
TRY = """
import sys
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import authenticate
from stayaway.registry.accounts.models import Account, Agency
from stayaway.registry.models import OrderRow
email, password, code = {!r}
account = authenticate(None, email=email, password=password)
assert account is not None and "(invented)" in account.name
assert TOTP(Authenticator.objects.get(user=account)).validate_code(code)
assert all("(invented)" in agency.name for agency in Agency.objects.all())
assert all("(invented)" in account.name for account in Account.objects.all())
print(OrderRow.objects.count())
"""


@pytest.fixture
def registry(tmp_path: Path, django_db_setup: None) -> Installation:  # noqa: ARG001
    return installed(tmp_path / "data")


def test_each_post_can_be_looked_at(registry: Installation) -> None:
    said = registry.run("load-samples", str(SAMPLE))
    assert "INVENTED" in said
    found = dict(re.findall(r"^  (\S+)@sample\.example +(\S+)$", said, re.MULTILINE))
    assert len(found) == 12
    code = registry.run("sample-code", "judge").strip()
    assert re.fullmatch(r"\d{6}", code)
    assert registry.do(TRY.format(("judge@sample.example", found["judge"], code))) == "2\n"
    assert "holds" in registry.run("verify")
    assert registry.run("load-samples", str(SAMPLE)) == said, "the second time they are only shown"
    assert "no account of the samples" in registry.run("sample-code", "nobody", fails=True)
    assert "only to this machine" in registry.run("serve", "--host", "0.0.0.0", fails=True)


def test_they_go_into_no_registry_in_use(registry: Installation) -> None:
    registry.run("setup")
    registry.run("first-administrator", "one@court.example", "One Example")
    assert "not empty" in registry.run("load-samples", str(SAMPLE), fails=True)
    assert not (registry.data / "samples.txt").exists()
