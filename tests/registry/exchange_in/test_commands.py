from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from stayaway.cli.commands.registry import command
from stayaway.registry.accounts.models import Account, Holding
from stayaway.registry.models import Access, CaseRow, Entry, PersonRow

from .courts import FILE, Court, read

WHO = "ana@court.example/judge"


@pytest.fixture
def file(court: Court, tmp_path: Path) -> Path:
    """A file to load, and an account that may load it."""
    account = Account.objects.create_user("ana@court.example", name="Ana Sample")
    Holding.objects.create(account=account, post="judge", agency=court.agency)
    path = tmp_path / "orders.yaml"
    path.write_text(FILE, "utf-8")
    return path


def run(*arguments: object, fails: bool = False) -> str:
    """Run a command; what it said."""
    done = CliRunner().invoke(command, [str(one) for one in arguments])
    assert (done.exit_code != 0) is fails, done.output
    return done.output


def test_a_dry_run_loads_nothing_and_the_import_loads_it_once(file: Path) -> None:
    assert "It would load cases: 2, orders: 2." in run("import", file, "--as", WHO, "--dry-run")
    assert not Entry.objects.exists()
    assert "Loaded. Cases: 2. Orders: 2." in run("import", file, "--as", WHO)
    assert "se cargó" in run("import", file, "--as", WHO, "--language", "es")
    assert CaseRow.objects.count() == 2


def test_what_is_wrong_is_said_and_written_to_a_table(file: Path, tmp_path: Path) -> None:
    file.write_text(FILE.replace("500 ft", "500 fet"), "utf-8")
    report = tmp_path / "wrong.csv"
    assert "orders.yaml:33:" in run("import", file, "--as", WHO, "--report", report, fails=True)
    assert report.read_text("utf-8-sig").splitlines()[0].startswith("file,row,column,read")
    assert not Entry.objects.exists()


def test_a_report_that_cannot_be_written_is_said_before_anything_is_loaded(file: Path, tmp_path: Path) -> None:
    said = run("import", file, "--as", WHO, "--report", tmp_path / "nowhere" / "wrong.csv", fails=True)
    assert "The report cannot be written, so nothing was loaded: No such file" in said
    assert "Traceback" not in said
    assert not Entry.objects.exists()


def test_no_file_to_be_loaded_is_overwritten_by_the_report(file: Path, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text("kind,restrained_name\ncivil,Ann Sample\n")
    link = tmp_path / "link.csv"
    link.symlink_to(file)
    for report in (file, link, table, tmp_path / "more.docket.csv"):
        assert "Name another one" in run("import", file, table, "--as", WHO, "--report", report, fails=True)
    assert file.read_text("utf-8") == FILE
    assert table.read_text().startswith("kind,")
    assert not (tmp_path / "more.docket.csv").exists()
    assert not Entry.objects.exists()


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_loaded(file: Path, tmp_path: Path) -> None:
    table, report = tmp_path / "more.csv", tmp_path / "wrong.csv"
    table.write_text("kind,restrained_name\ncivil,Ann Sample\n")
    (tmp_path / "more.docket.csv").mkdir()
    said = run("import", table, file, "--as", WHO, "--report", report, fails=True)
    assert "more.docket.csv:1:1: This file cannot be read." in said
    assert CaseRow.objects.count() == 2
    assert "cannot be read" in report.read_text("utf-8-sig")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_disk_is_said_in_one_line(file: Path) -> None:
    run("import", file, "--as", WHO)
    said = run("import", file, "--as", WHO, "--report", "/dev/full", fails=True)
    assert "dealt with as said above: No space left on device" in said
    case = CaseRow.objects.get(kind="civil")
    with Path("/dev/full").open("w") as full, pytest.MonkeyPatch.context() as patch:

        def echo(text: str, **_: object) -> None:
            full.write(text)
            full.flush()

        patch.setattr(click, "echo", echo)
        with pytest.raises(click.ClickException, match=r"^The cases cannot be written out: No space left on device$"):
            command(["export", case.id, "--as", WHO], standalone_mode=False)
        patch.undo()
        with suppress(OSError):
            full.close()


def test_an_export_reads_back_and_is_journaled(file: Path) -> None:
    run("import", file, "--as", WHO)
    case = CaseRow.objects.get(kind="civil")
    assert list(read(run("export", case.id, "--as", WHO)).cases) == [case.id]
    both = read(run("export", *(row.id for row in CaseRow.objects.all()), "--as", WHO))
    assert (len(both.cases), len(both.orders), len(both.people), len(both.places)) == (2, 2, 2, 1)
    assert Access.objects.filter(how="export", stream=case.id).exists()
    assert "no record here" in run("export", "c" + "0" * 20, "--as", WHO, fails=True)


def test_nobody_acts_in_a_post_that_they_do_not_hold(file: Path) -> None:
    run("import", file, "--as", "ana@court.example/civil_clerk", fails=True)
    run("import", file, "--as", "nobody@court.example/judge", fails=True)
    run("import", file, "--as", WHO, "--same", "ben", fails=True)
    assert not Entry.objects.exists()


def test_a_log_is_held_against_the_orders_of_a_court(file: Path, tmp_path: Path) -> None:
    run("import", file, "--as", WHO)
    restrained, protected = (
        PersonRow.objects.filter(parts__role=role).order_by("id").values_list("name", flat=True)[0]
        for role in ("restrained", "protected")
    )
    log, out = tmp_path / "log.csv", tmp_path / "found"
    rows = [f"{one},{other},2024-06-01,phone" for one, other in ((restrained, protected), (protected, restrained))]
    log.write_text("\n".join(["from,to,on,by", *rows]))
    said = run("screen", log, "--as", WHO, "--purpose", "case 24", "-o", out, "--csv")
    assert "2 in the log = 1 hit + 1 clear + 0 rejected" in said
    assert (out / "orders.yaml").stat().st_mode & 0o077 == 0
    assert "purpose" in run("screen", log, "--as", WHO, "--purpose", " ", "-o", tmp_path / "other", fails=True)
    assert not (tmp_path / "other").exists()


def test_what_cannot_be_screened_is_refused_before_an_order_is_looked_at(file: Path, tmp_path: Path) -> None:
    run("import", file, "--as", WHO)
    log, other, out = tmp_path / "log.csv", tmp_path / "other.csv", tmp_path / "found"
    log.write_text("from,to,on,by\ndan,rosa,2024-06-01,phone\n")
    other.write_text("from,to,on,by\ndan,rosa,2024-06-02,phone\n")
    (tmp_path / "log.xlsx").write_text("x")
    given = ("--as", WHO, "--purpose", "case 24", "-o", out)
    run("screen", log, *given)
    looks = Access.objects.count()
    kept = (out / "orders.yaml").read_bytes()
    assert "was finished before" in run("screen", log, *given)
    looked = Access.objects.count()
    assert looked > looks
    for refused in (
        (other, *given),
        (log, *given, "--csv"),
        (log, *given, "--mapping", "calls"),
        (log, *given, "--zone", "Moon/Base"),
        (tmp_path / "log.xlsx", *given),
    ):
        run("screen", *refused, fails=True)
    assert Access.objects.count() == looked
    assert (out / "orders.yaml").read_bytes() == kept
    own = tmp_path / "own"
    own.mkdir()
    (own / "orders.yaml").write_text("people: {}\n")
    assert "another folder" in run("screen", log, "--as", WHO, "--purpose", "case 24", "-o", own, fails=True)
    assert (own / "orders.yaml").read_text() == "people: {}\n"
