"""Logs and order files of invented people, for tests of whole runs."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

ORDERS = """
jurisdiction: us-wa
people:
  dan: {name: Dan Example, phones: [206-555-0100], handles: ["@dan"]}
  rosa: {name: Rosa Example, phones: [206-555-0199, 206-555-0177], emails: [Rosa@Example.org]}
  sam: {name: Sam Example, phones: [206-555-0177]}
places:
  home: {label: "Rosa's home", at: [47.62, -122.35]}
cases:
  family: {kind: civil, petitioner: rosa, respondent: dan}
  assault: {kind: criminal, defendant: dan, victims: [rosa]}
orders:
  civil:
    case: family
    instrument: DVPO
    restrained: dan
    protects: [rosa]
    issued: 2024-03-01
    expires: 2025-03-01
    terms:
      - no_contact: {except: [{by: text, about: children}, counsel]}
      - stay_away: {from: [home, rosa], distance: 500 ft}
    docket: [{on: 2024-03-04, entry: served}]
  bail:
    case: assault
    stage: pretrial
    restrained: dan
    protects: [rosa, sam]
    issued: 2024-06-01T09:30
    until: case_disposition
    terms: [no_contact]
"""
HEADER = ("calling_number", "called_number", "start_time", "call_type")
NUMBERS = ("206-555-0100", "+12065550199", "(206) 555-0177", "2065550142", "Anonymous", "@dan", "rosa@example.ORG", "")


def write_orders(folder: Path) -> Path:
    """The order file."""
    path = folder / "orders.yaml"
    path.write_text(ORDERS, "utf-8")
    return path


def write_calls(folder: Path, count: int, chance: int = 6) -> Path:
    """A log in which some rows cannot be read."""
    random = Random(chance)
    path = folder / "calls.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for _ in range(count):
            at = datetime(2024, 2, 20, tzinfo=UTC) + timedelta(seconds=random.randrange(500 * 86400))
            when = random.choice([at.isoformat(), f"{at:%Y-%m-%d %H:%M:%S}", f"{at:%Y-%m-%d}", "soon"])
            row = [random.choice(NUMBERS), random.choice(NUMBERS), when, random.choice(["voice", "sms", "", "drum"])]
            writer.writerow(row[: random.choice([4, 4, 4, 4, 4, 3])])
    return path
