"""The shipped law says what the researched data says, wherever that data is at hand next to the repository."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stayaway.law import yaml12
from stayaway.law.load import data_folder

RESEARCH = Path(__file__).parents[3] / "shared" / "law"
FILES = sorted(RESEARCH.glob("us*.yaml"))
ADDED = {
    "asks",
    "ends",
    "felonies",
    "help_lines",
    "holds_from",
    "holds_until",
    "ladder",
    "mainly",
    "maxima",
    "relationships",
    "renewal",
    "time_zone",
    "violation",
}
"""What the product adds to the researched data; relationships and help lines in the federal file alone."""


def entries(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with its path; what has an id or a key goes by that and not by its place in a list."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from entries(item, f"{path}.{key}")
    elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        for item in value:
            yield from entries(item, f"{path}.{item.get('id') or item.get('key')}")
        yield f"{path}[]", [item.get("id") or item.get("key") for item in value]
    else:
        yield path, value


def shipped(name: str) -> dict[str, Any]:
    return dict(entries(yaml12.read(data_folder().joinpath(name).read_text(encoding="utf-8"))))


def differences() -> dict[tuple[str, str], dict[str, str]]:
    listed = yaml12.read((Path(__file__).parent / "differences.yaml").read_text(encoding="utf-8"))["differences"]
    return {(one["place"], one["path"]): one for one in listed}


@pytest.mark.filterwarnings("default::UserWarning")
@pytest.mark.parametrize("path", FILES or [None], ids=lambda path: path.stem if path else "no-research")
def test_the_same_instruments_values_and_gaps(path: Path | None) -> None:
    if path is None:
        warnings.warn("The researched data is not at hand: the shipped law was NOT compared with it.", stacklevel=1)
        return
    ours, theirs = shipped(path.name), dict(entries(yaml12.read(path.read_text(encoding="utf-8"))))
    allowed = {where for place, where in differences() if place == path.stem}
    changed = {where for where, value in theirs.items() if ours.get(where, "absent") != value}
    added = {where for where in set(ours) - set(theirs) if path.stem == "us" or not _is_addition(where)}
    if path.stem == "us":
        added = {where for where in added if not where.startswith(".help_lines") and ".relationships" not in where}
    assert {where.removeprefix(".") for where in changed | added} == allowed


def _is_addition(where: str) -> bool:
    return any(f".{key}" in f"{where}." for key in ADDED - {"relationships", "help_lines"})


def test_every_difference_says_why_and_where_it_was_read() -> None:
    for one in differences().values():
        assert one["reason"]
        assert one["source"]
