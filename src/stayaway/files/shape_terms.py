"""The shape of terms and of the exceptions to them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from stayaway.model import Errand, TermKind

from .codes import FileCode
from .scalars import YES_NO, About, Id, Ids, Length, OneOrMany, Reads, Text, Ways, YesNo, member, refuse
from .shape_base import OrWords, Shape

ErrandWord = Annotated[Errand | None, member(Errand, FileCode.UNKNOWN_EXCEPTION)]


ERRANDS = tuple(errand.value for errand in Errand)
EXCEPTION_WORDS = (*ERRANDS, "about", "by", "through", "at", "when")
TERM_WORDS = tuple(kind.value for kind in TermKind)


class ExceptionShape(Shape):
    """An exception to a ban: a word, or what the contact must be about, by, through, at and when."""

    errand: ErrandWord = None
    about: About = None
    by: Ways = ()
    through: Text = None
    at: Id = None
    place: Id = None
    when: Text = None

    @model_validator(mode="before")
    @classmethod
    def _word(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value not in ERRANDS:
            refuse(FileCode.UNKNOWN_EXCEPTION, wanted=EXCEPTION_WORDS)
        return {"errand": value}


Exceptions = Annotated[tuple[Annotated[ExceptionShape, OrWords(ERRANDS)] | None, ...], OneOrMany()]


class NoAbuseShape(Shape):
    """Options of `no_abuse`."""

    toward: Ids = ()


class NoContactShape(Shape):
    """Options of `no_contact`."""

    toward: Ids = ()
    by: Ways = ()
    exemptions: Exceptions = Field((), alias="except")


class StayAwayShape(Shape):
    """Options of `stay_away`."""

    away_from: Ids = Field((), alias="from")
    distance: Length = None
    exemptions: Exceptions = Field((), alias="except")


class MoveOutShape(Shape):
    """Options of `move_out`."""

    of: Id = None


class FirearmsShape(Shape):
    """Options of `surrender_firearms`."""

    note: Text = None


def _noted(value: Any) -> Any:
    """The order's own words may stand alone. A bare yes or no is refused: a term that is not there is left out."""
    if isinstance(value, str) and value in YES_NO:
        refuse(FileCode.WANTED_TEXT)
    return {"note": value} if isinstance(value, str) else value


class SupportShape(Shape):
    """Options of `pay_support`."""

    note: Text = None
    _text = model_validator(mode="before")(_noted)


class CustodyShape(Shape):
    """Options of `custody`."""

    to: Id = None
    note: Text = None
    _text = model_validator(mode="before")(_noted)


class ExchangeShape(Shape):
    """Options of `exchange`."""

    place: Id = None
    at: Id = None
    when: Text = None
    required: YesNo = None
    allowed: YesNo = None
    by: Ways = ()


def _read_words(value: Any) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()) or value == {}:
        refuse(FileCode.TERM_NEEDS_TEXT)
    if not isinstance(value, str):
        refuse(FileCode.WANTED_TEXT)
    return value


class TermShape(Shape):
    """One term: its kind, with its options. A kind without options may stand as a bare word."""

    no_abuse: NoAbuseShape | None = None
    no_contact: NoContactShape | None = None
    stay_away: StayAwayShape | None = None
    move_out: MoveOutShape | None = None
    surrender_firearms: FirearmsShape | None = None
    pay_support: Annotated[SupportShape, OrWords(text=True)] | None = None
    custody: Annotated[CustodyShape, OrWords(text=True)] | None = None
    exchange: ExchangeShape | None = None
    other: Annotated[str | None, Reads(_read_words, {"type": ["string", "number", "boolean"]})] = None

    @model_validator(mode="before")
    @classmethod
    def _word(cls, value: Any) -> Any:
        if isinstance(value, str):
            if value == TermKind.OTHER:
                refuse(FileCode.TERM_NEEDS_TEXT)
            if value not in TERM_WORDS:
                refuse(FileCode.UNKNOWN_TERM, wanted=TERM_WORDS)
            return {value: {}}
        if isinstance(value, dict):
            if len(value) != 1:
                refuse(FileCode.TERM_SEVERAL_KINDS)
            return {kind: {} if options is None else options for kind, options in value.items()}
        return value


BARE_TERMS = tuple(kind.value for kind in TermKind if kind is not TermKind.OTHER)
TermItem = Annotated[TermShape, OrWords(BARE_TERMS)]
Terms = Annotated[tuple[TermItem | None, ...], OneOrMany()]
