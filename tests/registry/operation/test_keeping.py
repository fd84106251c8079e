"""What was backed up comes back whole, into an empty place alone, and never with its keys."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from django.db import connection

from stayaway.registry.keys import fingerprint

from .backed_up import HOLDS, KEYS, SECRET
from .installing import Installation, installed


@pytest.fixture
def copy(tmp_path: Path, kept: tuple[Installation, Path]) -> Path:
    """A copy of the backup, to harm."""
    return Path(shutil.copytree(kept[1], tmp_path / "backup"))


def test_it_comes_back(kept: tuple[Installation, Path], other: Installation) -> None:
    assert "3 entries, 1 papers" in other.run("restore", str(kept[1]))
    assert other.do(HOLDS) == "0 sessions\n"
    assert "holds" in other.run("verify")
    assert "already" in other.run("setup")
    assert kept[0].do(HOLDS) == "1 sessions\n", "whoever is signed in stays so where the backup was made"


def test_no_key_and_no_secret_is_in_it(kept: tuple[Installation, Path]) -> None:
    registry, backup = kept
    keys = [(registry.data / name).read_bytes().strip() for name in KEYS]
    files = [path for path in backup.rglob("*") if path.is_file()]
    assert len(files) == 3
    for path in files:
        content = path.read_bytes()
        assert not any(mark in content for mark in (*keys, SECRET.encode(), b"JBSWY3DPEHPK3PXP", b"an invented order"))
    assert backup.stat().st_mode & 0o077 == 0, "nobody else on the machine can read it"


def test_it_never_overwrites(kept: tuple[Installation, Path]) -> None:
    registry, backup = kept
    before = (backup / "backup.json").read_bytes()
    assert "there already" in registry.run("backup", str(backup), fails=True)
    assert (backup / "backup.json").read_bytes() == before
    assert "not empty" in registry.run("restore", str(backup), fails=True)
    assert registry.do(HOLDS)


def test_it_goes_into_no_folder_with_papers(kept: tuple[Installation, Path], other: Installation) -> None:
    (other.data / "documents" / "ab").mkdir(parents=True)
    (other.data / "documents" / "ab" / "paper").write_bytes(b"somebody's")
    assert "not empty" in other.run("restore", str(kept[1]), fails=True)
    assert (other.data / "documents" / "ab" / "paper").read_bytes() == b"somebody's"


@pytest.mark.parametrize("key", ["field-keys", "lookup-key"])
def test_without_its_keys_it_is_not_taken(kept: tuple[Installation, Path], other: Installation, key: str) -> None:
    (other.data / key).unlink()
    assert "key" in other.run("restore", str(kept[1]), fails=True)
    assert "not those of this version" in other.run("verify", fails=True), "nothing was filled in"


@pytest.mark.parametrize("harm", ["paper", "database", "missing", "about", "newer", "format", "kind"])
def test_a_damaged_backup_is_refused(copy: Path, other: Installation, harm: str) -> None:
    paper = next((copy / "documents").glob("??/*"))
    about = json.loads((copy / "backup.json").read_text("utf-8"))
    database = copy / next(name for name in about["files"] if name.startswith("database"))
    match harm:
        case "paper":
            paper.write_bytes(paper.read_bytes()[:-1])
        case "database":
            with database.open("r+b") as file:
                file.seek(600)
                file.write(b"\xff\xfe")
        case "missing":
            paper.unlink()
        case "about":
            (copy / "backup.json").write_text("[]")
        case "newer":
            (copy / "backup.json").write_text(json.dumps(about | {"migrations": ["registry.9999_to_come"]}))
        case "format":
            (copy / "backup.json").write_text(json.dumps(about | {"format": 99}))
        case "kind":
            (copy / "backup.json").write_text(json.dumps(about | {"database": "oracle"}))
    said = other.run("restore", str(copy), fails=True)
    words = {"about": "cannot be read", "newer": "newer version", "format": "format 99", "kind": "do not mix"}
    assert words.get(harm, "damaged") in said
    assert "not those of this version" in other.run("verify", fails=True), "nothing was filled in"
    assert not any((other.data / "documents").rglob("*"))


CHANGE = """
from django.db import connection
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("DROP TRIGGER registry_entry_is_not_changed")
    else:
        cursor.execute("ALTER TABLE registry_entry DISABLE TRIGGER USER")
    cursor.execute("UPDATE registry_entry SET facts = '{}' WHERE number = 2")
"""


def test_a_journal_that_does_not_hold_is_not_taken(
    kept: tuple[Installation, Path], other: Installation, tmp_path: Path
) -> None:
    other.run("restore", str(kept[1]))
    other.do(CHANGE)
    assert "entry 2: changed" in other.run("verify", fails=True)
    backup = tmp_path / "changed"
    other.run("backup", str(backup))
    third = installed(tmp_path / "third")
    for name in KEYS:
        shutil.copy(kept[0].data / name, third.data / name)
    assert "does not hold, first at entry 2" in third.run("restore", str(backup), fails=True)
    assert "not those of this version" in third.run("verify", fails=True), "nothing was left behind"
    assert "3 entries" in third.run("restore", str(backup), "--even-if-broken")
    assert "entry 2: changed" in third.run("verify", fails=True)


WRITE = """
import itertools
from datetime import UTC, datetime
from stayaway.registry.operation.setting_up import begin
begin()
from stayaway.registry.accounts.models import Agency, new_id
from stayaway.registry.actors import Actor, Post
from stayaway.registry.documents import keep_document
from stayaway.registry.entries import Proposal, What
from stayaway.registry.recording import record
court = Agency.objects.create(name="Alder County Superior Court", kind="court", hears_civil=True)
clerk = Actor("u-clerk", Post.CIVIL_CLERK, court.pk, court.kinds, confirmed=True)
for n in itertools.count():
    paper = keep_document(b"%PDF-1.7 an invented order " + str(n).encode())
    two = [
        Proposal(What.PERSON_RECORDED, new_id("p"), "2025-04-01", {"name": f"Person {n} Example"},
                 {"phones": [str(n)]}, document=paper.digest)
        for _ in range(2)
    ]
    print(record(clerk, two, {}, datetime(2025, 4, 1, 12, tzinfo=UTC))[-1].number, flush=True)
"""
WHOLE = """
from stayaway.registry.models import Entry, PersonRow
papers = list(Entry.objects.exclude(document="").order_by("number").values_list("document", flat=True))
assert papers[::2] == papers[1::2], "a step is there in part"
assert Entry.objects.count() == PersonRow.objects.count() == len(papers)
print(len(papers))
"""


def test_a_backup_made_while_others_write_is_the_registry_at_one_moment(tmp_path: Path, other: Installation) -> None:
    registry = installed(tmp_path / "busy")
    for name in KEYS:
        shutil.copy(other.data / name, registry.data / name)
    registry.run("setup")
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE], env=registry.environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said: list[int] = [int(process.stdout.readline())]
    listening = Thread(target=lambda out=process.stdout: said.extend(map(int, out)))
    listening.start()
    made: list[tuple[int, Path, int]] = []
    try:
        for number in range(3):
            before = said[-1]
            registry.run("backup", str(tmp_path / f"backup{number}"))
            made.append((before, tmp_path / f"backup{number}", said[-1]))
    finally:
        process.kill()
        process.wait()
        listening.join()
        process.stdout.close()
    for number, (before, backup, after) in enumerate(made):
        assert before < after, "nothing was written meanwhile"
        there = installed(tmp_path / f"there{number}")
        for name in KEYS:
            shutil.copy(other.data / name, there.data / name)
        there.run("restore", str(backup))
        assert "holds" in there.run("verify")
        # What was acknowledged before it began is in it; the last step may have been acknowledged a moment later.
        assert before <= int(there.do(WHOLE)) <= after + 2


def test_a_backup_that_cannot_be_written_leaves_what_is_there(kept: tuple[Installation, Path], tmp_path: Path) -> None:
    registry, _ = kept
    unwritable = tmp_path / "file"
    unwritable.write_text("in the way")
    assert str(unwritable) in registry.run("backup", str(unwritable / "below"), fails=True)
    assert unwritable.read_text() == "in the way"


FULL = """
import resource
from click.testing import CliRunner
from stayaway.cli.commands.registry import command
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
done = CliRunner().invoke(command, ["{what}", "{folder}"])
print(done.exit_code, type(done.exception).__name__, done.output)
"""


@pytest.mark.parametrize("size", [20_000, 100_000])
def test_a_disk_that_takes_no_more_is_said_plainly_and_nothing_is_left(
    kept: tuple[Installation, Path], other: Installation, tmp_path: Path, size: int
) -> None:
    registry, backup = kept
    if connection.vendor == "sqlite":  # a server of PostgreSQL has a disk of its own
        said = other.do(FULL.format(size=size, what="restore", folder=backup))
        assert said.startswith("1 SystemExit Error: "), said
        assert "not those of this version" in other.run("verify", fails=True), "nothing was filled in"
    said = registry.do(FULL.format(size=size // 10, what="backup", folder=tmp_path / "full"))
    assert said.startswith("1 SystemExit Error: "), said
    assert [one.name for one in tmp_path.iterdir() if one.name != "data"] == []
    other.run("restore", str(backup))
    assert other.do(HOLDS)


def test_keys_change_while_the_chain_holds(kept: tuple[Installation, Path], other: Installation) -> None:
    other.run("restore", str(kept[1]))
    old = (other.data / "field-keys").read_text()
    assert "3 secrets, 1 second factors, 1 papers" in other.run("rotate-keys", "--make")
    new = (other.data / "field-keys").read_text()
    assert new.endswith(old)
    assert len(new.split()) == 2
    (other.data / "field-keys").write_text(new.split()[0] + "\n")
    assert other.do(HOLDS)
    assert "holds" in other.run("verify")
    (other.data / "field-keys").write_text(old)
    said = other.run("verify", fails=True)
    assert "secret_unreadable" in said
    assert said.count(": unreadable") == 2, "the paper and the second factor"
    for command in ("rotate-keys", "rebuild", "serve", "setup", "daily"):
        assert f"fingerprint {fingerprint(new.split()[0])}" in other.run(command, fails=True), command
    (other.data / "field-keys").write_text(new.split()[0] + "\n")
    assert other.do(HOLDS)


def test_a_folder_beside_the_backup_is_left_alone(kept: tuple[Installation, Path], tmp_path: Path) -> None:
    mine = tmp_path / "today.part"
    mine.mkdir()
    (mine / "letter").write_text("mine")
    kept[0].run("backup", str(tmp_path / "today"))
    assert (mine / "letter").read_text() == "mine"
    assert {one.name for one in tmp_path.iterdir()} == {"today", "today.part"}


def test_a_new_key_is_only_said(kept: tuple[Installation, Path]) -> None:
    registry, _ = kept
    before = (registry.data / "field-keys").read_text()
    said = {registry.run("new-key").strip() for _ in range(2)}
    assert len(said) == 2
    assert all(re.fullmatch(r"[\w-]{43}=", key) for key in said)
    assert (registry.data / "field-keys").read_text() == before


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's tools")
def test_without_the_tools_it_says_which(kept: tuple[Installation, Path]) -> None:
    registry, _ = kept
    said = registry.do(
        "from stayaway.registry.operation import databases\n"
        "databases.find_spec = databases.shutil.which = lambda name: None\n"
        "try:\n    databases.copier().dump(None)\n"
        "except databases.CannotCopy as error:\n    print(error)\n"
    )
    assert said.startswith("pg_dump of PostgreSQL")
