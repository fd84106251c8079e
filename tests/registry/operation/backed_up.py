"""A registry with something in it, its backup, and an empty one that has the same keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .installing import Installation, installed

KEYS = ("field-keys", "lookup-key", "secret-key")
SECRET = "77 Marrowbone Lane"
FILL = f"""
from datetime import UTC, datetime
from allauth.mfa.totp.internal.auth import TOTP
from django.db import transaction
from stayaway.registry.accounts.models import Account, Agency, Session
from stayaway.registry.actors import Actor, Post
from stayaway.registry.documents import keep_document
from stayaway.registry.entries import Proposal, What
from stayaway.registry.journal import append, lock_head
from stayaway.registry.projecting import rebuild
at = datetime(2025, 4, 1, 12, tzinfo=UTC)
paper = keep_document(b"%PDF-1.7 an invented order")
account = Account.objects.create_user("judge@court.example", name="Judge Example")
TOTP.activate(account, "JBSWY3DPEHPK3PXP")
Session.objects.create(session_key="k", session_data="", expire_date=at, began=at, seen=at, account=account)
with transaction.atomic():
    append(lock_head(), Actor("u1", Post.CIVIL_CLERK), [
        (Proposal(What.PERSON_RECORDED, "p" + 20 * str(n), "2025-04-01", {{"name": f"Person {{n}} Example"}},
                  {{"phones": ["{SECRET}"]}}, document=paper.digest), 1)
        for n in range(1, 4)
    ], at)
rebuild(at)
"""
HOLDS = f"""
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt
from stayaway.registry.accounts.models import Account, Session
from stayaway.registry.documents import read_document
from stayaway.registry.journal import lines_of
from stayaway.registry.models import Document, Entry, PersonRow
assert Entry.objects.count() == PersonRow.objects.count() == 3
for entry in Entry.objects.all():
    (line,) = lines_of([entry.stream], secrets=True)
    assert line.secrets == {{"phones": ["{SECRET}"]}}
assert read_document(Document.objects.get().digest) == b"%PDF-1.7 an invented order"
factor = Authenticator.objects.get(user=Account.objects.get())
assert decrypt(factor.data["secret"]) == "JBSWY3DPEHPK3PXP"
print(Session.objects.count(), "sessions")
"""


@pytest.fixture(scope="module")
def kept(
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,  # noqa: ARG001 - its database is made beside that of the tests
) -> tuple[Installation, Path]:
    """A registry with something in it, and its backup."""
    folder = tmp_path_factory.mktemp("kept")
    registry = installed(folder / "data")
    registry.run("setup")
    registry.do(FILL)
    said = registry.run("backup", str(folder / "backup"))
    assert "3 entries, 1 papers" in said
    assert "keys are not in it" in said
    return registry, folder / "backup"


@pytest.fixture
def other(tmp_path: Path, kept: tuple[Installation, Path]) -> Installation:
    """Another, empty registry with the keys of the first."""
    there = installed(tmp_path / "data")
    for name in KEYS:
        shutil.copy(kept[0].data / name, there.data / name)
    return there
