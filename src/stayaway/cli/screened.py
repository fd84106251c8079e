"""What `stayaway screen` and `stayaway registry screen` share: the log, the folder and the engine, or what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from stayaway.pages.voice import Voice
    from stayaway.screening.engines import Engine
    from stayaway.screening.layouts import Found

INSTALL = "pip install 'stayaway[screening]'"
INSTALL_SPARK = "pip install 'stayaway[screening,spark]'"


@contextmanager
def installed() -> Iterator[None]:
    """Say what to install where something is missing."""
    from stayaway.wording.screening import ScreeningCode as Say

    from .out import Refused

    try:
        yield
    except ModuleNotFoundError as missing:
        raise Refused(Say.NOT_INSTALLED, command=INSTALL) from missing


def found_in_log(contacts: Path, mapping: str | None, voice: Voice) -> Found:
    """Which columns of the log say what."""
    from stayaway.screening.layouts import WrongLayout, layout_of
    from stayaway.screening.reading import ENDINGS, kind_of, look
    from stayaway.wording.screening import ScreeningCode as Say

    from .out import Refused, plainly

    if kind_of(contacts) is None:
        raise Refused(Say.UNKNOWN_KIND, file=plainly(contacts.name), wanted=", ".join(ENDINGS))
    try:
        return look(contacts, layout_of(mapping))
    except WrongLayout as wrong:
        code = Say.MAPPING_MISSING if wrong.missing else Say.MAPPING_FAULT
        said = (
            voice.speaker.sentence(code, {"where": place, "read": plainly(read), "wanted": plainly(", ".join(wanted))})
            for place, read, wanted in wrong.faults
        )
        raise Refused(Say.WRONG_MAPPING, file=plainly(wrong.name), faults=" ".join(said)) from wrong
    except OSError as wrong:
        raise Refused(Say.CANNOT_READ, file=plainly(str(contacts)), why=wrong.strerror or str(wrong)) from wrong


@contextmanager
def written_to(folder: Path) -> Iterator[None]:
    """Say that a folder holds another run, or cannot be written to."""
    from stayaway.screening.running import OtherRun
    from stayaway.wording.screening import ScreeningCode as Say

    from .out import Refused, plainly

    try:
        yield
    except OtherRun as other:
        raise Refused(Say.OTHER_RUN, folder=plainly(str(folder))) from other
    except OSError as wrong:
        raise Refused(Say.CANNOT_WRITE, folder=plainly(str(folder))) from wrong


def refuse_beforehand(
    contacts: Path, folder: Path, mapping: str | None, zone: str | None, as_csv: bool, voice: Voice
) -> None:
    """Refuse whatever is wrong with a log, a mapping or a folder before any order is read for them."""
    with installed(), readable(contacts, voice):
        from stayaway.screening.running import of_log, refuse_another

        found = found_in_log(contacts, mapping, voice)
        zone_named(found.layout.zone if zone is None else zone, voice)
        with written_to(folder):
            refuse_another(folder, of_log(contacts, found, csv=as_csv))


def write_orders(folder: Path, text: str) -> Path:
    """Write the orders that a log is held against beside what is found. Others that are there stay, and are refused."""
    with installed(), written_to(folder):
        from stayaway.files.whole import private_folder, write_first
        from stayaway.screening.running import OtherRun

        private_folder(folder)
        orders, content = folder / "orders.yaml", text.encode("utf-8")
        if not write_first(orders, content) and orders.read_bytes() != content:
            raise OtherRun
        return orders


def zone_named(name: str | None, voice: Voice) -> ZoneInfo:
    """The zone of times without an offset, and of days and hours: as asked for, or the mapping's, or the court's."""
    from zoneinfo import ZoneInfo

    from stayaway.wording.screening import ScreeningCode as Say

    from .out import Refused, plainly

    if name is None:
        return voice.zone
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as wrong:
        raise Refused(Say.UNKNOWN_ZONE, read=plainly(name)) from wrong


@contextmanager
def readable(contacts: Path, voice: Voice) -> Iterator[None]:
    """Say that a file cannot be read as a log, and why."""
    from stayaway.screening.reading import WrongLog
    from stayaway.screening.shaping import UNREADABLE
    from stayaway.wording.screening import ScreeningCode as Say

    from .out import Refused, plainly

    try:
        yield
    except WrongLog as wrong:
        why = voice.speaker.sentence(UNREADABLE[wrong.why])
        raise Refused(Say.BROKEN_LOG, file=plainly(contacts.name), why=why) from wrong


@contextmanager
def engine_named(name: str, memory: str | None, threads: int | None, folder: Path) -> Iterator[Engine]:
    """The engine of this name, until it is no longer needed."""
    from stayaway.wording.screening import ScreeningCode as Say

    from .out import Refused, plainly

    if name == "spark":
        try:
            from stayaway.screening.spark import Spark

            chosen: Engine = Spark()
        except Exception as wrong:
            raise Refused(Say.NO_SPARK, command=INSTALL_SPARK) from wrong
    else:
        import duckdb

        from stayaway.screening.engines import DuckDB

        try:
            chosen = DuckDB(memory=memory, threads=threads, spill=folder / "spill")
        except duckdb.Error as wrong:
            raise Refused(Say.WRONG_MEMORY, read=plainly(memory or "")) from wrong
    try:
        yield chosen
    except Exception as wrong:
        if memory is not None and type(wrong).__name__ == "OutOfMemoryException":
            raise Refused(Say.WRONG_MEMORY, read=plainly(memory)) from wrong
        raise
    finally:
        chosen.close()
