"""The words of an order file and what they become: days, moments, distances, members of a list.

Every scalar reaches these readers as the word that was written. A reader returns None for what was left out and
refuses with a code and facts; the schema beside it says the same for programs that check files without stayaway.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, NoReturn

from pydantic_core import PydanticCustomError, core_schema

from stayaway.model import (
    Answer,
    CaseEvent,
    Channel,
    ChargeCategory,
    ChargeLevel,
    Distance,
    End,
    Kind,
    Never,
    OrderEvent,
    Position,
    Relationship,
    Stage,
    Unit,
    Until,
)

from .codes import FileCode

FIRST_YEAR = 1800


def refuse(code: FileCode, **facts: object) -> NoReturn:
    """Refuse a value, with a code and facts."""
    raise PydanticCustomError(code.value, "refused", facts)


@dataclass(frozen=True)
class Reads:
    """How a word is read, and what a JSON Schema says of it."""

    reader: Callable[[Any], Any]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.reader)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return dict(self.schema)


@dataclass(frozen=True)
class OneOrMany:
    """A list, of which a single item may be written without the list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        many = handler(schema)
        choices = many["items"].get("anyOf", [many["items"]])
        one = [choice for choice in choices if choice != {"type": "null"}]
        many["items"] = one[0] if len(one) == 1 else {"anyOf": one}
        return {"anyOf": [*one, many]}

    @staticmethod
    def _listed(value: Any) -> Any:
        if value is None:
            return ()
        return tuple(value) if isinstance(value, list) else (value,)


def read_text(value: Any) -> str | None:
    """Any text that is more than blanks."""
    if value is None:
        return None
    if not isinstance(value, str):
        refuse(FileCode.WANTED_TEXT)
    return value if value.strip() else None


def read_about(value: Any) -> str | None:
    """What contact is about: an open word, in lower case."""
    text = read_text(value)
    return text.strip().lower() if text else None


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_LOOSE_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z", re.ASCII)
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?) ?(Z|z|[+-]\d{2}(?::?\d{2})?)?\Z", re.ASCII
)


def read_word(value: Any) -> str | None:
    """A word that means something; quotes with nothing in them do not."""
    text = read_text(value)
    if text is None and value is not None:
        refuse(FileCode.NOTHING_HERE)
    return text


def read_day(value: Any) -> date | None:
    """A day of the calendar, `2024-03-31`."""
    text = read_word(value)
    return None if text is None else _day(text, FileCode.NOT_A_DAY)


def read_end(value: Any) -> End | None:
    """A day, or `never`."""
    text = read_word(value)
    if text is None:
        return None
    return Never.NEVER if text == Never.NEVER else _day(text, FileCode.NOT_AN_END)


def read_moment(value: Any) -> date | datetime | None:
    """A day or an instant. One without a zone is naive here; the case's zone is given to it later."""
    text = read_word(value)
    if text is None:
        return None
    found = _MOMENT.match(text)
    if not found:
        return _day(text, FileCode.NOT_A_MOMENT)
    _day(found[1], FileCode.NOT_A_MOMENT)
    try:
        moment = datetime.fromisoformat(f"{found[1]}T{found[2]}{(found[3] or '').upper()}")
        if moment.tzinfo is not None:
            moment.astimezone(UTC)
    except (ValueError, OverflowError):
        refuse(FileCode.NO_SUCH_TIME)
    return moment


def _day(text: str, code: FileCode) -> date:
    found = _DAY.match(text)
    if not found:
        loose = _LOOSE_DAY.match(text)
        nearest = "-".join((loose[1], f"{int(loose[2]):02}", f"{int(loose[3]):02}")) if loose else None
        refuse(code, nearest=nearest)
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        refuse(FileCode.NO_SUCH_DAY)
    if day.year < FIRST_YEAR:
        refuse(FileCode.YEAR_OUT_OF_RANGE, first=str(FIRST_YEAR))
    return day


YES_NO = {
    spelled: meant
    for word, meant in (("yes", True), ("true", True), ("no", False), ("false", False))
    for spelled in (word, word.title(), word.upper())
}
_UNSURE = ("unsure", "Unsure", "UNSURE")


def read_yes_no(value: Any) -> bool | None:
    """`yes`, `no`, `true` or `false`."""
    text = read_word(value)
    if text is None:
        return None
    if text not in YES_NO:
        refuse(FileCode.NOT_YES_OR_NO, wanted=("yes", "no"))
    return YES_NO[text]


def read_answer(value: Any) -> Answer | None:
    """`yes`, `no` or `unsure`."""
    text = read_word(value)
    if text is None:
        return None
    if text in YES_NO:
        return Answer.YES if YES_NO[text] else Answer.NO
    if text in _UNSURE:
        return Answer.UNSURE
    refuse(FileCode.UNKNOWN_ANSWER, wanted=tuple(Answer))


_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?\Z", re.ASCII)
_DEGREES = {"type": ["number", "string"], "pattern": r"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$"}


def read_position(value: Any) -> Position | None:
    """`[47.6205, -122.3493]`: degrees north and east."""
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2:
        refuse(FileCode.NOT_A_POSITION)
    if not all(isinstance(part, str) and len(part) < 40 and _NUMBER.match(part) for part in value):
        refuse(FileCode.NOT_A_POSITION)
    latitude, longitude = map(float, value)
    if not -90 <= latitude <= 90:
        refuse(FileCode.LATITUDE)
    if not -180 <= longitude <= 180:
        refuse(FileCode.LONGITUDE)
    return Position(latitude, longitude)


_DISTANCE = re.compile(
    r"\s*(?P<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?|nan|[+-]?inf(?:inity)?)"
    r"\s*(?P<unit>[^\W\d_]+\.?|'|′)?\s*\Z",
    re.ASCII | re.IGNORECASE,
)
UNITS = {
    **dict.fromkeys(("ft", "foot", "feet", "'"), Unit.FEET),
    **dict.fromkeys(("yd", "yds", "yard", "yards"), Unit.YARDS),
    **dict.fromkeys(("mi", "mile", "miles"), Unit.MILES),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), Unit.METRES),
    **dict.fromkeys(("km", "kilometer", "kilometers", "kilometre", "kilometres"), Unit.KILOMETRES),
}


def read_distance(value: Any) -> Distance | None:
    """A number and a unit, `500 ft`."""
    text = read_word(value)
    if text is None:
        return None
    found = _DISTANCE.match(text) if len(text) < 60 else None
    if not found or not found["number"]:
        refuse(FileCode.NOT_A_DISTANCE)
    try:
        number = float(found["number"].replace(",", ""))
    except ValueError:
        refuse(FileCode.NOT_A_DISTANCE)
    if not math.isfinite(number) or number <= 0:
        refuse(FileCode.DISTANCE_NOT_POSITIVE)
    if not found["unit"]:
        refuse(FileCode.DISTANCE_WITHOUT_UNIT, wanted=tuple(f"{found['number']} {unit}" for unit in Unit))
    unit = UNITS.get(found["unit"].casefold().removesuffix("."))
    if unit is None:
        refuse(FileCode.UNKNOWN_UNIT, unit=found["unit"], wanted=tuple(Unit), among=tuple(UNITS), word=found["unit"])
    distance = Distance(number, unit)
    if not math.isfinite(distance.metres):
        refuse(FileCode.DISTANCE_NOT_POSITIVE)
    return distance


def member(of: type[StrEnum], code: FileCode, elsewhere: type[StrEnum] | None = None, there: Any = None) -> Reads:
    """How a member of a list is read. A word of the list `elsewhere` is refused with the code `there`."""
    words = tuple(word.value for word in of)

    def read(value: Any) -> StrEnum | None:
        text = read_word(value)
        if text is None:
            return None
        try:
            return of(text)
        except ValueError:
            if elsewhere is not None and text in set(elsewhere):
                refuse(there)
            refuse(code, wanted=words)

    return Reads(read, {"type": "string", "enum": list(words)})


_WORD = {"type": ["string", "number", "boolean"]}
_DAY_SCHEMA = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_TRUTH = [True, False, *YES_NO]
_MOMENT_SCHEMA = {
    "type": "string",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r" ?(Z|z|[+-][0-9]{2}(:?[0-9]{2})?)?)?$",
}

Text = Annotated[str | None, Reads(read_text, _WORD)]
Id = Annotated[str | None, Reads(read_text, _WORD)]
About = Annotated[str | None, Reads(read_about, _WORD)]
Day = Annotated[date | None, Reads(read_day, _DAY_SCHEMA)]
Ending = Annotated[End | None, Reads(read_end, {"anyOf": [_DAY_SCHEMA, {"const": "never"}]})]
When = Annotated[date | datetime | None, Reads(read_moment, _MOMENT_SCHEMA)]
YesNo = Annotated[bool | None, Reads(read_yes_no, {"enum": _TRUTH})]
Found = Annotated[Answer | None, Reads(read_answer, {"enum": [*_TRUTH, *_UNSURE]})]
Coordinates = Annotated[
    Position | None,
    Reads(read_position, {"type": "array", "prefixItems": [_DEGREES, _DEGREES], "minItems": 2, "maxItems": 2}),
]
Length = Annotated[
    Distance | None, Reads(read_distance, {"type": "string", "pattern": r"^\s*[0-9.,eE+-]+\s*([A-Za-z]+\.?|'|′)\s*$"})
]
Way = Annotated[Channel | None, member(Channel, FileCode.UNKNOWN_CHANNEL)]
KindWord = Annotated[Kind | None, member(Kind, FileCode.UNKNOWN_KIND)]
StageWord = Annotated[Stage | None, member(Stage, FileCode.UNKNOWN_STAGE)]
UntilWord = Annotated[Until | None, member(Until, FileCode.UNKNOWN_UNTIL)]
RelationshipWord = Annotated[Relationship | None, member(Relationship, FileCode.UNKNOWN_RELATIONSHIP)]
Category = Annotated[ChargeCategory | None, member(ChargeCategory, FileCode.UNKNOWN_CATEGORY)]
Level = Annotated[ChargeLevel | None, member(ChargeLevel, FileCode.UNKNOWN_LEVEL)]
CaseWord = Annotated[
    CaseEvent | None, member(CaseEvent, FileCode.UNKNOWN_CASE_ENTRY, OrderEvent, FileCode.ENTRY_OF_ORDER)
]
OrderWord = Annotated[
    OrderEvent | None, member(OrderEvent, FileCode.UNKNOWN_ORDER_ENTRY, CaseEvent, FileCode.ENTRY_OF_CASE)
]
Words = Annotated[tuple[Text, ...], OneOrMany()]
Ids = Annotated[tuple[Id, ...], OneOrMany()]
Ways = Annotated[tuple[Way, ...], OneOrMany()]
