"""Files are there whole or not at all, and their owner alone can read them, also while they are written."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from stayaway.files.whole import clear_away_parts, private_folder, write_first, write_whole, writing_whole


def rights(path: Path) -> str:
    return f"{path.stat().st_mode & 0o777:o}"


def test_nobody_else_reads_it_while_it_is_written_or_after(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    private_folder(folder)
    with writing_whole(folder / "found.csv") as file:
        file.write(b"x")
        file.flush()
        (part,) = folder.iterdir()
        assert rights(part) == "600"
    assert [path.name for path in folder.iterdir()] == ["found.csv"]
    assert (rights(folder / "found.csv"), rights(folder), rights(folder.parent)) == ("600", "700", "700")


def test_where_writing_fails_what_was_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    write_whole(path, b"before")
    with pytest.raises(TypeError), writing_whole(path) as file:
        file.writelines([b"half", "no bytes"])  # type: ignore[list-item]  # so that it fails half-way
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_first_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "key"
    assert write_first(path, b"one")
    assert not write_first(path, b"two")
    assert path.read_bytes() == b"one"


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The folders that were brought onto the disk, each with what stood in it when that was done last."""
    found: dict[str, list[str]] = {}

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            found[Path(f"/proc/self/fd/{handle}").readlink().name] = sorted(os.listdir(handle))

    monkeypatch.setattr(os, "fsync", sync)
    return found


WRITERS = pytest.mark.parametrize("write", [write_whole, write_first])
ON_LINUX = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux which folder a handle is of")


@ON_LINUX
@WRITERS
def test_its_name_is_on_the_disk_too_with_every_folder_that_was_made_for_it(
    tmp_path: Path, synced: dict[str, list[str]], write: Callable[[Path, bytes], object]
) -> None:
    path = tmp_path / "papers" / "ab" / "paper"
    private_folder(path.parent)
    write(path, b"whole")
    assert synced[tmp_path.name] == ["papers"]
    assert synced["papers"] == ["ab"]
    assert "paper" in synced["ab"]


@WRITERS
@pytest.mark.parametrize(("code", "is_told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_file_system_that_cannot_sync_folders_is_no_failure_but_a_broken_disk_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, bytes], object], code: int, is_told: bool
) -> None:
    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(OSError, match=os.strerror(code)) if is_told else nullcontext():
        write(tmp_path / "paper", b"whole")
    assert (tmp_path / "paper").read_bytes() == b"whole"


def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "hits.csv.00ff00ff.part").write_bytes(b"half")
    write_whole(tmp_path / "hits.csv", b"whole")
    clear_away_parts(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["hits.csv"]
