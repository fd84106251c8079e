"""For each value that decides an answer a named place has, what is said there: the values differ to whoever reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from stayaway.law import place_law
from stayaway.law.schema import ArrestRule, BothOrdersRule, EndRule, EnforceableFrom
from stayaway.model import Kind
from tests.cli.asking import answered, ask
from tests.law.papers_of import ON, PLACES, civil_text, criminal_text, instrument_of

DISMISSED = "{on: 2027-04-01, entry: dismissed}"
NOTICED = "{on: 2027-02-03, entry: noticed}"
PERSONS = ("--from", "dan", "--to", "rosa", "--by", "phone")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "orders.yaml"


def said(path: Path, text: str, *asked: str) -> str:
    """What people read, without its line breaks."""
    path.write_text(text, "utf-8")
    shown = ask(asked[0], str(path), *asked[1:], "--on", ON)
    assert shown.exit_code == 0, shown.output
    return " ".join(shown.stdout.split())


def only(told: str, among: Iterable[str], shown: str) -> bool:
    """Whether this is said, and nothing that is said elsewhere."""
    return told in shown and not any(other in shown for other in among if other and other != told)


# Of each rule an order type, what stands before it after the charges were dropped, and why.
DISMISSALS: Mapping[EndRule, tuple[str, str, str, str]] = {
    EndRule.AUTOMATIC: ("us-wa", "wa-nco-pretrial", "NOT IN FORCE:", "that ends the order by law"),
    EndRule.NEEDS_ORDER: ("us-ut", "ut-pretrial", "IN FORCE:", "still goes on until the court lifts it"),
    EndRule.BY_ITS_TERMS: ("us-al", "al-release-no-contact", "NOT SURE –", "only if its own paper says so"),
    EndRule.UNKNOWN: ("us-wa", "wa-harassment-nco", "NOT SURE –", "If that ends the order is not known here"),
}


@pytest.mark.parametrize("rule", DISMISSALS)
def test_what_a_dismissal_does(rule: EndRule, path: Path) -> None:
    code, instrument, label, told = DISMISSALS[rule]
    law = place_law(code)
    assert law.ends_of(law.instruments[instrument]).on_dismissal is rule
    shown = said(path, criminal_text(code, case=DISMISSED, instrument=instrument), "now")
    assert f"---------- {label}" in shown
    assert only(told, [other[3] for other in DISMISSALS.values()], shown)


# Of each rule an order type of which the restrained person was told, and which nobody served.
BINDINGS: Mapping[EnforceableFrom, tuple[str, str, str, str]] = {
    EnforceableFrom.ISSUANCE: ("us-la", "la-po", "yes", "counts from the day it is made"),
    EnforceableFrom.NOTICE: ("us-wa", "wa-dvpo", "yes", "Here that is enough."),
    EnforceableFrom.SERVICE: ("us-hi", "hi-po", "no", "only once it was handed over"),
    EnforceableFrom.UNKNOWN: ("us-nv", "nv-stalking", "unsure", "or if it must be handed over (served), is not known"),
}


@pytest.mark.parametrize("rule", BINDINGS)
def test_from_when_a_break_is_punished(rule: EnforceableFrom, path: Path) -> None:
    code, instrument, enforceable, told = BINDINGS[rule]
    assert place_law(code).instruments[instrument].enforceable_from is rule
    path.write_text(civil_text(code, NOTICED, instrument=instrument), "utf-8")
    order = answered("now", str(path), "--on", ON)["orders"][0]
    assert (order["in_force"], order["enforceable"]) == ("yes", enforceable)
    reasons = " ".join(reason["text"] for reason in order["enforceable_reasons"])
    assert only(told, [other[3] for other in BINDINGS.values()], reasons)
    shown = said(path, civil_text(code, NOTICED, instrument=instrument), "now")
    assert ("Follow it all the same." in shown) is (enforceable != "yes")


ARRESTS: Mapping[ArrestRule, tuple[str, str]] = {
    ArrestRule.MANDATORY: ("us-wa", "Police must arrest Dan"),
    ArrestRule.PERMITTED: ("us-al", "Police may arrest Dan"),
    ArrestRule.UNKNOWN: ("us-va", "Whether they must do so here is not known."),
}


@pytest.mark.parametrize("rule", ARRESTS)
def test_whether_police_must_arrest(rule: ArrestRule, path: Path) -> None:
    code, told = ARRESTS[rule]
    law = place_law(code)
    assert law.violation_of(Kind.CRIMINAL, instrument_of(code, Kind.CRIMINAL)).arrest is rule
    shown = said(path, criminal_text(code), "contact", *PERSONS)
    assert only(told, [other[1] for other in ARRESTS.values()], shown)


BOTH: Mapping[BothOrdersRule, tuple[str, str]] = {
    BothOrdersRule.MOST_RESTRICTIVE: ("us-wa", "in Washington the strictest term counts"),
    BothOrdersRule.STATUTORY_LADDER: ("us-ca", "police in California enforce “crime” first"),
    BothOrdersRule.BOTH_ENFORCED: ("us-va", "In Virginia both orders are enforced."),
    BothOrdersRule.SILENT: ("us-al", "No law of Alabama was found that says which order is enforced first."),
    BothOrdersRule.UNKNOWN: ("us-ma", "Which order is enforced first in Massachusetts is not known here."),
}


def both_text(code: str) -> str:
    """A civil order that lets them write about the children, and a criminal order that does not."""
    return f"""
jurisdiction: {code}
people: {{rosa: {{name: Rosa}}, dan: {{name: Dan}}}}
cases:
  family: {{kind: civil, petitioner: rosa, respondent: dan}}
  assault: {{kind: criminal, defendant: dan, victims: [rosa]}}
orders:
  home:
    {{case: family, instrument: {instrument_of(code, Kind.CIVIL).id}, restrained: dan, protects: [rosa],
     issued: 2027-01-10, expires: 2029-01-10, terms: [{{no_contact: {{except: [{{by: text, about: children}}]}}}}]}}
  crime:
    {{case: assault, instrument: {instrument_of(code, Kind.CRIMINAL).id}, restrained: dan, protects: [rosa],
     issued: 2027-02-01, until: case_disposition, terms: [no_contact]}}
"""


@pytest.mark.parametrize("rule", BOTH)
def test_which_order_is_enforced_first(rule: BothOrdersRule, path: Path) -> None:
    code, told = BOTH[rule]
    assert place_law(code).both_orders.rule is rule
    shown = said(path, both_text(code), "now")
    assert only(told, [other[1] for other in BOTH.values()], shown)
    assert "every term of every order must be followed" in shown
    found = answered("now", str(path), "--on", ON)["enforcement"][0]
    assert found["rule"] == rule.value
    assert (found["known"] == "unsure") is (rule in (BothOrdersRule.SILENT, BothOrdersRule.UNKNOWN))


def test_every_value_that_a_place_has_is_named_here() -> None:
    laws = [place_law(code) for code in PLACES]
    types = [(law, one) for law in laws for one in law.file.instruments]
    assert {law.both_orders.rule for law in laws} == set(BOTH)
    assert {one.enforceable_from for _, one in types} == set(BINDINGS)
    assert {law.ends_of(one).on_dismissal for law, one in types if one.stage == "pretrial"} == set(DISMISSALS)
    assert {law.violation_of(one.track, one).arrest for law, one in types} == set(ARRESTS)
