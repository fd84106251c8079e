"""Operations that list: the work of a court, who looked, and what was entered since."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from stayaway.pages.voice import Voice
from stayaway.registry.listing import TOLD_BY, changes, looks, work_list
from stayaway.registry.models import Head, Task
from stayaway.wording.api import ApiCode as C
from stayaway.wording.work import WorkCode

from . import words
from .answers import EntryShown, Told, entry_document
from .callers import Asked, whoever_may
from .cursors import PAGE, new_cursor, read_cursor
from .operating import EVERYBODY, SENDS, present, replies
from .problems import Faults, Wrong

router = Router(tags=["lists"])
Cursor = Annotated[str | None, Query(max_length=400, description="The `next` of the page before.")]


class TaskShown(Told):
    """Something to do about an order, from a day on. `due`: the last day, where one is known."""

    case: str
    order: str
    kind: str
    text: str
    begins: str
    due: str | None


class WorkList(Told):
    """A page of the work list. `next` leads to the page after; null: this is the last."""

    tasks: list[TaskShown]
    next: str | None


class AuditCall(words.Words):
    """What an auditor asks: at which record somebody looked, or what an account looked at, and why they ask."""

    purpose: Annotated[str, Field(max_length=200)]
    stream: Annotated[str, Field(pattern="^[pc][0-9a-f]{20}$")] | None = None
    account: words.AccountId | None = None
    since: words.Instant | None = None
    until: words.Instant | None = None
    cursor: Annotated[str, Field(max_length=400)] | None = None


class LookShown(Told):
    """One look at records, or one that was refused. `found`: the records that were shown."""

    number: int
    at: str
    account: str
    post: str
    agency: str
    client: str
    how: str
    stream: str
    found: list[str]
    purpose: str


class Looks(Told):
    """A page of looks, latest first. `next` leads to the page after; null: this is the last."""

    looks: list[LookShown]
    next: str | None


class Turn(Told):
    """A case that came to be open to the caller, to be read whole; or, where `is_open` is false, is so no longer."""

    number: int
    case: str
    is_open: bool


class Feed(Told):
    """Entries in their order. The next call goes on after the number `after`; `more`: it will find some at once."""

    entries: list[EntryShown]
    cases: list[Turn]
    after: int
    more: bool


@router.get(
    "/work",
    operation_id="work_list",
    url_name="work_list",
    auth=whoever_may("read"),
    response=replies(200, WorkList, EVERYBODY),
)
def work(request: Asked, cursor: Cursor = None) -> Any:
    """What the caller's court has to do about its orders, by the day since when."""
    after = read_cursor("work", cursor)
    if after is not None and len(after) != len(TOLD_BY):
        raise Faults([Wrong("cursor", C.BAD_CURSOR)])
    start = None if after is None else (date.fromisoformat(after[0]), *after[1:])
    rows = work_list(request.auth.actor, present(), after=start, most=PAGE + 1)
    voice, page = Voice(request.auth.language), rows[:PAGE]
    return {
        "tasks": [
            {
                "case": task.case_id,
                "order": task.order,
                "kind": task.kind,
                "text": voice.speaker.sentence(WorkCode(task.kind), task.reason),
                "begins": task.begins.isoformat(),
                "due": task.due.isoformat() if task.due else None,
            }
            for task in page
        ],
        "next": new_cursor("work", _place_of(page[-1])) if len(rows) > PAGE else None,
    }


def _place_of(task: Task) -> list[str]:
    """Where a task stands in the list. Its row is made anew as entries come, so its number would say nothing."""
    return [task.begins.isoformat(), task.case_id, task.order, task.kind]


@router.post(
    "/audit", operation_id="audit", url_name="audit", auth=whoever_may("read"), response=replies(200, Looks, SENDS)
)
def audit(request: Asked, body: AuditCall) -> Any:
    """Who looked at a record, or what somebody looked at. For auditors."""
    after = read_cursor("audit", body.cursor)
    rows = looks(
        request.auth.actor,
        present(),
        purpose=body.purpose,
        stream=body.stream or "",
        account=body.account or "",
        since=body.since,
        until=body.until,
        before=None if after is None else int(after[0]),
        most=PAGE + 1,
    )
    page = rows[:PAGE]
    return {
        "looks": [
            {
                "number": row.pk,
                "at": row.at.isoformat(),
                "account": row.account,
                "post": row.post,
                "agency": row.agency,
                "client": row.client,
                "how": row.how,
                "stream": row.stream,
                "found": row.found.split(),
                "purpose": row.purpose,
            }
            for row in page
        ],
        "next": new_cursor("audit", [page[-1].pk]) if len(rows) > PAGE else None,
    }


@router.get(
    "/feed", operation_id="feed", url_name="feed", auth=whoever_may("feed"), response=replies(200, Feed, EVERYBODY)
)
def feed(request: Asked, after: Annotated[int, Query(ge=0, lt=2**62)] = 0) -> Any:
    """What was entered since, of the cases that the caller's agency may see.

    A number behind the last entry is a fault: the record was brought back from a backup, and a copy has to begin anew.
    """
    found = changes(request.auth.actor, after, present(), most=PAGE)
    if after > Head.objects.get(id=1).number:
        raise Faults([Wrong("after", C.AFTER_THE_END, read=str(after))])
    return {
        "entries": [entry_document(entry) for entry in found.entries],
        "cases": [{"number": one.number, "case": one.case, "is_open": one.is_open} for one in found.cases],
        "after": found.after,
        "more": found.more,
    }
