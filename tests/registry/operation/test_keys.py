"""A key is made once, whole, and never taken for one where it was cut off."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from stayaway.files.whole import write_first
from stayaway.registry.keys import kept_keys, kept_secret, new_key

from .installing import installed


def kept_first(path: Path) -> str:
    return kept_keys(path)[0]


BOTH = pytest.mark.parametrize("kept", [kept_secret, kept_first])


@BOTH
def test_it_is_made_once_and_for_its_owner_alone(tmp_path: Path, kept: Callable[[Path], str]) -> None:
    path = tmp_path / "data" / "key"
    made = kept(path)
    Fernet(made)
    assert kept(path) == made
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in path.parent.iterdir()] == ["key"]


@BOTH
def test_all_who_begin_at_once_have_the_same(tmp_path: Path, kept: Callable[[Path], str]) -> None:
    for turn in range(20):
        together = Barrier(8, timeout=60)

        def begin(_: int, path: Path = tmp_path / str(turn), together: Barrier = together) -> str:
            together.wait()
            return kept(path)

        with ThreadPoolExecutor(8) as pool:
            assert len(set(pool.map(begin, range(8)))) == 1


@BOTH
def test_nothing_is_there_until_all_of_it_is(
    tmp_path: Path, kept: Callable[[Path], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine fails while it is made: the next one begins anew."""
    path = tmp_path / "key"

    def fail(_: int) -> None:
        assert not path.exists()
        raise OSError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(OSError, match="the power went"):
            kept(path)
    assert not path.exists()
    Fernet(kept(path))


@BOTH
@pytest.mark.parametrize("content", ["", "\n", " \n\n", "c2hvcnQ=", "é" * 20])
def test_what_is_no_key_is_refused_and_left(tmp_path: Path, kept: Callable[[Path], str], content: str) -> None:
    path = tmp_path / "key"
    path.write_text(content)
    with pytest.raises(ImproperlyConfigured, match=str(path)):
        kept(path)
    assert path.read_text() == content


@pytest.mark.parametrize(
    "content", [f"{new_key()}\n{new_key()[:20]}\n", "x" * 44, f"# {new_key()}"], ids=["cut off", "another", "remark"]
)
def test_every_line_of_the_keys_is_one(tmp_path: Path, content: str) -> None:
    (tmp_path / "keys").write_text(content)
    with pytest.raises(ImproperlyConfigured):
        kept_keys(tmp_path / "keys")


def test_a_first_file_is_not_written_over(tmp_path: Path) -> None:
    assert write_first(tmp_path / "file", b"one")
    assert not write_first(tmp_path / "file", b"two")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("file", b"one")]


@pytest.mark.parametrize("name", ["field-keys", "lookup-key", "secret-key"])
def test_the_registry_does_not_begin_without_one_and_says_where(
    tmp_path: Path,
    django_db_setup: None,  # noqa: ARG001 - an installation has its database beside that of the tests
    name: str,
) -> None:
    registry = installed(tmp_path / "data")
    (registry.data / name).touch()
    said = registry.run("setup", fails=True)
    assert str(registry.data / name) in said
    assert "has to hold a key" in said
