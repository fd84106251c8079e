"""`stayaway screen` from end to end: the files, the counts, the report, and one row explained."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from stayaway.cli import main
from stayaway.files import read_path
from stayaway.law.load import law_book
from stayaway.model import Answer
from stayaway.reasoning.conduct import assess
from stayaway.screening.compiling import compile_columns
from stayaway.screening.engines import DuckDB
from stayaway.screening.explaining import explain
from stayaway.screening.layouts import layout_of
from stayaway.screening.reading import look
from stayaway.screening.running import Job, OtherRun, run
from stayaway.wording.say import Speaker
from stayaway.wording.screening import ScreeningCode as Code
from tests.screening.logs import write_calls, write_orders

ROWS = 2500


def screen(*asked: object) -> Result:
    return CliRunner().invoke(main, ["screen", *map(str, asked)])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("screen")
    calls, orders = write_calls(folder, ROWS), write_orders(folder)
    done = screen(calls, "--orders", orders, "--mapping", "calls", "-o", folder / "out", "--csv", "--json")
    assert done.exit_code == 0, done.output
    (folder / "answer.json").write_text(done.output, "utf-8")
    return folder


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_row_is_a_hit_or_clear_or_rejected(made: Path) -> None:
    counts = json.loads((made / "answer.json").read_text("utf-8"))["counts"]
    hits = {line["row"] for line in lines(made / "out/hits.csv")}
    rejects = {line["row"] for line in lines(made / "out/rejects.csv")}
    assert (counts["rows"], counts["hit"], counts["rejected"]) == (ROWS, len(hits), len(rejects))
    assert counts["clear"] == ROWS - len(hits | rejects) > 0
    assert not hits & rejects
    assert min(len(hits), len(rejects)) > 50


def test_hits_say_what_was_found(made: Path) -> None:
    hits = lines(made / "out/hits.csv")
    assert {hit["order"] for hit in hits} == {"civil", "bail"}
    assert {hit["answer"] for hit in hits} == {"yes", "unsure"}
    civil = next(hit for hit in hits if hit["order"] == "civil" and hit["answer"] == "yes")
    assert (civil["from"], civil["to"], civil["standing"], civil["enforceable"]) == ("dan", "rosa", "yes", "yes")
    assert civil["terms"] == "1 no_contact"
    assert {hit["exception"].partition(" {")[2] for hit in hits if hit["order"] == "civil"} >= {
        "about: children, by: [text]}"
    }
    assert civil["reasons"].startswith("conduct.no_contact")
    assert Code.SHARED_IDENTIFIER in {hit["marks"] for hit in hits}


def test_the_report_can_be_checked_by_somebody_else(made: Path) -> None:
    report = (made / "out/report.html").read_text("utf-8")
    for name in ("calls.csv", "orders.yaml"):
        assert hashlib.sha256((made / name).read_bytes()).hexdigest() in report
    counts = json.loads((made / "out/summary.json").read_text("utf-8"))["counts"]
    shown = [f"{counts[name]:,}" for name in ("rows", "hit", "clear", "rejected")]
    assert all(f"<td>{number}</td>" in report for number in shown)
    unsure = lines(made / "out/unsure.csv")
    assert len(unsure) == sum(hit["answer"] == "unsure" for hit in lines(made / "out/hits.csv")) > 0
    assert all(f"<td>{line['row']}</td><td>{line['when']}</td>" in report for line in unsure)
    assert report.count("<svg") == 3
    assert "http" not in report.replace("http://www.w3.org", "").replace("http://purl.org", "").replace(
        "http://creativecommons.org", ""
    ).replace("https://matplotlib.org", ""), "nothing is fetched from elsewhere"


def test_one_row_explained_is_the_answer_to_that_contact(made: Path) -> None:
    hit = next(hit for hit in lines(made / "out/hits.csv") if not hit["marks"] and hit["instant"])
    given = (made / "calls.csv", "--orders", made / "orders.yaml", "--mapping", "calls", "--explain", hit["row"])
    (meant,) = json.loads(screen(*given, "--json").output)["meant"]
    order = next(one for one in meant["orders"] if one["id"] == hit["order"])
    assert order["prohibited"] == hit["answer"]
    assert "; ".join(reason["code"] for reason in order["reasons"]) == hit["reasons"]
    assert screen(*given).exit_code == 0


def test_a_rejected_row_a_strangers_row_and_no_row_are_told_apart(made: Path) -> None:
    given = (made / "calls.csv", "--orders", made / "orders.yaml", "--mapping", "calls", "--explain")
    rejected = lines(made / "out/rejects.csv")[0]
    said = [screen(*given, row).output for row in (rejected["row"], ROWS + 1)]
    assert rejected["reason"] in said[0]
    assert f"{ROWS:,}" in said[1]
    calls = made / "senders.csv"
    calls.write_text("caller,callee,start\nAnonymous,rosa,2024-06-03\nrosa,dan,2024-06-03\n", "utf-8")
    given = (calls, "--orders", made / "orders.yaml", "--mapping", "calls", "--explain")
    said = [screen(*given, row).output for row in (1, 2)]
    assert "does not say who sent it" in said[0]
    assert said[1].startswith("No order in this file restrains the sender of row 2.")


def test_a_row_is_explained_in_its_own_words(made: Path) -> None:
    path = made / "own.csv"
    rows = [
        "dan,Tom <tom@example.org>,2024-06-03,text,,,,",
        "dan,,2024-06-03,in_person,the market,,47.62,-122.35",
        "dan,,2024-06-03,in_person,,,47.62,-122.35",
        "dan,rosa,2024-06-03,text,,my cousin,,",
    ]
    path.write_text("from,to,on,by,at,through,lat,lon\n" + "\n".join(rows) + "\n", "utf-8")
    given = (path, "--orders", made / "orders.yaml", "--explain")
    shown = [screen(*given, row).output for row in range(1, len(rows) + 1)]
    assert "does not protect Tom <tom@example.org>." in " ".join(shown[0].split())
    assert not any(inner in page for inner in ("\0", "…") for page in shown)
    papers = read_path(made / "orders.yaml", law_book())
    job = Job(path, path, look(path, layout_of(None)), compile_columns(papers, law_book()), ZoneInfo("UTC"), made)
    market, spot, cousin = (explain(job, row).meant[0] for row in (2, 3, 4))
    assert (market.contact.at, spot.contact.at, cousin.contact.through) == ("the market", "47.62, -122.35", "my cousin")
    for meant in (market, spot):
        assert assess(meant.contact, meant.ready, meant.at).prohibited is Answer.YES


def test_a_finished_run_is_not_done_again_and_another_one_is_refused(made: Path) -> None:
    given = (made / "calls.csv", "--orders", made / "orders.yaml", "--mapping", "calls", "-o", made / "out", "--csv")
    again = json.loads(screen(*given, "--json").output)
    assert (again["kept"], again["was_finished"]) == (ROWS, True)
    assert "was finished before" in screen(*given).output
    (made / "out/summary.json").unlink()
    assert "was cut off" in screen(*given).output
    assert again["counts"] == json.loads((made / "answer.json").read_text("utf-8"))["counts"]
    other = screen(*given, "--zone", "America/Boise")
    assert other.exit_code == 2
    assert "another folder" in other.output


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--mapping", "visits"), "No column tells “from”"),
        (("--mapping", "nowhere.yaml"), "nowhere.yaml"),
        (("--mapping", "calls", "--zone", "Moon/Base"), "not a time zone"),
        (("--mapping", "calls", "--zone", ""), "not a time zone"),
        (("--mapping", "calls", "--memory", "banana"), "this much memory: “banana”"),
        (("--mapping", "calls", "--memory", "1KB"), "this much memory: “1KB”"),
        ((), "No column tells “at”"),
    ],
)
def test_what_cannot_be_is_said(made: Path, given: tuple[str, ...], said: str) -> None:
    done = screen(made / "calls.csv", "--orders", made / "orders.yaml", "-o", made / "other", *given)
    assert done.exit_code == 2
    assert said in done.output


def test_a_misspelt_column_of_a_mapping_is_told_with_those_that_the_log_has(made: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text("layout: calls\ncolumns: {place: calltype, about: topic}\n", "utf-8")
    given = (made / "calls.csv", "--orders", made / "orders.yaml", "--mapping", mapping, "-o", tmp_path / "out")
    done = screen(*given)
    assert done.exit_code == 2
    said = " ".join(done.output.split())
    there = "The columns are: calling_number, called_number, start_time, call_type."
    assert "map.yaml (calls.csv) cannot be used as it is." in said
    assert f"No column tells “columns.place”. Looked for: calltype. {there}" in said
    assert f"No column tells “columns.about”. Looked for: topic. {there}" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["log.csv", "log.parquet", "log.jsonl"])
def test_a_file_that_is_no_log_is_told_of(made: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b'"' + b"x" * 1_100_000)
    done = screen(path, "--orders", made / "orders.yaml", "-o", tmp_path / "out")
    assert (done.exit_code, "Traceback" in done.output) == (2, False)
    assert name in done.output
    assert "time zone" not in done.output


def test_what_another_engine_said_is_not_taken_for_its_own(made: Path, tmp_path: Path) -> None:
    papers = read_path(made / "orders.yaml", law_book())
    compiled, found = compile_columns(papers, law_book()), look(made / "calls.csv", layout_of("calls"))
    job = Job(made / "calls.csv", made / "orders.yaml", found, compiled, ZoneInfo("UTC"), tmp_path / "out")
    engine = DuckDB(threads=1)
    assert run(job, engine).fingerprint["engine"] == engine.name
    engine.name = "another"
    with pytest.raises(OtherRun):
        run(job, engine)


def test_only_the_owner_can_read_what_is_written(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()
    replace = Path.replace

    def look_and_replace(part: Path, target: Path) -> Path:
        seen.add(f"{part.stat().st_mode & 0o777:o}")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", look_and_replace)
    out = tmp_path / "new" / "out"
    given = (made / "calls.csv", "--orders", made / "orders.yaml", "--mapping", "calls", "-o", out)
    assert screen(*given).exit_code == 0
    folders, files = ([path for path in (out, *out.rglob("*")) if path.is_dir() is kind] for kind in (True, False))
    assert {f"{path.stat().st_mode & 0o777:o}" for path in folders} == {"700"}
    assert {f"{path.stat().st_mode & 0o777:o}" for path in files} == seen == {"600"}


def test_one_zone_is_used_for_everything(made: Path, tmp_path: Path) -> None:
    """The one that is asked for, or the mapping's: for reading times and for days and hours alike."""
    path, mapping = tmp_path / "log.csv", tmp_path / "map.yaml"
    path.write_text("caller,callee,start\ndan,rosa,2024-06-03 23:30\n", "utf-8")
    mapping.write_text("layout: calls\nzone: Asia/Tokyo\n", "utf-8")
    for number, (given, zone, instant) in enumerate(
        [((), "Asia/Tokyo", "14:30"), (("--zone", "America/New_York"), "America/New_York", "03:30")]
    ):
        out = tmp_path / str(number)
        asked = (path, "--orders", made / "orders.yaml", "--mapping", mapping, "-o", out, "--csv", "--json", *given)
        counts = json.loads(screen(*asked).output)["counts"]
        assert (set(counts["by_hour"]), set(counts["by_day"])) == ({"23\tyes"}, {"2024-06-03\tyes"})
        assert f"{instant}:00" in (out / "hits.csv").read_text("utf-8")
        assert (out / "report.html").read_text("utf-8").count(zone) == 2


def test_the_report_speaks_spanish(made: Path) -> None:
    out = made / "es"
    given = (made / "calls.csv", "--orders", made / "orders.yaml", "--mapping", "calls", "-o", out, "--lang", "es")
    assert screen(*given).exit_code == 0
    assert 'lang="es"' in (out / "report.html").read_text("utf-8")
    report = (out / "report.html").read_text("utf-8")
    assert "Filas rechazadas" in report
    assert Speaker("es").sentence(Code.SHARED_IDENTIFIER) in report
