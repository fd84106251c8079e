"""The website starts with one command, and nothing else needs it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.request import urlopen

import pytest

from tests.cli.asking import ask


def test_the_library_and_the_command_line_do_not_import_django() -> None:
    code = (
        "import sys, stayaway, stayaway.cli.commands.now, stayaway.cli.commands.serve, stayaway.pages.law.page\n"
        "stayaway.read('people: {}\\n')\n"
        "sys.exit(any(name.split('.')[0] in ('django', 'waitress', 'whitenoise') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stayaway.cli.commands.serve.find_spec", lambda _: None)
    result = ask("serve")
    assert result.exit_code == 1
    assert "stayaway[web]" in result.output


@pytest.fixture
def address() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serving = subprocess.Popen(
        [sys.executable, "-m", "stayaway.cli", "serve", "--only", "guide", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        serving.terminate()
        said = serving.communicate(timeout=10)[0]
    assert "/law/" not in said, "a request was logged"


def test_it_serves_pages(address: str) -> None:
    for _ in range(100):
        try:
            with urlopen(f"{address}law/?seen=1", timeout=5) as answer:
                assert answer.headers["Cache-Control"] == "no-store"
                assert "Server" not in answer.headers
                assert b"Washington" in answer.read()
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nothing answered")
