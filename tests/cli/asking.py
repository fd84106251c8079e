"""What the tests of the command line share: a file to ask about, and asking."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from stayaway.cli import main

SAMPLE = str(Path(__file__).parents[2] / "samples" / "two-orders.yaml")
SECRET = "77 Marrowbone Lane"
"""An address that nobody may ever see."""
NORTH, EAST = "47.620531", "-122.349317"

FAMILY = f"""
jurisdiction: us-wa
people:
  rosa: {{name: Rosa Marin, phones: ["+1 206 555 0142"]}}
  dan: {{name: Daniel Cole}}
  sam: {{name: Sam Ortiz}}
places:
  home: {{label: Rosa's home, confidential: true, address: "{SECRET}"}}
  shelter: {{label: a safe place, confidential: true, at: [{NORTH}, {EAST}]}}
  cafe: {{label: the cafe, at: [47.6206, -122.3494]}}
cases:
  family: {{kind: civil, court: King County Superior Court, petitioner: rosa, respondent: dan}}
  assault:
    kind: criminal
    court: Seattle Municipal Court
    number: "671234"
    defendant: dan
    victims: [rosa]
    witnesses: [sam]
    charge: {{name: Assault 4, category: domestic_violence, jail_possible: true}}
    docket:
      - {{on: 2024-02-20, entry: charged}}
orders:
  civil:
    case: family
    instrument: wa-dvpo
    restrained: dan
    protects: [rosa]
    issued: 2024-03-01
    expires: 2025-03-01
    terms:
      - no_abuse
      - no_contact: {{except: [{{by: text, about: children}}, counsel]}}
      - stay_away: {{from: [home, shelter, rosa], distance: 500 ft}}
      - exchange: {{at: cafe, when: Sundays, required: yes}}
    docket:
      - {{on: 2024-03-04, entry: served}}
  no-contact:
    case: assault
    stage: pretrial
    restrained: dan
    protects: [rosa, sam]
    issued: 2024-02-21
    until: case_disposition
    terms:
      - no_contact
      - stay_away: {{from: [rosa, home], distance: 1000 ft}}
"""

DRAFT = f"""
jurisdiction: us-wa
people:
  r: {{name: Rosa Marin}}
  d: {{name: Daniel Cole}}
places:
  house: {{label: Rosa's home, confidential: true, address: "{SECRET}"}}
cases:
  new: {{kind: civil, court: King County Superior Court, petitioner: r, respondent: d}}
orders:
  draft:
    case: new
    stage: final
    restrained: d
    protects: [r]
    terms:
      - no_contact: {{except: [{{by: email, about: children}}]}}
      - stay_away: {{from: [house], distance: 300 ft}}
"""


def ask(*arguments: str, width: int = 80) -> Result:
    """Ask a command."""
    return CliRunner(env={"COLUMNS": str(width)}).invoke(main, arguments)


def answered(*arguments: str) -> dict[str, Any]:
    """The document that a command answers with."""
    result = ask(*arguments, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found
