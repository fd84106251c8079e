"""`--on` in all its forms, help, completion, and how soon an answer starts."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime

import click
import pytest

from stayaway.cli import main, out
from stayaway.cli.lazy import COMMANDS
from stayaway.cli.options import SPOKEN
from stayaway.wording.language import LANGUAGES
from tests.cli.asking import SAMPLE, answered, ask


@pytest.mark.parametrize(
    ("on", "as_of"),
    [
        ("2025-04-01", "2025-04-01"),
        ("2025-04-01T21:00", "2025-04-01T21:00:00-07:00"),
        ("2025-01-01T21:00", "2025-01-01T21:00:00-08:00"),
        ("2025-04-01T21:00-04:00", "2025-04-01T21:00:00-04:00"),
        ("2025-04-01 21:00:30Z", "2025-04-01T21:00:30+00:00"),
    ],
)
def test_a_day_or_an_instant(on: str, as_of: str) -> None:
    assert answered("now", SAMPLE, "--on", on)["as_of"] == as_of


def test_without_it_the_present_counts_what_is_written_down_for_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(out, "clock", lambda: datetime(2025, 3, 11, 17, tzinfo=UTC))
    found = answered("now", SAMPLE)
    assert found["as_of"] == "2025-03-11T17:00:00+00:00"
    assert {order["id"]: order["in_force"] for order in found["orders"]}["criminal-order"] == "yes"
    assert "For today: March 11, 2025" in ask("now", SAMPLE).stdout


def test_every_command_has_help() -> None:
    shown = ask("--help").stdout
    for name in COMMANDS:
        assert f"\n  {name}" in shown
        command = main.get_command(click.Context(main), name)
        assert command is not None
        said = ask(name, "--help")
        assert said.exit_code == 0
        assert len(command.help or "") > 40
        assert "..." not in (command.short_help or "")
        assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert "completion" in shown
    assert "not legal advice" in shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    assert "_STAYAWAY_COMPLETE" in ask("completion", shell).stdout


def test_people_of_the_file_are_completed() -> None:
    words = f"stayaway contact {SAMPLE} --from "
    env = {**os.environ, "_STAYAWAY_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "4"}
    run = subprocess.run([sys.executable, "-m", "stayaway.cli"], env=env, capture_output=True, text=True, check=False)
    assert "plain,alex" in run.stdout


def test_the_languages_offered_are_those_of_the_wording() -> None:
    assert SPOKEN == LANGUAGES


@pytest.mark.parametrize(
    ("arguments", "unread"),
    [
        (["--help"], ("pydantic", "yaml", "babel", "rich", "isodate", "rapidfuzz")),
        (["now", "--help"], ("pydantic", "yaml", "babel", "rich", "rapidfuzz")),
        (["now", SAMPLE, "--on", "2025-04-01"], ("rich", "rapidfuzz")),
    ],
)
def test_nothing_is_loaded_that_is_not_used(arguments: list[str], unread: tuple[str, ...]) -> None:
    """What makes a cold start fast, without a clock that a busy machine would make lie."""
    code = (
        "import sys\nfrom stayaway.cli import main\n"
        f"try:\n    main({arguments!r}, prog_name='stayaway')\nexcept SystemExit:\n    pass\n"
        f"loaded = [name for name in {unread!r} if name in sys.modules]\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
