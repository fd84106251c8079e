"""One command serves the website and the registry, each in its own process, and ends both."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner
from django.db import connection

from stayaway.cli import main

from .installing import Installation, installed

pytestmark = pytest.mark.django_db
PATIENCE = 120
"""Seconds, on a busy machine."""


def listen_to_interruptions() -> None:
    """Let an interruption end this process."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def registry(tmp_path: Path) -> Installation:
    return installed(tmp_path / "data")


def two_free_ports() -> int:
    """A port that is free, and the next one too."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            try:
                second.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port


def begun(registry: Installation) -> tuple[subprocess.Popen[str], int]:
    """A server that serves, and its port. Between a port being free and being taken, somebody else may take it."""
    for _ in range(5):
        port = two_free_ports()
        process = subprocess.Popen(
            [sys.executable, "-m", "stayaway.cli", "serve", "--port", str(port)],
            env=registry.environment,
            cwd=registry.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # Where the tests run behind a shell, an interruption is ignored, and so it would be below them.
            preexec_fn=listen_to_interruptions,
        )
        if serves(process, port):
            return process, port
        _, said = process.communicate()
        assert "already in use" in said, said
    raise AssertionError("the ports were always taken")


def serves(process: subprocess.Popen[str], port: int) -> bool:
    """Wait until a server has begun. False: it ended."""
    last = time.monotonic() + PATIENCE
    while process.poll() is None:
        with socket.socket() as website, socket.socket() as registry:
            if not website.connect_ex(("127.0.0.1", port)) and not registry.connect_ex(("127.0.0.1", port + 1)):
                time.sleep(0.5)  # where it is somebody else who answers, ours is about to end
                return process.poll() is None
        if time.monotonic() > last:
            process.kill()
            raise AssertionError(f"it did not begin: {process.communicate()}")
        time.sleep(0.1)
    return False


@pytest.fixture
def serving(registry: Installation) -> Iterator[tuple[subprocess.Popen[str], int]]:
    process, port = begun(registry)
    yield process, port
    process.kill()
    process.communicate()


def opened(address: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    """What an address answers, once somebody answers there."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        try:
            with urlopen(Request(address, headers=headers), timeout=5) as answer:
                return answer.status, answer.read(), dict(answer.headers)
        except HTTPError as error:
            return error.code, error.read(), dict(error.headers)
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError("nothing answered")


def is_free(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) != 0


def test_both_answer_and_both_end(serving: tuple[subprocess.Popen[str], int]) -> None:
    process, port = serving
    status, said, _ = opened(f"http://127.0.0.1:{port + 1}/health/")
    assert (status, json.loads(said)["status"]) == (200, "ok")
    assert opened(f"http://127.0.0.1:{port}/law/?seen=1")[0] == 200
    assert opened(f"http://127.0.0.1:{port + 1}/no/such/Marrowbone/")[0] in (302, 404)
    assert opened(f"http://127.0.0.1:{port + 1}/metrics/", **{"X-Forwarded-For": "203.0.113.9"})[0] == 404
    process.send_signal(signal.SIGINT)
    out, log = process.communicate(timeout=60)
    assert f"http://127.0.0.1:{port}/" in out
    assert f"http://127.0.0.1:{port + 1}/" in out
    events = [json.loads(line)["event"] for line in log.splitlines()]
    # On a busy machine the server says, too, that somebody waits.
    assert [event for event in events if event != "waitress.queue"][:2] == ["serving", "request"]
    assert "Marrowbone" not in out + log
    assert is_free(port)
    assert is_free(port + 1)


def test_the_website_does_not_go_on_alone(registry: Installation) -> None:
    with socket.socket() as taken:
        port = two_free_ports() + 1
        taken.bind(("127.0.0.1", port))
        taken.listen()
        done = subprocess.run(
            [sys.executable, "-m", "stayaway.cli", "serve", "--port", str(port - 1)],
            env=registry.environment,
            cwd=registry.data,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode == 1
    assert f":{port}: Address already in use" in done.stderr
    assert "Traceback" not in done.stderr
    assert is_free(port - 1)


def test_it_does_not_serve_tables_of_another_version(registry: Installation) -> None:
    assert "stayaway registry setup" in registry.run("serve", fails=True)


def test_it_does_not_serve_while_people_stand_under_keys_of_another_version(registry: Installation) -> None:
    registry.run("load-samples")
    people = "from stayaway.registry.models import NameKey, PersonRow\n"
    keys = people + "print(sorted(NameKey.objects.values_list('person_id', 'kind', 'key', 'born', 'sketch')))"
    before = registry.do(keys)
    some = "list(PersonRow.objects.order_by('id').values_list('id', flat=True)[:3])"
    registry.do(
        f"{people}some = {some}\nNameKey.objects.filter(person__in=some).update(key='outdated')\n"
        "NameKey.objects.filter(person__in=some, kind='given').delete()\n"
        "PersonRow.objects.filter(id__in=some).update(keys_edition=1)"
    )
    assert "stayaway registry setup" in registry.run("serve", fails=True)
    assert "made the keys of names anew for 3 people" in registry.run("setup")
    assert registry.do(keys) == before
    assert registry.run("setup") == "The registry was set up already.\n"
    registry.run("verify")


def test_only_the_owner_reads_what_it_writes(registry: Installation) -> None:
    registry.data.chmod(0o755)
    registry.run("setup")
    written = {path.name: path.stat().st_mode & 0o777 for path in registry.data.iterdir()}
    assert written.keys() >= {"secret-key", "field-keys", "lookup-key"}
    assert connection.vendor != "sqlite" or "registry.sqlite3" in written
    assert set(written.values()) == {0o600}, written


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stayaway.cli.commands.registry.find_spec", lambda _: None)
    result = CliRunner().invoke(main, ["registry", "setup"])
    assert result.exit_code == 1
    assert "stayaway[web,registry]" in result.output


def test_help_needs_no_database() -> None:
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom stayaway.cli import main\n"
        "assert 'rotate-keys' in CliRunner().invoke(main, ['registry', '--help']).output\n"
        "sys.exit(any(name.split('.')[0] in ('django', 'allauth') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


FIRST = """
import json, sys
from wsgiref.util import setup_testing_defaults
from stayaway.registry.wsgi import application

loaded = set(sys.modules)
asked, said = {"PATH_INFO": "/api/openapi.json", "HTTP_HOST": "localhost"}, []
setup_testing_defaults(asked)
b"".join(application(asked, lambda status, headers, error=None: said.append(status)))
print(json.dumps([said, sorted(set(sys.modules) - loaded)]))
"""


def test_a_program_that_calls_first_waits_for_nothing_to_be_loaded(registry: Installation) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST], env=registry.environment, capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    said, loaded = json.loads(done.stdout.splitlines()[-1])
    assert said == ["200 OK"]
    assert [one for one in loaded if one.startswith("stayaway.")] == []
