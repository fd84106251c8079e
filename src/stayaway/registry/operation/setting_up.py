"""Making the registry ready: Django's start, the tables, and what to look at afterwards."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import StringIO
from pathlib import Path

FIRST_WITH_KEYS = "0006_known_keys"
"""The migration from which on the database knows which keys it needs."""


class SettingsFail(Exception):
    """A setting or a key of the registry cannot be used. The message says which, and what would be right."""


def begin() -> None:
    """Start Django with the registry's settings, for a command. What it writes is for its owner alone.

    The environment may name the settings of the guide. Raises SettingsFail.
    """
    os.umask(0o077)
    os.environ["DJANGO_SETTINGS_MODULE"] = "stayaway.registry.settings"
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise SettingsFail(str(error)) from None
    except OSError as error:
        where = error.filename or os.environ.get("STAYAWAY_DATA", "var")
        raise SettingsFail(f"{where}: {error.strerror}; STAYAWAY_DATA names the data folder") from None


class DatabaseFails(Exception):
    """The database or the disk does not do what it was asked. The message says what it said."""


@contextmanager
def failing_plainly() -> Iterator[None]:
    """What is wrong with the database, the disk or a secret as one line. Raises DatabaseFails."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    from stayaway.registry.secret_fields import Unreadable

    try:
        yield
    except (DatabaseError, ImproperlyConfigured) as error:
        said = next(iter(str(error).splitlines()), "it says no more")
        raise DatabaseFails(f"The database: {type(error).__name__}: {said}") from None
    except Unreadable:
        raise DatabaseFails(
            "None of the keys here opens something that is kept encrypted: `stayaway registry verify` says what"
        ) from None
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever read what is said is gone
            raise
        raise DatabaseFails(": ".join(str(one) for one in (error.filename, error.strerror or error) if one)) from None


def now() -> datetime:
    """This instant."""
    from django.utils import timezone

    return timezone.now()


def data_folder() -> Path:
    """Where papers and kept keys lie."""
    from django.conf import settings

    return Path(settings.DATA)


class KeysFail(Exception):
    """The keys here are not those of the registry. The message says what to do."""


def refuse_other_keys() -> None:
    """Compare the keys here with those that the database needs, and know a new one. Raises KeysFail."""
    from .known_keys import OtherKeys, know_keys

    try:
        know_keys()
    except OtherKeys as error:
        raise KeysFail(str(error)) from None


def set_up() -> list[str]:
    """Make the tables, or bring them up to this version. Returns the migrations that were applied. Raises KeysFail."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not is_new() and ("registry", FIRST_WITH_KEYS) in executor.loader.applied_migrations:
        refuse_other_keys()  # before anything is changed
    planned = executor.migration_plan(executor.loader.graph.leaf_nodes())
    call_command("migrate", interactive=False, verbosity=0, stdout=StringIO())
    refuse_other_keys()
    return [f"{migration.app_label}.{migration.name}" for migration, _ in planned]


def renew_keys() -> int:
    """Bring the keys by which people are found by name up to this version. Returns for how many people."""
    from stayaway.registry.renewing import renew_keys

    return renew_keys()


def is_new() -> bool:
    """Whether there is no table yet."""
    from django.db import connection

    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def is_set_up() -> bool:
    """Whether the tables are those of this version, and so are the keys by which people are found."""
    from stayaway.registry.finding.candidates import are_keys_current

    from .health import is_up_to_date

    return is_up_to_date() and are_keys_current()
