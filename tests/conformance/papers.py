"""The papers that the conformance tests ask about: a civil and a criminal order between two invented people."""

from __future__ import annotations

from typing import Any

import stayaway
from stayaway.model import Answer, Papers
from stayaway.wording.say import Speaker

BOTH = """
jurisdiction: us-wa
people:
  rosa: {name: Rosa Marin}
  dan: {name: Daniel Cole}
  sam: {name: Sam Ortiz}
  kit: {name: Kit Marin}
places:
  home: {label: Rosa's home}
  work: {label: Rosa's work}
cases:
  family: {kind: civil, court: King County Superior Court, petitioner: rosa, respondent: dan}
  assault:
    kind: criminal
    court: Seattle Municipal Court
    defendant: dan
    victims: [rosa]
    witnesses: [sam]
    charge: {name: Assault 4, category: domestic_violence, jail_possible: true}
    docket:
      - {on: 2024-02-20, entry: charged}
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
      - no_contact: {except: [{by: text, about: children}]}
      - stay_away: {from: [home, work], distance: 500 ft}
    docket:
      - {on: 2024-03-04, entry: served}
  no-contact:
    case: assault
    instrument: wa-nco-pretrial
    restrained: dan
    protects: [rosa, sam]
    issued: 2024-02-21
    terms:
      - no_contact
      - stay_away: {from: [home], distance: 1000 ft}
    docket:
      - {on: 2024-02-21, entry: served}
"""
DAY = "2024-06-01"


def both(change: tuple[str, str] = ("", ""), place: str = "us-wa") -> Papers:
    """The papers, with one passage changed, or moved to another place (its instruments become stages)."""
    text = BOTH.replace(*change) if change[0] else BOTH
    if place != "us-wa":
        text = text.replace("jurisdiction: us-wa", f"jurisdiction: {place}" if place else "time_zone: UTC")
        text = text.replace("instrument: wa-dvpo", "stage: final")
        text = text.replace("instrument: wa-nco-pretrial", "stage: pretrial")
    return stayaway.read(text)


def happened(*entries: str, place: str = "us-wa") -> Papers:
    """The papers with more on the docket of the criminal case."""
    docket = "      - {on: 2024-02-20, entry: charged}\n"
    return both((docket, docket + "".join(f"      - {entry}\n" for entry in entries)), place)


def contact(papers: Papers, on: str = DAY, **told: Any) -> Answer:
    return stayaway.assess(papers, from_="dan", to="rosa", on=on, **told).prohibited


def ruling(papers: Papers, order: str, role: str, act: str, on: str = DAY) -> Any:
    """What the rulebook says of a role and an act."""
    found = [r for r in stayaway.rulings(papers, order=order, on=on) if r.role == role and r.act == act]
    assert found, f"no ruling for {role} and {act}"
    return found[0]


def path(found: Any) -> str:
    """The way that a ruling shows instead, in words."""
    assert found.path is not None
    return Speaker().say(found.path)


def steps(papers: Papers, person: str, on: str = DAY) -> str:
    """The next steps of a person as one text."""
    speaker = Speaker("en", papers)
    return "\n".join(speaker.say(step.reason) for step in stayaway.steps(papers, person, on=on))


def exposed(papers: Papers, order: str, on: str = DAY) -> str:
    """What breaking an order can bring, as one text."""
    speaker = Speaker("en", papers)
    return "\n".join(speaker.say(item.reason) for item in stayaway.exposure(papers, order, on=on))


def in_force(papers: Papers, order: str, on: str = DAY) -> Answer:
    return stayaway.standing(papers, order, on=on).in_force
