"""A setting is taken as it is meant, or refused in one sentence that says what would be right."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from stayaway.registry.accounts.settings import mail_server
from stayaway.registry.keys import given_keys, given_secret, new_key
from stayaway.web.environment import hosts, is_on, whole_number

from .installing import Installation, installed

SECRET = "hunter2"
WRONG = {
    "keys": ({"STAYAWAY_KEYS": SECRET}, "number 1 of the keys"),
    "second key": ({"STAYAWAY_KEYS": f"{new_key()}, {SECRET}"}, "number 2 of the keys"),
    "lookup key": ({"STAYAWAY_LOOKUP_KEY": SECRET}, "at least 32 characters, and this one has 7"),
    "secret key": ({"STAYAWAY_SECRET_KEY": SECRET}, "at least 32 characters"),
    "https": ({"STAYAWAY_HTTPS": "yes"}, "1 for yes, 0 or nothing for no, not 'yes'"),
    "hosts": ({"STAYAWAY_HOSTS": "https://a.example"}, "without https://"),
    "port of a host": ({"STAYAWAY_HOSTS": "a.example:8001"}, "without a port"),
    "no hosts": ({"STAYAWAY_HOSTS": " , "}, "at least one"),
    "mail": ({"STAYAWAY_MAIL": "mail.court.example"}, "not 'mail.court.example'"),
    "port of mail": (
        {"STAYAWAY_MAIL": f"smtp://me:{SECRET}@mail.court.example:post"},
        "smtp://user:password@host:port",
    ),
    "sender": ({"STAYAWAY_MAIL_FROM": "registry"}, "an e-mail address, not 'registry'"),
    "calls": ({"STAYAWAY_API_CALLS_A_MINUTE": "0"}, "a whole number from 1"),
    "calls in words": ({"STAYAWAY_API_CALLS_A_MINUTE": "abc"}, "not 'abc'"),
    "proxies": ({"STAYAWAY_PROXIES": "abc"}, "a whole number from 0"),
    "no folder": ({"STAYAWAY_DATA": ""}, "set and empty"),
    "garbage": ({"DATABASE_URL": f"garbage {SECRET}"}, "no such address"),
    "another database": ({"DATABASE_URL": f"oracle://me:{SECRET}@here/name"}, "oracle is neither"),
    "no name": ({"DATABASE_URL": f"postgresql://me:{SECRET}@here/"}, "it names no database"),
    "in memory": ({"DATABASE_URL": "sqlite://:memory:"}, "it names no database"),
    "port": ({"DATABASE_URL": f"postgresql://me:{SECRET}@here:post/name"}, "or its port no number"),
}


@pytest.fixture
def registry(
    tmp_path: Path,
    django_db_setup: None,  # noqa: ARG001 - an installation has its database beside that of the tests
) -> Installation:
    return installed(tmp_path / "data")


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_setting_is_said_in_a_line_without_what_may_be_secret(registry: Installation, wrong: str) -> None:
    environment, said = WRONG[wrong]
    registry.environment.update(environment)
    line = registry.run("setup", fails=True)
    assert said in line
    assert next(iter(environment)) in line
    assert len(line.strip().splitlines()) == 1
    assert SECRET not in line
    assert not any(registry.data.iterdir()), "nothing was begun"


def test_a_data_folder_that_cannot_be_is_said(registry: Installation, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    registry.environment["STAYAWAY_DATA"] = str(tmp_path / "file" / "below")
    said = registry.run("setup", fails=True)
    assert str(tmp_path / "file") in said
    assert "STAYAWAY_DATA" in said


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_host_that_is_none_is_said(registry: Installation, processes: str) -> None:
    registry.run("setup")
    said = registry.run("serve", "--host", "nosuchhost.invalid", "--processes", processes, fails=True)
    assert "nosuchhost.invalid:8001: " in said


@pytest.mark.parametrize("years", ["99999", "1001", "0", "-1"])
def test_more_years_than_there_are_is_said(registry: Installation, years: str) -> None:
    registry.run("setup")
    registry.environment["STAYAWAY_KEEP_YEARS"] = years
    assert f"from 1 to 1000, not '{years}'" in registry.run("daily", fails=True)


def test_a_disk_that_is_full_is_said(registry: Installation) -> None:
    said = registry.do(
        "import errno, os\n"
        "from click.testing import CliRunner\n"
        "from stayaway.cli.commands.registry import command\n"
        "from stayaway.registry.operation import setting_up\n"
        "def full(*_):\n    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))\n"
        "setting_up.set_up = full\n"
        "done = CliRunner().invoke(command, ['setup'])\n"
        "print(done.exit_code, done.output, done.exception)\n"
    )
    assert said.split("\n")[0] == f"1 Error: {os.strerror(28)}"


def test_hosts_are_read_as_they_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NAMES", "a.example, b.example,,.c.example,::1,[::2],10.0.0.1")
    assert hosts("NAMES", "d") == ["a.example", "b.example", ".c.example", "[::1]", "[::2]", "10.0.0.1"]
    monkeypatch.setenv("NAMES", "")
    assert hosts("NAMES", "d.example,e.example") == ["d.example", "e.example"]


@pytest.mark.parametrize(("said", "is_so"), [("1", True), ("0", False), ("", False)])
def test_a_switch_is_on_or_off(monkeypatch: pytest.MonkeyPatch, said: str, is_so: bool) -> None:
    monkeypatch.setenv("SWITCH", said)
    assert is_on("SWITCH") is is_so


@pytest.mark.parametrize("said", ["true", "on", "yes", "TRUE", "2", " 1"])
def test_what_may_mean_yes_is_not_taken_for_no(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("SWITCH", said)
    with pytest.raises(ImproperlyConfigured):
        is_on("SWITCH")


@pytest.mark.parametrize("said", ["-1", "1.5", "٣", "9" * 40, "101"])
def test_a_number_is_a_whole_one_within_bounds(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("NUMBER", said)
    with pytest.raises(ImproperlyConfigured):
        whole_number("NUMBER", 5, least=0, most=100)
    monkeypatch.setenv("NUMBER", "100")
    assert whole_number("NUMBER", 5, least=0, most=100) == 100
    monkeypatch.setenv("NUMBER", "")
    assert whole_number("NUMBER", 5, least=0, most=100) == 5


def test_keys_and_mail_are_taken_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    two = [new_key(), new_key()]
    monkeypatch.setenv("KEYS", f"{two[0]}, {two[1]},")
    assert given_keys("KEYS") == two
    monkeypatch.setenv("KEY", two[0])
    assert given_secret("KEY") == two[0]
    assert given_secret("NO_KEY") is None
    monkeypatch.setenv("STAYAWAY_MAIL", "smtps://me:word@mail.court.example:465")
    assert (mail_server().hostname, mail_server().port) == ("mail.court.example", 465)
    monkeypatch.setenv("STAYAWAY_MAIL", "")
    assert mail_server().hostname is None
