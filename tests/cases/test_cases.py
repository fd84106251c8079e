"""Every real case, asked through the command line; what a public authority settles must come out. See README.md."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from stayaway.cli import main
from stayaway.law import yaml12

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*.yaml"))

ARGUMENTS = {"order": "--order", "as": "--as", "for": "--for", "to": "--to", "by": "--by", "through": "--through"}
ARGUMENTS |= {"about": "--about", "distance": "--distance", "at": "--at", "started_by": "--started-by"}
ARGUMENTS |= {"on": "--on", "from": "--from", "in": "--in"}

Document = dict[str, Any]


def prohibited(found: Document, wanted: str) -> bool:
    return bool(found["prohibited"] == wanted)


def by_orders(found: Document, wanted: list[str]) -> bool:
    return sorted(order["id"] for order in found["orders"] if order["prohibited"] == "yes") == sorted(wanted)


def exposure_has(found: Document, wanted: list[str]) -> bool:
    said = " ".join(item["text"] for item in found["exposure"]).casefold()
    return all(word.casefold() in said for word in wanted)


def of_orders(key: str) -> Callable[[Document, dict[str, Any]], bool]:
    def check(found: Document, wanted: dict[str, Any]) -> bool:
        orders = {order["id"]: order[key] for order in found["orders"]}
        return all(orders[order] == value for order, value in wanted.items())

    return check


def rows(key: str) -> Callable[[Document, list[dict[str, Any]]], bool]:
    def check(found: Document, wanted: list[dict[str, Any]]) -> bool:
        return all(any(row.items() <= shown.items() for shown in found[key]) for row in wanted)

    return check


def kind(found: Document, wanted: str) -> bool:
    return bool(found["kind"] == wanted)


def has(found: Document, wanted: list[str]) -> bool:
    return all(word.casefold() in steps_said(found) for word in wanted)


def lacks(found: Document, wanted: list[str]) -> bool:
    return not any(word.casefold() in steps_said(found) for word in wanted)


def steps_said(found: Document) -> str:
    return " ".join(step["text"] for step in found["steps"]).casefold()


CHECKS: dict[str, dict[str, Callable[[Document, Any], bool]]] = {
    "contact": {"prohibited": prohibited, "by_orders": by_orders, "exposure_has": exposure_has},
    "now": {
        "in_force": of_orders("in_force"),
        "enforceable": of_orders("enforceable"),
        "ends": of_orders("ends"),
        "governing": rows("governing"),
    },
    "who": {"rulings": rows("rulings")},
    "which": {"kind": kind},
    "steps": {"has": has, "lacks": lacks},
}
"""What a case may expect of each command. A case that expects anything else is wrong, and its test fails."""


def test_there_are_cases() -> None:
    assert len(CASES) >= 14


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = yaml12.read(path.read_text("utf-8"))
    assert case["id"] == path.stem
    assert case["source"]["cite"]
    assert case["source"]["url"].startswith("http")
    ask = dict(case["ask"])
    command = ask.pop("command")
    arguments = [command]
    if "file" in case:
        arguments.append(written(case["file"], tmp_path / "orders.yaml"))
    if "paper" in ask:
        arguments += ["--paper", written(ask.pop("paper"), tmp_path / "paper.yaml")]
    for key, value in ask.items():
        arguments += [ARGUMENTS[key], value]
    answer = CliRunner().invoke(main, [*arguments, "--json"])
    assert answer.exit_code == 0, answer.output
    found = json.loads(answer.stdout)
    assert case["expect"], "a case expects something"
    for key, wanted in case["expect"].items():
        assert key in CHECKS[command], f"what {command} is expected to answer is not known: {key}"
        assert CHECKS[command][key](found, wanted), (key, wanted, answer.stdout)
    shown = CliRunner().invoke(main, arguments)
    assert shown.exit_code == 0
    assert shown.stdout


def written(data: Any, path: Path) -> str:
    path.write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")
    return str(path)
