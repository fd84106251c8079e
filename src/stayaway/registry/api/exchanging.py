"""Orders out to other systems, and order files in."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Annotated, Any

from ninja import Path, Query, Router
from pydantic import Field

from stayaway.model import End, Never
from stayaway.pages.voice import Voice
from stayaway.registry.exchange.inward.order_files import carry_out, plan_import
from stayaway.registry.exchange.inward.source import Problem as WrongInFile
from stayaway.registry.exchange.outward.order_file import order_file_of
from stayaway.registry.exchange.outward.render import as_json, say_losses
from stayaway.registry.exporting import niem_of, worksheet_of
from stayaway.registry.reading import read_case
from stayaway.wording.api import ApiCode as C

from . import words
from .answers import Told, hidden_in
from .callers import Asked, whoever_may
from .operating import READS, SENDS, CaseId, Purpose, present, replies
from .problems import Faults, Said, Wrong

router = Router(tags=["exchange"])
OrderId = Annotated[str, Path(pattern="^o[0-9a-f]{20}$")]
EndToEnter = Annotated[
    str | None,
    Query(
        max_length=40,
        description="What the court or the state said to enter as the end of an order that ends at an event: "
        f"a day such as 2027-03-01, or {Never.NEVER.value}. Left out where the order itself says its end.",
    ),
]
MOST_TEXT = 900_000
NAME = "file"


class OrderFile(Told):
    """A case as an order file, in YAML."""

    text: str


class WorksheetShown(Told):
    """What to key into the national file, what is still missing, and what is lost."""

    order: str
    fields: list[dict[str, Any]]
    missing: list[dict[str, Any]]
    losses: list[dict[str, Any]]
    notes: list[dict[str, Any]]


class NiemShown(Told):
    """An order as a NIEM document, and what is lost in it."""

    xml: str
    losses: list[str]


class ImportCall(words.Words):
    """An order file. `is_dry`: only judge it. `foreign`: its orders are of other courts.

    `same`: who of the file is on record, by id, of those whom a dry run listed. Everybody else is recorded anew.
    """

    text: Annotated[str, Field(max_length=MOST_TEXT)]
    foreign: bool = False
    same: Annotated[dict[words.Text, Annotated[str, Field(pattern="^p[0-9a-f]{20}$")]], Field(max_length=1000)] = Field(
        default_factory=dict
    )
    is_dry: bool = True


class ImportFault(Told):
    """One thing that is wrong: in which line and column, and what would be right."""

    line: int
    column: str
    read: str | None
    wrong: list[Said]
    wanted: list[Said]


class MaybeSame(Told):
    """Somebody on record who may be a person of the file."""

    person: str
    record: str


class Imported(Told):
    """What came of a file. While there are `faults`, nothing is loaded. `before`: when this very file was loaded."""

    is_loaded: bool
    faults: list[ImportFault]
    maybe_same: list[MaybeSame]
    cases: dict[str, str]
    orders: dict[str, str]
    before: str | None
    text: list[str]


@router.get(
    "/cases/{case}/export",
    operation_id="export_case",
    url_name="export_case",
    auth=whoever_may("export"),
    response=replies(200, OrderFile, READS),
)
def case_exported(request: Asked, case: CaseId, purpose: Purpose = "") -> Any:
    """A case as an order file, with what the caller may see of it."""
    caller = request.auth
    hidden = hidden_in(caller.language)
    view = read_case(caller.actor, case, present(), purpose=purpose, hidden=hidden, how="export")
    return {"text": order_file_of(view)}


@router.get(
    "/cases/{case}/orders/{order}/worksheet",
    operation_id="export_worksheet",
    url_name="export_worksheet",
    auth=whoever_may("export"),
    response=replies(200, WorksheetShown, READS),
)
def worksheet(
    request: Asked, case: CaseId, order: OrderId, end_to_enter: EndToEnter = None, purpose: Purpose = ""
) -> Any:
    """What somebody keys into the national file."""
    caller = request.auth
    end = _end_of(end_to_enter)
    found = worksheet_of(caller.actor, case, order, present(), end_to_enter=end, purpose=purpose)
    return json.loads(as_json(found, caller.language))


def _end_of(said: str | None) -> End | None:
    """The end that somebody was told to enter. Raises Faults where it is neither a day nor never."""
    if said is None or said == Never.NEVER.value:
        return None if said is None else Never.NEVER
    try:
        day = date.fromisoformat(said) if re.fullmatch(words.DAY, said) else None
    except ValueError:
        day = None
    if day is None or not words.FIRST_YEAR <= day.year <= words.LAST_YEAR:
        raise Faults([Wrong("end_to_enter", C.BAD_MOMENT, read=said, wanted=("2027-03-01", Never.NEVER.value))])
    return day


@router.get(
    "/cases/{case}/orders/{order}/niem",
    operation_id="export_niem",
    url_name="export_niem",
    auth=whoever_may("export"),
    response=replies(200, NiemShown, READS),
)
def niem(request: Asked, case: CaseId, order: OrderId, purpose: Purpose = "") -> Any:
    """An order as a NIEM document."""
    caller = request.auth
    found = niem_of(caller.actor, case, order, present(), purpose=purpose)
    return {"xml": found.xml.decode(), "losses": list(say_losses(found, caller.language))}


@router.post(
    "/imports",
    operation_id="import_file",
    url_name="import_file",
    auth=whoever_may("import"),
    response=replies(200, Imported, SENDS),
)
def file_imported(request: Asked, body: ImportCall) -> Any:
    """Judge an order file, and load it whole or not at all. The same file is loaded once, however often it is sent."""
    caller = request.auth
    plan = plan_import(caller.actor, body.text, NAME, present(), foreign=body.foreign, same=body.same)
    report = plan.report if body.is_dry or plan.problems else carry_out(plan)
    voice = Voice(caller.language)
    return {
        "is_loaded": report.is_loaded,
        "faults": [_fault(one, voice) for one in report.problems],
        "maybe_same": [{"person": one.person, "record": one.record} for one in report.candidates],
        "cases": dict(report.cases) if report.is_loaded else {},
        "orders": dict(report.orders) if report.is_loaded else {},
        "before": report.before.isoformat() if report.before else None,
        "text": report.lines(caller.language),
    }


def _fault(one: WrongInFile, voice: Voice) -> dict[str, Any]:
    return {
        "line": one.spot.row,
        "column": one.spot.column,
        "read": one.spot.read,
        "wrong": voice.reasons(one.wrong),
        "wanted": voice.reasons(one.wanted),
    }
