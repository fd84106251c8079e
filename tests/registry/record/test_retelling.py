"""How an order stands is told by the law and the rules of this release, also where a row was made under others."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from stayaway.files.faults import FileFaults
from stayaway.model import Answer
from stayaway.registry import retelling
from stayaway.registry.actors import Post
from stayaway.registry.edition import TELL, digest_of, edition, sources_in
from stayaway.registry.erasing import erase_old_secrets
from stayaway.registry.finding.asking import ByName
from stayaway.registry.finding.searching import find
from stayaway.registry.models import OrderRow, Secret, Task
from stayaway.registry.operation.each_day import NotAllDone, each_day
from stayaway.registry.operation.verifying import verify
from stayaway.registry.projecting import differences, project_case, rebuild
from stayaway.registry.retelling import outdated_cases, tell_anew
from stayaway.registry.rows import papers_alone
from tests.registry.world import NOW, World, open_civil, open_criminal

ENDED = [["2025-03-01", None, "no", "no"]]
LATE = datetime(2033, 1, 1, tzinfo=UTC)


def under_other_law(*orders: str, spans: Any = ENDED) -> None:
    """Make rows as another release made them, by which these orders had ended."""
    assert OrderRow.objects.filter(id__in=orders).update(law="0123456789abcdef", spans=spans) == len(orders)


def glanced(world: World, post: Post = Post.OFFICER) -> dict[str, Answer]:
    """How the orders stand that a search for Daniel Cole shows."""
    found = find(world.actor(post), ByName("Daniel Cole"), NOW, purpose="a stop on Hill Road")
    return {order.order: order.in_force for hit in found.hits for order in hit.orders}


@pytest.mark.parametrize("post", [Post.OFFICER, Post.CIVIL_CLERK, Post.RESTRAINED_PERSON])
def test_a_search_believes_no_row_of_another_release(world: World, post: Post) -> None:
    _, civil = open_civil(world)
    _, criminal = open_criminal(world)
    assert glanced(world, post) == {civil: Answer.YES, criminal: Answer.YES}
    under_other_law(civil)
    assert glanced(world, post) == {civil: Answer.YES, criminal: Answer.YES}


def test_what_was_told_under_this_release_is_believed(world: World) -> None:
    """Else every search would work it out, and the rows would be of no use."""
    _, civil = open_civil(world)
    OrderRow.objects.filter(id=civil).update(spans=ENDED)
    assert glanced(world) == {civil: Answer.NO}


def test_what_this_release_cannot_read_is_unsure(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    case, civil = open_civil(world)
    _, criminal = open_criminal(world)
    under_other_law(civil, criminal)
    unreadable(case, monkeypatch)
    assert glanced(world) == {civil: Answer.UNSURE, criminal: Answer.YES}
    assert tell_anew(NOW) == retelling.Retold(1, (case,))
    assert outdated_cases() == [case]
    said: list[str] = []
    with pytest.raises(NotAllDone, match="law"):
        said.extend(each_day(NOW))


def unreadable(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the rules of this release refuse a case."""
    real = papers_alone

    def read(key: str, folded: Any) -> Any:
        if key == case:
            raise FileFaults(())
        return real(key, folded)

    monkeypatch.setattr("stayaway.registry.retelling.papers_alone", read)
    monkeypatch.setattr("stayaway.registry.projecting.papers_alone", read)


def test_rows_are_told_anew_with_what_is_to_be_done(world: World) -> None:
    case, civil = open_civil(world)
    open_criminal(world)
    before = (OrderRow.objects.get(id=civil).spans, list(Task.objects.values_list("kind", "begins", "due")))
    under_other_law(civil)
    Task.objects.all().delete()
    assert outdated_cases() == [case]
    assert tell_anew(NOW).count == 1
    rows = OrderRow.objects.get(id=civil)
    kinds = Task.objects.filter(case_id=case).values_list("kind", "begins", "due")
    assert rows.spans == before[0]
    assert rows.law == edition()
    assert kinds.exists()
    assert set(kinds) <= set(before[1])
    assert outdated_cases() == []
    assert tell_anew(NOW).count == 0


def test_telling_anew_that_broke_off_goes_on(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    orders = [open_civil(world)[1], open_criminal(world)[1]]
    under_other_law(*orders)
    calls: list[Any] = []

    def breaks_off(*args: Any) -> None:
        if calls:
            raise OSError("the machine goes down")
        calls.append(args)
        real(*args)

    real = project_case
    monkeypatch.setattr(retelling, "project_case", breaks_off)
    with pytest.raises(OSError, match="goes down"):
        tell_anew(NOW)
    assert len(outdated_cases()) == 1
    monkeypatch.setattr(retelling, "project_case", real)
    assert tell_anew(NOW).count == 1
    assert differences() == []


def test_a_day_tells_anew_before_it_erases(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a row of another release the order had ended long ago."""
    _, civil = open_civil(world)
    under_other_law(civil)
    monkeypatch.setenv("STAYAWAY_KEEP_YEARS", "1")
    kept = Secret.objects.filter(sealed__isnull=False).count()
    late = datetime(2027, 2, 1, tzinfo=UTC)  # it ends a month later
    assert "Cases told anew under the law of this release: 1" in list(each_day(late))
    assert Secret.objects.filter(sealed__isnull=False).count() == kept


def test_nothing_is_erased_by_the_word_of_another_release(world: World) -> None:
    _, civil = open_civil(world)
    under_other_law(civil)
    assert erase_old_secrets(LATE, years=5) == 0
    tell_anew(LATE)
    assert erase_old_secrets(LATE, years=5) > 0


def test_what_another_release_told_is_no_sign_of_tampering(world: World) -> None:
    case, civil = open_civil(world)
    under_other_law(civil)
    assert verify().faults == ()
    assert verify().outdated == 1
    OrderRow.objects.filter(id=civil).update(ends="2099-01-01")
    assert verify().faults == (f"{case}: what is shown does not follow from the journal",)
    rebuild(NOW)
    assert verify().faults == ()
    assert verify().outdated == 0


# ---- the edition ---------------------------------------------------------------------------------------------------


def test_the_edition_is_the_same_in_every_process() -> None:
    say = "from stayaway.registry.edition import edition; print(edition())"
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", say], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        )
        assert done.stdout.strip() == edition()


def test_the_edition_rests_on_the_law_and_on_the_rules() -> None:
    names = {source.name for package in TELL for source in sources_in(files(package))}
    assert {"us-wa.yaml", "general.yaml", "us.yaml", "standing.py", "docket.py"} <= names
    assert not any(name.endswith(".pyc") for name in names)


def test_another_word_of_the_law_is_another_edition(tmp_path: Path) -> None:
    said: set[str] = set()
    for name, text in (("us-wa.yaml", "a: 1\n"), ("us-wa.yaml", "a: 2\n"), ("us-or.yaml", "a: 1\n")):
        folder = tmp_path / str(len(said))
        (folder / "data").mkdir(parents=True)
        (folder / "data" / name).write_text(text, "utf-8")
        (folder / "data" / "notes.txt").write_text(str(len(said)), "utf-8")
        said.add(digest_of(sources_in(folder)))
    assert len(said) == 3
