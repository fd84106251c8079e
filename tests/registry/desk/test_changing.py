"""What changes about a case: a lawyer leaves it, its number was wrong, somebody comes into it or out of it."""

from __future__ import annotations

from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.folding import fold
from stayaway.registry.journal import lines_of
from stayaway.registry.models import CaseRow, Entry, Party, PersonRow
from tests.registry.desk.conftest import SitDown
from tests.registry.world import World, enter, open_civil, open_criminal


def facts_of(case: str) -> dict[str, object]:
    return fold(lines_of([case])).cases[case].case


def test_a_lawyer_who_left_sees_the_case_no_more(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    clerk, lawyer = desk(Post.CIVIL_CLERK), desk(Post.DEFENSE_LAWYER)
    clerk.get(f"/cases/{case}/")
    assert f"/cases/{case}/appearances/end/" not in clerk.html  # nobody appears yet
    clerk.send(f"/cases/{case}/appearances/new/", lawyer=lawyer.account.holdings.get().pk, person=world.dan)
    assert "IN FORCE" in lawyer.get(f"/cases/{case}/")
    clerk.get(f"/cases/{case}/")
    path = f"/cases/{case}/appearances/end/"
    assert path in clerk.html
    assert "defense_lawyer Invented, Daniel Cole" in clerk.get(path)
    assert "Please choose one." in clerk.send(path, lawyer="somebody else")
    page = clerk.send(path, lawyer=lawyer.account.pk, why="Dismissed by the client")
    assert "The entry was made." in page
    assert "A lawyer leaves the case" in page
    assert "There is no record here" in lawyer.get(f"/cases/{case}/")


def test_only_the_court_of_the_case_ends_an_appearance_and_hears_of_it(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    lawyer = desk(Post.DEFENSE_LAWYER)
    appears = {"account": lawyer.account.pk, "agency": "", "person": world.dan}
    enter(world.clerk, Proposal(What.APPEARED, case, "2025-05-01", appears))
    for post in (Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON, Post.CRIMINAL_CLERK, Post.OFFICER):
        reader = desk(post)
        assert "A lawyer leaves the case" not in reader.get(f"/cases/{case}/")
        reader.send(f"/cases/{case}/appearances/end/", lawyer=lawyer.account.pk)
        assert reader.status == 403
    lawyer.get(f"/cases/{case}/")
    assert lawyer.status == 200


def test_the_number_of_a_case_is_changed_and_the_rest_stays(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    before = facts_of(case)
    clerk = desk(Post.CIVIL_CLERK)
    path = f"/cases/{case}/change/"
    clerk.get(f"/cases/{case}/")
    assert path in clerk.html
    clerk.get(path)
    assert 'value="25-2-00017-1"' in clerk.html
    said = {
        "number": "25-2-00071-1",
        "petitioner": world.rosa,
        "respondent": world.dan,
        "why": "Two digits were turned",
    }
    page = clerk.send(path, **said)
    assert "Case 25-2-00071-1" in page
    assert "Details of the case changed" in page
    assert facts_of(case) == {**before, "number": "25-2-00071-1"}
    assert CaseRow.objects.get(pk=case).number == "25-2-00071-1"


def test_somebody_who_comes_into_a_case_is_looked_for_first(world: World, desk: SitDown) -> None:
    case, _ = open_criminal(world)
    enter(world.criminal_clerk, Proposal(What.PERSON_RECORDED, "p" + "1" * 20, "2025-01-01", {"name": "Pat Invented"}))
    clerk = desk(Post.CRIMINAL_CLERK)
    path = f"/cases/{case}/change/"
    said = {"number": "CR-17", "defendant": world.dan, "victims": [world.rosa], "added_name": "Lee Ficta"}
    assert "Please choose one." in clerk.send(path, **said)
    assert clerk.status == 422
    assert "The entry was made." in clerk.send(path, **said, added_as="witnesses")
    lee = PersonRow.objects.get(name="Lee Ficta").pk
    assert facts_of(case)["witnesses"] == [lee]
    number = Entry.objects.count()
    again = {
        **said,
        "witnesses": [lee],
        "added_name": "Daniel Cole",
        "added_born": "1988-02-03",
        "added_as": "witnesses",
    }
    page = clerk.send(path, **again)
    assert "Is “Daniel Cole” one of these people?" in page
    assert Entry.objects.count() == number
    clerk.send(path, **again, added_is=world.dan)
    assert facts_of(case)["witnesses"] == [lee, world.dan]
    clerk.send(path, **said | {"added_name": ""}, witnesses=[])
    assert "witnesses" not in facts_of(case)
    assert not Party.objects.filter(case=case, person_id=lee).exists()


def test_whoever_was_found_to_be_the_same_stays_in_the_case_as_entered(world: World, desk: SitDown) -> None:
    case, _ = open_criminal(world)
    other = "p" + "0" * 20
    named = Proposal(What.PERSON_RECORDED, other, "2024-03-01", {"name": "Rosie Marin", "born": "1990-05-01"})
    whole = {name: part for name, part in facts_of(case).items() if name != "docket"} | {"witnesses": [other]}
    enter(world.criminal_clerk, named, Proposal(What.CASE_CHANGED, case, "2025-05-01", {"case": whole}))
    enter(world.criminal_clerk, Proposal(What.PEOPLE_LINKED, world.rosa, "2025-05-01", {"same_as": other}, why="Same"))
    clerk = desk(Post.CRIMINAL_CLERK)
    clerk.get(f"/cases/{case}/change/")
    assert clerk.html.count(f'value="{other}" checked') == 2
    assert world.rosa not in clerk.html
    clerk.send(f"/cases/{case}/change/", number="1", defendant=world.dan, victims=[other], witnesses=[other])
    assert facts_of(case) == {**whole, "number": "1"}


def test_who_does_not_keep_the_case_does_not_change_it(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    for post in (Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON, Post.CRIMINAL_CLERK, Post.OFFICER):
        reader = desk(post)
        reader.send(f"/cases/{case}/change/", number="1")
        assert reader.status == 403
    assert CaseRow.objects.get(pk=case).number == "25-2-00017-1"
