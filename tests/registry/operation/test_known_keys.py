"""A registry works with the keys that its database needs, and with no others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from stayaway.registry.keys import fingerprint

from .backed_up import HOLDS, KEYS
from .installing import Installation, installed

BREAK_OFF = """
from stayaway.registry.operation import rotating
rotating.put_new_key_first()
def fail():
    raise SystemExit(0)
rotating.{what} = fail
rotating.rotate()
"""


@pytest.mark.parametrize("what", ["_factors", "_papers"])
def test_a_backup_asks_for_every_key_that_something_in_it_needs(
    kept: tuple[Installation, Path], other: Installation, tmp_path: Path, what: str
) -> None:
    """A change of keys was broken off after the secrets: papers and second factors need the old key still."""
    other.run("restore", str(kept[1]))
    old = (other.data / "field-keys").read_text().split()
    other.do(BREAK_OFF.format(what=what))
    new = (other.data / "field-keys").read_text().split()[0]
    other.run("backup", str(tmp_path / "half"))
    for keys, wanted in (([new], old[0]), (old, new)):
        (other.data / "field-keys").write_text("\n".join(keys) + "\n")
        assert fingerprint(wanted) in other.run("daily", fails=True), "it is needed here too"
    third = installed(tmp_path / "third")
    for name in KEYS:
        shutil.copy(kept[0].data / name, third.data / name)
    (third.data / "field-keys").write_text(new + "\n")
    assert fingerprint(old[0]) in third.run("restore", str(tmp_path / "half"), fails=True)
    about = json.loads((tmp_path / "half" / "backup.json").read_text("utf-8"))
    assert about["keys"] == [fingerprint(new), fingerprint(old[0])]
    # One of a release that named fewer keys than were needed.
    (tmp_path / "half" / "backup.json").write_text(json.dumps(about | {"keys": [fingerprint(new)]}))
    said = third.run("restore", str(tmp_path / "half"), fails=True)
    assert "unreadable" in said or "none of the keys here" in said
    assert "not those of this version" in third.run("verify", fails=True), "nothing was filled in"
    (third.data / "field-keys").write_text("\n".join([new, *old]) + "\n")
    third.run("restore", str(tmp_path / "half"))
    assert third.do(HOLDS)
    third.run("rotate-keys")
    (third.data / "field-keys").write_text(new + "\n")
    assert third.do(HOLDS)
    assert "holds" in third.run("verify")


@pytest.mark.parametrize("key", ["field-keys", "lookup-key"])
def test_no_key_is_made_where_something_was_kept_under_another(
    kept: tuple[Installation, Path], other: Installation, key: str
) -> None:
    other.run("restore", str(kept[1]))
    was = (other.data / key).read_text()
    (other.data / key).unlink()
    for command in ("serve", "verify", "daily", "setup", "rebuild"):
        said = other.run(command, fails=True)
        assert str(other.data / key) in said
        assert "Bring the key back" in said
    assert not (other.data / key).exists()
    (other.data / key).write_text(was)
    assert "holds" in other.run("verify")


@pytest.mark.parametrize("key", ["field-keys", "lookup-key"])
def test_it_does_not_begin_with_another_key(kept: tuple[Installation, Path], other: Installation, key: str) -> None:
    other.run("restore", str(kept[1]))
    was = (other.data / key).read_text()
    (other.data / key).write_text(Fernet.generate_key().decode() + "\n")
    for command in ("serve", "daily", "setup", "rebuild", "rotate-keys"):
        assert f"fingerprint {fingerprint(was.strip())}" in other.run(command, fails=True), command
    assert "fingerprint" in other.run("verify", fails=True), "it says so, and the rest"
    assert last(other.do(HEALTH)) == "503 {'database': True, 'migrations': True, 'chain': True, 'keys': False}"
    assert "ImproperlyConfigured" in other.do(OTHER_SERVER)
    (other.data / key).write_text(was)
    assert last(other.do(HEALTH)).startswith("200")
    assert other.do(OTHER_SERVER) == ""


def last(said: str) -> str:
    """What was printed at the end, behind the log."""
    return next(line for line in reversed(said.splitlines()) if not line.startswith("{"))


HEALTH = """
from django.test import Client
answer = Client(HTTP_HOST="localhost").get("/health/")
print(answer.status_code, answer.json().get("checks"))
"""
OTHER_SERVER = """
from django.core.exceptions import ImproperlyConfigured
try:
    import stayaway.registry.wsgi
except ImproperlyConfigured as error:
    print("ImproperlyConfigured", error)
"""
OLDER = """
from stayaway.registry.models import KnownKey
from django.db import connection
KnownKey.objects.all().delete()
with connection.cursor() as cursor:
    cursor.execute("DROP TABLE registry_knownkey")
    cursor.execute("DELETE FROM django_migrations WHERE name = '0006_known_keys'")
"""


@pytest.mark.parametrize("key", ["field-keys", "lookup-key"])
def test_a_registry_of_an_older_version_is_brought_up_with_its_own_keys_alone(
    kept: tuple[Installation, Path], other: Installation, key: str
) -> None:
    other.run("restore", str(kept[1]))
    other.do(OLDER)
    was = (other.data / key).read_text()
    (other.data / key).unlink()
    assert "Bring the key back" in other.run("setup", fails=True)
    if key == "field-keys":
        (other.data / key).write_text(Fernet.generate_key().decode() + "\n")
        assert "cannot be opened" in other.run("setup", fails=True)
    (other.data / key).write_text(was)
    other.run("setup")
    (other.data / key).write_text(Fernet.generate_key().decode() + "\n")
    assert "fingerprint" in other.run("daily", fails=True)
