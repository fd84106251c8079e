"""The calendar, read back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from tests.cli.asking import FAMILY
from tests.documents.making_documents import DAY, SERVED, UNDECIDED, WITH_HEARING, made

OPENS, CLOSES = "Renewal of Order 1 can be asked for from today", "Last day to ask for renewal of Order 1"


def events(text: str, person: str = "rosa", on: str = DAY, *, neutral: bool = False) -> list[Any]:
    found = Calendar.from_ical(made(text, person, on, neutral=neutral)["calendar.ics"].content)
    return list(found.walk("VEVENT"))


def by_title(found: list[Any]) -> dict[str, Any]:
    return {str(event["summary"]): event for event in found}


def test_hearing_end_and_renewal_are_whole_days_with_alarms() -> None:
    found = by_title(events(WITH_HEARING))
    days = {title: event.decoded("dtstart") for title, event in found.items()}
    assert days == {
        "Court hearing (Order 1)": date(2024, 5, 20),
        OPENS: date(2024, 12, 1),
        "Last day of Order 1": date(2025, 3, 1),
        CLOSES: date(2025, 3, 1),
    }
    for event in found.values():
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
        alarms = event.walk("VALARM")
        assert alarms
        assert {str(alarm["action"]) for alarm in alarms} == {"DISPLAY"}
        assert all(alarm["trigger"].dt <= timedelta(hours=9) for alarm in alarms)
    hearing = found["Court hearing (Order 1)"]
    assert "Time: 9:30\u202fAM." in hearing["description"]
    assert hearing["location"] == "King County Superior Court"


def test_every_line_is_short_and_every_entry_has_its_own_name() -> None:
    content = made(WITH_HEARING, "rosa")["calendar.ics"].content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    names = [str(event["uid"]) for event in events(WITH_HEARING)]
    assert len(set(names)) == len(names) == 4


def test_an_entry_keeps_its_name_when_its_day_moves() -> None:
    before = by_title(events(FAMILY))["Last day of Order 1"]
    longer = FAMILY.replace(SERVED, SERVED + "      - {on: 2024-06-01, entry: extended, until: 2026-03-01}\n")
    after = by_title(events(longer, on="2024-06-02"))["Last day of Order 1"]
    assert after.decoded("dtstart") == date(2026, 3, 1)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_neutral_says_nothing_of_what_it_is_about() -> None:
    content = made(WITH_HEARING, "rosa", neutral=True)["calendar.ics"].content.decode("utf-8")
    assert {str(event["summary"]) for event in events(WITH_HEARING, neutral=True)} == {
        "Appointment",
        "Reminder",
        "Deadline",
    }
    telling = ("order", "court", "renew", "hearing", "rosa", "daniel", "stayaway", "restrain", "protect")
    assert [word for word in telling if word in content.lower()] == []
    assert [str(e["uid"]) for e in events(WITH_HEARING, neutral=True)] == [str(e["uid"]) for e in events(WITH_HEARING)]


def test_the_restrained_person_is_not_reminded_of_renewal() -> None:
    assert set(by_title(events(WITH_HEARING, "dan"))) == {"Court hearing (Order 1)", "Last day of Order 1"}
    assert (
        "The court may have made it last longer"
        in by_title(events(FAMILY, "dan"))["Last day of Order 1"]["description"]
    )


def test_what_is_past_is_no_day_to_keep() -> None:
    assert "calendar.ics" not in made(UNDECIDED, "dan", "2025-03-10")


def test_the_last_day_that_there_is_means_no_end() -> None:
    assert "calendar.ics" not in made(FAMILY.replace("expires: 2025-03-01", "expires: 9999-12-31"), "dan")


def test_a_day_of_the_court_is_the_same_day_wherever_it_is_read() -> None:
    late = WITH_HEARING.replace("2024-05-20T09:30-07:00", "2024-05-20T23:30-07:00")
    assert by_title(events(late))["Court hearing (Order 1)"].decoded("dtstart") == date(2024, 5, 20)
    assert b"VALUE=DATE:20240520" in made(late, "rosa")["calendar.ics"].content


def test_texts_are_escaped() -> None:
    hostile = "King, County; Court\\n END:VEVENT"
    text = WITH_HEARING.replace("King County Superior Court", f"'{hostile}'")
    assert by_title(events(text))["Court hearing (Order 1)"]["location"] == hostile
    assert len(events(text)) == 4
