"""Files are there whole or not at all, and their owner alone can read them, also while they are written."""

from __future__ import annotations

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


def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "hits.csv.00ff00ff.part").write_bytes(b"half")
    write_whole(tmp_path / "hits.csv", b"whole")
    clear_away_parts(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["hits.csv"]
