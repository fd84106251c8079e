"""Reminders for people who chose to be reminded: by the one way they named as safe, in words that say nothing.

A reminder names no court, no person and no order. Nobody is reminded who did not ask for it, and no date twice. It goes
only to the protected side: what the restrained side is told, the court tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.core.mail import EmailMessage
from django.db import transaction

from stayaway.wording.language import LANGUAGES
from stayaway.wording.say import Speaker
from stayaway.wording.work import WorkCode

from .entries import What
from .folding import fold
from .journal import lines_of
from .models import Entry, OrderRow, Party, Reminder, Task

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


def remind(now: datetime) -> int:
    """Send every reminder that is due and was not sent. Returns how many were sent.

    Each is written down before it is sent, in one transaction with the sending: a failure to send leaves it due.
    """
    sent = 0
    for due in list(_due(now)):
        with transaction.atomic():
            _, is_new = Reminder.objects.get_or_create(
                person=due.person, order=due.order, kind=due.kind, on=due.on, defaults={"sent": now}
            )
            if is_new:
                _send(due)
                sent += 1
    return sent


def _due(now: datetime) -> Iterator[Due]:
    chosen = set(Entry.objects.filter(what=What.CONTACT_CHOSEN).values_list("stream", flat=True))
    for person in sorted(chosen):
        contact = fold(lines_of([person], secrets=True)).people[person].contact
        to = str(contact.get("email", ""))
        if not to:
            continue
        cases = Party.objects.filter(person_id=person, role="protected", case__is_sealed=False).values("case")
        mine = [row.id for row in OrderRow.objects.filter(case__in=cases) if person in row.protects]
        tasks = Task.objects.filter(order__in=mine, kind__in=REMINDED_OF, begins__lte=now.date(), due__gte=now.date())
        language = contact.get("language")
        for task in tasks.exclude(due=None).order_by("due"):
            assert task.due is not None
            yield Due(person, task.order, task.kind, task.due, to, language if language in LANGUAGES else LANGUAGES[0])


def _send(due: Due) -> None:
    speaker = Speaker(due.language)
    text = speaker.sentence(WorkCode.REMINDER_TEXT, {"on": due.on})
    EmailMessage(speaker.sentence(WorkCode.REMINDER_SUBJECT), text, to=[due.to]).send()
