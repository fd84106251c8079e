"""People: their details, consent and being the same; finding them; the officer's screen; who looked."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from stayaway.registry.actors import Post
from stayaway.registry.describing import LISTS
from stayaway.registry.desk.audit import HOWS
from stayaway.registry.entries import Proposal, What
from stayaway.registry.folding import fold
from stayaway.registry.journal import lines_of
from stayaway.registry.models import Access, Consent, Entry, PersonRow
from stayaway.wording.describing import DescribingCode
from stayaway.wording.say import Speaker
from tests.registry.api.program import program
from tests.registry.desk.conftest import SitDown
from tests.registry.world import ADDRESS, NOW, PHONE, World, enter, made, open_civil, open_criminal


def test_details_are_changed_and_what_was_not_asked_stays(world: World, desk: SitDown) -> None:
    open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    assert PHONE in clerk.get(f"/people/{world.rosa}/details/")
    said = {"name": "Rosa Marin-Vale", "born": "1990-05-01", "phones": PHONE, "also_known_as": "Rosita Marin"}
    page = clerk.send(f"/people/{world.rosa}/details/", **said)
    assert "Rosa Marin-Vale" in page
    assert PHONE in page
    assert PersonRow.objects.get(pk=world.rosa).descriptors == {"also_known_as": ["Rosita Marin"]}
    clerk.send(f"/people/{world.rosa}/details/", **said | {"born": "1990-02-31"})
    assert 'id="born-wrong"' in clerk.html
    assert "Please fill this in." in clerk.send(f"/people/{world.rosa}/details/", **said | {"name": ""})


def test_a_court_that_was_told_no_phone_learns_none_by_changing_a_name(world: World, desk: SitDown) -> None:
    open_civil(world)
    case, _ = open_criminal(world)
    other, clerk = desk(Post.CRIMINAL_CLERK), desk(Post.CIVIL_CLERK)
    path = f"/people/{world.rosa}/details/"
    assert PHONE not in (other.get(path) and other.html)
    assert "The entry was made." in other.send(path, name="Rosa Marin-Vale", born="1990-05-01")
    for page in (path, f"/people/{world.rosa}/", f"/cases/{case}/"):
        assert PHONE not in (other.get(page) and other.html)
    assert PHONE in clerk.get(path)
    assert "Rosa Marin-Vale" in clerk.get(f"/people/{world.rosa}/")


def test_what_is_taken_out_of_the_details_is_not_known_any_more(world: World, desk: SitDown) -> None:
    open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    page = clerk.send(f"/people/{world.rosa}/details/", name="Rosa Marin", born="1990-05-01", phones="")
    assert "The entry was made." in page
    assert PHONE not in page


@pytest.mark.parametrize("post", list(Post))
def test_whoever_can_search_finds_it_in_the_menu(world: World, desk: SitDown, post: Post) -> None:
    open_civil(world)
    reader = desk(post)
    reader.get("/account/")
    menu = reader.html
    reader.get("/find/")
    assert ('href="/find/"' in menu) == (reader.status == 200)


@pytest.mark.parametrize(("field", "called"), [("height", "Estatura en pulgadas"), ("weight", "Peso en libras")])
def test_a_wrong_measure_is_called_in_the_readers_language(
    world: World, desk: SitDown, field: str, called: str
) -> None:
    open_civil(world)
    clerk = desk(Post.CIVIL_CLERK, language="es")
    page = clerk.send(f"/people/{world.rosa}/details/", name="Rosa Marin", born="1990-05-01", **{field: "5000"})
    assert clerk.status == 422
    assert f"“{called}”" in page
    assert field not in page


def test_how_somebody_is_recognized_is_entered_and_their_numbers_are_secret(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    open_criminal(world)
    path, number = f"/people/{world.rosa}/details/", "MARINR123XY"
    clerk, other = desk(Post.CIVIL_CLERK), desk(Post.CRIMINAL_CLERK)
    said = {"name": "Rosa Marin", "born": "1990-05-01", "phones": PHONE, "number_OLN": number, "sex": "F"}
    assert "“Height in inches” cannot be 5 ft 4. It can be: 12-107." in clerk.send(path, **said, height="5 ft 4")
    assert clerk.status == 422
    assert "The entry was made." in clerk.send(path, **said, height="64", eyes="BRO")
    found = fold(lines_of([world.rosa], secrets=True)).people[world.rosa]
    assert found.descriptors == {"sex": "F", "height": 64, "eyes": "BRO"}
    assert found.secrets == {"phones": [PHONE], "emails": [], "identifiers": {"OLN": number}}
    assert not Entry.objects.filter(facts__contains=number).exists()
    clerk.get(path)
    assert f'value="{number}"' in clerk.html
    assert '<option value="BRO" selected>Brown eyes</option>' in clerk.html
    assert "Rosa Marin" in clerk.send("/find/", number=number, purpose="Hearing")
    posts = (Post.OFFICER, Post.RESTRAINED_PERSON, Post.PROSECUTOR, Post.ADVOCATE, Post.AUDITOR)
    for reader in (other, *map(desk, posts)):
        for page in (path, f"/people/{world.rosa}/", f"/cases/{case}/"):
            assert number not in (reader.get(page) and reader.html)
    assert "The entry was made." in other.send(path, name="Rosa Marin", born="1990-05-01", sex="F", weight="130")
    assert fold(lines_of([world.rosa], secrets=True)).people[world.rosa].secrets["identifiers"] == {"OLN": number}
    assert number not in (other.get(path) and other.html)


def test_there_is_a_word_for_whatever_somebody_can_look_like() -> None:
    for name, members in LISTS.items():
        words = {Speaker("es").sentence(DescribingCode(f"describing.{name}_{one.name.lower()}")) for one in members}
        assert len(words) == len(members)


def test_who_keeps_none_of_the_cases_changes_nothing(world: World, desk: SitDown) -> None:
    open_civil(world)
    other = desk(Post.CRIMINAL_CLERK)
    refused = other.send(f"/people/{world.rosa}/details/", name="Somebody Else")
    assert other.status == 403
    assert "ask the clerk" in refused
    assert PersonRow.objects.get(pk=world.rosa).name == "Rosa Marin"


def test_a_party_is_told_who_changes_their_details(world: World, desk: SitDown) -> None:
    open_civil(world)
    page = desk(Post.RESTRAINED_PERSON).get(f"/people/{world.dan}/")
    assert "Change details Only a court that keeps a case of this person enters this." in page
    assert "This case is not a case of your court." not in page


def test_consent_lets_a_program_see_until_it_ends(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    rosa, advocate = desk(Post.PROTECTED_PERSON), desk(Post.ADVOCATE)
    assert "There is no record here" in advocate.get(f"/cases/{case}/")
    assert "This day or hour is not on any calendar." in rosa.send(
        f"/people/{world.rosa}/consent/", agency=world.program.pk, until=""
    )
    page = rosa.send(f"/people/{world.rosa}/consent/", agency=world.program.pk, until="2027-01-01")
    assert "Alder Safe Haven, until January 1, 2027" in page
    assert "IN FORCE" in advocate.get(f"/cases/{case}/")
    rosa.send(f"/people/{world.rosa}/consent-end/", agency=world.program.pk)
    assert not Consent.objects.exists()
    assert "There is no record here" in advocate.get(f"/cases/{case}/")


def test_where_reminders_go_is_chosen_by_the_person(world: World, desk: SitDown) -> None:
    open_civil(world)
    rosa = desk(Post.PROTECTED_PERSON)
    path = f"/people/{world.rosa}/contact/"
    assert "Please choose one." in rosa.send(path)
    assert "Write an email address." in rosa.send(path, way="email", email="nowhere")
    assert 'id="language-wrong"' in (
        rosa.send(path, way="email", email="safe@example.org", language="xx") and rosa.html
    )
    assert "The entry was made." in rosa.send(path, way="email", email="safe@example.org", language="en")
    dan = desk(Post.RESTRAINED_PERSON)
    dan.send(path, way="none")
    assert dan.status in (403, 404)


def test_reminders_come_in_the_language_that_was_chosen(world: World, desk: SitDown) -> None:
    open_civil(world)
    rosa = desk(Post.PROTECTED_PERSON, language="es")
    rosa.get(f"/people/{world.rosa}/contact/")
    assert '<option value="es" selected>' in rosa.html
    rosa.send(f"/people/{world.rosa}/contact/", way="email", email="safe@example.org", language="es")
    assert contact_of(world) == {"email": "safe@example.org", "language": "es"}
    sends = program(world, Post.PROTECTED_PERSON)
    version = fold(lines_of([world.rosa])).versions[world.rosa]
    for language, status in (("es", 201), ("xx", 422)):
        chosen = {"email": "other@example.org", "language": language, "versions": {world.rosa: version}}
        assert sends.post(f"/people/{world.rosa}/contact", chosen).status == status
    assert contact_of(world) == {"email": "other@example.org", "language": "es"}


def contact_of(world: World) -> dict[str, Any]:
    return fold(lines_of([world.rosa], secrets=True)).people[world.rosa].contact


@pytest.mark.parametrize("post", [Post.RESTRAINED_PERSON, Post.CIVIL_CLERK])
def test_reminders_and_consent_are_offered_to_the_protected_alone(world: World, desk: SitDown, post: Post) -> None:
    open_civil(world)
    reader = desk(post)
    reader.get(f"/people/{world.dan}/")
    assert reader.status == 200
    for name, said in (
        ("contact", {"way": "email", "email": "dan@example.org"}),
        ("consent", {"agency": world.program.pk, "until": "2027-01-01"}),
    ):
        assert f"/people/{world.dan}/{name}/" not in reader.html
        refused = reader.send(f"/people/{world.dan}/{name}/", **said)
        assert reader.status == 403
        assert "Choose an entry from those that the record offers." in refused
        reader.get(f"/people/{world.dan}/")
    rosa = desk(Post.PROTECTED_PERSON)
    rosa.get(f"/people/{world.rosa}/")
    assert all(f"/people/{world.rosa}/{name}/" in rosa.html for name in ("contact", "consent"))


def test_two_records_are_joined_only_with_grounds(world: World, desk: SitDown) -> None:
    open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    clerk.send(
        "/cases/new/civil/",
        on="2025-06-02",
        restrained_name="Danny Cole",
        restrained_born="1988-02-03",
        protected1_name="Lee Invented",
    )
    clerk.send("/cases/new/civil/people/", restrained_is="new")
    danny = PersonRow.objects.get(name="Danny Cole").pk
    assert "May be the same person" in clerk.get(f"/people/{danny}/")
    path = f"/people/{danny}/same/"
    assert "This needs a reason in words." in clerk.send(path, other=world.dan, why="")
    page = clerk.send(path, other=world.dan, why="Both papers have the same licence")
    assert "Case 25-2-00017-1" in page
    assert PersonRow.objects.get(pk=danny).same_as == world.dan
    assert "The entry was made." in clerk.send(f"/people/{danny}/not-same/", why="The licence was misread")
    assert PersonRow.objects.get(pk=danny).same_as == ""


def test_finding_needs_a_purpose_and_says_why_each_matched(world: World, desk: SitDown) -> None:
    open_civil(world)
    officer = desk(Post.OFFICER)
    page = officer.send("/find/", name="Cole, Daniel")
    assert "Say what it is for." in page
    page = officer.send("/find/", name="Cole Danyel", purpose="Traffic stop")
    assert "Daniel Cole" in page
    assert "restrained by an order in force" in page
    assert "confirm with the court before you act on it" in page
    assert f"/officer/{world.dan}/" in officer.html
    by_case = officer.send("/find/", case_number="25-2-00017-1", purpose="Traffic stop")
    assert "Rosa Marin" in by_case
    nothing = officer.send("/find/", name="Zzyzx Nobody", purpose="Traffic stop")
    assert "That is no proof that there is no order." in nothing
    assert Access.objects.filter(how="find", purpose="Traffic stop").count() >= 3


@pytest.mark.parametrize("post", [Post.ADMINISTRATOR, Post.AUDITOR])
def test_not_everybody_searches(world: World, desk: SitDown, post: Post) -> None:
    open_civil(world)
    reader = desk(post)
    assert "Your post here does not work with records." in reader.get("/find/")
    assert reader.status == 403
    asked = {"asked": {"by": "name", "name": "Rosa Marin"}, "purpose": "Curious"}
    assert program(world, post).post("/find", asked).body["hits"] == []


def test_a_party_finds_the_people_of_their_own_cases_on_the_page_as_in_the_api(world: World, desk: SitDown) -> None:
    open_civil(world)
    stranger = Proposal(What.PERSON_RECORDED, "p" + "0" * 20, "2024-03-01", {"name": "Rosa Fictitious"})
    enter(world.clerk, stranger)
    dan = desk(Post.RESTRAINED_PERSON)
    dan.get("/find/")
    assert 'id="purpose"' not in dan.html
    page = dan.send("/find/", name="Rosa Marin")
    assert dan.path == "/find/found/"
    assert "Rosa Marin" in page
    assert "May 1, 1990" not in page
    assert "Nobody was found that you may see." in dan.send("/find/", name="Rosa Fictitious")


def test_the_officers_screen_says_it_all_on_one_page(world: World, desk: SitDown) -> None:
    open_civil(world, terms=["no_contact", {"stay_away": {"from": [world.rosa], "distance": "500 ft"}}])
    open_criminal(
        world,
        terms=[{"no_contact": {"except": ["counsel"]}}, {"stay_away": {"from": [world.rosa], "distance": "100 ft"}}],
    )
    officer = desk(Post.OFFICER)
    officer.get(f"/officer/{world.dan}/")
    assert officer.status == 302  # first the search, which asks what it is for
    officer.send("/find/", name="Daniel Cole", purpose="Call to a home")
    page = officer.get(f"/officer/{world.dan}/")
    served = ("No proof of service", "It may have been served all the same.")
    for said in ("IN FORCE", *served, "500 feet", "100 feet", "is stricter"):
        assert said in page
    assert "What Daniel Cole must and must not do toward Rosa Marin" in page
    assert "Call Alder County Superior Court: 206-555-0100" in page
    assert 'href="tel:2065550100"' in officer.html
    assert "A hit alone is not enough" in page
    assert ADDRESS not in page
    assert Access.objects.filter(how="read", purpose="Call to a home").exists()


def test_the_officers_screen_says_who_is_restrained_and_who_is_protected(world: World, desk: SitDown) -> None:
    open_civil(world)
    officer = desk(Post.OFFICER)
    officer.send("/find/", name="Rosa Marin", purpose="Call to a home")
    of_rosa = officer.get(f"/officer/{world.rosa}/")
    assert "IN FORCE Protects this person. Restrains Daniel Cole." in of_rosa
    assert "Restrains this person." not in of_rosa
    of_dan = officer.get(f"/officer/{world.dan}/")
    assert "IN FORCE Restrains this person." in of_dan
    assert "Protects this person." not in of_dan


def test_orders_against_the_person_come_first_on_the_officers_screen(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    against = made(world, case, "o" + "1" * 20, terms=["no_contact"], stage="temporary")
    file = {**against.facts["file"], "restrained": world.rosa, "protects": [world.dan]}
    enter(world.clerk, Proposal(What.ORDER_RECORDED, case, "2025-03-01", {**against.facts, "file": file}))
    officer = desk(Post.OFFICER)
    officer.send("/find/", name="Rosa Marin", purpose="Call to a home")
    page = officer.get(f"/officer/{world.rosa}/")
    assert "NOT SURE – treat it as in force Restrains this person." in page  # before the one that is surely in force
    assert page.index("Restrains this person.") < page.index("Protects this person.")


def test_the_officers_screen_of_a_linked_record_has_a_name(world: World, desk: SitDown) -> None:
    open_civil(world)
    dan, other = world.dan, "p" + "0" * 20
    named = Proposal(What.PERSON_RECORDED, other, "2024-03-01", {"name": "Danny Coleman", "born": "1988-02-03"})
    enter(world.clerk, named)
    enter(world.clerk, Proposal(What.PEOPLE_LINKED, dan, "2025-05-01", {"same_as": other}, why="Same licence"))
    officer = desk(Post.OFFICER)
    officer.send("/find/", name="Daniel Cole", purpose="Call to a home")
    for person in (dan, other):
        page = officer.get(f"/officer/{person}/")
        heading = officer.html.partition("<h1>")[2].partition("</h1>")[0]
        assert heading in ("Daniel Cole", "Danny Coleman")
        assert "IN FORCE Restrains this person." in page


def test_an_address_is_revealed_once_for_a_stated_need(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    officer = desk(Post.OFFICER)
    officer.send("/find/", name="Daniel Cole", purpose="Call to a home")
    assert "Say what it is for." in officer.send(f"/officer/{world.dan}/reveal/", case=case, need=" ")
    assert not Access.objects.filter(how="reveal").exists()
    assert ADDRESS in officer.send(f"/officer/{world.dan}/reveal/", case=case, need="She called from there")
    assert ADDRESS not in officer.get(f"/officer/{world.dan}/")
    assert Access.objects.get(how="reveal").purpose == "She called from there"
    dan = desk(Post.RESTRAINED_PERSON)
    assert ADDRESS not in dan.send(f"/officer/{world.dan}/reveal/", case=case, need="I want to know")
    assert dan.status == 404


def test_an_auditor_sees_who_looked_why_and_whether_the_journal_holds(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    officer = desk(Post.OFFICER)
    officer.send("/find/", name="Daniel Cole", purpose="Call to a home")
    officer.send(f"/officer/{world.dan}/reveal/", case=case, need="She called from there")
    auditor = desk(Post.AUDITOR)
    page = auditor.get("/audit/")
    assert auditor.status == 200
    assert "She called from there" not in page
    assert "Looks (" not in page
    assert Access.objects.latest("id").how == "refused"
    assert "Looks (" not in auditor.send("/audit/filter/", how="reveal", purpose=" ")
    page = auditor.send("/audit/filter/", purpose="A complaint of May")
    assert (Access.objects.latest("id").how, Access.objects.latest("id").purpose) == ("audit", "A complaint of May")
    assert "officer Invented" in page
    assert "Revealed addresses" in page
    assert "She called from there" in page
    assert ADDRESS not in page
    assert "Daniel Cole" not in page
    only = auditor.send("/audit/filter/", how="reveal", purpose="A complaint")
    assert "Call to a home" not in only
    assert "Looks (1)" in only
    assert "Looks (0)" in auditor.send("/audit/filter/", who="nobody of this name", purpose="A complaint")
    mine = auditor.send("/audit/filter/", number="25-2-00017-1", purpose="A complaint")
    assert "She called from there" in mine
    auditor.send("/audit/filter/", all="1")
    assert "The chain holds." in auditor.send("/audit/journal/")
    assert Access.objects.filter(how="audit").count() >= 4


def test_a_broken_journal_is_told(world: World, desk: SitDown) -> None:
    from stayaway.registry.models import Entry
    from tests.registry.conftest import without_guards

    open_civil(world)
    with without_guards():
        Entry.objects.filter(number=1).update(why="changed in place")
    page = desk(Post.AUDITOR).send("/audit/journal/")
    assert "The chain is broken." in page
    assert "Entry 1: changed" in page


@pytest.mark.parametrize("post", [Post.CIVIL_CLERK, Post.OFFICER, Post.ADMINISTRATOR, Post.RESTRAINED_PERSON])
def test_only_auditors_audit(world: World, desk: SitDown, post: Post) -> None:
    del world
    reader = desk(post)
    for path in ("/audit/",):
        reader.get(path)
        assert reader.status == 403
    reader.send("/audit/journal/")
    assert reader.status == 403


WRITTEN_DOWN = re.compile(r'\blooked\(\s*[^,()]+,\s*"(\w+)"|\bhow(?:: str)? ?= ?"(\w+)"')
"""What the code writes down as done: in calls of `looked`, and where it says `how`."""


def test_there_is_a_word_for_every_way_of_looking() -> None:
    sources = Path(str(files("stayaway.registry"))).rglob("*.py")
    found = {how for path in sources for pair in WRITTEN_DOWN.findall(path.read_text("utf-8")) for how in pair if how}
    assert {"find", "read", "beside", "feed", "work", "refused", "administer"} <= found
    assert found <= set(HOWS), "not in audit.HOWS"


def test_every_way_of_looking_can_be_filtered_in_words(world: World, desk: SitDown) -> None:
    for how in HOWS:
        Access.objects.create(at=NOW, account="u", post=Post.CIVIL_CLERK.value, agency=world.civil_court.pk, how=how)
    auditor = desk(Post.AUDITOR, language="es")
    page = auditor.send("/audit/filter/", purpose="A complaint")
    assert "Leyó" in page
    for how in HOWS:
        assert f'<option value="{how}"' in auditor.html
        assert f">{how}<" not in auditor.html
