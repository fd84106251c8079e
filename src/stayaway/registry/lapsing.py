"""Consents that have run out: nobody sees anything by them after their day, and the journal says that they are over.

Without an entry, a program that keeps a copy would not hear from the feed that a case is open to it no longer.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from . import projecting
from .actors import Actor, Post
from .days import latest_day, today_at
from .entries import Proposal, What
from .folding import fold
from .journal import append, lines_of, lock_head
from .models import Consent, Entry

KEEPER = Actor(account="consents", post=Post.ADMINISTRATOR)
"""The registry itself, by the day that was said when the consent was given. It makes no other entry."""


def end_old_consents(now: datetime) -> int:
    """Enter the end of every consent whose last day is over where its program is. Returns how many they were."""
    over = Consent.objects.filter(until__lt=latest_day(now)).order_by("id")
    return sum(_end(person, agency, now) for person, agency in list(over.values_list("person_id", "agency")))


def _end(person: str, agency: str, now: datetime) -> bool:
    with transaction.atomic():
        head = lock_head()
        consent = Consent.objects.filter(person_id=person, agency=agency, until__lt=today_at(agency, now)).first()
        if consent is None:  # it is still that day there, or somebody gave a new one meanwhile
            return False
        version = Entry.objects.filter(stream=person).order_by("-version").values_list("version", flat=True)[0]
        proposal = Proposal(What.CONSENT_ENDED, person, consent.until.isoformat(), {"agency": agency})
        entry = append(head, KEEPER, [(proposal, version + 1)], now)[0]
        projecting.project(fold(lines_of([person], secrets=True)), {person: entry.number}, now)
    return True
