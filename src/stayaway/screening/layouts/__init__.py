"""Which column of a log says what: built-in layouts, and mapping files of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from phonenumbers import SUPPORTED_REGIONS
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PrivateAttr, ValidationError

from stayaway.law import yaml12
from stayaway.model import Channel, Unit

from ..instants import says_when


class Part(StrEnum):
    """What a column of a log can tell of a contact."""

    FROM = "from"
    TO = "to"
    AT = "at"
    CHANNEL = "channel"
    THROUGH = "through"
    ABOUT = "about"
    DISTANCE = "distance"
    PLACE = "place"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"


class WrongLayout(ValueError):
    """A mapping that cannot be used. `faults`: where in it, what was read there, and what would be right.

    `missing`: the mapping is in order, but the log lacks columns; then a fault has the columns that were looked for,
    and those that are there.
    """

    def __init__(self, name: str, faults: Sequence[tuple[str, str, tuple[str, ...]]], *, missing: bool = False) -> None:
        self.name = name
        self.missing = missing
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{name}: {where}: {read!r} is none of {wanted}" for where, read, wanted in faults))


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("America/Boise") from error
    return value


def _region(value: str) -> str:
    if value.upper() not in SUPPORTED_REGIONS:
        raise ValueError("US")
    return value.upper()


def _delimiter(value: str) -> str:
    if len(value) != 1 or value in '\r\n"':
        raise ValueError(";")
    return value


def _format(value: str) -> str:
    if not says_when(value):
        raise ValueError("%m/%d/%Y, %m/%d/%Y %H:%M, %m/%d/%Y %I:%M %p")
    return value


def _built_in(value: str) -> str:
    if value not in _names():
        raise ValueError(", ".join(_names()))
    return value


class Layout(BaseModel):
    """Which column says what, and how it is written. Of several names for a column the first that is there counts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    layout: Annotated[str, AfterValidator(_built_in)] | None = None
    columns: dict[Part, Annotated[list[str], BeforeValidator(_listed)]] = {}
    values: dict[Literal["channel", "through", "about", "place", "from", "to"], str] = {}
    channels: dict[str, Channel] = {}
    needs: list[Part] = []
    zone: Annotated[str, AfterValidator(_zone)] | None = None
    format: Annotated[str, AfterValidator(_format)] | None = None
    unit: Unit | None = None
    region: Annotated[str, AfterValidator(_region)] | None = None
    delimiter: Annotated[str, AfterValidator(_delimiter)] | None = None

    _file: str = PrivateAttr(default="")
    _named: frozenset[Part] = PrivateAttr(default=frozenset())

    @property
    def file(self) -> str:
        """The name of the mapping file; empty for a built-in layout."""
        return self._file

    @property
    def named(self) -> frozenset[Part]:
        """The parts for which the mapping file itself names a column, so that the log has to have it."""
        return self._named

    @cached_property
    def ways(self) -> Mapping[str, Channel]:
        """What a word of a log, without case, says of how a contact was made."""
        own = {word.strip().casefold(): channel for word, channel in self.channels.items()}
        return own | {channel.value: channel for channel in Channel}


@dataclass(frozen=True)
class Found:
    """A layout for the columns of one log: the column of each part that is there."""

    layout: Layout
    columns: Mapping[Part, str]


@cache
def _names() -> tuple[str, ...]:
    here = files(__package__)
    return tuple(sorted(path.name.removesuffix(".yaml") for path in here.iterdir() if path.name.endswith(".yaml")))


@cache
def built_in() -> Mapping[str, Layout]:
    """The layouts that come with the package, by name."""
    here = files(__package__)
    return {
        name: Layout.model_validate(yaml12.read(here.joinpath(f"{name}.yaml").read_text("utf-8"))) for name in _names()
    }


def layout_of(mapping: str | Path | None) -> Layout:
    """A built-in layout by name, or that of a mapping file. Raises WrongLayout with everything that is wrong."""
    known = built_in()
    if mapping is None:
        return known["contacts"]
    if str(mapping) in known:
        return known[str(mapping)]
    path = Path(mapping)
    if not path.is_file():
        raise WrongLayout(str(mapping), [("", str(mapping), tuple(known))])
    try:
        own = Layout.model_validate(yaml12.read(path.read_text("utf-8")) or {})
    except ValidationError as error:
        raise WrongLayout(path.name, [_fault(one) for one in error.errors()]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise WrongLayout(path.name, [("", "", ("YAML",))]) from error
    under = Layout() if own.layout is None else known[own.layout]
    whole = own.model_copy(
        update={
            # First its own: a column that it names is not taken for what the layout under it may call so.
            "columns": own.columns | {part: names for part, names in under.columns.items() if part not in own.columns},
            "values": {**under.values, **own.values},
            "channels": {**under.channels, **own.channels},
            "needs": own.needs or under.needs,
        }
    )
    whole._file, whole._named = path.name, frozenset(own.columns)
    channel = whole.values.get("channel")
    if channel is not None and channel.strip().casefold() not in whole.ways:
        raise WrongLayout(path.name, [("values.channel", channel, tuple(whole.ways))])
    return whole


SHAPES = {"dict_type": "{…: …}", "model_type": "{…: …}", "list_type": "[…]", "string_type": "…"}
"""How YAML writes what is wanted. What is right is shown by example: it is read in any language."""


def _fault(error: Any) -> tuple[str, str, tuple[str, ...]]:
    where = ".".join(str(step) for step in error["loc"])
    wanted = error.get("ctx", {}).get("expected") or error.get("ctx", {}).get("error")
    if error["type"] == "extra_forbidden":
        wanted = ", ".join(Layout.model_fields)
    wanted = str(wanted or SHAPES.get(error["type"], error["type"])).replace(" or ", ", ").replace("'", "")
    return where, str(error["input"])[:80], (wanted,)


def columns_in(layout: Layout, names: Sequence[str]) -> dict[Part, str]:
    """Which of these names tells each part: those of a header, or the keys of an object. Case does not matter."""
    folded = {name.strip().casefold(): name for name in reversed(names)}
    columns: dict[Part, str] = {}
    for part, known in layout.columns.items():
        there = next((folded[one.casefold()] for one in known if one.casefold() in folded), None)
        if there is not None and there not in columns.values():
            columns[part] = there
    return columns


def unmet(layout: Layout, names: Sequence[str]) -> list[Part]:
    """The parts for which a mapping file names a column that is not among these names."""
    columns = columns_in(layout, names)
    return [part for part in layout.columns if part in layout.named and part not in columns]


def found_in(layout: Layout, header: Sequence[str], name: str, *, open_ended: bool = False) -> Found:
    """Which column of a log tells each part. Raises WrongLayout where one that is needed, or mapped, is missing.

    A built-in layout knows columns that a log may lack. A mapping file is of one log: what it names is there, or is
    misspelt, and what is misspelt would be taken for what no row tells. `open_ended`: a later row may tell more than
    these names, so that every part of the layout is looked for.
    """
    columns = columns_in(layout, header)
    mapped = unmet(layout, header)
    needed = [part for part in layout.needs or [Part.FROM, Part.AT] if part not in layout.named]
    missing = [part for part in needed if part not in columns and part.value not in layout.values]
    if missing or mapped:
        where = [*(part.value for part in missing), *(f"columns.{part}" for part in mapped)]
        sought = [" / ".join(layout.columns.get(part, [part.value])) for part in (*missing, *mapped)]
        faults = [(place, read, tuple(header)) for place, read in zip(where, sought, strict=True)]
        raise WrongLayout(f"{layout.file} ({name})" if mapped else name, faults, missing=True)
    if open_ended:
        for part, known in layout.columns.items():
            free = [one for one in known if one not in columns.values()]
            if part not in columns and free:
                columns[part] = free[0]
    return Found(layout, columns)
