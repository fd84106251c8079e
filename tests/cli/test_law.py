"""`stayaway law`: one place, places side by side, the whole table, what is missing, and the check of a file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from stayaway.law import known_jurisdictions, law_book, place_law, table
from stayaway.law.load import data_folder
from stayaway.pages.law.lines import TOPICS
from stayaway.wording.catalogue import sentence_of
from tests.cli.asking import answered, ask

HEADER = "place,fact,key,value,cite,url,kind,as_of"


def words(*arguments: str, width: int = 100) -> str:
    result = ask("law", *arguments, width=width)
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


# ---- one place ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", known_jurisdictions())
def test_a_place_is_shown_whole_and_within_the_screen(code: str) -> None:
    law = place_law(code)
    for width in (60, 100):
        lines = ask("law", code, width=width).stdout.splitlines()
        # A web address is one word, and keeps whole.
        assert [line for line in lines if len(line) > width and len(line.split()) > 1] == []
    said = words(code)
    assert [one.id for one in law.file.instruments if " ".join(one.name.split()) not in said] == []
    assert [gap for gap in law.file.unknown if " ".join(gap.split()) not in said] == []
    labels = {sentence_of(topic) for topic in TOPICS}
    told = {label for label in labels if f"{label}:" in said}
    missing = said.partition("Nothing was found on:")[2].partition("Sources")[0]
    assert {label for label in labels - told if label not in missing} <= {"Orders of other places"}


def test_what_is_made_plain_is_told_plainly() -> None:
    said = words("us-wa")
    assert "It can be a felony (class C felony, up to 5 years in jail or prison and a fine of up to $10,000) if" in said
    assert "felony: as long as the longest sentence for the crime" in said
    assert "Who may ask to change or end a civil order: the protected person and the restrained person." in said
    assert "Breaking this one: Willful disobedience of an antiharassment protection order" in said
    assert "The court may carry it on if the protected person asks for a civil order." in said
    assert "an assault that violates the order and is not first or second degree" not in said
    assert "an assault that violates the order and is not first or second degree" in words("us-wa", "--full")


def test_law_that_was_replaced_is_said_to_be() -> None:
    replaced = [
        code
        for code in known_jurisdictions()
        if any(one.holds_until is not None for one in place_law(code).file.instruments)
    ]
    assert replaced
    for code in replaced:
        assert "This text has been replaced since" in words(code)


# ---- side by side -------------------------------------------------------------------------------------------------


def test_two_places_stand_side_by_side() -> None:
    for asked in (("--compare", "us-wa", "us-or"), ("Washington", "Oregon", "--compare")):
        said = words(*asked)
        assert said.startswith("The law of Washington and Oregon, side by side")
    row = next(line for line in ask("law", *asked, width=100).stdout.splitlines() if line.startswith("Cost of asking"))
    assert row.count("It is free.") == 2
    narrow = ask("law", "--compare", "us-wa", "us-or", width=60).stdout
    assert "* Cost of asking\n    Washington: It is free." in narrow


def test_many_places_stand_below_each_other() -> None:
    shown = ask("law", "--compare", "us-wa", "us-or", "us-ca", "us-tx", width=60).stdout
    assert "If charges are dropped\n----------------------\n- Washington: " in shown
    assert [line for line in shown.splitlines() if len(line) > 60 and len(line.split()) > 1] == []


def test_what_one_place_lacks_is_said() -> None:
    silent = next(code for code in known_jurisdictions() if place_law(code).own.civil_renewal is None)
    assert "nothing found" in words("--compare", silent, "us-wa")


def test_a_comparison_for_programs_has_every_value() -> None:
    found = answered("law", "--compare", "us-wa", "us-or")
    assert [place["place"] for place in found["places"]] == ["us-wa", "us-or"]
    rows = {(row["fact"], row["key"]): row for row in found["rows"]}
    free = rows["fees", "petition_free"]
    assert free["same"] is True
    assert set(free["values"]) == {"us-wa", "us-or"}
    assert set(free["values"]["us-wa"]) == {"value", "cite", "url", "as_of", "kind"}
    rule = rows["both_orders", "rule"]
    assert [rule["values"][code]["value"] for code in ("us-wa", "us-or")] == ["most_restrictive", "both_enforced"]
    assert rule["same"] is False


# ---- the whole table ----------------------------------------------------------------------------------------------


def test_the_table_is_csv() -> None:
    result = ask("law", "--all", "--csv")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == HEADER
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    expected = table(law_book())
    assert len(rows) == len(expected)
    for row, wanted in zip(rows, expected, strict=True):
        value = wanted["value"]
        assert row["value"] == (
            "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        )
        assert (row["place"], row["fact"], row["key"]) == (wanted["place"], wanted["fact"], wanted["key"])
        assert (row["cite"], row["as_of"]) == (wanted["cite"] or "", wanted["as_of"] or "")
    assert {row["place"] for row in rows} == {*known_jurisdictions(), "us"}
    assert "not legal advice" not in result.stdout


def test_the_table_is_json() -> None:
    found = answered("law", "--all")
    assert found["rows"] == json.loads(json.dumps(table(law_book())))
    assert "not legal advice" in found["notice"]


# ---- what is missing ----------------------------------------------------------------------------------------------


def test_the_gaps_are_counted() -> None:
    found = answered("law", "--gaps")
    assert found["places"] == len(known_jurisdictions())
    rows = {(row["fact"], row["key"]): row for row in found["facts"]}
    for row in rows.values():
        counts = [row[known] for known in ("statute", "elsewhere", "unknown", "absent")]
        assert sum(counts) == found["places"]
        assert [len(row["where"][known]) for known in ("statute", "elsewhere", "unknown", "absent")] == counts
    assert {
        ("criminal_ends", "on_dismissal"),
        ("instrument", "enforceable_from"),
        ("both_orders", "rule"),
        ("violation_civil", "arrest"),
        ("violation_criminal", "max_jail"),
        ("civil_renewal", "opens_before"),
        ("civil_modify", "asks"),
        ("violation_civil", "felonies"),
        ("fees", None),
    } <= set(rows)
    assert "us-wa" in rows["criminal_ends", "on_dismissal"]["where"]["statute"]
    assert "us-wa" in rows["civil_renewal", "continues_pending"]["where"]["unknown"]


def test_people_see_the_same_numbers() -> None:
    row = next(row for row in answered("law", "--gaps")["facts"] if row["key"] == "on_dismissal")
    shown = ask("law", "--gaps", width=100).stdout
    line = next(line for line in shown.splitlines() if line.startswith("criminal_ends.on_dismissal"))
    assert [int(number) for number in line.split()[1:5]] == [
        row[k] for k in ("statute", "elsewhere", "unknown", "absent")
    ]
    assert [line for line in shown.splitlines() if len(line) > 100] == []


# ---- the check of a file ------------------------------------------------------------------------------------------


@pytest.fixture
def law_file(tmp_path: Path) -> Path:
    path = tmp_path / "us-wa.yaml"
    path.write_text(data_folder().joinpath("us-wa.yaml").read_text("utf-8"), "utf-8")
    return path


def test_a_right_file_is_said_to_be_right(law_file: Path) -> None:
    result = ask("law", "--check", str(law_file))
    assert result.exit_code == 0
    assert "no faults found." in " ".join(result.stdout.split())
    assert answered("law", "--check", str(law_file))["faults"] == []


def test_every_fault_is_said_where_it_stands(law_file: Path) -> None:
    text = law_file.read_text("utf-8")
    law_file.write_text(
        text.replace("stage: final", "stage: finla", 1).replace("[s4, s17, s21]", "[s4, s17, s21, s99]"), "utf-8"
    )
    result = ask("law", "--check", str(law_file))
    assert result.exit_code == 2
    assert result.stdout == ""
    first, second = result.stderr.splitlines()
    assert first.startswith(f"{law_file}:")
    assert "“finla” stands here. Wanted:" in first
    assert first.endswith("Did you mean “final”?")
    assert second.endswith("“s99” stands here. Wanted: a source that is listed under `sources`. Did you mean “s9”?")
    document = ask("law", "--check", str(law_file), "--json")
    assert document.exit_code == 2
    faults = json.loads(document.stdout)["faults"]
    assert [(fault["read"], fault["nearest"], fault["weight"]) for fault in faults] == [
        ("finla", "final", "fault"),
        ("s99", "s9", "fault"),
    ]
    assert [f"{fault['file']}:{fault['line']}:{fault['column']}: {fault['text']}" for fault in faults] == [
        first,
        second,
    ]


def test_a_warning_alone_keeps_nothing_from_being_right(law_file: Path) -> None:
    text = law_file.read_text("utf-8")
    law_file.write_text(
        text.replace("sources:\n", 'sources:\n  s0: {title: A, kind: guide, url: "https://example.org"}\n', 1), "utf-8"
    )
    result = ask("law", "--check", str(law_file), width=100)
    assert result.exit_code == 0
    assert "Warning: “s0” stands here." in " ".join(result.stdout.split())


@pytest.mark.parametrize("content", [b"", b"- a list", b"a: [b", b"\xff\xfe\x00", b"a: \x00b", b"a: &x [*x]", b"a: *y"])
def test_what_is_no_law_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "us-wa.yaml"
    path.write_bytes(content)
    result = ask("law", "--check", str(path))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{path}:")


# ---- what does not go together ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Give one state."),
        (("us-wa", "us-or"), "--compare"),
        (("--compare",), "two states"),
        (("--compare", "us-wa"), "two states"),
        (("--compare", "us-wa", "wa"), "two states"),
        (("--compare", "us-wa", "us-xx"), "“us-xx”"),
        (("--all",), "--csv or --json"),
        (("--all", "--csv", "--json"), "not both"),
        (("--csv",), "--all"),
        (("us-wa", "--csv"), "--all"),
        (("--all", "--csv", "us-wa"), "no state with --all"),
        (("--gaps", "us-wa"), "no state with --gaps"),
        (("--check", "us-wa.yaml", "us-wa"), "no state with --check"),
        (("--gaps", "--all", "--json"), "--all, --gaps"),
        (("--compare", "us-wa", "us-or", "--gaps"), "--compare, --gaps"),
        (("--gaps", "--full"), "--full is for the law of one state"),
        (("--check", "no-such-file.yaml"), "no-such-file.yaml:1:1:"),
    ],
)
def test_options_that_do_not_fit_are_refused(arguments: tuple[str, ...], told: str) -> None:
    result = ask("law", *arguments)
    assert result.exit_code == 2
    assert told in (result.stderr or result.stdout)
