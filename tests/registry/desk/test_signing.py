"""Before a court signs: every clash is shown with both terms and what avoids it, and nothing is signed unseen."""

from __future__ import annotations

from stayaway.registry.actors import Post
from stayaway.registry.models import OrderRow, PersonRow
from tests.registry.desk.conftest import SitDown
from tests.registry.world import World, open_civil, open_criminal

EXCHANGE = {"terms": ["no_abuse"], "exchange": "required", "exchange_by": ["text"]}


def draft(world: World, **more: object) -> dict[str, object]:
    about = {"issued": "2025-06-02", "expires": "2026-06-02", "type": "stage:final"}
    return about | {"restrained": world.dan, "protects": [world.rosa]} | more


def test_an_exchange_by_text_clashes_with_no_contact_at_all(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world, terms=["no_abuse"])
    open_criminal(world, terms=["no_contact"])
    clerk = desk(Post.CIVIL_CLERK)
    page = clerk.send(f"/cases/{case}/orders/new/", **draft(world, **EXCHANGE))
    assert "The draft clashes with orders that are or may be in force (1)." in page
    assert "The draft and Criminal, before trial, CR-17" in page
    assert "Term 2 of the draft." in page
    assert "What avoids it" in page
    signed = OrderRow.objects.count()
    unseen = clerk.send(f"/cases/{case}/orders/check/", clashes="1")
    assert "Look at each clash, then tick this. Or change the draft." in unseen
    assert OrderRow.objects.count() == signed
    assert "The order was recorded." in clerk.send(f"/cases/{case}/orders/check/", clashes="1", seen="1")
    assert OrderRow.objects.count() == signed + 1


def test_a_clash_that_came_after_the_look_is_shown_before_signing(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world, terms=["no_abuse"])
    clerk = desk(Post.CIVIL_CLERK)
    assert "No clash was found." in clerk.send(f"/cases/{case}/orders/new/", **draft(world, **EXCHANGE))
    open_criminal(world, terms=["no_contact"])
    page = clerk.send(f"/cases/{case}/orders/check/", clashes="0", seen="1")
    assert clerk.status == 422
    assert "Look at each clash. Then change the draft, or say that you have seen them." in page
    assert "Criminal, before trial, CR-17" in page


def test_a_draft_that_cannot_be_says_what_is_wrong_where(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    clerk.send(f"/cases/{case}/orders/new/", **draft(world, expires="2024-01-01", restrained="", protects=[world.rosa]))
    assert clerk.status == 422
    assert 'id="expires-wrong"' in clerk.html or 'id="restrained-wrong"' in clerk.html
    clerk.send(f"/cases/{case}/orders/new/", **draft(world, restrained=world.rosa))
    assert clerk.status == 422
    clerk.send(f"/cases/{case}/orders/new/", **draft(world, issued=""))
    assert 'id="issued-wrong"' in clerk.html
    clerk.send(f"/cases/{case}/orders/new/", **draft(world, near=[world.home], distance="many"))
    assert 'id="distance-wrong"' in clerk.html


def test_a_child_who_is_protected_too_is_recorded_with_the_order(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    more = {"also1_name": "Ana Marin", "also1_born": "2016-01-01", "terms": ["no_contact"]}
    clerk.send(f"/cases/{case}/orders/new/", **draft(world, **more))
    page = clerk.send(f"/cases/{case}/orders/check/", clashes="0")
    assert "It protects Rosa Marin and Ana Marin." in page
    again = clerk.send(f"/cases/{case}/orders/new/", **draft(world, **more))
    assert "Is “Ana Marin” one of these people?" in again
    clerk.send(f"/cases/{case}/orders/check/", clashes="0", also1_is=PersonRow.objects.get(name="Ana Marin").pk)
    ana = PersonRow.objects.get(name="Ana Marin").pk
    assert [ana in one.protects for one in OrderRow.objects.filter(case=case).order_by("pk")].count(True) == 2


def test_only_the_court_of_the_case_drafts_in_it(world: World, desk: SitDown) -> None:
    case, _ = open_civil(world)
    for post in (Post.OFFICER, Post.PROTECTED_PERSON, Post.CRIMINAL_CLERK, Post.PROSECUTOR):
        reader = desk(post)
        reader.get(f"/cases/{case}/orders/new/")
        assert reader.status in (403, 404)
        reader.get(f"/cases/{case}/orders/check/")
        assert reader.status in (403, 404)
