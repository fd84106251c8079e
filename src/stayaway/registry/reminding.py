"""Reminders for people who chose to be reminded: by the one way they named as safe, in words that say nothing.

A reminder names no court, no person and no order. Nobody is reminded who did not ask for it, and no date twice. It goes
only to the protected side: what the restrained side is told, the court tells. What a court entered as done on its own
work list takes no reminder away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from stayaway.files.faults import FileFaults
from stayaway.wording.language import LANGUAGES
from stayaway.wording.say import Speaker
from stayaway.wording.work import WorkCode

from .days import today_in
from .entries import What
from .folding import fold
from .journal import lines_of, lines_of_cases
from .models import Entry, OrderRow, Party, Reminder
from .rows import papers_alone
from .work import Work, all_work

REMINDED_OF = (WorkCode.ENDS_SOON, WorkCode.RENEWAL_OPEN)


@dataclass(frozen=True, slots=True)
class Due:
    """A date that somebody asked to be reminded of."""

    person: str
    order: str
    kind: str
    on: date
    to: str
    language: str


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many reminders were sent; and those that were not, which stay due, each by the kind of failure alone."""

    sent: int
    unsent: tuple[str, ...]


class NoMailServer(Exception):
    """There is no mail server, so nobody can be reminded."""


MAIL_FAILS = (OSError, ValueError)
"""What sending raises: smtplib for a server or a recipient that it refuses, Django for an address that is none."""


def remind(now: datetime) -> Reminded:
    """Send every reminder that is due and was not sent. Raises NoMailServer, when nothing counts as sent.

    Each is written down before it is sent, in one transaction with the sending: a failure to send leaves it due, and
    holds up nobody else's.
    """
    if not settings.SENDS_MAIL:
        raise NoMailServer
    sent, unsent = 0, list[str]()
    for due in list(_due(now, unsent)):
        try:
            sent += _remind_of(due, now)
        except MAIL_FAILS as error:
            unsent.append(type(error).__name__)
    return Reminded(sent, tuple(unsent))


def _remind_of(due: Due, now: datetime) -> bool:
    """Send one; False: it was sent before."""
    with transaction.atomic():
        _, is_new = Reminder.objects.get_or_create(
            person=due.person, order=due.order, kind=due.kind, on=due.on, defaults={"sent": now}
        )
        if is_new:
            _send(due)
    return is_new


def _due(now: datetime, unsent: list[str]) -> Iterator[Due]:
    chosen = set(Entry.objects.filter(what=What.CONTACT_CHOSEN).values_list("stream", flat=True))
    for person in sorted(chosen):
        contact = fold(lines_of([person], secrets=True)).people[person].contact
        to = str(contact.get("email", ""))
        if not to:
            continue
        cases = Party.objects.filter(person_id=person, role="protected", case__is_sealed=False).values("case")
        rows = OrderRow.objects.filter(case__in=cases)
        today = {row.id: today_in(row.time_zone, now) for row in rows if person in row.protects}
        said = contact.get("language")
        language = said if said in LANGUAGES else LANGUAGES[0]
        found = [work for case in sorted({row.case_id for row in rows}) for work in _work_of(case, now, unsent)]
        for work in sorted(found, key=lambda one: (one.due or date.max, one.order, one.kind)):
            day = today.get(work.order)
            if work.due is not None and day is not None and work.begins <= day <= work.due:
                yield Due(person, work.order, work.kind.value, work.due, to, language)


def _work_of(case: str, now: datetime, unsent: list[str]) -> list[Work]:
    """The dates of a case's orders to be reminded of. A case that cannot be read holds up no other."""
    folded = fold(lines_of_cases([case]))
    try:
        papers = papers_alone(case, folded)
    except FileFaults as error:
        unsent.append(type(error).__name__)
        return []
    return [work for work in all_work(papers, folded.cases[case], now) if work.kind in REMINDED_OF]


def _send(due: Due) -> None:
    speaker = Speaker(due.language)
    text = speaker.sentence(WorkCode.REMINDER_TEXT, {"on": due.on})
    EmailMessage(speaker.sentence(WorkCode.REMINDER_SUBJECT), text, to=[due.to]).send()
