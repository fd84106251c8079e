"""What the facts of a paper point to, as `data/paper_signs.yaml` says: words and case numbers, each with its source."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from stayaway.model import Authority, Kind, Stage

from . import yaml12
from .rests import authorities
from .schema import Source

PaperFact = Literal["title", "court", "caption", "number", "who_asked", "conditions", "signed_by"]
"""The facts of a paper that signs are read from. Each is a field of `PaperFacts`."""

Strength = Literal["strong", "weak"]
"""How much a sign weighs; `data/paper_signs.yaml` says what each means."""


class _Value(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Sign(_Value):
    """Words, or the shape of a case number, and the kind of case they point to."""

    fact: PaperFact
    words: tuple[str, ...] = ()
    shape: Annotated[str, Field(pattern=r"^[0-9]+(-[0-9]+)+$")] | None = None
    points_to: Kind | Literal["both"]
    stage: Stage | None = None
    strength: Strength = "weak"
    only_in: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    not_with_court: tuple[str, ...] = ()
    """Words of a court's name for which the sign does not hold."""
    source: Annotated[tuple[str, ...], Field(min_length=1)]
    rests_on: Annotated[tuple[Authority, ...], Field(exclude=True, repr=False)] = ()

    @property
    def kind(self) -> Kind | None:
        """The kind it points to; None where the words are used for both."""
        return None if self.points_to == "both" else self.points_to

    @property
    def authority(self) -> Authority | None:
        """Where it was read; common practice says so."""
        return self.rests_on[0] if self.rests_on else None

    def holds_in(self, jurisdiction: str | None) -> bool:
        """Whether the sign is one of this place."""
        if self.only_in:
            return jurisdiction in self.only_in
        return jurisdiction not in self.not_in

    @model_validator(mode="after")
    def _reads_something(self) -> Self:
        if bool(self.words) == bool(self.shape):
            raise ValueError("a sign has words or the shape of a number")
        if self.shape is not None and self.fact != "number":
            raise ValueError("only a case number has a shape")
        return self


class PaperSigns(_Value):
    """All signs."""

    sources: dict[str, Source]
    between_sides: tuple[str, ...]
    government: tuple[str, ...]
    acting_for: tuple[str, ...]
    signs: tuple[Sign, ...]

    @model_validator(mode="after")
    def _named_sources_exist(self) -> Self:
        missing = {name for sign in self.signs for name in sign.source} - self.sources.keys()
        if missing:
            raise ValueError(f"no such source: {', '.join(sorted(missing))}")
        return self

    @property
    def practice(self) -> Authority:
        """Common practice, for what is read from a caption's two sides."""
        source = self.sources["practice"]
        return Authority(source.title, source.url, source.as_of, source.kind)


def read_paper_signs(text: str) -> PaperSigns:
    """The signs from the text of their file.

    Raises yaml.YAMLError or pydantic.ValidationError for a file that is wrong.
    """
    read = PaperSigns.model_validate(yaml12.read(text))
    # The signs were gathered on this day; a source without a date counts as read then.
    gathered = date(2026, 11, 22)
    rested = (
        sign.model_copy(update={"rests_on": authorities(sign.source, read.sources, gathered)}) for sign in read.signs
    )
    return read.model_copy(update={"signs": tuple(rested)})


@cache
def paper_signs() -> PaperSigns:
    """The signs that the package carries.

    >>> sorted({sign.fact for sign in paper_signs().signs})
    ['caption', 'conditions', 'court', 'number', 'signed_by', 'title', 'who_asked']
    """
    return read_paper_signs(files(__package__).joinpath("data/paper_signs.yaml").read_text(encoding="utf-8"))
