"""The law book, read from the data files as far as it is asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from . import yaml12
from .book import FederalLaw, LawBook, PlaceLaw
from .federal import FederalFile
from .rests import resolved
from .schema import LawFile

GENERAL = "general"
FEDERAL = "us"


def data_folder() -> Traversable:
    """Where the law files are."""
    return files(__package__).joinpath("data")


def read_law(text: str) -> LawFile:
    """The law of a place from the text of its file, each value with the authorities it rests on.

    Raises yaml.YAMLError or pydantic.ValidationError for a file that is wrong; `check.check_law_file` says what is.
    """
    return resolved(LawFile.model_validate(yaml12.read(text)))


@cache
def known_jurisdictions() -> tuple[str, ...]:
    """The codes of the places that have a law file, such as `us-wa`.

    >>> "us-wa" in known_jurisdictions()
    True
    """
    names = (entry.name for entry in data_folder().iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.startswith("us-")))


@cache
def _law_file(stem: str) -> LawFile:
    return read_law(data_folder().joinpath(f"{stem}.yaml").read_text(encoding="utf-8"))


@cache
def place_law(code: str | None) -> PlaceLaw:
    """The law of a place. Of a place nobody wrote a file for, and of none, it is the general rules alone.

    >>> place_law("us-wa").name
    'Washington'
    >>> place_law("us-zz").known
    False
    """
    general = _law_file(GENERAL)
    if code in known_jurisdictions():
        assert code is not None
        return PlaceLaw(code, _law_file(code), general)
    return PlaceLaw(code, general, general, known=False)


@cache
def federal_law() -> FederalLaw:
    """The federal layer."""
    return FederalLaw(_federal_file)


@cache
def _federal_file() -> FederalFile:
    text = data_folder().joinpath(f"{FEDERAL}.yaml").read_text(encoding="utf-8")
    return FederalFile.model_validate(yaml12.read(text))


@cache
def law_book() -> LawBook:
    """The law of every place that has a file. A place is read when it is first asked about."""
    return LawBook(federal_law(), place_law)
