"""Which cases came to be open to whoever follows the feed, or are open no longer; and nothing of why.

A lawyer appears, somebody consents, a judge seals or opens: what was entered in a case long ago is then to be read for
the first time, or no more. The entry itself is told to the court alone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from .actors import Actor, Post
from .entries import What
from .models import Access, Entry, Party
from .sight import SEE_EVERY_CASE, cases_open_to

FOR_EVERYBODY = (What.SEALED, What.UNSEALED)
CLOSES = (What.SEALED, What.WITHDREW, What.CONSENT_ENDED)
FOR_THEIRS = (What.APPEARED, What.CONSENT_GIVEN, What.CONSENT_ENDED)


@dataclass(frozen=True, slots=True)
class Turned:
    """A case that is open or not open any more to somebody, by something that was entered under a number."""

    number: int
    case: str
    is_open: bool


def turned(actor: Actor, after: int, until: int, now: datetime) -> list[Turned]:
    """Cases that an entry behind a number, up to another, opened or closed to an actor, as they stand now.

    That one is closed is told of those alone that the feed had told of before.
    """
    found: dict[str, Turned] = {}
    entries = list(_turning(actor).filter(number__gt=after, number__lte=until).order_by("number"))
    touched = {entry.number: set(_cases_of(actor, entry)) for entry in entries}
    # Asked once for all: whoever is told of nothing asks again about all that was sealed since.
    every = set().union(*touched.values())
    opened = set(cases_open_to(actor, now).filter(id__in=every).values_list("id", flat=True))
    for entry in entries:
        cases = touched[entry.number]
        is_open = cases & opened
        told = cases - is_open if entry.what in CLOSES else is_open
        found |= {case: Turned(entry.number, case, case in is_open) for case in told}
    gone = {case for case, one in found.items() if not one.is_open}
    unknown = gone - set(_told_before(actor, gone))
    return sorted((one for case, one in found.items() if case not in unknown), key=lambda one: (one.number, one.case))


def _turning(actor: Actor) -> QuerySet[Entry]:
    """Entries that can open a case to an actor, or close it."""
    for_all = Q(what__in=FOR_EVERYBODY)
    if actor.post in SEE_EVERY_CASE:
        return Entry.objects.filter(for_all)
    mine = Q(facts__contains=actor.agency) | Q(facts__contains=actor.account)
    appeared = Entry.objects.filter(mine, what=What.APPEARED, stream=OuterRef("stream"))
    return Entry.objects.filter(
        for_all
        | Q(what=What.NOTICE_ASKED)
        | (Q(what__in=FOR_THEIRS) & mine)
        | (Q(what=What.WITHDREW) & Q(Exists(appeared)))
    )


def _cases_of(actor: Actor, entry: Entry) -> Iterator[str]:
    """The cases that an entry can open or close: its own, and those that are seen through the same people."""
    if entry.stream.startswith("p"):
        yield from _with({entry.stream}, "protected")
        return
    yield entry.stream
    if entry.what not in {What.APPEARED, What.WITHDREW}:
        return
    if actor.post is Post.PROSECUTOR:
        in_it = Party.objects.filter(case=entry.stream, role="restrained")
        yield from _with(in_it.values_list("person_id", flat=True), "restrained")
    else:
        appeared = Entry.objects.filter(stream=entry.stream, what=What.APPEARED).values_list("facts", flat=True)
        clients = {str(json.loads(facts).get("person", "")) for facts in appeared if actor.account in facts}
        yield from _with(clients, "restrained", "protected")


def _with(people: Iterable[str], *roles: str) -> Iterator[str]:
    """Cases in which one of these people stands so. One that is sealed was told of when it was."""
    parties = Party.objects.filter(person__in=set(people), role__in=roles, case__is_sealed=False)
    yield from parties.values_list("case_id", flat=True)


def _told_before(actor: Actor, cases: Collection[str]) -> Iterator[str]:
    looks = Access.objects.filter(account=actor.account, how="feed", agency=actor.agency or "").exclude(found="")
    if actor.post in SEE_EVERY_CASE:  # many looks, and few cases at a time
        yield from (case for case in cases if looks.filter(found__contains=case).exists())
    elif cases:
        every = looks.values_list("found", flat=True).iterator()
        yield from set(cases) & {case for found in every for case in found.split()}
