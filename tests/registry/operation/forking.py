"""Runs commands of the registry, each in a fork of one process that has read what takes long to read.

Each begins as a new process would: Django has not started, no environment has been looked at, nothing is open.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from importlib import import_module
from pathlib import Path

READ_ONCE = (
    "cryptography.fernet",
    "django.core.serializers.json",
    "django.db.models",
    "django.http",
    "psycopg",
    "stayaway.cli",
    "stayaway.files.read",
    "stayaway.law.federal",
    "stayaway.reasoning.authority",
)
"""What needs no settings of Django."""


def run(asked: dict[str, object]) -> None:
    """In the fork: what was asked, with its own environment, folder and outputs."""
    environment, folder = asked["environment"], str(asked["folder"])
    assert isinstance(environment, dict)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[:0] = [path for path in (environment.get("PYTHONPATH"),) if path]
    os.chdir(folder)
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(str(asked[name]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    code = 1
    try:
        if "code" in asked:
            exec(str(asked["code"]), {"__name__": "__main__"})
        else:
            from stayaway.cli import main

            arguments = asked["arguments"]
            assert isinstance(arguments, list)
            main(arguments, prog_name="stayaway")
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    """Answer each line with the exit status of what it asked."""
    for name in READ_ONCE:
        import_module(name)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            run(json.loads(line))
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))
    main()
