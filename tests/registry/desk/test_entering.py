"""An entry: offered only to whoever may make it, faults beside their fields, and nothing typed is lost."""

from __future__ import annotations

import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from stayaway.registry.actors import Post
from stayaway.registry.entries import What
from stayaway.registry.models import Entry
from tests.registry.desk.conftest import SitDown
from tests.registry.world import World, enter, happens, open_civil, open_criminal


def latest() -> Entry:
    return Entry.objects.order_by("-number")[0]


def test_the_page_offers_what_may_be_entered_and_says_why_not(world: World, desk: SitDown) -> None:
    case, order = open_criminal(world)
    civil = desk(Post.CIVIL_CLERK)
    page = civil.get(f"/cases/{case}/")
    assert f"/cases/{case}/orders/{order}/enter/lifted/" not in civil.html
    assert "What you may not enter, why, and where to go" in page
    assert "Go to the criminal court" in page
    refused = civil.send(f"/cases/{case}/orders/{order}/enter/lifted/", on="2025-06-01")
    assert civil.status == 403
    assert "Go to the criminal court" in refused
    assert latest().what != What.ORDER_EVENT


def test_a_protected_person_can_ask_and_not_decide(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    rosa = desk(Post.PROTECTED_PERSON)
    rosa.get(f"/cases/{case}/")
    assert f"/orders/{order}/enter/dismissal_requested/" in rosa.html
    assert f"/orders/{order}/enter/terminated/" not in rosa.html
    rosa.send(f"/cases/{case}/orders/{order}/enter/dismissal_requested/", on="2025-06-02")
    assert (latest().post, latest().acting) == ("protected_person", "")
    assert "It was asked that the order end. Decide on it." in desk(Post.CIVIL_CLERK).get("/tasks/")


def test_every_fault_stands_beside_its_field_in_the_checkers_words(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    number = latest().number
    path = f"/cases/{case}/orders/{order}/enter/renewed/"
    page = clerk.send(path, on="2025-06-02", until="", why="A long reason that stays")
    assert clerk.status == 422
    assert 'id="until-wrong"' in clerk.html
    assert "A long reason that stays" in page
    clerk.send(path, on="2025-06-02", until="2025-13-45")
    assert 'id="until-wrong"' in clerk.html
    ahead = clerk.send(path, on="2026-06-02", until="2028-01-01")
    assert "has not come yet" in ahead
    assert 'id="on-wrong"' in clerk.html
    clerk.send(path, on="", until="2028-01-01")
    assert 'id="on-wrong"' in clerk.html
    clerk.send(path, on="nonsense", until="2028-01-01")
    assert 'id="on-wrong"' in clerk.html
    assert latest().number == number


def test_the_second_of_two_clerks_is_told_and_keeps_what_was_typed(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    clerk.get(f"/cases/{case}/orders/{order}/enter/renewed/")
    version = clerk.html.partition('name="version" value="')[2].partition('"')[0]
    enter(world.clerk, happens(case, order, "served", on="2025-04-05"))
    said = {"on": "2025-06-02", "until": "2028-03-01", "why": "Typed before the other"}
    page = clerk.send(f"/cases/{case}/orders/{order}/enter/renewed/", version=version, **said)
    assert clerk.status == 422
    assert "Somebody else entered something here after you looked." in page
    assert "What came in the meantime" in page
    assert "Served" in page
    assert "Typed before the other" in page
    now = clerk.html.partition('name="version" value="')[2].partition('"')[0]
    assert "The entry was made." in clerk.send(f"/cases/{case}/orders/{order}/enter/renewed/", version=now, **said)


def test_ending_an_order_asks_for_both_factors_again_and_keeps_what_was_typed(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK, confirmed=False)
    path = f"/cases/{case}/orders/{order}/enter/terminated/"
    clerk.send(path, on="2025-06-01", why="The petitioner asked")
    assert clerk.path == "/account/confirm/"
    assert f"next={path}".replace("/", "%2F") in clerk.query
    page = clerk.get(path)
    assert "What you wrote is still here. Send it again." in page
    assert "The petitioner asked" in page
    assert 'value="2025-06-01"' in clerk.html
    assert latest().what != What.ORDER_EVENT


def test_what_is_kept_between_pages_is_not_readable_in_the_database(world: World, desk: SitDown) -> None:
    from stayaway.registry.accounts.models import Session

    clerk = desk(Post.CIVIL_CLERK)
    clerk.send(
        "/cases/new/civil/",
        on="2025-06-02",
        restrained_name="Kim Invented",
        protected1_name="Lee",
        place1_label="Home",
        place1_address="1 Secret Way",
    )
    kept = [one for session in Session.objects.all() for one in session.get_decoded().get("desk", {}).values()]
    opened = [base64.b64decode(one) for one in kept]
    assert opened
    assert [one for one in opened if b"Secret" in one or b"Invented" in one] == []
    del world


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "This file is empty."), (b"MZ not a paper", "This kind of file is not kept.")],
)
def test_a_file_that_is_no_paper_is_not_kept(world: World, desk: SitDown, content: bytes, said: str) -> None:
    case, order = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    paper = SimpleUploadedFile("a.pdf", content)
    page = clerk.send(f"/cases/{case}/orders/{order}/enter/served/", on="2025-06-01", paper=paper)
    assert clerk.status == 422
    assert said in page
    assert 'aria-describedby="paper-hint paper-wrong"' in clerk.html


def test_an_attached_paper_is_for_its_court_alone(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    paper = SimpleUploadedFile("proof.pdf", b"%PDF-1.7 invented")
    clerk.send(f"/cases/{case}/orders/{order}/enter/served/", on="2025-06-01", acting="law_enforcement", paper=paper)
    entry = latest()
    assert entry.acting == "law_enforcement"
    assert entry.document
    answer = clerk.client.get(f"/cases/{case}/papers/{entry.number}/")
    assert answer.content == b"%PDF-1.7 invented"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    for post in (Post.OFFICER, Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON, Post.CRIMINAL_CLERK):
        assert desk(post).client.get(f"/cases/{case}/papers/{entry.number}/").status_code == 404


def test_a_correction_keeps_both_and_says_why(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served", on="2025-04-05"))
    number = latest().number
    clerk = desk(Post.CIVIL_CLERK)
    path = f"/cases/{case}/correct/{number}/"
    assert "This needs a reason in words." in clerk.send(path, on="2025-04-06", why="")
    page = clerk.send(path, on="2025-04-06", why="The paper says the sixth")
    assert "Instead of “Served" in page
    assert "April 6, 2025" in page
    assert "corrected" in page
    clerk.send(path, take_back="1", why="x")
    refused = clerk.send(path, take_back="1", why="once more")
    assert clerk.status == 403, "what was taken back is not there any more"
    assert "Choose an entry from those that the record offers." in refused


def test_a_correction_that_asks_for_both_factors_keeps_what_was_typed(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "terminated", on="2025-05-01", why="The petitioner asked"))
    number = latest().number
    clerk = desk(Post.CIVIL_CLERK, confirmed=False)
    path = f"/cases/{case}/correct/{number}/"
    assert 'value="2025-05-01"' in (clerk.get(path) and clerk.html)
    clerk.send(path, on="2025-05-02", why="The paper says the second")
    assert clerk.path == "/account/confirm/"
    page = clerk.get(path)
    assert "What you wrote is still here. Send it again." in page
    assert "The paper says the second" in page
    assert 'value="2025-05-02"' in clerk.html
    assert latest().number == number


def test_an_entry_that_should_not_stand_does_not_count(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served", on="2025-04-05"))
    clerk = desk(Post.CIVIL_CLERK)
    page = clerk.send(f"/cases/{case}/correct/{latest().number}/", take_back="1", why="Served on somebody else")
    assert "Should not stand: Served" in page
    assert "No proof of service" in page


def test_an_event_that_is_none_is_refused(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    for path in (
        f"/cases/{case}/enter/nonsense/",
        f"/cases/{case}/orders/{order}/enter/issued/",
        f"/cases/{case}/orders/x/enter/served/",
    ):
        clerk.get(path)
        assert clerk.status == 403


def test_a_place_and_a_lawyer_are_entered(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    assert "Please fill this in." in clerk.send(f"/cases/{case}/places/new/", place1_label="")
    page = clerk.send(
        f"/cases/{case}/places/new/",
        place1_label="Rosa's school",
        place1_address="2 Learning Way",
        place1_of=world.rosa,
    )
    assert "2 Learning Way" in page
    lawyer = desk(Post.DEFENSE_LAWYER)
    assert "There is no record here" in lawyer.get(f"/cases/{case}/")
    holding = lawyer.account.holdings.get().pk
    assert "Please choose one." in clerk.send(f"/cases/{case}/appearances/new/", lawyer=holding, person="")
    clerk.send(f"/cases/{case}/appearances/new/", lawyer=holding, person=world.dan)
    assert "IN FORCE" in lawyer.get(f"/cases/{case}/")
    assert "2 Learning Way" not in lawyer.get(f"/cases/{case}/")
    assert f"/cases/{case}/" in (lawyer.get("/tasks/") and lawyer.html)
