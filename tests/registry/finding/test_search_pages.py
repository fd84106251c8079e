"""Everybody is brought once, a page at a time; what is cut is said; outdated keys are never searched."""

from __future__ import annotations

import pytest

from stayaway.registry import renewing, rows
from stayaway.registry.accounts.models import new_id
from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.finding import candidates
from stayaway.registry.finding.asking import ByName, Hit, NotACursor
from stayaway.registry.finding.candidates import KeysOutdated
from stayaway.registry.models import PersonRow
from tests.registry.finding.looking_for import DAN, search, someone, who
from tests.registry.world import World, enter, open_civil


def test_pages_bring_everybody_once_in_one_order(world: World) -> None:
    names = ("Daniel Cole", "Dan Cole", "D. Cole", "Daniel Cole", "Danny Kohl")
    people = {someone(world, name, "1988-02-03") for name in names}
    officer = world.actor(Post.OFFICER)
    whole = [hit.person for hit in search(officer, DAN).hits]
    assert set(whole) == people
    paged, cursor = [], ""
    while True:
        found = search(officer, DAN, cursor=cursor, most=2)
        paged += [hit.person for hit in found.hits]
        cursor = found.next
        if not cursor:
            break
    assert paged == whole
    grades = [hit.match.grade.rank for hit in search(officer, DAN).hits]
    assert grades == sorted(grades)


@pytest.mark.parametrize("count", [2, 14])
def test_of_many_namesakes_those_in_open_cases_are_shown_with_their_orders(world: World, count: int) -> None:
    case, _order = open_civil(world)  # Daniel Cole's own, and it is sealed
    enter(world.actor(Post.JUDGE, confirmed=True), Proposal(What.SEALED, case, "2025-05-01", {}, why="by order"))
    enter(
        world.clerk, Proposal(What.PERSON_RECORDED, new_id("p"), "2025-03-01", {"name": DAN.text, "born": "1988-02-03"})
    )
    restrained = {someone(world, DAN.text, "1988-02-03") for _ in range(count)}
    without = someone(world, DAN.text, "1988-02-03", with_order=False)
    linked = sorted(restrained)[0]
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, without, "2025-05-01", {"same_as": linked}, why="same papers"))
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, linked, "2025-05-01", {"same_as": world.dan}, why="same papers"))
    officer, cursor = world.actor(Post.OFFICER), ""
    shown: list[Hit] = []
    while True:
        found = search(officer, DAN, cursor=cursor, most=4)
        shown += found.hits
        cursor = found.next
        if not cursor:
            break
    assert [hit.person for hit in shown] == sorted({*restrained, without})
    assert {len(hit.orders) for hit in shown} == {1}
    assert [(hit.person, hit.same_as) for hit in shown if hit.same_as] == [(without, linked)]


@pytest.mark.parametrize("cursor", ["!", "AAAA", "é", "MSAy"])
def test_what_is_no_cursor_is_said_to_be_none(world: World, cursor: str) -> None:
    with pytest.raises(NotACursor):
        search(world.actor(Post.OFFICER), DAN, cursor=cursor)


def test_a_name_without_a_birth_date_is_cut_and_says_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    open_civil(world)
    for _ in range(3):
        someone(world, "Kohl Daniel", "1970-01-01")
    officer = world.actor(Post.OFFICER)
    assert not search(officer, ByName("Daniel Cole")).truncated
    monkeypatch.setattr(candidates, "MOST_WITHOUT", 2)
    found = search(officer, ByName("Daniel Cole"))
    assert found.truncated
    assert world.dan in who(found)  # the very name is looked at first
    assert search(officer, ByName("Cole")).truncated  # a surname alone is not looked through


def test_people_who_may_not_be_known_of_do_not_cut_anything(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST_WITHOUT", 2)
    for _ in range(30):
        enter(world.clerk, Proposal(What.PERSON_RECORDED, new_id("p"), "2025-03-01", {"name": "Daniel Cole"}))
    open_civil(world)
    found = search(world.actor(Post.OFFICER), ByName("Daniel Cole"))
    assert not found.truncated
    assert who(found) == {world.dan}


def test_keys_of_another_edition_are_never_searched_until_they_are_made_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_civil(world)
    for module in (candidates, renewing, rows):
        monkeypatch.setattr(module, "KEYS_EDITION", 77)
    officer = world.actor(Post.OFFICER)
    with pytest.raises(KeysOutdated, match="stayaway registry setup"):
        search(officer, DAN)
    PersonRow.objects.filter(id=world.dan).update(keys_edition=77)
    with pytest.raises(KeysOutdated):
        search(officer, DAN)
    assert not candidates.are_keys_current()
    assert renewing.renew_keys() == PersonRow.objects.count() - 1
    assert candidates.are_keys_current()
    assert who(search(officer, DAN)) == {world.dan}
