"""Each post sees of a case what it should, and nothing else; a refusal says why and where to go."""

from __future__ import annotations

from datetime import date, datetime
from html import unescape

import pytest

from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.listing import work_list
from stayaway.registry.models import Access, Task
from stayaway.wording.say import Speaker
from stayaway.wording.work import WorkCode
from tests.registry.desk.conftest import SitDown
from tests.registry.desk.visiting import Clock, Desk
from tests.registry.world import ADDRESS, PHONE, World, enter, happens, open_civil, open_criminal

SECRETS = (ADDRESS, PHONE)
SEES_PLACE = "Rosa's home"
WALKED = (
    "/tasks/",
    "/cases/{case}/",
    "/people/{rosa}/",
    "/people/{dan}/",
    "/officer/{dan}/",
    "/find/",
    "/cases/new/",
    "/audit/",
)


def walk(world: World, case: str, reader: Desk) -> dict[str, tuple[int, str]]:
    """Every page, by its address in `WALKED`: the status, and what was sent."""
    found = {}
    for path in WALKED:
        reader.get(path.format(case=case, rosa=world.rosa, dan=world.dan))
        found[path] = (reader.status, reader.html)
    return found


def test_the_court_of_the_case_sees_everything(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world, terms=["no_contact", {"stay_away": {"from": [world.home], "distance": "500 ft"}}])
    read = " ".join(unescape(html) for _, html in walk(world, case, desk(Post.CIVIL_CLERK)).values())
    assert all(secret in read for secret in (*SECRETS, SEES_PLACE))


def test_the_protected_person_sees_their_own_place_and_phone(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    rosa = desk(Post.PROTECTED_PERSON)
    page = rosa.get(f"/cases/{case}/")
    assert ADDRESS in page
    assert PHONE in rosa.get(f"/people/{world.rosa}/")
    assert "February 3, 1988" in page  # whom the order restrains is known by it


RECORDS = {"/cases/{case}/", "/people/{dan}/", "/people/{rosa}/"}
OPEN_TO = {
    Post.RESTRAINED_PERSON: {"/tasks/", "/find/", *RECORDS},
    Post.OFFICER: {"/find/", "/officer/{dan}/", *RECORDS},
    Post.PROSECUTOR: {"/tasks/", "/find/", "/officer/{dan}/", *RECORDS},
    Post.DEFENSE_LAWYER: {"/tasks/", "/find/", "/officer/{dan}/", *RECORDS},
    Post.ADVOCATE: {"/tasks/", "/find/"},
    Post.AUDITOR: {"/tasks/", "/audit/"},
}
"""Which pages show something to whom. The rest refuse, or lead elsewhere; that of a new case says who opens one."""


@pytest.mark.parametrize("post", OPEN_TO)
def test_nobody_else_sees_an_address_or_a_phone_on_any_page(world: World, desk: SitDown, post: Post) -> None:
    case, _ = open_civil(world, terms=["no_contact", {"stay_away": {"from": [world.home], "distance": "500 ft"}}])
    other, _ = open_criminal(world)
    reader = desk(post)
    appears = {"account": reader.account.pk, "agency": "", "person": world.dan}
    if post is Post.DEFENSE_LAWYER:
        enter(world.clerk, Proposal(What.APPEARED, case, "2025-05-01", appears))
    if post is Post.PROSECUTOR:
        appears |= {"agency": world.prosecution.pk, "person": ""}
        enter(world.criminal_clerk, Proposal(What.APPEARED, other, "2025-05-01", appears))
    reader.send("/find/", name="Daniel Cole", purpose="Call to a home")
    read = walk(world, case, reader)
    assert {path for path, (status, _) in read.items() if status == 200} == {"/cases/new/", *OPEN_TO[post]}
    assert [secret for secret in SECRETS for _, html in read.values() if secret in html] == []


def test_the_restrained_person_reads_of_no_confidential_place(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world, terms=["no_contact", {"stay_away": {"from": [world.home], "distance": "500 ft"}}])
    dan = desk(Post.RESTRAINED_PERSON)
    page = dan.get(f"/cases/{case}/")
    assert "Daniel Cole" in page
    assert "a place that is not shown" in page
    for told in (SEES_PLACE, "Place recorded", "May 1, 1990"):
        assert told not in page


def test_another_court_sees_the_order_and_not_the_courts_own_words(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served", why="Reason of the court", note="Note of the court: here"))
    page = desk(Post.CRIMINAL_CLERK).get(f"/cases/{case}/")
    assert "IN FORCE" in page
    assert "Reason of the court" not in page
    assert "Note of the court" not in page
    assert ADDRESS not in page


@pytest.mark.parametrize(
    "post", [Post.DEFENSE_LAWYER, Post.ADVOCATE, Post.PROSECUTOR, Post.AUDITOR, Post.ADMINISTRATOR]
)
def test_who_is_in_no_case_is_told_the_same_as_of_a_case_that_is_not_there(
    world: World, desk: SitDown, post: Post
) -> None:
    case, _ = open_civil(world)
    reader = desk(post)
    refused = reader.get(f"/cases/{case}/")
    assert reader.status == 404
    assert refused == reader.get("/cases/c00000000000000000000/")
    assert "There is no record here that you may see." in refused
    assert "ask the clerk of the court" in refused


def test_a_judge_seals_and_a_sealed_case_answers_nothing(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    judge, clerk = desk(Post.JUDGE), desk(Post.CIVIL_CLERK)
    refused = clerk.get(f"/cases/{case}/seal/")
    assert "Only a judge of the court of the case seals or opens a record. Ask the judge." in refused
    assert clerk.status == 403
    assert "This needs a reason in words." in judge.send(f"/cases/{case}/seal/", why="")
    judge.send(f"/cases/{case}/seal/", why="By order of the court")
    for reader in (judge, clerk, desk(Post.PROTECTED_PERSON)):
        assert "There is no record here" in reader.get(f"/cases/{case}/")
    nothing = clerk.get(f"/cases/{case}/unseal/")
    assert nothing == clerk.get("/cases/c00000000000000000000/unseal/")
    assert "The entry was made." in judge.send(f"/cases/{case}/unseal/", why="The order was lifted")


def test_the_work_of_a_party_is_their_own_orders_in_plain_words(world: World, desk: SitDown) -> None:
    open_civil(world)
    page = desk(Post.RESTRAINED_PERSON).get("/tasks/")
    assert "Your orders" in page
    assert "IN FORCE" in page
    assert "No contact of any kind" in page
    other = desk(Post.PROTECTED_PERSON, person=world.dan.replace(world.dan[1:], "0" * 20))
    assert "There is no order here about you that you may see." in other.get("/tasks/")


@pytest.mark.parametrize(("at", "due"), [("2025-05-31T06:00+00:00", False), ("2025-05-31T08:00+00:00", True)])
def test_the_work_of_a_court_goes_by_its_own_day_on_the_page_and_in_the_api(
    world: World, desk: SitDown, clock: Clock, at: str, due: bool
) -> None:
    case, order = open_civil(world)
    task = Task.objects.create(
        case_id=case, agency=world.civil_court, order=order, kind="work.end_unknown", begins=date(2025, 5, 31)
    )
    clock.at = datetime.fromisoformat(at)
    page = desk(Post.CIVIL_CLERK).get("/tasks/")
    said = Speaker().sentence(WorkCode(task.kind))
    begun, _, coming = page.partition("Coming")
    assert (said in begun, said in coming) == (due, not due)
    listed = [one.pk for one in work_list(world.clerk, clock.at)]
    assert (task.pk in listed) is due
    assert Access.objects.filter(post=Post.CIVIL_CLERK.value, how="list").count() == 0


def test_every_look_is_on_record(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    before = Access.objects.count()
    desk(Post.OFFICER).get(f"/cases/{case}/")
    looks = Access.objects.order_by("id")[before:]
    assert {(one.post, one.how) for one in looks} == {("officer", "read"), ("officer", "beside")}


def test_titles_and_addresses_tell_nothing(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    titles = set()
    for path in (f"/cases/{case}/", f"/people/{world.rosa}/", "/find/", "/tasks/"):
        clerk.get(path)
        titles.add(clerk.html.partition("<title>")[2].partition("</title>")[0])
    assert len(titles) == 1
    clerk.send("/find/", name="Rosa Marin", purpose="Hearing")
    assert clerk.path == "/find/found/"
    assert "Rosa" not in clerk.query


@pytest.mark.parametrize("at", ["2025-06-02T18:00+00:00", "2025-06-03T02:00+00:00"])
def test_a_judge_opens_a_sealed_case_at_every_hour_of_the_courts_day(
    world: World, desk: SitDown, clock: Clock, at: str
) -> None:
    case, _ = open_civil(world)
    clock.at = datetime.fromisoformat(at)
    judge = desk(Post.JUDGE)
    judge.send(f"/cases/{case}/seal/", why="By order of the court")
    assert "Open a sealed case" in judge.get(f"/cases/{case}/unseal/")
    assert "The entry was made." in judge.send(f"/cases/{case}/unseal/", why="The order was lifted")
    assert "Opened again" in judge.get(f"/cases/{case}/")
    assert "June 2, 2025" in judge.get(f"/cases/{case}/")
