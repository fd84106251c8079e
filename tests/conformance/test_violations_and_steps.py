"""Points H, J and K: what breaking an order brings, what to do next, and how far the answers go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import stayaway
from stayaway.cli import main
from stayaway.law.load import law_book
from stayaway.model import Answer
from tests.conformance.papers import BOTH, DAY, both, contact, exposed, steps

BOOK = law_book()


def test_H1_breaking_a_restraining_order_can_bring_charges_felony_charges_and_contempt() -> None:
    said, law = exposed(both(), "civil"), BOOK.of("us-wa").violation_civil
    assert law.offense in said
    assert all(passage in said for passage in law.felony_when)
    assert "contempt" in said


@pytest.mark.parametrize(
    ("stage", "word"),
    [("instrument: wa-nco-pretrial", "bail"), ("stage: probation", "probation"), ("stage: sentence", "sentence")],
)
def test_H2_breaking_a_no_contact_order_can_bring_more_by_its_stage(stage: str, word: str) -> None:
    said = exposed(both(("instrument: wa-nco-pretrial", stage)), "no-contact")
    assert word in said
    assert "contempt" in said
    assert BOOK.of("us-wa").violation_criminal.offense in said
    if word == "bail":
        assert "jail until the trial" in said
        assert "criminal case that this order belongs to" in said


def test_H3_this_holds_even_if_the_protected_person_started_it() -> None:
    assert "even if Rosa Marin called" in exposed(both(), "civil")
    invited, not_invited = ("dan", "rosa"), None
    assert contact(both(), by="phone", started_by=invited[1]) is contact(both(), by="phone", started_by=not_invited)


def test_H4_the_order_runs_against_the_restrained_person_only() -> None:
    assert stayaway.assess(both(), from_="rosa", to="dan", by="phone", on=DAY).prohibited is Answer.NO
    for starter in ("rosa", "dan", None):
        assert contact(both(), by="phone", started_by=starter) is Answer.YES
    mutual = both(
        (
            "restrained: dan\n    protects: [rosa]\n    issued: 2024-03-01",
            "restrained: rosa\n    protects: [dan]\n    issued: 2024-03-01",
        )
    )
    assert stayaway.assess(mutual, from_="rosa", to="dan", by="phone", on=DAY).prohibited is Answer.YES


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The papers as an order file."""
    path = tmp_path / "orders.yaml"
    path.write_text(BOTH, encoding="utf-8")
    return str(path)


def told(*options: str) -> str:
    found = CliRunner().invoke(main, list(options))
    assert found.exit_code == 0, found.output
    return " ".join(found.output.split())


def test_J1_need_protection_and_no_criminal_case() -> None:
    said = told("steps", "--as", "seeking_protection", "--in", "us-wa")
    assert "petition" in said
    assert "self-help" in said
    assert "legal aid" in said


def test_J2_a_victim_in_a_criminal_case() -> None:
    said = steps(both(), "rosa")
    assert "Ask the prosecutor which no-contact conditions" in said
    assert "tell the police at once" in said


def test_J3_a_civil_order_was_filed_against_you() -> None:
    hearing = both(
        (
            "- {on: 2024-03-04, entry: served}",
            "- {on: 2024-03-04, entry: served}\n      - {on: 2024-05-01, entry: hearing_set, hearing: 2024-07-01}",
        )
    )
    found = stayaway.steps(hearing, "dan", on=DAY)
    assert any(step.by is not None and step.by.isoformat() == "2024-07-01" for step in found)
    said = steps(hearing, "dan")
    assert "Obey every term" in said
    assert "never by ignoring" in said


def test_J4_under_a_no_contact_order() -> None:
    said = steps(both(), "dan")
    assert "even if they contact you" in said
    assert "call your lawyer at once" in said


def test_J5_the_right_to_an_appointed_lawyer_where_jail_is_possible() -> None:
    cited = {s.reason.authority.cite for s in stayaway.steps(both(), "dan", on=DAY) if s.reason.authority is not None}
    gideon = BOOK.federal["counsel_gideon"].cite
    assert gideon in cited
    assert "public defender" in steps(both(), "dan")
    no_jail = both(("jail_possible: true", "jail_possible: false"))
    cited = {s.reason.authority.cite for s in stayaway.steps(no_jail, "dan", on=DAY) if s.reason.authority is not None}
    assert gideon not in cited


def test_J6_unsure_which_kind_it_is_a_lawyer_can_read_it() -> None:
    found = stayaway.identify({"title": "Order", "jurisdiction": "us-wa"})
    assert found.settle_by is not None
    assert "lawyer" in stayaway.say(found.settle_by)


PHONE = ("--from", "dan", "--to", "rosa", "--by", "phone")
ANSWERS = (
    ("now",),
    ("contact", *PHONE),
    ("who",),
    ("steps", "--for", "dan"),
    ("read",),
)


@pytest.mark.parametrize("command", ANSWERS, ids=lambda command: command[0])
def test_K1_every_answer_says_once_that_it_is_general_information(command: tuple[str, ...], file: str) -> None:
    dated = () if command[0] == "read" else ("--on", DAY)
    said = told(command[0], file, *command[1:], *dated)
    assert said.count("not legal advice") == 1


def test_K2_every_statement_of_law_carries_its_source_and_date_and_old_ones_are_marked(file: str) -> None:
    items = json.loads(told("contact", file, *PHONE, "--on", DAY, "--json"))["exposure"]
    resting = [item["authority"] for item in items if item["authority"] is not None]
    assert resting
    assert all(authority["cite"] and authority["as_of"] for authority in resting)
    marked = told("steps", file, "--for", "dan", "--on", DAY)
    assert "Old text: the law may have changed" in marked
