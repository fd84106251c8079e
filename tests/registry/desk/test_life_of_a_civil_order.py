"""A civil order through the pages, from the petition to its last day and beyond."""

from __future__ import annotations

import re

from stayaway.registry.actors import Post
from stayaway.registry.models import CaseRow, OrderRow, PersonRow
from tests.registry.desk.conftest import SitDown
from tests.registry.desk.visiting import Clock
from tests.registry.world import World

PETITION = {
    "number": "25-2-00099-1",
    "on": "2025-06-02",
    "restrained_name": "Kim Invented",
    "restrained_born": "1980-01-02",
    "protected1_name": "Lee Invented",
    "protected1_born": "1985-03-04",
    "protected1_phone": "206-555-0188",
    "place1_label": "Lee's home",
    "place1_address": "99 Unknown Road",
    "place1_of": "protected1",
    "place1_confidential": "yes",
}


def only_case(world: World) -> CaseRow:
    return CaseRow.objects.exclude(parties__person_id__in=[world.rosa, world.dan]).get()


def test_from_petition_to_expiry(world: World, desk: SitDown, clock: Clock) -> None:
    clerk = desk(Post.CIVIL_CLERK)
    asked = clerk.send("/cases/new/civil/", **PETITION)
    assert "Nobody on record is like the people of this case." in asked
    opened = clerk.send(clerk.path)
    assert "The case was recorded." in opened
    case = only_case(world)
    assert clerk.path == f"/cases/{case.pk}/"
    assert "Petition" not in case.number
    assert "Case filed" in opened
    assert "No order is recorded in this case yet." in opened

    # A temporary order until the hearing.
    form = clerk.get(f"/cases/{case.pk}/orders/new/")
    assert "Lee's home" in form
    place = next(iter(case.folded["places"]))
    lee = PersonRow.objects.get(name="Lee Invented").pk
    kim = PersonRow.objects.get(name="Kim Invented").pk
    draft = {
        "type": "stage:temporary",
        "issued": "2025-06-02",
        "until": "hearing",
        "restrained": kim,
        "protects": [lee],
        "terms": ["no_abuse", "no_contact"],
        "near": [place],
        "distance": "500",
        "unit": "ft",
    }
    checked = clerk.send(f"/cases/{case.pk}/orders/new/", **draft)
    assert "No clash was found." in checked
    signed = clerk.send(f"/cases/{case.pk}/orders/check/", clashes="0")
    assert "The order was recorded." in signed
    assert "IN FORCE" in signed
    assert "No proof of service" in signed
    temporary = OrderRow.objects.get(case=case).pk
    assert "There is no proof that the order was handed over." in clerk.get("/tasks/")

    # Served by an officer, and a hearing set by the clerk.
    officer = desk(Post.OFFICER)
    officer.send(f"/cases/{case.pk}/orders/{temporary}/enter/served/", on="2025-06-02", at_time="09:30")
    assert officer.status == 200
    page = clerk.get(f"/cases/{case.pk}/")
    assert "No proof of service" not in page
    assert "June 2, 2025, 9:30" in page
    clerk.send(f"/cases/{case.pk}/orders/{temporary}/enter/hearing_set/", on="2025-06-02", hearing="2025-06-16")
    assert "Hearing: June 16, 2025" in clerk.get(f"/cases/{case.pk}/")

    # The hearing passes, and the final order is made.
    clock.turn_to("2025-06-17")
    assert "The hearing has passed. Enter what came of it." in clerk.get("/tasks/")
    final = draft | {"type": "stage:final", "issued": "2025-06-16", "until": "", "expires": "2026-06-16"}
    clerk.send(f"/cases/{case.pk}/orders/new/", **final)
    assert "The order was recorded." in clerk.send(f"/cases/{case.pk}/orders/check/", clashes="0")
    order = OrderRow.objects.filter(case=case).exclude(pk=temporary).get().pk

    # It is changed, renewed, and then runs out.
    changed = {"on": "2025-06-17", "terms": ["no_abuse", "no_contact"], "except": ["counsel"], "why": "Agreed in court"}
    clerk.send(f"/cases/{case.pk}/orders/{order}/enter/modified/", **changed)
    page = clerk.get(f"/cases/{case.pk}/")
    assert "Allowed only: contact through lawyers" in page
    assert "Reason: Agreed in court" in page
    clock.turn_to("2026-05-20")
    assert "The order ends soon." in clerk.get("/tasks/")
    asked_for = {"on": "2026-05-20", "acting": "protected_person"}
    clerk.send(f"/cases/{case.pk}/orders/{order}/enter/renewal_requested/", **asked_for)
    assert "Renewal was asked for. Decide on it." in clerk.get("/tasks/")
    clerk.send(f"/cases/{case.pk}/orders/{order}/enter/renewed/", on="2026-05-20", until="2027-06-16")
    assert "New last day: June 16, 2027" in clerk.get(f"/cases/{case.pk}/")
    assert "Decide on it." not in clerk.get("/tasks/")
    clock.turn_to("2027-06-17")
    over = re.sub(r" Other orders.*", "", clerk.get(f"/cases/{case.pk}/"))
    assert "NOT IN FORCE" in over

    # What stood on a day, and what was known on one, are two questions.
    stood = clerk.send(f"/cases/{case.pk}/day/", at="2026-12-24", known="")
    assert "For: December 24, 2026" in stood
    assert "It lasts through June 16, 2027." in stood
    known = clerk.send(f"/cases/{case.pk}/day/", at="2026-12-24", known="2026-05-01")
    assert "June 16, 2027" not in known
    assert "Reason: Agreed in court" in known
    before = clerk.send(f"/cases/{case.pk}/day/", at="", known="2025-05-01")
    assert "This case was not recorded by then" in before
    assert "For today" in clerk.send(f"/cases/{case.pk}/day/", today="1")


def test_nobody_is_recorded_twice(world: World, desk: SitDown) -> None:
    clerk = desk(Post.CIVIL_CLERK)
    open_one = PETITION | {"restrained_name": "Daniel Cole", "restrained_born": "1988-02-03"}
    from tests.registry.world import open_civil

    open_civil(world)
    asked = clerk.send("/cases/new/civil/", **open_one)
    assert "Is “Daniel Cole” one of these people?" in asked
    people = PersonRow.objects.count()
    left = clerk.send(clerk.path)
    assert clerk.status == 422
    assert "Please choose one." in left
    assert PersonRow.objects.count() == people
    clerk.send("/cases/new/civil/people/", restrained_is=world.dan)
    assert PersonRow.objects.count() == people + 1
    assert CaseRow.objects.filter(parties__person=world.dan).count() == 2


def test_somebody_else_of_the_same_name_is_recorded_anew(world: World, desk: SitDown) -> None:
    from tests.registry.world import open_civil

    open_civil(world)
    clerk = desk(Post.CIVIL_CLERK)
    clerk.send("/cases/new/civil/", **PETITION | {"restrained_name": "Daniel Cole", "restrained_born": "1988-02-03"})
    clerk.send("/cases/new/civil/people/", restrained_is="new")
    assert PersonRow.objects.filter(name="Daniel Cole").count() == 2
