"""Cases of a file: where they are, who takes part, what happened in them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from stayaway.model import (
    UTC,
    Case,
    CaseEntry,
    CaseEvent,
    CaseId,
    Charge,
    CivilCase,
    CriminalCase,
    Kind,
    day_in,
)

from .codes import FileCode
from .reading import Reading
from .shape import KEYS_OF, CaseEntryShape, CaseShape, ChargeShape, FileShape
from .where import Loc

# Places that courts of the United States sit in and that nobody wrote a law file for yet.
WITHOUT_LAW_FILE = frozenset(f"us-{code}" for code in ("as", "gu", "mp", "pr", "vi"))

ONLY_CRIMINAL = frozenset(
    {
        CaseEvent.CHARGED,
        CaseEvent.RELEASED,
        CaseEvent.ACQUITTED,
        CaseEvent.CONVICTED,
        CaseEvent.SENTENCED,
        CaseEvent.PROBATION_STARTED,
        CaseEvent.PROBATION_ENDED,
        CaseEvent.RELEASE_REVOKED,
    }
)
NOBODY_DAY = date(1, 1, 1)
"""Stands where an entry has no right date; the file has a fault then, and nothing is made of it."""


def settled_cases(file: FileShape, reading: Reading) -> tuple[str | None, dict[str, Case]]:
    """The file's own jurisdiction, and its cases by id. A case whose kind is not known is left out."""
    default = jurisdiction_of(file.jurisdiction, reading, ("jurisdiction",))
    default_zone = _zone(file.time_zone, reading, ("time_zone",))
    cases = {}
    for name, shape in (file.cases or {}).items():
        loc: Loc = ("cases", name)
        if shape is None:
            reading.needs(CaseShape(), loc)
            continue
        own = jurisdiction_of(shape.jurisdiction, reading, (*loc, "jurisdiction"))
        place = own or default
        zone = _zone(shape.time_zone, reading, (*loc, "time_zone"))
        if zone is None and place == default:
            zone = default_zone
        if zone is None:
            zone = UTC if place is None else reading.book.of(place).time_zone
        case = _case(name, shape, place, zone, reading, loc)
        if case is not None:
            cases[name] = case
    return default, cases


def jurisdiction_of(text: str | None, reading: Reading, loc: Loc) -> str | None:
    """The code of a place, if it is one that courts sit in."""
    if text is None or text in WITHOUT_LAW_FILE:
        return text
    if re.fullmatch(r"us-[a-z]{2}", text) and reading.book.of(text).known:
        return text
    from stayaway.law.load import known_jurisdictions

    known = known_jurisdictions()
    code = FileCode.UNKNOWN_JURISDICTION if re.fullmatch(r"us-[a-z]{2}", text) else FileCode.JURISDICTION_FORM
    plain = text.casefold().replace("_", "-").replace(" ", "-")
    plain = plain if plain.startswith("us-") else f"us-{plain}"
    near = next((place for place in known if place == plain), None) or _place_named(text, known, reading)
    begun = [place for place in known if place[:4] == plain[:4]]
    reading.fault(code, loc, near=near or reading.suggestion(text, begun) or reading.suggestion(text, known))
    return None


def _place_named(text: str, known: tuple[str, ...], reading: Reading) -> str | None:
    if len(text) < 4 or reading.ledger.is_full:
        return None
    return next((code for code in known if reading.book.of(code).name.casefold() == text.strip().casefold()), None)


def _zone(text: str | None, reading: Reading, loc: Loc) -> ZoneInfo | None:
    if text is None:
        return None
    if reading.ledger.is_full:
        reading.fault(FileCode.UNKNOWN_TIME_ZONE, loc)
        return None
    try:
        if re.fullmatch(r"[A-Za-z0-9_+/-]{1,60}", text) and not text.startswith("/"):
            return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    names = _zone_names()
    ends = {name.rpartition("/")[2].casefold(): name for name in names}
    plain = text.strip().replace(" ", "_").casefold()
    near = ends.get(plain) or reading.suggestion(text, names)
    reading.fault(FileCode.UNKNOWN_TIME_ZONE, loc, near=near)
    return None


@cache
def _zone_names() -> tuple[str, ...]:
    return tuple(sorted(available_timezones()))


def _case(name: str, shape: CaseShape, place: str | None, zone: ZoneInfo, reading: Reading, loc: Loc) -> Case | None:
    reading.needs(shape, loc)
    petitioner = reading.person(shape.petitioner, (*loc, "petitioner"))
    respondent = reading.person(shape.respondent, (*loc, "respondent"))
    defendant = reading.person(shape.defendant, (*loc, "defendant"))
    victims = reading.persons(shape.victims, (*loc, "victims"))
    witnesses = reading.persons(shape.witnesses, (*loc, "witnesses"))
    docket = tuple(
        _entry(entry, shape.kind, zone, reading, (*loc, "docket", index))
        for index, entry in enumerate(shape.docket)
        if entry is not None
    )
    if petitioner is not None and petitioner == respondent:
        reading.fault(FileCode.SAME_PARTY_TWICE, (*loc, "respondent"))
    if shape.kind is None:
        return None
    _no_role_of_the_other_kind(shape, shape.kind, reading, loc)
    if shape.kind is Kind.CIVIL:
        return CivilCase(CaseId(name), place, zone, shape.court, shape.number, petitioner, respondent, docket)
    charge = _charge(shape.charge)
    return CriminalCase(
        CaseId(name), place, zone, shape.court, shape.number, defendant, victims, witnesses, charge, docket
    )


def _no_role_of_the_other_kind(shape: CaseShape, kind: Kind, reading: Reading, loc: Loc) -> None:
    for other, keys in KEYS_OF.items():
        for key in keys:
            if other is not kind and getattr(shape, key):
                reading.fault(FileCode.KEY_OF_OTHER_KIND, (*loc, key), at_key=True, kind=kind, other=other)


def _charge(shape: ChargeShape | None) -> Charge | None:
    if shape is None:
        return None
    return Charge(shape.name, shape.category, shape.level, shape.jail_possible)


def _entry(shape: CaseEntryShape, kind: Kind | None, zone: ZoneInfo, reading: Reading, loc: Loc) -> CaseEntry:
    reading.needs(shape, loc)
    if shape.entry in ONLY_CRIMINAL and kind is Kind.CIVIL:
        reading.fault(FileCode.ENTRY_OF_OTHER_KIND, (*loc, "entry"))
    on = reading.instant(shape.on, zone, (*loc, "on")) or NOBODY_DAY
    # What ends in an entry of a case starts with that entry: a probation.
    if isinstance(shape.until, date) and shape.on is not None and shape.until < day_in(on, zone):
        reading.fault(FileCode.ENDS_BEFORE_START, (*loc, "until"), start=day_in(on, zone))
    hearing = reading.instant(shape.hearing, zone, (*loc, "hearing"))
    return CaseEntry(shape.entry or CaseEvent.FILED, on, shape.until, hearing, shape.note)
