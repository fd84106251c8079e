"""A court that loads files, and the files that it loads. Nobody in them exists."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from stayaway.files import read_text
from stayaway.files.write import mapping
from stayaway.law import yaml12
from stayaway.law.load import law_book
from stayaway.model import Papers
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import Actor, Post
from stayaway.registry.exchange.inward.loading import carry_out
from stayaway.registry.exchange.inward.order_files import plan_import
from stayaway.registry.exchange.inward.report import Report
from stayaway.registry.exchange.inward.steps import NAMES, plain

NOW = datetime(2026, 6, 2, 18, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[3]
COURT = "Alder County Superior Court"

FILE = """\
jurisdiction: us-wa
people:
  ana: {name: Ana Sample, born: 1990-05-01, phones: [206-555-0142]}
  ben: {name: Ben Sample, born: 1988-02-03}
places:
  home: {label: Ana's home, confidential: yes, address: 17 Hidden Lane}
cases:
  family:
    kind: civil
    court: Alder County Superior Court
    number: 24-2-00001-1
    petitioner: ana
    respondent: ben
    docket: [{on: 2024-02-20, entry: filed}]
  assault:
    kind: criminal
    court: Alder County Superior Court
    number: 24-1-00002-2
    defendant: ben
    victims: [ana]
    docket: [{on: 2024-02-21, entry: charged}]
orders:
  civil:
    case: family
    instrument: wa-dvpo
    restrained: ben
    protects: [ana]
    issued: 2024-03-01
    expires: 2027-03-01
    terms:
      - no_abuse
      - no_contact: {except: [counsel, {by: text, about: children}]}
      - stay_away: {from: [home, ana], distance: 500 ft}
    docket: [{on: 2024-03-04, entry: served}]
  criminal:
    case: assault
    instrument: wa-nco-pretrial
    restrained: ben
    protects: [ana]
    issued: 2024-02-22
    terms: [no_contact, {stay_away: {from: [home], distance: 1000 ft}}]
    docket: [{on: 2024-02-22, entry: noticed}]
"""


@dataclass(frozen=True)
class Court:
    """A court that hears both kinds of case, and its judge."""

    agency: Agency
    judge: Actor

    def load(self, text: str | bytes, name: str = "orders.yaml", **more: Any) -> Report:
        """Load an order file."""
        return carry_out(plan_import(self.judge, text, name, NOW, **more))


def make_court(name: str, jurisdiction: str = "us-wa") -> Court:
    """A court of this name."""
    agency = Agency.objects.create(
        name=name,
        kind="court",
        jurisdiction=jurisdiction,
        time_zone="America/Los_Angeles",
        hears_civil=True,
        hears_criminal=True,
    )
    return Court(agency, Actor("u-judge", Post.JUDGE, agency.id, agency.kinds, confirmed=True))


def known_files() -> dict[str, str]:
    """Every order file that this project has."""
    found = {path.name: path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.yaml"))}
    for path in sorted((ROOT / "tests" / "cases").glob("*.yaml")):
        case = yaml12.read(path.read_text("utf-8"))
        if "file" in case:
            found[path.name] = json.dumps(case["file"], default=str)
    return found


def in_one_form(papers: Papers, case: str) -> Any:
    """One case with its orders, without the names that a file gives to things, in the order in which they happened."""
    kept = {key: order for key, order in papers.orders.items() if order.case.id == case}
    whole = plain(mapping(replace(papers, jurisdiction=None, orders=kept)))
    names: dict[str, Any] = {}
    known = {**whole.get("people", {}), **whole.get("places", {})}

    def renamed(value: Any, named: bool = False) -> Any:
        if isinstance(value, str):
            return names.setdefault(value, f"name {len(names)}") if named and value in known else value
        if isinstance(value, dict):
            parts = {key: renamed(value[key], key in NAMES) for key in sorted(value) if key not in ("case", "docket")}
            if "docket" in value:
                parts["docket"] = sorted((renamed(one) for one in value["docket"]), key=lambda one: str(one["on"]))
            return parts
        return [renamed(part, named) for part in value] if isinstance(value, list) else value

    about = renamed(whole["cases"][case])
    orders = sorted(whole.get("orders", {}).values(), key=lambda one: (str(one.get("issued")), str(one.get("stage"))))
    return about, [renamed(one) for one in orders], {new: known[old] for old, new in names.items()}


def read(text: str) -> Papers:
    """The papers of an order file."""
    return read_text(text, "back.yaml", law_book())
