"""Correcting on the pages: what nobody touched stays as it was, and nothing that was filled in is lost in silence."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from stayaway.registry.actors import Post
from stayaway.registry.entries import Proposal, What
from stayaway.registry.journal import append, lock_head
from stayaway.registry.models import CaseRow, Entry, OrderRow
from tests.registry.desk.conftest import SitDown
from tests.registry.desk.visiting import Clock, Desk
from tests.registry.finding.looking_for import foreign
from tests.registry.world import World, enter, happens, open_civil


def latest(case: str) -> Entry:
    return Entry.objects.filter(stream=case).latest("number")


def said(case: str) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(latest(case).facts)
    return facts


def filled(clerk: Desk) -> dict[str, str]:
    """What stands in the fields of the form on the page."""
    found = {}
    for field in re.findall(r"<input[^>]*>", clerk.html):
        name, value = re.search(r'name="([^"]*)"', field), re.search(r'value="([^"]*)"', field)
        if name and name[1] in {"on", "at_time", "until", "hearing", "hearing_time"}:
            found[name[1]] = value[1] if value else ""
    return found


@pytest.mark.parametrize(
    ("event", "fields", "form"),
    [
        ("served", {"on": "2025-04-06T02:30:15+00:00"}, {"on": "2025-04-05", "at_time": "19:30"}),
        ("hearing_set", {"hearing": "2025-06-20T16:00:00Z"}, {"hearing": "2025-06-20", "hearing_time": "09:00"}),
        ("modified", {"until": "2029-01-01", "terms": ["no_abuse"]}, {"on": "2025-04-06"}),
    ],
)
def test_what_a_correction_does_not_touch_stays_as_it_was(
    world: World, desk: SitDown, event: str, fields: dict[str, Any], form: dict[str, str]
) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, event, **({"on": "2025-04-06", "note": "a slip"} | fields)))
    before, number = said(case)["entry"], latest(case).number
    clerk, path = desk(Post.CIVIL_CLERK), f"/cases/{case}/correct/{number}/"
    clerk.get(path)
    there = filled(clerk)
    assert form.items() <= there.items()
    clerk.send(path, **there, note="a better note", why="the note was wrong")
    assert said(case)["instead"]["entry"] == before | {"note": "a better note"}


def test_a_time_that_is_corrected_is_that_of_the_court(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "served", on="2025-04-06T16:00:00Z"))
    clerk, path = desk(Post.CIVIL_CLERK), f"/cases/{case}/correct/{latest(case).number}/"
    clerk.send(path, on="2025-04-06", at_time="10:00", why="an hour later")
    assert said(case)["instead"]["entry"]["on"] == "2025-04-06T10:00"


def test_an_entry_is_corrected_a_second_time_from_how_it_stands(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "terminated", on="2025-05-01"))
    number = latest(case).number
    clerk, path = desk(Post.CIVIL_CLERK), f"/cases/{case}/correct/{number}/"
    clerk.send(path, on="2025-05-02", why="the day was wrong")
    clerk.get(path)
    assert filled(clerk)["on"] == "2025-05-02"
    page = clerk.send(path, take_back="1", why="it was another case")
    assert "IN FORCE" in page
    assert "NOT IN FORCE" not in page
    clerk.get(path)
    assert clerk.status == 403, "what was taken back is not there to be corrected"


def test_an_exception_without_its_ban_is_told_and_nothing_is_lost(world: World, desk: SitDown) -> None:
    case, order = open_civil(world)
    clerk, number = desk(Post.CIVIL_CLERK), latest(case).number
    path = f"/cases/{case}/orders/{order}/enter/modified/"
    written = {"on": "2025-06-01", "terms": ["no_abuse"], "except": ["children"], "exchange_when": "Sundays at noon"}
    page = clerk.send(path, **written)
    assert clerk.status == 422
    assert "An exception needs the term" in page
    assert "Say whether this hand-over is required or allowed" in page
    assert "Sundays at noon" in clerk.html
    assert latest(case).number == number
    draft = written | {"type": "stage:final", "issued": "2025-06-02", "restrained": world.dan, "protects": [world.rosa]}
    assert "An exception needs the term" in clerk.send(f"/cases/{case}/orders/new/", **draft)
    clerk.send(path, **(written | {"terms": ["no_abuse", "no_contact"], "exchange": "allowed"}))
    assert said(case)["entry"]["terms"][1] == {"no_contact": {"except": [{"about": "children"}]}}


@pytest.mark.parametrize("post", [Post.CIVIL_CLERK, Post.OFFICER, Post.RESTRAINED_PERSON, Post.PROTECTED_PERSON])
def test_a_change_that_does_not_say_what_is_told_before_the_terms(world: World, desk: SitDown, post: Post) -> None:
    case, order = open_civil(world)
    enter(world.clerk, happens(case, order, "modified", on="2025-06-01"))
    reader = desk(post)
    caution = "The court changed this order, and the new terms are not written down here."
    assert caution in reader.get(f"/cases/{case}/")
    if post is Post.OFFICER:
        reader.send("/find/", name="Daniel Cole", purpose="a stop on Hill Road")
        assert caution in reader.get(f"/officer/{world.dan}/")
    enter(world.clerk, happens(case, order, "modified", on="2025-06-02", terms=["no_contact"]))
    assert caution not in reader.get(f"/cases/{case}/")


def test_a_birth_date_that_cannot_be_is_told_in_the_form(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    draft = {
        "type": "stage:final",
        "issued": "2025-06-02",
        "until": "",
        "expires": "2027-06-02",
        "restrained": world.dan,
        "protects": [world.rosa],
        "terms": ["no_abuse"],
        "also1_name": "Kit Invented",
        "also1_born": "0012-05-01",
    }
    clerk.get(f"/cases/{case}/orders/new/")
    rows = re.findall(r'name="(also[^"]*)_born"', clerk.html)
    assert rows, "the form asks of more people"
    draft = {name.replace("also1", rows[0]): value for name, value in draft.items()}
    page = clerk.send(f"/cases/{case}/orders/new/", **draft)
    assert clerk.status == 422, page
    assert "Kit Invented" in clerk.html, "nothing typed is lost"


def test_a_mark_of_any_kind_breaks_no_page(world: World, desk: SitDown) -> None:
    """A journal that was loaded, or written by another release, can hold one."""
    case, order = open_civil(world)
    odd = Proposal(What.TASK_DONE, case, "2025-06-01", {"order": order, "kind": "work.reminder_text"})
    with transaction.atomic():
        version = CaseRow.objects.get(id=case).version + 1
        append(lock_head(), world.clerk, [(odd, version)], latest(case).recorded)
    clerk = desk(Post.CIVIL_CLERK)
    assert "work.reminder_text" in clerk.get(f"/cases/{case}/")
    assert clerk.status == 200
    for kind in ("work.reminder_text", "work.serve", "x"):
        clerk.get(f"/cases/{case}/orders/{order}/done/{kind}/")
        assert clerk.status == 404


def test_a_foreign_orders_entry_is_corrected_with_the_paper_that_says_so(world: World, desk: SitDown) -> None:
    case = foreign(world)
    order = OrderRow.objects.get(case=case).pk
    paper = SimpleUploadedFile("order.pdf", b"%PDF-1.7 an invented paper", "application/pdf")
    clerk = desk(Post.CIVIL_CLERK)
    path = f"/cases/{case}/orders/{order}/enter/terminated/"
    refused = clerk.send(path, on="2025-06-01", why="their paper")
    assert clerk.status == 422
    assert refused.count("What another court did is entered with a copy of its paper.") == 2, "on top and at its field"
    clerk.send(path, on="2025-06-01", why="their paper", paper=paper)
    number = latest(case).number
    correct = f"/cases/{case}/correct/{number}/"
    assert "What another court did is entered" in clerk.send(correct, take_back="1", why="another case")
    again = SimpleUploadedFile("order.pdf", b"%PDF-1.7 another paper", "application/pdf")
    clerk.send(correct, take_back="1", why="another case", paper=again)
    assert latest(case).what == What.CORRECTED


@pytest.mark.parametrize("event", ["renewal_requested", "renewed"])
def test_a_court_enters_late_what_happened_in_time(world: World, desk: SitDown, clock: Clock, event: str) -> None:
    case, order = open_civil(world)
    clock.turn_to("2027-03-05")  # it ended on the first
    clerk = desk(Post.CIVIL_CLERK)
    path = f"/cases/{case}/orders/{order}/enter/{event}/"
    assert path in (clerk.get(f"/cases/{case}/") and clerk.html)
    page = clerk.get(path)
    assert "Enter here only what happened by March 1, 2027." in page
    assert filled(clerk)["on"] == ""
    more = {"until": "2029-03-01"} if event == "renewed" else {"acting": "protected_person"}
    late = clerk.send(path, on="2027-03-04", **more)
    assert clerk.status == 422, late
    assert latest(case).what != What.ORDER_EVENT
    clerk.send(path, on="2027-02-26", **more)
    assert said(case)["entry"]["on"] == "2027-02-26"
    if event == "renewed":
        assert "NOT IN FORCE" not in clerk.get(f"/cases/{case}/")


def test_nobody_else_is_offered_what_is_too_late(world: World, desk: SitDown, clock: Clock) -> None:
    case, order = open_civil(world)
    clock.turn_to("2027-03-05")
    rosa = desk(Post.PROTECTED_PERSON)
    path = f"/cases/{case}/orders/{order}/enter/renewal_requested/"
    assert path not in (rosa.get(f"/cases/{case}/") and rosa.html)
    rosa.get(path)
    assert rosa.status == 403


def test_what_begins_later_is_told_as_such_and_not_marked(world: World, desk: SitDown, clock: Clock) -> None:
    case, order = open_civil(world, stage="temporary", until="hearing", issued="2025-06-01")
    enter(world.clerk, happens(case, order, "hearing_set", on="2025-06-01", hearing="2025-06-12"))
    open_civil(world)
    clock.turn_to("2025-06-02")
    clerk = desk(Post.CIVIL_CLERK)
    page = clerk.get("/tasks/")
    assert "After the hearing: enter what came of it." in page
    assert "From June 13, 2025" in page
    assert "Since June 13" not in page
    assert "/done/work.renewal_open/" not in clerk.html
    clock.turn_to("2025-06-13")
    page = clerk.get("/tasks/")
    assert "The hearing has passed. Enter what came of it." in page
    assert "Since June 13, 2025" in page
