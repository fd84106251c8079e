"""The commands that a scheduler or whoever runs the machine gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from .installing import Installation, installed

CASE = """
from tests.registry.world import make_world, open_civil
open_civil(make_world(), expires="2030-01-01")
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
def registry(tmp_path: Path, django_db_setup: None) -> Installation:  # noqa: ARG001
    there = installed(tmp_path / "data")
    there.environment["PYTHONPATH"] = str(Path(__file__).parents[3])
    there.run("setup")
    return there


def test_a_day(registry: Installation) -> None:
    registry.do(CASE)
    assert registry.do(SESSIONS) == "made\n"
    said = registry.run("daily")
    assert "looked at again: 1" in said
    assert "Reminders sent: 0" in said
    assert "kept: STAYAWAY_KEEP_YEARS is not set" in said
    assert registry.do(SESSIONS) == "made\n", "a session that is over was removed"
    registry.environment["STAYAWAY_KEEP_YEARS"] = "10"
    assert "10 years ago: 0" in registry.run("daily")
    registry.environment["STAYAWAY_KEEP_YEARS"] = "soon"
    assert "not 'soon'" in registry.run("daily", fails=True)


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
