"""The commands that a scheduler or whoever runs the machine gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .installing import Installation, installed

CASE = """
from tests.registry.world import make_world, open_civil
open_civil(make_world(), expires="2030-01-01")
"""
REMINDED = """
from datetime import UTC, datetime, timedelta
from stayaway.reasoning.authority import Role
from stayaway.registry.entries import Proposal, What
from tests.registry.world import enter, make_world, open_civil
world = make_world()
open_civil(world, expires=(datetime.now(UTC) + timedelta(days=10)).date().isoformat())
enter(world.clerk, Proposal(What.CONTACT_CHOSEN, world.rosa, "2025-05-01", {}, {"email": "a@example.org"},
                            acting=Role.PROTECTED_PERSON))
"""
BROKEN = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("ALTER TABLE registry_task RENAME TO registry_task_gone")
"""
SESSIONS = """
from datetime import UTC, datetime
from stayaway.registry.accounts.models import Session
at = datetime(2025, 4, 1, 12, tzinfo=UTC)
if not Session.objects.exists():
    Session.objects.create(session_key="k", session_data="", expire_date=at, began=at, seen=at)
    print("made")
"""
FOLLOWS = """
from stayaway.registry.models import CaseRow
if CaseRow.objects.filter(number="tampered").exists():
    print("tampered")
CaseRow.objects.update(number="tampered", folded={})
"""


@pytest.fixture
def registry(
    tmp_path: Path,
    django_db_setup: None,  # noqa: ARG001 - its database is made beside that of the tests
) -> Installation:
    there = installed(tmp_path / "data")
    there.environment["PYTHONPATH"] = str(Path(__file__).parents[3])
    there.run("setup")
    return there


def test_a_day(registry: Installation) -> None:
    registry.do(CASE)
    assert registry.do(SESSIONS) == "made\n"
    said = registry.run("daily")
    assert "looked at again: 1" in said
    assert "Looks sealed: 0" in said
    assert "Reminders are not sent: STAYAWAY_MAIL is not set" in said
    assert "kept: STAYAWAY_KEEP_YEARS is not set" in said
    assert registry.do(SESSIONS) == "made\n", "a session that is over was removed"
    registry.environment["STAYAWAY_KEEP_YEARS"] = "10"
    assert "10 years ago: 0" in registry.run("daily")
    registry.environment["STAYAWAY_KEEP_YEARS"] = "soon"
    assert "not 'soon'" in registry.run("daily", fails=True)


def test_what_fails_stops_nothing_else(registry: Installation) -> None:
    registry.do(REMINDED)
    assert registry.do(SESSIONS) == "made\n"
    registry.environment.update(STAYAWAY_MAIL="smtp://127.0.0.1:9", STAYAWAY_KEEP_YEARS="10")
    said = registry.run("daily", fails=True)
    assert re.search(r"Reminders sent: 0; not sent, and due still: (\d) \(ConnectionRefusedError \1\)", said)
    assert "10 years ago: 0" in said
    assert said.strip().endswith("Not all was done: reminders. What was not done is done the next time.")
    assert registry.do(SESSIONS) == "made\n", "a session that is over was removed"
    registry.do(BROKEN)
    said = registry.run("daily", fails=True)
    assert "Not done, tasks: OperationalError" in said or "Not done, tasks: ProgrammingError" in said
    assert "registry_task" not in said, "messages of failures hold values"
    assert "10 years ago: 0" in said
    assert "Not all was done: tasks, reminders." in said
    assert registry.do(SESSIONS) == "made\n"


def test_what_is_shown_is_made_again(registry: Installation) -> None:
    registry.do(CASE)
    registry.run("verify")
    registry.do(FOLLOWS)
    assert "does not follow from the journal" in registry.run("verify", fails=True)
    assert "3 people and cases" in registry.run("rebuild")
    assert "holds" in registry.run("verify")
    assert registry.do(FOLLOWS) == ""


def test_it_begins_behind_an_entry_that_there_is(registry: Installation) -> None:
    registry.do(CASE)
    registry.run("verify", "--after", "2")
    assert "no entry 99" in registry.run("verify", "--after", "99", fails=True)


def test_the_first_administrators(registry: Installation) -> None:
    said = registry.run("first-administrator", "one@court.example", "One Example", "--address", "https://r.example/")
    assert said.startswith("https://r.example/")
    assert "once" in said
    assert registry.run("first-administrator", "two@court.example", "Two Example") != said
    again = registry.run("first-administrator", "One@court.example", "One Example", fails=True)
    assert "an account with" in again
    assert "not an e-mail address" in registry.run("first-administrator", "nobody", "Nobody", fails=True)
    assert "empty" in registry.run("first-administrator", "three@court.example", " ", fails=True)


def test_a_database_that_does_not_answer_is_said_without_a_trace(registry: Installation) -> None:
    registry.environment["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:9/none?connect_timeout=2"
    assert "The database: OperationalError" in registry.run("verify", fails=True)
