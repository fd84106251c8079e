"""Exit status 2, every fault at once, and the nearest word that is known."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.asking import SAMPLE, ask

ASKED = ("contact", SAMPLE, "--from", "alex", "--to", "robin", "--by", "text")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("contact", SAMPLE, "--from", "alx", "--to", "robin", "--by", "text"), "Did you mean “alex”?"),
        (("contact", SAMPLE, "--from", "alex", "--to", "robn", "--by", "text"), "Did you mean “robin”?"),
        (("contact", SAMPLE, "--from", "alex", "--to", "robin", "--by", "facebook"), "Did you mean “social_media”?"),
        (("contact", SAMPLE, "--from", "alex", "--at", "hom"), "Did you mean “home”?"),
        (("contact", SAMPLE, "--from", "alex"), "--to"),
        (("contact", SAMPLE, "--from", "alex", "--to", "robin"), "--by"),
        ((*ASKED, "--distance", "100"), "number and a unit"),
        ((*ASKED, "--started-by", "nobody"), "no person"),
        ((*ASKED, "--on", "2025-02-30"), "2025-02-30"),
        ((*ASKED, "--on", "soon"), "no day or time"),
        ((*ASKED, "--on", "2025-03-09T02:30"), "no day or time"),
        (("who", SAMPLE, "--order", "family"), "Did you mean “family-order”?"),
        (("who", SAMPLE, "--as", "robyn"), "Did you mean “robin”?"),
        (("steps", SAMPLE, "--for", "nobody"), "no person"),
        (("steps", SAMPLE), "--for"),
        (("steps",), "--as"),
        (("steps", "--as", "protcted"), "Did you mean “protected”?"),
        (("steps", "--as", "protected", "--in", "Ohioo"), "Give a state"),
        (("law", "us-xx"), "Give a state"),
        (("compare", "--in", "nowhere at all"), "Give a state"),
        (("now", "no-such-file.yaml"), "no-such-file.yaml:1:1:"),
        (("which", "--paper", "no-such-file.yaml"), "no-such-file.yaml:1:1:"),
        (("nwo",), "No such command"),
        (("now",), "FILE"),
    ],
)
def test_wrong_options_are_refused_with_what_was_likely_meant(arguments: tuple[str, ...], said: str) -> None:
    result = ask(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_every_fault_of_a_file_is_listed_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(
        "people: {rosa: {nam: Rosa}}\n"
        "cases:\n  family: {kind: civil, petitioner: rsa}\n"
        "orders:\n"
        "  civil: {case: family, restrained: rosa, protects: [rosa], issued: 2024-02-30}\n",
        "utf-8",
    )
    result = ask("now", str(path))
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) >= 3
    assert all(line.startswith(f"{path}:") for line in lines)
    assert [int(line.removeprefix(f"{path}:").split(":")[0]) for line in lines][:2] == [1, 3]
    document = ask("now", str(path), "--json")
    assert document.exit_code == 2
    faults = json.loads(document.stdout)["faults"]
    assert len(faults) == len(lines)
    keys = {"code", "file", "line", "column", "path", "read", "wanted", "nearest", "text"}
    assert all(set(fault) == keys for fault in faults)
    assert faults[0]["nearest"] == "name"


def test_faults_of_both_files_of_a_check_come_together(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    for path in (one, other):
        path.write_text("peple: {}\n", "utf-8")
    said = ask("check", str(one), "--against", str(other)).stderr
    assert str(one) in said
    assert str(other) in said


def test_wrong_words_as_json() -> None:
    result = ask("contact", SAMPLE, "--from", "alx", "--to", "robin", "--by", "text", "--json")
    assert result.exit_code == 2
    (fault,) = json.loads(result.stdout)["faults"]
    assert (fault["read"], fault["nearest"], fault["wanted"]) == ("alx", "alex", ["robin", "alex"])


def test_a_word_from_outside_cannot_command_the_screen() -> None:
    assert "\x1b" not in ask("who", SAMPLE, "--as", "\x1b[2Jrobin").stderr


def test_no_and_unsure_are_answers() -> None:
    for on in ("2001-01-01", "2025-04-01"):
        assert ask(*ASKED, "--on", on).exit_code == 0


def test_a_language_without_texts_is_answered_in_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("stayaway.wording.language._catalogue", lambda language: tmp_path / language)
    result = ask("faq", "--lang", "es")
    assert result.exit_code == 0
    assert "(es)" in result.stderr
    assert "Four questions" in result.stdout


def test_the_script_itself(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("stayaway")
    right = subprocess.run([script, "now", SAMPLE, "--on", "2025-04-01"], capture_output=True, text=True, check=False)
    assert right.returncode == 0
    assert "\x1b" not in right.stdout
    assert right.stderr == ""
    wrong = subprocess.run([script, "now", tmp_path / "none.yaml"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert wrong.stdout == ""
