"""`README.md` and `docs/commands.md` show what one gets, and the latter leaves no command out."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest

import stayaway
from stayaway.cli.lazy import COMMANDS
from tests.cli.asking import ask

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "commands.md"
TEXT = PAGE.read_text("utf-8")
PAGES = (ROOT / "README.md", PAGE)
SHOWN = [
    example
    for page in PAGES
    for example in re.findall(r"```console\n\$ stayaway (.*)\n((?:.*\n)*?)```", page.read_text("utf-8"))
]


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(("asked", "shown"), SHOWN, ids=[asked for asked, _ in SHOWN])
def test_a_command_shows_what_the_page_says(asked: str, shown: str) -> None:
    said = ask(*shlex.split(asked)).output
    checker = doctest.OutputChecker()
    assert checker.check_output(shown, said, doctest.ELLIPSIS), said


def test_the_python_of_the_page_runs() -> None:
    blocks = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    test = doctest.DocTestParser().get_doctest("".join(blocks), {}, PAGE.name, str(PAGE), 0)
    said: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert results.attempted > 10
    assert results.failed == 0, "".join(said)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_on_the_page(command: str) -> None:
    assert f"stayaway {command}" in TEXT or f"`{command}" in TEXT


@pytest.mark.parametrize("name", stayaway.__all__)
def test_every_question_is_on_the_page_and_there(name: str) -> None:
    thing = getattr(stayaway, name)
    assert name in dir(stayaway)
    if thing.__module__ == "stayaway.api":
        assert f"stayaway.{name}" in TEXT


def test_what_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        getattr(stayaway, "nothing_of_ours")  # noqa: B009
