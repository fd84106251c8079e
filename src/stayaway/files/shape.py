"""The shape of an order file. The JSON Schema is made from it, so that the two cannot drift apart."""

from __future__ import annotations

from typing import Annotated, ClassVar

from stayaway.model import Kind

from .scalars import (
    CaseWord,
    Category,
    Coordinates,
    Day,
    Ending,
    Found,
    Id,
    Ids,
    KindWord,
    Level,
    OneOrMany,
    OrderWord,
    RelationshipWord,
    StageWord,
    Text,
    UntilWord,
    When,
    Words,
    YesNo,
)
from .shape_base import Shape
from .shape_terms import Terms


class PersonShape(Shape):
    """A person."""

    name: Text = None
    born: Day = None
    phones: Words = ()
    emails: Words = ()
    handles: Words = ()


class PlaceShape(Shape):
    """A place."""

    label: Text = None
    confidential: YesNo = None
    at: Coordinates = None
    address: Text = None


class ChargeShape(Shape):
    """What a defendant is charged with."""

    name: Text = None
    category: Category = None
    level: Level = None
    jail_possible: YesNo = None


class CaseEntryShape(Shape):
    """An entry on the docket of a case."""

    needs: ClassVar[tuple[str, ...]] = ("on", "entry")

    on: When = None
    entry: CaseWord = None
    until: Ending = None
    hearing: When = None
    note: Text = None


class CaseShape(Shape):
    """A case. Which of the roles it has follows from its kind."""

    needs: ClassVar[tuple[str, ...]] = ("kind",)

    kind: KindWord = None
    jurisdiction: Text = None
    time_zone: Text = None
    court: Text = None
    number: Text = None
    petitioner: Id = None
    respondent: Id = None
    defendant: Id = None
    victims: Ids = ()
    witnesses: Ids = ()
    charge: ChargeShape | None = None
    docket: Annotated[tuple[CaseEntryShape | None, ...], OneOrMany()] = ()


KEYS_OF = {
    Kind.CIVIL: ("petitioner", "respondent"),
    Kind.CRIMINAL: ("defendant", "victims", "witnesses", "charge"),
}
"""The keys that only cases of one kind have."""


class FindingsShape(Shape):
    """What the paper says the court found."""

    heard: Found = None
    credible_threat: Found = None
    forbids_force: Found = None


class ClaimShape(Shape):
    """What some other system says of the order."""

    needs: ClassVar[tuple[str, ...]] = ("status", "by")

    status: Text = None
    by: Text = None
    on: When = None


class OrderEntryShape(Shape):
    """An entry on the docket of an order."""

    needs: ClassVar[tuple[str, ...]] = ("on", "entry")

    on: When = None
    entry: OrderWord = None
    until: Ending = None
    hearing: When = None
    court: Text = None
    terms: Terms = ()
    note: Text = None


class OrderShape(Shape):
    """An order."""

    needs: ClassVar[tuple[str, ...]] = ("case", "restrained")

    case: Id = None
    instrument: Text = None
    stage: StageWord = None
    restrained: Id = None
    protects: Ids = ()
    issued: When = None
    expires: Ending = None
    until: UntilWord = None
    terms: Terms = ()
    docket: Annotated[tuple[OrderEntryShape | None, ...], OneOrMany()] = ()
    relationship: RelationshipWord = None
    findings: FindingsShape | None = None
    claims: Annotated[tuple[ClaimShape | None, ...], OneOrMany()] = ()


class FileShape(Shape):
    """An order file."""

    jurisdiction: Text = None
    time_zone: Text = None
    people: dict[str, PersonShape | None] | None = None
    places: dict[str, PlaceShape | None] | None = None
    cases: dict[str, CaseShape | None] | None = None
    orders: dict[str, OrderShape | None] | None = None


class PaperShape(Shape):
    """The facts of one paper, for saying which kind of order it is."""

    jurisdiction: Text = None
    title: Text = None
    court: Text = None
    caption: Text = None
    number: Text = None
    who_asked: Text = None
    conditions: Words = ()
    signed_by: Text = None
