"""A bare day goes on to its end in its own time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from stayaway.registry.accounts.models import Agency
from stayaway.registry.days import today_at, today_in

EVENING = datetime(2025, 6, 11, 1, 0, tzinfo=UTC)
"""Six in the evening of the tenth in Los Angeles, ten in the morning of the eleventh in Tokyo."""


@pytest.mark.parametrize(("zone", "day"), [("America/Los_Angeles", 10), ("UTC", 11), ("Asia/Tokyo", 11)])
def test_it_is_the_day_of_the_zone(zone: str, day: int) -> None:
    assert today_in(zone, EVENING) == date(2025, 6, day)


@pytest.mark.django_db
def test_an_agency_lives_in_its_own_zone() -> None:
    agency = Agency.objects.create(name="Alder", kind="court", hears_civil=True, time_zone="America/Los_Angeles")
    assert today_at(agency.pk, EVENING) == date(2025, 6, 10)
    assert today_at("a-nowhere", EVENING) == today_at(None, EVENING) == date(2025, 6, 11)
