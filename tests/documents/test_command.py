"""`stayaway documents`: what it writes, where, and what it says when it cannot."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.asking import SAMPLE, answered, ask

ASKED = ("documents", SAMPLE, "--for", "robin", "--on", "2025-04-01", "--to")


def test_it_writes_the_files_for_their_owner_alone(tmp_path: Path) -> None:
    to = tmp_path / "new" / "papers"
    found = answered(*ASKED, str(to))
    assert {one["name"] for one in found["files"]} == {path.name for path in to.iterdir()}
    assert found["for"] == "robin"
    assert found["as_of"] == "2025-04-01"
    assert found["files"][-1]["orders"] == ["criminal-order"]
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in to.iterdir()} == {0o600}
        assert stat.S_IMODE(to.stat().st_mode) == 0o700


def test_it_says_which_number_an_order_has(tmp_path: Path) -> None:
    said = " ".join(ask(*ASKED, str(tmp_path)).stdout.split())
    assert "sheet.pdf" in said
    assert "In the documents, “family-order” is Order 1." in said
    assert "Keep them where only people you trust can see them." in said


def test_what_an_earlier_day_left_is_named_and_other_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "card-3.pdf").write_bytes(b"old")
    (tmp_path / "card.pdf").write_bytes(b"old")
    (tmp_path / "mine.pdf").write_bytes(b"mine")
    assert answered(*ASKED, str(tmp_path))["older"] == ["card-3.pdf"]
    assert "card-3.pdf" in ask(*ASKED, str(tmp_path)).stdout
    assert (tmp_path / "card.pdf").read_bytes() != b"old"
    assert (tmp_path / "mine.pdf").read_bytes() == b"mine"


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("kept")
    to = tmp_path / "papers"
    to.mkdir()
    (to / "card.pdf").symlink_to(elsewhere)
    (to / ".card.pdf.part").symlink_to(elsewhere)
    answered(*ASKED, str(to))
    assert elsewhere.read_text() == "kept"
    assert not (to / "card.pdf").is_symlink()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*ASKED[:3], "robyn", "--to", "x"), "Did you mean “robin”?"),
        ((*ASKED, SAMPLE), "Nothing can be written to"),
        (("documents", "no-such-file.yaml", "--for", "robin", "--to", "x"), "no-such-file.yaml:1:1:"),
    ],
)
def test_what_is_wrong_is_said(arguments: tuple[str, ...], said: str) -> None:
    result = ask(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = ask(*ASKED, str(tmp_path))
    assert result.exit_code == 2
    assert "pip install 'stayaway[documents]'" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_other_commands_load_nothing_of_it() -> None:
    code = (
        "import sys\nfrom stayaway.cli import main\n"
        f"try:\n    main(['now', {SAMPLE!r}, '--on', '2025-04-01'], prog_name='stayaway')\n"
        "except SystemExit:\n    pass\n"
        "loaded = {'typst', 'icalendar', 'segno', 'stayaway.documents'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
