"""docs/safety.md names tests that are there, and every test of a promise is named."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "safety.md").read_text("utf-8")
TESTS = "\n".join(path.read_text("utf-8") for path in sorted(HERE.rglob("test_*.py")))


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert len(named) > 10
    assert {name for name in named if f"def {name}(" not in TESTS} == set()


def test_every_promise_that_is_tested_is_on_the_page() -> None:
    promises = re.findall(r"def (test_\w+)\(", (HERE / "test_safety.py").read_text("utf-8"))
    assert [name for name in promises if name not in PAGE] == []
