"""The questions from Python: easy to ask, and wrong words refused with the nearest right one."""

from __future__ import annotations

import ast
import inspect
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import stayaway
from stayaway import api
from stayaway.model import AsOf, Channel, Distance, Unit
from stayaway.model.paper import PaperFacts
from tests.cli.asking import FAMILY


@pytest.fixture(scope="module")
def papers() -> stayaway.Papers:
    return stayaway.read(FAMILY)


@pytest.mark.parametrize(
    "on", ["2024-05-03", date(2024, 5, 3), datetime(2024, 5, 3, 12, tzinfo=UTC), AsOf(date(2024, 5, 3))]
)
def test_the_moment_may_be_given_in_any_form(papers: stayaway.Papers, on: api.When) -> None:
    assert stayaway.standing(papers, "civil", on=on).in_force is stayaway.Answer.YES


def test_every_question_needs_its_moment_and_none_reads_the_clock() -> None:
    for name in ("standing", "governing", "assess", "rulings", "exposure", "steps", "check"):
        on = inspect.signature(getattr(api, name)).parameters["on"]
        assert on.kind is inspect.Parameter.KEYWORD_ONLY
        assert on.default is inspect.Parameter.empty
    source = ast.dump(ast.parse(Path(api.__file__).read_text("utf-8")))
    assert "'now'" not in source
    assert "'today'" not in source


def test_text_without_an_offset_is_in_the_time_of_the_court(papers: stayaway.Papers) -> None:
    zone = api.zone_of(papers)
    assert zone == ZoneInfo("America/Los_Angeles")
    assert api.moment("2024-05-03T21:00", zone).moment == datetime(2024, 5, 4, 4, tzinfo=UTC)


@pytest.mark.parametrize("wrong", ["", "2024-5-3", "20240503", "2024-05-03T25:00", "2024-03-10T02:30", "today", "١"])
def test_what_is_no_moment_is_refused(papers: stayaway.Papers, wrong: str) -> None:
    with pytest.raises(stayaway.WrongWord):
        stayaway.governing(papers, on=wrong)


def test_people_and_places_may_be_called_by_name(papers: stayaway.Papers) -> None:
    assert api.person_of(papers, "daniel cole") == "dan"
    assert api.place_of(papers, "The Cafe") == "cafe"
    with pytest.raises(stayaway.WrongWord, match="did you mean 'rosa'"):
        api.person_of(papers, "rosaa")


def test_a_contact_is_assessed_from_plain_words(papers: stayaway.Papers) -> None:
    told = stayaway.assess(papers, from_="dan", to="rosa", by=Channel.TEXT, distance="20 ft", on="2024-05-03")
    same = stayaway.assess(papers, from_="dan", to="rosa", by="text", distance=Distance(20, Unit.FEET), on="2024-05-03")
    assert told == same
    assert "Rosa Marin" in stayaway.say(told, papers=papers)
    with pytest.raises(stayaway.WrongWord):
        stayaway.assess(papers, from_="dan", to="rosa", distance="near", on="2024-05-03")


def test_every_finding_can_be_said(papers: stayaway.Papers) -> None:
    on = "2024-05-03"
    findings = [
        stayaway.standing(papers, "civil", on=on),
        stayaway.governing(papers, on=on),
        stayaway.rulings(papers, person="rosa", on=on),
        stayaway.exposure(papers, "civil", on=on),
        stayaway.steps(papers, "rosa", on=on),
        stayaway.identify(PaperFacts(title="No-Contact Order")),
        stayaway.identify({"conditions": "released on bail"}),
        stayaway.check(papers, papers, on=on).clashes,
    ]
    assert all(stayaway.say(finding, papers=papers) for finding in findings)


def test_a_path_is_read_and_a_wrong_one_has_its_fault(tmp_path: Path) -> None:
    path = tmp_path / "family.yaml"
    path.write_text(FAMILY, "utf-8")
    assert stayaway.read(path) == stayaway.read(str(path)) == stayaway.read(FAMILY)
    with pytest.raises(stayaway.FileFaults):
        stayaway.read(tmp_path / "none.yaml")
