"""What stands in lists: the work of a court, who looked, and what was entered since. Looking at one is journaled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q

from stayaway.model import UTC, because
from stayaway.wording.record import RecordCode as C

from .accounts.models import Agency
from .actors import BESIDE_RECORDS, COURT_POSTS, Actor, Post
from .availability import Turned, turned
from .entries import Line
from .folding import fold
from .journal import line_of, lines_of, lines_of_cases
from .looking import looked
from .models import Access, CaseRow, Entry, Task
from .reading import HIDDEN
from .refusing import Refused
from .sight import SIDES, Seen, Sight, cases_open_to, seen_by
from .telling import TOLD_BEYOND_THE_COURT, ShownEntry, shown_entries
from .unsaid import Words, unsaid, words_for

TOLD_BY = ("begins", "case_id", "order", "kind")
"""In what order tasks are told. Rows are made anew as entries come, so their numbers keep no order."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Entries after a number, as an agency may see them. `after` is where to go on; `more` says that there is more.

    `cases` came to be open to the agency since, and have to be read whole; or they are so no longer.
    """

    entries: tuple[ShownEntry, ...]
    cases: tuple[Turned, ...]
    after: int
    more: bool


def own_zone(actor: Actor) -> ZoneInfo:
    """The time zone of the agency that somebody acts for: it counts its days there."""
    found = Agency.objects.filter(pk=actor.agency).first()
    return UTC if found is None else ZoneInfo(found.time_zone)


def work_list(
    actor: Actor,
    now: datetime,
    *,
    after: tuple[date, str, str, str] | None = None,
    most: int | None = 100,
    coming: bool = False,
) -> list[Task]:
    """What a court has to do about its orders on the day that it is there, by the day since when. Raises Refused.

    `after`: the day, case, order and kind of the last task that was told before. `coming`: also what begins later.
    """
    if actor.post not in COURT_POSTS:
        raise _not_for_this_post(actor, now)
    tasks = Task.objects.filter(agency_id=actor.agency, case__is_sealed=False).select_related("case")
    if not coming:
        tasks = tasks.filter(begins__lte=now.astimezone(own_zone(actor)).date())
    if after is not None:
        tasks = tasks.filter(_behind(after))
    found = list(tasks.order_by(*TOLD_BY)[:most])
    looked(actor, "work", now, found=sorted({task.case_id for task in found}))
    return found


def _behind(after: tuple[date, str, str, str]) -> Q:
    """Whatever stands behind a task in the list: alike up to some field, and later in that."""
    found = Q(pk__in=())
    for index, name in enumerate(TOLD_BY):
        alike = dict(zip(TOLD_BY[:index], after, strict=False))
        found |= Q(**alike, **{f"{name}__gt": after[index]})
    return found


def looks(
    actor: Actor,
    now: datetime,
    *,
    purpose: str,
    stream: str = "",
    account: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    before: int | None = None,
    most: int = 100,
) -> list[Access]:
    """Who looked at a record, or what somebody looked at, latest first; for auditors, who say why. Raises Refused.

    `before`: the id of the last look that was told before.
    """
    if actor.post is not Post.AUDITOR:
        raise _not_for_this_post(actor, now)
    if not purpose.strip():
        looked(actor, "refused", now, stream=stream, asked=account)
        raise Refused((because(C.PURPOSE_NEEDED), because(C.PATH_SAY_PURPOSE)))
    found = Access.objects.all()
    if stream:
        found = found.filter(looks_at([stream]))
    if account:
        found = found.filter(account=account)
    if since is not None:
        found = found.filter(at__gte=since)
    if until is not None:
        found = found.filter(at__lt=until)
    if before is not None:
        found = found.filter(id__lt=before)
    rows = list(found.order_by("-id")[:most])
    looked(actor, "audit", now, stream=stream, asked=account, purpose=purpose)
    return rows


def looks_at(records: Iterable[str]) -> Q:
    """Looks at any of these records, also where it was shown among others. Ids are random: none is part of another."""
    wanted = Q(pk__in=())
    for one in records:
        wanted |= Q(stream=one) | Q(found__contains=one)
    return wanted


def changes(actor: Actor, after: int, now: datetime, *, most: int = 100) -> Changes:
    """What was entered after an entry's number, of the cases that an agency may see. Raises Refused.

    Entries are numbered in the order in which they became visible, so whoever goes on after the last number misses
    none. `after` moves by what is told alone: otherwise it would tell when something hidden was entered. What was
    entered before a case came to be open to the agency is read with the case. A consent that runs out on its day closes
    a case at once; the entry that tells of it is made by the next daily run.
    """
    if actor.agency is None or actor.post in BESIDE_RECORDS:
        raise _not_for_this_post(actor, now)
    until = Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0
    behind = Entry.objects.filter(number__gt=after, number__lte=until)
    rows = list(behind.filter(_is_told(actor, now)).order_by("number")[: most + 1])
    told, more = rows[:most], len(rows) > most
    turns = turned(actor, after, told[-1].number if more else until, now)
    named = CaseRow.objects.filter(id__in={row.stream for row in told})
    every = {case.id: seen_by(actor, case, now) for case in named}
    seen = {case: one for case, one in every.items() if one.sight is not Sight.NOTHING}
    lines = [line_of(row, secrets=False) for row in told]
    whole = lines_of(case for case, one in seen.items() if one.sight in SIDES)
    others = [line for line in lines if line.stream in seen and seen[line.stream].sight not in SIDES]
    entries = shown_entries(lines, seen, _words(lines, seen), [*whole, *others])
    if told or turns:
        looked(actor, "feed", now, found=sorted({*seen, *(one.case for one in turns if one.is_open)}))
    last = max([after, *(entry.number for entry in entries), *(one.number for one in turns)])
    return Changes(entries, tuple(turns), last, more)


def _is_told(actor: Actor, now: datetime) -> Q:
    """Which entries somebody is told of, as `shown_entries` says, asked before so many are taken that make a page."""
    corrects = Entry.objects.filter(number=OuterRef("corrects"), what__in=TOLD_BEYOND_THE_COURT)
    told: Q = Q(what__in=TOLD_BEYOND_THE_COURT, corrects=None) | Q(Exists(corrects))
    if actor.post in COURT_POSTS:
        told |= Q(stream__in=CaseRow.objects.filter(keeper_id=actor.agency).values("id"))
    return told & Q(stream__in=cases_open_to(actor, now).values("id"))


def _words(lines: list[Line], seen: Mapping[str, Seen]) -> Words | None:
    """What takes secrets out of these entries. Hardly any has a text of its own, so hardly any secret is opened."""
    worded = {
        line.stream
        for line in lines
        if line.stream in seen and seen[line.stream].sight is not Sight.EVERYTHING and _has_words(line)
    }
    if not worded:
        return None
    whole = lines_of_cases(worded, secrets=True)
    return words_for(unsaid(whole, fold(whole)), seen, HIDDEN)


def _has_words(line: Line) -> bool:
    return "court" in line.facts.get("entry", {})


def _not_for_this_post(actor: Actor, now: datetime) -> Refused:
    looked(actor, "refused", now)
    return Refused((because(C.NO_POST_FOR_RECORDS), because(C.PATH_ASK_THE_CLERK)))
