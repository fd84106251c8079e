"""Order files to ask about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.asking import DRAFT, FAMILY


@pytest.fixture
def family(tmp_path: Path) -> str:
    path = tmp_path / "family.yaml"
    path.write_text(FAMILY, "utf-8")
    return str(path)


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.yaml"
    path.write_text(DRAFT, "utf-8")
    return str(path)


@pytest.fixture
def paper(tmp_path: Path) -> str:
    path = tmp_path / "paper.yaml"
    path.write_text("{jurisdiction: us-wa, title: No-Contact Order, caption: State of Washington v. Cole}", "utf-8")
    return str(path)
