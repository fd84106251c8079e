"""A registry as somebody installs it: a data folder, a database of its own, and the commands."""

from __future__ import annotations

import atexit
import json
import os
import secrets
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql


@dataclass(frozen=True)
class Installation:
    """One registry on this machine."""

    data: Path
    environment: dict[str, str]

    def run(self, *arguments: str, fails: bool = False) -> str:
        """Run a command of the registry; what it said. It has to succeed, or to fail without a trace."""
        code, said = self._run(arguments=["registry", *arguments])
        assert "Traceback" not in said, said
        assert (code != 0) is fails, said
        return said

    def do(self, code: str) -> str:
        """Run Python in the registry; what it printed."""
        begin = "from stayaway.registry.operation.setting_up import begin\nbegin()\n"
        status, said = self._run(code=begin + code)
        assert status == 0, said
        return said

    def _run(self, **asked: object) -> tuple[int, str]:
        with tempfile.TemporaryDirectory() as folder:
            out, err = Path(folder) / "out", Path(folder) / "err"
            about = {"environment": self.environment, "folder": str(self.data), "out": str(out), "err": str(err)}
            code = forks().ask(json.dumps(asked | about))
            return code, out.read_text("utf-8") + err.read_text("utf-8")


class Forks:
    """The process that forks one for each command."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("forking.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self.end)

    def ask(self, line: str) -> int:
        """The exit status of what a line asks for."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def end(self) -> None:
        """End it."""
        self.process.kill()
        self.process.communicate()


@cache
def forks() -> Forks:
    """One for the whole run."""
    return Forks()


def installed(folder: Path) -> Installation:
    """A new installation on the kind of database that the tests run on. Nothing is set up in it yet."""
    folder.mkdir()
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")
    }
    environment["STAYAWAY_DATA"] = str(folder)
    if connection.vendor == "postgresql":
        environment["DATABASE_URL"] = new_database()
    return Installation(folder, environment)


def new_database() -> str:
    """The address of a new, empty database on the server of the tests."""
    name = f"installed_{secrets.token_hex(4)}"
    with psycopg.connect(address_of(connection, "postgres"), autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return address_of(connection, name)


def address_of(database: BaseDatabaseWrapper, name: str = "") -> str:
    """The address of the database that the tests are on, or of another one on its server."""
    if database.vendor == "sqlite":
        return f"sqlite:///{database.settings_dict['NAME']}"
    known = {key: quote(str(value), safe="") for key, value in database.get_connection_params().items()}
    login = ":".join(known[key] for key in ("user", "password") if key in known)
    port = f":{known['port']}" if "port" in known else ""
    return f"postgresql://{login}@{known.get('host', '')}{port}/{quote(name) or known['dbname']}"
