"""Papers of a place: a final civil order and a criminal order before trial, each of the place's own order types."""

from __future__ import annotations

import stayaway
from stayaway.law import known_jurisdictions, place_law
from stayaway.law.schema import Instrument
from stayaway.model import Kind, Papers, Stage

PLACES = known_jurisdictions()
ISSUED, ENDS = "2027-02-01", "2028-02-01"
ON = "2027-06-01"
"""A day after every text that was read, so that the law of that day is the law that is known."""


def instruments_of(code: str, kind: Kind) -> tuple[Instrument, ...]:
    """The order types of the place at the stage that the matrix is about: final, or before trial."""
    stage = Stage.FINAL if kind is Kind.CIVIL else Stage.PRETRIAL
    return tuple(one for one in place_law(code).file.instruments if (one.track, one.stage) == (kind, stage))


def instrument_of(code: str, kind: Kind) -> Instrument:
    """The first of them."""
    return instruments_of(code, kind)[0]


def civil(code: str, *docket: str, instrument: str | None = None) -> Papers:
    """A civil order that runs for a year."""
    return stayaway.read(civil_text(code, *docket, instrument=instrument))


def civil_text(code: str, *docket: str, instrument: str | None = None) -> str:
    """The same as an order file."""
    return f"""
jurisdiction: {code}
people: {{rosa: {{name: Rosa}}, dan: {{name: Dan}}}}
cases: {{family: {{kind: civil, petitioner: rosa, respondent: dan}}}}
orders:
  order:
    case: family
    instrument: {instrument or instrument_of(code, Kind.CIVIL).id}
    restrained: dan
    protects: [rosa]
    issued: {ISSUED}
    expires: {ENDS}
    terms: [no_contact]
    docket: [{", ".join(docket)}]
"""


def criminal(code: str, *docket: str, case: str = "", instrument: str | None = None, until: str = "") -> Papers:
    """A criminal order before trial. `case`: an entry of the case; `until`: what the paper says that ends it."""
    return stayaway.read(criminal_text(code, *docket, case=case, instrument=instrument, until=until))


def criminal_text(code: str, *docket: str, case: str = "", instrument: str | None = None, until: str = "") -> str:
    """The same as an order file."""
    return f"""
jurisdiction: {code}
people: {{rosa: {{name: Rosa}}, dan: {{name: Dan}}}}
cases:
  assault:
    kind: criminal
    defendant: dan
    victims: [rosa]
    docket: [{{on: {ISSUED}, entry: charged}}{", " + case if case else ""}]
orders:
  order:
    case: assault
    instrument: {instrument or instrument_of(code, Kind.CRIMINAL).id}
    restrained: dan
    protects: [rosa]
    issued: {ISSUED}
    {f"until: {until}" if until else ""}
    terms: [no_contact]
    docket: [{", ".join(docket)}]
"""


def of_type(code: str, instrument: Instrument, *docket: str) -> Papers:
    """The papers of one order type."""
    make = civil if instrument.track is Kind.CIVIL else criminal
    return make(code, *docket, instrument=instrument.id)
