"""Every point of `propositions.yaml` has a test named by its id, and no test is named by an id that is not there."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
POINTS = tuple(
    point for group in yaml.safe_load((HERE / "propositions.yaml").read_text("utf-8")).values() for point in group
)
NAMED = re.compile(r"test_([A-Z]\d+)_[a-z]")


@lru_cache(maxsize=1)
def named_tests() -> dict[str, list[str]]:
    """The test functions of this folder by the point that they are named by."""
    found: dict[str, list[str]] = {}
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and (match := NAMED.match(node.name)):
                found.setdefault(match[1], []).append(f"{path.name}::{node.name}")
    return found


def test_the_points_are_the_54_of_the_list() -> None:
    assert len(POINTS) == len(set(POINTS)) == 54


@pytest.mark.parametrize("point", POINTS)
def test_the_point_has_a_test(point: str) -> None:
    assert named_tests().get(point), f"no test in {HERE.name}/ is named test_{point}_…"


def test_no_test_is_named_by_an_unknown_point() -> None:
    assert set(named_tests()) <= set(POINTS)
