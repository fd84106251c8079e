"""A law file that is wrong gets every fault at once, each where it stands."""

from pathlib import Path

import pytest

from stayaway.law.check import check_law_file
from stayaway.law.faults import LawFault, Weight
from stayaway.law.load import data_folder, known_jurisdictions, read_law

RIGHT = """\
jurisdiction: us-zz
name: Nowhere
time_zone: America/Chicago
researched: 2026-01-02
sources:
  s1:
    title: Code 1
    kind: statute
    url: https://example.org/1
    as_of: 2024
  s2:
    title: A guide
    kind: guide
    url: https://example.org/2
instruments:
  - id: zz-po
    name: Protective order
    track: civil
    stage: final
    scope: domestic
    authority: Code 1
    term:
      minimum: P6M
      default: P1Y
      maximum: P2Y
      until: further_order
    enforceable_from: service
    source: [s1]
facts:
  consent_no_defense:
    stated: true
    source: [s1, s2]
    mainly: s2
"""


def faults(old: str, new: str) -> tuple[LawFault, ...]:
    assert RIGHT.count(old) == 1
    return check_law_file(RIGHT.replace(old, new))


def test_a_right_file_has_no_faults() -> None:
    assert check_law_file(RIGHT) == ()
    assert read_law(RIGHT).sources["s1"].as_of == "2024"


@pytest.mark.parametrize("name", [*known_jurisdictions(), "us", "general"])
def test_the_shipped_files_have_no_faults(name: str) -> None:
    found = check_law_file(data_folder().joinpath(f"{name}.yaml"))
    assert [str(fault) for fault in found if fault.weight is Weight.FAULT] == []


@pytest.mark.parametrize(
    ("old", "new", "line", "read", "wanted", "nearest"),
    [
        ("kind: guide", "kind: giude", 13, "giude", "'statute', 'official', 'guide'", "guide"),
        ("stage: final", "stage: finla", 19, "finla", "'final'", "final"),
        ("time_zone: America/Chicago", "time_zone: America/Chcago", 3, "America/Chcago", "IANA", None),
        ("default: P1Y", "default: 1 year", 24, "1 year", "P1Y", None),
        ("minimum: P6M", "minimum: P3Y", 23, "P3Y", "no longer than the default", None),
        ("maximum: P2Y", "maximum: P6M", 24, "P1Y", "no longer than the maximum", None),
        ("until: further_order", "until: release_ends", 26, "release_ends", "what ends a final order", None),
        ("stage: final", "stage: pretrial", 19, "pretrial", "a stage of a civil order", None),
        ("id: zz-po", "id: yy-po", 16, "yy-po", "starts with zz-", None),
        ("    authority: Code 1\n", "", 16, "nothing", "`authority`", None),
        ("    enforceable_from: service\n    source: [s1]\n", "", 16, "nothing", "`source`", None),
        ("source: [s1, s2]", "source: [s1, s22, s2]", 32, "s22", "listed under `sources`", "s2"),
        ("mainly: s2", "mainly: s3", 33, "s3", "one of the sources that the value names", None),
        ("  s2:\n", "  s3:\n", 32, "s2", "listed under `sources`", None),
        ("    url: https://example.org/2\n", "", 11, "nothing", "`url`", None),
        ("    stated: true\n", "    stated: true\n    stated: false\n", 32, "stated", "each key once", None),
        ("stated: true", "stated: yes", 31, "yes", "unknown", None),
        ("stated: true", "stated: no", 31, "no", "unknown", None),
        ("stated: true", "stated: on", 31, "on", "unknown", None),
        ("    stated: true\n", "    stated: true\n    detial: x\n", 32, "detial", "one of", "detail"),
        ("    stated: true\n", "    rests_on: []\n", 31, "rests_on", "filled in", None),
        ("    stated: true\n", "    except_instruments: [zz-pp]\n", 31, "zz-pp", "an instrument of this file", "zz-po"),
        ("consent_no_defense:", "consent_no_defence:", 30, "consent_no_defence", "one of", "consent_no_defense"),
        ("name: Nowhere\n", "", 1, "nothing", "`name`", None),
        ("researched: 2026-01-02", "researched: 2026-02-30", 4, "2026-02-30", "date", None),
        ("jurisdiction: us-zz", "jurisdiction: zz", 1, "zz", "us-", None),
        ("time_zone: America/Chicago\n", "", 1, "nothing", "`time_zone`", None),
    ],
)
def test_a_fault_is_told_where_it_stands(
    old: str, new: str, line: int, read: str, wanted: str, nearest: str | None
) -> None:
    told = [fault for fault in faults(old, new) if fault.read == read and wanted in fault.wanted]
    assert told, [str(fault) for fault in faults(old, new)]
    assert told[0].line == line
    assert told[0].weight is Weight.FAULT
    if nearest:
        assert told[0].nearest == nearest


def test_every_fault_is_told_at_once_and_in_order() -> None:
    text = RIGHT.replace("kind: guide", "kind: giude").replace("P6M", "soon").replace("[s1, s2]", "[s1, s2, s9]")
    assert [(fault.line, fault.read) for fault in check_law_file(text)] == [(13, "giude"), (23, "soon"), (32, "s9")]


def test_an_instrument_written_twice_is_told() -> None:
    start, end = RIGHT.index("  - id"), RIGHT.index("facts:")
    text = RIGHT[:end] + RIGHT[start:end] + RIGHT[end:]
    assert [(fault.line, fault.read, fault.wanted) for fault in check_law_file(text)] == [
        (29, "zz-po", "each one once")
    ]


def test_a_source_that_nothing_names_is_only_a_warning() -> None:
    found = faults("    source: [s1, s2]\n    mainly: s2\n", "    source: [s1]\n")
    assert [(fault.read, fault.weight) for fault in found] == [("s2", Weight.WARNING)]


@pytest.mark.parametrize("text", ["", "- a list", "just words", "a: [b", "a: b: c", "\t"])
def test_what_is_no_law_file_is_told_and_not_raised(text: str) -> None:
    assert check_law_file(text)


@pytest.mark.parametrize(
    "text",
    ["sources: [s1]", "instruments: {id: x}", "facts: none", "instruments: [x, {term: 3}]", "sources: {s1: x}"],
)
def test_a_file_of_the_wrong_shape_is_told_and_not_raised(text: str) -> None:
    assert len(check_law_file(text)) > 1


def test_a_file_named_for_another_place_is_told(tmp_path: Path) -> None:
    path = tmp_path / "us-yy.yaml"
    path.write_text(RIGHT, encoding="utf-8")
    assert [str(fault) for fault in check_law_file(path)] == [
        "us-yy.yaml:1:15: fault: read us-zz; wanted us-yy, as the file is named (nearest: us-yy)"
    ]
