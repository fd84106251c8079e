"""The documents that programs rely on: their keys, and what stands there."""

from __future__ import annotations

import json

from stayaway.reasoning.rulebook import Act, Role
from tests.cli.asking import answered, ask

REASON = {"code", "text", "authority"}
AUTHORITY = {"cite", "url", "as_of", "kind", "marked"}


def test_now(family: str) -> None:
    found = answered("now", family, "--on", "2024-05-03")
    assert found["as_of"] == "2024-05-03"
    civil, criminal = found["orders"]
    assert (civil["id"], civil["kind"], civil["in_force"], civil["enforceable"]) == ("civil", "civil", "yes", "yes")
    assert civil["ends"] == "2025-03-01"
    assert criminal["ends"] is None
    assert criminal["stage"] == "pretrial"
    assert {"instrument", "court", "enforceable_reasons"} <= set(civil)
    assert all(set(reason) >= REASON for order in found["orders"] for reason in order["reasons"])
    cited = [r["authority"] for o in found["orders"] for r in o["enforceable_reasons"] if r["authority"]]
    assert all(set(authority) == AUTHORITY for authority in cited)
    wide = next(row for row in found["governing"] if "1000" in row["detail"])
    assert wide.items() >= {"restrained": "dan", "protected": "rosa", "term": "stay_away"}.items()
    assert wide["controlled_by"] == "no-contact"
    assert wide["also_in"] == ["civil"]
    assert wide["until"] is None
    assert found["collisions"][0]["forbidden_by"] == "no-contact"
    assert {"on", "what"} <= set(found["next_changes"][0])
    assert any(change["on"] == "2025-03-01" for change in found["next_changes"])
    assert found["enforcement"][0]["rule"] == "most_restrictive"
    assert found["timeline"][0]["from"] == "2024-03-01"
    assert "not legal advice" in found["notice"]


def test_now_says_that_a_permanent_order_never_ends(family: str, tmp_path: object) -> None:
    del tmp_path
    from pathlib import Path

    path = Path(family)
    path.write_text(path.read_text("utf-8").replace("expires: 2025-03-01", "expires: never"), "utf-8")
    civil = answered("now", family, "--on", "2030-05-03")["orders"][0]
    assert civil["ends"] is None
    assert civil["permanent"] is True


def test_contact(family: str) -> None:
    asked = ("contact", family, "--from", "dan", "--to", "rosa", "--by", "text", "--about", "children")
    found = answered(*asked, "--on", "2024-05-03")
    assert found["prohibited"] == "yes"
    assert {one["id"]: one["prohibited"] for one in found["orders"]} == {"civil": "no", "no-contact": "yes"}
    assert {item["order"] for item in found["exposure"]} == {"no-contact"}
    assert all(set(item) >= {"order", "code", "text", "authority"} for item in found["exposure"])


def test_contact_of_the_protected_person_costs_nothing(family: str) -> None:
    found = answered("contact", family, "--from", "rosa", "--to", "dan", "--by", "text", "--on", "2024-05-03")
    assert found["prohibited"] == "no"
    assert found["exposure"] == []


def test_an_invitation_changes_no_answer(family: str) -> None:
    asked = ("contact", family, "--from", "dan", "--to", "rosa", "--by", "phone", "--on", "2024-05-03")
    invited = answered(*asked, "--started-by", "rosa")
    assert invited["prohibited"] == answered(*asked)["prohibited"] == "yes"
    assert invited["exposure"] == answered(*asked)["exposure"]


def test_who(family: str) -> None:
    found = answered("who", family, "--on", "2024-05-03")["rulings"]
    assert {row["act"] for row in found} == {act.value for act in Act}
    assert {row["role"] for row in found} == {role.value for role in Role}
    end = next(r for r in found if (r["order"], r["role"], r["act"]) == ("no-contact", "protected_person", "end"))
    assert end["ruling"] == "may_not"
    assert end["path"]
    assert set(end["reasons"][0]) >= REASON
    only = answered("who", family, "--order", "civil", "--as", "Rosa Marin", "--on", "2024-05-03")["rulings"]
    assert {(row["order"], row["person"]) for row in only} == {("civil", "rosa")}
    by_role = answered("who", family, "--as", "prosecutor", "--on", "2024-05-03")["rulings"]
    assert {row["role"] for row in by_role} == {"prosecutor"}


def test_steps(family: str) -> None:
    found = answered("steps", family, "--for", "rosa", "--on", "2025-02-20")["steps"]
    assert all(set(step) >= {"code", "text", "by", "authority"} for step in found)
    assert "2025-03-01" in {step["by"] for step in found}
    assert None in {step["by"] for step in found}


def test_steps_without_a_file() -> None:
    general = answered("steps", "--as", "seeking_protection", "--on", "2025-02-20")["steps"]
    here = answered("steps", "--as", "seeking_protection", "--in", "Washington", "--on", "2025-02-20")["steps"]
    assert general
    assert here != general


def test_which(paper: str) -> None:
    found = answered("which", "--paper", paper)
    assert found["kind"] == "criminal"
    assert found["settle_by"] is None
    assert all(set(item) >= {"fact", "points_to", "text"} for item in found["evidence"])


def test_which_without_a_paper_says_what_to_look_for() -> None:
    found = answered("which")
    assert (found["kind"], found["stage"], found["evidence"]) == ("unsure", None, [])
    assert len(found["look_for"]) > 5


def test_check(draft: str, family: str) -> None:
    found = answered("check", draft, "--against", family, "--on", "2024-05-03")
    assert found["people"] == {"r": "rosa", "d": "dan"}
    kinds = {(clash["kind"], clash["order"]) for clash in found["clashes"]}
    assert ("exception", "no-contact") in kinds
    assert ("distance", "no-contact") in kinds
    keys = {"kind", "draft", "draft_term", "order", "order_term", "reason", "why", "avoid"}
    assert all(set(clash) == keys for clash in found["clashes"])
    assert {(order["id"], order["in_force"]) for order in found["orders"]} == {("civil", "yes"), ("no-contact", "yes")}


def test_compare() -> None:
    rows = answered("compare")["rows"]
    assert [row["code"].split(".")[1] for row in rows] == [
        "who_files",
        "which_court",
        "can_they_end_it",
        "how_long",
        "case_pending",
    ]
    assert all(row["question"] and row["civil"]["text"] and row["criminal"]["text"] for row in rows)
    assert answered("compare")["instruments"] == []
    here = answered("compare", "--in", "wa")
    assert "wa-dvpo" in {one["id"] for one in here["instruments"]}
    assert here["place"] == "us-wa"


def test_faq() -> None:
    answers = answered("faq")["answers"]
    assert [one["answer"] for one in answers] == ["yes", "yes", "yes", "unsure"]
    assert all(set(one) >= {"code", "question", "text", "authority"} for one in answers)
    assert all(one["authority"] for one in answers)
    assert answered("faq", "--in", "us-ca")["answers"] != answers


def test_law_and_schema() -> None:
    assert answered("law", "us-wa")["facts"]["violation_civil"]["authority"]["cite"] == "RCW 7.105.450"
    assert json.loads(ask("schema").stdout)["title"] == "order file"


def test_read_shows_what_was_understood(family: str) -> None:
    found = answered("read", family)
    assert [order["id"] for order in found["orders"]] == ["civil", "no-contact"]
    assert found["orders"][0]["terms"][0]["term"] == "no_abuse"
    assert found["places"][0] == {"id": "home", "label": "Rosa's home", "confidential": True}
