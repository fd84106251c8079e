"""Backup and restore of the whole registry: its database and its attached papers.

The keys are never among them: a backup without them is unreadable where it matters, and a copy of them belongs
somewhere else. A backup says by fingerprints which keys it needs.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from stayaway.registry.chain import Break, broken
from stayaway.registry.keys import fingerprint
from stayaway.registry.models import Head

from .databases import CannotCopy, copier
from .known_keys import FIELD, LOOKUP, needed, unreadable_factors
from .verifying import wrong_papers

ABOUT = "backup.json"
PAPERS = "documents"
FORMAT = 1
PRIVATE = 0o700
READ_BYTES = 1024 * 1024


class CannotBackUp(Exception):
    """A backup or restore did not happen. The message says why, and what would help."""


class ChainBroken(CannotBackUp):
    """The journal of a backup does not hold. `breaks` says where."""

    def __init__(self, breaks: Iterable[Break]) -> None:
        self.breaks = tuple(breaks)
        super().__init__(f"the journal in it does not hold, first at entry {self.breaks[0].number}")


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself. `number`, `hash`: where the chain ended. `keys`: fingerprints of all it needs."""

    format: int
    made: str
    database: str
    number: int
    hash: str
    papers: int
    keys: tuple[str, ...]
    lookup_key: str
    migrations: tuple[str, ...]
    files: dict[str, str]
    """SHA-256 of each file, by its path in the backup."""


def back_up(to: Path, now: datetime) -> About:
    """Write a backup into a folder that is not there yet. Others may go on reading and writing. Raises CannotBackUp."""
    if to.exists():
        raise CannotBackUp(f"{to} is there already; name a folder that is not")
    part = to.with_name(f"{to.name}.{secrets.token_hex(4)}.part")
    try:
        part.mkdir(parents=True, mode=PRIVATE)
        head = Head.objects.get(id=1)
        keys = needed(FIELD)
        _copy_database(part)
        # After the database: papers are kept before the entries that name them, so none of those is missing.
        _copy_papers(Path(settings.DOCUMENTS), part / PAPERS)
        about = About(
            format=FORMAT,
            made=now.isoformat(timespec="seconds"),
            database=connection.vendor,
            number=head.number,
            hash=head.hash,
            papers=sum(1 for _ in _files(part / PAPERS)),
            keys=_named(keys | needed(FIELD)),  # of before and after: they may be changed meanwhile
            lookup_key=next(iter(needed(LOOKUP)), fingerprint(settings.LOOKUP_KEY)),
            migrations=tuple(sorted(".".join(one) for one in MigrationRecorder(connection).applied_migrations())),
            files={path.relative_to(part).as_posix(): _digest(path) for path in _files(part)},
        )
        (part / ABOUT).write_text(json.dumps(asdict(about), indent=1) + "\n", "utf-8")
        for path in (*_files(part), part):
            _flush(path)
        part.rename(to)
    except OSError as error:
        raise CannotBackUp(f"{error.filename or to}: {said_of(error)}") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return about


def restore(source: Path, *, even_if_broken: bool = False) -> About:
    """Fill an empty registry from a backup, whole or not at all. Raises CannotBackUp, and ChainBroken.

    `even_if_broken`: keep what was restored also where the journal does not hold; for when there is nothing better.
    """
    about = _read_about(source)
    _is_for_here(about)
    _is_whole(source, about)
    _is_empty_here()
    papers = Path(settings.DOCUMENTS)
    loads = copier()
    try:
        loads.load(source / loads.name)
        _copy_papers(source / PAPERS, papers)
        breaks = list(_breaks(about))
        if breaks and not even_if_broken:
            raise ChainBroken(breaks)
        if not even_if_broken:
            _opens_here()
        _end_sessions()
    except BaseException as error:
        loads.empty()
        shutil.rmtree(papers, ignore_errors=True)
        if isinstance(error, CannotCopy):
            raise CannotBackUp(str(error)) from None
        if isinstance(error, OSError):
            raise CannotBackUp(f"{error.filename or papers}: {said_of(error)}") from None
        raise
    return about


def said_of(error: OSError) -> str:
    """What the system says of a failure; of several files that were copied, of the first."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        return str(error.args[0][0][-1])
    return error.strerror or type(error).__name__


def _copy_database(to: Path) -> None:
    copies = copier()
    try:
        copies.dump(to / copies.name)
    except CannotCopy as error:
        raise CannotBackUp(str(error)) from None


def _copy_papers(source: Path, to: Path) -> None:
    """Copy the folder of papers, but what is just being written."""
    if source.is_dir():
        shutil.copytree(source, to, ignore=shutil.ignore_patterns("*.part"), dirs_exist_ok=True)


def _read_about(source: Path) -> About:
    try:
        said: dict[str, Any] = json.loads((source / ABOUT).read_text("utf-8"))
        if said["format"] != FORMAT:
            raise CannotBackUp(f"{source} is of format {said['format']}; this version reads format {FORMAT}")
        lists = {name: tuple(said[name]) for name in ("keys", "migrations")}
        return About(**{**said, **lists})
    except OSError:
        raise CannotBackUp(f"{source} is no backup: there is no {ABOUT} in it") from None
    except (ValueError, KeyError, TypeError):
        raise CannotBackUp(f"{source / ABOUT} cannot be read as what a backup says of itself") from None


def _is_for_here(about: About) -> None:
    """Whether this registry can take the backup: the kind of database, the version, the keys."""
    if about.database != connection.vendor:
        raise CannotBackUp(f"it is of {about.database}, and the database here is {connection.vendor}; they do not mix")
    known = {".".join(one) for one in MigrationLoader(None).disk_migrations}
    newer = sorted(set(about.migrations) - known)
    if newer:
        raise CannotBackUp(f"it is from a newer version, which knows {newer[0]}; install that version first")
    here = set(map(fingerprint, settings.FIELD_KEYS))
    missing = [one for one in about.keys if one not in here]
    if missing:
        raise CannotBackUp(
            f"what is encrypted in it needs the key with the fingerprint {' and that with '.join(missing)}, which is"
            f" not here; put it into STAYAWAY_KEYS or {settings.DATA / 'field-keys'}, behind those that are there"
        )
    if fingerprint(settings.LOOKUP_KEY) != about.lookup_key:
        raise CannotBackUp(
            "people are found by number with another key than here; put that key into STAYAWAY_LOOKUP_KEY"
            f" or {settings.DATA / 'lookup-key'}"
        )


def _is_whole(source: Path, about: About) -> None:
    """Whether every file of the backup is what it was when it was made, and none is missing."""
    wrong = [name for name, digest in about.files.items() if _digest(source / name) != digest]
    if wrong:
        more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise CannotBackUp(f"it is damaged: {wrong[0]} is missing or not what it was{more}")


def _is_empty_here() -> None:
    """Whether there is nothing yet where the backup would go."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    if tables:
        raise CannotBackUp("the database here is not empty; a backup is restored into an empty one alone")
    if any(_files(Path(settings.DOCUMENTS))):
        raise CannotBackUp(f"{settings.DOCUMENTS} is not empty; a backup is restored into an empty folder alone")


def _breaks(about: About) -> Iterable[Break]:
    """Where the restored journal does not hold, or does not reach as far as the backup says."""
    yield from broken()
    head = Head.objects.get(id=1)
    if head.number < about.number:
        yield Break(head.number, "cut_off")


def _opens_here() -> None:
    """Whether each paper and second factor that was restored can be read. Raises CannotBackUp."""
    papers = wrong_papers()
    if papers:
        digest, what = papers[0]
        more = f", and {len(papers) - 1} more" if len(papers) > 1 else ""
        raise CannotBackUp(f"a paper in it cannot be read with the keys here: {digest} is {what}{more}")
    factors = unreadable_factors()
    if factors:
        raise CannotBackUp(
            f"{len(factors)} second factors in it open with none of the keys here, so nobody could sign in with them"
        )


def _named(known: set[str]) -> tuple[str, ...]:
    """The fingerprints of keys, in the order in which the keys stand here; others behind."""
    here = [fingerprint(key) for key in settings.FIELD_KEYS]
    return tuple(one for one in here if one in known or not known) + tuple(sorted(known - set(here)))


def _end_sessions() -> None:
    """Whoever was signed in when the backup was made signs in again."""
    from stayaway.registry.accounts.models import Session

    Session.objects.all().delete()


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _flush(path: Path) -> None:
    """Have what was written on the disk before the backup is said to be there."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
