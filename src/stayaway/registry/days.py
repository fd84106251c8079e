"""Which day it is: a bare day, on an order or in a consent, is a day of some time zone and goes on to its end there."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from .accounts.models import Agency


def today_in(zone: str, now: datetime) -> date:
    """The day that it is at an instant in a time zone, by its IANA name."""
    return now.astimezone(ZoneInfo(zone)).date()


def today_at(agency: str | None, now: datetime) -> date:
    """The day that it is at an agency, by its id; in UTC where there is no such agency."""
    zone = Agency.objects.filter(pk=agency).values_list("time_zone", flat=True).first() if agency else None
    return today_in(zone or "UTC", now)


def latest_day(now: datetime) -> date:
    """The latest day that it is anywhere at an instant: that of the islands where a day begins first."""
    return today_in("Pacific/Kiritimati", now)
