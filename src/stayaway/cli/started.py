"""The registry, started for a command: Django, its settings and its tables. Imported only when a command needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def registry(*, needs_tables: bool = False, make_ready: bool = False, any_keys: bool = False) -> Iterator[None]:
    """Django, started for a command. What is wrong with its keys or the database is said without a trace.

    `any_keys`: it works with other keys than those of the registry too.
    """
    from stayaway.registry.operation.setting_up import (
        DatabaseFails,
        KeysFail,
        SettingsFail,
        begin,
        failing_plainly,
        is_new,
        is_set_up,
        refuse_other_keys,
        set_up,
    )

    try:
        begin()
    except SettingsFail as error:
        raise click.ClickException(str(error)) from None
    try:
        with failing_plainly():
            if make_ready and is_new():
                set_up()
            if needs_tables and not is_set_up():
                raise click.ClickException("The tables are not those of this version. Run: stayaway registry setup")
            if needs_tables and not any_keys:
                refuse_other_keys()
            yield
    except KeysFail as error:
        raise click.ClickException(str(error)) from None
    except DatabaseFails as error:
        raise click.ClickException(str(error)) from None
