"""Points I and L: the quick reference and the four common questions, as the command line gives them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from stayaway.cli import main


def asked(*options: str) -> Any:
    found = CliRunner().invoke(main, [*options, "--json"])
    assert found.exit_code == 0, found.output
    return json.loads(found.output)


def row(code: str, place: str | None = None) -> tuple[str, str]:
    rows = asked("compare", *(("--in", place) if place else ()))["rows"]
    found = next(r for r in rows if r["code"] == f"comparison.{code}")
    return found["civil"]["text"], found["criminal"]["text"]


def answer(code: str, place: str | None = None) -> dict[str, Any]:
    answers = asked("faq", *(("--in", place) if place else ()))["answers"]
    return next(a for a in answers if a["code"] == f"comparison.{code}")


def test_I1_who_files() -> None:
    civil, criminal = row("who_files")
    assert "protected person" in civil
    assert "judge" in criminal
    assert "prosecutor" in criminal


def test_I2_which_court() -> None:
    civil, criminal = row("which_court")
    assert "civil court" in civil.lower()
    assert "criminal court" in criminal.lower()


def test_I3_can_the_protected_person_end_it() -> None:
    civil, criminal = row("can_they_end_it")
    assert civil.startswith("Yes")
    assert "Only the criminal court" in criminal


def test_I4_how_long() -> None:
    civil, criminal = row("how_long")
    assert "renewed" in civil
    assert "probation" in criminal


def test_I5_must_a_criminal_case_be_pending() -> None:
    civil, criminal = row("case_pending")
    assert civil.startswith("No")
    assert criminal.startswith("Yes")


@pytest.mark.parametrize("place", [None, "us-wa", "us-ca"])
def test_L1_both_orders(place: str | None) -> None:
    found = answer("ask_both", place)
    assert "every term" in found["text"]
    assert "stricter" in found["text"]


def test_L2_a_restraining_order_without_a_criminal_case() -> None:
    found = answer("ask_without_case")
    assert found["answer"] == "yes"
    assert "harassment" in found["text"]


def test_L3_a_no_contact_order_that_nobody_asked_for() -> None:
    found = answer("ask_never_asked")
    assert found["answer"] == "yes"
    assert "first day in court" in found["text"]


def test_L4_background_check() -> None:
    found = answer("ask_record")
    assert "may or may not show" in found["text"]
    assert "no conviction" in found["text"]
    assert "charge or conviction for breaking the order does show" in found["text"]
