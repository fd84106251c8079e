"""What the page for lawyers says is so."""

import re
from pathlib import Path

from stayaway.law import yaml12
from stayaway.law.check import check_law_file
from stayaway.law.load import data_folder
from stayaway.law.schema import ArrestRule, BothOrdersRule, EndRule, EnforceableFrom, Facts
from tests.cli.asking import ask

PAGE = (Path(__file__).parents[2] / "docs" / "law.md").read_text(encoding="utf-8")


def test_every_word_that_decides_an_answer_is_explained() -> None:
    words = {*ArrestRule, *EndRule, *EnforceableFrom, *BothOrdersRule}
    assert [word for word in words if f"`{word}`" not in PAGE] == []


def test_the_example_is_a_right_piece_of_a_file() -> None:
    found = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    head = "jurisdiction: us-wa\nname: Washington\ntime_zone: America/Los_Angeles\nresearched: 2026-11-22\n"
    assert check_law_file(head + found[1]) == ()
    assert Facts.model_validate(yaml12.read(found[1])["facts"]).civil_renewal is not None


def test_the_fault_that_is_shown_is_what_the_check_says(tmp_path: Path) -> None:
    shown = re.search(r"^us-wa\.yaml:\d+:\d+: (.*)$", PAGE, re.MULTILINE)
    assert shown is not None
    text = data_folder().joinpath("us-wa.yaml").read_text(encoding="utf-8")
    path = tmp_path / "us-wa.yaml"
    path.write_text(text.replace("source: [s4, s17, s21]", "source: [s4, s17, s21, s99]"), encoding="utf-8")
    assert shown[1] in [line.split(": ", 1)[1] for line in ask("law", "--check", str(path)).stderr.splitlines()]


def test_every_command_that_is_shown_works() -> None:
    for asked in re.findall(r"^\$ stayaway (law .*)$", PAGE, re.MULTILINE):
        if "--check" not in asked:
            assert ask(*asked.partition(" > ")[0].split()).exit_code == 0, asked
