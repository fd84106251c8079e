"""A law book of two places, small enough to keep in mind."""

from __future__ import annotations

from datetime import date
from typing import Any

from stayaway.files import Fault, FileFaults, read_text
from stayaway.law.book import FederalLaw, LawBook, PlaceLaw
from stayaway.law.load import federal_law
from stayaway.law.schema import LawFile
from stayaway.model import Papers


def _instrument(name: str, said: str, track: str, stage: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": said, "track": track, "stage": stage, "scope": "any", "authority": "Example 1", **more}


INSTRUMENTS = [
    _instrument("wa-dvpo", "Domestic violence protection order", "civil", "final", also_called=["DVPO"]),
    _instrument("wa-temp", "Temporary protection order", "civil", "temporary", also_called=["order for protection"]),
    _instrument("wa-temp-b", "Other temporary order", "civil", "emergency", also_called=["order for protection"]),
    _instrument("wa-nco-pretrial", "Pretrial no-contact order", "criminal", "pretrial"),
    _instrument("wa-nco-sentence", "Sentence no-contact order", "criminal", "sentence"),
    _instrument("wa-nco-bail", "Probation order", "criminal", "sentence", term={"until": "probation_ends"}),
]


def _law(code: str, name: str, zone: str | None, instruments: list[dict[str, Any]]) -> LawFile:
    return LawFile.model_validate(
        {
            "jurisdiction": code,
            "name": name,
            "time_zone": zone,
            "researched": date(2026, 1, 1),
            "instruments": instruments,
        }
    )


GENERAL = _law("general", "General rules", None, [])
PLACES = {
    "us-wa": _law("us-wa", "Washington", "America/Los_Angeles", INSTRUMENTS),
    "us-ny": _law(
        "us-ny", "New York", "America/New_York", [_instrument("ny-op", "Order of protection", "civil", "final")]
    ),
}


def _load(code: str | None) -> PlaceLaw:
    if code in PLACES:
        return PlaceLaw(code, PLACES[code], GENERAL)
    return PlaceLaw(code, GENERAL, GENERAL, known=False)


_federal: FederalLaw = federal_law()
BOOK = LawBook(_federal, _load)


def read(text: str | bytes) -> Papers:
    """The papers of a text, by this book."""
    return read_text(text, "orders.yaml", BOOK)


def faults(text: str | bytes) -> tuple[Fault, ...]:
    """The faults of a text; none if it reads."""
    try:
        read(text)
    except FileFaults as wrong:
        return wrong.faults
    return ()


def codes(text: str | bytes) -> list[str]:
    """The codes of the faults, without the name of the question."""
    return [fault.code.value.removeprefix("file.") for fault in faults(text)]


TWO_ORDERS = """\
jurisdiction: us-wa
people:
  rosa: {name: Rosa Marin, born: 1990-05-01}
  dan: {name: Daniel Cole}
  sam: {name: Sam Ortiz}
places:
  home: {label: Rosa's home, confidential: true, at: [47.6205, -122.3493], address: 12 Elm Street}
  work: {label: Rosa's work}
cases:
  family:
    kind: civil
    court: King County Superior Court
    number: 24-2-01234-5 SEA
    petitioner: rosa
    respondent: dan
  assault:
    kind: criminal
    court: Seattle Municipal Court
    number: 671234
    defendant: dan
    victims: [rosa]
    witnesses: [sam]
    charge: {name: Assault 4, category: domestic_violence, level: misdemeanor, jail_possible: true}
    docket:
      - {on: 2024-02-20, entry: charged}
      - {on: 2024-09-10, entry: dismissed}
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
      - no_contact: {except: [{by: text, about: Children}, counsel, court]}
      - stay_away: {from: [home, work, rosa], distance: 500 ft}
      - move_out: {of: home}
      - surrender_firearms
    docket:
      - {on: 2024-03-04, entry: served}
      - {on: 2025-02-10, entry: renewed, until: 2027-03-01}
  no-contact:
    case: assault
    stage: pretrial
    restrained: dan
    protects: [rosa, sam]
    issued: 2024-02-21
    until: case_disposition
    terms:
      - no_contact
      - stay_away: {from: [rosa, home], distance: 1000 ft}
"""
"""Two orders between one pair."""
