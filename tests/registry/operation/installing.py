"""A registry as somebody installs it: a data folder, a database of its own, and the commands."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
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
        done = self._run("-m", "stayaway.cli", "registry", *arguments)
        assert "Traceback" not in done.stderr, done.stderr
        assert (done.returncode != 0) is fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def do(self, code: str) -> str:
        """Run Python in the registry; what it printed."""
        begin = "from stayaway.registry.operation.setting_up import begin\nbegin()\n"
        done = self._run("-W", "error::RuntimeWarning", "-c", begin + code)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _run(self, *arguments: str) -> CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            env=self.environment,
            cwd=self.data,
            capture_output=True,
            text=True,
            check=False,
        )


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
